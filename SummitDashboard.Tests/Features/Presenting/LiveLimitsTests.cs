using System.Net;
using SummitDashboard.Domain;
using SummitDashboard.Features.Presenting.Live;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Presenting;

/// <summary>
/// One visitor against a live talk: guessing its code, voting for everybody, taking every place, sending what no form sends.
/// </summary>
public sealed class LiveLimitsTests(LiveLimitsTests.Tight tight) : IClassFixture<LiveLimitsTests.Tight>
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;
    private const int GuessStop = 1;
    private const int Misses = 5;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Code_AfterTooManyWrongOnes_IsAnsweredAlikeRightOrWrong()
    {
        var code = await GoLive("Pia");
        using var early = Visitor("127.0.1.1");
        Assert.Equal(HttpStatusCode.OK, await Status(early, Urls.Live(code)));
        using var guesser = Visitor("127.0.1.1"); // the same hall
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < Misses + 2; n++)
            answers.Add(await Status(guesser, Urls.Live("ZZZZZ" + "23456789"[n])));
        Assert.Equal(
            [.. Enumerable.Repeat(HttpStatusCode.NotFound, Misses), HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests],
            answers
        );

        var wrong = await Text(guesser, Urls.Live("ZZZZZZ"));
        var right = await Text(guesser, Urls.Live(code));
        Assert.Equal(wrong.Replace("ZZZZZZ", code, StringComparison.Ordinal), right);
        foreach (var path in new[] { "/stream", "" })
            Assert.Equal(HttpStatusCode.TooManyRequests, await Status(guesser, Urls.Live(code) + path));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Guess(guesser, code, "Br"));

        Assert.Equal(HttpStatusCode.OK, await Status(early, Urls.Live(code))); // who was there goes on
        using var elsewhere = Visitor("127.0.1.2");
        Assert.Equal(HttpStatusCode.OK, await Status(elsewhere, Urls.Live(code)));
    }

    [Fact]
    public async Task Codes_OfHonestListeners_NeverCountAsWrong()
    {
        var code = await GoLive("Quin");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8 * Misses)
                .Select(async _ =>
                {
                    using var visitor = Visitor("127.0.1.3");
                    return await Status(visitor, Urls.Live(code));
                })
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
    }

    [Theory, InlineData(false, LiveCode.Open), InlineData(true, LiveCode.Closed)]
    public void Code_WhereReadingNeedsASignIn_IsLonger(bool isClosed, int length)
    {
        var code = LiveCode.New(isClosed);
        Assert.Equal(length, code.Length);
        Assert.Equal(code, LiveCode.Read($" {code[..3].ToLowerInvariant()}-{code[3..]} "));
        Assert.Null(LiveCode.Read(code + "2"));
    }

    [Fact]
    public async Task Votes_MintedByOneDevice_StayFewAndCloseItForNobody()
    {
        var code = await GoLive("Rosa");
        var minted = new List<HttpStatusCode>();
        for (var n = 0; n < VoteLimit.Unheard + 10; n++)
        {
            using var device = Visitor("127.0.1.4"); // a new cookie each
            await Status(device, Urls.Live(code));
            minted.Add(await Guess(device, code, "Br"));
        }
        Assert.Equal(VoteLimit.Unheard, minted.Count(m => m == HttpStatusCode.OK));
        using var neighbour = Visitor("127.0.1.4");
        await Status(neighbour, Urls.Live(code));
        using var stream = await neighbour.GetAsync(Urls.Live(code) + "/stream", HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.OK, await Guess(neighbour, code, "Wy")); // who follows there has a vote
        Assert.Equal(HttpStatusCode.OK, await Guess(neighbour, code, "Tu")); // and may change it
        using var elsewhere = Visitor("127.0.1.5");
        await Status(elsewhere, Urls.Live(code));
        Assert.Equal(HttpStatusCode.OK, await Guess(elsewhere, code, "Wy"));
    }

    [Fact]
    public async Task Streams_OfOneAddress_LeavePlacesForOthers()
    {
        var code = await GoLive("Sven");
        var held = new List<HttpResponseMessage>();
        HttpStatusCode status;
        do
        {
            using var device = Visitor("127.0.1.6");
            await Status(device, Urls.Live(code));
            var answer = await new HttpClient(Loopback.From("127.0.1.6"))
            {
                DefaultRequestHeaders = { { "Cookie", Cookies(device) } },
            }.GetAsync(tight.Address + Urls.Live(code) + "/stream", HttpCompletionOption.ResponseHeadersRead, Stop);
            held.Add(answer);
            status = answer.StatusCode;
        } while (status == HttpStatusCode.OK && held.Count < 20);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 5), (status, held.Count));
        using var elsewhere = Visitor("127.0.1.7");
        await Status(elsewhere, Urls.Live(code));
        using var stream = await elsewhere.GetAsync(Urls.Live(code) + "/stream", HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        held.ForEach(a => a.Dispose());
    }

    [Fact]
    public async Task Streams_WithoutCookiesOfOneAddress_LeaveSuchPlacesForOthers()
    {
        // Twenty without cookies, two of an address.
        using var app = new TestApp(new Dictionary<string, string> { ["Live:Streams"] = "80" }).Started();
        await app.Person("Uma", AccountRole.Presenter);
        using var presenter = await new LiveTalk(app).SignedIn("Uma");
        var path = app.Address + Urls.Live(await presenter.GoLive(Talk)) + "/stream";
        using var many = new HttpClient(Loopback.From("127.0.1.9"));
        using var first = await many.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
        using var second = await many.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status(many, path));
        using var elsewhere = new HttpClient(Loopback.From("127.0.1.10"));
        Assert.Equal(HttpStatusCode.OK, await Status(elsewhere, path));
    }

    [Theory]
    [
        InlineData("1", "0\r\n", "Br"),
        InlineData("1\n", "0", "Br"),
        InlineData("1", "0", "\u0001"),
        InlineData("1", "0", "Br\r\nSet-Cookie: a=b"),
        InlineData("\u0000", "\u0007", "\u001b[2J"),
        InlineData("1", "-0", "Br")
    ]
    [InlineData("1", "0", "\ud83d\ude80\u202e"), InlineData("", "", "")]
    public async Task Guess_WithoutAScriptAndFullOfControlCharacters_IsAnsweredInWords(string stop, string wording, string option)
    {
        var code = await GoLive("Tom");
        using var visitor = Visitor("127.0.1.8");
        await Status(visitor, Urls.Live(code));
        using var answer = await visitor.PostAsync(
            Urls.Live(code) + "/guess",
            new FormUrlEncodedContent([new("stop", stop), new("wording", wording), new("option", option)]),
            Stop
        );
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Conflict });
        Assert.Contains("There is no such choice here", await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task<string> GoLive(string who)
    {
        try
        {
            await tight.Person(who, AccountRole.Presenter);
        }
        catch (Xunit.Sdk.XunitException)
        {
            // From the row of the theory before.
        }
        using var presenter = await new LiveTalk(tight).SignedIn(who);
        var code = await presenter.GoLive(Talk);
        if ((await presenter.Session(code)).State.Seq == 0)
            Assert.Equal(HttpStatusCode.OK, (await presenter.Move(code, 1, GuessStop)).StatusCode);
        return code;
    }

    private HttpClient Visitor(string from)
    {
        var handler = Loopback.From(from);
        handler.CookieContainer = new();
        handler.AllowAutoRedirect = false;
        var client = InCasebook.Client(tight.Address, handler);
        byClient[client] = handler.CookieContainer;
        return client;
    }

    private readonly Dictionary<HttpClient, CookieContainer> byClient = [];

    private string Cookies(HttpClient client) => byClient[client].GetCookieHeader(new(tight.Address + "/live"));

    private static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
        return answer.StatusCode;
    }

    private static async Task<string> Text(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<HttpStatusCode> Guess(HttpClient client, string code, string option)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, Urls.Live(code) + "/guess")
        {
            Content = new FormUrlEncodedContent([new("stop", $"{GuessStop}"), new("wording", "0"), new("option", option)]),
        };
        post.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(post, Stop);
        return answer.StatusCode;
    }

    /// <summary>Few of everything, for all tests of the class.</summary>
    public sealed class Tight : TestApp
    {
        public Tight()
            : base(new Dictionary<string, string> { ["Live:Misses"] = $"{Misses}", ["Live:StreamsPerAddress"] = "4" }) => Started();
    }
}
