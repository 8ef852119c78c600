using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Live;
using SummitDashboard.Domain;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Features.Presenting.Live;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Presenting;

/// <summary>What an audience guesses: of whom it counts, while it is open, and how it is chosen.</summary>
public sealed class LiveGuessesTests
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;
    private const int GuessStop = 1;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guess_OfOneDevice_CountsOnceAndOnlyWhileItIsOpen()
    {
        using var app = TestApp.With();
        using var pia = await LiveTalk.Presenter(app, "Pia");
        var code = await pia.GoLive(Talk);
        await pia.Move(code, 1, GuessStop);
        using var one = await LiveTalk.Visitor(app, code);
        using var two = await LiveTalk.Visitor(app, code);
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

        Assert.Equal(HttpStatusCode.OK, (await pia.Post(code, "end", new { })).StatusCode);
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
        using var pia = await LiveTalk.Presenter(app, "Pia");
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
}
