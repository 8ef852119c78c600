namespace SummitDashboard.Domain;

/// <summary>Sources at one place of the order of writing: one, or several of which nobody knows which was first.</summary>
public sealed record WrittenTogether(int Order, IReadOnlyList<Source> Sources);

/// <summary>The order in which sources were written, and where in it a date belongs.</summary>
public static class WritingOrder
{
    /// <summary>The places, first to last.</summary>
    public static IReadOnlyList<WrittenTogether> Of(IEnumerable<Source> sources) =>
        [.. sources.OrderBy(s => s, SourceKind.Order).GroupBy(s => s.Order).Select(g => new WrittenTogether(g.Key, [.. g]))];

    /// <summary>
    /// Where a source of this date belongs: after how many of the places, and whether at the last of these, with others of the very same
    /// date. Where nothing is known it is the last.
    /// </summary>
    public static (int After, bool IsTie) PlaceOf(Edtf? date, IReadOnlyList<WrittenTogether> places)
    {
        if (date is null || (date.LatestDay ?? date.EarliestDay) is not { } day)
            return (places.Count, false);
        var after = 0;
        for (var n = 0; n < places.Count; n++)
            if (places[n].Sources.All(s => s.Written?.Date.Text == date.Text))
                return (n + 1, true);
            else if (places[n].Sources.Any(s => s.Written?.Date.LatestDay <= day))
                after = n + 1;
        return (after, false);
    }

    /// <summary>
    /// New sources, each put where its date belongs, and those of the others that stand further on for it, with their places’ numbers.
    /// </summary>
    public static IEnumerable<Source> Placed(IEnumerable<Source> fresh, IEnumerable<Source> others)
    {
        var places = Of(others).ToList();
        var known = places.SelectMany(p => p.Sources).ToDictionary(s => s.Id, s => s.Order);
        foreach (var source in fresh)
        {
            var (after, isTie) = PlaceOf(source.Written?.Date, places);
            if (isTie)
                places[after - 1] = places[after - 1] with { Sources = [.. places[after - 1].Sources, source] };
            else
                places.Insert(after, new(0, [source]));
        }
        // Those before all others take the numbers before theirs; a place that stands keeps its number where it can.
        var leading = places.FindIndex(p => known.ContainsKey(p.Sources[0].Id));
        var last = leading < 0 ? 0 : places[leading].Order - leading - 1;
        foreach (var place in places)
        {
            last = known.ContainsKey(place.Sources[0].Id) ? Math.Max(place.Order, last + 1) : last + 1;
            foreach (var source in place.Sources.Where(s => !known.TryGetValue(s.Id, out var order) || order != last))
                yield return source with
                {
                    Order = last,
                };
        }
    }

    /// <summary>
    /// The others, one place further where it takes that: from its own place on, as far as there is no gap.
    /// </summary>
    public static IEnumerable<Source> MakingRoom(Source placed, IEnumerable<Source> others)
    {
        var last = placed.Order;
        foreach (var place in Of(others.Where(s => s.Order >= placed.Order)))
        {
            if (place.Order > last)
                yield break;
            last++;
            foreach (var source in place.Sources)
                yield return source with
                {
                    Order = last,
                };
        }
    }
}
