using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Edits;

/// <summary>Every kind of edit against every outcome, and that what is not committed has written nothing.</summary>
public sealed class OutcomeTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly string ada,
        bob;

    public OutcomeTests() => (ada, bob) = (test.Person("Ada", AccountRole.Editor), test.Person("Bob", AccountRole.Editor));

    public void Dispose() => test.Dispose();

    public static TheoryData<string> Kinds() => [.. Sample.Names];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Edit_Allowed_IsOneRevisionOnTheDiskAndSentTwiceNone(string kind)
    {
        var edit = Sample.Of(kind, test.Casebook);
        var published = new List<Published>();
        using var told = test.Store.Changes.Subscribe(published.Add);
        var before = Text(test.Casebook);
        Assert.Equal(new Outcome.Committed(2), await test.Store.Write(edit, ada, "  because  "));
        Assert.NotEqual(before, Text(test.Casebook));
        Assert.Equal(Text(test.Casebook), Text(test.Open().Current));
        var listed = test.History.List(1)[0];
        Assert.Equal((2L, "Ada", "because", edit.Verb), (listed.Number, listed.By, listed.Reason, listed.Verb));
        Assert.Equal(test.History.ChangesOf(2).Count, listed.Items);
        Assert.NotEmpty(listed.First);
        Assert.Equal(test.History.ChangesOf(2).Select(c => c.Id).Order(), Assert.Single(published).Changes!.Select(c => c.Id).Order());

        Assert.Equal(new Outcome.Committed(2, Changed: false), await test.Store.Write(edit, ada));
        Assert.Single(published);
        Assert.Equal(2, test.Open().Current.Revision);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Edit_ByAPresenter_IsForbiddenAndWritesNothing(string kind)
    {
        var edit = Sample.Of(kind, test.Casebook);
        await test.WritesNothing(async () =>
            Assert.Equal(new Outcome.Forbidden(edit.Right), await test.Store.Write(edit, test.Person("Pia", AccountRole.Presenter)))
        );
    }

    public static TheoryData<string, Func<Casebook, Edit>, string> Refused() =>
        new()
        {
            { "grade changed", b => new PutItem(null, Sample.Grade(b.Sources[0], "B")), "only ever added" },
            { "head removed", b => new PutItem(b.Head, null), "one head" },
            { "second head", b => new PutItem(null, b.Head with { Id = new("another") }), "one head" },
            { "nothing held to withdraw", b => new AddGrade(Sample.Grade(b.Sources[0], null)), "no grade here" },
            {
                "no framing to grade",
                b => new AddGrade(Sample.Grade(b.Sources[0], "2") with { Claim = new("none") }),
                "no framing to grade"
            },
            {
                "link that runs",
                b => new AddGrade(Sample.Grade(b.Sources[0], "B") with { Evidence = ["javascript:alert(1)"] }),
                "not a web address"
            },
            { "title missing", b => new PutItem(b.Head, b.Head with { Title = " " }), "title is missing" },
            { "theme in use", b => new PutItem(b.Head, b.Head with { Themes = [new("other", "Other")] }), "which would be gone" },
            { "slug with a slash", b => new PutItem(b.Claims[0], b.Claims[0] with { Slug = "a/b" }), "cannot be a slug" },
            { "slug in use", b => new PutItem(b.Claims[0], b.Claims[0] with { Slug = b.Claims[1].Slug }), "already" },
            {
                "siglum in use",
                b => new PutItem(b.Sources[0], b.Sources[0] with { Siglum = b.Sources[1].Siglum }),
                "each source has its own"
            },
            {
                "article in use",
                b => new PutItem(b.Sources[0], b.Sources[0] with { Article = b.Sources[1].Article, Paragraphs = b.Sources[1].Paragraphs }),
                "already coded"
            },
            { "event that is not there", b => new PutItem(b.Claims[0], b.Claims[0] with { Event = new("none") }), "not there" },
            {
                "claim told by no source",
                b => new PutItem(
                    null,
                    b.Claims[0] with
                    {
                        Id = new("x"),
                        Slug = "x",
                        Framings =
                        [
                            new()
                            {
                                Source = new("none"),
                                Stance = Stance.Silent,
                                ReadBy = "x",
                                ReadOn = new(2026, 1, 1),
                            },
                        ],
                    }
                ),
                "not there"
            },
            {
                "mention of no source",
                b => new PutMention(
                    b.Events[0].Id,
                    null,
                    new(new("none"), MentionMode.Recalled, new() { Exact = "x", Paragraph = 1 }, null)
                ),
                "not there"
            },
            {
                "empty quotation",
                b => new PutRole(b.Actors[0].Id, null, new(b.Sources[0].Id, new() { Exact = " ", Paragraph = 1 })),
                "quotation is empty"
            },
            { "empty name", b => new PutNaming(b.Actors[0].Id, null, new(b.Sources[0].Id, "", NameKind.Epithet, 1, 0)), "missing" },
            {
                "statement on no claim",
                b => new PutStatement(
                    b.Actors[0].Id,
                    null,
                    new(b.Sources[0].Id, StatementMode.Direct, new() { Exact = "x", Paragraph = 1 }, [new("none")])
                ),
                "not there"
            },
            { "no offer", b => new DecideSeed(b.Claims[0].RawId, "", true), "no longer offers" },
        };

    [Theory, MemberData(nameof(Refused))]
    public async Task Edit_ThatBreaksARule_IsRefusedInWordsAndWritesNothing(string what, Func<Casebook, Edit> edit, string words) =>
        await test.WritesNothing(async () =>
        {
            var refused = Assert.IsType<Outcome.Invalid>(await test.Store.Write(edit(test.Casebook), ada));
            Assert.True(
                refused.Problems.Any(p => p.Contains(words, StringComparison.Ordinal)),
                $"{what}: {string.Join(' ', refused.Problems)}"
            );
        });

    [Fact]
    public async Task Reason_TooLong_IsCut()
    {
        await test.Commit(Sample.Of("claim", test.Casebook), ada, new string('x', CasebookStore.MaxReason + 1));
        Assert.Equal(CasebookStore.MaxReason, test.History.List(1)[0].Reason!.Length);
        await test.Commit(Sample.Of("source", test.Casebook), ada, "   ");
        Assert.Null(test.History.List(1)[0].Reason);
    }

    [Fact]
    public async Task Slugs_SwappedByTwoRenamings_LeadOnAndAreFreeAgain()
    {
        var (a, b) = (test.Casebook.Claims[0], test.Casebook.Claims[1]);
        await test.Commit(new PutItem(a, a with { Slug = "aside" }), ada);
        await test.Commit(new PutItem(b, b with { Slug = a.Slug }), ada);
        await test.Commit(new PutItem(a with { Slug = "aside" }, a with { Slug = b.Slug }), ada);
        Assert.Equal((b.Slug, a.Slug), (test.Casebook.Claims[a.Id].Slug, test.Casebook.Claims[b.Id].Slug));
        var aliases = new SlugAliases(test, test.Store);
        Assert.Equal(b.Slug, await aliases.NowOf(ItemKind.Claim, "aside"));
        Assert.Null(await aliases.NowOf(ItemKind.Event, "aside"));
        Assert.Null(await aliases.NowOf(ItemKind.Claim, "../aside"));
        await test.Commit(new PutItem(test.Casebook.Claims[a.Id], null), ada);
        Assert.Null(await aliases.NowOf(ItemKind.Claim, "aside"));
    }

    [Fact]
    public async Task Listener_ThatThrows_IsPassedOver()
    {
        var seen = 0L;
        using var failing = test.Store.Changes.Subscribe(_ => throw new InvalidOperationException("a page failed"));
        using var told = test.Store.Changes.Subscribe(p => seen = p.Casebook.Revision);
        Assert.Equal(await test.Commit(Sample.Of("claim", test.Casebook), ada), seen);
    }

    [Fact]
    public async Task Database_LockedByAnother_FailsInASentenceAndWritesNothing()
    {
        using var folder = new TempFolder();
        using var impatient = new TestStore(SmallCasebook.Write(folder), timeout: 1);
        var person = impatient.Person("Ada", AccountRole.Editor);
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={impatient.File};Pooling=false");
        other.Open();
        using (var transaction = other.BeginTransaction())
            Assert.Contains(
                "try again",
                Assert.IsType<Outcome.Failed>(await impatient.Store.Write(Sample.Of("casebook", impatient.Casebook), person)).Why
            );
        Assert.Equal(1, impatient.Casebook.Revision);
        await impatient.Commit(Sample.Of("casebook", impatient.Casebook), person);
    }

    private static string Text(Casebook book) => WriteTests.Text(book);
}
