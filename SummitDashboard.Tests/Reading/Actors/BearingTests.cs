using SummitDashboard.Domain;
using SummitDashboard.Reading.Actors;

namespace SummitDashboard.Tests.Reading.Actors;

public sealed class BearingTests
{
    private static readonly Source[] Sources = [Make("a"), Make("b"), Make("c")];
    private static readonly Actor Speaker = new()
    {
        Id = new("who"),
        Slug = "who",
        Name = "Who",
        Order = 1,
    };
    private static readonly Statement Said = new(new("a"), StatementMode.Paraphrase, Quote(), [new("claim")]);

    [Fact]
    public void Of_SpeakerDisputesWhatTheOwnSourceTells_IsAgainstItAndAllWhoTellIt()
    {
        var claim = Claim(("a", Stance.Anticipates, Stance.Disputes), ("b", Stance.Hedges, null), ("c", Stance.Silent, null));
        var bearing = Bearing.Of(Speaker, Said, claim, Sources);
        Assert.Equal(Stance.Disputes, bearing.Stance);
        Assert.True(bearing.IsAgainst);
        Assert.Equal(["a", "b"], bearing.Others.Select(o => o.Source.RawId)); // the surer telling first, the silent one not at all
    }

    [Fact]
    public void Of_OthersSayItLessSurely_IsOnlyOtherwise()
    {
        var bearing = Bearing.Of(
            Speaker,
            Said,
            Claim(("a", Stance.Asserts, null), ("b", Stance.Anticipates, null), ("c", Stance.Hedges, null)),
            Sources
        );
        Assert.False(bearing.IsAgainst);
        Assert.Equal(["c", "b"], bearing.Others.Select(o => o.Source.RawId));
    }

    [Fact]
    public void Of_SourceItselfSilent_HasNoStance() =>
        Assert.Null(Bearing.Of(Speaker, Said, Claim(("a", Stance.Silent, null), ("b", Stance.Asserts, null)), Sources).Stance);

    [Fact]
    public void Of_SourceTakenAway_LeavesItOut() =>
        Assert.Empty(Bearing.Of(Speaker, Said, Claim(("a", Stance.Asserts, null), ("b", Stance.Disputes, null)), [Sources[0]]).Others);

    [Fact]
    public void Of_QuotationSharesNothingWithTheSlots_GivesOurTextUnquoted()
    {
        var claim = Claim(("a", Stance.Asserts, null), ("b", Stance.Hedges, null), ("c", Stance.Anticipates, null));
        claim = claim with
        {
            Framings =
            [
                claim.Framings[0],
                claim.Framings[1] with
                {
                    Aspects = [new("what", "pact", "the pact")],
                    Gloss = "Doubts it.",
                },
                claim.Framings[2] with
                {
                    Aspects = [new("what", "words", "mere words")],
                },
            ],
        };
        var others = Bearing.Of(Speaker, Said, claim, Sources).Others;
        Assert.Equal([("b", "the pact", false), ("c", "words", true)], others.Select(o => (o.Source.RawId, o.Words, o.IsQuoted)));
        claim = claim with { Framings = [claim.Framings[0], claim.Framings[1] with { Aspects = [], Quotations = [] }] };
        Assert.Equal(("Doubts it.", false), Bearing.Of(Speaker, Said, claim, Sources).Others.Select(o => (o.Words, o.IsQuoted)).Single());
    }

    private static Quotation Quote(Stance? own = null) =>
        new()
        {
            Exact = "words",
            Paragraph = 1,
            Stance = own,
            Cites = own is null ? null : new(new("who"), null),
        };

    private static Source Make(string id) =>
        new()
        {
            Id = new(id),
            Slug = id,
            Siglum = id,
            Name = id,
            Order = 1,
            Article = new("", "", 0, 0),
        };

    private static Claim Claim(params (string Source, Stance Stance, Stance? Cited)[] framings) =>
        new()
        {
            Id = new("claim"),
            Slug = "claim",
            Question = "?",
            Statement = ".",
            Theme = "t",
            Order = 1,
            Framings =
            [
                .. framings.Select(f => new Framing
                {
                    Source = new(f.Source),
                    Stance = f.Stance,
                    Quotations = [Quote(f.Cited)],
                }),
            ],
        };
}
