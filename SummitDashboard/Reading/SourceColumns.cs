using SummitDashboard.Domain;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Text;

namespace SummitDashboard.Reading;

/// <summary>Sources that share what they are gathered by.</summary>
/// <param name="Key">As an address has it.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Count">How many sources there are in it.</param>
public sealed record SourceGroup(string Key, string Label, int Count)
{
    /// <summary>“Arabic · 12”: what stands over it.</summary>
    public string Head => $"{Label} · {Count:N0}";
}

/// <summary>A column: one source, or a whole group folded into one.</summary>
/// <param name="Group">The group in which it stands; null where sources are not gathered.</param>
public sealed record SourceColumn(IReadOnlyList<Source> Sources, SourceGroup? Group, bool IsFolded)
{
    /// <summary>The source, where it is one.</summary>
    public Source? Source => IsFolded ? null : Sources[0];
}

/// <summary>The columns of a page: its sources in the order chosen, group by group, a folded group as one column.</summary>
public static class SourceColumns
{
    /// <summary>One for each source, as they come.</summary>
    public static IReadOnlyList<SourceColumn> Of(IEnumerable<Source> sources) =>
        [.. sources.Select(s => new SourceColumn([s], null, false))];

    /// <summary>The columns of these sources, which stand in writing order.</summary>
    /// <param name="claim">The claim that the page is about, where it is about one.</param>
    public static IReadOnlyList<SourceColumn> Of(Casebook casebook, IReadOnlyList<Source> sources, ColumnChoice choice, Claim? claim = null)
    {
        var ordered = InOrder(casebook, sources, choice, claim);
        if (choice.Group is not { } by)
            return Of(ordered);
        var columns = new List<SourceColumn>();
        // Groups by time stand in the order of time, others where their first source stands.
        var keys = KeysOf(casebook.Sources.Concat(sources), by);
        var groups = ordered.Select(s => (Source: s, Key: Key(casebook, s, by, keys))).GroupBy(s => (s.Key.Place, s.Key.Key)).ToList();
        foreach (var members in groups.OrderBy(g => g.Key.Place))
        {
            List<Source> all = [.. members.Select(m => m.Source)];
            var group = new SourceGroup(members.Key.Key, members.First().Key.Label, all.Count);
            if (choice.Folds(group.Key))
                columns.Add(new(all, group, true));
            else
                columns.AddRange(all.Select(s => new SourceColumn([s], group, false)));
        }
        return columns;
    }

    /// <summary>The keys of all groups that a casebook’s sources make.</summary>
    public static IReadOnlyList<string> Keys(Casebook casebook, string by)
    {
        var keys = KeysOf(casebook.Sources, by);
        return [.. casebook.Sources.Select(s => Key(casebook, s, by, keys)).OrderBy(k => k.Place).Select(k => k.Key).Distinct()];
    }

    /// <summary>Neighbouring columns of one group, and how many there are.</summary>
    public static IEnumerable<(SourceGroup? Group, int Columns)> Runs(IReadOnlyList<SourceColumn> columns)
    {
        for (var start = 0; start < columns.Count; )
        {
            var end = start + 1;
            while (end < columns.Count && columns[end].Group == columns[start].Group)
                end++;
            yield return (columns[start].Group, end - start);
            start = end;
        }
    }

    private static IReadOnlyList<Source> InOrder(Casebook casebook, IReadOnlyList<Source> sources, ColumnChoice choice, Claim? claim)
    {
        switch (choice.Order)
        {
            case ColumnOrder.Name:
                return [.. sources.OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)];
            case ColumnOrder.Similarity when choice.Like is { } like:
                var likeness = Likeness.With(casebook, like);
                return
                [
                    .. sources
                        .OrderByDescending(s => s.Id == like.Id)
                        .ThenByDescending(s => likeness.GetValueOrDefault(s.Id)?.Share ?? -1)
                        .ThenByDescending(s => likeness.GetValueOrDefault(s.Id)?.Of ?? 0),
                ];
            case ColumnOrder.Stance when (claim ?? choice.On) is { } on:
                var words = Cell.AllWords.Index().ToDictionary(w => w.Item, w => w.Index);
                return [.. Comparison.Tell(casebook, on, sources, null).OrderBy(t => words[t.Cell.Word]).Select(t => t.Source)];
            default:
                return sources;
        }
    }

    private const string Unsaid = "none";

    // How an address names each value: readable, and never the name of another value, of those that say nothing, or of all groups.
    private static Dictionary<string, string> KeysOf(IEnumerable<Source> sources, string by)
    {
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string> { Unsaid, ColumnChoice.AllGroups };
        if (by != ColumnChoice.When)
            foreach (var value in sources.Select(s => Value(s, by)).OfType<string>().Order(StringComparer.Ordinal))
                if (!keys.ContainsKey(value))
                {
                    keys[value] = Slugs.Free(Slugs.Of(value), taken.Contains);
                    taken.Add(keys[value]);
                }
        return keys;
    }

    private static string? Value(Source source, string by) =>
        by switch
        {
            ColumnChoice.Language => source.Language?.Value,
            ColumnChoice.Publisher => source.Publisher?.Value,
            _ => Tags.Under(source, by),
        };

    // Unknown ones come last.
    private static (int Place, string Key, string Label) Key(Casebook casebook, Source source, string by, Dictionary<string, string> keys)
    {
        if (by == ColumnChoice.When)
        {
            var time = source.AgainstVisit(casebook);
            return ((int)time, Labels.Of(time).Replace(' ', '-'), ClaimLabels.Against(casebook, time));
        }
        if (Value(source, by) is not { } value)
            return (1, Unsaid, by is ColumnChoice.Language or ColumnChoice.Publisher ? $"no {by} known" : $"no tag “{by}”");
        var label = by switch
        {
            ColumnChoice.Language => Languages.Called(value),
            ColumnChoice.Publisher => value,
            _ => $"{by}: {value}",
        };
        return (0, keys[value], label);
    }
}
