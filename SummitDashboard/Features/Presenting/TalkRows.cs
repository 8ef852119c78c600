using SummitDashboard.Forms;

namespace SummitDashboard.Features.Presenting;

/// <summary>The rows <c>stops.0.…</c> among a form's fields: moved, added and taken out as wholes, always numbered from 0.</summary>
public static class TalkRows
{
    private const string Prefix = "stops.";

    /// <summary>The rows in order, each as its fields.</summary>
    public static List<Dictionary<string, string>> Of(Dictionary<string, string> values) =>
        [
            .. new FieldReader(values)
                .Rows("stops")
                .Select(row =>
                    values
                        .Where(v => v.Key.StartsWith($"{Prefix}{row}.", StringComparison.Ordinal))
                        .ToDictionary(v => v.Key[$"{Prefix}{row}.".Length..], v => v.Value)
                ),
        ];

    /// <summary>Puts rows in place of those that were there.</summary>
    public static void Put(Dictionary<string, string> values, IReadOnlyList<Dictionary<string, string>> rows)
    {
        foreach (var name in values.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)).ToList())
            values.Remove(name);
        for (var i = 0; i < rows.Count; i++)
            foreach (var (name, value) in rows[i])
                values[$"{Prefix}{i}.{name}"] = value;
    }

    /// <summary>Moves a row to another place; places outside are the ends.</summary>
    public static int Move(Dictionary<string, string> values, int from, int to)
    {
        var rows = Of(values);
        if (from < 0 || from >= rows.Count)
            return from;
        to = Math.Clamp(to, 0, rows.Count - 1);
        var row = rows[from];
        rows.RemoveAt(from);
        rows.Insert(to, row);
        Put(values, rows);
        return to;
    }
}
