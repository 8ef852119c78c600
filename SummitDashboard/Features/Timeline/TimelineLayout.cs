using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Timeline;

namespace SummitDashboard.Features.Timeline;

/// <summary>A stretch of the axis with a header; <paramref name="Start"/> is its first column, from 0.</summary>
public sealed record TimelineZone(Phase Phase, int Start, int Columns);

/// <summary>
/// A column of the axis: one event, or several consecutive ones gathered (<paramref name="Events"/> of them between two places of the
/// story, both ends included), or none, where a zone is empty.
/// </summary>
public sealed record TimelineSlot(Phase Phase, int First, int Last, int Events)
{
    public bool IsCluster => Events > 1;

    public bool Holds(int place) => Events > 0 && place >= First && place <= Last;
}

/// <summary>A source's mark in a column: how it mentions the event, or, in a cluster, how many of the events it mentions.</summary>
public sealed record TimelineMark(int Column, IReadOnlyList<MentionMode> Modes, int Events);

/// <summary>A source's lane, or that of a group folded into one.</summary>
/// <param name="Source">The source; of a group its first.</param>
/// <param name="Group">The group in which it stands; null where sources are not gathered.</param>
/// <param name="Folded">The group's sources, where they are folded; a mark then says how many of them mention the event.</param>
public sealed record TimelineLane(
    Source Source,
    IReadOnlyList<TimelineMark> Marks,
    WritingSpan? Written,
    SourceGroup? Group = null,
    SourceColumn? Folded = null
);

/// <summary>
/// Where everything stands on the folded axis. The zones follow each other, every event has a column in story order, and where there
/// are more events than columns consecutive ones are gathered. The work grows with the columns, not with the events.
/// </summary>
/// <param name="Window">Which lanes are laid out, of how many.</param>
public sealed record TimelineLayout(
    IReadOnlyList<TimelineZone> Zones,
    IReadOnlyList<TimelineSlot> Slots,
    IReadOnlyList<TimelineLane> Lanes,
    ColumnWindow Window
)
{
    // A lane of gathered events, about: a mark in each column, with its link and its number.
    private const int ElementsOfLane = 80;

    /// <summary>At most this many marks stand in a page, labels included.</summary>
    public const int MostMarks = 400;

    /// <summary>At most this many columns, so that labels still find room on a common screen.</summary>
    public const int MostSlots = 48;

    /// <summary>At most this many where events are gathered: the lanes then hold numbers, which are wider than marks.</summary>
    public const int MostClusters = 20;

    /// <summary>
    /// How many columns so many events have to share, where <paramref name="most"/> would fit: fewer where they are gathered.
    /// </summary>
    public static int ColumnsFor(int events, int most = MostSlots) => events <= most ? most : Math.Min(most, MostClusters);

    public static TimelineLayout Of(Casebook casebook, TimelineQuery query, TimelineEvents events)
    {
        var columns = SourceColumns.Of(casebook, query.Shown.Sources, query.Lanes);
        var window = ColumnWindow.At(query.Cols, columns, ElementsOfLane);
        var sources = window.On(columns);
        var slots = Slotted(casebook, query, events.Visible, Math.Min(MostSlots, MostMarks / (sources.Count + 1)));
        var zones = new List<TimelineZone>();
        for (var i = 0; i < slots.Count; i++)
            if (zones.Count > 0 && zones[^1].Phase == slots[i].Phase)
                zones[^1] = zones[^1] with { Columns = zones[^1].Columns + 1 };
            else
                zones.Add(new(slots[i].Phase, i, 1));

        var marks = sources.Select(_ => new List<TimelineMark>()).ToList();
        for (var column = 0; column < slots.Count; column++)
            Mark(casebook, sources, slots[column], column, events, marks);
        var isCut = query.IsZoomed || query.Phase is not null;
        var (isCutAtStart, isCutAtEnd) = (
            isCut && slots.Count > 0 && slots[0].First > 0,
            isCut && slots.Count > 0 && slots[^1].Last < casebook.Events.Count - 1
        );
        return new(
            zones,
            slots,
            [
                .. sources.Select(
                    (c, i) =>
                        c.Source is { } source
                            ? new TimelineLane(source, marks[i], WritingSpan.Of(casebook, source, slots, isCutAtStart, isCutAtEnd), c.Group)
                            : new TimelineLane(c.Sources[0], marks[i], null, c.Group, c)
                ),
            ],
            window
        );
    }

    /// <summary>The column of an event, by its place in the story; -1 where it is not shown.</summary>
    public int ColumnOf(int place)
    {
        for (var column = 0; column < Slots.Count; column++)
            if (Slots[column].Holds(place))
                return column;
        return -1;
    }

    private static List<TimelineSlot> Slotted(Casebook casebook, TimelineQuery query, EventSet visible, int most)
    {
        // Story order is by phase first, so that each zone takes the events where the one before it ended.
        var phases = Enum.GetValues<Phase>();
        var end = 0;
        var counts = phases.Select(p => visible.CountIn(end, end += casebook.EventColumns.ByPhase[(int)p].Count())).ToArray();
        var shares = Share(counts, ColumnsFor(counts.Sum(), most));
        var first = Array.FindIndex(counts, c => c > 0);
        var last = Array.FindLastIndex(counts, c => c > 0);
        // Unzoomed, a zone without events keeps its place on the axis; zoomed, what lies outside is gone.
        if (!query.IsZoomed && query.Phase is null)
            (first, last) = (0, phases.Length - 1);

        var slots = new List<TimelineSlot>();
        var before = 0;
        for (var z = Math.Max(first, 0); z <= last; z++)
        {
            if (counts[z] == 0)
                slots.Add(new(phases[z], -1, -1, 0));
            for (var k = 0; k < shares[z]; k++)
            {
                var (from, to) = ((int)((long)counts[z] * k / shares[z]), (int)((long)counts[z] * (k + 1) / shares[z]));
                slots.Add(new(phases[z], visible.At(before + from), visible.At(before + to - 1), to - from));
            }
            before += counts[z];
        }
        return slots;
    }

    // Everything fits, or the zones share the columns, the visit twice as large a share; what a zone cannot use goes to the others.
    private static int[] Share(int[] counts, int most)
    {
        if (counts.Sum() <= most)
            return counts;
        var shares = new int[counts.Length];
        var left = most;
        while (left > 0)
        {
            var open = Enumerable.Range(0, counts.Length).Where(z => shares[z] < counts[z]).ToList();
            var weight = open.Sum(Weight);
            var given = 0;
            foreach (var z in open)
            {
                var more = Math.Min(counts[z] - shares[z], Math.Max(1, left * Weight(z) / weight));
                more = Math.Min(more, left - given);
                shares[z] += more;
                given += more;
            }
            left -= given;
        }
        return shares;

        static int Weight(int zone) => zone == (int)Phase.Visit ? 2 : 1;
    }

    private static void Mark(
        Casebook casebook,
        IReadOnlyList<SourceColumn> sources,
        TimelineSlot slot,
        int column,
        TimelineEvents events,
        List<List<TimelineMark>> marks
    )
    {
        for (var s = 0; s < sources.Count && slot.Events > 0; s++)
        {
            if (sources[s].Source is not { } source)
            {
                MarkFolded(casebook, sources[s], slot, column, events, marks[s]);
                continue;
            }
            var mentioned = events.MentionedBy(source);
            if (slot.IsCluster)
            {
                var count = events.Visible.CountIn(mentioned, slot.First, slot.Last + 1);
                if (count > 0)
                    marks[s].Add(new(column, [], count));
            }
            else if (mentioned[slot.First])
            {
                var modes = new List<MentionMode>(1);
                foreach (var mention in casebook.Events[slot.First].Mentions)
                    if (mention.Source == source.Id && !modes.Contains(mention.Mode))
                        modes.Add(mention.Mode);
                modes.Sort();
                marks[s].Add(new(column, modes, 1));
            }
        }
    }

    // Of a single event how many of the group mention it, and how; of gathered ones how many of them anyone of it mentions.
    private static void MarkFolded(
        Casebook casebook,
        SourceColumn group,
        TimelineSlot slot,
        int column,
        TimelineEvents events,
        List<TimelineMark> marks
    )
    {
        if (slot.IsCluster)
        {
            var mentioned = group.Sources.Select(events.MentionedBy).Aggregate((a, b) => a.Or(b));
            if (events.Visible.CountIn(mentioned, slot.First, slot.Last + 1) is > 0 and var count)
                marks.Add(new(column, [], count));
            return;
        }
        var tellers = group.Sources.Where(s => events.MentionedBy(s)[slot.First]).Select(s => s.Id).ToHashSet();
        if (tellers.Count > 0)
            marks.Add(
                new(
                    column,
                    [.. casebook.Events[slot.First].Mentions.Where(m => tellers.Contains(m.Source)).Select(m => m.Mode).Distinct().Order()],
                    tellers.Count
                )
            );
    }
}
