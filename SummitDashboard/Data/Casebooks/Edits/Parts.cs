using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>Comparing and replacing the parts of an item. Parts have no ids: a part is known by what it says.</summary>
public static class Parts
{
    /// <summary>True where two parts say the same.</summary>
    public static bool Same<T>(T? a, T? b)
        where T : class => ReferenceEquals(a, b) || (a is not null && b is not null && Documents.Part(a) == Documents.Part(b));

    /// <summary>
    /// An item with one part of a list added, changed or removed; a clash where the part that was to be changed is no longer there.
    /// </summary>
    internal static Plan Put<TItem, T>(
        TItem item,
        Func<TItem, IReadOnlyList<T>> of,
        T? before,
        T? after,
        Func<IReadOnlyList<T>, TItem> with
    )
        where TItem : Item
        where T : class
    {
        var list = of(item);
        if (before is null)
            return after is null || Has(list, after) ? Plan.Of() : Plan.Of(new ItemChange(item, with([.. list, after])));
        var place = list.ToList().FindIndex(p => Same(p, before));
        if (place < 0)
            return after is null || Has(list, after)
                ? Plan.Of()
                : new Plan.Clash(item.RawId, item, c =>
                    c is { Before: TItem was, After: var now } && Has(of(was), before) && !(now is TItem left && Has(of(left), before))
                );
        if (Same(before, after))
            return Plan.Of();
        return Plan.Of(
            new ItemChange(
                item,
                with(after is null ? [.. list.Take(place), .. list.Skip(place + 1)] : [.. list.Take(place), after, .. list.Skip(place + 1)])
            )
        );
    }

    private static bool Has<T>(IReadOnlyList<T> list, T part)
        where T : class => list.Any(p => Same(p, part));
}
