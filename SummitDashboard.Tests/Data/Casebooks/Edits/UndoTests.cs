using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

/// <summary>Taking back: what it restores, and where it must not.</summary>
public sealed class UndoTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly string ada,
        bob;

    public UndoTests() => (ada, bob) = (test.Person("Ada", AccountRole.Editor), test.Person("Bob", AccountRole.Editor));

    public void Dispose() => test.Dispose();

    private Claim Claim => test.Casebook.Claims[0];
    private Source Source => test.Casebook.Sources[0];
    private Framing Framing => Claim.Framings.First(f => f.Stance != Stance.Silent);

    public static TheoryData<string> Kinds() => [.. Sample.Names];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Undo_OfEachKindOfEdit_GivesTheFormerStateAndItsUndoTheLatter(string kind)
    {
        var before = Text(test.Casebook);
        var done = await test.Commit(Sample.Of(kind, test.Casebook), ada);
        var after = Text(test.Casebook);
        Assert.NotEqual(before, after);
        var undone = await test.Commit(new Undo(done), ada);
        Assert.Equal(before, Text(test.Casebook));
        await test.Commit(new Undo(undone), ada);
        Assert.Equal(after, Text(test.Casebook));
        Assert.Equal(after, Text(test.Open().Current));
        Assert.Equal(undone, test.History.List(1)[0].Undoes);
    }

    [Fact]
    public async Task Undo_OfTheFirstLoad_IsRefusedAndTheCasebookStillOpens()
    {
        var refused = Assert.IsType<Outcome.Invalid>(await test.Store.Write(new Undo(1), ada));
        Assert.Contains("one head", Assert.Single(refused.Problems));
        Assert.Equal(1, test.Open().Current.Revision);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(7), InlineData(long.MaxValue)]
    public async Task Undo_OfNoRevision_SaysThatThereIsNone(long number) =>
        Assert.Equal(
            [$"There is no revision {number}."],
            Assert.IsType<Outcome.Invalid>(await test.Store.Write(new Undo(number), ada)).Problems
        );

    [Fact]
    public async Task Undo_OfARemovalThatNeedsWhatWasRemovedSince_IsRefusedInWords()
    {
        var (claim, source) = (
            test.Casebook.Claims[0],
            test.Casebook.Sources.First(s => s.Id == test.Casebook.Claims[0].Framings[0].Source)
        );
        var removed = await test.Commit(new PutItem(claim, null), ada);
        await test.Commit(new PutItem(source, null), bob);
        Assert.Contains(Assert.IsType<Outcome.Invalid>(await test.Store.Write(new Undo(removed), ada)).Problems, p =>
            p.Contains("names source one that is not there any more", StringComparison.Ordinal)
        );
        Assert.Equal(3, test.Open().Current.Revision);
    }

    [Fact]
    public async Task Undo_SentTwice_ChangesNothingTheSecondTime()
    {
        var done = await test.Commit(new PutItem(Source, Source with { Note = "x" }), ada);
        await test.Commit(new Undo(done), ada);
        Assert.Equal(new Outcome.Committed(3, Changed: false), await test.Store.Write(new Undo(done), bob));
    }

    [Fact]
    public async Task Undo_OfOnePart_LeavesWhatOthersDidToTheItemSince()
    {
        var claim = test.Casebook.Claims[0];
        var done = await test.Commit(new PutFraming(claim.Id, claim.Framings[0].Source, claim.Framings[0], null), ada);
        await test.Commit(new PutItem(test.Casebook.Claims[claim.Id], claim with { Note = "Bob’s." }), bob);
        await test.Commit(new Undo(done), ada);
        Assert.Equal(
            (Documents.Part(claim.Framings[0]), "Bob’s."),
            (Documents.Part(test.Casebook.Claims[claim.Id].Of(claim.Framings[0].Source)!), test.Casebook.Claims[claim.Id].Note)
        );
    }

    [Fact]
    public async Task Undo_OfAMentionThatWasChangedSince_IsRefused()
    {
        var happening = test.Casebook.Events[0];
        var quoted = QuotedShare.Quotations(test.Casebook, Source).First(); // no more of the article than before
        var mention = new Mention(Source.Id, MentionMode.Reported, new() { Exact = quoted.Exact, Paragraph = quoted.Paragraph }, null);
        var done = await test.Commit(new PutMention(happening.Id, null, mention), ada);
        await test.Commit(new PutMention(happening.Id, mention, mention with { Mode = MentionMode.Recalled }), bob);
        var why = Assert.Single(Assert.IsType<Outcome.Invalid>(await test.Store.Write(new Undo(done), ada)).Problems);
        Assert.Contains("mentions was changed since", why);
        Assert.Contains($"“{happening.Label}”", why);
        Assert.Contains($"revision {test.Casebook.Revision} (Bob)", why);
    }

    [Fact]
    public async Task Undo_OfAGrade_GivesItsEditorTheOneHeldBeforeAndItsUndoTheLater()
    {
        await test.Commit(new AddGrade(Sample.Grade(Source, "B")), ada);
        var second = await test.Commit(new AddGrade(Sample.Grade(Source, "D")), ada);
        var undone = await test.Commit(new Undo(second), ada);
        Assert.Equal(["B"], Held());
        await test.Commit(new Undo(undone), ada);
        Assert.Equal(["D"], Held());
        Assert.Equal(["B", "D", "B", "D"], test.Casebook.Grades.History(Source.Id).Select(g => g.Mark));
        Assert.IsType<Outcome.Invalid>(await test.Store.Write(new Undo(second), ada));
    }

    [Fact]
    public async Task Undo_OfAWithdrawal_GivesTheGradeAgain()
    {
        await test.Commit(new AddGrade(Sample.Grade(Source, "B")), ada);
        var gone = await test.Commit(new AddGrade(Sample.Grade(Source, null)), ada);
        Assert.Empty(Held());
        await test.Commit(new Undo(gone), ada);
        Assert.Equal(["B"], Held());
    }

    [Fact]
    public async Task Undo_OfARemovalUndone_RemovesTheSourceAndEverybodysGradesAgain()
    {
        await test.Commit(new AddGrade(Sample.Grade(Source, "B")), ada);
        await test.Commit(new AddGrade(Sample.Grade(Source, "C")), bob);
        var source = Source;
        var removed = await test.Commit(new PutItem(source, null), ada);
        var without = Text(test.Casebook);
        var back = await test.Commit(new Undo(removed), ada);
        Assert.Equal(["B", "C"], Held());
        await test.Commit(new Undo(back), ada);
        Assert.Equal(without, Text(test.Casebook));
        Assert.Equal(0, test.Casebook.Grades.Count);
    }

    [Fact]
    public async Task Undo_WhereALaterChangeDependsOnIt_ListsTheConflictAndUndoesNothing()
    {
        var was = Framing;
        var first = await test.Commit(new PutFraming(Claim.Id, was.Source, was, was with { Gloss = "One." }), ada);
        await test.Commit(new PutFraming(Claim.Id, was.Source, was with { Gloss = "One." }, was with { Gloss = "Two." }), bob);
        var refused = Assert.IsType<Outcome.Invalid>(await test.Store.Write(new Undo(first), ada));
        Assert.Contains("gloss", Assert.Single(refused.Problems));
        Assert.Equal(3, test.Casebook.Revision);
    }

    [Fact]
    public async Task Undo_OfAnItemThatOthersNowName_IsRefused()
    {
        var made = test.Casebook.Events[0] with { Id = new(Ids.New()), Slug = "made-up", Mentions = [], Actors = [], Claims = [] };
        var added = await test.Commit(new PutItem(null, made), ada);
        await test.Commit(new PutItem(Claim, Claim with { Event = made.Id }), ada);
        Assert.Contains("made-up", Assert.Single(Assert.IsType<Outcome.Invalid>(await test.Store.Write(new Undo(added), ada)).Problems));
    }

    [Fact]
    public async Task Undo_Undone_RestoresWhatWasTakenBack()
    {
        var was = Framing;
        var first = await test.Commit(new PutFraming(Claim.Id, was.Source, was, was with { Gloss = "One." }), ada);
        var undone = await test.Commit(new Undo(first), ada);
        Assert.Equal(was.Gloss, test.Casebook.Claims[Claim.Id].Of(was.Source)!.Gloss);
        await test.Commit(new Undo(undone), ada);
        Assert.Equal("One.", test.Casebook.Claims[Claim.Id].Of(was.Source)!.Gloss);
    }

    private IEnumerable<string?> Held() => test.Casebook.Grades.Held(Source.Id).Select(g => g.Mark);

    // All that a casebook says but for the history of its grades, which only grows.
    private static string Text(Casebook book) =>
        string.Join(
            '\n',
            book.Items()
                .Where(i => i is not Grade)
                .OrderBy(i => i.RawId, StringComparer.Ordinal)
                .Select(Documents.Write)
                .Concat(
                    book.Grades.All.Select(g => (g.Source, g.Claim))
                        .Distinct()
                        .Order()
                        .SelectMany(t => book.Grades.Held(t.Source, t.Claim))
                        .Select(g => $"{g.Source} {g.Editor} {g.Mark} {g.Rationale}")
                )
        );
}
