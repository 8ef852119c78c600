using System.Globalization;
using SummitDashboard.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// The letters of a page of a PDF, laid so that who goes over them from left to right reads on: of a page that is written from right to
/// left they are mirrored, columns and all.
/// </summary>
internal sealed class PdfLetters
{
    // A program that sets blanks sets one among so many letters at least; between words it moves apart there are so many sizes of type.
    private const int FewestBlanks = 20;
    private const double WideGap = 0.5;
    private const double Initial = 1.8;
    private const double ThinBlank = 0.1;
    private const double Drawn = 0.01;

    private readonly bool mirrored;
    private readonly List<Letter> laid;
    private readonly List<Letter> blanks;
    private readonly bool setsBlanks;

    public PdfLetters(Page page)
    {
        var letters = page
            .Letters.Select(l => IsUnnamedBlank(l) ? With(l, " ", box => box, point => point) : l)
            .Where(l => l.Value.Length > 0)
            .ToList();
        mirrored =
            letters.Sum(l =>
                IsFromRight(l.Value) ? 1
                : IsFromLeft(l.Value) ? -1
                : 0
            ) > 0;
        laid = WithMarks(mirrored ? Joined(letters).ConvertAll(l => Mirrored(l, page.Width)) : letters);
        blanks = laid.FindAll(l => string.IsNullOrWhiteSpace(l.Value));
        setsBlanks = blanks.Count * FewestBlanks > laid.Count;
    }

    /// <summary>What stands together.</summary>
    public List<Word> Words() =>
        [
            .. NearestNeighbourWordExtractor
                .Instance.GetWords(laid)
                .SelectMany(WithoutInitial)
                .Where(w => !string.IsNullOrWhiteSpace(w.Text))
                .Select(w => mirrored ? new([.. w.Letters.OrderBy(l => l.EndBaseLine.X)]) : w),
        ];

    // An initial over several lines stands at the height of the last of them, and is no letter of its word there.
    private static IEnumerable<Word> WithoutInitial(Word word) =>
        word.Letters.Count > 1 && word.Letters[0].PointSize > Initial * word.Letters[1].PointSize
            ? [new([word.Letters[0]]), new([.. word.Letters.Skip(1)])]
            : [word];

    /// <summary>The text of a line, in the order in which it is read.</summary>
    public string TextOf(TextLine line)
    {
        var parts = new List<string>();
        foreach (var (n, word) in line.Words.Index())
        {
            if (n > 0 && IsApart(line.Words[n - 1], word))
                parts.Add(" ");
            parts.AddRange(word.Letters.Select(l => Plain(l.Value)));
        }
        TurnRuns(parts);
        return Tidy.Line(string.Concat(parts));
    }

    // Where a program sets its blanks, a gap without one is the shape of two letters, or what it keeps between Hangul and a number.
    private bool IsApart(Word one, Word next)
    {
        var (left, right, last) = (one.BoundingBox.Right, next.BoundingBox.Left, one.Letters[^1]);
        return !setsBlanks
            || right - left > WideGap * last.PointSize
            || blanks.Exists(b =>
                (b.StartBaseLine.X + b.EndBaseLine.X) / 2 is var x
                && x > left - 1
                && x < right + 1
                && Math.Abs(b.StartBaseLine.Y - last.StartBaseLine.Y) < b.PointSize / 2
            );
    }

    // What runs against the line stands in it backwards: words and numbers from the left in a line from the right, and the other way round.
    private void TurnRuns(List<string> parts)
    {
        for (var n = 0; n < parts.Count; n++)
        {
            if (!RunsAgainst(parts[n]))
                continue;
            var end = n;
            for (var m = n + 1; m < parts.Count; m++)
                if (RunsAgainst(parts[m]))
                {
                    if (!Joins(parts, end, m))
                        break;
                    end = m;
                }
                else if (!IsNeutral(parts[m]))
                    break;
            parts.Reverse(n, end - n + 1);
            n = end;
        }
    }

    // Between numbers a separator alone, between words whatever stands there.
    private static bool Joins(List<string> parts, int from, int to) =>
        to == from + 1
        || !(IsNumber(parts[from]) && IsNumber(parts[to]))
        || to == from + 2 && parts[from + 1] is "." or "," or ":" or "/" or "-" or "٫" or "٬";

    private bool RunsAgainst(string part) => mirrored ? IsFromLeft(part) || IsNumber(part) : IsFromRight(part);

    private static bool IsNeutral(string part) => !IsFromLeft(part) && !IsFromRight(part) && !IsNumber(part);

    private static bool IsNumber(string part) => char.IsDigit(part[0]);

    private static bool IsFromRight(string part) => WritingDirection.IsFromRight(part[0]);

    private static bool IsFromLeft(string part) => char.IsLetter(part[0]) && !IsFromRight(part);

    // Some fonts do not say what their blank is: nothing is drawn, and the next letter stands further on.
    private static bool IsUnnamedBlank(Letter letter) =>
        letter.Value.All(char.IsControl) && letter.BoundingBox.Height < Drawn && letter.Width > ThinBlank * letter.PointSize;

    // A font’s shapes of letters, and several drawn as one, are what it was made of.
    private static string Plain(string value) =>
        value.Any(c => c is (>= '\uFB00' and <= '\uFB06') or (>= '\uFB50' and <= '\uFDFB') or (>= '\uFE70' and <= '\uFEFC'))
            ? Icu.ComposeCompatible(value).Trim()
            : value;

    // Letters drawn as one stand in one place, the last first.
    private static List<Letter> Joined(List<Letter> letters)
    {
        var joined = new List<Letter>(letters.Count);
        foreach (var letter in letters)
            if (
                joined.Count > 0
                && joined[^1] is var before
                && Math.Abs(before.StartBaseLine.X - letter.StartBaseLine.X) < 0.05
                && Math.Abs(before.StartBaseLine.Y - letter.StartBaseLine.Y) < 0.05
                && IsFromRight(letter.Value)
                && IsFromRight(before.Value)
            )
            {
                var wider = before.EndBaseLine.X >= letter.EndBaseLine.X ? before : letter;
                joined[^1] = With(wider, Plain(letter.Value) + Plain(before.Value), box => box, point => point);
            }
            else
                joined.Add(letter);
        return joined;
    }

    // A mark is a letter by itself, with a place above or below the one that bears it.
    private static List<Letter> WithMarks(List<Letter> letters)
    {
        var kept = new List<Letter>(letters.Count);
        var marks = new List<(int After, Letter Mark)>();
        foreach (var letter in letters)
            if (letter.Value.All(c => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark))
                marks.Add((kept.Count, letter));
            else
                kept.Add(letter);
        foreach (var (after, mark) in marks)
        {
            var x = (mark.BoundingBox.Left + mark.BoundingBox.Right) / 2;
            var bearer = Enumerable
                .Range(after - 3, 6)
                .Where(n => n >= 0 && n < kept.Count && !string.IsNullOrWhiteSpace(kept[n].Value))
                .Where(n => Math.Abs(kept[n].StartBaseLine.Y - mark.StartBaseLine.Y) < mark.PointSize / 2)
                .OrderBy(n => Math.Abs((kept[n].BoundingBox.Left + kept[n].BoundingBox.Right) / 2 - x))
                .Append(-1)
                .First();
            if (bearer >= 0)
                kept[bearer] = With(kept[bearer], kept[bearer].Value + mark.Value, box => box, point => point);
        }
        return kept;
    }

    private static Letter Mirrored(Letter letter, double width) =>
        With(
            letter,
            letter.Value,
            box => new PdfRectangle(width - box.Right, box.Bottom, width - box.Left, box.Top),
            point => new PdfPoint(width - point.X, point.Y),
            turned: true
        );

    private static Letter With(
        Letter letter,
        string value,
        Func<PdfRectangle, PdfRectangle> box,
        Func<PdfPoint, PdfPoint> point,
        bool turned = false
    ) =>
        new(
            value,
            box(letter.BoundingBox),
            box(letter.GlyphRectangleLoose),
            point(turned ? letter.EndBaseLine : letter.StartBaseLine),
            point(turned ? letter.StartBaseLine : letter.EndBaseLine),
            letter.Width,
            letter.FontSize,
            letter.FontDetails,
            letter.RenderingMode,
            letter.StrokeColor,
            letter.FillColor,
            letter.PointSize,
            letter.TextSequence
        );
}
