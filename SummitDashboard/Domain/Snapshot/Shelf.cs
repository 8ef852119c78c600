using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace SummitDashboard.Domain;

/// <summary>Items of one kind in the order in which they are shown, found by id or by slug.</summary>
public sealed class Shelf<T> : IReadOnlyList<T>
    where T : Item<T>
{
    private readonly T[] items;
    private readonly Dictionary<Id<T>, int> byId;
    private readonly Dictionary<string, int> bySlug;
    private readonly IComparer<T> order;

    private Shelf(T[] items, Dictionary<Id<T>, int> byId, Dictionary<string, int> bySlug, IComparer<T> order) =>
        (this.items, this.byId, this.bySlug, this.order) = (items, byId, bySlug, order);

    /// <summary>A shelf of these items in this order. Throws <see cref="ArgumentException"/> where two have the same id or slug.</summary>
    public Shelf(IEnumerable<T> items, IComparer<T> order)
    {
        this.items = [.. items];
        Array.Sort(this.items, order);
        this.order = order;
        byId = Index(this.items, i => i.Id);
        bySlug = Index(this.items, i => i.Slug);
    }

    public int Count => items.Length;
    public T this[int index] => items[index];

    /// <summary>The item with this id. Throws <see cref="KeyNotFoundException"/> where there is none.</summary>
    public T this[Id<T> id] => items[byId[id]];

    public bool TryGet(Id<T>? id, [MaybeNullWhen(false)] out T item) => Look(byId, id ?? default, out item);

    public bool TryGetBySlug(string? slug, [MaybeNullWhen(false)] out T item) => Look(bySlug, slug ?? "", out item);

    /// <summary>The place of an item in the order shown, or -1.</summary>
    public int PlaceOf(Id<T> id) => byId.TryGetValue(id, out var place) ? place : -1;

    /// <summary>
    /// The shelf after those of the changes that are of its kind. Where every item keeps its name and its place, the look-ups are shared.
    /// </summary>
    internal Shelf<T> With(IReadOnlyList<ItemChange> changes)
    {
        var own = changes.Where(c => (c.Before ?? c.After) is T).Select(c => (Before: c.Before as T, After: c.After as T)).ToList();
        if (own.Count == 0)
            return this;
        if (own.All(c => c.Before is not null && c.After is not null && c.Before.Slug == c.After.Slug && PlaceOf(c.Before.Id) >= 0))
        {
            var copy = (T[])items.Clone();
            foreach (var (before, after) in own)
                copy[PlaceOf(before!.Id)] = after!;
            if (own.All(c => Fits(copy, PlaceOf(c.Before!.Id))))
                return new(copy, byId, bySlug, order);
        }
        var gone = own.Select(c => (c.Before ?? c.After)!.Id).ToHashSet();
        return new(items.Where(i => !gone.Contains(i.Id)).Concat(own.Select(c => c.After).OfType<T>()), order);
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool Fits(T[] sorted, int place) =>
        (place == 0 || order.Compare(sorted[place - 1], sorted[place]) < 0)
        && (place == sorted.Length - 1 || order.Compare(sorted[place], sorted[place + 1]) < 0);

    private bool Look<TKey>(Dictionary<TKey, int> index, TKey key, [MaybeNullWhen(false)] out T item)
        where TKey : notnull
    {
        item = index.TryGetValue(key, out var place) ? items[place] : null;
        return item is not null;
    }

    private static Dictionary<TKey, int> Index<TKey>(T[] items, Func<T, TKey> key)
        where TKey : notnull
    {
        var index = new Dictionary<TKey, int>(items.Length);
        for (var place = 0; place < items.Length; place++)
            index.Add(key(items[place]), place);
        return index;
    }
}
