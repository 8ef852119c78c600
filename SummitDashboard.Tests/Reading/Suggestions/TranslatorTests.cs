using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Reading.Suggestions;

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
        await using var server = await Serve(async context =>
        {
            asked = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: Cancel);
            Assert.Equal("Bearer secret", context.Request.Headers.Authorization);
            await Answer(context, "“he signed\n the paper”");
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
        await using var server = await Serve(context => Answer(context, content == "long" ? new string('a', 301) : content));
        var no = await Of(server).Propose(Words, null, "en", Cancel);
        Assert.Null(no.Text);
        Assert.Contains(said, no.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_EndpointThatRefuses_SaysItsStatus()
    {
        await using var server = await Serve(context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        Assert.Contains("401", (await Of(server).Propose(Words, "ar", "en", Cancel)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_AnswerThatIsNoJson_SaysThatItCannotBeRead()
    {
        await using var server = await Serve(context => context.Response.WriteAsync("<html>", Cancel));
        Assert.Equal("small proposes nothing: its answer cannot be read.", (await Of(server).Propose(Words, "ar", "en", Cancel)).Problem);
    }

    [Fact]
    public async Task Propose_EndpointThatNeverAnswers_GivesUp()
    {
        await using var server = await Serve(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        Assert.Contains(
            "within 1 seconds",
            (await Of(server, o => o with { Seconds = 1 }).Propose(Words, "ar", "en", Cancel)).Problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Propose_NobodyWaits_Ends()
    {
        await using var server = await Serve(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var gone = new CancellationTokenSource();
        var asking = Of(server).Propose(Words, "ar", "en", gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static Translator Of(WebApplication server, Func<SuggestionOptions, SuggestionOptions>? with = null)
    {
        var options = new SuggestionOptions { Endpoint = server.Urls.Single() + "/v1", Model = "small" };
        return new(with?.Invoke(options) ?? options, NullLogger<Translator>.Instance);
    }

    private static Task Answer(HttpContext context, string content) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                id = "1",
                @object = "chat.completion",
                created = 1,
                model = "small",
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        finish_reason = "stop",
                        message = new { role = "assistant", content },
                    },
                },
            },
            Cancel
        );

    private static async Task<WebApplication> Serve(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/chat/completions", answer);
        await app.StartAsync(Cancel);
        return app;
    }
}
