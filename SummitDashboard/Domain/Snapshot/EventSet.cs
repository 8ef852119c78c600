using System.Numerics;

namespace SummitDashboard.Domain;

/// <summary>
/// A set of events by their place in story order: one bit each, so that filtering 100,000 events is a few thousand steps.
/// </summary>
public sealed class EventSet
{
    private readonly ulong[] words;
    private int[]? before; // how many events stand before each word, made when first asked for

    public EventSet(int size) => (Size, words) = (size, new ulong[(size + 63) / 64]);

    private EventSet(int size, ulong[] words) => (Size, this.words) = (size, words);

    /// <summary>How many events there are in the casebook, in the set or not.</summary>
    public int Size { get; }

    public bool this[int place] => (words[place >> 6] >> (place & 63) & 1) != 0;

    internal void Add(int place) => (words[place >> 6], before) = (words[place >> 6] | 1UL << (place & 63), null);

    /// <summary>The events in both.</summary>
    public EventSet And(EventSet other) => And(other, 0);

    /// <summary>The events in either.</summary>
    public EventSet Or(EventSet other)
    {
        var result = new ulong[words.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = words[i] | other.words[i];
        return new(Size, result);
    }

    /// <summary>The events of this set that are not in the other.</summary>
    public EventSet Without(EventSet other) => And(other, ulong.MaxValue);

    /// <summary>How many events.</summary>
    public int Count() => Before[^1];

    /// <summary>How many events from one place up to, and without, another.</summary>
    public int CountIn(int start, int end) => start >= end ? 0 : CountTo(end) - CountTo(start);

    /// <summary>How many events of both sets from one place up to, and without, another.</summary>
    public int CountIn(EventSet other, int start, int end)
    {
        if (start >= end)
            return 0;
        var (first, last) = (start >> 6, (end - 1) >> 6);
        var count = 0;
        for (var i = first; i <= last; i++)
        {
            var word = words[i] & other.words[i];
            if (i == first)
                word &= ulong.MaxValue << (start & 63);
            if (i == last)
                word &= ulong.MaxValue >> (63 - ((end - 1) & 63));
            count += BitOperations.PopCount(word);
        }
        return count;
    }

    /// <summary>The place of the event with this rank in the set, counted from 0; -1 where the set has no so many.</summary>
    public int At(int rank)
    {
        if (rank < 0 || rank >= Count())
            return -1;
        var word = Array.BinarySearch(Before, rank);
        if (word < 0)
            word = ~word - 1;
        else
            while (Before[word + 1] == rank)
                word++; // words without any event share a rank with the next
        var rest = words[word];
        for (var left = rank - Before[word]; left > 0; left--)
            rest &= rest - 1;
        return (word << 6) + BitOperations.TrailingZeroCount(rest);
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
            if ((place & 63) == 0 && place + 64 <= end)
                (set.words[place >> 6], place) = (ulong.MaxValue, place + 63);
            else
                set.Add(place);
        return set;
    }

    private int[] Before
    {
        get
        {
            if (before is { } known)
                return known;
            var counts = new int[words.Length + 1];
            for (var i = 0; i < words.Length; i++)
                counts[i + 1] = counts[i] + BitOperations.PopCount(words[i]);
            return before = counts;
        }
    }

    private int CountTo(int place) =>
        Before[place >> 6] + ((place & 63) == 0 ? 0 : BitOperations.PopCount(words[place >> 6] & ((1UL << (place & 63)) - 1)));

    private EventSet And(EventSet other, ulong flip)
    {
        var result = new ulong[words.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = words[i] & (other.words[i] ^ flip);
        return new(Size, result);
    }
}
