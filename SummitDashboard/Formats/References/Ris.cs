using System.Text.RegularExpressions;

namespace SummitDashboard.Formats.References;

/// <summary>RIS, which reference managers write: a tag of two characters, two spaces, a hyphen, and its value, line by line.</summary>
internal static partial class Ris
{
    public static IEnumerable<Reference> Read(string text)
    {
        var entry = new List<(string Tag, string Value)>();
        foreach (Match line in LinePattern().Matches(text))
        {
            var (tag, value) = (line.Groups[1].Value, line.Groups[2].Value.Trim());
            if (tag == "TY")
                entry.Clear();
            entry.Add((tag, value));
            if (tag != "ER")
                continue;
            yield return Of(entry);
            entry.Clear();
        }
        if (entry.Count > 0 && entry[0].Tag == "TY")
            yield return Of([.. entry, ("ER", "")]);
    }

    private static Reference Of(List<(string Tag, string Value)> entry)
    {
        string? First(params string[] tags) =>
            tags.Select(t => entry.Find(e => e.Tag == t && e.Value.Length > 0).Value).FirstOrDefault(v => v is not null);

        var title = First("TI", "T1", "CT");
        var authors = entry.Where(e => e.Tag is "AU" or "A1" && e.Value.Length > 0).Select(e => Turned(e.Value)).ToList();
        var published = Day(First("DA", "PY", "Y1"));
        return new()
        {
            Title = title,
            Authors = authors,
            PublishedIn = First("T2", "JO", "JF", "JA", "PB"),
            Date = published,
            Language = First("LA"),
            Url = First("UR", "L2"),
            Doi = First("DO"),
            Accessed = Day(First("Y2")),
        };
    }

    // 2031/05/06/ and what follows of it.
    private static string? Day(string? written) =>
        written?.Split('/', '-') is { } parts
            ? Reference.DateOf(parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2))
            : null;

    /// <summary>“Okafor, Ines” is Ines Okafor, and “최, 민수” is 최민수.</summary>
    public static string Turned(string name) =>
        name.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } last, { Length: > 0 } first]
            ? Reference.NameOf(first, last)
            : name.Trim(' ', ',');

    [GeneratedRegex(@"^\uFEFF?([A-Z][A-Z0-9])  -[ \t]?([^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex LinePattern();
}
