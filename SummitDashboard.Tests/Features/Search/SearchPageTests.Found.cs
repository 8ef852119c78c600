using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Search;
using SummitDashboard.Reading;
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
        Assert.Contains("is found (1 of\n      2)", page.Replace("\r", "", StringComparison.Ordinal));
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
}
