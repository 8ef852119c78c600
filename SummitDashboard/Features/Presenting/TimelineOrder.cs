using SummitDashboard.Domain;

namespace SummitDashboard.Features.Presenting;

/// <summary>What TimelineJS makes of a talk's order: it puts the slides in the order of their dates, whatever order the file has.</summary>
/// <param name="Moved">The stops, from 1, that stand elsewhere there: the fewest whose moving puts the rest in order.</param>
/// <param name="Undated">The stops without a date, which the title slide holds.</param>
public sealed record TimelineOrder(IReadOnlyList<int> Moved, IReadOnlyList<int> Undated)
{
    /// <summary>The order of a talk.</summary>
    public static TimelineOrder Of(Casebook casebook, Talk talk)
    {
        var dated = talk.Stops.Select((stop, i) => (Stop: i + 1, Day: FirstDay(TalkTrack.EventOf(casebook, stop)))).ToList();
        var stops = dated.Where(d => d.Day is not null).ToList();
        // The longest run of stops that is in order already, by the stop before each.
        var (length, before) = (new int[stops.Count], new int[stops.Count]);
        for (var n = 0; n < stops.Count; n++)
        {
            before[n] = Enumerable
                .Range(0, n)
                .Where(m => stops[m].Day <= stops[n].Day)
                .OrderByDescending(m => length[m])
                .FirstOrDefault(-1);
            length[n] = 1 + (before[n] < 0 ? 0 : length[before[n]]);
        }
        var stays = new HashSet<int>();
        for (var n = stops.Count == 0 ? -1 : Array.IndexOf(length, length.Max()); n >= 0; n = before[n])
            stays.Add(stops[n].Stop);
        return new([.. stops.Select(s => s.Stop).Where(s => !stays.Contains(s))], [.. dated.Where(d => d.Day is null).Select(d => d.Stop)]);
    }

    /// <summary>The day by which TimelineJS sorts; null for what has no date.</summary>
    public static long? FirstDay(Event? happening) => happening?.Date is { } date ? date.EarliestDay ?? date.LatestDay : null;

    /// <summary>What changes, in sentences; empty where the order is kept.</summary>
    public string InWords =>
        string.Join(
            ' ',
            new[]
            {
                Moved.Count == 0
                    ? null
                    : $"TimelineJS sorts by date, so {List(Moved)} of the talk {(Moved.Count == 1 ? "stands" : "stand")} elsewhere there.",
                Undated.Count == 0
                    ? null
                    : $"Without a date, {List(Undated)} {(Undated.Count == 1 ? "stands" : "stand")} on the title slide.",
            }.OfType<string>()
        );

    private static string List(IReadOnlyList<int> stops) =>
        stops.Count == 1 ? $"stop {stops[0]}" : $"stops {string.Join(", ", stops.SkipLast(1))} and {stops[^1]}";
}
