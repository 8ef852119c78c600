using AngleSharp.Html.Parser;
using SummitDashboard.Domain;
using SummitDashboard.Features.Sources;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Sources;

/// <summary>How the others tell what a source tells, beside its words; and what they tell that it does not.</summary>
public sealed class OthersTellingTests(SourcesSite site) : IClassFixture<SourcesSite>
{
    [Fact]
    public void Of_FewSources_HasEachOfThemWithWhatItDoes()
    {
        var casebook = Repo.Casebook;
        foreach (var claim in casebook.Claims)
        foreach (var source in casebook.Sources)
        {
            var others = OthersTelling.Of(casebook, claim, source);
            Assert.Equal(casebook.Sources.Where(s => s.Id != source.Id), others.Shown.Select(o => o.Source));
            Assert.Empty(others.Rest);
            Assert.All(others.Shown, o => Assert.Equal(o.Cell.Kind == CellKind.Told, o.Words is not null));
        }
    }

    [Fact]
    public void Of_ManySources_ShowsThoseFirstThatTellItAndCountsTheRest()
    {
        var casebook = Repo.Casebook;
        var claim = casebook.Claims[0];
        var many = Enumerable
            .Range(0, 200)
            .Select(n => casebook.Sources[0] with { Id = new($"s{n}"), Slug = $"s{n}", Siglum = $"S{n}", Order = n });
        var told = claim with
        {
            Framings =
            [
                .. new[] { 150, 160, 170 }.Select(n => new Framing
                {
                    Source = new($"s{n}"),
                    Stance = n == 170 ? Stance.Silent : Stance.Hedges,
                    Quotations = [],
                }),
            ],
        };
        var all = new Casebook(1, casebook.Head, [.. many], [], [], [told]);
        var others = OthersTelling.Of(all, told, all.Sources[0]);
        Assert.Equal(["S150", "S160", "S170"], others.Shown.Take(3).Select(o => o.Source.Siglum));
        Assert.Equal([("uncoded", 199 - others.Shown.Count)], others.Rest);
    }

    [Fact]
    public void Elsewhere_OfASource_IsWhatOthersTellAndItDoesNot()
    {
        var casebook = Repo.Casebook;
        foreach (var source in casebook.Sources)
            Assert.Equal(
                casebook.Claims.Where(c =>
                    c.Of(source.Id) is null or { Stance: Stance.Silent } && c.Framings.Any(f => f.Stance != Stance.Silent)
                ),
                OthersTelling.Elsewhere(casebook, source)
            );
    }

    [Fact]
    public async Task Reader_WithoutAScript_HasTheOthersBesideEachClaimAndWhatIsToldElsewhere()
    {
        var source = Repo.Casebook.Sources[0];
        var page = new HtmlParser().ParseDocument(await site.Html(Urls.Reader(source)));
        var beside = page.QuerySelectorAll(".notes details.others");
        Assert.NotEmpty(beside);
        Assert.All(beside, d => Assert.Equal(Repo.Casebook.Sources.Count - 1, d.QuerySelectorAll("summary .other").Length));
        Assert.All(beside, d => Assert.Equal(Repo.Casebook.Sources.Count - 1, d.QuerySelectorAll("ul li a").Length));
        Assert.Equal(
            OthersTelling.Elsewhere(Repo.Casebook, source).Take(OthersTelling.MostElsewhere).Select(c => c.Question),
            page.QuerySelectorAll(".told-elsewhere > ul > li > a").Select(a => a.TextContent)
        );
        var some = new HtmlParser().ParseDocument(await site.Html(Urls.With(Urls.Reader(source), ("sources", "Al,Ye"))));
        var chosen = Repo.Casebook.Sources.Where(s => s.Siglum is "Al" or "Ye").ToList();
        Assert.All(some.QuerySelectorAll(".notes details.others"), d =>
            Assert.Equal(chosen.Select(s => s.Name), d.QuerySelectorAll("ul li > a").Select(a => a.TextContent))
        );
        Assert.Equal(
            Repo.Casebook.Claims.Where(c =>
                    c.Of(source.Id) is null or { Stance: Stance.Silent } && chosen.Any(s => c.Of(s.Id) is { Stance: not Stance.Silent })
                )
                .Select(c => c.Question),
            some.QuerySelectorAll(".told-elsewhere > ul > li > a").Select(a => a.TextContent)
        );
        // It says so, leads to all, and goes along.
        Assert.Contains($"{chosen.Count} other sources of {Repo.Casebook.Sources.Count - 1}", some.QuerySelector("main")!.TextContent);
        Assert.NotNull(some.QuerySelector($"a[href='{Urls.Reader(source)}']"));
        Assert.All(some.QuerySelectorAll(".toggle, .tabs a[href$=text]"), a =>
            Assert.Contains("sources=Ye,Al", Uri.UnescapeDataString(a.GetAttribute("href")!))
        );
        var one = new HtmlParser().ParseDocument(await site.Html(Urls.Reader(source) + $"?claim={Repo.Casebook.Claims[0].Slug}"));
        Assert.Null(one.QuerySelector(".told-elsewhere"));
    }
}
