using System.Collections.Frozen;
using System.Numerics;

namespace SummitDashboard.Domain;

/// <summary>A set of events by their place in story order: one bit each, so that filtering 100,000 events is a few thousand steps.</summary>
public sealed class EventSet
{
    private readonly ulong[] words;

    public EventSet(int size) => (Size, words) = (size, new ulong[(size + 63) / 64]);
    private EventSet(int size, ulong[] words) => (Size, this.words) = (size, words);

    public int Size { get; }

    public bool this[int place] => (words[place >> 6] >> (place & 63) & 1) != 0;

    internal void Add(int place) => words[place >> 6] |= 1UL << (place & 63);

    /// <summary>The events in both.</summary>
    public EventSet And(EventSet other) => new(Size, [.. words.Zip(other.words, (a, b) => a & b)]);

    /// <summary>The events in either.</summary>
    public EventSet Or(EventSet other) => new(Size, [.. words.Zip(other.words, (a, b) => a | b)]);

    /// <summary>How many events.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The places in the set, in story order.</summary>
    public IEnumerable<int> Places()
    {
        for (var i = 0; i < words.Length; i++)
            for (var rest = words[i]; rest != 0; rest &= rest - 1)
                yield return (i << 6) + BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>All events from one place up to, and without, another.</summary>
    public static EventSet Range(int size, int start, int end)
    {
        var set = new EventSet(size);
        for (var place = start; place < end; place++) set.Add(place);
        return set;
    }
}

/// <summary>The events as columns in story order: what the timeline's filters and lanes are computed from.</summary>
public sealed class EventColumns
{
    private readonly FrozenDictionary<string, EventSet> byActor;
    private readonly FrozenDictionary<string, EventSet> byTheme;
    private readonly FrozenDictionary<string, EventSet> bySource;
    private readonly EventSet none;

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
    }

    public EventSet All { get; }

    /// <summary>Indexed by <see cref="Phase"/>.</summary>
    public EventSet[] ByPhase { get; }

    /// <summary>First and last day of each event; unbounded where unknown.</summary>
    public long[] Earliest { get; }
    public long[] Latest { get; }

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
