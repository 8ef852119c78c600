using System.Globalization;
using SummitDashboard.Domain;

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
    private readonly string[] styles;

    /// <summary>Plans the labels of a layout; <paramref name="labels"/> has the text of each column's.</summary>
    public LabelPlan(TimelineLayout layout, IReadOnlyList<string> labels)
    {
        this.layout = layout;
        hasClusters = layout.Slots.Any(s => s.IsCluster);
        styles = [.. labels.Select((_, column) => FormattableString.Invariant($"--i:{column + 1}"))];
        Place('a', Fits[FitOf(layout) - 1], labels);
        Place('b', Common, labels);
        Place('c', Wide, labels);
        Place('d', Widest, labels);
    }

    /// <summary>From which width on the axis is shown instead of the list: 1 to 4, as in the style sheet's <c>fit1</c>.</summary>
    public static int FitOf(TimelineLayout layout) => Holds.Count(h => layout.Slots.Count > h) + 1;

    /// <summary>The columns of every lane: the visit wide, the background narrow, a zone never narrower than its name.</summary>
    public string Columns => string.Join(' ', layout.Zones.Select(z =>
        $"repeat({z.Columns},minmax(16px,{Weight(z).ToString("0.#", CultureInfo.InvariantCulture)}fr))")) + $" {Tail}px";

    /// <summary>First column, and row and end column of a label under each plan, as custom properties.</summary>
    public string StyleOf(int column) => styles[column];

    private void Place(char name, int width, IReadOnlyList<string> labels)
    {
        var pixels = (width - Header - Tail) / layout.Zones.Sum(z => Weight(z) * z.Columns);
        var widths = layout.Zones.SelectMany(z => Enumerable.Repeat(Weight(z) * pixels, z.Columns)).Append(Tail).ToArray();
        var best = Lines.Select(lines => Rows(labels, widths, lines)).MinBy(placed => Height(labels, widths, placed))!;
        for (var column = 0; column < labels.Count; column++)
            styles[column] += FormattableString.Invariant($";--{name}:{best[column].Row + 1};--{name}e:{best[column].End + 1}");
    }

    // The first row whose last label has ended takes the next: this needs the fewest rows.
    private static (int Row, int End)[] Rows(IReadOnlyList<string> labels, double[] widths, int lines)
    {
        var placed = new (int, int)[labels.Count];
        var ends = new List<int>();
        for (var column = 0; column < labels.Count; column++)
        {
            var end = column;
            for (var (room, need) = (0.0, Need(labels[column], lines)); end < widths.Length && room < need; end++) room += widths[end];
            var row = ends.FindIndex(e => e <= column);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(end);
            }
            ends[row] = end;
            placed[column] = (row, end);
        }
        return placed;
    }

    private static double Height(IReadOnlyList<string> labels, double[] widths, (int Row, int End)[] placed) => placed
        .Select((label, column) => (label.Row, Lines: Wrapped(labels[column], widths[column..label.End].Sum())))
        .GroupBy(label => label.Row, label => label.Lines)
        .Sum(row => row.Max() * LineHeight + Row);

    // Lines that a text takes in a width, broken between words.
    private static int Wrapped(string label, double width)
    {
        var room = (Math.Min(width, WidestLabel) - Padding) / Letter;
        var (lines, used) = (1, 0);
        foreach (var word in label.Split(' '))
            if (used > 0 && used + 1 + word.Length > room) (lines, used) = (lines + 1, word.Length);
            else used += word.Length + 1;
        return lines;
    }

    private static double Need(string label, int lines)
    {
        var longest = label.Split(' ', '-').Max(w => w.Length);
        return Math.Min(WidestLabel, Padding + Letter * Math.Max(longest, Raggedness * label.Length / lines));
    }

    private double Weight(TimelineZone zone) => Math.Max((double)Zone / zone.Columns, (zone.Phase, hasClusters) switch
    {
        (Phase.Visit, _) => 36,
        (_, true) => 32,
        (Phase.Background, _) => 24,
        _ => 26,
    });
}
