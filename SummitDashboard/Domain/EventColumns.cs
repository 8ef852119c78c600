using System.Collections.Frozen;

namespace SummitDashboard.Domain;

/// <summary>The events as columns in story order: what the timeline's filters and lanes are computed from.</summary>
public sealed class EventColumns
{
    private readonly FrozenDictionary<string, EventSet> byActor;
    private readonly FrozenDictionary<string, EventSet> byTheme;
    private readonly FrozenDictionary<string, EventSet> bySource;
    private readonly EventSet none;
    private readonly (long, long)?[] starts;

    internal EventColumns(Casebook casebook)
    {
        var events = casebook.Events;
        none = new EventSet(events.Count);
        All = EventSet.Range(events.Count, 0, events.Count);
        byActor = Sets(events, e => e.Actors);
        byTheme = Sets(events, e => e.Themes);
        bySource = Sets(events, e => e.Mentions.Select(m => m.Source));
        ByPhase = [.. Enum.GetValues<Phase>().Select(p => Where(events, e => e.Phase == p))];
        Earliest = [.. events.Select(e => e.Date?.EarliestDay ?? long.MinValue)];
        Latest = [.. events.Select(e => e.Date?.LatestDay ?? long.MaxValue)];
        Undated = Where(events, e => e.Date is null);
        starts = [.. Enum.GetValues<Phase>().Select(Starts)];

        (long, long)? Starts(Phase phase)
        {
            var days = ByPhase[(int)phase].Places().Select(p => Earliest[p]).Where(d => d != long.MinValue).ToList();
            return days.Count == 0 ? null : (days.Min(), days.Max());
        }
    }

    public EventSet All { get; }

    /// <summary>Indexed by <see cref="Phase"/>.</summary>
    public EventSet[] ByPhase { get; }

    /// <summary>First and last day of each event; unbounded where unknown.</summary>
    public long[] Earliest { get; }
    public long[] Latest { get; }

    /// <summary>The events for which no source allows a date.</summary>
    public EventSet Undated { get; }

    /// <summary>The first days of a phase's earliest and of its latest event; null where none of its events has a first day.</summary>
    public (long First, long Last)? StartsIn(Phase phase) => starts[(int)phase];

    public EventSet WithActor(string id) => byActor.GetValueOrDefault(id, none);
    public EventSet WithTheme(string key) => byTheme.GetValueOrDefault(key, none);

    /// <summary>The events that a source mentions.</summary>
    public EventSet MentionedBy(string id) => bySource.GetValueOrDefault(id, none);

    /// <summary>The events that may lie in these days, both ends included; null is unbounded. Undated events always may.</summary>
    public EventSet Between(long? from, long? to)
    {
        var set = new EventSet(Earliest.Length);
        for (var place = 0; place < Earliest.Length; place++)
            if ((to is null || Earliest[place] <= to) && (from is null || Latest[place] >= from))
                set.Add(place);
        return set;
    }

    private static EventSet Where(Shelf<Event> events, Func<Event, bool> test)
    {
        var set = new EventSet(events.Count);
        for (var place = 0; place < events.Count; place++)
            if (test(events[place]))
                set.Add(place);
        return set;
    }

    private static FrozenDictionary<string, EventSet> Sets(Shelf<Event> events, Func<Event, IEnumerable<string>> keys)
    {
        var sets = new Dictionary<string, EventSet>();
        for (var place = 0; place < events.Count; place++)
            foreach (var key in keys(events[place]))
            {
                if (!sets.TryGetValue(key, out var set)) sets[key] = set = new EventSet(events.Count);
                set.Add(place);
            }
        return sets.ToFrozenDictionary();
    }
}
