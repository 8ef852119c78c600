using System.Buffers;

namespace SummitDashboard.Text;

/// <summary>
/// Texts of Latin letters, digits, spaces and the common signs, for which nobody has to ask ICU (its first answer takes a quarter of a
/// second): each character stands for itself, is composed already, and divides words by a few rules. A test holds these against ICU.
/// </summary>
internal static class Plain
{
    /// <summary>The alphabet.</summary>
    public static readonly string Alphabet = string.Concat([
        .. Enumerable.Range(0x20, 0x5F).Select(c => (char)c),
        .. Enumerable.Range(0xC0, 0x250 - 0xC0).Select(c => (char)c),
        .. "\t\n\u00A0§¶•°‘’‚“”„«»–—‐‑…€£",
    ]);

    private static readonly SearchValues<char> Values = SearchValues.Create(Alphabet);

    /// <summary>What is folded by other rules than one small letter for each large one.</summary>
    private static readonly SearchValues<char> Folded = SearchValues.Create([
        .. Alphabet.Where(c => c < '\u0180' && c is not ('ß' or 'İ' or 'ŉ' or 'ſ') || c > '\u2000'),
    ]);

    public static bool Is(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Values);

    /// <summary>True where small letters are all that folding case means.</summary>
    public static bool FoldsSimply(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Folded);

    /// <summary>Where words and what stands between them begin, the end included, as UAX 29 has it for this alphabet.</summary>
    public static List<int> WordBreaks(string text)
    {
        var breaks = new List<int> { 0 };
        for (var i = 1; i < text.Length; i++)
            if (!Joins(text, i))
                breaks.Add(i);
        if (text.Length > 0)
            breaks.Add(text.Length);
        return breaks;
    }

    // Whether what stands before and behind this place is one segment.
    private static bool Joins(string text, int i)
    {
        var (before, after) = (text[i - 1], text[i]);
        if (IsOfWord(before) && IsOfWord(after))
            return true;
        // A sign between letters, or between digits: both its sides belong to the word.
        return IsBetween(text, i - 1) || IsBetween(text, i);
    }

    private static bool IsBetween(string text, int i) =>
        i > 0
        && i + 1 < text.Length
        && text[i] switch
        {
            '.' or '‘' or '’' or '\'' => (char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]))
                || (char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])),
            ':' => char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]),
            ',' or ';' => char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]),
            _ => false,
        };

    private static bool IsOfWord(char c) => char.IsLetter(c) || char.IsAsciiDigit(c) || c == '_';
}
