using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>Lines of <c>key: Label</c>; a line without a key gets one from its label.</summary>
internal static class Pairs
{
    public static string Write(IEnumerable<(string Key, string Label)> pairs) =>
        string.Join('\n', pairs.Select(p => $"{Separated.Escape(p.Key, ':')}: {Separated.Escape(p.Label, ':')}"));

    /// <param name="known">Keys that are there already, and stay whatever they look like.</param>
    public static IReadOnlyList<(string Key, string Label)> Read(
        FieldReader fields,
        string name,
        string label,
        IReadOnlyList<string> known,
        List<string> problems
    )
    {
        var pairs = new List<(string, string)>();
        var taken = new HashSet<string>(known);
        foreach (var line in fields.Lines(name))
        {
            var parts = Separated.Parts(line, ':');
            var key = parts.Count > 1 ? parts[0] : Names.Free(Names.Slug(parts[0]), taken.Contains);
            var text = parts.Count > 1 ? string.Join(": ", parts.Skip(1)) : parts[0];
            taken.Add(key);
            if (!CodebookRules.IsSlug(key) && !known.Contains(key))
                problems.Add($"{label}: “{key}” cannot be a key; use a-z, 0-9 and hyphens. A colon inside a label is written \\:");
            else
                pairs.Add((key, text));
        }
        return pairs;
    }
}
