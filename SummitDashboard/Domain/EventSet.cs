using System.Numerics;

namespace SummitDashboard.Domain;

/// <summary>A set of events by their place in story order: one bit each, so that filtering 100,000 events is a few thousand steps.</summary>
public sealed class EventSet
{
    private readonly ulong[] words;

    public EventSet(int size) => (Size, words) = (size, new ulong[(size + 63) / 64]);
    private EventSet(int size, ulong[] words) => (Size, this.words) = (size, words);

    /// <summary>How many events there are in the casebook, in the set or not.</summary>
    public int Size { get; }

    public bool this[int place] => (words[place >> 6] >> (place & 63) & 1) != 0;

    internal void Add(int place) => words[place >> 6] |= 1UL << (place & 63);

    /// <summary>The events in both.</summary>
    public EventSet And(EventSet other) => Combine(other, (a, b) => a & b);

    /// <summary>The events in either.</summary>
    public EventSet Or(EventSet other) => Combine(other, (a, b) => a | b);

    /// <summary>The events of this set that are not in the other.</summary>
    public EventSet Without(EventSet other) => Combine(other, (a, b) => a & ~b);

    /// <summary>How many events.</summary>
    public int Count() => CountIn(0, Size);

    /// <summary>How many events from one place up to, and without, another.</summary>
    public int CountIn(int start, int end) => Count(this, null, start, end);

    /// <summary>How many events of both sets from one place up to, and without, another.</summary>
    public int CountIn(EventSet other, int start, int end) => Count(this, other, start, end);

    /// <summary>The place of the event with this rank in the set, counted from 0; -1 where the set has no so many.</summary>
    public int At(int rank)
    {
        if (rank < 0) return -1;
        for (var i = 0; i < words.Length; i++)
        {
            var here = BitOperations.PopCount(words[i]);
            if (rank >= here)
            {
                rank -= here;
                continue;
            }
            var rest = words[i];
            while (rank-- > 0) rest &= rest - 1;
            return (i << 6) + BitOperations.TrailingZeroCount(rest);
        }
        return -1;
    }

    /// <summary>The places in the set, in story order.</summary>
    public IEnumerable<int> Places() => Places(0);

    /// <summary>The places in the set from one place on, in story order.</summary>
    public IEnumerable<int> Places(int start)
    {
        for (var i = start >> 6; i < words.Length; i++)
            for (var rest = i == start >> 6 ? words[i] & (ulong.MaxValue << (start & 63)) : words[i]; rest != 0; rest &= rest - 1)
                yield return (i << 6) + BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>All events from one place up to, and without, another.</summary>
    public static EventSet Range(int size, int start, int end)
    {
        var set = new EventSet(size);
        for (var place = start; place < end; place++)
            if ((place & 63) == 0 && place + 64 <= end) (set.words[place >> 6], place) = (ulong.MaxValue, place + 63);
            else set.Add(place);
        return set;
    }

    private EventSet Combine(EventSet other, Func<ulong, ulong, ulong> rule)
    {
        var result = new ulong[words.Length];
        for (var i = 0; i < result.Length; i++) result[i] = rule(words[i], other.words[i]);
        return new(Size, result);
    }

    private static int Count(EventSet set, EventSet? other, int start, int end)
    {
        if (start >= end) return 0;
        var (first, last) = (start >> 6, (end - 1) >> 6);
        var count = 0;
        for (var i = first; i <= last; i++)
        {
            var word = other is null ? set.words[i] : set.words[i] & other.words[i];
            if (i == first) word &= ulong.MaxValue << (start & 63);
            if (i == last) word &= ulong.MaxValue >> (63 - ((end - 1) & 63));
            count += BitOperations.PopCount(word);
        }
        return count;
    }
}
