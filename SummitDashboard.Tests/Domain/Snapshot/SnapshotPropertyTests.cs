using CsCheck;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

/// <summary>The next snapshot, made at the cost of the change, is the one that would be built from nothing.</summary>
public sealed class SnapshotPropertyTests
{
    private static readonly Casebook Start = new SyntheticCasebook(Sources: 12, Claims: 15, Framings: 70, Events: 60).Build();

    private static readonly Gen<(int, int)> Step = Gen.Int[0, 17].Select(Gen.Int[0, 10_000]);

    [Fact]
    public void With_AnySequenceOfChanges_EqualsTheRebuiltSnapshot() =>
        Step.List[1, 25].Select(steps => After(Start, steps)).Sample(book => AssertSame(Rebuilt(book), book), iter: 150);

    [Fact]
    public void With_SeveralChangesInOneRevision_EqualsTheRebuiltSnapshot() =>
        Step.List[1, 8]
            .List[1, 5]
            .Sample(
                revisions =>
                {
                    var book = Start;
                    foreach (var steps in revisions)
                        book = book.With(book.Revision + 1, Between(book, After(book, steps)));
                    AssertSame(Rebuilt(book), book);
                    AssertSame(Start, book.With(Start.Revision, Between(book, Start))); // and all the way back, as to the past
                },
                iter: 300
            );

    /// <summary>An event keeps its place while another goes and it passes a third, on which a source's writing hangs.</summary>
    [Fact]
    public void With_EventThatPassesAnotherInItsOldPlace_ScoresItsClaimAnew()
    {
        var (first, moved, hinge) = (
            Start.Events[0] with
            {
                Phase = Phase.Before,
                Date = null,
                Order = 1,
            },
            Start.Events[1] with
            {
                Phase = Phase.Before,
                Date = null,
                Order = 2,
            },
            Start.Events[2] with
            {
                Phase = Phase.Before,
                Date = null,
                Order = 3,
            }
        );
        var sources = Start
            .Sources.Select(
                (s, n) => n == 0 ? s with { Written = new(Edtf.Parse("2024"), Basis.Inferred, null, null, null, hinge.Id, null) } : s
            )
            .ToList();
        var silent = new Framing
        {
            Source = sources[0].Id,
            Stance = Stance.Silent,
            ReadBy = "x",
            ReadOn = new(2026, 1, 1),
        };
        var claim = Start.Claims[0] with
        {
            Event = moved.Id,
            Framings = [silent, silent with { Source = sources[1].Id, Stance = Stance.Asserts }],
        };
        var book = new Casebook(
            1,
            Start.Head,
            sources,
            Start.Actors.Select(a => a with { Statements = [] }),
            [first, moved, hinge],
            [claim]
        );
        var after = book.With(2, [new(first, null), new(moved, moved with { Order = 4 })]);
        Assert.NotEqual(book.Contested[claim.Id], after.Contested[claim.Id]);
        Assert.Equal(Rebuilt(after).Contested[claim.Id], after.Contested[claim.Id]);
    }

    private static Casebook After(Casebook book, IEnumerable<(int What, int Seed)> steps) =>
        steps.Aggregate(book, (b, step) => b.With(b.Revision + 1, Change(b, step.What, step.Seed)));

    private static Casebook Rebuilt(Casebook b) => new(b.Revision, b.Head, b.Sources, b.Actors, b.Events, b.Claims, b.Grades.All);

    // What leads from one casebook to the other in one revision.
    private static List<ItemChange> Between(Casebook from, Casebook to) =>
        [
            .. from.Items()
                .Where(i => !ReferenceEquals(i, to.Find(Kinds.Of(i).Number, i.RawId)))
                .Select(i => new ItemChange(i, to.Find(Kinds.Of(i).Number, i.RawId))),
            .. to.Items().Where(i => from.Find(Kinds.Of(i).Number, i.RawId) is null).Select(i => new ItemChange(null, i)),
        ];

    private static IReadOnlyList<ItemChange> Change(Casebook b, int what, int seed)
    {
        var random = new Random(seed);
        T Any<T>(Shelf<T> shelf)
            where T : Item<T> => shelf[random.Next(shelf.Count)];
        var (claim, happening, actor, source) = (Any(b.Claims), Any(b.Events), Any(b.Actors), Any(b.Sources));
        return what switch
        {
            0 => [new(claim, claim with { Framings = [.. claim.Framings.Skip(1)] })],
            1 => claim.Of(source.Id) is null
                ?
                [
                    new(
                        claim,
                        claim with
                        {
                            Framings =
                            [
                                .. claim.Framings,
                                new()
                                {
                                    Source = source.Id,
                                    Stance = (Stance)random.Next(6),
                                    Gloss = "x",
                                    Aspects = [new("one", "v" + seed % 3, "v")],
                                },
                            ],
                        }
                    ),
                ]
                : [],
            2 => [new(claim, claim with { Order = random.Next(30), Slug = claim.Slug + "x" })],
            3 =>
            [
                new(
                    happening,
                    happening with
                    {
                        Date = random.Next(4) == 0 ? null : Edtf.Parse($"20{random.Next(10, 30)}-0{random.Next(1, 9)}"),
                        Phase = (Phase)random.Next(4),
                    }
                ),
            ],
            4 =>
            [
                new(
                    happening,
                    happening with
                    {
                        Actors = [actor.Id],
                        Claims = [claim.Id],
                        Themes = ["theme-" + random.Next(10)],
                        Mentions =
                        [
                            .. happening.Mentions.Skip(1),
                            new(source.Id, MentionMode.Recalled, new() { Exact = "x", Paragraph = 1 }, null),
                        ],
                    }
                ),
            ],
            5 =>
            [
                new(
                    actor,
                    actor with
                    {
                        Statements =
                        [
                            .. actor.Statements.Skip(1),
                            new(source.Id, StatementMode.Direct, new() { Exact = "x", Paragraph = 1 }, [claim.Id]),
                        ],
                        Order = random.Next(20),
                    }
                ),
            ],
            6 =>
            [
                new(
                    source,
                    source with
                    {
                        Written =
                            random.Next(3) == 0
                                ? null
                                : new(
                                    Edtf.Parse($"2024-06-{random.Next(10, 29)}"),
                                    Basis.Given,
                                    1,
                                    null,
                                    null,
                                    random.Next(2) == 0 ? happening.Id : null,
                                    null
                                ),
                        Order = random.Next(20),
                    }
                ),
            ],
            7 => [new(claim, claim with { Event = random.Next(3) == 0 ? null : happening.Id })],
            8 => b.Claims.Count > 2
                ?
                [
                    .. b.Events.Where(e => e.Claims.Contains(claim.Id)).Select(e => new ItemChange(e, e with { Claims = [] })),
                    .. b
                        .Actors.Where(a => a.Statements.Any(s => s.Claims.Contains(claim.Id)))
                        .Select(a => new ItemChange(a, a with { Statements = [] })),
                    new(claim, null),
                ]
                : [],
            9 => [new(null, claim with { Id = new("new" + seed + "-" + b.Revision), Slug = "new" + seed + "-" + b.Revision })],
            10 =>
            [
                new(
                    null,
                    new Grade
                    {
                        Id = new("g" + seed + "-" + b.Revision),
                        Slug = "g",
                        Source = source.Id,
                        Mark = "B",
                        Rationale = "x",
                        By = "a" + seed % 3,
                        At = new DateTime(2026, 1, 1).AddSeconds(seed),
                    }
                ),
            ],
            11 => [new(b.Head, b.Head with { Title = "Title " + seed })],
            12 => Gone(b, happening, b.Events.Count),
            13 => Gone(b, source, b.Sources.Count),
            14 => Gone(b, actor, b.Actors.Count),
            15 => Gone(b, claim, b.Claims.Count),
            16 => Start.Events.FirstOrDefault(e => !b.Events.TryGet(e.Id, out _)) is { } old && b.Events.All(e => e.Slug != old.Slug)
                ? [new(null, old with { Actors = [], Claims = [], Mentions = [], DateBasis = null })]
                : [],
            // Two items swap their names in one revision.
            _ => Any(b.Claims) is var other && other.Id != claim.Id
                ? [new(claim, claim with { Slug = other.Slug }), new(other, other with { Slug = claim.Slug })]
                : [],
        };
    }

    private static IReadOnlyList<ItemChange> Gone(Casebook b, Item item, int count) =>
        count < 4 ? [] : [.. Removal.Effects(b, item), new(item, null)];

    private static void AssertSame(Casebook expected, Casebook actual)
    {
        Assert.Equal(
            expected.Items().Where(i => i is not Grade).Select(Documents.Write),
            actual.Items().Where(i => i is not Grade).Select(Documents.Write)
        );
        foreach (var claim in expected.Claims)
        {
            Assert.Same(actual.Claims[claim.Id], actual.Claims.TryGetBySlug(claim.Slug, out var found) ? found : null);
            Assert.Equal(expected.Contested[claim.Id], actual.Contested[claim.Id]);
            Assert.Equal(expected.EventsByClaim[claim.Id].Select(e => e.Id), actual.EventsByClaim[claim.Id].Select(e => e.Id));
            Assert.Equal(expected.StatementsByClaim[claim.Id], actual.StatementsByClaim[claim.Id]);
        }
        Assert.Equal(expected.Contested.Count, actual.Contested.Count);
        foreach (var source in expected.Sources)
        {
            Assert.Equal(expected.FramingsBySource[source.Id], actual.FramingsBySource[source.Id]);
            Assert.Equal(expected.MentionsBySource[source.Id], actual.MentionsBySource[source.Id]);
            Assert.Equal(expected.EventColumns.MentionedBy(source.Id).Places(), actual.EventColumns.MentionedBy(source.Id).Places());
            Assert.Equal(expected.Grades.Held(source.Id), actual.Grades.Held(source.Id));
            Assert.Equal(expected.Grades.History(source.Id), actual.Grades.History(source.Id));
        }
        foreach (var actor in expected.Actors)
        {
            Assert.Equal(expected.EventsByActor[actor.Id].Select(e => e.Id), actual.EventsByActor[actor.Id].Select(e => e.Id));
            Assert.Equal(expected.EventColumns.WithActor(actor.Id).Places(), actual.EventColumns.WithActor(actor.Id).Places());
        }
        foreach (var theme in expected.Head.Themes)
            Assert.Equal(expected.EventColumns.WithTheme(theme.Key).Places(), actual.EventColumns.WithTheme(theme.Key).Places());
        foreach (var phase in Enum.GetValues<Phase>())
        {
            Assert.Equal(expected.EventColumns.ByPhase[(int)phase].Places(), actual.EventColumns.ByPhase[(int)phase].Places());
            Assert.Equal(expected.EventColumns.StartsIn(phase), actual.EventColumns.StartsIn(phase));
        }
        Assert.Equal(expected.EventColumns.Earliest, actual.EventColumns.Earliest);
        Assert.Equal(expected.EventColumns.Latest, actual.EventColumns.Latest);
        Assert.Equal(expected.EventColumns.Undated.Places(), actual.EventColumns.Undated.Places());
    }
}
