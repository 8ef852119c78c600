using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Features.Timeline;

/// <summary>
/// How the axis and its labels use the width, which the server does not know: columns are shares of it, labels stand in as many rows as
/// they need so as never to overlap, and there are three plans, for the narrowest screen the axis fits, a common one and a wide one,
/// between which the style sheet chooses.
/// </summary>
public sealed class LabelPlan(TimelineLayout layout)
{
    // Pixels: the lanes' headers, the room after the last event, the narrowest label that reads well, the narrowest zone.
    private const int Header = 160;
    private const int Tail = 84;
    private const int Label = 104;
    private const int Zone = 124;
    private const int MostRows = 5;

    // The smallest width of the timeline for which each plan is made; the first depends on the number of columns.
    private static readonly int[] Fits = [560, 720, 900, 1120];
    private static readonly int[] Holds = [8, 18, 30];
    private const int Common = 1300;
    private const int Wide = 1900;

    private int Count => layout.Slots.Count;

    /// <summary>From which width on the axis is shown instead of the list: 1 to 4, as in <c>fit1</c>.</summary>
    public int Fit => Holds.Count(h => Count > h) + 1;

    /// <summary>The columns of every lane: the visit wide, the background narrow, a zone never narrower than its name.</summary>
    public string Columns => string.Join(' ', layout.Zones.Select(z =>
        $"repeat({z.Columns},minmax(16px,{Math.Max(Weight(z.Phase), (double)Zone / z.Columns).ToString("0.#", CultureInfo.InvariantCulture)}fr))")) + $" {Tail}px";

    /// <summary>Row and last column of a label under each plan, as custom properties.</summary>
    public string StyleOf(int column) => FormattableString.Invariant($"--i:{column + 1};{Plan('a', column, Fits[Fit - 1])}{Plan('b', column, Common)}{Plan('c', column, Wide)}");

    private string Plan(char name, int column, int width)
    {
        var rows = Math.Clamp((int)Math.Ceiling((double)Label * Count / (width - Header - Tail)), 1, MostRows);
        return FormattableString.Invariant($"--{name}:{column % rows + 1};--{name}e:{Math.Min(column + 1 + rows, Count + 2)};");
    }

    private static int Weight(Phase phase) => phase switch { Phase.Background => 24, Phase.Visit => 36, _ => 27 };
}
