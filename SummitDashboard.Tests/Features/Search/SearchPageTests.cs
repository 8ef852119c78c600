using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Search;

/// <summary>What a search says to whom, over the real program.</summary>
public sealed class SearchPageTests(SearchPageTests.Site site) : IClassFixture<SearchPageTests.Site>
{
    /// <summary>Articles for signed-in people, and a reader and a presenter.</summary>
    public sealed class Site : IAsyncLifetime
    {
        private readonly TempFolder folder = new();

        public TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var seeds = SmallCasebook.Write(folder);
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
        }

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

    [Theory]
    [InlineData("rare")]
    [InlineData("rare OR nobody")]
    [InlineData("in:article")]
    [InlineData("-paper in:article")]
    [InlineData("is:boilerplate OR rare")]
    public async Task Search_OfWhoMayNotReadTheArticles_TellsNothingOfThem(string query)
    {
        using var anybody = InCasebook.Client(app.Address);
        var page = await Ask(anybody, Urls.SearchFor(query));
        Assert.Contains("Nothing found", page);
        Assert.DoesNotContain("sight", page);
        Assert.DoesNotContain("In the articles", page);
        Assert.Contains("The articles are not searched", page);
        Assert.Equal("[]", await Ask(anybody, Urls.With(Urls.QuickSearch, ("q", query))));

        using var reader = await app.SignedIn("Rea");
        Assert.Contains("In the articles", await Ask(reader, Urls.SearchFor(query)));
    }

    [Fact]
    public async Task Search_OfPresentersNotes_FindsThemForPresentersOnly()
    {
        using var anybody = InCasebook.Client(app.Address);
        Assert.Contains("Nothing found", await Ask(anybody, Urls.SearchFor("slowly")));
        Assert.Equal("[]", await Ask(anybody, Urls.With(Urls.QuickSearch, ("q", "slowly"))));
        using var presenter = await app.SignedIn("Pia");
        Assert.Contains("1 hit ", await Ask(presenter, Urls.SearchFor("slowly")));
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

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"'><img src=x onerror=alert(1)>")]
    [InlineData("%00%01 \u202E paper")]
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
}
