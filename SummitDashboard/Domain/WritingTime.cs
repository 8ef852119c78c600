namespace SummitDashboard.Domain;

/// <summary>Whether a source wrote before, during or after something; worked out, never stored.</summary>
public enum WritingTime
{
    Before,
    During,
    After,
    CannotTell,
}

/// <summary>Whether a telling existed by a given day.</summary>
public enum Existence
{
    Certainly,
    Possibly,
    NotYet,
}

/// <summary>What follows from the days a source may have been written on, and from what its own words treat as past or to come.</summary>
public static class WritingTimes
{
    /// <summary>
    /// When a source was written, as against an event. The days decide where they can; where they overlap, the events that the
    /// source's words treat as to come or as past decide, by the order in which the casebook puts the events.
    /// </summary>
    public static WritingTime Against(this Source source, Event what, Casebook casebook)
    {
        if (source.Written is not { } written)
            return WritingTime.CannotTell;
        if (written.Before is { } later && casebook.Events.TryGet(later, out var toCome) && IsNotEarlier(what, toCome, casebook))
            return WritingTime.Before;
        if (written.After is { } earlier && casebook.Events.TryGet(earlier, out var past) && IsOverWith(what, past, casebook))
            return WritingTime.After;
        return what.Date is { } date ? Against(written.Date, date) : WritingTime.CannotTell;
    }

    /// <summary>When a source was written, as against the event as a whole; where its days are not said, only its words can tell.</summary>
    public static WritingTime AgainstVisit(this Source source, Casebook casebook)
    {
        if (source.Written is not { } written)
            return WritingTime.CannotTell;
        var visit = casebook.Head.Visit;
        if (
            written.Before is { } later
            && casebook.Events.TryGet(later, out var toCome)
            && toCome.Phase == Phase.Visit
            && toCome.Date?.EarliestDay <= visit?.EarliestDay
        )
            return WritingTime.Before;
        if (
            written.After is { } earlier
            && casebook.Events.TryGet(earlier, out var past)
            && (past.Phase == Phase.Aftermath || (visit is not null && past.Date?.Text == visit.Text))
        )
            return WritingTime.After;
        return visit is null ? WritingTime.CannotTell : Against(written.Date, visit);
    }

    /// <summary>Whether what a source says existed by the end of a day (<see cref="Edtf.DayNumber"/>).</summary>
    public static Existence ExistedBy(this Source source, long day) =>
        source.Written?.Date switch
        {
            { LatestDay: { } latest } when latest <= day => Existence.Certainly,
            { EarliestDay: { } earliest } when earliest > day => Existence.NotYet,
            _ => Existence.Possibly,
        };

    private static WritingTime Against(Edtf written, Edtf what)
    {
        if (written.LatestDay is { } latest && what.EarliestDay is { } start && latest < start)
            return WritingTime.Before;
        if (written.EarliestDay is { } earliest && what.LatestDay is { } end && earliest > end)
            return WritingTime.After;
        return what.IsInterval && written.EarliestDay >= what.EarliestDay && written.LatestDay <= what.LatestDay
            ? WritingTime.During
            : WritingTime.CannotTell;
    }

    // Not before what was still to come: the thing itself, or one that starts no earlier by its days and comes later in the story.
    private static bool IsNotEarlier(Event what, Event toCome, Casebook casebook) =>
        what.Id == toCome.Id
        || (
            Follows(what, toCome, casebook)
            && (what.Date?.EarliestDay is not { } start || toCome.Date?.EarliestDay is not { } other || start >= other)
        );

    private static bool IsOverWith(Event what, Event past, Casebook casebook) =>
        what.Id == past.Id
        || (
            Follows(past, what, casebook) && (what.Date?.LatestDay is not { } end || past.Date?.LatestDay is not { } other || end <= other)
        );

    private static bool Follows(Event later, Event earlier, Casebook casebook) =>
        casebook.Events.PlaceOf(later.Id) > casebook.Events.PlaceOf(earlier.Id);
}
