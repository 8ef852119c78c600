using System.Globalization;
using System.Text;
using ICU4N;

namespace SummitDashboard.Text;

/// <summary>Unicode code points: what positions are stored in, and what a character is called where it cannot be seen.</summary>
public static class CodePoints
{
    /// <summary>How many; an unpaired surrogate counts as one.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    /// <summary>
    /// A few characters as a message names them: “é”, and where they cannot be seen, or <paramref name="isNamed"/>, with code point and
    /// Unicode name, “е” (U+0435 CYRILLIC SMALL LETTER IE).
    /// </summary>
    public static string Describe(string text, bool isNamed = false)
    {
        var shown = string.Concat(text.EnumerateRunes().Where(r => IsSeen(r) || r.Value == ' ')).Trim();
        var runes = text.EnumerateRunes().Where(r => r.Value != ' ' || shown.Length == 0).ToList();
        var names = runes.Where(r => (isNamed && runes.Count <= 3) || !IsSeen(r)).Take(3).Select(NameOf).ToList();
        return $"{(shown.Length > 0 ? $"“{shown}”" : "")} {(names.Count > 0 ? $"({string.Join(", ", names)})" : "")}".Trim();
    }

    /// <summary><c>U+200F RIGHT-TO-LEFT MARK</c></summary>
    public static string NameOf(Rune rune) => $"U+{rune.Value:X4} {UChar.GetExtendedName(rune.Value)}".TrimEnd();

    /// <summary>True for a character that leaves ink, or a letter’s mark that does.</summary>
    public static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator
            )
        && rune.Value is not (0x034F or (>= 0x115F and <= 0x1160) or (>= 0x17B4 and <= 0x17B5) or (>= 0xFE00 and <= 0xFE0F) or 0x3164);
}
