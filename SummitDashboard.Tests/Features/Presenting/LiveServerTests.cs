using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Presenting;

/// <summary>A live session and the server beneath it: restarted, stopped, flooded.</summary>
public sealed class LiveServerTests
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;
    private const int GuessStop = 1;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_ServerRestarted_GoesOnAtTheSameStepWithItsGuesses()
    {
        using var folder = new TempFolder();
        string code;
        using (var app = TestApp.At(folder.Sub("data")))
        {
            using var pia = await LiveTalk.Presenter(app, "Pia");
            code = await pia.GoLive(Talk);
            await pia.Move(code, 7, GuessStop);
            using var visitor = await LiveTalk.Visitor(app, code);
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
        using var pia = await LiveTalk.Presenter(app, "Pia");
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
        using var pia = await LiveTalk.Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        await pia.Move(code, 1, GuessStop);
        using var neighbour = await LiveTalk.Visitor(app, code);
        using var flood = await LiveTalk.Visitor(app, code);
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
}
