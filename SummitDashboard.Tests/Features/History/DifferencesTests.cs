using DiffPlex.DiffBuilder.Model;
using SummitDashboard.Domain;
using SummitDashboard.Features.History;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.History;

/// <summary>What two versions of an item have differently, as people read it.</summary>
public sealed class DifferencesTests : IDisposable
{
    private readonly TestStore store = new(SmallCasebook.Write);

    public void Dispose() => store.Dispose();

    private Casebook Book => store.Casebook;

    [Fact]
    public void Of_AChangedField_SaysWhatWentAndWhatCame()
    {
        var claim = Book.Claims[0];
        var difference = Assert.Single(Differences.Of(new(claim, claim with { Statement = claim.Statement + " Twice" }), Book));
        Assert.Equal("statement", difference.Label);
        Assert.Equal(" Twice", string.Concat(difference.Pieces.Where(p => p.Type == ChangeType.Inserted).Select(p => p.Text)));
        Assert.DoesNotContain(difference.Pieces, p => p.Type == ChangeType.Deleted);
    }

    [Fact]
    public void Of_AReference_NamesWhatItLeadsTo()
    {
        var (claim, happening) = (Book.Claims[0], Book.Events[0]);
        var difference = Assert.Single(Differences.Of(new(claim with { Event = null }, claim with { Event = happening.Id }), Book));
        Assert.Equal(happening.Label, string.Concat(difference.Pieces.Select(p => p.Text)));
    }

    [Fact]
    public void Of_AFraming_IsNamedByItsSource()
    {
        var (claim, framing) = (Book.Claims[0], Book.Claims[0].Framings[0]);
        var changed = claim with { Framings = [framing with { Gloss = "Otherwise." }, .. claim.Framings.Skip(1)] };
        var siglum = Book.Sources[framing.Source].Siglum;
        Assert.Equal($"Framing of {siglum}: our reading", Assert.Single(Differences.Of(new(claim, changed), Book)).Label);
        Assert.Equal($": {siglum}", Differences.Tellings(new(claim, changed), Book));
    }

    [Fact]
    public void Of_AspectsInAnotherOrder_SaysTheOrder()
    {
        var claim = Book.Claims[0];
        var moved = claim with { Aspects = [.. claim.Aspects.Reverse()] };
        Assert.Equal("aspects in order", Assert.Single(Differences.Of(new(claim, moved), Book)).Label);
        var fewer = claim with { Aspects = [claim.Aspects[0]] };
        Assert.DoesNotContain(Differences.Of(new(claim, fewer), Book), d => d.Label.EndsWith("in order", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AnAddedItem_IsAllThatItHas()
    {
        var source = Book.Sources[0];
        var added = Differences.Of(new(null, source), Book);
        Assert.Contains(added, d => d.Label == "name");
        Assert.All(added, d => Assert.All(d.Pieces, p => Assert.Equal(ChangeType.Inserted, p.Type)));
        Assert.Equal("", Differences.Tellings(new(null, source), Book));
    }
}
