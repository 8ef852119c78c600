using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

/// <summary>What becomes of an edit, on a real database.</summary>
public sealed class WriteTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly string ada,
        bob;

    public WriteTests() => (ada, bob) = (test.Person("Ada", AccountRole.Editor), test.Person("Bob", AccountRole.Editor));

    public void Dispose() => test.Dispose();

    private Claim Claim => test.Casebook.Claims[0];
    private Source Source => test.Casebook.Sources[0];
    private Framing Framing => Claim.Framings.First(f => f.Stance != Stance.Silent);

    [Fact]
    public async Task Framing_Changed_IsOneRevisionThatASecondStoreReads()
    {
        var was = Framing;
        var revision = await test.Commit(new PutFraming(Claim.Id, was.Source, was, was with { Gloss = "Other." }), ada, " why not ");
        Assert.Equal(2, revision);
        var (listed, there) = (test.History.List(1)[0], test.Open().Current);
        Assert.Equal(("Ada", "why not", "framing", 2L), (listed.By, listed.Reason, listed.Verb, listed.Number));
        Assert.Equal("Other.", there.Claims[Claim.Id].Of(was.Source)!.Gloss);
        Assert.Equal(2, there.Revision);
    }

    [Fact]
    public async Task Aspect_TakenAway_TakesItsSlotsAlongAndComesBackWithThem()
    {
        var claim = test.Casebook.Claims.First(c => c.Aspects.Count > 2 && c.Framings.Any(f => f.In(c.Aspects[0].Key) is not null));
        var gone = claim.Aspects[0].Key;
        var done = await test.Commit(new PutItem(claim, claim with { Aspects = [.. claim.Aspects.Skip(1)] }), ada);
        Assert.All(test.Casebook.Claims[claim.Id].Framings, f => Assert.Null(f.In(gone)));
        await test.Commit(new Undo(done), ada);
        Assert.Equal(Documents.Write(claim), Documents.Write(test.Casebook.Claims[claim.Id]));
    }

    [Fact]
    public async Task Grade_HeldAlready_IsNotGivenAgain()
    {
        await test.Commit(new AddGrade(Grade(Source)), ada);
        Assert.Equal(new Outcome.Committed(2, Changed: false), await test.Store.Write(new AddGrade(Grade(Source)), ada));
        await test.Commit(new AddGrade(Grade(Source)), bob); // another’s judgement is one of its own
        Assert.Equal(2, test.Casebook.Grades.Held(Source.Id).Count);
    }

    [Fact]
    public async Task SameEdit_SentTwice_ChangesNothingTheSecondTime()
    {
        var was = Framing;
        var edit = new PutFraming(Claim.Id, was.Source, was, was with { Gloss = "Other." });
        await test.Commit(edit, ada);
        Assert.Equal(new Outcome.Committed(2, Changed: false), await test.Store.Write(edit, ada));
    }

    [Fact]
    public async Task Framing_ChangedByAnotherFirst_IsReturnedWithBothVersions()
    {
        var was = Framing;
        await test.Commit(new PutFraming(Claim.Id, was.Source, was, was with { Gloss = "Ada’s." }), ada);
        var conflict = Assert.IsType<Outcome.Conflict>(
            await test.Store.Write(new PutFraming(Claim.Id, was.Source, was, was with { Gloss = "Bob’s." }), bob)
        );
        Assert.Equal(("Ada’s.", "Ada", 2L), (((Framing)conflict.Current!).Gloss, conflict.By, conflict.Revision));
        Assert.Equal(2, test.Casebook.Revision);
    }

    [Fact]
    public async Task TwoCellsOfOneClaim_ChangedFromTheSameView_BothStand()
    {
        var (first, second) = (Claim.Framings[0], Claim.Framings[1]);
        var id = Claim.Id;
        await test.Commit(new PutFraming(id, first.Source, first, null), ada);
        await test.Commit(new PutFraming(id, second.Source, second, null), bob);
        Assert.Null(test.Casebook.Claims[id].Of(first.Source));
        Assert.Null(test.Casebook.Claims[id].Of(second.Source));
    }

    public static TheoryData<string, string> Broken() =>
        new()
        {
            { "long", "at most 15" },
            { "silent", "signed" },
            { "evidence", "no quotation" },
            { "aspect", "no aspect" },
            { "actor", "not there" },
            { "paragraph", "no paragraph" },
            { "hedge", "does not stand" },
            { "position", "not as long" },
        };

    [Theory, MemberData(nameof(Broken))]
    public async Task Framing_BreakingARule_IsRefusedInWordsAndNothingIsWritten(string what, string words)
    {
        var was = Framing;
        var quotation = was.Quotations[0];
        var next = what switch
        {
            "long" => was with { Quotations = [quotation with { Exact = string.Join(' ', Enumerable.Repeat("word", 16)) }] },
            "silent" => new Framing { Source = was.Source, Stance = Stance.Silent },
            "evidence" => was with { Quotations = [] },
            "aspect" => was with { Aspects = [new("nowhere", "a", "a")] },
            "actor" => was with { Quotations = [quotation with { Cites = new(new("nobody"), null) }] },
            "paragraph" => was with { Quotations = [quotation with { Paragraph = 999 }] },
            "hedge" => was with { Quotations = [quotation with { Hedges = ["never in it"] }] },
            _ => was with { Quotations = [quotation with { Position = new(1, 2) }] },
        };
        var refused = Assert.IsType<Outcome.Invalid>(await test.Store.Write(new PutFraming(Claim.Id, was.Source, was, next), ada));
        Assert.Contains(refused.Problems, p => p.Contains(words, StringComparison.Ordinal));
        Assert.Equal(1, test.Casebook.Revision);
        Assert.Equal(1, test.Open().Current.Revision);
    }

    [Theory, InlineData("source"), InlineData("actor"), InlineData("event"), InlineData("claim")]
    public async Task Item_RemovedWithAllThatNamesIt_IsBroughtBackByOneUndo(string kind)
    {
        var before = test.Casebook;
        Item gone = kind switch
        {
            "source" => Source,
            "actor" => before.Actors[0],
            "event" => before.Events.First(e => e.Mentions.Count > 1),
            _ => Claim,
        };
        await test.Commit(new AddGrade(Grade(Source)), ada);
        var full = Text(test.Casebook);
        var removed = await test.Commit(new PutItem(gone, null), ada);
        Assert.DoesNotContain(test.Casebook.Items(), i =>
            i.RawId == gone.RawId || Kinds.Of(i).ReferencesOf(i).Any(r => r.Id == gone.RawId)
        );
        await test.Commit(new Undo(removed), bob);
        Assert.Equal(full, Text(test.Casebook));
        Assert.Equal(full, Text(test.Open().Current));
    }

    [Fact]
    public async Task Grades_SeveralEditors_StandBesideEachOtherAndKeepTheirHistory()
    {
        await test.Commit(new AddGrade(Grade(Source)), ada);
        await test.Commit(new AddGrade(Grade(Source, "E")), bob);
        await test.Commit(new AddGrade(Grade(Source, "C")), ada);
        Assert.Equal(["E", "C"], test.Casebook.Grades.Held(Source.Id).Select(g => g.Mark));
        Assert.Equal(3, test.Casebook.Grades.History(Source.Id).Count);
        var refused = Assert.IsType<Outcome.Invalid>(await test.Store.Write(new Undo(3), ada));
        Assert.Contains("Bob’s own judgement", Assert.Single(refused.Problems));
        await test.Commit(new Undo(4), ada);
        Assert.Equal(["E", "B"], test.Casebook.Grades.Held(Source.Id).Select(g => g.Mark)); // what Ada held before
        Assert.Equal(4, test.Casebook.Grades.History(Source.Id).Count);
    }

    [Theory, InlineData("Z", "because"), InlineData("1", "because"), InlineData("B", " ")]
    public async Task Grade_OffTheScaleOrWithoutAReason_IsRefused(string mark, string why) =>
        Assert.IsType<Outcome.Invalid>(await test.Store.Write(new AddGrade(Grade(Source, mark) with { Rationale = why }), ada));

    [Fact]
    public async Task Slug_Changed_LeavesAnAlias()
    {
        var old = Claim.Slug;
        await test.Commit(new PutItem(Claim, Claim with { Slug = "another-name" }), ada);
        using var db = test.CreateDbContext();
        Assert.Equal(test.Casebook.Claims[0].RawId, db.SlugAliases.Single(a => a.Slug == old).ItemId);
        Assert.Contains(
            "already",
            Assert.Single(
                Assert
                    .IsType<Outcome.Invalid>(
                        await test.Store.Write(
                            new PutItem(test.Casebook.Claims[1], test.Casebook.Claims[1] with { Slug = "another-name" }),
                            ada
                        )
                    )
                    .Problems
            )
        );
    }

    [Fact]
    public async Task Past_AtEveryRevision_IsWhatItWas()
    {
        var seen = new List<string> { Text(test.Casebook) };
        foreach (
            var edit in new Func<Edit>[]
            {
                () => new PutFraming(Claim.Id, Framing.Source, Framing, Framing with { Gloss = "One." }),
                () => new PutItem(Claim, Claim with { Slug = "renamed", Note = "x" }),
                () => new AddGrade(Grade(Source)),
                () => new PutItem(Source, null),
                () => new Undo(5),
                () => new PutItem(test.Casebook.Actors[1], null),
                () => new PutItem(test.Casebook.Head, test.Casebook.Head with { Title = "T" }),
            }
        )
        {
            await test.Commit(edit(), ada);
            seen.Add(Text(test.Casebook));
        }
        for (var n = seen.Count; n >= 1; n--)
            Assert.Equal(seen[n - 1], Text(test.History.AsOf(n, TestContext.Current.CancellationToken)!));
        Assert.Null(test.History.AsOf(0, TestContext.Current.CancellationToken));
        Assert.Null(test.History.AsOf(seen.Count + 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Database_OfTheWriter_SyncsEveryCommit()
    {
        using var app = TestApp.With();
        using var db = app.Services.GetRequiredService<IDbContextFactory<SummitDb>>().CreateDbContext(); // as the store opens it
        Assert.Equal("wal", db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").Single());
        Assert.Equal(2, db.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").Single()); // FULL
    }

    private static Grade Grade(Source source, string mark = "B")
    {
        var id = Ids.New();
        return new()
        {
            Id = new(id),
            Slug = id,
            Source = source.Id,
            Mark = mark,
            Rationale = "because",
            By = "",
            At = default,
        };
    }

    // All that a casebook says, whatever the order in which parts that came back stand.
    internal static string Text(Casebook book) =>
        string.Join('\n', book.Items().OrderBy(i => i.RawId, StringComparer.Ordinal).Select(Documents.Write));
}
