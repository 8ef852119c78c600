using UglyToad.PdfPig.Content;

namespace SummitDashboard.Formats.Articles;

/// <summary>What stands at one height of a page, or of a part of it, from left to right.</summary>
internal sealed record PdfRow(List<Word> Words, double Base, double Size)
{
    private const double SameHeight = 0.35;
    private const double SamePlace = 1.5;
    private const double AboutAsWide = 1.6;
    private const double Initial = 1.8;
    private const int LongestInitial = 2;
    private const int Flush = 3;

    /// <summary>The widest white between two of its words.</summary>
    public double WidestGap => Words.Zip(Words.Skip(1), (a, b) => b.BoundingBox.Left - a.BoundingBox.Right).DefaultIfEmpty().Max();

    /// <summary>Whether all its white is about as wide, up to where other rows end: a line of few words, drawn out.</summary>
    public bool IsJustifiedAmong(List<PdfRow> rows)
    {
        var gaps = Words.Zip(Words.Skip(1), (a, b) => b.BoundingBox.Left - a.BoundingBox.Right).ToList();
        return gaps.Count > 0
            && gaps.Max() <= AboutAsWide * gaps.Min()
            && (gaps.Count > 1 || rows.Count(r => IsAt(r.Words[0].BoundingBox.Left, Words[0].BoundingBox.Left)) > Flush)
            && rows.Count(r => IsAt(r.Words[^1].BoundingBox.Right, Words[^1].BoundingBox.Right)) > Flush;

        static bool IsAt(double one, double other) => Math.Abs(one - other) < SamePlace;
    }

    /// <summary>Whether a word is a letter that is set over several lines of this size of type.</summary>
    public static bool IsInitial(Word word, double size) =>
        word.Text.Length <= LongestInitial && SizeOf(word) > Initial * size && char.IsLetter(word.Text[0]);

    /// <summary>The rows of a column; an initial that goes down over several stands before the first of them.</summary>
    public static List<PdfRow> OfColumn(IReadOnlyCollection<Word> words)
    {
        var usual = words.Select(SizeOf).Order().ElementAt(words.Count / 2);
        var initials = words.Where(w => IsInitial(w, usual)).ToList();
        var rows = Of(words.Except(initials));
        foreach (var word in initials)
            if (rows.Find(r => r.Base < word.BoundingBox.Top && r.Base > BaseOf(word) - SamePlace && IsBeside(r, word)) is { } first)
                first.Words.Insert(0, word);
            else
                return Of(words);
        return rows;

        static bool IsBeside(PdfRow row, Word word) =>
            row.Words[0].BoundingBox.Left >= word.BoundingBox.Right - SamePlace
            && row.Words[0].BoundingBox.Left < word.BoundingBox.Right + SizeOf(word);
    }

    /// <summary>The rows of some words, from the highest.</summary>
    public static List<PdfRow> Of(IEnumerable<Word> words)
    {
        var rows = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(BaseOf))
            if (rows.Count > 0 && BaseOf(rows[^1][0]) - BaseOf(word) < SameHeight * Math.Min(SizeOf(word), SizeOf(rows[^1][0])))
                rows[^1].Add(word);
            else
                rows.Add([word]);
        return rows.ConvertAll(row => new PdfRow(
            [.. row.OrderBy(w => w.BoundingBox.Left)],
            BaseOf(row[0]),
            row.Select(SizeOf).Order().ElementAt(row.Count / 2)
        ));
    }

    /// <summary>The usual distance between two of them.</summary>
    public static double Pitch(List<PdfRow> rows) =>
        rows.Zip(rows.Skip(1), (a, b) => a.Base - b.Base).Order().ToList() is { Count: > 0 } all ? all[all.Count / 2] : double.MaxValue;

    /// <summary>Where something begins behind so much white, in sizes of its type.</summary>
    public IEnumerable<double> Beginnings(double width) =>
        Words
            .Where((w, n) => n == 0 || w.BoundingBox.Left - Words[n - 1].BoundingBox.Right >= width * Size)
            .Select(w => w.BoundingBox.Left);

    /// <summary>What stands together in it, between so much white, in sizes of its type.</summary>
    public List<List<Word>> Pieces(double width)
    {
        var pieces = new List<List<Word>>();
        foreach (var word in Words)
            if (pieces.Count > 0 && word.BoundingBox.Left - pieces[^1][^1].BoundingBox.Right <= width * Size)
                pieces[^1].Add(word);
            else
                pieces.Add([word]);
        return pieces;
    }

    /// <summary>Whether a word stands in the white that goes up to there.</summary>
    public bool Crosses(double x, double width) =>
        Words.Exists(w => w.BoundingBox.Left < x - SamePlace && w.BoundingBox.Right > x - width * Size);

    private static double BaseOf(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double SizeOf(Word word) => Math.Max(1, word.Letters[0].PointSize);
}
