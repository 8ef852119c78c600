using System.Text;
using System.Text.RegularExpressions;
using SummitDashboard.Domain;

namespace SummitDashboard.Formats.Articles;

/// <summary>Paragraphs made of the lines of a PDF.</summary>
internal sealed partial class PdfParagraphs
{
    // A line that ends so far before its block’s edge, or begins so far behind its margin, in heights of a line.
    private const double Short = 3;
    private const double Indent = 0.8;
    private const double LargeType = 1.25;

    private readonly Dictionary<string, int> words;
    private readonly StringBuilder open = new();
    private readonly double usual;
    private ParagraphKind? kind;

    /// <summary>The paragraphs.</summary>
    public List<Line> Lines { get; } = [];

    /// <summary>How many hyphens at line ends were taken out.</summary>
    public int Hyphens { get; private set; }

    private PdfParagraphs(IReadOnlyList<PdfLine> all)
    {
        words = WordPattern()
            .Matches(string.Join(' ', all.Select(l => l.Text)))
            .GroupBy(m => m.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        var heights = all.Select(l => l.Height).Order().ToList();
        usual = heights.Count == 0 ? 1 : heights[heights.Count / 2];
    }

    public static PdfParagraphs Of(IReadOnlyList<List<PdfLine>> pages)
    {
        var all = pages.SelectMany(p => p).ToList();
        var made = new PdfParagraphs(all);
        for (var n = 0; n < all.Count; n++)
            made.Take(all[n], n == 0 ? null : all[n - 1]);
        made.End();
        return made;
    }

    private void Take(PdfLine line, PdfLine? before)
    {
        if (before is not null && Begins(line, before))
            End();
        if (open.Length == 0)
            kind = line.Height > usual * LargeType ? ParagraphKind.Headline : null;
        Append(line.Text);
    }

    private bool Begins(PdfLine line, PdfLine before)
    {
        if (line.Page != before.Page || line.Block != before.Block)
            // What goes on in the next column or on the next page broke off in mid-sentence.
            return EndsSentence(before.Text)
                || !char.IsLower(line.Text[0])
                || Math.Abs(line.Height - before.Height) > usual * (LargeType - 1)
                || before.Edge - before.Right > Short * before.Height;
        return before.Edge - before.Right > Short * before.Height && EndsSentence(before.Text)
            || before.HasRoomFor(line) && !char.IsLower(line.Text[0])
            || line.Left - line.Margin > Indent * line.Height && line.Left - before.Left > Indent * line.Height
            || before.Bottom - line.Top > 0.9 * line.Height;
    }

    private static bool EndsSentence(string text) =>
        text.TrimEnd('”', '"', '’', '»', ')', ']', '*')[^1..] is "." or "!" or "?" or "…" or ":" or "。" or "！" or "？" or "؟" or "।";

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
        if (open.Length > 0 && !(IsWide(open[^1]) && IsWide(text[0])))
            open.Append(' ');
        open.Append(text);
    }

    // Between Han and kana there are no spaces.
    private static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF60');

    private void End()
    {
        if (Tidy.Line(open.ToString()) is { Length: > 0 } line)
            Lines.Add(new(line, kind));
        open.Clear();
    }

    [GeneratedRegex(@"(?:\p{L}+-)*\p{L}+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"(\p{L}+)([-\u00AD\u2010])$")]
    private static partial Regex HyphenAtEnd();

    [GeneratedRegex(@"^\p{Ll}+")]
    private static partial Regex SecondHalf();
}
