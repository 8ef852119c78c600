using System.Text;
using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>Paragraphs made of the lines of a PDF.</summary>
internal sealed partial class PdfParagraphs
{
    // In sizes of type, or of the usual distance between two lines.
    private const double Short = 3;
    private const double Indent = 0.8;
    private const double LargeType = 1.12;
    private const double WideGap = 1.3;

    // So many lines make a column, and so many indented ones a habit.
    private const int Column = 3;
    private const int Habit = 3;
    private const int LongestHeading = 120;
    private const int LongestHeadline = 300;
    private const double HeadlineGap = 1.6;
    private const string Brackets = "()[]{}«»‹›";

    private readonly Dictionary<string, int> words;
    private readonly StringBuilder open = new();
    private readonly double usual;
    private readonly double distance;
    private readonly bool indents;
    private readonly bool gaps;
    private ParagraphKind? kind;
    private bool isBold;
    private double size;

    /// <summary>The paragraphs.</summary>
    public List<Line> Lines { get; } = [];

    /// <summary>How many hyphens at line ends were taken out.</summary>
    public int Hyphens { get; private set; }

    /// <summary>The line ends between two Korean syllables, where nothing in the file tells whether a word ended there.</summary>
    public List<WordSeam> Seams { get; } = [];

    private PdfParagraphs(IReadOnlyList<PdfLine> all)
    {
        words = WordPattern()
            .Matches(string.Join(' ', all.Select(l => l.Text)))
            .GroupBy(m => m.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        usual = Middle(all.SelectMany(l => Enumerable.Repeat(l.Size, 1 + l.Text.Length / 10)));
        var pairs = all.Zip(all.Skip(1)).Where(p => p.Second.IsBelow(p.First) && p.First.IsAsLargeAs(p.Second)).ToList();
        distance = Middle(pairs.Select(p => (p.First.Base - p.Second.Base) / p.First.Size));
        // Where paragraphs begin behind the margin, a line that does not goes on with what was before it.
        var ended = pairs.Where(p => EndsSentence(p.First.Text)).ToList();
        indents = ended.Count(p => IsIndented(p.Second, p.First)) >= Habit;
        gaps = ended.Count(p => IsApart(p.Second, p.First)) >= Habit;
    }

    private static double Middle(IEnumerable<double> values) =>
        values.Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : 1;

    public static PdfParagraphs Of(IReadOnlyList<List<PdfLine>> pages)
    {
        var all = pages.SelectMany(p => p).ToList();
        var made = new PdfParagraphs(all);
        for (var n = 0; n < all.Count; n++)
            made.Take(all[n], n == 0 ? null : all[n - 1]);
        made.End();
        made.TurnBrackets();
        return made;
    }

    // Of brackets in a text from the right some programs tell the shape and others the meaning: either way they open before they close.
    private void TurnBrackets()
    {
        var turned = Lines.Sum(l =>
            Brackets
                .Chunk(2)
                .Sum(pair =>
                    (First(l, pair[0]), First(l, pair[1])) is (>= 0 and var opens, >= 0 and var closes) ? opens.CompareTo(closes) : 0
                )
        );
        if (turned > 0 && Lines.Exists(l => l.Text.Any(WritingDirection.IsFromRight)))
            for (var n = 0; n < Lines.Count; n++)
                Lines[n] = Lines[n] with { Text = string.Concat(Lines[n].Text.Select(Turned)) };

        static int First(Line line, char c) => line.Text.IndexOf(c, StringComparison.Ordinal);
        static char Turned(char c) => Brackets.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Brackets[at ^ 1] : c;
    }

    private void Take(PdfLine line, PdfLine? before)
    {
        if (before is not null && Begins(line, before))
            End();
        if (open.Length == 0)
            (kind, isBold, size) = (
                line.HasBullet ? ParagraphKind.Bullet
                : line.Size > usual * LargeType ? ParagraphKind.Headline
                : null,
                line.IsBold,
                line.Size
            );
        Append(line.Text);
    }

    private bool Begins(PdfLine line, PdfLine before)
    {
        if (line.IsPoint || line.IsRow || before.IsRow || !line.IsAsLargeAs(before) || line.IsBold != before.IsBold)
            return true;
        if (GoesOnAsHeadline(line, before))
            return false;
        var goesOn = char.IsLower(line.Text[0]) || IsParted(before.Text, line.Text);
        var hasRoom = before.HasRoomFor(line);
        if (!line.IsBelow(before))
            // What goes on in the next column or on the next page broke off in mid-sentence, at the end of a full line.
            return EndsSentence(before.Text)
                ? !indents || hasRoom || line.Left - line.Margin > Indent * line.Size
                : hasRoom || !goesOn && before.InColumn < Column;
        return hasRoom && !goesOn
            || !indents && !gaps && before.Edge - before.Right > Short * before.Size && EndsSentence(before.Text)
            || IsIndented(line, before)
            || kind == ParagraphKind.Bullet && before.Left - line.Left > Indent * line.Size
            || IsApart(line, before);
    }

    // A headline is broken where it reads well, and may stand in the middle: neither room nor an indent ends it.
    private bool GoesOnAsHeadline(PdfLine line, PdfLine before) =>
        kind == ParagraphKind.Headline
        && line.IsBelow(before)
        && before.Base - line.Base < HeadlineGap * line.Size
        && !EndsSentence(before.Text)
        && open.Length + line.Text.Length < LongestHeadline;

    private bool IsApart(PdfLine line, PdfLine before) => before.Base - line.Base > WideGap * distance * line.Size;

    private static bool IsIndented(PdfLine line, PdfLine before) =>
        line.Left - line.Margin > Indent * line.Size && line.Left - before.Left > Indent * line.Size;

    private static bool EndsSentence(string text) =>
        text.TrimEnd('”', '"', '’', '»', ')', ']', '*') is { Length: > 0 } bare
        && bare[^1] is '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '؟' or '।';

    private void Append(string text)
    {
        if (
            open.Length > 0
            && HyphenAtEnd().Match(open.ToString()) is { Success: true } first
            && SecondHalf().Match(text) is { Success: true } second
        )
        {
            var (a, b) = (first.Groups[1].Value, second.Value);
            // As the text has it elsewhere; else the hyphen is the line’s.
            if (first.Groups[2].Value != "\u00AD" && words.ContainsKey($"{a}-{b}") && !words.ContainsKey(a + b))
                open.Append(text);
            else
            {
                open.Length -= 1;
                open.Append(text);
                Hyphens++;
            }
            return;
        }
        if (open.Length > 0 && !(Characters.IsWide(open[^1]) && Characters.IsWide(text[0])) && !IsParted(open.ToString(), text))
            open.Append(' ');
        if (open.Length > 1 && IsHangul(open[^2]) && IsHangul(text[0]))
            Seams.Add(WordSeam.Of(Lines.Count + 1, open.ToString().TrimEnd(), text, words.ContainsKey));
        open.Append(text);
    }

    // A name or a number of several parts, parted at its own hyphen: it stays, and no blank comes behind it.
    private static bool IsParted(string line, string next) =>
        line.Length > 1
        && line[^1] is '-' or '\u2010'
        && char.IsLetterOrDigit(line[^2])
        && (char.IsUpper(next[0]) || char.IsDigit(next[0]));

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    private void End()
    {
        if (Tidy.Line(open.ToString()) is { Length: > 0 } line)
            Lines.Add(
                new(
                    line,
                    kind ?? (isBold && line.Length < LongestHeading && !EndsSentence(line) ? ParagraphKind.Headline : null),
                    Size: size
                )
            );
        open.Clear();
    }

    [GeneratedRegex(@"(?:\p{L}+-)*\p{L}+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"(\p{L}+)([-\u00AD\u2010])$")]
    private static partial Regex HyphenAtEnd();

    [GeneratedRegex(@"^\p{Ll}+")]
    private static partial Regex SecondHalf();
}
