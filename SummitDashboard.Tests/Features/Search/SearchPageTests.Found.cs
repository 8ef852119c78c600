using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Search;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Search;

/// <summary>A search as a choice of sources or claims, in any view.</summary>
public sealed partial class SearchPageTests
{
    [Theory]
    [InlineData(Urls.Overview)]
    [InlineData(Urls.Timeline)]
    [InlineData(Urls.Claims)]
    [InlineData("claims/signed")]
    [InlineData(Urls.Actors)]
    [InlineData(Urls.Sources)]
    [InlineData(Urls.Tables)]
    [InlineData(Urls.SilenceTable)]
    [InlineData(Urls.Reliability)]
    public async Task Page_OfTheSourcesOfASearch_ShowsThoseAndTheWayOut(string path)
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.With(path, ("sources", "found:short in:quotation")));
        Assert.Contains("is found (1 of 2)", page);
        Assert.Contains(">all sources</a>", page);
        // It goes along as the rule that it is.
        Assert.Contains($"href=\"{Urls.With(Urls.Timeline, ("sources", "found:short in:quotation"))}\"", page);
        Assert.DoesNotContain("are shown.</p>", page);
    }

    [Fact]
    public async Task Choice_BySearch_IsWhatTheVisitorMayRead()
    {
        var address = Urls.With(Urls.Claims, ("sources", "found:rare"), ("view", "matrix"));
        using var anybody = InCasebook.Client(app.Address);
        var page = await Ask(anybody, address);
        Assert.Contains("is found in no source; all are shown", page);
        Assert.Contains("aria-label=\"Fi, The a.txt\"", page);
        using var reader = await app.SignedIn("Rea");
        page = await Ask(reader, address);
        Assert.Contains("aria-label=\"Se, The b.txt\"", page);
        Assert.DoesNotContain("aria-label=\"Fi, The a.txt\"", page);
    }

    [Fact]
    public async Task Timeline_OfASearch_IsEachVisitorsOwn()
    {
        var ada = await app.Person("Ada", AccountRole.Editor);
        var (store, signing) = (app.Services.GetRequiredService<CasebookStore>(), app.Casebook.Events[0]);
        // One that only the source which is not found mentions.
        var landing = signing with { Id = new(Ids.New()), Slug = "landing", Label = "The landing", Mentions = [signing.Mentions[0]] };
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(null, landing), ada));
        try
        {
            using var anybody = InCasebook.Client(app.Address);
            using var reader = await app.SignedIn("Rea");
            var address = Urls.With(Urls.Timeline, ("sources", "found:rare"));
            Assert.DoesNotContain("landing", await Ask(reader, address));
            Assert.Contains("landing", await Ask(anybody, address));
            address += "&theme=paper";
            Assert.Contains("landing", await Ask(anybody, address));
            Assert.DoesNotContain("landing", await Ask(reader, address));
        }
        finally
        {
            Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(landing, null), ada));
        }
    }

    [Theory]
    [InlineData("found:", "says nothing that can be looked for; all sources are shown")]
    [InlineData("found:!!!", "so it cannot be looked for")]
    [InlineData("found:paper source:Zz", "This part was passed over.")]
    [InlineData("found:<script>alert(1)</script>", "is found in no source; all are shown")]
    public async Task Choice_BySearchThatCannotBeRead_SaysSoAndHidesNothing(string choice, string said)
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.With(Urls.Sources, ("sources", choice)));
        Assert.Contains(said, page);
        Assert.DoesNotContain("<script>alert", page);
        Assert.Contains("id=\"first\"", page);
        Assert.Contains("id=\"second\"", page);
        using var file = await http.GetAsync("/" + Urls.With(Urls.MatrixExport("csv"), ("sources", choice)), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
    }

    [Theory]
    [InlineData(Urls.Claims, "")]
    [InlineData(Urls.Claims, "&view=matrix")]
    [InlineData(Urls.Overview, "")]
    public async Task List_OfTheClaimsOfASearch_HasThoseWithAHit(string path, string view)
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.With(path, ("claims", "found:aides")) + view);
        Assert.Contains("href=\"claims/signed?claims=found%3Aaides", page);
        Assert.Contains("Claims in which", page);
        page = await Ask(http, Urls.With(path, ("claims", "found:nowhere")) + view);
        Assert.DoesNotContain("href=\"claims/signed?claims", page);
        Assert.Contains("No claim is left by", page);
    }

    [Theory]
    [InlineData(Urls.Tables)]
    [InlineData(Urls.CitationTable)]
    [InlineData(Urls.WordTable)]
    [InlineData(Urls.SilenceTable)]
    [InlineData(Urls.SimilarityTable)]
    [InlineData(Urls.Timeline)]
    [InlineData("claims/signed")]
    public async Task Page_OfTheClaimsOfASearch_SaysThemAndTheWayOutAndTakesThemAlong(string path)
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.With(path, ("sources", "Fi"), ("claims", "found:aides")));
        Assert.Contains(">aides</bdi>” is found (1 of 2)", page);
        Assert.Contains($"<a href=\"{Urls.With(path, ("sources", "Fi"))}\" class=\"no-print\"", page);
        foreach (var carrying in new[] { Urls.Timeline, Urls.Tables, Urls.Sources })
            Assert.Contains($"href=\"{Html(Urls.With(carrying, ("sources", "Fi"), ("claims", "found:aides")))}\"", page);
        if (path.StartsWith("tables/", StringComparison.Ordinal))
            Assert.Contains($"href=\"{Html(Urls.With(Urls.TableExport(path), ("sources", "Fi"), ("claims", "found:aides")))}\"", page);
    }

    [Theory]
    [InlineData(Urls.Actors)]
    [InlineData(Urls.Sources)]
    [InlineData(Urls.Reliability)]
    public async Task Page_ThatDoesNotGoByClaims_SaysSoAndTakesThemAlong(string path)
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.With(path, ("claims", "found:aides")));
        Assert.Contains("This page does not go by claims", page);
        Assert.Contains($"href=\"{Urls.With(Urls.Tables, ("claims", "found:aides"))}\"", page);
        Assert.DoesNotContain("does not go by claims", await Ask(http, path));
    }

    [Fact]
    public async Task Views_OfTheClaimsOfASearch_CountThoseAlone()
    {
        using var http = InCasebook.Client(app.Address);
        Assert.Contains("1 claim, by what", await Ask(http, Urls.With(Urls.SilenceTable, ("claims", "found:aides"))));
        Assert.Contains("of 1 claim both tell", await Ask(http, Urls.With(Urls.SimilarityTable, ("claims", "found:aides"))));
        var file = await Ask(http, Urls.With(Urls.TableExport(Urls.SilenceTable), ("claims", "found:bell")));
        Assert.Contains("rang", file);
        Assert.DoesNotContain("signed", file);
        file = await Ask(http, Urls.With(Urls.TableExport(Urls.WordTable) + "?as=passages&claims=found:bell"));
        Assert.Single(file.Trim().Split('\n'));
        Assert.Contains("The paper is signed", await Ask(http, Urls.With(Urls.Timeline, ("claims", "found:aides"))));
        var none = await Ask(http, Urls.With(Urls.Timeline, ("claims", "found:bell")));
        Assert.Contains("No event passes these filters", none);
        Assert.Contains("name=\"claims\" value=\"found:bell\"", none);
    }

    private static string Html(string address) => WebUtility.HtmlEncode(address);

    [Fact]
    public async Task Files_OfASearch_HoldWhatItsPageShows()
    {
        using var http = InCasebook.Client(app.Address);
        var whole = await Ask(http, Urls.TellingsExport);
        var some = await Ask(http, Urls.With(Urls.TellingsExport, ("sources", "found:short in:quotation")));
        Assert.Contains("The b.txt", whole);
        Assert.DoesNotContain("The b.txt", some);
        Assert.Contains("The a.txt", some);
        var none = await Ask(http, Urls.With(Urls.TellingsExport, ("claims", "found:nowhere")));
        Assert.DoesNotContain("signed", none);
    }

    [Theory]
    [InlineData("short in:quotation OR")]
    [InlineData("(short in:quotation")]
    [InlineData("short in:quotation –")]
    public async Task Files_OfASearchThatWasMended_HoldWhatItsPageShows(string words)
    {
        using var http = InCasebook.Client(app.Address);
        Assert.Contains("is found (1 of 2)", await Ask(http, Urls.With(Urls.Claims, ("sources", "found:" + words))));
        foreach (var file in new[] { Urls.TellingsExport, Urls.TableExport(Urls.SilenceTable) })
            Assert.Equal(
                await Ask(http, Urls.With(file, ("sources", "found:short in:quotation"))),
                await Ask(http, Urls.With(file, ("sources", "found:" + words)))
            );
    }

    [Fact]
    public async Task Citation_OfAViewThatASearchChooses_SaysThatItFollowsTheIndex()
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.With(Urls.Claims, ("sources", "found:short in:quotation")));
        Assert.Contains("The sources are chosen by a search", page);
        var bySigla = page.Split("by their sigla</a>")[0].Split("href=\"")[^1].Split('"')[0];
        Assert.Equal("Fi", ShownSources.Read(app.Casebook, new QueryReader(bySigla, [])).Sources.Single().Siglum);
        Assert.DoesNotContain("found:", Uri.UnescapeDataString(bySigla));
        Assert.DoesNotContain("chosen by a search", await Ask(http, Urls.With(Urls.Claims, ("sources", "Fi"))));
    }

    [Fact]
    public async Task Search_ForManyThatAreNotHere_SaysSoInAFewSentences()
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.SearchFor("paper actor:" + string.Join(',', Enumerable.Range(0, 200).Select(n => $"a{n}"))));
        Assert.Equal(3, page.Split("There is no person").Length - 1);
        Assert.Contains("The same holds of 197 more values", page);
        page = await Ask(http, Urls.SearchFor("paper " + string.Join(' ', Enumerable.Range(0, 50).Select(n => $"source:z{n}"))));
        Assert.Equal(8, page.Split("There is no source").Length - 1);
        Assert.Contains("And 42 more parts of the address could not be followed.", page);
    }

    [Fact]
    public async Task Set_BegunWithASearch_HasItsSources()
    {
        await app.Person("Fay", AccountRole.Editor);
        using var http = await app.SignedIn("Fay");
        var form = await Ask(http, Urls.With(Urls.New(ItemKind.Set), ("sources", "found:\"rare sight\"")));
        Assert.Equal(app.Casebook.Sources.Count, form.Split("type=\"checkbox\"").Length - 1);
        Assert.Contains("The b.txt", Assert.Single(CheckedPattern().Matches(form)).Groups[1].Value);
    }

    [GeneratedRegex("<input type=\"checkbox\"[^>]* checked[^>]*>([^<]*)<")]
    private static partial Regex CheckedPattern();

    [Theory]
    [InlineData("q=paper&in=quotation", "paper")]
    [InlineData("q=short OR aides&in=quotation&source=Se", "short OR aides")]
    [InlineData("q=\"short paper&source=Fi,Se&in=aspect", "\"short paper")]
    [InlineData("q=(short | aides&is=unrated", "(short | aides")]
    [InlineData("source=Fi", "")]
    [InlineData("in=\"x y\",quotation&q=paper", "paper")]
    public async Task Words_OfASearchAndWhatWasChosenBesideIt_FindTheSame(string asked, string typed)
    {
        using var http = InCasebook.Client(app.Address);
        var address = Urls.Search + "?" + Uri.EscapeDataString(asked).Replace("%3D", "=").Replace("%26", "&");
        var query = SearchQuery.Read(app.Casebook, new QueryReader(address, []));
        Assert.Contains(typed, query.InWords);
        var (one, other) = (await Ask(http, address), await Ask(http, Urls.SearchFor(query.InWords)));
        Assert.Equal(Hits(one), Hits(other));
        Assert.NotEqual("", Hits(one));
    }

    [Fact]
    public async Task Examples_OfTheSearch_AreOfThisCasebookAndFindSomething()
    {
        using var http = InCasebook.Client(app.Address);
        var examples = SearchExamples.Of(app.Casebook, _ => null).Select(e => e.Example).ToList();
        var help = await Ask(http, Urls.Search);
        Assert.All(examples, e => Assert.Contains(Urls.SearchFor(e), help));
        Assert.Contains("signed", examples[0]);
        foreach (var example in examples)
            Assert.True(Hits(await Ask(http, Urls.SearchFor(example))).Length > 0, example);
    }

    [Theory]
    [InlineData("paper or nowhere", "paper OR nowhere")]
    [InlineData("nowhere near/3 \"short or long\" Not bell", "nowhere NEAR/3 \"short or long\" NOT bell")]
    [InlineData("or nowhere", null)]
    [InlineData("nowhere OR", null)]
    public async Task Search_WithSmallOperatorsThatFindsNothing_OffersThemInCapitals(string query, string? offered)
    {
        using var http = InCasebook.Client(app.Address);
        var page = await Ask(http, Urls.SearchFor(query));
        Assert.Contains("Nothing found", page);
        if (offered is null)
            Assert.DoesNotContain("are in capitals", page);
        else
            Assert.Contains($"href=\"{Urls.SearchFor(offered)}\"", page);
    }

    private static string Hits(string page) => string.Join(' ', HitPattern().Matches(page).Select(m => m.Groups[1].Value).Order());

    [GeneratedRegex("<a href=\"([^\"]+)\" data-item")]
    private static partial Regex HitPattern();
}
