using System.Text.Json;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Search;

/// <summary>What is found by whom.</summary>
public sealed partial class SearchPageTests
{
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
        Assert.Contains("The articles are not searched, since the articles are for", page);
        Assert.Equal("[]", await Ask(anybody, Urls.With(Urls.QuickSearch, ("q", query))));

        using var reader = await app.SignedIn("Rea");
        Assert.Contains("In the articles", await Ask(reader, Urls.SearchFor(query)));
    }

    [Fact]
    public async Task Reader_OfWhoMayNotReadTheArticles_SaysForWhomTheyAre()
    {
        using var anybody = InCasebook.Client(app.Address);
        var page = await Ask(anybody, Urls.Reader(app.Casebook.Sources[0]));
        Assert.Contains("The text is supplied, but the articles are for", page);
        Assert.DoesNotContain("on the machine itself", page);
    }

    [Fact]
    public async Task Search_OfPresentersNotes_FindsThemForPresentersOnly()
    {
        using var anybody = InCasebook.Client(app.Address);
        Assert.Contains("Nothing found", await Ask(anybody, Urls.SearchFor("slowly")));
        Assert.Equal("[]", await Ask(anybody, Urls.With(Urls.QuickSearch, ("q", "slowly"))));
        using var presenter = await app.SignedIn("Pia");
        Assert.Contains("1 hit ", await Ask(presenter, Urls.SearchFor("slowly")));
        // They come after what the casebook says itself, though “slowly” is rarer than “rare”.
        using var hits = JsonDocument.Parse(await Ask(presenter, Urls.With(Urls.QuickSearch, ("q", "slowly OR rare"))));
        var kinds = hits.RootElement.EnumerateArray().Select(h => h.GetProperty("kind").GetString()).ToList();
        Assert.Equal("presenter’s note", kinds[^1]);
        Assert.Contains("article", kinds.SkipLast(1));
    }
}
