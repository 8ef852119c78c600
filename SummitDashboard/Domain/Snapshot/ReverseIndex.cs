using System.Collections.Immutable;

namespace SummitDashboard.Domain;

/// <summary>
/// Which items of a shelf name a key (a source, an actor, a claim). It holds ids, so that an item that changes without naming others costs
/// nothing, and one that does costs as much as it changed.
/// </summary>
internal sealed class ReverseIndex<TKey, T>
    where TKey : struct
    where T : Item<T>
{
    private readonly Func<T, IEnumerable<TKey>> keys;
    private readonly ImmutableDictionary<TKey, ImmutableHashSet<Id<T>>> ids;

    private ReverseIndex(Func<T, IEnumerable<TKey>> keys, ImmutableDictionary<TKey, ImmutableHashSet<Id<T>>> ids) =>
        (this.keys, this.ids) = (keys, ids);

    public static ReverseIndex<TKey, T> Of(Shelf<T> shelf, Func<T, IEnumerable<TKey>> keys)
    {
        var found = new Dictionary<TKey, ImmutableHashSet<Id<T>>.Builder>();
        foreach (var item in shelf)
        foreach (var key in keys(item))
        {
            if (!found.TryGetValue(key, out var set))
                found[key] = set = ImmutableHashSet.CreateBuilder<Id<T>>();
            set.Add(item.Id);
        }
        return new(keys, found.ToImmutableDictionary(p => p.Key, p => p.Value.ToImmutable()));
    }

    /// <summary>The index after those of the changes that are of its kind.</summary>
    public ReverseIndex<TKey, T> With(IReadOnlyList<ItemChange> changes) =>
        changes.Aggregate(this, (index, c) => (c.Before ?? c.After) is T ? index.With(c.Before as T, c.After as T) : index);

    private ReverseIndex<TKey, T> With(T? before, T? after)
    {
        var (old, now) = (before is null ? [] : keys(before).ToHashSet(), after is null ? [] : keys(after).ToHashSet());
        if (old.SetEquals(now))
            return this;
        var next = ids;
        foreach (var key in old.Except(now))
            next = next[key].Remove(before!.Id) is { IsEmpty: false } rest ? next.SetItem(key, rest) : next.Remove(key);
        foreach (var key in now.Except(old))
            next = next.SetItem(key, (next.GetValueOrDefault(key) ?? []).Add(after!.Id));
        return new(keys, next);
    }

    /// <summary>The items that name a key, in the shelf’s order.</summary>
    public IEnumerable<T> In(Shelf<T> shelf, TKey key) =>
        ids.TryGetValue(key, out var set) ? set.Select(shelf.PlaceOf).Where(p => p >= 0).Order().Select(p => shelf[p]) : [];
}

/// <summary>Everything of one kind under a key, in the order in which it is shown; empty where there is nothing.</summary>
public readonly struct Under<TKey, T>(Func<TKey, IEnumerable<T>> find)
{
    public IEnumerable<T> this[TKey key] => find(key);
}
