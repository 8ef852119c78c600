using Bunit;
using SummitDashboard.Domain;
using SummitDashboard.Features.Claims;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Claims;

public sealed class SideBySideTests : BunitContext
{
    private static readonly Casebook Casebook = Repo.Casebook;

    public SideBySideTests() => this.AsNobody();

    private IRenderedComponent<SideBySide> Show(Claim claim, QueryReader? address = null)
    {
        var query = ClaimsQuery.Read(Casebook, address ?? Asked.For());
        return Render<SideBySide>(p =>
            p.Add(c => c.Comparison, Comparison.Of(Casebook, claim, query.Shown.Sources, query.AsOf))
                .Add(c => c.Columns, SourceColumns.Of(query.Shown.Sources))
                .Add(c => c.Query, query)
        );
    }

    [Fact]
    public void Table_EveryClaim_HasAColumnPerSourceAndNoGap()
    {
        foreach (var claim in Casebook.Claims)
        {
            var table = Show(claim).Find("table");
            Assert.Equal(Casebook.Sources.Select(s => s.Slug), table.QuerySelectorAll("th[scope=col]").Select(h => h.Id));
            var rows = table.QuerySelectorAll("tbody tr").ToList();
            var spanning = table.QuerySelectorAll("td[rowspan]").ToList();
            Assert.All(spanning, td => Assert.Equal(rows.Count.ToString(), td.GetAttribute("rowspan")));
            Assert.All(rows.Skip(1), tr => Assert.Equal(Casebook.Sources.Count - spanning.Count, tr.QuerySelectorAll("td").Length));
            Assert.All(rows, tr => Assert.Single(tr.QuerySelectorAll("th[scope=row]")));
        }
    }

    [Fact]
    public void Cells_WithoutATelling_SayWhyInWordsOfTheirOwn()
    {
        foreach (var claim in Casebook.Claims)
        foreach (var telling in Comparison.Of(Casebook, claim, Casebook.Sources, null).Tellings.Where(t => t.Told is null))
        {
            var cell = Show(claim).Find($"td.empty[data-sig={telling.Source.Siglum}]");
            Assert.Contains(telling.Word, cell.TextContent);
            Assert.Contains(
                telling.Cell.Kind switch
                {
                    CellKind.Silent => "The claim is not made.",
                    CellKind.WrittenBefore => "Written before it happened",
                    _ => "cannot be told",
                },
                cell.TextContent
            );
        }
    }

    [Fact]
    public void Cells_OfAnUncodedClaim_SayThatNobodyHasLooked()
    {
        var cells = Show(Casebook.Claims[0] with { Framings = [] }).FindAll("td.empty.uncoded");
        Assert.Equal(Casebook.Sources.Count, cells.Count);
        Assert.All(cells, c => Assert.Contains("Nobody has coded this yet", c.TextContent));
    }

    [Fact]
    public void Words_WithMarks_AreMarkedOnceAndSwitchable()
    {
        var claim = Casebook.Claims.First(c => c.Framings.Any(f => f.Quotations.Any(q => q.Loaded.Count > 0)));
        var shown = Show(claim);
        Assert.NotEmpty(shown.FindAll("mark.loaded"));
        Assert.Empty(shown.FindAll(".no-loaded"));
        Assert.NotEmpty(Show(claim, Asked.For(("loaded", "off"))).FindAll(".no-loaded"));
        Assert.NotEmpty(Show(claim, Asked.For(("hedges", "off"))).FindAll(".no-hedges"));
    }

    [Fact]
    public void Rows_OnlyDifferences_SayHowManyAreFoldedAway()
    {
        var query = ClaimsQuery.Read(Casebook, Asked.For(("diff", "on")));
        foreach (var claim in Casebook.Claims)
        {
            var all = Comparison.Of(Casebook, claim, query.Shown.Sources, null);
            var folded = all.Rows.Count - all.Visible(true).Count;
            var shown = Show(claim, Asked.For(("diff", "on")));
            Assert.Equal(all.Visible(true).Count, shown.FindAll("tbody tr").Count);
            if (folded == 0)
                Assert.Empty(shown.FindAll(".folded"));
            else
                Assert.Contains(Labels.Count(folded, "row"), shown.Find(".folded").TextContent);
        }
    }

    [Fact]
    public void Rows_HeadToHead_PutDifferencesFirst()
    {
        foreach (var claim in Casebook.Claims)
        {
            var pair = Columns.Of(Casebook, claim, ClaimsQuery.Read(Casebook, Asked.For(("view", "head"))), []);
            var query = ClaimsQuery.Read(Casebook, Asked.For(("sources", pair.Value!), ("view", "head")));
            var comparison = Comparison.Of(Casebook, claim, pair.Sources, null);
            var labels = Show(claim, Asked.For(("sources", pair.Value!), ("view", "head")))
                .FindAll("tbody tr:not(.divide) th[scope=row]")
                .Select(t => t.TextContent)
                .ToList();
            var differs = labels.Select(l => comparison.Rows.First(r => r.Label == l).Differs).ToList();
            if (comparison.Tellings.All(t => t.Told is not null))
                Assert.Equal(differs.OrderDescending(), differs);
        }
    }

    [Fact]
    public void Columns_AsOfADay_MarkWhatWasPossiblyOrNotYetWritten()
    {
        var day = Casebook.Head.Visit!.EarliestDay!.Value;
        var shown = Show(Casebook.Claims[0], Asked.For(("asOf", AsOfDay.Write(day))));
        foreach (var source in Casebook.Sources)
        {
            var header = shown.Find($"th[id={source.Slug}]").TextContent;
            Assert.Equal(source.ExistedBy(day) == Existence.Possibly, header.Contains("possibly written"));
            Assert.Equal(
                source.ExistedBy(day) == Existence.NotYet,
                shown.FindAll($"td.not-yet-written[data-sig={source.Siglum}]").Count == 1
            );
        }
    }
}
