using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>A model’s draft of a cell, against a server on the loopback address that speaks as OpenAI’s does.</summary>
public sealed class CellDrafterTests
{
    private static readonly ArticleText Article = ArticleText.From(
        "Headline\nThe old ferry ‘sailed again’ on Monday, the master said. Nobody else was there at all.\nA secret paragraph."
    );

    private static readonly Claim Claim = Coded.Claim("c") with
    {
        Question = "Did it sail?",
        Statement = "The ferry sailed.",
        Aspects = [new("day", "Day"), new("who", "Who")],
        Framings = [],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<DraftedCell> Draft(RequestDelegate answer, int seconds = 30, CancellationToken? cancelled = null)
    {
        await using var server = await ChatServer.Serve(answer);
        var options = new SuggestionOptions
        {
            Endpoint = server.Endpoint,
            Model = "small",
            Seconds = seconds,
        };
        IReadOnlyList<Passage> passages = [new(2, new(0, 13), 1, [])];
        return await new CellDrafter(new(options, NullLogger<LanguageModel>.Instance)).Draft(
            Claim,
            Coded.Source with
            {
                Article = new("s.txt", Article.Sha256, 20, 3),
            },
            Article,
            passages,
            cancelled ?? Cancel
        );
    }

    private static Task<DraftedCell> Answered(string content) => Draft(context => ChatServer.Answer(context, content));

    [Fact]
    public async Task Draft_FromPassages_SendsTheseAndTakesTheTextsOwnCharacters()
    {
        var asked = "";
        var draft = await Draft(async context =>
        {
            asked = (await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: Cancel))
                .GetProperty("messages")[1]
                .GetProperty("content")
                .GetString()!;
            await ChatServer.Answer(
                context,
                """
                Here it is: ```json
                {"stance": "attributes", "quotations": [{"paragraph": 2, "exact": "ferry 'sailed again' on Monday"}],
                 "aspects": {"day": "Monday", "colour": "red", "who": 7}, "gloss": "Leaves it\n to the master."}
                ```
                """
            );
        });
        Assert.Null(draft.Problem);
        Assert.Equal(Stance.Attributes, draft.Stance);
        Assert.Equal("ferry ‘sailed again’ on Monday", Assert.Single(draft.Quotations).Span.In(Article.Paragraphs[1]));
        Assert.Equal([new("day", "Monday")], draft.Aspects.ToArray());
        Assert.Equal("Leaves it to the master.", draft.Gloss);
        Assert.Empty(draft.Notes);
        Assert.Contains("2. The old ferry", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_WhatTheTextDoesNotSay_IsDroppedAndCounted()
    {
        var draft = await Answered(
            """
            {"stance": "shouts", "quotations": [{"paragraph": 2, "exact": "sailed again"}, {"paragraph": 2, "exact": "sank"},
             {"paragraph": 2, "exact": "never was"}, {"exact": "Nobody else was there at all."}, {"exact": "ailed aga"}]}
            """
        );
        Assert.Equal("sailed again", Assert.Single(draft.Quotations).Span.In(Article.Paragraphs[1]));
        Assert.Null(draft.Stance);
        Assert.Equal("2 of 5 quotations were not in the text and were dropped.", draft.Notes[0]);
        Assert.StartsWith("2 of 5 quotations were a whole sentence", draft.Notes[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it answered nothing")]
    [InlineData("I cannot do that.", "its answer is no draft")]
    [InlineData("{\"quotations\": [", "its answer is no draft")]
    [InlineData("{\"quotations\": [{]}", "its answer is no draft")]
    [InlineData("{\"stance\": \"\\udc00\"}", "its answer cannot be read")]
    [InlineData("{\"quotations\": [{\"exact\": \"\\ud800 sailed\"}]}", "its answer cannot be read")]
    [InlineData("[{}]", "no quotation of its draft holds")]
    [InlineData("{\"quotations\": {\"exact\": 1}, \"aspects\": [], \"stance\": []}", "no quotation of its draft holds")]
    [InlineData("{\"quotations\": [{\"exact\": \"sank\"}]}", "1 of 1 quotation was not in the text and was dropped.")]
    [InlineData("{\"stance\": \"silent\", \"quotations\": []}", "it finds nothing on the claim in these passages")]
    public async Task Draft_AnswerThatIsNone_SaysSo(string content, string said)
    {
        var draft = await Answered(content);
        Assert.StartsWith("small proposes nothing: ", draft.Problem, StringComparison.Ordinal);
        Assert.Contains(said, draft.Problem, StringComparison.Ordinal);
        Assert.Empty(draft.Quotations);
    }

    [Fact]
    public async Task Draft_EndpointInTrouble_SaysItsStatus() =>
        Assert.Contains(
            "status 500",
            (
                await Draft(context =>
                {
                    context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                    return Task.CompletedTask;
                })
            ).Problem,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Draft_HugeAnswer_IsHeardNoFurther() =>
        Assert.Contains(
            "its answer is too long",
            (
                await Draft(async context =>
                {
                    var much = new string('a', 64 * 1024);
                    while (!context.RequestAborted.IsCancellationRequested)
                        await context.Response.WriteAsync(much, context.RequestAborted);
                })
            ).Problem,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Draft_SlowEndpoint_GivesUp() =>
        Assert.Contains(
            "within 1 seconds",
            (await Draft(context => Task.Delay(Timeout.Infinite, context.RequestAborted), seconds: 1)).Problem,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Draft_NobodyWaits_Ends()
    {
        using var gone = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Draft(
                async context =>
                {
                    await gone.CancelAsync();
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                },
                cancelled: gone.Token
            )
        );
    }
}
