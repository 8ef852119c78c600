using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Features.Presenting;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Talks;
using SummitDashboard.Tests.BrowserTests;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Presenting;

/// <summary>What may be shown of a talk, and the files that it is taken along in.</summary>
public sealed partial class TalkScriptTests(ShellBrowserTests.Site site) : IClassFixture<ShellBrowserTests.Site>
{
    private const string Hostile = "<img src=x onerror=alert(1)></script>";
    private readonly TestApp app = site.App;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Script_OfTheShippedTalk_LetsEverySourceSpeakInItsOwnWords()
    {
        var talk = Assert.Single(app.Casebook.Talks);
        Assert.InRange(talk.Stops.Count, 12, 16);
        var script = await Script(talk);
        foreach (var (stop, shown) in talk.Stops.Zip(script.Stops))
        {
            Assert.Equal(stop.Sources.Count, shown.RevealsHtml.Count);
            Assert.All(stop.Sources.Zip(shown.RevealsHtml), s => Assert.Contains(app.Casebook.Sources[s.First].Name, s.Second));
            Assert.All(shown.RevealsHtml, html => Assert.Contains("<blockquote", html));
            Assert.NotEmpty(shown.NotesHtml);
            Assert.InRange(shown.Place ?? 0, 0, 1);
        }
        Assert.Equal(talk.Seconds, script.Seconds);
    }

    [Fact]
    public async Task Guess_OfAStop_HidesWhoseWordsTheyAreAndKnowsTheAnswer()
    {
        var talk = app.Casebook.Talks[0];
        var script = await Script(talk);
        var guesses = script.Stops.Where(s => s.Guess is not null).ToList();
        Assert.NotEmpty(guesses);
        foreach (var stop in guesses)
        {
            var guess = stop.Guess!;
            Assert.Equal(guess.WordingsHtml.Count, guess.Answers.Count);
            Assert.All(guess.Answers, a => Assert.Contains(guess.Options, o => o.Key == a));
            Assert.All(guess.WordingsHtml, html =>
                Assert.DoesNotContain(app.Casebook.Sources, s => html.Contains(s.Name) || html.Contains($">{s.Siglum}<"))
            );
            for (var i = 0; i < guess.Answers.Count; i++)
                Assert.Contains(guess.Answers[i], stop.RevealsHtml[guess.Places[i]]);
        }
    }

    [Fact]
    public async Task Guess_OfSourcesInTheirUsualOrder_DoesNotGiveTheAnswersAway()
    {
        foreach (var claim in app.Casebook.Claims)
        {
            var stop = new Stop
            {
                Headline = "Who?",
                Claim = claim.Id,
                Sources = [.. app.Casebook.Sources.Select(s => s.Id)],
                Guess = SummitDashboard.Domain.Guess.Source,
            };
            if ((await Script(app.Casebook.Talks[0] with { Stops = [stop] })).Stops[0].Guess is not { Answers.Count: > 1 } guess)
                continue;
            Assert.NotEqual(guess.Options.Select(o => o.Key).Where(guess.Answers.Contains), guess.Answers);
        }
    }

    [Fact]
    public async Task Address_OfATalkWithoutStops_LeadsToItsPage()
    {
        using var app = TestApp.With();
        var talk = app.Casebook.Talks[0] with { Id = new("aaaaaaaaaaaa"), Slug = "empty-walk", Stops = [] };
        Assert.IsType<Outcome.Committed>(
            await app
                .Services.GetRequiredService<CasebookStore>()
                .Write(new PutItem(null, talk), await app.Person("Pia", AccountRole.Presenter))
        );
        using var http = InCasebook.Client(app.Address);
        foreach (var path in new[] { Urls.Stage("empty-walk"), Urls.Desk("empty-walk") })
            Assert.EndsWith("/present/empty-walk", (await http.GetAsync(path, Stop)).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Script_OfHostileWords_EncodesThemEverywhere()
    {
        var first = app.Casebook.Talks[0];
        var talk = first with
        {
            Title = Hostile,
            Lede = Hostile,
            Stops = [first.Stops[0] with { Headline = Hostile, Notes = Hostile + "[x](javascript:alert(1))" }],
        };
        var script = await Script(talk);
        var html = await Scripts.File(script, "en", Assets());
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("javascript:", script.Stops[0].NotesHtml);
        Assert.DoesNotContain("<img", script.Stops[0].NotesHtml);
        Assert.DoesNotContain("<img", System.Text.Encoding.UTF8.GetString(TimelineJson.Of(app.Casebook, talk)));
        // Whatever stands in it, the data end where they should.
        var data = DataPattern().Match(html).Groups[1].Value;
        Assert.Equal(Hostile, JsonDocument.Parse(data).RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task File_OfATalk_AsksForNothingElse()
    {
        var client = new HttpClient();
        var html = await client.GetStringAsync(app.Address + Urls.TalkExport(Shown, "html"), Stop);
        Assert.DoesNotMatch(@"(src|href)=""(?!#)", Regex.Replace(html, "<style>.*?</style>", "", RegexOptions.Singleline));
        Assert.DoesNotMatch(@"url\(|@import", html);
        using var map = JsonDocument.Parse(Regex.Match(html, """<script type="importmap">(.*?)</script>""").Groups[1].Value);
        var modules = map.RootElement.GetProperty("imports");
        foreach (Match import in ImportPattern().Matches(html))
        {
            var module = modules.GetProperty(import.Groups[1].Value).GetString()!.Split(";base64,");
            Assert.Equal("data:text/javascript", module[0]);
            // It stands in no folder, from which it could ask for another.
            Assert.DoesNotMatch(ImportPattern(), System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(module[1])));
        }
        Assert.DoesNotContain("<p>Five articles, none of them the same age", html); // the notes are the presenter's
        Assert.Equal(
            app.Casebook.Talks[0].Stops.Count,
            JsonDocument.Parse(DataPattern().Match(html).Groups[1].Value).RootElement.GetProperty("stops").GetArrayLength()
        );
    }

    [Fact]
    public async Task TimelineJson_OfATalk_HasASlideForEveryStopThatHasADate()
    {
        using var json = JsonDocument.Parse(await new HttpClient().GetStringAsync(app.Address + Urls.TalkExport(Shown, "json"), Stop));
        var talk = app.Casebook.Talks[0];
        var dated = talk.Stops.Count(s => TalkTrack.EventOf(app.Casebook, s)?.Date is not null);
        Assert.Equal(dated, json.RootElement.GetProperty("events").GetArrayLength());
        foreach (var slide in json.RootElement.GetProperty("events").EnumerateArray())
        {
            Assert.True(slide.GetProperty("start_date").GetProperty("year").GetInt64() > 1900);
            Assert.NotEmpty(slide.GetProperty("text").GetProperty("headline").GetString()!);
        }
        var undated = talk.Stops.First(s => TalkTrack.EventOf(app.Casebook, s)?.Date is null);
        Assert.Contains(undated.Headline, json.RootElement.GetProperty("title").GetProperty("text").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("2001,2002,2003", "")]
    [InlineData("2001,2001,2001", "")]
    [InlineData("2003,2001,2002", "1")] // one goes back, and the two others keep their order
    [InlineData("2001,2003,2002,2004", "3")]
    [InlineData("2003,2002,2001", "2,3")]
    [InlineData("2003,-,2001", "3")]
    [InlineData("-", "")]
    public void TimelineOrder_OfStops_NamesTheFewestThatMove(string years, string moved)
    {
        var book = app.Casebook;
        var events = years
            .Split(',')
            .Select((year, n) => book.Events[0] with { Id = new($"e{n}"), Slug = $"e{n}", Date = year == "-" ? null : Edtf.Parse(year) })
            .ToList();
        var casebook = new Casebook(1, book.Head, book.Sources, book.Actors, events, []);
        var talk = book.Talks[0] with
        {
            Stops =
            [
                .. events.Select(e => new Stop
                {
                    Event = e.Id,
                    Headline = e.Slug,
                    Sources = [],
                }),
            ],
        };
        var order = TimelineOrder.Of(casebook, talk);
        Assert.Equal(moved, string.Join(',', order.Moved));
        Assert.Equal(years.Split(',').Count(y => y == "-"), order.Undated.Count);
        Assert.Equal(moved.Length == 0 && order.Undated.Count == 0, order.InWords.Length == 0);
        var json = System.Text.Encoding.UTF8.GetString(TimelineJson.Of(casebook, talk));
        Assert.All(order.Moved, stop => Assert.Contains($"Stop {stop} of {events.Count}", json));
    }

    [Fact]
    public async Task TimelineJson_ThatLosesTheOrder_SaysSoAtItsLinkAndInItself()
    {
        var words = TimelineOrder.Of(app.Casebook, app.Casebook.Talks[0]).InWords;
        Assert.Contains("sorts by date", words);
        var page = System.Net.WebUtility.HtmlDecode(
            await new HttpClient().GetStringAsync(app.Address + Urls.Talk(app.Casebook.Talks[0]), Stop)
        );
        Assert.Contains(words, page);
        using var json = JsonDocument.Parse(await new HttpClient().GetStringAsync(app.Address + Urls.TalkExport(Shown, "json"), Stop));
        Assert.Contains(words, json.RootElement.GetProperty("title").GetProperty("text").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("event.{event},claim.{claim}", 2)]
    [InlineData("event.none,claim.{claim},event", 1)]
    [InlineData("event.none", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Improvised_Address_KeepsWhatTheCasebookHas(string? stops, int? count) =>
        Assert.Equal(
            count,
            Improvised.Read(app.Casebook, Filled(stops), string.Join(',', app.Casebook.Sources.Take(2).Select(s => s.Siglum)))?.Stops.Count
        );

    [Fact]
    public void Improvised_LongAddress_IsCut() =>
        Assert.Equal(
            Improvised.Most,
            Improvised
                .Read(app.Casebook, string.Join(',', Enumerable.Repeat("claim." + app.Casebook.Claims[0].Slug, 5000)), null)!
                .Stops.Count
        );

    [Theory]
    [InlineData("/present/{talk}/0", 302)]
    [InlineData("/present/{talk}/999999", 302)]
    [InlineData("/present/{talk}/3?shown=-7", 200)]
    [InlineData("/present/{talk}/3?shown=99999999999999", 200)]
    [InlineData("/present/{talk}/3?shown=2&live=ZZZZ", 200)]
    [InlineData("/present/none/1", 404)]
    [InlineData("/present/none/desk", 404)]
    [InlineData("/present/none/export.html", 404)]
    [InlineData("/present/improvised/1", 404)]
    [InlineData("/present/improvised/1?stops=event.{event}&sources=Zz", 200)]
    [InlineData("/present/{talk}/print?notes=1", 200)]
    public async Task Stage_AnyAddress_IsAnswered(string path, int status)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        Assert.Equal(status, (int)(await client.GetAsync(app.Address + Filled(path)!, Stop)).StatusCode);
    }

    // An address with names of the casebook that is served.
    private string? Filled(string? address) =>
        address?.Replace("{talk}", Shown).Replace("{event}", app.Casebook.Events[0].Slug).Replace("{claim}", app.Casebook.Claims[0].Slug);

    private string Shown => app.Casebook.Talks[0].Slug;

    private TalkScripts Scripts => app.Services.GetRequiredService<TalkScripts>();

    private Task<TalkScript> Script(Talk talk) => Scripts.Make(app.Casebook, talk);

    private StageAssets Assets() =>
        StageAssets.Read(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.IWebHostEnvironment>().WebRootFileProvider);

    [GeneratedRegex("^import .* from '(.*?)'", RegexOptions.Multiline)]
    private static partial Regex ImportPattern();

    [GeneratedRegex("""<script type="application/json" id="script">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex DataPattern();
}
