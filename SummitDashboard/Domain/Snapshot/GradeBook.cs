using System.Collections.Immutable;

namespace SummitDashboard.Domain;

/// <summary>Every grade, by what it judges. Nothing is averaged: several editors' grades stand beside each other.</summary>
public sealed class GradeBook
{
    private readonly ImmutableDictionary<GradeId, Grade> byId;
    private readonly ImmutableDictionary<(SourceId Source, ClaimId? Claim), ImmutableList<Grade>> byTarget;

    private GradeBook(ImmutableDictionary<GradeId, Grade> byId, ImmutableDictionary<(SourceId, ClaimId?), ImmutableList<Grade>> byTarget) =>
        (this.byId, this.byTarget) = (byId, byTarget);

    internal static GradeBook Of(IEnumerable<Grade> grades)
    {
        var all = grades.ToList();
        return new(
            all.ToImmutableDictionary(g => g.Id),
            all.GroupBy(g => (g.Source, g.Claim)).ToImmutableDictionary(g => g.Key, g => g.Order(Oldest).ToImmutableList())
        );
    }

    /// <summary>In no order.</summary>
    public IEnumerable<Grade> All => byId.Values;

    public int Count => byId.Count;

    public Grade? TryGet(GradeId id) => byId.GetValueOrDefault(id);

    /// <summary>Every grade ever given to a source's reliability (claim null) or to its framing of a claim, oldest first.</summary>
    public IReadOnlyList<Grade> History(SourceId source, ClaimId? claim = null) => byTarget.GetValueOrDefault((source, claim), []);

    /// <summary>The grades held now: the newest of each editor, withdrawn ones left out, oldest first.</summary>
    public IReadOnlyList<Grade> Held(SourceId source, ClaimId? claim = null) =>
        byTarget.TryGetValue((source, claim), out var given)
            ? [.. given.GroupBy(g => g.Editor).Select(g => g.Last()).Where(g => g.Mark is not null).Order(Oldest)]
            : [];

    /// <summary>The framings to which some editor now gives one of these numbers, as source and claim.</summary>
    public IReadOnlySet<(SourceId Source, ClaimId Claim)> Framings(IReadOnlyCollection<string> numbers) =>
        byTarget
            .Keys.Where(k => k.Claim is not null && Held(k.Source, k.Claim).Any(g => numbers.Contains(g.Mark!)))
            .Select(k => (k.Source, k.Claim!.Value))
            .ToHashSet();

    /// <summary>
    /// When the next grade on the same thing is given: now, but always later than the last, so that the newest is never in doubt.
    /// </summary>
    public DateTime Next(Grade grade, DateTime now) =>
        History(grade.Source, grade.Claim) is [.., var last] && last.At >= now ? last.At.AddTicks(1) : now;

    internal GradeBook With(IReadOnlyList<ItemChange> changes) =>
        changes.Aggregate(this, (book, c) => c.Kind == ItemKind.Grade ? book.With(c.Before as Grade, c.After as Grade) : book);

    private GradeBook With(Grade? before, Grade? after)
    {
        var (ids, targets) = (byId, byTarget);
        if (before is not null)
        {
            var key = (before.Source, before.Claim);
            ids = ids.Remove(before.Id);
            var rest = targets[key].RemoveAll(g => g.Id == before.Id);
            targets = rest.IsEmpty ? targets.Remove(key) : targets.SetItem(key, rest);
        }
        if (after is not null)
        {
            var key = (after.Source, after.Claim);
            ids = ids.SetItem(after.Id, after);
            var given = targets.GetValueOrDefault(key, []);
            var at = given.BinarySearch(after, Oldest);
            targets = targets.SetItem(key, given.Insert(at < 0 ? ~at : at, after));
        }
        return new(ids, targets);
    }

    private static readonly Comparer<Grade> Oldest = Comparer<Grade>.Create(
        (a, b) => a.At.CompareTo(b.At) is var c && c != 0 ? c : string.CompareOrdinal(a.Id.Value, b.Id.Value)
    );
}
