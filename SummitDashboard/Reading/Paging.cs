using System.Globalization;

namespace SummitDashboard.Reading;

/// <summary>One page of a list that is shown a page at a time.</summary>
/// <param name="Page">From 1 to <paramref name="Pages"/>.</param>
/// <param name="Pages">How many there are; at least one.</param>
/// <param name="Size">How many items stand on a page.</param>
public readonly record struct Paging(int Page, int Pages, int Size)
{
    /// <summary>The page asked for, held to what there is.</summary>
    public static Paging Of(int page, int items, int size)
    {
        var pages = Count(items, size);
        return new(Math.Clamp(page, 1, pages), pages, size);
    }

    /// <summary>How many pages a number of items takes; at least one.</summary>
    public static int Count(int items, int size) => Math.Max(1, (int)(((long)items + size - 1) / size));

    /// <summary>The page, from 1, on which the item at a place (from 0) stands.</summary>
    public static int With(int place, int size) => place / size + 1;

    /// <summary>A page's value for the address; null for the first.</summary>
    public static string? Value(int page) => page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>How many items stand on the pages before.</summary>
    public int Before => (Page - 1) * Size;

    /// <summary>The items on the page; of the others none is looked at.</summary>
    public IReadOnlyList<T> On<T>(IReadOnlyList<T> items)
    {
        var on = new T[Math.Clamp(items.Count - Before, 0, Size)];
        for (var i = 0; i < on.Length; i++)
            on[i] = items[Before + i];
        return on;
    }

    /// <summary>The items on the page, gone through up to its end.</summary>
    public IReadOnlyList<T> On<T>(IEnumerable<T> items) => [.. items.Skip(Before).Take(Size)];
}
