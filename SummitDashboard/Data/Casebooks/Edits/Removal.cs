using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>Removing an item takes what refers to it along, in the same revision, so that one undo brings all of it back.</summary>
public static class Removal
{
    /// <summary>What would be changed besides the item itself: shown before it is asked for.</summary>
    public static IReadOnlyList<ItemChange> Effects(Casebook casebook, Item item)
    {
        var changes = new List<ItemChange>();
        foreach (var other in casebook.Items().Where(i => i.RawId != item.RawId || i.GetType() != item.GetType()))
        {
            var without = Kinds.Of(other).Without(other, item);
            if (!ReferenceEquals(without, other))
                changes.Add(new(other, without));
        }
        return changes;
    }

    internal static Plan Of(Casebook casebook, Item item) => Plan.Of([.. Effects(casebook, item), new ItemChange(item, null)]);
}
