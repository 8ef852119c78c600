using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Live;
using SummitDashboard.Domain;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Features.Presenting.Live;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Features.Presenting;

/// <summary>A live session over HTTP: who drives, what an audience is sent, what is counted, and what stays.</summary>
public sealed class LiveTests
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;
    private const int GuessStop = 1;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PageAndStream_BeforeTheReveal_HoldNothingOfIt()
    {
        using var app = TestApp.With();
        using var pia = await Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        var script = (await pia.Session(code)).Script;
        using var visitor = new LiveTalk(app);
        using var stream = await visitor.Listen($"/live/{code}/stream");
        var seq = 0L;
        for (var stop = 0; stop < script.Stops.Count; stop++)
        {
            var it = script.Stops[stop];
            for (var shown = 0; shown <= it.RevealsHtml.Count; shown++)
            {
                Assert.Equal(HttpStatusCode.OK, (await pia.Move(code, ++seq, stop, shown)).StatusCode);
                var sent = (await stream.Until(e => e.GetProperty("seq").GetInt64() == seq)).GetProperty("html").GetString()!;
                var page = await visitor.Client.GetStringAsync(Urls.Live(code), Stop);
                foreach (var seen in new[] { sent, page })
                {
                    Assert.Contains(it.HeadHtml, seen);
                    Assert.All(it.RevealsHtml.Take(shown), html => Assert.Contains(html, seen));
                    Assert.All(it.RevealsHtml.Skip(shown), html => Assert.DoesNotContain(html, seen));
                    Assert.DoesNotContain(it.NotesHtml, seen);
                    if (stop + 1 < script.Stops.Count)
                        Assert.DoesNotContain(script.Stops[stop + 1].HeadHtml, seen);
                    if (shown == 0)
                        Assert.DoesNotContain("data-answer", seen);
                }
            }
        }
    }

    [Fact]
    public async Task HowToJoin_Shown_IsToldToTheStageAndNeverToTheAudience()
    {
        using var app = TestApp.With();
        using var pia = await Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        using var visitor = new LiveTalk(app);
        using var audience = await visitor.Listen($"/live/{code}/stream");
        using var wheel = await pia.Listen($"/live/{code}/wheel");
        await audience.Next();
        Assert.Equal(HttpStatusCode.OK, (await pia.Client.PostAsJsonAsync($"/live/{code}/show", new { now = true }, Stop)).StatusCode);
        await wheel.Until(s => s.GetProperty("shows").GetBoolean());
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await visitor.Client.PostAsJsonAsync($"/live/{code}/show", new { now = false }, Stop)).StatusCode
        );
        await pia.Move(code, 1, 0, 1);
        await wheel.Until(s => !s.GetProperty("shows").GetBoolean()); // the next step is what the room came for
        Assert.Equal(1, (await audience.Next())!.Value.GetProperty("seq").GetInt64()); // the step, and nothing before it
    }

    [Fact]
    public async Task Move_ByOthersOrNotNewer_IsRefusedWithTheStateAsItStands()
    {
        using var app = TestApp.With();
        using var pia = await Presenter(app, "Pia");
        using var bob = await Presenter(app, "Bob");
        var code = await pia.GoLive(Talk);
        Assert.Equal(HttpStatusCode.OK, (await pia.Move(code, 5, 3)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await pia.Move(code, 5, 3)).StatusCode); // sent twice
        Assert.Equal(HttpStatusCode.Conflict, (await pia.Move(code, 5, 4)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await pia.Move(code, long.MaxValue, 4)).StatusCode); // would leave no next move
        Assert.Equal(HttpStatusCode.BadRequest, (await pia.Move(code, 6, 99)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await pia.Move(code, 6, 3, -1)).StatusCode);
        var refused = await bob.Move(code, 9, 7);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("\"stop\":3", await refused.Content.ReadAsStringAsync(Stop));
        using var nobody = new LiveTalk(app);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Move(code, 9, 7)).StatusCode);
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (
                await pia.Client.PostAsync(
                    $"live/{code}/wheel",
                    new StringContent("{\"seq\":9,\"stop\":1,\"shown\":0}", Encoding.UTF8, "text/plain"),
                    Stop
                )
            ).StatusCode
        );
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"/live/{code}/wheel")
        {
            Content = JsonContent.Create(new LiveState(9, 1, 0, false)),
            Headers = { { "Origin", "https://elsewhere.example" } },
        };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await pia.Client.SendAsync(foreign, Stop)).StatusCode);
        Assert.Equal(3, (await pia.Session(code)).State.Stop);
    }

    [Fact]
    public async Task Wheel_HandedOverOrLeft_IsDrivenByTheOther()
    {
        using var app = TestApp.With();
        using var pia = await Presenter(app, "Pia");
        using var bob = await Presenter(app, "Bob");
        var code = await pia.GoLive(Talk);
        var bobsId = app.Services.CreateScope().ServiceProvider.GetRequiredService<ServerDb>().Users.Single(u => u.UserName == "bob").Id;
        Assert.Equal(HttpStatusCode.Conflict, (await Post(pia, code, "hand", new { to = bobsId })).StatusCode); // has nothing open
        using (await pia.Listen($"/live/{code}/wheel"))
        using (var wheel = await bob.Listen($"/live/{code}/wheel"))
        {
            Assert.Equal(HttpStatusCode.Conflict, (await Post(bob, code, "take", new { })).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await Post(bob, code, "end", new { })).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Post(pia, code, "hand", new { to = bobsId })).StatusCode);
            var state = await wheel.Until(s => s.GetProperty("driver").GetProperty("id").GetString() == bobsId);
            Assert.Equal(2, state.GetProperty("presenters").GetArrayLength());
        }
        Assert.Equal(HttpStatusCode.OK, (await bob.Move(code, 1, 2)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await pia.Move(code, 2, 3)).StatusCode);
    }

    [Fact]
    public async Task Guess_OfOneDevice_CountsOnceAndOnlyWhileItIsOpen()
    {
        using var app = TestApp.With();
        using var pia = await Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        await pia.Move(code, 1, GuessStop);
        using var one = await Visitor(app, code);
        using var two = await Visitor(app, code);
        Assert.Equal(HttpStatusCode.OK, await one.Guess(code, GuessStop, 0, "Br"));
        Assert.Equal(HttpStatusCode.OK, await one.Guess(code, GuessStop, 0, "Wy"));
        Assert.Equal(HttpStatusCode.OK, await two.Guess(code, GuessStop, 0, "Br"));
        Assert.Equal(HttpStatusCode.Conflict, await two.Guess(code, GuessStop, 0, "<b>"));
        Assert.Equal(HttpStatusCode.Conflict, await two.Guess(code, GuessStop, 99, "Br"));
        Assert.Equal(HttpStatusCode.Conflict, await two.Guess(code, 0, 0, "Br"));
        using var stranger = new LiveTalk(app);
        Assert.Equal(HttpStatusCode.Forbidden, await stranger.Guess(code, GuessStop, 0, "Br"));
        stranger.Cookies.Add(
            new Uri(app.Address + "/live"),
            new Cookie(app.Services.GetRequiredService<ServerId>().Cookie("summit-visitor"), "made-up")
        );
        Assert.Equal(HttpStatusCode.Forbidden, await stranger.Guess(code, GuessStop, 0, "Br"));
        Assert.Contains("aria-pressed=\"true\"", await one.Client.GetStringAsync(Urls.Live(code), Stop));
        var session = await pia.Session(code);
        Assert.Equal(new() { ["Wy"] = 1, ["Br"] = 1 }, session.Guesses.Counts(GuessStop, 0));

        await pia.Move(code, 2, GuessStop, 1);
        Assert.Equal(HttpStatusCode.Conflict, await two.Guess(code, GuessStop, 0, "Wy"));
        Assert.Contains("1 of 2 guessed it", await one.Client.GetStringAsync(Urls.Live(code), Stop));
        await pia.Move(code, 3, GuessStop);
        Assert.Equal(HttpStatusCode.Conflict, await two.Guess(code, GuessStop, 0, "Wy")); // the answer has been seen

        Assert.Equal(HttpStatusCode.OK, (await Post(pia, code, "end", new { })).StatusCode);
        var csv = await pia.Client.GetStringAsync(Urls.LiveResults(code), Stop);
        Assert.Contains("Why Putin visit,1,yes", csv);
        Assert.Equal(HttpStatusCode.Unauthorized, (await one.Client.GetAsync(Urls.LiveResults(code), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await pia.Move(code, 9, 1)).StatusCode);
        Assert.Contains("This talk has ended", await one.Client.GetStringAsync(Urls.Live(code), Stop));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<SummitDb>>().CreateDbContextAsync(Stop);
        Assert.Empty(db.Guesses);
        Assert.Equal("", db.LiveSessions.Single().Salt);
    }

    [Theory, InlineData(LiveView.MostButtons, 0), InlineData(9, 1)]
    public async Task Guess_OfManyOptions_IsChosenFromOneListAWording(int options, int lists)
    {
        using var app = TestApp.With();
        using var pia = await Presenter(app, "Pia");
        var script = (await pia.Session(await pia.GoLive(Talk))).Script;
        var guess = script.Stops[GuessStop].Guess! with
        {
            Options = [.. Enumerable.Range(0, options).Select(n => new GuessOption($"S{n}", $"Source {n}"))],
        };
        var row = new LiveSessionRow
        {
            Id = "1",
            Code = "ABC",
            Script = "",
            DriverId = "1",
            DriverName = "Pia",
            Salt = "salt",
            Started = DateTime.UnixEpoch,
            Moved = DateTime.UnixEpoch,
        };
        var stops = script.Stops.Select((s, n) => n == GuessStop ? s with { Guess = guess } : s).ToList();
        var session = new LiveSession(row, script with { Stops = stops }, TimeProvider.System);
        var html = LiveView.Html(session, new(1, GuessStop, 0, false), _ => "S3");
        var wordings = guess.WordingsHtml.Count;
        Assert.Equal(lists * wordings, html.Split("<select name=\"option\"").Length - 1);
        Assert.Equal((lists == 1 ? 1 : options) * wordings, html.Split("<button").Length - 1);
        Assert.Equal(wordings, html.Split("aria-pressed=\"true\"").Length - 1);
        Assert.Equal(lists * wordings, html.Split("value=\"S3\" selected").Length - 1);
    }

    [Fact]
    public async Task Session_ServerRestarted_GoesOnAtTheSameStepWithItsGuesses()
    {
        using var folder = new TempFolder();
        string code;
        using (var app = TestApp.At(folder.Sub("data")))
        {
            using var pia = await Presenter(app, "Pia");
            code = await pia.GoLive(Talk);
            await pia.Move(code, 7, GuessStop);
            using var visitor = await Visitor(app, code);
            Assert.Equal(HttpStatusCode.OK, await visitor.Guess(code, GuessStop, 1, "Al"));
        }
        AddRecordsThatCannotBeRead(Path.Combine(folder.Path, "data", "summit.db"));
        using var again = TestApp.At(folder.Sub("data"));
        using var late = new LiveTalk(again);
        using var stream = await late.Listen($"/live/{code}/stream");
        Assert.Equal(7, (await stream.Next())!.Value.GetProperty("seq").GetInt64());
        using var back = await new LiveTalk(again).SignedIn("Pia");
        Assert.Equal(1, (await back.Session(code)).Guesses.Counts(GuessStop, 1)["Al"]);
        Assert.Equal(HttpStatusCode.OK, (await back.Move(code, 8, GuessStop, 1)).StatusCode);
        Assert.Equal(8, (await stream.Next())!.Value.GetProperty("seq").GetInt64());
        var told = again.Services.GetRequiredService<Troubles>().Now.Single(t => t.About == "live sessions that cannot be read").What;
        Assert.All(new[] { "Session bad-script:", "Session bad-stop:", "Session bad-moved:", "1 of its guesses" }, bad =>
            Assert.Contains(bad, told)
        );
    }

    // Three sessions and a guess beside the good ones.
    private static void AddRecordsThatCannotBeRead(string file)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO Guess (SessionId, Stop, Wording, Token, Option) SELECT Id, 'first', 1, 'somebody', 'Al' FROM LiveSession;
            CREATE TEMP TABLE Bad AS SELECT * FROM LiveSession;
            UPDATE Bad SET Id = 'bad-stop', Code = 'bad1', Stop = 99; INSERT INTO LiveSession SELECT * FROM Bad;
            UPDATE Bad SET Id = 'bad-moved', Code = 'bad2', Stop = 0, Moved = 'yesterday'; INSERT INTO LiveSession SELECT * FROM Bad;
            UPDATE Bad SET Id = 'bad-script', Code = 'bad3', Moved = Started, Script = '{'; INSERT INTO LiveSession SELECT * FROM Bad;
            """;
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task Streams_ServerStopped_EndAsTheyShould()
    {
        using var app = TestApp.With();
        using var pia = await Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        using var visitor = new LiveTalk(app);
        using var stream = await visitor.Listen($"/live/{code}/stream");
        using var wheel = await pia.Listen($"/live/{code}/wheel");
        Assert.NotNull(await stream.Next());
        await app.OfServer.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync(Stop);
        Assert.Null(await stream.Next("nothing more")); // a stream that is cut off throws
        while (await wheel.Next() is not null) { }
    }

    [Fact]
    public async Task Presenter_DisabledInMidTalk_LosesTheWheelAtOnce()
    {
        using var app = TestApp.With();
        var olga = await app.Person("Olga", AccountRole.Owner);
        using var pia = await Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        using var wheel = await pia.Listen($"/live/{code}/wheel");
        using (var scope = app.Services.CreateScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<People>();
            var id = scope.ServiceProvider.GetRequiredService<ServerDb>().Users.Single(u => u.UserName == "pia").Id;
            Assert.Null((await people.SetDisabled(olga, id, true)).Problem());
        }
        while (await wheel.Next() is not null) { }
        Assert.Equal(HttpStatusCode.Unauthorized, (await pia.Move(code, 1, 1)).StatusCode);
    }

    [Theory]
    [
        InlineData("/live", 200),
        InlineData("/live?code=", 200),
        InlineData("/live?code=%20%00", 404),
        InlineData("/live/ZZZZ", 404),
        InlineData("/live/aeio", 404)
    ]
    [InlineData("/live/%E2%80%AE", 404), InlineData("/live/ZZZZ/stream", 404)]
    public async Task Code_ThatLeadsNowhere_IsAnsweredKindly(string path, int status)
    {
        using var app = TestApp.With();
        using var client = new HttpClient();
        Assert.Equal(status, (int)(await client.GetAsync(app.Address + path, Stop)).StatusCode);
    }

    [Fact]
    public async Task Flood_OfMissesGuessesAndStreams_LeavesOthersAlone()
    {
        using var app = new TestApp(
            new Dictionary<string, string>
            {
                ["Live:Misses"] = "3",
                ["Live:GuessesPerVisitor"] = "3",
                ["Live:StreamsPerVisitor"] = "2",
            }
        ).Started();
        using var pia = await Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        await pia.Move(code, 1, GuessStop);
        using var neighbour = await Visitor(app, code);
        using var flood = await Visitor(app, code);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => flood.Client.GetAsync("live/ZZZZ", Stop)));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.TooManyRequests);
        var guesses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
            guesses.Add(await flood.Guess(code, GuessStop, 0, "Br"));
        Assert.Contains(HttpStatusCode.TooManyRequests, guesses);
        using var first = await flood.Listen($"/live/{code}/stream");
        using var second = await flood.Listen($"/live/{code}/stream");
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            (await flood.Client.GetAsync($"live/{code}/stream", HttpCompletionOption.ResponseHeadersRead, Stop)).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, await neighbour.Guess(code, GuessStop, 0, "Wy"));
        using var own = await neighbour.Listen($"/live/{code}/stream");
        Assert.NotNull(await own.Next());
    }

    [Fact]
    public async Task ClosedReading_Audience_FollowsAndSeesNothingElse()
    {
        using var app = new TestApp(new Dictionary<string, string> { ["Access:Reading"] = "signed-in" }).Started();
        using var pia = await Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        using var visitor = new LiveTalk(app);
        var page = await visitor.Client.GetStringAsync(Urls.Live(code), Stop);
        Assert.Contains("One visit, five tellings", page);
        Assert.DoesNotContain("data-look-around", page);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Client.GetAsync(Urls.Stage(Talk), Stop)).StatusCode);
        Assert.DoesNotContain(app.Casebook.Head.Title, WebUtility.HtmlDecode(await visitor.Client.GetStringAsync(Urls.SignIn, Stop)));
    }

    private static async Task<LiveTalk> Presenter(TestApp app, string name)
    {
        await app.Person(name, AccountRole.Presenter);
        return await new LiveTalk(app).SignedIn(name);
    }

    private static async Task<LiveTalk> Visitor(TestApp app, string code)
    {
        var visitor = new LiveTalk(app);
        Assert.Contains("id=\"now\"", await visitor.Client.GetStringAsync(Urls.Live(code), Stop));
        return visitor;
    }

    private static Task<HttpResponseMessage> Post(LiveTalk who, string code, string what, object body) =>
        who.Client.PostAsJsonAsync($"/live/{code}/{what}", body, Stop);
}
