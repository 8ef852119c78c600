using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>Against a server on the loopback address that speaks as OpenAI’s does.</summary>
public sealed class TranslatorTests
{
    private const string Words = "وقع الورقة";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Propose_EndpointThatAnswers_GivesOneLineAndWhoMadeIt()
    {
        JsonElement asked = default;
        await using var server = await ChatServer.Serve(async context =>
        {
            asked = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: Cancel);
            Assert.Equal("Bearer secret", context.Request.Headers.Authorization);
            await ChatServer.Answer(context, "“he signed\n the paper”");
        });
        var said = await Of(server, o => o with { Key = "secret" }).Propose(Words, "ar", "en", Cancel);
        Assert.Equal(new("he signed the paper", "small", null), said);
        Assert.Equal("small", asked.GetProperty("model").GetString());
        Assert.Equal(Words, asked.GetProperty("messages")[1].GetProperty("content").GetString());
    }

    [Theory]
    [InlineData("", "answered nothing")]
    [InlineData("long", "at most 300")]
    public async Task Propose_AnswerThatIsNoTranslation_SaysSo(string content, string said)
    {
        await using var server = await ChatServer.Serve(context =>
            ChatServer.Answer(context, content == "long" ? new string('a', 301) : content)
        );
        var no = await Of(server).Propose(Words, null, "en", Cancel);
        Assert.Null(no.Text);
        Assert.Contains(said, no.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_EndpointThatRefuses_SaysItsStatus()
    {
        await using var server = await ChatServer.Serve(context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        Assert.Contains("401", (await Of(server).Propose(Words, "ar", "en", Cancel)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_EndpointInTrouble_IsAskedOnceAndSaysItsStatus()
    {
        var asked = 0;
        await using var server = await ChatServer.Serve(context =>
        {
            asked++;
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        Assert.Contains("503", (await Of(server).Propose(Words, "ar", "en", Cancel)).Problem, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[{}]}""")]
    [InlineData("""{"choices":[null]}""")]
    [InlineData("""{"choices":7}""")]
    [InlineData("""{"choices":[{"index":0,"message":{"role":"oracle","content":"he signed"}}]}""")]
    [InlineData("""{"choices":[{"index":0,"message":{"role":"assistant","content":"\udc00"}}]}""")]
    [InlineData("""{"choices":[{"index":0,"message":{"role":"assistant","content":[{"type":"smell"}]}}]}""")]
    [InlineData("""{"choices":[{"index":0,"message":{"role":"assistant","content":"he signed"}}]}""", "application/json; charset=bogus")]
    public async Task Propose_AnswerThatIsNone_SaysSo(string body, string type = "application/json")
    {
        await using var server = await ChatServer.Serve(context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body, Cancel);
        });
        var said = await Of(server).Propose(Words, "ar", "en", Cancel);
        Assert.True(said.Text is "he signed" || said.Problem is { Length: > 0 }, said.ToString());
        if (said.Problem is { } problem)
            Assert.Matches("^small proposes nothing: (its answer cannot be read|it answered nothing)\\.$", problem);
    }

    [Theory, InlineData(302), InlineData(307), InlineData(308)]
    public async Task Propose_EndpointThatSendsOn_IsNotFollowed(int status)
    {
        var asked = 0;
        await using var other = await ChatServer.Serve(context =>
        {
            asked++;
            return ChatServer.Answer(context, "he signed");
        });
        await using var server = await ChatServer.Serve(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = other.Endpoint + "/chat/completions";
            return Task.CompletedTask;
        });
        var said = await Of(server).Propose(Words, "ar", "en", Cancel);
        Assert.Equal($"small proposes nothing: it sends on to another address (status {status}), which is not followed.", said.Problem);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task Propose_EndpointThatNeverAnswers_GivesUp()
    {
        await using var server = await ChatServer.Serve(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        Assert.Contains(
            "within 1 seconds",
            (await Of(server, o => o with { Seconds = 1 }).Propose(Words, "ar", "en", Cancel)).Problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Propose_NobodyWaits_Ends()
    {
        await using var server = await ChatServer.Serve(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var gone = new CancellationTokenSource();
        var asking = Of(server).Propose(Words, "ar", "en", gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static Translator Of(ChatServer server, Func<SuggestionOptions, SuggestionOptions>? with = null)
    {
        var options = new SuggestionOptions { Endpoint = server.Endpoint, Model = "small" };
        return new(new(with?.Invoke(options) ?? options, NullLogger<LanguageModel>.Instance));
    }
}
