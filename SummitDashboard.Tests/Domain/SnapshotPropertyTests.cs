using CsCheck;
using SummitDashboard.Data;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

/// <summary>The next snapshot, made at the cost of the change, is the one that would be built from nothing.</summary>
public sealed class SnapshotPropertyTests
{
    private static readonly Casebook Start = new SyntheticCasebook(Sources: 12, Claims: 15, Framings: 70, Events: 60).Build();

    [Fact]
    public void With_AnySequenceOfChanges_EqualsTheRebuiltSnapshot() =>
        Gen.Int[0, 11].Select(Gen.Int[0, 10_000]).List[1, 25].Sample(steps =>
        {
            var book = Start;
            var revision = book.Revision;
            foreach (var (what, seed) in steps) book = book.With(++revision, Change(book, what, seed));
            AssertSame(new Casebook(revision, book.Head, book.Sources, book.Actors, book.Events, book.Claims, book.Grades.All), book);
        }, iter: 150);

    private static IReadOnlyList<ItemChange> Change(Casebook b, int what, int seed)
    {
        var random = new Random(seed);
        T Any<T>(Shelf<T> shelf) where T : Item => shelf[random.Next(shelf.Count)];
        var (claim, happening, actor, source) = (Any(b.Claims), Any(b.Events), Any(b.Actors), Any(b.Sources));
        return what switch
        {
            0 => [new(claim, claim with { Framings = [.. claim.Framings.Skip(1)] })],
            1 => claim.Of(source.Id) is null ? [new(claim, claim with { Framings = [.. claim.Framings, new() { Source = source.Id, Stance = (Stance)random.Next(6), Gloss = "x", Aspects = [new("one", "v" + seed % 3, "v")] }] })] : [],
            2 => [new(claim, claim with { Order = random.Next(30), Slug = claim.Slug + "x" })],
            3 => [new(happening, happening with { Date = random.Next(4) == 0 ? null : Edtf.Parse($"20{random.Next(10, 30)}-0{random.Next(1, 9)}"), Phase = (Phase)random.Next(4) })],
            4 => [new(happening, happening with { Actors = [actor.Id], Claims = [claim.Id], Themes = ["theme-" + random.Next(10)], Mentions = [.. happening.Mentions.Skip(1), new(source.Id, MentionMode.Recalled, new() { Exact = "x", Paragraph = 1 }, null)] })],
            5 => [new(actor, actor with { Statements = [.. actor.Statements.Skip(1), new(source.Id, StatementMode.Direct, new() { Exact = "x", Paragraph = 1 }, [claim.Id])], Order = random.Next(20) })],
            6 => [new(source, source with { Written = random.Next(3) == 0 ? null : new(Edtf.Parse($"2024-06-{random.Next(10, 29)}"), Basis.Given, 1, null, null, random.Next(2) == 0 ? happening.Id : null, null), Order = random.Next(20) })],
            7 => [new(claim, claim with { Event = random.Next(3) == 0 ? null : happening.Id })],
            8 => b.Claims.Count > 2 ? [.. b.Events.Where(e => e.Claims.Contains(claim.Id)).Select(e => new ItemChange(e, e with { Claims = [] })), .. b.Actors.Where(a => a.Statements.Any(s => s.Claims.Contains(claim.Id))).Select(a => new ItemChange(a, a with { Statements = [] })), new(claim, null)] : [],
            9 => [new(null, claim with { Id = "new" + seed + "-" + b.Revision, Slug = "new" + seed + "-" + b.Revision })],
            10 => [new(null, new Grade { Id = "g" + seed + "-" + b.Revision, Slug = "g", Source = source.Id, Mark = "B", Rationale = "x", By = "a" + seed % 3, At = new DateTime(2026, 1, 1).AddSeconds(seed) })],
            // Two items swap their names in one revision.
            _ => Any(b.Claims) is var other && other.Id != claim.Id ? [new(claim, claim with { Slug = other.Slug }), new(other, other with { Slug = claim.Slug })] : [],
        };
    }

    private static void AssertSame(Casebook expected, Casebook actual)
    {
        Assert.Equal(expected.Items().Where(i => i is not Grade).Select(Documents.Write), actual.Items().Where(i => i is not Grade).Select(Documents.Write));
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
        foreach (var theme in expected.Head.Themes) Assert.Equal(expected.EventColumns.WithTheme(theme.Key).Places(), actual.EventColumns.WithTheme(theme.Key).Places());
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
