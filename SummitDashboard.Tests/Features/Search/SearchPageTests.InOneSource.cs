using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Search;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Search;

/// <summary>Words of one place, and words anywhere in one source.</summary>
public sealed partial class SearchPageTests
{
    [Fact]
    public async Task Words_OfTwoPlacesOfOneSource_AreFoundAnywhereInItByWhoMayReadIt()
    {
        using var anybody = InCasebook.Client(app.Address);
        using var reader = await app.SignedIn("Rea");
        var page = await Ask(reader, Urls.SearchFor("aides sight"));
        Assert.Contains("Nothing found.", page);
        Assert.Contains($"href=\"{Urls.SearchFor("aides WITH sight")}\"", page);
        Assert.Contains("aides WITH sight: found in 1 source", page);
        page = await Ask(reader, Urls.SearchFor("aides WITH sight"));
        Assert.Contains("in 1 source.", page);
        Assert.Contains(">sight</mark>", page);
        // The sight is in the article alone, and that it is there is no less reserved.
        page = await Ask(anybody, Urls.SearchFor("aides sight"));
        Assert.DoesNotContain("WITH sight", page);
        Assert.Contains("Nothing found.", await Ask(anybody, Urls.SearchFor("aides WITH sight")));
        Assert.Contains("in 1 source.", await Ask(anybody, Urls.SearchFor("aides WITH NOT sight")));
        // Where a NOT holds within one paragraph alone, that is said with what it is in the whole source.
        page = await Ask(reader, Urls.SearchFor("aides NOT sight"));
        Assert.Contains("Within one paragraph, quotation or cell", page);
        Assert.Matches("aides WITH NOT sight</a>,\\s*0 sources", page);
        page = await Ask(reader, Urls.SearchFor("aides AND sight"));
        Assert.Contains($"href=\"{Urls.SearchFor("aides OR sight")}\"", page);
        Assert.Contains("Nothing found.", await Ask(reader, Urls.SearchFor("aides WITH NOT sight")));
    }

    [Fact]
    public async Task Choice_ByWordsOfOnePlace_SaysSoAndLeadsToThoseOfTheSource()
    {
        using var reader = await app.SignedIn("Rea");
        // What has no sight in the paragraph, and what has none at all.
        var page = await Ask(reader, Urls.With(Urls.Sources, ("sources", "found:aides -sight")));
        Assert.Contains("is found (1 of 2)", page);
        Assert.Contains("hold within one paragraph or cell", page);
        var wide = Urls.With(Urls.Sources, ("sources", "found:aides WITH NOT sight"));
        Assert.Contains($"href=\"{wide}\"", page);
        Assert.Contains("is found in no source; all are shown", await Ask(reader, wide));
        page = await Ask(reader, Urls.With(Urls.Sources, ("sources", "found:aides WITH sight")));
        Assert.Contains("is found (1 of 2)", page);
        Assert.DoesNotContain("hold within one paragraph", page);
    }

    [Fact]
    public async Task Examples_OfACasebookWithoutClaims_AreOfItsFirstArticleOrPlainWords()
    {
        var bare = new Casebook(1, app.Casebook.Head, [], [], [], []);
        var invented = SearchExamples.Of(bare, _ => null).Select(e => e.Example).ToList();
        Assert.Equal("harbour fire", invented[0]);
        Assert.Contains("harbo*", invented);
        var read = new Casebook(1, app.Casebook.Head, [app.Casebook.Sources[0]], [], [], []);
        var examples = SearchExamples.Of(read, _ => ArticleText.From("12\nA lighthouse stood there")).Select(e => e.Example).ToList();
        Assert.Equal("lighthouse stood", examples[0]);
        Assert.Contains("\"lighthouse stood\"", examples);
    }

    [Fact]
    public async Task Quoting_OfWordsThatNoClaimShares_NamesTheClaimsThatAreStillOpen()
    {
        var fay = await app.Person("Gus", AccountRole.Editor);
        var (store, source) = (app.Services.GetRequiredService<CasebookStore>(), app.Casebook.Sources[1]);
        var renamed = source with { Name = "جريدة الشمال" };
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(source, renamed), fay));
        try
        {
            using var http = await app.SignedIn("Gus");
            var page = WebUtility.HtmlDecode(await Ask(http, $"{Urls.Source(renamed)}/quote?at=2.9.19"));
            Assert.Contains("No claim shares its words; still open in this source:", page);
            Assert.Contains("claims/rang/code/second", page);
            Assert.DoesNotContain("claims/signed/code/second", page); // it is coded whole
            // The name turns nothing beside it.
            Assert.Contains("\u2068جريدة الشمال\u2069, ¶ 2, 2 words", page);
            Assert.Contains("Likely claims", await Ask(http, $"{Urls.Source(renamed)}/quote?at=1.10.26"));
        }
        finally
        {
            Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(renamed, source), fay));
        }
    }
}
