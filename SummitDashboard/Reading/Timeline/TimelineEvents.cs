using SummitDashboard.Domain;
using SummitDashboard.Reading.Claims;

namespace SummitDashboard.Reading.Timeline;

/// <summary>Which events a query shows, as bit sets over the story; no event object is looked at to find them.</summary>
public sealed class TimelineEvents
{
    private TimelineEvents(
        int total,
        IReadOnlyDictionary<SourceId, EventSet> mentions,
        EventSet matching,
        EventSet visible,
        int hiddenBySources
    ) =>
        (Total, this.mentions, Matching, Visible, HiddenBySources, Count) = (
            total,
            mentions,
            matching,
            visible,
            hiddenBySources,
            visible.Count()
        );

    private readonly IReadOnlyDictionary<SourceId, EventSet> mentions;

    /// <summary>
    /// The events that a shown source mentions; of those alone that bear on a framing asked for, where framings were chosen by their
    /// number.
    /// </summary>
    public EventSet MentionedBy(Source source) => mentions[source.Id];

    /// <summary>All events of the casebook.</summary>
    public int Total { get; }

    /// <summary>What all filters let through, before zooming.</summary>
    public EventSet Matching { get; }

    /// <summary>What is shown.</summary>
    public EventSet Visible { get; }

    /// <summary>How many are shown.</summary>
    public int Count { get; }

    /// <summary>How many more would be shown if no source were hidden: those that none of the shown sources mentions.</summary>
    public int HiddenBySources { get; }

    public static TimelineEvents Of(Casebook casebook, TimelineQuery query)
    {
        var columns = casebook.EventColumns;
        var filters = new[]
        {
            query.Actor is { } actor ? columns.WithActor(actor.Id) : null,
            query.Theme is { } theme ? columns.WithTheme(theme) : null,
            query.Phase is { } phase ? columns.ByPhase[(int)phase] : null,
            query.Found is { Ids: not null } found ? Bearing(casebook, casebook.Claims.Where(c => found.Lists(c))) : null,
        }
            .OfType<EventSet>()
            .ToList();
        var all = filters.Count == 0 ? columns.All : filters.Aggregate((a, b) => a.And(b));
        var mentions = query.Shown.Sources.ToDictionary(
            s => s.Id,
            s => query.Shown.IsByNumber ? columns.MentionedBy(s.Id).And(Bearing(casebook, query.Shown, s)) : columns.MentionedBy(s.Id)
        );
        var matching = query.Shown.Chosen ? all.And(mentions.Values.Aggregate((a, b) => a.Or(b))) : all;
        if (!query.IsZoomed)
            return new(casebook.Events.Count, mentions, matching, matching, all.Count() - matching.Count());

        var stretch = Stretch(casebook, query);
        var visible = matching.And(stretch);
        return new(casebook.Events.Count, mentions, matching, visible, all.And(stretch).Count() - visible.Count());
    }

    /// <summary>The place of the shown event after a place (-1: the first), or -1.</summary>
    public int After(int place) => Visible.At(Visible.CountIn(0, place + 1));

    /// <summary>The place of the shown event before a place, or -1.</summary>
    public int Before(int place) => place < 0 ? -1 : Visible.At(Visible.CountIn(0, place) - 1);

    private static EventSet Bearing(Casebook casebook, ShownSources shown, Source source) =>
        Bearing(casebook, casebook.FramingsBySource[source.Id].Where(t => shown.Shows(source, t.Claim)).Select(t => t.Claim));

    private static EventSet Bearing(Casebook casebook, IEnumerable<Claim> claims)
    {
        var set = new EventSet(casebook.Events.Count);
        foreach (var evt in claims.SelectMany(c => casebook.EventsByClaim[c.Id]))
            set.Add(casebook.Events.PlaceOf(evt.Id));
        return set;
    }

    private static EventSet Stretch(Casebook casebook, TimelineQuery query)
    {
        var columns = casebook.EventColumns;
        var start = query.From?.Place ?? 0;
        var end = query.To?.Place + 1 ?? casebook.Events.Count;
        var set = EventSet.Range(casebook.Events.Count, start, end);
        var (from, to) = (query.From?.Day, query.To?.Day);
        if (from is null && to is null)
            return set;

        // What has no date at all may lie anywhere in its phase, so it stays as long as its phase does.
        var elsewhere = Enum.GetValues<Phase>()
            .Where(p => !MayOverlap(casebook, p, from, to))
            .Select(p => columns.ByPhase[(int)p].And(columns.Undated))
            .Aggregate(new EventSet(set.Size), (a, b) => a.Or(b));
        return set.And(columns.Between(from, to)).Without(elsewhere);
    }

    private static bool MayOverlap(Casebook casebook, Phase phase, long? from, long? to)
    {
        var (visitStart, visitEnd) = (casebook.Head.Visit?.EarliestDay, casebook.Head.Visit?.LatestDay);
        var background = casebook.EventColumns.StartsIn(Phase.Background);
        return phase switch
        {
            Phase.Background => !(from >= visitStart) && !(to < background?.First),
            Phase.Before => !(from > visitStart) && !(to < background?.Last),
            Phase.Visit => !(from > visitEnd) && !(to < visitStart),
            _ => !(to < visitEnd),
        };
    }
}
