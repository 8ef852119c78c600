using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Ui;

public sealed class MatrixTableTests
{
    [Fact]
    public void Table_ShippedCasebook_HasACellWithItsHeadersForEveryClaimAndSource()
    {
        using var context = Anonymous();
        var casebook = Repo.Casebook;
        var table = context.Render<MatrixTable>(p =>
            p.Add(t => t.Casebook, casebook).Add(t => t.Shown, ShownSources.Default(casebook)).Add(t => t.Claims, casebook.Claims)
        );
        Assert.Equal(casebook.Claims.Count, table.FindAll("tbody th[scope=row]").Count);
        Assert.Equal(casebook.Sources.Count, table.FindAll("thead th[scope=col]").Count - 1);
        Assert.Equal(casebook.Claims.Count * casebook.Sources.Count, table.FindAll("td a.st").Count);
        Assert.Equal(
            casebook
                .Claims.GroupBy(c => c.Theme)
                .SelectMany(g => g)
                .SelectMany(c => casebook.Sources.Select(s => Cell.Of(casebook, c, s).Word)),
            table.FindAll("td a.st").Select(w => w.TextContent)
        );
    }

    [Fact]
    public void Table_ChosenSources_KeepsThemInEveryLink()
    {
        using var context = Anonymous();
        var casebook = Repo.Casebook;
        var shown = ShownSources.Read(casebook, casebook.Sources[1].Siglum, []);
        var table = context.Render<MatrixTable>(p =>
            p.Add(t => t.Casebook, casebook).Add(t => t.Shown, shown).Add(t => t.Claims, casebook.Claims)
        );
        Assert.All(table.FindAll("tbody a"), a => Assert.Contains($"sources={casebook.Sources[1].Siglum}", a.GetAttribute("href")));
    }

    [Fact]
    public void Cell_SeveralQuotations_ShowsOneInItsOwnStanceThatCarriesTheTelling()
    {
        using var context = Anonymous();
        var casebook = Repo.Casebook;
        var table = context.Render<MatrixTable>(p =>
            p.Add(t => t.Casebook, casebook).Add(t => t.Shown, ShownSources.Default(casebook)).Add(t => t.Claims, casebook.Claims)
        );
        var told = (
            from theme in casebook.Claims.GroupBy(c => c.Theme)
            from claim in theme
            from source in casebook.Sources
            select claim.Of(source.Id)
        ).ToList();
        var cells = table.FindAll("tbody td");
        Assert.Equal(told.Count, cells.Count);
        foreach (var (framing, cell) in told.Zip(cells))
        {
            if (framing is null or { Quotations.Count: 0 })
                continue;
            var shown = Assert.Single(framing.Quotations, q => $"“{q.Exact}”" == cell.GetAttribute("title"));
            Assert.True(
                shown.Stance is null
                    || shown.Stance == framing.Stance
                    || framing.Quotations.All(q => q.Stance is not null && q.Stance != framing.Stance)
            );
        }
        Assert.True(casebook.Claims.TryGetBySlug("tech-transfer", out var technology));
        Assert.True(casebook.Sources.TryGetBySlug("untitled-briefing", out var briefing));
        // Not “accusations from Western powers”, which says whose word it is and not what of.
        Assert.Contains("technological", ContentWords.KeyQuotation(technology, technology.Of(briefing.Id)!)!.Exact);
    }

    private static BunitContext Anonymous() => new BunitContext().AsNobody();
}
