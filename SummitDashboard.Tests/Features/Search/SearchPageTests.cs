using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Library;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Search;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Search;

/// <summary>What a search says to whom, over the real program.</summary>
public sealed partial class SearchPageTests(SearchPageTests.Site site) : IClassFixture<SearchPageTests.Site>
{
    private const int Ferries = 40;

    /// <summary>
    /// Articles for signed-in people, and a reader and a presenter; beside it a copy for its members, of whom there is one, and an open
    /// casebook with nothing in it.
    /// </summary>
    public sealed class Site : IAsyncLifetime
    {
        private readonly TempFolder folder = new();

        public TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var lines = Enumerable.Range(1, Ferries).Select(n => $"\nFerry number {n} sailed.");
            var seeds = SmallCasebook.Write(folder, SmallCasebook.TextB + string.Concat(lines));
            folder.Write("seeds/talks/walk.md", SmallCasebook.Talk);
            App = new TestApp(
                new()
                {
                    ["Casebook:Folder"] = seeds,
                    ["Casebook:Texts"] = Path.Combine(folder.Path, "texts"),
                    ["Access:Texts"] = "signed-in",
                }
            ).Started();
            await App.Person("Rea", AccountRole.Reader);
            await App.Person("Pia", AccountRole.Presenter);
            var mia = await App.Person("Mia", AccountRole.Reader);
            // What nobody has coded is in no folder.
            var uncoded = App.Casebook.Claims[0] with
            {
                Id = new("rang"),
                Slug = "rang",
                Question = "Did the bell ring?",
                Statement = "The bell rang.",
                Order = 2,
                Event = null,
                Note = "",
                Framings = [],
            };
            var written = await App
                .Services.GetRequiredService<CasebookStore>()
                .Write(new PutItem(null, uncoded), await App.Person("Cody", AccountRole.Editor));
            Assert.IsType<Outcome.Committed>(written);
            var (library, casebooks) = (
                App.OfServer.GetRequiredService<CasebookLibrary>(),
                App.OfServer.GetRequiredService<NewCasebooks>()
            );
            var copy = Begun(await casebooks.Duplicate(People.Shell, CasebookRow.First, withCoding: true));
            Begun(await library.Change(People.Shell, copy.Id, row => row.Readers = Readers.Members));
            Begun(await casebooks.Begin(People.Shell, "Bare bones", null, Readers.Open));
            using var scope = App.Services.CreateScope();
            var people = scope.ServiceProvider.GetRequiredService<People>();
            await people.SetRole(People.Shell, mia, CasebookRow.First, null);
            await people.SetRole(People.Shell, mia, copy.Id, AccountRole.Reader);
        }

        public static CasebookRow Begun(Outcome outcome) => Assert.IsType<CasebookBegun>(outcome).Casebook;

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            folder.Dispose();
        }
    }

    private readonly TestApp app = site.App;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<string> Ask(HttpClient http, string address)
    {
        await app.Services.GetRequiredService<SearchIndexing>().WhenWhole(Stop);
        return await http.GetStringAsync("/" + address, Stop);
    }

    [Fact]
    public async Task Search_OfMoreThanIsRead_CarriesNoMoreInItsLinks()
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.SearchFor("paper OR " + new string('w', 8_000)));
        Assert.Contains("Only the first 1,000 characters were read", page);
        Assert.Contains($"q=paper%20OR%20{new string('w', 991)}&amp;", page);
        Assert.InRange(page.Split(new string('w', 8_000)).Length - 1, 0, 5); // the page’s own address, to come back to
    }

    /// <summary>A letter may carry any number of accents: what is cut are characters as they are stored, and none in two.</summary>
    [Fact]
    public async Task Search_OfOneLetterWithThousandsOfAccents_IsCutAsAnyOther()
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.SearchFor("a" + new string('\u0301', 5_000)));
        Assert.Contains("Only the first 1,000 characters were read", page);
        Assert.Contains($"q=a{string.Concat(Enumerable.Repeat("%CC%81", 999))}&amp;", page);
        Assert.Equal(1_000, SearchParser.Shortened("a" + new string('\u0301', 5_000)).Length);
        Assert.Equal(new string('a', 999), SearchParser.Shortened(new string('a', 999) + "🚀 launch"));
        Assert.Equal(new string('a', 999), SearchParser.Shortened(new string('a', 999) + "e\u0301tat"));
        var marks = string.Concat(Enumerable.Repeat("\U0001D167", 800)); // of two units each
        Assert.Equal(999, SearchParser.Shortened("a" + marks).Length);
    }

    [Fact]
    public async Task Search_WithWhatWasChosen_CountsEveryChoiceAndSaysIt()
    {
        using var http = InCasebook.Client(app.Address);
        var all = await Ask(http, Urls.SearchFor("paper"));
        Assert.Contains("search?q=paper&amp;source=Fi", all);
        Assert.Contains("search?q=paper&amp;in=quotation", all);
        var chosen = await Ask(http, Urls.SearchFor("paper") + "&in=quotation&source=Fi");
        Assert.Contains("1 hit ", chosen);
        Assert.Contains("short <mark", chosen);
        Assert.Contains("Without what was chosen", chosen);
        // The other values stand there with their counts, though one is chosen.
        Assert.Contains("search?q=paper&amp;in=quotation&amp;source=Fi,Se", chosen);
    }

    // Of lists in which nothing is chosen each number is that of the page it leads to, and no sentence counts other sources than the next.
    [Theory]
    [InlineData("q=paper", 1)]
    [InlineData("q=paper&in=article", 1)]
    [InlineData("q=paper&in=quotation&source=Se", 1)]
    [InlineData("q=paper&stance=attributes", 1)]
    [InlineData("q=paper&stance=attributes&is=unrated&source=Se", 1)]
    [InlineData("source=Fi&in=quotation", 1)]
    [InlineData("q=is:uncoded", 2)]
    [InlineData("q=is:uncoded&source=Fi", 1)]
    [InlineData("q=bell&stance=uncoded", 2)]
    public async Task Search_HoweverNarrowed_CountsWhatItsChoicesLeadTo(string asked, int least)
    {
        using var reader = await app.SignedIn("Rea");
        var page = Flat(await Ask(reader, $"{Urls.Search}?{asked}"));
        var said = Regex.Match(page, @"class=""count""> ?(\d+) hits? in (\d+) source");
        Assert.InRange(int.Parse(said.Groups[1].Value, Invariant), least, int.MaxValue);
        Assert.Contains($"The {said.Groups[2].Value} source", page);
        var lists = Regex.Matches(page, @"<details class=""facet"".*?</details>").Select(m => m.Value).ToList();
        Assert.NotEmpty(lists);
        foreach (var list in lists.Where(l => !l.Contains("aria-current", StringComparison.Ordinal)))
        foreach (Match choice in Regex.Matches(list, @"<a href=""([^""]+)"".*?<span class=""n"">(\d+)</span>"))
            Assert.Contains(
                $"class=\"count\">{choice.Groups[2].Value} hit",
                Flat(await Ask(reader, WebUtility.HtmlDecode(choice.Groups[1].Value))).Replace("\"count\"> ", "\"count\">")
            );
        // What is chosen can be left again.
        foreach (var chosen in asked.Split('&').Where(a => a[0] != 'q'))
            Assert.Contains(lists, l => l.Contains("aria-current=\"true\"", StringComparison.Ordinal)
                && l.Contains(
                    chosen.Split('=')[0] switch
                    {
                        "in" => ">Where<",
                        "source" => ">Source<",
                        "stance" => ">Stance<",
                        _ => ">Grade<",
                    },
                    StringComparison.Ordinal
                ));
    }

    [Theory]
    [InlineData("paper lang:Korean", "is no language", false)]
    [InlineData("paper lang:xx", "is no language", true)]
    [InlineData("in:quotation is:rated", "also finds", false)]
    [InlineData("nowhere", "also finds", true)]
    [InlineData("", "href=\"search?q=is%3Aunrated\"", true)]
    [InlineData("", " autofocus", true)]
    [InlineData("paper", " autofocus", false)]
    public async Task Search_OfWhatItDoesNotKnowOrFind_SaysWhatHelps(string query, string said, bool isSaid)
    {
        using var http = InCasebook.Client(app.Address);
        Assert.Equal(isSaid, (await Ask(http, Urls.SearchFor(query))).Contains(said, StringComparison.Ordinal));
    }

    // On a phone the bar at the bottom has no room for all.
    [Fact]
    public async Task Pages_OfTheBar_StandInTheQuickListAndThoseItHasNoRoomForInTheMenu()
    {
        using var reader = await app.SignedIn("Rea");
        var page = await Ask(reader, Urls.Overview);
        static List<string> Links(string html, string from, string to) =>
            [
                .. Regex
                    .Matches(Regex.Match(html, from + ".*?" + to, RegexOptions.Singleline).Value, "href=\"([^\"]*)\"")
                    .Select(m => m.Groups[1].Value),
            ];
        var (bar, quick) = (Links(page, "<nav aria-label=\"Pages\"", "</nav>"), Links(page, "data-quick-places", "</p>"));
        Assert.Contains(Urls.Tables, bar);
        Assert.Empty(bar.Except(quick));
        Assert.Empty(new[] { Urls.CitationTable, Urls.Search, Urls.Searches, Urls.Sets, Urls.History }.Except(quick));
        Assert.Contains(Urls.Help, Links(page, "<details class=\"menu person\"", "</details>"));
    }

    private static readonly IFormatProvider Invariant = System.Globalization.CultureInfo.InvariantCulture;

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"'><img src=x onerror=alert(1)>")]
    [InlineData("%00%01 \u202E paper")]
    [InlineData("nowhere ** -*** ()")]
    public async Task Search_OfHostileWords_ShowsThemAsText(string query)
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.SearchFor(query));
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<img src=x", page);
    }

    [Fact]
    public async Task QuickSearch_OfABeginning_NamesItemsBeforeTexts()
    {
        using var http = InCasebook.Client(app.Address);
        using var hits = JsonDocument.Parse(await Ask(http, Urls.With(Urls.QuickSearch, ("q", "sign"))));
        var kinds = hits.RootElement.EnumerateArray().Select(h => h.GetProperty("kind").GetString()).ToList();
        Assert.Equal(["claim", "event"], kinds.Take(2).Order());
        Assert.Contains("quotation", kinds);
    }

    // The likeliest first, then source by source; of what is found nothing is left out or stands there twice.
    [Fact]
    public async Task Search_OfOneKind_StandsUnderItsSourcesPageByPage()
    {
        using var reader = await app.SignedIn("Rea");
        var all = await Ask(reader, Urls.SearchFor("paper OR ferry"));
        Assert.Contains($"All {Ferries + 1}</a></h3>", Flat(all));
        var first = await Ask(reader, Urls.SearchFor("paper OR ferry") + "&in=article");
        var after = Regex.Match(first, "href=\"(search[^\"]+)\" rel=\"next\"").Groups[1].Value;
        var second = await Ask(reader, WebUtility.HtmlDecode(after));
        Assert.Matches(
            $">Fi</span> <span>The a.txt</span> <span class=\"n\">1</span>.*>Se</span> .*<span class=\"n\">{Ferries + 1}<",
            Flat(first)
        );
        Assert.DoesNotContain(">Fi</span> <span>The a.txt</span>", Flat(second)[Flat(second).IndexOf("<h3", StringComparison.Ordinal)..]);
        var hits = Found(first).Concat(Found(second)).ToList();
        Assert.Equal((25, Ferries + 2, Ferries + 2), (Found(first).Count, hits.Count, hits.Distinct().Count()));
    }

    private static string Flat(string html) => Regex.Replace(Regex.Replace(html, " b-[a-z0-9]{10}|<!--.*?-->", ""), @"\s+", " ");

    private static List<string> Found(string html) =>
        [.. Regex.Matches(html, "href=\"([^\"]+)\" data-item").Select(m => m.Groups[1].Value)];

    // So that a casebook need not be open to know what a query means in it.
    [Fact]
    public async Task Names_InTheIndex_MeanWhatTheyMeanInTheCasebook()
    {
        var indexing = app.Services.GetRequiredService<SearchIndexing>();
        await indexing.WhenWhole(Stop);
        var names = new SearchNames(app.Casebook);
        foreach (var (field, value) in new[] { ("source", "fi"), ("source", "the b.txt"), ("actor", "envoy"), ("theme", "THE PAPER") })
        {
            Assert.Single(names.TagsOf(field, value));
            Assert.Equal(names.TagsOf(field, value), indexing.Index.TagsOf(field, value));
        }
        Assert.Equal(names.TagsOf("claim", "signed"), indexing.Index.TagsOf("claim", "signed"));
        Assert.Equal(names.FormsOf(names.TagsOf("actor", "envoy")[0]), indexing.Index.FormsOf(names.TagsOf("actor", "envoy")[0]));
        Assert.Empty(indexing.Index.TagsOf("source", "envoy"));
    }
}
