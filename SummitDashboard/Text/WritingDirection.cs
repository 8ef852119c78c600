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

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
