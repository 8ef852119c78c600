using System.Text.RegularExpressions;
using UglyToad.PdfPig.DocumentLayoutAnalysis;

namespace SummitDashboard.Formats.Articles;

/// <summary>A line of a page, where it stands (points, from the lower left corner), and in which block of lines.</summary>
internal sealed record PdfLine(string Text, int Page, int Block, double Left, double Right, double Top, double Bottom)
{
    private const int FewestRepeats = 3;
    private const double SameColumn = 5;

    /// <summary>The right edge of its column: a line that ends far before it is the last of its paragraph.</summary>
    public double Edge { get; init; }

    /// <summary>The left edge of its block: a line that begins behind it begins a paragraph.</summary>
    public double Margin { get; private init; }

    /// <summary>Whether another line’s first word would have fitted behind this one: then whoever broke it meant to.</summary>
    public bool HasRoomFor(PdfLine next)
    {
        var first = next.Text.IndexOf(' ') is > 0 and var space ? space : next.Text.Length;
        return Right + (first + 1.5) * (Right - Left) / Math.Max(1, Text.Length) < Edge;
    }

    public double Height => Math.Max(1, Top - Bottom);

    public static PdfLine Of(TextLine line, TextBlock block, int page, int number)
    {
        var box = line.BoundingBox;
        return new(Tidy.Line(line.Text), page, number, box.Left, box.Right, box.Top, box.Bottom) { Margin = block.BoundingBox.Left };
    }

    /// <summary>The lines of a page, each with the edge of its column: of the lines that begin where its block does.</summary>
    public static List<PdfLine> WithEdges(List<PdfLine> page) =>
        [.. page.Select(line => line with { Edge = page.Where(l => Math.Abs(l.Margin - line.Margin) < SameColumn).Max(l => l.Right) })];

    /// <summary>
    /// The lines at the head and the foot of pages that are the same on three pages or more, numbers aside; and page numbers standing alone
    /// there.
    /// </summary>
    public static HashSet<PdfLine> RunningHeads(IReadOnlyList<List<PdfLine>> pages)
    {
        var atEnds = pages.SelectMany(AtEnds).ToList();
        return
        [
            .. atEnds
                .GroupBy(l => Numbers.Replace(l.Text, "#"))
                .Where(g => g.Select(l => l.Page).Distinct().Count() >= FewestRepeats)
                .SelectMany(g => g),
        ];
    }

    // The two lines that stand highest, and the two that stand lowest.
    private static IEnumerable<PdfLine> AtEnds(List<PdfLine> page)
    {
        var byHeight = page.OrderByDescending(l => l.Top).ToList();
        return byHeight.Take(2).Union(byHeight.TakeLast(2));
    }

    private static readonly Regex Numbers = new(@"\d+");
}
