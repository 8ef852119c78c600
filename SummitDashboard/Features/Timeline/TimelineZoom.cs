using SummitDashboard.Domain;
using SummitDashboard.Reading.Timeline;

namespace SummitDashboard.Features.Timeline;

/// <summary>
/// Zooming and panning: steps along the events in story order, so that undated events take part. Each step is the state to go to,
/// or null where it would change nothing.
/// </summary>
public sealed class TimelineZoom(Casebook casebook, TimelineQuery query, TimelineEvents events)
{
    /// <summary>Zooming in stops at this many events.</summary>
    private const int Fewest = 4;

    /// <summary>Half as many events, around the chosen one or else the middle.</summary>
    public TimelineQuery? In()
    {
        if (events.Count <= Fewest)
            return null;
        var most = Math.Max(Fewest, events.Count / 2);
        var chosen = query.Event is { } evt ? casebook.Events.PlaceOf(evt.Id) : -1;
        var middle = chosen >= 0 && events.Visible[chosen] ? events.Visible.CountIn(0, chosen) : events.Count / 2;
        var first = Math.Clamp(middle - most / 2, 0, events.Count - most);
        return Between(events.Visible.At(first), events.Visible.At(first + most - 1));
    }

    /// <summary>Twice as many events; the whole of the phase, then all phases, once all are shown.</summary>
    public TimelineQuery? Out()
    {
        if (!query.IsZoomed)
            return query.Phase is null ? null : Moved(query with { Phase = null });
        var (first, last) = Ranks();
        var more = Math.Max(2, events.Count / 2);
        return first - more <= 0 && last + more >= All - 1
            ? Moved(query with { From = null, To = null })
            : Ranked(first - more, last + more);
    }

    /// <summary>Half a window earlier, or later.</summary>
    public TimelineQuery? Earlier() => Shifted(-1);

    public TimelineQuery? Later() => Shifted(1);

    /// <summary>The whole story, still filtered.</summary>
    public TimelineQuery? Fit() =>
        query.IsZoomed || query.Phase is not null ? Moved(query with { From = null, To = null, Phase = null }) : null;

    /// <summary>From one event to another, by their places; what a cluster leads to.</summary>
    public TimelineQuery Between(int first, int last) =>
        Moved(
            query with
            {
                From = TimelineBound.At(casebook, casebook.Events[first]),
                To = TimelineBound.At(casebook, casebook.Events[last]),
            }
        );

    private int All => events.Matching.Count();

    private TimelineQuery? Shifted(int way)
    {
        if (!query.IsZoomed || events.Count == 0)
            return null;
        var (first, last) = Ranks();
        var by = Math.Max(1, events.Count / 2) * way;
        if (way < 0 ? first == 0 : last == All - 1)
            return null;
        by = Math.Clamp(by, -first, All - 1 - last);
        return Ranked(first + by, last + by);
    }

    // The window's ends, counted among everything that the filters let through.
    private (int First, int Last) Ranks() =>
        events.Count == 0
            ? (0, 0)
            : (events.Matching.CountIn(0, events.Visible.At(0)), events.Matching.CountIn(0, events.Visible.At(events.Count - 1)));

    private TimelineQuery? Ranked(int first, int last) =>
        All == 0 ? null : Between(events.Matching.At(Math.Max(first, 0)), events.Matching.At(Math.Min(last, All - 1)));

    private static TimelineQuery Moved(TimelineQuery to) => to with { Page = null };
}
