using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Tables;

/// <summary>
/// By what the sources of a cross-table stand, and which way round. Either way equal ones stand in the order of writing, and those that
/// have no figure, since nobody looked or there is nothing to divide by, come last.
/// </summary>
/// <param name="By">The column as the address names it; null is the order of writing.</param>
/// <param name="IsDescending">Whether the highest, the last name or what was written last comes first.</param>
public sealed record RowOrder(string? By = null, bool IsDescending = false)
{
    /// <summary>The sources’ own names as a column to sort by; no party, source or count is called so.</summary>
    public const string Name = "@.name";

    /// <summary>The two ways, as an address names them.</summary>
    public static readonly string[] Ways = ["ascending", "descending"];

    /// <summary>How a column is sorted first: figures from the highest, names and the order of writing from their beginning.</summary>
    public static RowOrder First(string? by) => new(by, by is not (null or Name));

    /// <summary>As an address says it; without a way it is the column’s first.</summary>
    public static RowOrder Of(string? by, string? way) => way is null ? First(by) : new(by, way == Ways[1]);

    /// <summary>What the head of a column leads to: its first order, and once it is sorted by that column, the other way round.</summary>
    public RowOrder Pressed(string? by) => by == By ? this with { IsDescending = !IsDescending } : First(by);

    /// <summary>The way, in the words of an address and of <c>aria-sort</c>.</summary>
    public string Way => Ways[IsDescending ? 1 : 0];

    /// <summary>The value of <c>order</c> in an address; null where it is the column’s first.</summary>
    public string? Value => this == First(By) ? null : Way;

    /// <summary>The sources in this order.</summary>
    /// <param name="figure">The figure of the column; null of a source that has none.</param>
    public IReadOnlyList<Source> Of(TableScope scope, Func<Source, double?> figure)
    {
        var sources = scope.Sources;
        if (By is null)
            return IsDescending ? [.. sources.OrderByDescending(s => s.Order)] : sources;
        if (By == Name)
            return Sorted(sources, s => s.Name, Collation.Of(scope.Casebook.Head.Language));
        var figures = sources.ToLookup(s => figure(s) is not null);
        return [.. Sorted(figures[true], s => figure(s), Comparer<double?>.Default), .. figures[false]];
    }

    private IReadOnlyList<Source> Sorted<T>(IEnumerable<Source> sources, Func<Source, T> by, IComparer<T> comparer) =>
        [.. IsDescending ? sources.OrderByDescending(by, comparer) : sources.OrderBy(by, comparer)];
}
