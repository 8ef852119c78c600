using System.Collections.Frozen;

namespace SummitDashboard.Text;

/// <summary>Which way a language is written, as HTML’s <c>dir</c> has it.</summary>
public static class WritingDirection
{
    // Scripts and languages that Unicode’s CLDR writes from right to left.
    private static readonly FrozenSet<string> Scripts = Set("Adlm Arab Armi Hebr Mand Nkoo Phnx Rohg Samr Syrc Thaa Yezi");
    private static readonly FrozenSet<string> FromTheRight = Set(
        "ar arc azb bal bgn bqi ckb dv fa glk he iw khw ks lrc luz mzn nqo pnb prs ps rhg sd sdh skr syr ug ur yi"
    );

    private static readonly FrozenSet<string> Unsaid = Set("mul und x zxx");

    /// <summary><c>rtl</c> or <c>ltr</c> by a language tag (BCP 47); <c>auto</c>, where it names no language.</summary>
    public static string Of(string? tag)
    {
        if (tag is null || !LanguageTag.IsWellFormed(tag) || !LanguageTag.IsKnown(tag) || Unsaid.Contains(tag.Split('-')[0]))
            return "auto";
        var parts = tag.Split('-');
        foreach (var part in parts.Skip(1))
            if (part.Length == 4 && char.IsAsciiLetter(part[0]))
                return Scripts.Contains(part) ? "rtl" : "ltr"; // the tag says how it is written
        return FromTheRight.Contains(parts[0]) ? "rtl" : "ltr";
    }

    /// <summary>
    /// A name as it is put into a sentence of ours: what is written from right to left is set apart by Unicode’s marks (FSI and PDI), so
    /// that it turns nothing that stands beside it. For what people read; keys, files and addresses hold names as they are.
    /// </summary>
    public static string Isolated(string name) => name.Any(Turns) ? $"\u2068{name}\u2069" : name;

    /// <summary>True for a letter that is written from right to left; numbers never are.</summary>
    public static bool IsFromRight(char c) => Turns(c) && !char.IsDigit(c) && c is not ('\u066B' or '\u066C');

    // The letters of right-to-left scripts and the marks of direction.
    private static bool Turns(char c) =>
        c
            is (>= '\u0590' and <= '\u08FF')
                or '\u200F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\uFB1D' and <= '\uFDFF')
                or (>= '\uFE70' and <= '\uFEFC')
                or '\uD802'
                or '\uD803'
                or '\uD83A'
                or '\uD83B';

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
