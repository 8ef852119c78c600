using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Tables;

namespace SummitDashboard.Features.Tables;

/// <summary>A column of a cross-table: what it counts, or the source it is about, and its name in an address that sorts by it.</summary>
public sealed record CrossColumn(string Label, string Key, Source? Source = null);

/// <summary>A row: a source with a cell for each column.</summary>
/// <param name="Coded">How much of it was read, where that is not all; null where it is, or does not matter.</param>
public sealed record CrossRow(Source Source, IReadOnlyList<CrossCell> Cells, string? Coded = null)
{
    /// <summary>
    /// A row of what coders found. A source that nobody was read for, and of which nothing is counted, has no figures: it was not found to
    /// have none.
    /// </summary>
    public static CrossRow Of(TableScope scope, Source source, IReadOnlyList<CrossCell> cells)
    {
        var (coded, all) = (scope.Coded(source), scope.Claims.Count);
        return coded == all ? new(source, cells)
            : coded > 0 || cells.Any(c => c.Url is not null) ? new(source, cells, $"{coded:N0} of {Labels.Count(all, "cell")} coded")
            : new(source, [.. cells.Select(_ => new CrossCell("–", IsNone: true))], "not coded");
    }
}

/// <summary>A cell.</summary>
/// <param name="Text">Its figure.</param>
/// <param name="Url">What it leads to; null where there is nothing.</param>
/// <param name="Note">What stands beside the figure: on how much it rests.</param>
/// <param name="IsOpen">Whether what it leads to stands on the page.</param>
/// <param name="IsFew">Whether it rests on little.</param>
/// <param name="IsNone">Whether it need not be said where there is little room.</param>
public sealed record CrossCell(
    string Text,
    string? Url = null,
    string? Note = null,
    bool IsOpen = false,
    bool IsFew = false,
    bool IsNone = false
)
{
    /// <summary>A count that leads to what was counted; none leads nowhere.</summary>
    public static CrossCell Of(int count, string url, bool isOpen = false) =>
        new(
            count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture),
            count == 0 ? null : url,
            IsOpen: isOpen,
            IsNone: count == 0
        );

    /// <summary>Its class.</summary>
    public string? Css =>
        IsOpen ? "open"
        : IsNone ? "none"
        : IsFew ? "few"
        : null;
}
