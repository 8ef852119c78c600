using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Library;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Features.Search;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Search;
using SummitDashboard.Tests.Data.Search;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Search;

public sealed partial class SearchPageTests
{
    // Outside of every casebook.
    private async Task<HttpClient> OnTheServer(string who) =>
        new(new HttpClientHandler { CookieContainer = (await new LiveTalk(app).SignedIn(who)).Cookies });

    private async Task<string> AskAll(HttpClient http, string query)
    {
        var address = $"{app.Site}/{Urls.With(Urls.LibrarySearch, ("q", query))}";
        string page;
        do page = await http.GetStringAsync(address, Stop);
        while (
            page.Contains("Not searched yet", StringComparison.Ordinal) || page.Contains("can be found so far", StringComparison.Ordinal)
        );
        return Flat(page);
    }

    [Fact]
    public async Task QuickSearchOfTheLibrary_OfEachVisitor_FindsWhatHeMayRead()
    {
        using var anybody = new HttpClient();
        await AskAll(anybody, "paper");
        Task<string> Quick(HttpClient http, string words) =>
            http.GetStringAsync($"{app.Site}/{Urls.With(Urls.LibraryQuickSearch, ("q", words))}", Stop);
        Assert.Equal("[]", await Quick(anybody, "rare"));
        using var reader = await OnTheServer("Rea");
        using var member = await OnTheServer("Mia");
        await AskAll(member, "paper");
        foreach (var (http, root) in new[] { (reader, "c/a-small-case/"), (member, "c/a-small-case-copy/") })
        {
            var hit = Assert.Single(JsonDocument.Parse(await Quick(http, "rare")).RootElement.EnumerateArray());
            Assert.StartsWith(root, hit.GetProperty("url").GetString());
            Assert.StartsWith("article · ", hit.GetProperty("kind").GetString());
        }
        // A casebook by its title, also where nothing in it is found, and none that is for others.
        Assert.Contains("\"kind\":\"casebook\",\"title\":\"Bare bones\"", await Quick(anybody, "bare b"));
        Assert.DoesNotContain("copy", await Quick(anybody, "small case"));
        Assert.Contains("copy", await Quick(member, "small case"));
        foreach (var bad in new[] { "", "(", "NOT", "\"", "near:-1", "\0" })
            Assert.StartsWith("[", await Quick(anybody, bad));
    }

    [Fact]
    public async Task LibrarySearch_OfACasebookForMembers_TellsOthersNothingOfIt()
    {
        using var anybody = new HttpClient();
        var page = await AskAll(anybody, "paper");
        Assert.Contains(" in 1 of 2 casebooks", page);
        Assert.DoesNotContain("(copy)", page);
        Assert.DoesNotContain("-copy", page);
        using var member = await OnTheServer("Mia");
        page = await AskAll(member, "paper");
        Assert.Contains(" in 2 of 3 casebooks", page);
        Assert.Contains("/c/a-small-case-copy/search?q=paper\"", page.Replace("href=\"c/", "href=\"/c/"));
        Assert.Contains("Nothing in 1 other casebook", page);
        Assert.Contains(">Bare bones</a>", page);
    }

    [Fact]
    public async Task LibrarySearch_WithSmallOperatorsThatFindsNothing_LeadsToTheSameInCapitals()
    {
        using var anybody = new HttpClient();
        var page = await AskAll(anybody, "paper or zeppelin");
        Assert.Contains("href=\"library/search?q=paper%20OR%20zeppelin\"", page);
        page = await AskAll(anybody, "paper OR zeppelin");
        Assert.DoesNotContain("Other ways to ask", page);
        Assert.DoesNotContain("are in capitals", page);
        // Where “and” is a word of what is found, it is said to be one.
        Assert.Contains("href=\"library/search?q=paper%20OR%20paper%20OR%20paper\"", await AskAll(anybody, "paper or paper OR paper"));
    }

    [Fact]
    public async Task LibrarySearch_OfWordsAnywhereInOneSource_GoesByTheRightsInEachCasebook()
    {
        using var anybody = new HttpClient();
        using var reader = await OnTheServer("Rea");
        Assert.Contains("in 1 of ", await AskAll(reader, "aides WITH sight"));
        Assert.Contains("Nothing found", await AskAll(anybody, "aides WITH sight"));
        Assert.Contains("href=\"library/search?q=aides%20WITH%20sight\"", await AskAll(anybody, "aides sight"));
    }

    [Theory]
    [InlineData("rare")]
    [InlineData("rare OR nobody")]
    [InlineData("in:article -ferry")]
    public async Task LibrarySearch_OfArticles_FindsThemWhereOneMayReadThem(string query)
    {
        using var anybody = new HttpClient();
        var page = await AskAll(anybody, query);
        Assert.Contains("Nothing found", page);
        Assert.DoesNotContain("sight", page);
        Assert.DoesNotContain("In the articles", page);
        // Each in the casebook in which he has a role, and not in the other, which both may see.
        foreach (var (who, found) in new[] { ("Rea", "/c/a-small-case/"), ("Mia", "/c/a-small-case-copy/") })
        {
            using var reader = await OnTheServer(who);
            page = await AskAll(reader, query);
            Assert.Matches("[0-9]+ hits? in 1 of [23] casebooks", page);
            Assert.Contains("In the articles", page);
            Assert.All(Found(page), url => Assert.StartsWith(found, "/" + url));
        }
    }

    [Fact]
    public async Task LibrarySearch_OfPresentersNotes_FindsThemWhereOnePresents()
    {
        using var member = await OnTheServer("Mia");
        Assert.Contains("Nothing found", await AskAll(member, "slowly"));
        using var presenter = await OnTheServer("Pia");
        Assert.Contains("1 hit in 1 of 2 casebooks", await AskAll(presenter, "slowly"));
    }

    [Fact]
    public async Task LibrarySearch_OfWhatOneCasebookKnows_FindsItThereAndSaysWhereItIsNot()
    {
        using var anybody = new HttpClient();
        var page = await AskAll(anybody, "in:quotation source:Fi");
        Assert.Contains("2 hits in 1 of 2 casebooks", page);
        Assert.Contains("Bare bones</a> <span class=\"muted\">There is no source “Fi”.", WebUtility.HtmlDecode(page));
        page = WebUtility.HtmlDecode(await AskAll(anybody, "in:quotation actor:nobody"));
        Assert.Contains("<p>There is no person “nobody” on the panel.</p>", page);
        Assert.Contains("Nothing found", page);
    }

    [Fact]
    public async Task LibrarySearch_WithWhatWasChosen_LeadsToTheSameInEachCasebookAndBack()
    {
        using var anybody = new HttpClient();
        await AskAll(anybody, "paper");
        var all = Flat(await anybody.GetStringAsync($"{app.Site}/library/search?q=paper&in=quotation", Stop));
        var count = Regex.Match(all, "([0-9]+) hits in 1 of 2 casebooks").Groups[1].Value;
        Assert.Contains("library/search?q=paper&amp;in=quotation,aspect\"", all);
        Assert.Contains("c/a-small-case/search?q=paper&amp;in=quotation\"", all);
        var one = Flat(await anybody.GetStringAsync($"{app.Site}/c/a-small-case/search?q=paper&in=quotation", Stop));
        Assert.Contains($"{count} hits in", one);
        Assert.Contains("../../library/search?q=paper&amp;in=quotation\"", one);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("no database")]
    [InlineData("older")]
    [InlineData("begun")]
    public async Task LibrarySearch_OfACasebookWithoutItsIndex_NamesItAndHasItMade(string how)
    {
        var casebooks = app.OfServer.GetRequiredService<NewCasebooks>();
        var fresh = Site.Begun(await casebooks.Begin(People.Shell, $"Fresh {how} narwhal", null, Readers.Members));
        var file = app.OfServer.GetRequiredService<CasebookLibrary>().PlaceOf(fresh).SearchFile;
        if (how == "no database")
            await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("none", 2_000)), Stop);
        if (how == "older")
        {
            await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE owner (name TEXT); PRAGMA user_version = 1";
            command.ExecuteNonQuery();
        }
        if (how == "begun")
        {
            using var index = new FullTextIndex(file);
            index.Prepare();
            index.Replace([("begun", "1", [new(SearchKind.Note, ItemKind.Source, "none", "A narwhal")])]);
        }
        await app.OfServer.GetRequiredService<CasebookLibrary>().Change(People.Shell, fresh.Id, row => row.Readers = Readers.Open);
        using var anybody = new HttpClient();
        var page = Flat(await anybody.GetStringAsync($"{app.Site}/library/search?q=narwhal", Stop));
        var said =
            how == "begun"
                ? ">Fresh begun narwhal</a>.*Only a part of it can be found so far"
                : $"Not searched yet: .*>Fresh {how} narwhal<";
        Assert.Matches(said, page);
        await AskAll(anybody, "narwhal"); // until it is searched
        await app.OfServer.GetRequiredService<CasebookLibrary>().Change(People.Shell, fresh.Id, row => row.Deleted = DateTime.UtcNow);
        Assert.DoesNotContain($"Fresh {how}", await AskAll(anybody, "narwhal"));
    }

    [Fact]
    public async Task QuickSearchOfTheLibrary_OfACasebookWithoutItsIndex_SaysThatMoreMayBeFound()
    {
        using var anybody = new HttpClient();
        await AskAll(anybody, "paper"); // until every other is searched
        var casebooks = app.OfServer.GetRequiredService<NewCasebooks>();
        var fresh = Site.Begun(await casebooks.Begin(People.Shell, "Fresh beluga", null, Readers.Open));
        using var answer = await anybody.GetAsync($"{app.Site}/{Urls.With(Urls.LibraryQuickSearch, ("q", "zzz"))}", Stop);
        Assert.Equal("[]", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(LibrarySearch.Gathering(1), Uri.UnescapeDataString(Assert.Single(answer.Headers.GetValues(SearchServices.Problem))));
        await app.OfServer.GetRequiredService<CasebookLibrary>().Change(People.Shell, fresh.Id, row => row.Deleted = DateTime.UtcNow);
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("no database")]
    [InlineData("older")]
    [InlineData("of no kind")]
    public async Task LibrarySearch_OfAnOpenCasebookWhoseIndexIsSpoiled_SearchesTheOthersAndHasItMade(string how)
    {
        using var anybody = new HttpClient();
        await AskAll(anybody, "paper"); // until every other is searched
        var indexing = app.Services.GetRequiredService<SearchIndexing>();
        await indexing.WhenWhole(Stop);
        SearchIndexingTests.Spoil(indexing.Index.File, how);
        var page = Flat(await anybody.GetStringAsync($"{app.Site}/library/search?q=paper", Stop));
        Assert.Contains("Not searched yet: 1 casebook", page);
        Assert.Contains(">Bare bones</a>", page);
        Assert.Contains(" in 1 of 2 casebooks", await AskAll(anybody, "paper"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"'><img src=x onerror=alert(1)>")]
    [InlineData("((((\"a b")]
    [InlineData("AND OR NOT NEAR/3")]
    [InlineData("nosuchfield:x /a+(b|c)*$/ 一二三 ກຂ")]
    [InlineData("source:,, actor:%00")]
    public async Task LibrarySearch_OfHostileWords_AnswersAndShowsThemAsText(string query)
    {
        using var anybody = new HttpClient();
        var page = await AskAll(anybody, query);
        Assert.Contains("<h1>Search all casebooks</h1>", page);
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<img src=x", page);
    }
}
