using SummitDashboard.Domain;

namespace SummitDashboard.Features.Timeline;

/// <summary>Where a source was written, as against the stretch of the story that is shown.</summary>
public enum WritingSide
{
    Earlier,
    Shown,
    Later,
}

/// <summary>
/// When a source was written, laid on the folded axis: from column <paramref name="Start"/> up to, and without, <paramref name="End"/>
/// (the number of columns stands for what follows the last). Equal ones lie between two columns. <paramref name="Printed"/> is true
/// where the source prints its day; then both are the place after everything dated up to that day. <paramref name="Side"/> says
/// whether it lies outside the columns altogether, where events before the first or after the last of them are left out.
/// </summary>
public sealed record WritingSpan(int Start, int End, bool IsOpenStart, bool IsOpenEnd, bool Printed, WritingSide Side = WritingSide.Shown)
{
    /// <summary>
    /// Works it out from the days it may have been written on and from the events that its words treat as past or to come.
    /// Null where nothing is known. <paramref name="isCutAtStart"/> and <paramref name="isCutAtEnd"/>: the story goes on outside the slots.
    /// </summary>
    public static WritingSpan? Of(
        Casebook casebook,
        Source source,
        IReadOnlyList<TimelineSlot> slots,
        bool isCutAtStart = false,
        bool isCutAtEnd = false
    )
    {
        if (source.Written is not { } written || slots.Count == 0)
            return null;
        var (earliest, latest) = (written.Date.EarliestDay, written.Date.LatestDay);
        if (source.Published is { Basis: Basis.Given } && earliest is { } day && earliest == latest)
        {
            var after = AfterPast(casebook, slots, day + 1);
            var isEarlier = isCutAtStart && after == 0 && IsToCome(casebook, slots[0], day);
            return new(after, after, false, false, true, isEarlier ? WritingSide.Earlier : SideOf(after));
        }

        var start = earliest is { } from ? AfterPast(casebook, slots, from) : 0;
        var end = latest is { } to ? First(slots, s => IsToCome(casebook, s, to)) : slots.Count + 1;
        if (latest is not null && end == slots.Count && ZoneOf(casebook, latest.Value) > slots[^1].Phase)
            end++;
        // Where a filter has left these events out, what is shown before and after them decides, and of an empty zone its place.
        if (written.After is { } past && casebook.Events.PlaceOf(past) is >= 0 and var pastPlace)
            start = Math.Max(
                start,
                AfterLast(slots, s => s.Events > 0 ? s.First <= pastPlace : s.Phase < casebook.Events[pastPlace].Phase)
            );
        if (written.Before is { } later && casebook.Events.PlaceOf(later) is >= 0 and var laterPlace)
            end = Math.Min(
                end,
                First(slots, s => s.Events > 0 ? s.Last >= laterPlace : s.Phase >= casebook.Events[laterPlace].Phase, fallback: end)
            );
        if (isCutAtStart && start == 0 && end == 0)
            return new(0, 0, earliest is null, latest is null, false, WritingSide.Earlier);

        // Cut off, the stretch has no room after its last event, and a bar that goes on fades out.
        var goesOn = isCutAtEnd && end > slots.Count;
        if (goesOn)
            end = slots.Count;
        return new(start, Math.Max(start, end), earliest is null, latest is null || goesOn, false, SideOf(start));

        WritingSide SideOf(int column) => isCutAtEnd && column >= slots.Count ? WritingSide.Later : WritingSide.Shown;
    }

    private static int AfterPast(Casebook casebook, IReadOnlyList<TimelineSlot> slots, long day) =>
        AfterLast(slots, s => IsPast(casebook, s, day));

    private static int AfterLast(IReadOnlyList<TimelineSlot> slots, Func<TimelineSlot, bool> test)
    {
        for (var i = slots.Count; i > 0; i--)
            if (test(slots[i - 1]))
                return i;
        return 0;
    }

    private static int First(IReadOnlyList<TimelineSlot> slots, Func<TimelineSlot, bool> test, int? fallback = null)
    {
        for (var i = 0; i < slots.Count; i++)
            if (test(slots[i]))
                return i;
        return fallback ?? slots.Count;
    }

    // Certainly over before that day, or certainly not begun by its end. Where an event has no date, its phase decides.
    private static bool IsPast(Casebook casebook, TimelineSlot slot, long day) =>
        ZoneOf(casebook, day) is { } zone && slot.Phase != zone
            ? slot.Phase < zone
            : slot.Events > 0 && casebook.EventColumns.Latest[slot.Last] < day;

    private static bool IsToCome(Casebook casebook, TimelineSlot slot, long day) =>
        ZoneOf(casebook, day) is { } zone && slot.Phase != zone
            ? slot.Phase > zone
            : slot.Events > 0 && casebook.EventColumns.Earliest[slot.First] > day;

    // The background ends where its last event begins; what lies between it and the visit is the days before. Without days of the
    // visit no day lies in a zone, and the events' own dates decide.
    private static Phase? ZoneOf(Casebook casebook, long day)
    {
        if (casebook.Head.Visit is not { } visit)
            return null;
        if (day < visit.EarliestDay)
            return day < casebook.EventColumns.StartsIn(Phase.Background)?.Last ? Phase.Background : Phase.Before;
        return day <= visit.LatestDay ? Phase.Visit : Phase.Aftermath;
    }
}
