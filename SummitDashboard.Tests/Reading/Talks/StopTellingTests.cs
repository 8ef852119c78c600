using SummitDashboard.Domain;
using SummitDashboard.Reading.Talks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Talks;

/// <summary>What a stop says of all sources in one sentence: nobody is silent who was not read, or who could not know.</summary>
public sealed class StopTellingTests : IDisposable
{
    private readonly TestStore store = new(SmallCasebook.Write);

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData(null, "Of two sources, one attributes. One is not coded yet.")]
    [InlineData(Stance.Silent, "Of two sources, one attributes. One was written before it happened.")]
    [InlineData(Stance.Anticipates, "Of two sources, one anticipates, one attributes.")]
    public void Summary_OfAClaim_CountsWhoSaysNothingByTheReason(Stance? first, string words)
    {
        var claim = store.Casebook.Claims[0];
        var other = claim.Framings[0] with
        {
            Stance = first ?? Stance.Silent,
            Quotations = first == Stance.Silent ? [] : claim.Framings[0].Quotations,
        };
        var changed = claim with { Framings = first is null ? [claim.Framings[1]] : [other, claim.Framings[1]] };
        var casebook = store.Casebook.With(2, [new(claim, changed)]);
        Assert.Equal(words, StopTelling.Summary(casebook, new() { Claim = claim.Id, Headline = "A paper" }));
    }
}
