using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Claims;

public sealed class ComparisonTests
{
    private static readonly Casebook Casebook = Repo.Casebook;

    [Fact]
    public void Rows_OfEachKind_DifferWhereContestednessSaysSo()
    {
        foreach (var claim in Casebook.Claims)
        {
            var comparison = Comparison.Of(Casebook, claim, Casebook.Sources, null);
            var contested = Casebook.Contested[claim.Id];
            Assert.Equal(contested.Stances > 0, comparison.Rows[0].Differs);
            if (contested.Tellings > 1)
                Assert.Equal(contested.Aspects > 0, comparison.Rows.Any(r => r.Kind == RowKind.Aspect && r.Differs));
        }
    }

    [Fact]
    public void Visible_OnlyDifferences_NeverLeavesAnEmptyTable()
    {
        foreach (var claim in Casebook.Claims)
        foreach (var source in Casebook.Sources)
        {
            var rows = Comparison.Of(Casebook, claim, [source], null).Visible(true);
            Assert.Equal(RowKind.Stance, Assert.Single(rows).Kind);
        }
    }

    [Fact]
    public void Rows_NobodyTellsIt_AreTheStanceAlone()
    {
        var (claim, source) = Casebook
            .Claims.SelectMany(c => Casebook.Sources.Select(s => (c, s)))
            .First(p => Cell.Of(Casebook, p.c, p.s).Kind == CellKind.Silent);
        Assert.Single(Comparison.Of(Casebook, claim, [source], null).Rows);
    }

    [Fact]
    public void Tellings_OneAloneTellsIt_AreTheDifference()
    {
        var told = Casebook
            .Claims.SelectMany(c => Casebook.Sources.Select(s => Cell.Of(Casebook, c, s)))
            .First(c => c.Kind == CellKind.Told && Casebook.Sources.Any(s => Cell.Of(Casebook, c.Claim, s).Kind == CellKind.Silent));
        var silent = Casebook.Sources.First(s => Cell.Of(Casebook, told.Claim, s).Kind == CellKind.Silent);
        Assert.All(Comparison.Of(Casebook, told.Claim, [told.Source, silent], null).Rows, r => Assert.True(r.Differs));
    }

    [Fact]
    public void Tellings_BeforeAnySourceExisted_AreNone()
    {
        var source = Casebook.Sources.First(s => s.Written?.Date.EarliestDay is not null);
        var telling = Assert.Single(
            Comparison.Of(Casebook, Casebook.Claims[0], [source], source.Written!.Date.EarliestDay!.Value - 1).Tellings
        );
        Assert.Null(telling.Told);
        Assert.Equal("not yet written", telling.Word);
    }

    [Fact]
    public void Groups_OfTellings_CoverTheColumnsInOrder()
    {
        var tellings = Comparison.Of(Casebook, Casebook.Claims[0], Casebook.Sources, null).Tellings;
        var groups = ClaimLabels.Groups(tellings).ToList();
        Assert.Equal(tellings.Select(t => t.When), groups.SelectMany(g => Enumerable.Repeat(g.When, g.Columns)));
        Assert.All(groups.Zip(groups.Skip(1)), p => Assert.NotEqual(p.First.When, p.Second.When));
    }

    [Fact]
    public void Pair_OfMoreOrFewerThanTwo_IsTwoAndSaysSoWhereChosen()
    {
        var claim = Casebook.Claims[0];
        List<string> notices = [];
        Assert.Equal(2, Columns.Pair(Casebook, claim, ShownSources.Default(Casebook), notices).Count);
        Assert.Empty(notices);
        Assert.Equal(
            2,
            Columns.Pair(Casebook, claim, ShownSources.Read(Casebook, Casebook.Sources[0].Siglum, []), notices).Distinct().Count()
        );
        Assert.Single(notices);
        var chosen = ShownSources.Read(Casebook, $"{Casebook.Sources[1].Siglum},{Casebook.Sources[3].Siglum}", []);
        Assert.Equal([Casebook.Sources[1], Casebook.Sources[3]], Columns.Pair(Casebook, claim, chosen, notices));
        Assert.Single(notices);
    }

    [Fact]
    public void Columns_OfALargeCasebook_AreAllAndBeginWithThoseThatTellTheClaim()
    {
        var large = new SyntheticCasebook(40, 20, 600, 10).Build();
        var query = ClaimsQuery.Read(large, Asked.For());
        foreach (var claim in large.Claims)
        {
            var tell = claim.Framings.Where(f => f.Stance != Stance.Silent).Select(f => f.Source).ToHashSet();
            var shown = Columns.Of(large, claim, query, []).Sources;
            Assert.Equal(large.Sources, shown);
            Assert.Equal(tell, Columns.TellersFirst(claim, shown).Take(tell.Count).Select(s => s.Id).ToHashSet());
        }
    }
}
