using SummitDashboard.Domain;

namespace SummitDashboard.Features.Presenting;

/// <summary>The timeline in small: a zone for each phase, and a dot for each event, at places from 0 (left) to 1.</summary>
public sealed record TalkTrack(IReadOnlyList<TrackZone> Zones, IReadOnlyList<double> Dots)
{
    /// <summary>Beyond this many events only those that the talk stops at are dots.</summary>
    public const int MostDots = 80;

    public static readonly TalkTrack None = new([], []);

    // The visit unfolds, as on the timeline.
    private static readonly (Phase Phase, double Width)[] Widths =
    [
        (Phase.Background, 0.21),
        (Phase.Before, 0.27),
        (Phase.Visit, 0.32),
        (Phase.Aftermath, 0.20),
    ];

    /// <summary>The track of a talk.</summary>
    public static TalkTrack Of(Casebook casebook, Talk talk)
    {
        var zones = new List<TrackZone>();
        var from = 0.0;
        foreach (var (phase, width) in Widths)
            zones.Add(new(casebook.Head.Phases[phase], from, from += width));
        var events =
            casebook.Events.Count <= MostDots ? casebook.Events : talk.Stops.Select(s => EventOf(casebook, s)).OfType<Event>().Distinct();
        return new(zones, [.. events.Select(e => PlaceOf(casebook, e))]);
    }

    /// <summary>
    /// Where a stop stands: at its event, or at the event that its claim hangs on or that bears on it; null where there is none.
    /// </summary>
    public static double? PlaceOf(Casebook casebook, Stop stop) =>
        EventOf(casebook, stop) is { } happening ? PlaceOf(casebook, happening) : null;

    /// <summary>The event of a stop.</summary>
    public static Event? EventOf(Casebook casebook, Stop stop) =>
        casebook.Events.TryGet(stop.Event, out var happening) ? happening
        : casebook.Claims.TryGet(stop.Claim, out var claim)
            ? casebook.Events.TryGet(claim.Event, out var hinge) ? hinge
                : casebook.EventsByClaim[claim.Id].OrderByDescending(e => e.Phase == Phase.Visit).FirstOrDefault()
        : null;

    private static double PlaceOf(Casebook casebook, Event happening)
    {
        var place = casebook.Events.PlaceOf(happening.Id);
        var columns = casebook.EventColumns.ByPhase[(int)happening.Phase];
        var (before, count) = (0, 0);
        foreach (var other in columns.Places())
        {
            count++;
            if (other < place)
                before++;
        }
        var from = Widths.TakeWhile(w => w.Phase != happening.Phase).Sum(w => w.Width);
        return Math.Round(from + Widths.First(w => w.Phase == happening.Phase).Width * (before + 0.5) / count, 4);
    }
}

/// <summary>One phase on the track.</summary>
public sealed record TrackZone(string Label, double From, double To);
