namespace SummitDashboard.Domain;

/// <summary>Story order: phase, then date where both have one, then the editor's order, then slug.</summary>
public sealed class EventOrder : IComparer<Event>
{
    public static readonly EventOrder Instance = new();

    /// <summary>
    /// The editor's order rules inside the phases that are told day by day, since most of their events are undated or share a
    /// day; those without one follow, by date. The background is sorted by date, its undated events last.
    /// </summary>
    public int Compare(Event? x, Event? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var phase = x.Phase.CompareTo(y.Phase);
        if (phase != 0) return phase;
        if (x.Phase == Phase.Background)
        {
            var dated = (x.Date?.EarliestDay ?? long.MaxValue).CompareTo(y.Date?.EarliestDay ?? long.MaxValue);
            if (dated != 0) return dated;
        }
        var order = x.Order.CompareTo(y.Order);
        if (order != 0) return order;
        var day = (x.Date?.EarliestDay ?? long.MaxValue).CompareTo(y.Date?.EarliestDay ?? long.MaxValue);
        return day != 0 ? day : string.CompareOrdinal(x.Slug, y.Slug);
    }
}
