using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Forms;

/// <summary>A key and its label, in a list of such; the key may be left out, and is then made of the label.</summary>
public sealed class PairFields
{
    public string Label { get; set; } = "";
    public string Key { get; set; } = "";

    public static List<PairFields> Of(IEnumerable<(string Key, string Label)> pairs) =>
        [.. pairs.Select(p => new PairFields { Key = p.Key, Label = p.Label })];

    /// <summary>The pairs of a list; empty rows are none.</summary>
    /// <param name="known">Keys that are there already, and stay whatever they look like.</param>
    public static IReadOnlyList<(string Key, string Label)> Read(
        List<PairFields> rows,
        string name,
        string label,
        IReadOnlyList<string> known,
        FieldReader reader
    )
    {
        var pairs = new List<(string, string)>();
        var taken = new HashSet<string>(known);
        foreach (var (n, row) in rows.Index().Where(r => r.Item.Key.Length > 0 || r.Item.Label.Length > 0))
        {
            var key = row.Key.Length > 0 ? Folding.Composed(row.Key) : Slugs.Free(Slugs.Of(row.Label), taken.Contains);
            taken.Add(key);
            if (!CodebookRules.IsSlug(key) && !known.Contains(key))
                reader.Wrong($"{name}.{n}.key", $"{label}: “{key}” cannot be a key; use a-z, 0-9 and hyphens.");
            else
                pairs.Add((key, row.Label));
        }
        return pairs;
    }

    /// <summary>Takes over a field of an older draft: lines of <c>key: Label</c>.</summary>
    public static void TakeOld(List<PairFields> rows, string text)
    {
        foreach (var line in OldTexts.Lines(text))
        {
            var parts = OldTexts.Parts(line, ':');
            rows.Add(parts.Count > 1 ? new() { Key = parts[0], Label = string.Join(": ", parts.Skip(1)) } : new() { Label = parts[0] });
        }
    }
}
