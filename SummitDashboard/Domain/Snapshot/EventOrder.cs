namespace SummitDashboard.Domain;

/// <summary>
/// Story order: phase, then date where both have one, then the editor's order, then slug. What is only known to lie before a day comes
/// before everything that begins on a known day; what has no bound at all (<c>../..</c>, <c>XXXX</c>) is as good as undated.
/// </summary>
public sealed class EventOrder : IComparer<Event>
{
    public static readonly EventOrder Instance = new();

    /// <summary>
    /// The editor's order rules inside the phases that are told day by day, since most of their events are undated or share a
    /// day; those without one follow, by date. The background is sorted by date, its undated events last.
    /// </summary>
    public int Compare(Event? x, Event? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var phase = x.Phase.CompareTo(y.Phase);
        if (phase != 0)
            return phase;
        if (x.Phase == Phase.Background)
        {
            var dated = Days(x).CompareTo(Days(y));
            if (dated != 0)
                return dated;
        }
        var order = x.Order.CompareTo(y.Order);
        if (order != 0)
            return order;
        var day = Days(x).CompareTo(Days(y));
        return day != 0 ? day : string.CompareOrdinal(x.Slug, y.Slug);
    }

    // The first day; of those without one the last, since nothing else tells them apart.
    private static (long First, long Last) Days(Event e) =>
        e.Date switch
        {
            { EarliestDay: { } first } => (first, 0),
            { LatestDay: { } last } => (long.MinValue, last),
            _ => (long.MaxValue, 0),
        };
}
