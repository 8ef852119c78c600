using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

/// <summary>Edits of what somebody else changed first: a conflict that names who, and nothing is written.</summary>
public sealed class ConflictTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly string ada,
        bob;

    public ConflictTests() => (ada, bob) = (test.Person("Ada", AccountRole.Editor), test.Person("Bob", AccountRole.Editor));

    public void Dispose() => test.Dispose();

    public static TheoryData<string, Func<Casebook, (Edit First, Edit Then)>> Clashes() =>
        new()
        {
            {
                "head of a claim",
                b => (new PutItem(b.Claims[0], b.Claims[0] with { Note = "1" }), new PutItem(b.Claims[0], b.Claims[0] with { Note = "2" }))
            },
            {
                "changed after it was removed",
                b => (new PutItem(b.Claims[0], null), new PutItem(b.Claims[0], b.Claims[0] with { Note = "2" }))
            },
            {
                "removed after it was changed",
                b => (new PutItem(b.Actors[0], b.Actors[0] with { Name = "1" }), new PutItem(b.Actors[0], null))
            },
            {
                "added twice, differently",
                b => (Sample.Of("claim added", b), new PutItem(null, ((PutItem)Sample.Of("claim added", b)).Next! with { Note = "2" }))
            },
            { "cell of a claim that is gone", b => (new PutItem(b.Claims[0], null), Sample.Of("framing", b)) },
            {
                "cell of a source that is gone",
                b =>
                    (new PutItem(b.Sources.First(s => s.Id == ((PutFraming)Sample.Of("framing", b)).Source), null), Sample.Of("framing", b))
            },
            { "cell made uncoded", b => (Sample.Of("framing removed", b), Sample.Of("framing", b)) },
            { "mention changed", b => (Sample.Of("mention", b), With((PutMention)Sample.Of("mention", b))) },
            { "mention of an event that is gone", b => (Sample.Of("event removed", b), Sample.Of("mention", b)) },
            { "statement of a person who is gone", b => (Sample.Of("actor removed", b), Sample.Of("statement", b)) },
            { "grade of a source that is gone", b => (Sample.Of("source removed", b), Sample.Of("grade", b)) },
        };

    [Theory, MemberData(nameof(Clashes))]
    public async Task Edit_OfWhatAnotherChangedFirst_IsAConflictThatNamesWhoAndWritesNothing(
        string what,
        Func<Casebook, (Edit First, Edit Then)> edits
    )
    {
        var (first, then) = edits(test.Casebook);
        var revision = await test.Commit(first, ada);
        await test.WritesNothing(async () =>
        {
            var conflict = Assert.IsType<Outcome.Conflict>(await test.Store.Write(then, bob));
            Assert.True((conflict.By, conflict.Revision) == ("Ada", revision), what);
            Assert.Equal(test.History.Find(revision)!.At, conflict.At);
        });
    }

    [Fact]
    public async Task Conflict_WhereAThirdChangedAnotherPartSince_NamesWhoChangedThisOne()
    {
        var claim = test.Casebook.Claims[0];
        var (cell, other) = (claim.Framings[0], claim.Framings[1]);
        var cleo = test.Person("Cleo", AccountRole.Editor);
        var met = await test.Commit(new PutFraming(claim.Id, cell.Source, cell, null), ada);
        var head = await test.Commit(new PutItem(claim, claim with { Note = "x" }), bob);
        await test.Commit(new PutFraming(claim.Id, other.Source, other, null), cleo);
        Assert.Equal(
            ("Ada", met),
            Who(await test.Store.Write(new PutFraming(claim.Id, cell.Source, cell, cell with { ReadBy = "me" }), cleo))
        );
        Assert.Equal(("Bob", head), Who(await test.Store.Write(new PutItem(claim, claim with { Note = "y" }), cleo)));

        var actor = test.Casebook.Actors.First(a => a.Names.Count > 1);
        met = await test.Commit(new PutNaming(actor.Id, actor.Names[0], null), ada);
        await test.Commit(new PutNaming(actor.Id, actor.Names[1], null), bob);
        Assert.Equal(
            ("Ada", met),
            Who(await test.Store.Write(new PutNaming(actor.Id, actor.Names[0], actor.Names[0] with { Count = 99 }), cleo))
        );

        static (string, long) Who(Outcome outcome) => Assert.IsType<Outcome.Conflict>(outcome) is var c ? (c.By, c.Revision) : default;
    }

    private static PutMention With(PutMention put) =>
        put with
        {
            Next = put.Base! with
            {
                Mode = MentionMode.Anticipated,
                Quotation = new() { Exact = "other words", Paragraph = 1 },
            },
        };
}
