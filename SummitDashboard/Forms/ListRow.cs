namespace SummitDashboard.Forms;

/// <summary>A row of a list in a form, as one version of the fields has it.</summary>
/// <param name="Place">Its place in the list, blank rows counted.</param>
/// <param name="Parts">What stands in its fields, by name.</param>
internal sealed record ListRow(int Place, SortedDictionary<string, string> Parts)
{
    /// <summary>All of it as one text.</summary>
    public string Text { get; } = string.Concat(Parts.Select(p => $"{p.Key}={p.Value}\n"));

    /// <summary>What it is known by, whatever else is changed of it; empty where there is none.</summary>
    public string Key => Parts.GetValueOrDefault("key", "");

    /// <summary>The rows of a list that are not blank, in their order.</summary>
    public static List<ListRow> In(IReadOnlyDictionary<string, string> version, string list)
    {
        var rows = new SortedDictionary<int, SortedDictionary<string, string>>();
        foreach (var (name, text) in version)
            if (name.Split('.', 3) is [var group, var place, ..] parts && group == list && int.TryParse(place, out var n))
            {
                if (!rows.TryGetValue(n, out var row))
                    rows[n] = row = new(StringComparer.Ordinal);
                row[parts.Length > 2 ? parts[2] : ""] = text;
            }
        return [.. rows.Select(r => new ListRow(r.Key, r.Value))];
    }

    /// <summary>
    /// Which row of an earlier version each is: the same; else the one of its key; else, where none came or went, the one in its place.
    /// -1 for none.
    /// </summary>
    public static int[] Matches(List<ListRow> rows, List<ListRow> before)
    {
        var found = Enumerable.Repeat(-1, rows.Count).ToArray();
        Find((n, b) => rows[n].Text == before[b].Text);
        Find((n, b) => rows[n].Key.Length > 0 && rows[n].Key == before[b].Key);
        if (rows.Count == before.Count)
            Find((n, b) => n == b && (rows[n].Key.Length == 0 || before[b].Key.Length == 0));
        return found;

        void Find(Func<int, int, bool> isSame)
        {
            for (var n = 0; n < rows.Count; n++)
                if (found[n] < 0)
                    found[n] = Enumerable.Range(0, before.Count).FirstOrDefault(b => !found.Contains(b) && isSame(n, b), -1);
        }
    }

    /// <summary>What of this row does not stand in another that takes its place.</summary>
    public IEnumerable<Aside> LostIn(ListRow other, ListRow before, string list, int place) =>
        Parts
            .Select(p =>
                Aside.Of(
                    $"{list}.{place}.{p.Key}",
                    p.Value,
                    other.Parts.GetValueOrDefault(p.Key, ""),
                    before.Parts.GetValueOrDefault(p.Key, "")
                )
            )
            .OfType<Aside>();
}
