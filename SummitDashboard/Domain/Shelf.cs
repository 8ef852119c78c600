using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace SummitDashboard.Domain;

/// <summary>Items of one kind in the order in which they are shown, found by id or by slug.</summary>
public sealed class Shelf<T>(T[] items) : IReadOnlyList<T> where T : Item
{
    private readonly FrozenDictionary<string, int> byId = Index(items, i => i.Id);
    private readonly FrozenDictionary<string, int> bySlug = Index(items, i => i.Slug);

    public int Count => items.Length;
    public T this[int index] => items[index];

    /// <summary>The item with this id. Throws <see cref="KeyNotFoundException"/> where there is none.</summary>
    public T this[string id] => items[byId[id]];

    public bool TryGet(string? id, [MaybeNullWhen(false)] out T item) => Look(byId, id, out item);
    public bool TryGetBySlug(string? slug, [MaybeNullWhen(false)] out T item) => Look(bySlug, slug, out item);

    /// <summary>The place of an item in the order shown, or -1.</summary>
    public int PlaceOf(string id) => byId.TryGetValue(id, out var place) ? place : -1;

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool Look(FrozenDictionary<string, int> index, string? key, [MaybeNullWhen(false)] out T item)
    {
        item = key is not null && index.TryGetValue(key, out var place) ? items[place] : null;
        return item is not null;
    }

    private static FrozenDictionary<string, int> Index(T[] items, Func<T, string> key) =>
        items.Select((item, place) => (key: key(item), place)).ToFrozenDictionary(p => p.key, p => p.place);
}
