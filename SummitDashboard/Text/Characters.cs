using System.Globalization;
using System.Text;

namespace SummitDashboard.Text;

/// <summary>
/// User-perceived characters: what a reader takes for one, however many code points it is made of (extended grapheme clusters, UAX 29).
/// Nothing is ever cut inside one.
/// </summary>
public static class Characters
{
    /// <summary>The characters of a text in order.</summary>
    public static IEnumerable<TextSpan> In(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = LengthAt(text, at);
            yield return new(at, length);
            at += length;
        }
    }

    /// <summary>How long the character is that begins here, in UTF-16 units.</summary>
    public static int LengthAt(string text, int at)
    {
        var end = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
        // .NET does not yet know that consonants joined by a virama are one (rule GB9c).
        while (end < text.Length && IsConsonant(text[at]) && IsConsonant(text[end]) && EndsInVirama(text, at, end))
            end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        return end - at;
    }

    /// <summary>True where there is something to be seen: more than blanks, and characters that have neither shape nor width.</summary>
    public static bool Shows(string? text) => text?.EnumerateRunes().Any(r => !IsUnseen(r)) == true;

    private static bool IsUnseen(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        // Fillers, an empty Braille cell, joiners and variation selectors, which are letters, signs or marks by their category.
        || rune.Value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or 0x2800
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFFA0
                or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>True where a text may be cut: at its ends, and between two characters.</summary>
    public static bool IsBoundary(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
            return at == 0 || at == text.Length;
        var from = SafeBefore(text, at);
        while (from < at)
            from += LengthAt(text, from);
        return from == at;
    }

    /// <summary>True for Han, kana and what belongs to them, between which no blank stands.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF60');

    /// <summary>True where a stretch begins and ends between characters.</summary>
    public static bool IsWhole(string text, TextSpan span) => IsBoundary(text, span.Start) && IsBoundary(text, span.End);

    /// <summary>A stretch with the characters whole that it begins or ends in.</summary>
    public static TextSpan Whole(string text, TextSpan span)
    {
        var (start, end) = (Math.Clamp(span.Start, 0, text.Length), Math.Clamp(span.End, 0, text.Length));
        while (!IsBoundary(text, start))
            start--;
        while (!IsBoundary(text, end))
            end++;
        return new(start, Math.Max(0, end - start));
    }

    /// <summary>A stretch with its characters whole and without white space at its ends; empty where nothing else stands there.</summary>
    public static TextSpan Trimmed(string text, TextSpan span)
    {
        var (start, end) = (Math.Clamp(span.Start, 0, text.Length), Math.Clamp(span.End, 0, text.Length));
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end > start ? Whole(text, new(start, end - start)) : new(start, 0);
    }

    // A place at or before this one at which a character begins whatever stands around it.
    private static int SafeBefore(string text, int at)
    {
        for (var i = at - 1; i > 0; i--)
            if (IsSafe(text[i]) && !Prepends(text[i - 1]))
                return i;
        return 0;
    }

    private static bool IsSafe(char c) => c is >= ' ' and < '\u007F' or >= '\u4E00' and <= '\u9FFF' or >= '\u3041' and <= '\u3096';

    // A virama, and behind it nothing but marks.
    private static bool EndsInVirama(string text, int start, int end)
    {
        for (var i = end - 1; i > start; i--)
            if (text[i] is '\u094D' or '\u09CD' or '\u0ACD' or '\u0B4D' or '\u0C4D' or '\u0D4D')
                return true;
            else if (text[i] != '\u200D' && char.GetUnicodeCategory(text[i]) != UnicodeCategory.NonSpacingMark)
                return false;
        return false;
    }

    // Of Devanagari, Bengali, Gujarati, Oriya, Telugu and Malayalam.
    private static bool IsConsonant(char c) =>
        c
            is (>= '\u0915' and <= '\u0939')
                or (>= '\u0958' and <= '\u095F')
                or (>= '\u0978' and <= '\u097F')
                or (>= '\u0995' and <= '\u09B9')
                or (>= '\u09DC' and <= '\u09DF')
                or (>= '\u09F0' and <= '\u09F1')
                or (>= '\u0A95' and <= '\u0AB9')
                or '\u0AF9'
                or (>= '\u0B15' and <= '\u0B39')
                or (>= '\u0B5C' and <= '\u0B5F')
                or '\u0B71'
                or (>= '\u0C15' and <= '\u0C39')
                or (>= '\u0C58' and <= '\u0C5A')
                or (>= '\u0D15' and <= '\u0D3A');

    // Some signs, such as that of a number in Arabic, belong to what follows them.
    private static bool Prepends(char c) =>
        c >= '\u0600' && (c == '\u0D4E' || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
