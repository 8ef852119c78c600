using SummitDashboard.Text;
using UglyToad.PdfPig.Content;

namespace SummitDashboard.Formats.Articles;

/// <summary>How the words of a part of a page belong together.</summary>
internal enum PdfPartKind
{
    /// <summary>Whatever stands at one height is one line, however far apart.</summary>
    Lines,

    /// <summary>Whatever stands at one height is a row of a table, and goes on with no other.</summary>
    Rows,

    /// <summary>What stands near one another is a block.</summary>
    Blocks,
}

/// <summary>A part of a page that is read before the next one.</summary>
/// <param name="Words">What stands in it.</param>
/// <param name="Kind">How its words belong together.</param>
/// <param name="Column">Which column of the page it is, from 1; 0 where it is none that stands beside another.</param>
internal sealed record PdfPart(List<Word> Words, PdfPartKind Kind, int Column = 0);

/// <summary>
/// The columns of a page, found by the white between them: it goes down over many lines at the same place, and behind it the lines of the
/// next column begin under one another. So a gutter is told from the white within justified lines, which may be wider. A table has such
/// white too, but behind short cells: it is read by its rows.
/// </summary>
internal sealed class PdfColumns
{
    // In sizes of type.
    private const double Gutter = 0.45;
    private const double Cells = 0.6;
    private const double Doubtful = 0.2;
    private const double WithinALine = 1;
    private const double Loose = 2;

    // In points, and in the distances between two lines.
    private const double SamePlace = 1.5;
    private const double Apart = 1.8;

    private const int FewestLines = 4;
    private const int FewestKnown = 2;
    private const int FewestRows = 3;
    private const int ManyLines = 6;
    private const int FewestLetters = 12;
    private const double MostUnfilled = 0.3;
    private const double OtherSize = 1.15;

    private readonly HashSet<double> known = [];

    /// <summary>True where lines may have been read across columns.</summary>
    public bool HasDoubt { get; private set; }

    /// <summary>The parts of a page, in the order in which they are read; one alone where it has no columns.</summary>
    public List<PdfPart> Of(List<Word> words)
    {
        HasDoubt = false;
        var parts = new List<PdfPart>();
        if (words.Count(w => w.TextOrientation == TextOrientation.Horizontal) * 2 < words.Count)
            parts.Add(new(words, PdfPartKind.Blocks));
        else
            Split(words, false, parts);
        return parts;
    }

    private void Split(List<Word> words, bool isColumn, List<PdfPart> parts)
    {
        if (words.Count == 0)
            return;
        var rows = PdfRow.Of(words);
        if (Best(rows, Gutter, FewestLines, isText: true) is { } gutter)
        {
            known.Add(Math.Round(gutter.X));
            var within = rows[gutter.From..gutter.To].SelectMany(r => r.Words).ToList();
            Split([.. rows[..gutter.From].SelectMany(r => r.Words)], isColumn, parts);
            Split(within.FindAll(w => Left(w) < gutter.X - SamePlace), true, parts);
            Split(within.FindAll(w => Left(w) >= gutter.X - SamePlace), true, parts);
            Split([.. rows[gutter.To..].SelectMany(r => r.Words)], isColumn, parts);
            return;
        }
        HasDoubt |= Best(rows, Doubtful, ManyLines, isText: true) is not null;
        if (isColumn)
            parts.Add(new(words, PdfPartKind.Lines, parts.Count + 1));
        else
            Bands(rows, parts);
    }

    // Where nothing stands beside anything, lines are what stands at one height; tables and what else is set apart are not.
    private void Bands(List<PdfRow> rows, List<PdfPart> parts)
    {
        var isJustified = rows.ConvertAll(r => r.IsJustifiedAmong(rows));
        var kinds = rows.Select((r, n) => r.WidestGap > Loose * r.Size && !isJustified[n] ? PdfPartKind.Blocks : PdfPartKind.Lines)
            .ToList();
        foreach (var (from, to) in Runs(isJustified))
            if (!isJustified[from])
                Tables(from, to);
        foreach (var (from, to) in Runs(kinds))
            // So few rows have no columns, but ends: of a head, or of a line of two words.
            if (kinds[from] == PdfPartKind.Blocks && to - from < FewestRows)
                parts.AddRange(rows[from..to].SelectMany(r => r.Pieces(Loose)).Select(p => new PdfPart(p, PdfPartKind.Lines)));
            else
                parts.Add(new([.. rows[from..to].SelectMany(r => r.Words)], kinds[from]));

        void Tables(int from, int to)
        {
            if (from == to || Best(rows[from..to], Cells, FewestRows, isText: false) is not { } table)
                return;
            for (var n = table.From; n < table.To; n++)
                kinds[from + n] = PdfPartKind.Rows;
            Tables(from, from + table.From);
            Tables(from + table.To, to);
        }
    }

    // Where the same stands several times in a row.
    private static IEnumerable<(int From, int To)> Runs<T>(List<T> all)
    {
        for (int from = 0, to; from < all.Count; from = to)
        {
            for (to = from + 1; to < all.Count && Equals(all[to], all[from]); to++) { }
            yield return (from, to);
        }
    }

    private sealed record Found(double X, int From, int To);

    // The one that goes down over most lines, of several the first.
    private Found? Best(List<PdfRow> rows, double width, int fewest, bool isText)
    {
        Found? best = null;
        var begins = rows.SelectMany(r => r.Beginnings(width)).GroupBy(x => Math.Round(x)).OrderBy(g => g.Key);
        foreach (var place in begins)
        {
            var lines = known.Contains(place.Key) && isText ? Math.Min(fewest, FewestKnown) : fewest;
            var x = place.Order().ElementAt(place.Count() / 2);
            var crosses = rows.ConvertAll(r => r.Crosses(x, width));
            for (int from = 0, to; from < rows.Count; from = to + 1)
            {
                for (to = from; to < rows.Count && !crosses[to]; to++) { }
                if (to > from && Trimmed(rows, from, to, x) is var (first, last) && last - first > (best?.To - best?.From ?? 0))
                    if (Divides(rows[first..last], x, lines, isText))
                        best = new(x, first, last);
            }
        }
        return best;
    }

    // Heads and feet that stand by themselves, and what stands above the columns at the left, are no lines of theirs.
    private static (int First, int Last) Trimmed(List<PdfRow> rows, int from, int to, double x)
    {
        var size = rows[from..to].Select(r => r.Size).Order().ElementAt((to - from) / 2);
        var pitch = Math.Max(PdfRow.Pitch(rows[from..to]), size);
        bool IsOther(int n) => rows[n].Size > OtherSize * size || rows[n].Size < size / OtherSize;
        bool IsApart(int n, int next) => Math.Abs(rows[n].Base - rows[next].Base) > Apart * pitch;
        while (to - from > 1 && (IsOther(from) || IsApart(from, from + 1) || rows[from].Words.TrueForAll(w => Left(w) < x - SamePlace)))
            from++;
        while (to - from > 1 && (IsOther(to - 1) || IsApart(to - 1, to - 2)))
            to--;
        return (from, to);
    }

    private static bool Divides(List<PdfRow> rows, double x, int fewest, bool isText)
    {
        var left = rows.Select(r => r.Words.FindAll(w => Left(w) < x - SamePlace)).ToList();
        var right = rows.Select(r => r.Words.FindAll(w => Left(w) >= x - SamePlace)).ToList();
        var (lefts, rights) = (left.FindAll(l => l.Count > 0), right.FindAll(l => l.Count > 0));
        if (lefts.Count < fewest || rights.Count < fewest)
            return false;
        // They stand beside one another, and not the one below the other.
        var beside =
            Math.Min(left.FindLastIndex(l => l.Count > 0), right.FindLastIndex(l => l.Count > 0))
            - Math.Max(left.FindIndex(l => l.Count > 0), right.FindIndex(l => l.Count > 0))
            + 1;
        var aligned = rights.Count(l => Math.Abs(Left(l[0]) - x) < SamePlace);
        if (beside < fewest || aligned < fewest || aligned * 2 < rights.Count)
            return false;
        // Cells stand under one another, all of them.
        if (!isText)
            return aligned == rights.Count;
        var ends = lefts.Select(l => l[^1].BoundingBox.Right).Order().ToList();
        return ends[^1] - ends[ends.Count / 2] <= MostUnfilled * (ends[^1] - lefts.Min(l => Left(l[0])))
            && lefts.Average(l => Letters(Enumerable.Reverse(l).ToList())) >= FewestLetters
            && rights.Average(Letters) >= FewestLetters;
    }

    // Of what stands next to the white, up to the next one; a letter of East Asia says more.
    private static int Letters(List<Word> line)
    {
        var count = 0;
        for (var n = 0; n < line.Count; n++)
        {
            if (n > 0 && Gap(line[n - 1], line[n]) > WithinALine * line[n].Letters[0].PointSize)
                break;
            count += line[n].Text.Length + Script.OfEastAsia(line[n].Text);
        }
        return count;
    }

    private static double Gap(Word one, Word other) =>
        Math.Max(one.BoundingBox.Left - other.BoundingBox.Right, other.BoundingBox.Left - one.BoundingBox.Right);

    private static double Left(Word word) => word.BoundingBox.Left;
}
