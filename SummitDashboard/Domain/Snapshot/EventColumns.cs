using System.Collections.Immutable;

namespace SummitDashboard.Domain;

/// <summary>The events as columns in story order: what the timeline's filters and lanes are computed from.</summary>
public sealed class EventColumns
{
    private readonly ImmutableDictionary<ActorId, EventSet> byActor;
    private readonly ImmutableDictionary<string, EventSet> byTheme;
    private readonly ImmutableDictionary<SourceId, EventSet> bySource;
    private readonly EventSet none;
    private readonly (long, long)?[] starts;

    private EventColumns(
        Shelf<Event> events,
        ImmutableDictionary<ActorId, EventSet> actors,
        ImmutableDictionary<string, EventSet> themes,
        ImmutableDictionary<SourceId, EventSet> sources,
        EventSet[] phases
    )
    {
        none = new EventSet(events.Count);
        All = EventSet.Range(events.Count, 0, events.Count);
        (byActor, byTheme, bySource, ByPhase) = (actors, themes, sources, phases);
        (Earliest, Latest) = ([.. events.Select(FirstDay)], [.. events.Select(LastDay)]);
        Undated = Where(events, e => e.Date is null or { EarliestDay: null, LatestDay: null });
        starts = [.. Enum.GetValues<Phase>().Select(Starts)];

        (long, long)? Starts(Phase phase)
        {
            (long First, long Last)? found = null;
            foreach (var place in ByPhase[(int)phase].Places())
                if (
                    (Earliest[place] == long.MinValue ? Latest[place] : Earliest[place]) is var day
                    && day is not (long.MinValue or long.MaxValue)
                )
                    found = found is var (first, last) ? (Math.Min(first, day), Math.Max(last, day)) : (day, day);
            return found;
        }
    }

    // The dates and phases are those of before.
    private EventColumns(
        EventColumns was,
        ImmutableDictionary<ActorId, EventSet> actors,
        ImmutableDictionary<string, EventSet> themes,
        ImmutableDictionary<SourceId, EventSet> sources
    )
    {
        (none, All, ByPhase, Earliest, Latest) = (was.none, was.All, was.ByPhase, was.Earliest, was.Latest);
        (Undated, starts) = (was.Undated, was.starts);
        (byActor, byTheme, bySource) = (actors, themes, sources);
    }

    internal static EventColumns Of(Shelf<Event> events) =>
        new(
            events,
            Sets(events, ActorsOf),
            Sets(events, ThemesOf),
            Sets(events, SourcesOf),
            [.. Enum.GetValues<Phase>().Select(p => Where(events, e => e.Phase == p))]
        );

    /// <summary>
    /// The columns after those of the changes that are of events; where all keep their place, only the sets that they entered or left are
    /// made anew.
    /// </summary>
    internal EventColumns With(Shelf<Event> was, Shelf<Event> now, IReadOnlyList<ItemChange> changes)
    {
        var own = changes.Where(c => c.Kind == ItemKind.Event).ToList();
        return own.All(c => c is { Before: Event a, After: Event b } && a.Phase == b.Phase && was.PlaceOf(a.Id) == now.PlaceOf(b.Id))
            ? own.Aggregate(this, (columns, c) => columns.With(now, (Event)c.Before!, (Event)c.After!))
            : Of(now);
    }

    private EventColumns With(Shelf<Event> now, Event before, Event after)
    {
        var place = now.PlaceOf(after.Id);
        var (actors, themes, sources) = (Moved(byActor, ActorsOf), Moved(byTheme, ThemesOf), Moved(bySource, SourcesOf));
        return before.Date == after.Date ? new(this, actors, themes, sources) : new(now, actors, themes, sources, ByPhase);

        ImmutableDictionary<TKey, EventSet> Moved<TKey>(ImmutableDictionary<TKey, EventSet> sets, Func<Event, IEnumerable<TKey>> keys)
            where TKey : notnull
        {
            var (old, next) = (keys(before).ToHashSet(), keys(after).ToHashSet());
            var only = EventSet.Range(now.Count, place, place + 1);
            foreach (var key in old.Except(next))
                sets = sets[key].Without(only) is var rest && rest.At(0) >= 0 ? sets.SetItem(key, rest) : sets.Remove(key);
            foreach (var key in next.Except(old))
                sets = sets.SetItem(key, sets.GetValueOrDefault(key, none).Or(only));
            return sets;
        }
    }

    public EventSet All { get; }

    /// <summary>Indexed by <see cref="Phase"/>.</summary>
    public EventSet[] ByPhase { get; }

    /// <summary>First and last day of each event; unbounded where unknown.</summary>
    public long[] Earliest { get; }
    public long[] Latest { get; }

    /// <summary>The events for which no source allows a date, or none with an end to it.</summary>
    public EventSet Undated { get; }

    /// <summary>
    /// The first days of a phase's earliest and of its latest event, where that is open the last day; null where none of its events has a
    /// date.
    /// </summary>
    public (long First, long Last)? StartsIn(Phase phase) => starts[(int)phase];

    public EventSet WithActor(ActorId id) => byActor.GetValueOrDefault(id, none);

    public EventSet WithTheme(string key) => byTheme.GetValueOrDefault(key, none);

    /// <summary>The events that a source mentions.</summary>
    public EventSet MentionedBy(SourceId id) => bySource.GetValueOrDefault(id, none);

    /// <summary>The events that may lie in these days, both ends included; null is unbounded. Undated events always may.</summary>
    public EventSet Between(long? from, long? to)
    {
        var set = new EventSet(Earliest.Length);
        for (var place = 0; place < Earliest.Length; place++)
            if ((to is null || Earliest[place] <= to) && (from is null || Latest[place] >= from))
                set.Add(place);
        return set;
    }

    private static IEnumerable<ActorId> ActorsOf(Event e) => e.Actors;

    private static IEnumerable<string> ThemesOf(Event e) => e.Themes;

    private static IEnumerable<SourceId> SourcesOf(Event e) => e.Mentions.Select(m => m.Source);

    private static long FirstDay(Event e) => e.Date?.EarliestDay ?? long.MinValue;

    private static long LastDay(Event e) => e.Date?.LatestDay ?? long.MaxValue;

    private static EventSet Where(Shelf<Event> events, Func<Event, bool> test)
    {
        var set = new EventSet(events.Count);
        for (var place = 0; place < events.Count; place++)
            if (test(events[place]))
                set.Add(place);
        return set;
    }

    private static ImmutableDictionary<TKey, EventSet> Sets<TKey>(Shelf<Event> events, Func<Event, IEnumerable<TKey>> keys)
        where TKey : notnull
    {
        var sets = new Dictionary<TKey, EventSet>();
        for (var place = 0; place < events.Count; place++)
            foreach (var key in keys(events[place]))
            {
                if (!sets.TryGetValue(key, out var set))
                    sets[key] = set = new EventSet(events.Count);
                set.Add(place);
            }
        return sets.ToImmutableDictionary();
    }
}
