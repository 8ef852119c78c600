using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

/// <summary>Many who write at the same time: each is committed, or is shown what stands instead.</summary>
public sealed class WritersAtOnceTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly string ada,
        bob;

    public WritersAtOnceTests() => (ada, bob) = (test.Person("Ada", AccountRole.Editor), test.Person("Bob", AccountRole.Editor));

    public void Dispose() => test.Dispose();

    private Claim Claim => test.Casebook.Claims[0];
    private Framing Framing => Claim.Framings.First(f => f.Stance != Stance.Silent);

    [Fact]
    public async Task TwoProcesses_WritingInTurn_SeeEachOther()
    {
        var other = test.Open();
        var id = Claim.Id;
        await test.Commit(new PutItem(Claim, Claim with { Note = "first" }), ada);
        var now = test.Casebook.Claims[id];
        Assert.Equal(3, Assert.IsType<Outcome.Committed>(await other.Write(new PutItem(now, now with { Note = "second" }), bob)).Revision);
        Assert.Equal("second", other.Current.Claims[id].Note);
        Assert.IsType<Outcome.Conflict>(await test.Store.Write(new PutItem(now, now with { Note = "third" }), ada));
    }

    [Fact]
    public async Task TwentyEditors_SavingTheSameCellAtOnce_EachIsCommittedOrGetsTheOthersVersion()
    {
        var (id, was) = (Claim.Id, Framing);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n =>
                    Task.Run(() =>
                        test.Store.Write(new PutFraming(id, was.Source, was, was with { Gloss = $"Version {n}." }), n % 2 == 0 ? ada : bob)
                    )
                )
        );
        var winner = Assert.Single(outcomes.OfType<Outcome.Committed>());
        var stands = test.Casebook.Claims[id].Of(was.Source)!.Gloss;
        Assert.Equal(19, outcomes.OfType<Outcome.Conflict>().Count(c => ((Framing)c.Current!).Gloss == stands));
        Assert.Equal((2L, 2), (winner.Revision, test.History.List(50).Count));
    }

    [Fact]
    public async Task TwentyEditors_SavingTwentyThingsAtOnce_AllAreCommitted()
    {
        var claims = test.Casebook.Claims.Take(20).ToList();
        var outcomes = await Task.WhenAll(
            claims.Select((c, n) => Task.Run(() => test.Store.Write(new PutItem(c, c with { Note = $"Note {n}." }), ada)))
        );
        Assert.Equal(
            Enumerable.Range(2, 20).Select(n => (long)n),
            outcomes.Select(o => Assert.IsType<Outcome.Committed>(o).Revision).Order()
        );
        Assert.Equal(claims.Select((_, n) => $"Note {n}."), claims.Select(c => test.Open().Current.Claims[c.Id].Note));
    }
}
