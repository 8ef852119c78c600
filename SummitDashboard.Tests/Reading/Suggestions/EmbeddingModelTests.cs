using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>What is near in meaning, against a server on the loopback address that speaks as OpenAI’s does.</summary>
public sealed class EmbeddingModelTests
{
    // The second paragraph is on a ferry that sails, without a word of the claim.
    private static readonly ArticleText Article = ArticleText.From(
        "القرية في الصباح الباكر\nأبحرت العبّارة القديمة من جديد، قال القبطان.\nكان الطقس باردا جدا\nلم يأت أحد إلى السوق"
    );

    private static readonly Claim Claim = Coded.Claim("c") with
    {
        Question = "Did it sail?",
        Statement = "The ferry sailed.",
        Framings = [],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static float[] VectorOf(string text) =>
        text.Contains("ferry", StringComparison.Ordinal) || text.Contains("أبحرت", StringComparison.Ordinal) ? [1, 0.1f] : [0.1f, 1];

    private static async Task Embed(HttpContext context) =>
        await ChatServer.Answer(context, (await ChatServer.Texts(context)).Select(VectorOf));

    private static EmbeddingModel Of(ChatServer server, int seconds = 30, TimeProvider? clock = null) =>
        new(
            new()
            {
                Endpoint = server.Endpoint,
                Embeddings = "meaning",
                Seconds = seconds,
            },
            clock ?? TimeProvider.System,
            NullLogger<EmbeddingModel>.Instance
        );

    private static ProposedPassages Proposed(Nearness? near) =>
        ProposedPassages.Of(Coded.Casebook(), Claim, Coded.Source, Article, [], near);

    [Fact]
    public async Task Of_AnArticleInAnotherLanguage_ProposesWhatSharesNoWord()
    {
        Assert.NotNull(Proposed(null).Nothing);
        await using var server = await ChatServer.Serve(_ => Task.CompletedTask, Embed);
        var one = Assert.Single(Proposed(await Of(server).Of(Claim, Article, Cancel)).Passages);
        Assert.Equal(2, one.Paragraph);
        Assert.Equal([new Reason(ClueKind.Meaning, "")], one.Why);
        Assert.InRange(one.Fragment.Length, 1, Article.Paragraphs[1].Length - 1);
    }

    [Fact]
    public async Task Of_ALongArticleTwice_SendsEachTextOnce()
    {
        var sent = new List<string>();
        await using var server = await ChatServer.Serve(
            _ => Task.CompletedTask,
            async context =>
            {
                var texts = await ChatServer.Texts(context);
                sent.AddRange(texts);
                await ChatServer.Answer(context, texts.Select(VectorOf));
            }
        );
        var article = ArticleText.From(
            string.Join('\n', Enumerable.Range(0, 100).Select(n => $"Paragraph {n}: {new string('a', 90 * n)}😀"))
        );
        var meanings = Of(server);
        var both = await Task.WhenAll(meanings.Of(Claim, article, Cancel), meanings.Of(Claim, article, Cancel));
        Assert.All(both, n => Assert.Equal(100, n.Of?.Count));
        Assert.Equal(101, sent.Count);
        Assert.Equal(101, sent.Distinct().Count());
        Assert.All(sent, t => Assert.InRange(t.Length, 1, 4_000));
        Assert.DoesNotContain(sent, t => char.IsHighSurrogate(t[^1]));
    }

    [Theory]
    [InlineData("status", "it answered with the status 503.")]
    [InlineData("text", "its answer cannot be read.")]
    [InlineData("few", "its answer cannot be read.")]
    [InlineData("not a number", "its answer cannot be read.")]
    [InlineData("of another length", "its answer cannot be read.")]
    [InlineData("empty", "its answer cannot be read.")]
    [InlineData("very long vectors", "its answer cannot be read.")]
    [InlineData("long", "its answer is too long.")]
    [InlineData("slow", "it did not answer within 1 seconds.")]
    public async Task Of_EndpointInTrouble_SaysWhatAndIsAskedAnew(string trouble, string said)
    {
        var isWell = false;
        await using var server = await ChatServer.Serve(
            _ => Task.CompletedTask,
            async context =>
            {
                var texts = await ChatServer.Texts(context);
                if (isWell)
                    await ChatServer.Answer(context, texts.Select(VectorOf));
                else if (trouble == "status")
                    context.Response.StatusCode = 503;
                else if (trouble == "text")
                    await context.Response.WriteAsync("No vectors today.");
                else if (trouble == "long")
                    await context.Response.WriteAsync(new string('a', 9_000_000));
                else if (trouble == "slow")
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                else
                    await ChatServer.Answer(
                        context,
                        trouble switch
                        {
                            "few" => [],
                            "empty" => texts.Select(_ => Array.Empty<float>()),
                            "very long vectors" => texts.Select(_ => new float[10_000]),
                            "not a number" => texts.Select(_ => new[] { float.NaN }),
                            _ => texts.Select(t => new float[texts.Count]),
                        }
                    );
            }
        );
        var meanings = Of(server, trouble == "slow" ? 1 : 30);
        Assert.Equal(new(null, $"meaning says nothing of meaning: {said}"), await meanings.Of(Claim, Article, Cancel));
        isWell = true;
        Assert.Equal(4, (await meanings.Of(Claim, Article, Cancel)).Of?.Count);
    }

    [Fact]
    public async Task Of_AnArticleThatTakesLong_HoldsNoOtherUp()
    {
        var (second, goes) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (ofLong, before) = (0, 0);
        await using var server = await ChatServer.Serve(
            _ => Task.CompletedTask,
            async context =>
            {
                var texts = await ChatServer.Texts(context);
                if (texts[0].StartsWith("Paragraph", StringComparison.Ordinal) && ++ofLong == 2)
                {
                    second.SetResult();
                    await goes.Task;
                }
                if (texts[0] == Article.Paragraphs[0])
                    before = ofLong;
                await ChatServer.Answer(context, texts.Select(VectorOf));
            }
        );
        var meanings = Of(server);
        var slow = meanings.Of(Claim, ArticleText.From(string.Join('\n', Enumerable.Range(0, 100).Select(n => $"Paragraph {n}."))), Cancel);
        await second.Task.WaitAsync(Cancel);
        var other = meanings.Of(Claim, Article, Cancel);
        goes.SetResult();
        Assert.Equal(4, (await other).Of?.Count);
        Assert.InRange(before, 2, 3); // it came between two of the other’s four requests
        Assert.Equal(100, (await slow).Of?.Count);
    }

    [Fact]
    public async Task Of_AnArticleThatNobodyWaitsFor_IsNotReadOn()
    {
        var clock = new SetClock(DateTimeOffset.UnixEpoch);
        var asked = 0;
        var first = new TaskCompletionSource();
        var goes = new TaskCompletionSource();
        await using var server = await ChatServer.Serve(
            _ => Task.CompletedTask,
            async context =>
            {
                var texts = await ChatServer.Texts(context);
                if (texts[0].StartsWith("Paragraph", StringComparison.Ordinal) && ++asked == 1)
                {
                    first.SetResult();
                    await goes.Task;
                }
                await ChatServer.Answer(context, texts.Select(VectorOf));
            }
        );
        var meanings = Of(server, clock: clock);
        var article = ArticleText.From(string.Join('\n', Enumerable.Range(0, 100).Select(n => $"Paragraph {n}.")));
        var waits = meanings.Of(Claim, article, Cancel);
        await first.Task.WaitAsync(Cancel);
        clock.Now += TimeSpan.FromMinutes(3);
        goes.SetResult();
        Assert.Null((await waits).Of);
        Assert.Equal(1, asked);
        Assert.Equal(100, (await meanings.Of(Claim, article, Cancel)).Of?.Count); // who asks again has it read from the beginning
    }

    [Fact]
    public async Task Of_WhoDoesNotWait_LeavesItForTheNext()
    {
        var (began, goes) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await ChatServer.Serve(
            _ => Task.CompletedTask,
            async context =>
            {
                began.TrySetResult();
                await goes.Task;
                await Embed(context);
            }
        );
        var meanings = Of(server);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = meanings.Of(Claim, Article, gone.Token);
        await began.Task.WaitAsync(Cancel);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        goes.SetResult();
        Assert.Equal(4, (await meanings.Of(Claim, Article, Cancel)).Of?.Count);
    }

    [Fact]
    public void Rank_WhereAllMeansTheSame_IsAsWithoutAModel()
    {
        Assert.NotNull(Proposed(new([0.5, 0.5, 0.5, 0.5], null)).Nothing);
        Assert.NotNull(Proposed(new(null, "No.")).Nothing);
    }

    [Theory]
    [InlineData("http://localhost:1/v1", null, null, false)]
    [InlineData("http://localhost:1/v1", null, "meaning", true)]
    [InlineData("http://localhost:1/v1", "small", null, true)]
    [InlineData(null, null, "meaning", false)]
    [InlineData(null, null, null, true)]
    public void Options_OfModelsAndEndpoint_AreHeldAgainstEachOther(string? endpoint, string? model, string? embeddings, bool isFine)
    {
        var options = new SuggestionOptions
        {
            Endpoint = endpoint,
            Model = model,
            Embeddings = embeddings,
        };
        Assert.Equal(isFine, !((System.ComponentModel.DataAnnotations.IValidatableObject)options).Validate(new(options)).Any());
        Assert.Equal(isFine && model is not null, options.HasModel);
        Assert.Equal(isFine && embeddings is not null, options.HasEmbeddings);
    }
}
