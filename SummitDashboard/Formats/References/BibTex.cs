using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.References;

/// <summary>BibTeX and BibLaTeX: entries of fields in braces or quotes, with TeX’s accents.</summary>
internal static partial class BibTex
{
    private const string Month = "jan feb mar apr may jun jul aug sep oct nov dec";

    public static IEnumerable<Reference> Read(string text)
    {
        foreach (Match begin in EntryPattern().Matches(text))
        {
            if (begin.Groups[1].Value.ToLowerInvariant() is "comment" or "string" or "preamble")
                continue;
            var end = EndOf(text, begin.Index + begin.Length - 1);
            yield return Of(text[begin.Index..end]);
        }
    }

    private static Reference Of(string entry)
    {
        var fields = Fields(entry);
        string? First(params string[] names) => names.Select(fields.GetValueOrDefault).FirstOrDefault(v => v is { Length: > 0 });

        var title = First("title") is { } main && First("subtitle") is { } sub ? $"{main}: {sub}" : First("title");
        var authors = (First("author") ?? "")
            .Split(" and ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Ris.Turned)
            .ToList();
        var day = First("date")?.Split('/')[0].Split('-');
        var date = day is not null
            ? Reference.DateOf(day.ElementAtOrDefault(0), day.ElementAtOrDefault(1), day.ElementAtOrDefault(2))
            : Reference.DateOf(First("year"), Number(First("month")), First("day"));
        return new()
        {
            Title = title,
            Authors = authors,
            PublishedIn = First("journaltitle", "journal", "booktitle", "maintitle", "organization", "publisher", "howpublished"),
            Date = date,
            Language = First("langid", "language"),
            Url = First("url"),
            Doi = First("doi"),
            Accessed = First("urldate")?.Split('-') is { } read
                ? Reference.DateOf(read.ElementAtOrDefault(0), read.ElementAtOrDefault(1), read.ElementAtOrDefault(2))
                : null,
        };
    }

    private static string? Number(string? month) =>
        month is { Length: >= 3 }
        && Month.IndexOf(month[..3].ToLowerInvariant(), StringComparison.Ordinal) is >= 0 and var at
        && at % 4 == 0
            ? $"{at / 4 + 1}"
            : month;

    private static Dictionary<string, string> Fields(string entry)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var match = FieldPattern().Match(entry); match.Success; )
        {
            var at = match.Index + match.Length;
            var end =
                at >= entry.Length ? at
                : entry[at] == '{' ? EndOf(entry, at)
                : entry[at] == '"' ? QuoteEnd(entry, at)
                : NextOf(entry, at);
            fields.TryAdd(match.Groups[1].Value, Plain(entry[at..end].Trim().Trim('"')));
            match = FieldPattern().Match(entry, end);
        }
        return fields;
    }

    private static int NextOf(string text, int at) => text.IndexOfAny([',', '}', '\n'], at) is >= 0 and var end ? end : text.Length;

    private static int QuoteEnd(string text, int at)
    {
        var depth = 0;
        for (var n = at + 1; n < text.Length; n++)
            if (text[n] == '{')
                depth++;
            else if (text[n] == '}')
                depth--;
            else if (text[n] == '"' && depth == 0 && text[n - 1] != '\\')
                return n + 1;
        return text.Length;
    }

    // Behind the brace that closes the one here; the text’s end where none does.
    private static int EndOf(string text, int at)
    {
        var depth = 0;
        for (var n = at; n < text.Length; n++)
            if (text[n] == '{')
                depth++;
            else if (text[n] == '}' && --depth == 0)
                return n + 1;
        return text.Length;
    }

    private static string Plain(string value)
    {
        var plain = AccentPattern().Replace(value, Accented);
        foreach (var (tex, sign) in Signs)
            plain = plain.Replace(tex, sign, StringComparison.Ordinal);
        return SpacePattern().Replace(plain.Replace("{", "").Replace("}", ""), " ").Trim();
    }

    private static readonly (string Tex, string Sign)[] Signs =
    [
        (@"\ss", "ß"),
        (@"\o", "ø"),
        (@"\O", "Ø"),
        (@"\ae", "æ"),
        (@"\AE", "Æ"),
        (@"\aa", "å"),
        (@"\AA", "Å"),
        (@"\l", "ł"),
        (@"\L", "Ł"),
        (@"\&", "&"),
        (@"\%", "%"),
        (@"\_", "_"),
        (@"\#", "#"),
        (@"\$", "$"),
        ("---", "—"),
        ("--", "–"),
        ("``", "“"),
        ("''", "”"),
        ("~", " "),
    ];

    // The letter with the mark behind it, composed.
    private static string Accented(Match match) =>
        Folding.Composed(match.Groups["letter"].Value.Replace(@"\i", "i") + (char)MarkOf(match.Groups["mark"].Value[0]));

    private static int MarkOf(char tex) =>
        tex switch
        {
            '"' => 0x308,
            '\'' => 0x301,
            '`' => 0x300,
            '^' => 0x302,
            '~' => 0x303,
            '=' => 0x304,
            '.' => 0x307,
            'c' => 0x327,
            'v' => 0x30C,
            'u' => 0x306,
            'H' => 0x30B,
            'k' => 0x328,
            _ => 0x30A,
        };

    [GeneratedRegex(@"@([A-Za-z]+)\s*\{")]
    private static partial Regex EntryPattern();

    [GeneratedRegex(@"(?<=[,\s{])([A-Za-z][A-Za-z-]*)\s*=\s*")]
    private static partial Regex FieldPattern();

    [GeneratedRegex(@"\\(?:(?<mark>[""'`^~=.])\s*\{?(?<letter>\\i|\p{L})\}?|(?<mark>[cvuHkr])(?:\s+|\{)(?<letter>\p{L})\}?)")]
    private static partial Regex AccentPattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacePattern();
}
