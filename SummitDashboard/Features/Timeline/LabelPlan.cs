using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Timeline;

/// <summary>
/// How the axis and its labels use the width, which the server does not know: columns are shares of it, and labels stand in as many
/// rows as they need so as never to overlap. There are four plans, for the narrowest screen the axis fits and for three wider ones,
/// between which the style sheet chooses.
/// </summary>
public sealed class LabelPlan
{
    // Pixels: the lanes' headers, the room after the last event, the narrowest zone, what a label has around its text, a letter of it.
    private const int Header = 160;
    private const int Tail = 84;
    private const int Zone = 124;
    private const int Padding = 22;
    private const double Letter = 6.9;

    // Few long lines need many rows, and many short lines tall ones: the plan takes what is lowest in the end. A row counts for more than
    // its gap, since each hides some of the thin lines down to the marks.
    private static readonly int[] Lines = [1, 2, 3, 4, 5];
    private const double LineHeight = 14.6;
    private const int Row = 17;
    private const double Raggedness = 1.08;
    private const int WidestLabel = 190;

    // The smallest width of the timeline for which each plan is made; the first depends on the number of columns.
    private static readonly int[] Fits = [560, 720, 900, 1120];
    private static readonly int[] Holds = [8, 18, 30];
    private const int Common = 1380;
    private const int Wide = 1860;
    private const int Widest = 2400;

    private readonly TimelineLayout layout;
    private readonly bool hasClusters;
    private readonly Text[] measures;
    private readonly string[] styles;

    // As many views of a snapshot as are looked at often; an address can be made up, and must not fill the memory.
    private const int MostKept = 64;
    private static readonly Derived<Casebook, Kept<LabelPlan>> Plans = new(_ => new(MostKept));

    /// <summary>The plan of a view of this snapshot, made once.</summary>
    /// <param name="view">All that the layout hangs on beside the snapshot: an address with a search shows each visitor others.</param>
    public static LabelPlan Of(Casebook casebook, string view, Func<LabelPlan> make) => Plans.Of(casebook).Of(view, make);

    /// <summary>Plans the labels of a layout; <paramref name="labels"/> has the date and the words of each column's.</summary>
    public LabelPlan(TimelineLayout layout, IReadOnlyList<(string Date, string Words)> labels)
    {
        this.layout = layout;
        hasClusters = layout.Slots.Any(s => s.IsCluster);
        Labels = labels;
        measures = [.. labels.Select(l => Text.Of($"{l.Date} {l.Words}"))];
        var (a, b, c, d) = (Place(Fits[FitOf(layout) - 1]), Place(Common), Place(Wide), Place(Widest));
        styles =
        [
            .. labels.Select(
                (_, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"--i:{i + 1};--a:{a[i].Row + 1};--ae:{a[i].End + 1};--b:{b[i].Row + 1};--be:{b[i].End + 1};--c:"
                            + $"{c[i].Row + 1};--ce:{c[i].End + 1};--d:{d[i].Row + 1};--de:{d[i].End + 1}"
                    )
            ),
        ];
    }

    /// <summary>From which width on the axis is shown instead of the list: 1 to 4, as in the style sheet's <c>fit1</c>.</summary>
    public static int FitOf(TimelineLayout layout) => Holds.Count(h => layout.Slots.Count > h) + 1;

    /// <summary>The columns of every lane: the visit wide, the background narrow, a zone never narrower than its name.</summary>
    public string Columns =>
        string.Join(
            ' ',
            layout.Zones.Select(z => $"repeat({z.Columns},minmax(16px,{Weight(z).ToString("0.#", CultureInfo.InvariantCulture)}fr))")
        ) + $" {Tail}px";

    /// <summary>The date and the words of each column's label.</summary>
    public IReadOnlyList<(string Date, string Words)> Labels { get; }

    /// <summary>First column, and row and end column of a label under each plan, as custom properties.</summary>
    public string StyleOf(int column) => styles[column];

    private Placed[] Place(int width)
    {
        var pixels = (width - Header - Tail) / layout.Zones.Sum(z => Weight(z) * z.Columns);
        var edges = new double[measures.Length + 2]; // where each column begins, and where the room after the last ends
        var column = 0;
        foreach (var zone in layout.Zones)
            for (var k = 0; k < zone.Columns; k++, column++)
                edges[column + 1] = edges[column] + Weight(zone) * pixels;
        edges[column + 1] = edges[column] + Tail;

        var (best, lowest) = (Array.Empty<Placed>(), double.MaxValue);
        foreach (var lines in Lines)
        {
            var (placed, height) = Rows(edges, lines);
            if (height < lowest)
                (best, lowest) = (placed, height);
        }
        return best;
    }

    // The first row whose last label has ended takes the next: this needs the fewest rows.
    private (Placed[] Placed, double Height) Rows(double[] edges, int lines)
    {
        var placed = new Placed[measures.Length];
        Span<int> ends = stackalloc int[measures.Length];
        Span<int> tallest = stackalloc int[measures.Length];
        var rows = 0;
        for (var column = 0; column < measures.Length; column++)
        {
            var (end, until) = (column, edges[column] + measures[column].Need(lines));
            while (end < edges.Length - 1 && edges[end] < until)
                end++;
            var row = 0;
            while (row < rows && ends[row] > column)
                row++;
            if (row == rows)
                rows++;
            ends[row] = end;
            tallest[row] = Math.Max(tallest[row], measures[column].Wrapped(edges[end] - edges[column]));
            placed[column] = new(row, end);
        }
        var height = 0.0;
        foreach (var most in tallest[..rows])
            height += most * LineHeight + Row;
        return (placed, height);
    }

    private readonly record struct Placed(int Row, int End);

    // A label's measures in letters: of the whole, of its words, of the longest part that cannot be broken.
    private readonly record struct Text(int Length, int[] Words, int Longest)
    {
        public static Text Of(string label)
        {
            var words = new List<int>();
            var (word, part, longest) = (0, 0, 0);
            foreach (var letter in label)
            {
                if (letter == ' ')
                    words.Add(word);
                (word, part) = letter switch
                {
                    ' ' => (0, 0),
                    '-' => (word + 1, 0),
                    _ => (word + 1, part + 1),
                };
                longest = Math.Max(longest, part);
            }
            return new(label.Length, [.. words, word], longest);
        }

        public double Need(int lines) => Math.Min(WidestLabel, Padding + Letter * Math.Max(Longest, Raggedness * Length / lines));

        // Lines that it takes in a width, broken between words.
        public int Wrapped(double width)
        {
            var room = (Math.Min(width, WidestLabel) - Padding) / Letter;
            var (lines, used) = (1, 0);
            foreach (var word in Words)
                if (used > 0 && used + 1 + word > room)
                    (lines, used) = (lines + 1, word);
                else
                    used += word + 1;
            return lines;
        }
    }

    // The visit has the widest columns, but not by much: where the other zones' are narrow, their labels take seven rows instead of four.
    private double Weight(TimelineZone zone) =>
        Math.Max(
            (double)Zone / zone.Columns,
            (zone.Phase, hasClusters) switch
            {
                (Phase.Visit, true) => 36,
                (_, true) => 32,
                (Phase.Visit, _) => 30,
                _ => 27,
            }
        );
}
