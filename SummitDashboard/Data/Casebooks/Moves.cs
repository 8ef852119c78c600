using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>What only went to another place in the order of writing, mostly to make room for another source.</summary>
public static class Moves
{
    /// <summary>Whether nothing else of an item was changed.</summary>
    public static bool Is(ItemChange change) =>
        change is { Before: Source before, After: Source after }
        && before.Order != after.Order
        && Documents.Same(before with { Order = after.Order }, after);
}
