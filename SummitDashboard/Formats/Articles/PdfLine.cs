using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;

namespace SummitDashboard.Formats.Articles;

/// <summary>A line of a page, and where it stands: points, from the lower left corner.</summary>
internal sealed record PdfLine(string Text, int Page, double Left, double Right, double Base, double Size)
{
    private const double SamePlace = 2;
    private const double AboutTheSame = 0.2;
    private const int LongestMark = 4;

    /// <summary>Where the lines of its column begin: one that begins behind it begins a paragraph.</summary>
    public double Margin { get; private init; }

    /// <summary>Where the lines of its column end: one that ends far before it is the last of its paragraph.</summary>
    public double Edge { get; private init; }

    /// <summary>Which of the columns that were found on its page it stands in, from 1; 0 where none were.</summary>
    public int Column { get; init; }

    /// <summary>How many lines its column has on this page.</summary>
    public int InColumn { get; private init; }

    /// <summary>How wide its first word is.</summary>
    public double FirstWord { get; private init; }

    /// <summary>True where every letter is bold.</summary>
    public bool IsBold { get; private init; }

    /// <summary>True where a bullet or a number stands before it.</summary>
    public bool IsPoint { get; private init; }

    /// <summary>True for a row of a table, which goes on with no other line.</summary>
    public bool IsRow { get; init; }

    /// <summary>True where that is a bullet, which says nothing and is no part of the text.</summary>
    public bool HasBullet { get; private init; }

    /// <summary>Whether another line’s first word would have fitted behind this one: then whoever broke it meant to.</summary>
    public bool HasRoomFor(PdfLine next) => Right + 0.35 * Size + next.FirstWord < Edge;

    /// <summary>Whether a line is of type of the same size.</summary>
    public bool IsAsLargeAs(PdfLine other) => Math.Abs(Size - other.Size) < AboutTheSame * Math.Min(Size, other.Size) / 2;

    /// <summary>Whether a line stands below another, in its column.</summary>
    public bool IsBelow(PdfLine other) => Page == other.Page && Base < other.Base && Left < other.Right && Right > other.Left;

    public static PdfLine Of(TextLine line, PdfLetters letters, int page)
    {
        var all = line.Words.SelectMany(w => w.Letters).ToList();
        var (text, box) = (letters.TextOf(line), line.BoundingBox);
        var bullet = Bullet.Match(text);
        var size = Math.Max(1, all.Select(l => l.PointSize).Order().ElementAt(all.Count / 2));
        return new(
            text[bullet.Length..],
            page,
            // An initial stands before several lines, which are not indented by it.
            line.Words.FirstOrDefault(w => !PdfRow.IsInitial(w, size))?.BoundingBox.Left
                ?? box.Left,
            box.Right,
            all[all.Count / 2].StartBaseLine.Y,
            size
        )
        {
            FirstWord = line.Words[0].BoundingBox.Width,
            IsBold = all.TrueForAll(l => l.FontDetails.IsBold || l.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true),
            IsPoint = bullet.Length > 0,
            HasBullet = bullet.Length > 0,
        };
    }

    /// <summary>The words of a line; a bullet or a number that stands before them is one by itself.</summary>
    public static IEnumerable<List<Word>> WithMarkApart(List<Word> words) =>
        words.Count > 1 && (Bullet.IsMatch(words[0].Text) || Mark.IsMatch(words[0].Text)) && words[0].Text.Length <= LongestMark
            ?
            [
                [words[0]],
                words[1..],
            ]
            : [words];

    /// <summary>
    /// The lines of a page with their columns; bullets and numbers that stand by themselves are put before what they point at.
    /// </summary>
    public static List<PdfLine> Laid(List<PdfLine> page)
    {
        var pointed = new Dictionary<PdfLine, PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var mark in page.Where(l => l.Text.Length == 0 || Mark.IsMatch(l.Text)))
            if (
                page.Where(l => l != mark && l.Text.Length > 0 && Math.Abs(l.Base - mark.Base) < mark.Size / 2 && l.Left > mark.Right)
                    .MinBy(l => l.Left) is
                { } at
            )
                (pointed[at], pointed[mark]) = (mark, mark);
        var lines = page.Where(l => l.Text.Length > 0 && !(pointed.TryGetValue(l, out var mark) && mark == l))
            .Select(l =>
                pointed.TryGetValue(l, out var mark)
                    ? l with
                    {
                        Text = mark.HasBullet ? l.Text : $"{mark.Text} {l.Text}",
                        IsPoint = true,
                        HasBullet = mark.HasBullet,
                    }
                    : l
            )
            .ToList();
        return lines.ConvertAll(line => InItsColumn(line, lines));
    }

    // Of the lines above and below it those of its size that do not reach into what stands beside it.
    private static PdfLine InItsColumn(PdfLine line, List<PdfLine> page)
    {
        var beside = page.Where(l => l != line && Math.Abs(l.Base - line.Base) < line.Size).ToList();
        var from = beside.Where(l => l.Right <= line.Left).Select(l => l.Right).DefaultIfEmpty(double.MinValue).Max();
        var to = beside.Where(l => l.Left >= line.Right).Select(l => l.Left).DefaultIfEmpty(double.MaxValue).Min();
        var column = page.Where(l =>
                (line.Column == 0 || l.Column == line.Column)
                && l.IsAsLargeAs(line)
                && l.Left >= from
                && l.Right <= to
                && Math.Min(l.Right, line.Right) > Math.Max(l.Left, line.Left)
            )
            .ToList();
        return line with { Margin = column.Min(l => l.Left), Edge = column.Max(l => l.Right), InColumn = column.Count };
    }

    /// <summary>The lines at the head and the foot of pages that are the same, numbers aside, in the same place of another page.</summary>
    public static HashSet<PdfLine> RunningHeads(IReadOnlyList<List<PdfLine>> pages) =>
        [
            .. pages
                .SelectMany(AtEnds)
                .GroupBy(l => Numbers.Replace(l.Text, "#"))
                .SelectMany(same =>
                    same.OrderBy(l => l.Base)
                        .Aggregate(new List<List<PdfLine>>(), (places, line) =>
                        {
                            if (places.Count > 0 && line.Base - places[^1][^1].Base < SamePlace)
                                places[^1].Add(line);
                            else
                                places.Add([line]);
                            return places;
                        })
                )
                .Where(place => place.DistinctBy(l => l.Page).Count() > 1)
                .SelectMany(place => place),
        ];

    // The two lines that stand highest, and the two that stand lowest, with what stands beside them.
    private static IEnumerable<PdfLine> AtEnds(List<PdfLine> page)
    {
        var heights = page.Select(l => Math.Round(l.Base)).Distinct().Order().ToList();
        var ends = heights.Take(2).Concat(heights.TakeLast(2)).ToHashSet();
        return page.Where(l => ends.Contains(Math.Round(l.Base)));
    }

    private static readonly Regex Numbers = new(@"\d+");
    private static readonly Regex Bullet = new(@"^[•◦▪▫■□●○‣⁃➢\uF000-\uF0FF]\s*");
    private static readonly Regex Mark = new(@"^(?:[–—*·-]|\(?\p{Nd}{1,2}[.)])$");
}
