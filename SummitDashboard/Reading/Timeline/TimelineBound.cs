using System.Diagnostics.CodeAnalysis;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Timeline;

/// <summary>
/// An end of the stretch shown, as the address has it: the slug of an event (from or up to its place in the story, so that undated
/// events can be zoomed to as well), or an EDTF date (<paramref name="Day"/> is its first day for a start, its last for an end).
/// A slug wins over a date that reads the same.
/// </summary>
public sealed record TimelineBound(string Text, int? Place, long? Day)
{
    /// <summary>Reads one end; false, and the reason in <paramref name="error"/>, where it is neither.</summary>
    public static bool TryRead(
        Casebook casebook,
        string text,
        bool isStart,
        [NotNullWhen(true)] out TimelineBound? bound,
        [NotNullWhen(false)] out string? error
    )
    {
        (bound, error) = (null, null);
        if (casebook.Events.TryGetBySlug(text, out var evt))
            bound = At(casebook, evt);
        else if (!Edtf.TryParse(text, out var date, out _))
            error = $"“{QueryReader.Short(text)}” is neither a date (as in 2024-06-18, 2024-06 or 2024) nor an event here.";
        else if ((isStart ? date.EarliestDay : date.LatestDay) is { } day)
            bound = new(text, null, day);
        else
            error = $"“{QueryReader.Short(text)}” has no {(isStart ? "first" : "last")} day to go by.";
        return bound is not null;
    }

    public static TimelineBound At(Casebook casebook, Event evt) => new(evt.Slug, casebook.Events.PlaceOf(evt.Id), null);

    /// <summary>The event it stands for, or null where it is a date.</summary>
    public Event? EventIn(Casebook casebook) => Place is { } place ? casebook.Events[place] : null;
}
