using System.Globalization;
using System.Text;

namespace SummitDashboard.Text;

/// <summary>What a text holds that a reader would want to know of, since no page shows it or it turns what stands around it.</summary>
public static class Oddities
{
    /// <summary>
    /// Sentences on marks that override the direction, embeddings and isolates that are not closed, code points that Unicode has not
    /// assigned, and signs that stand for characters lost before; each once, with where it stands first, beside its code point
    /// (<c>U+202E</c>).
    /// </summary>
    public static IEnumerable<(string CodePoint, string Says)> In(IReadOnlyList<string> paragraphs)
    {
        var found = new SortedDictionary<string, (int Paragraph, int Count)>(StringComparer.Ordinal);
        for (var n = 1; n <= paragraphs.Count; n++)
            if (!Plain.Is(paragraphs[n - 1]))
                foreach (var what in In(paragraphs[n - 1]))
                    found[what] = found.TryGetValue(what, out var was) ? (was.Paragraph, was.Count + 1) : (n, 1);
        return found.Select(f =>
            (f.Key.Split(' ')[0], $"¶ {f.Value.Paragraph}: {f.Key}{(f.Value.Count > 1 ? $" ({f.Value.Count} times in all)" : "")}.")
        );
    }

    /// <summary>True for a character that controls and cannot be seen, or turns the order of what stands beside it.</summary>
    public static bool IsHidden(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>
    /// A line without what cannot be seen: what controls, and marks of direction (U+061C, U+200E and U+200F with them), which a title or a
    /// name by itself has no need of.
    /// </summary>
    public static string Without(string line) =>
        line.Any(IsUnseen) && string.Concat(line.Where(c => !IsUnseen(c))).Trim() is var seen && Characters.Shows(seen) ? seen : line;

    private static bool IsUnseen(char c) => IsHidden(c) && !char.IsWhiteSpace(c) || c is '\u061C' or '\u200E' or '\u200F';

    /// <summary>
    /// The first isolate (U+2066 to U+2069) that is opened and not closed in the same line, or closed and not opened; null where each has
    /// its other.
    /// </summary>
    public static char? Unpaired(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') < 0)
            return null;
        var open = new Stack<char>();
        foreach (var c in text + '\n')
            switch (c)
            {
                case >= '\u2066' and <= '\u2068':
                    open.Push(c);
                    break;
                case '\u2069' when !open.TryPop(out _):
                    return c;
                case '\n' when open.Count > 0:
                    return open.Last();
                default:
                    break;
            }
        return null;
    }

    private static IEnumerable<string> In(string paragraph)
    {
        var open = new Stack<Rune>();
        foreach (var rune in paragraph.EnumerateRunes())
            switch (rune.Value)
            {
                case 0x202D or 0x202E:
                    open.Push(rune);
                    yield return $"{CodePoints.NameOf(rune)} turns the order of what follows; it is shown within its quotation only";
                    break;
                case 0x202A or 0x202B or (>= 0x2066 and <= 0x2068):
                    open.Push(rune);
                    break;
                case 0x202C or 0x2069:
                    if (!open.TryPop(out _))
                        yield return $"{CodePoints.NameOf(rune)} closes what was never opened";
                    break;
                case 0xFFFD:
                    yield return "U+FFFD stands for a character that was lost before; compare with the original";
                    break;
                default:
                    if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned)
                        yield return $"U+{rune.Value:X4} is no character that this version of Unicode knows; it is kept as it is";
                    break;
            }
        foreach (var rune in open)
            yield return $"{CodePoints.NameOf(rune)} is not closed before the paragraph ends";
    }
}
