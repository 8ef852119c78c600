using System.Buffers;
using System.Text;

namespace SummitDashboard.Text;

/// <summary>What the lines of a text would be if those that were wrapped at a width were joined.</summary>
/// <param name="Width">The width at which they look wrapped, in columns.</param>
/// <param name="Lines">How many lines there are now.</param>
/// <param name="Joined">The text with its lines joined.</param>
/// <param name="Paragraphs">How many paragraphs it then has.</param>
/// <param name="Hyphens">How many lines end in a hyphen, which stays.</param>
public sealed record WrappedText(int Width, int Lines, string Joined, int Paragraphs, int Hyphens);

/// <summary>Lines and paragraphs of a text: a paragraph is a line that is not blank.</summary>
public static class Paragraphs
{
    /// <summary>Wider lines are no screen’s and no sheet’s: they are paragraphs.</summary>
    private const int WidestWrap = 120;
    private const int NarrowestWrap = 24;
    private const int FewestBreaks = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    /// <summary>The lines of a text, the blank ones too, without what ends them: any of Unicode’s separators.</summary>
    public static IEnumerable<TextSpan> Lines(string text)
    {
        for (var start = 0; ; )
        {
            var length = text.AsSpan(start).IndexOfAny(Ends);
            if (length < 0)
            {
                yield return new(start, text.Length - start);
                yield break;
            }
            yield return new(start, length);
            var end = start + length;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    /// <summary>
    /// A text whose lines look wrapped at a fixed width, and what it would be with them joined; null where they do not. They do where most
    /// of the lines are so long that the next word would not have fitted.
    /// </summary>
    public static WrappedText? Wrapped(string text)
    {
        var lines = Lines(text).Select(l => l.In(text).Replace('\t', ' ').TrimEnd()).ToList();
        var width = lines.Select(Columns).DefaultIfEmpty().Max();
        if (width is < NarrowestWrap or > WidestWrap)
            return null;
        var (inner, breaks, hyphens) = (0, 0, 0);
        var joined = new StringBuilder(text.Length);
        for (var i = 0; i < lines.Count; i++)
        {
            joined.Append(lines[i]);
            if (i + 1 == lines.Count)
                break;
            var isInner = lines[i].Trim().Length > 0 && lines[i + 1].Trim().Length > 0;
            if (!isInner || !IsFull(lines[i], lines[i + 1], width))
            {
                joined.Append('\n');
                inner += isInner ? 1 : 0;
                continue;
            }
            (inner, breaks) = (inner + 1, breaks + 1);
            lines[i + 1] = lines[i + 1].TrimStart();
            if (EndsInHyphen(lines[i]))
                hyphens++;
            else if (!TouchesWithoutSpace(lines[i], lines[i + 1]))
                joined.Append(' ');
        }
        return breaks >= FewestBreaks && breaks * 10 >= inner * 6
            ? new(width, Count(lines), joined.ToString(), Count(joined.ToString().Split('\n')), hyphens)
            : null;

        static int Count(IEnumerable<string> lines) => lines.Count(l => !string.IsNullOrWhiteSpace(l));
    }

    // The first word of the next line would not have fitted.
    private static bool IsFull(string line, string next, int width)
    {
        next = next.TrimStart();
        var first = Script.PerWord(Script.At(next, 0).Value) switch
        {
            Words.OfHan => 4, // a character, and what may not begin or end a line
            Words.OfThai => 12,
            _ => Columns(next[..(next.IndexOf(' ') is > 0 and var space ? space : next.Length)]),
        };
        return Columns(line) + 1 + first > width;
    }

    private static bool EndsInHyphen(string line) =>
        line.Length > 1 && (line[^1] == '\u00AD' || (Words.IsHyphen(line[^1]) && char.IsLetter(line[^2])));

    private static bool TouchesWithoutSpace(string line, string next) =>
        Script.PerWord(Script.Before(line, line.Length).Value) > 1 && Script.PerWord(Script.At(next, 0).Value) > 1
        || line[^1] is '。' or '、' or '，' or '！' or '？' or '」' or '』' or '：' or '；'
        || next[0] is '「' or '『';

    // Han, kana and Hangul are two columns wide; marks have none.
    private static int Columns(string line)
    {
        if (Plain.Is(line))
            return line.Length;
        var columns = 0;
        foreach (var rune in line.EnumerateRunes())
            columns +=
                Rune.GetUnicodeCategory(rune)
                    is System.Globalization.UnicodeCategory.NonSpacingMark
                        or System.Globalization.UnicodeCategory.Format
                    ? 0
                : Script.IsEastAsian(rune.Value)
                || rune.Value is (>= 0xAC00 and <= 0xD7A3) or (>= 0x3000 and <= 0x303F) or (>= 0xFF01 and <= 0xFF60)
                    ? 2
                : 1;
        return columns;
    }
}
