using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;

namespace SummitDashboard.Features.Overview;

/// <summary>What the overview's address says: which sources stand side by side, and which page of the claims.</summary>
/// <param name="Shown">The columns.</param>
/// <param name="Claims">The page of the claims, which are the rows.</param>
/// <param name="Cols">Which stretch of the columns is laid out (<see cref="ColumnWindow"/>); null is the first.</param>
public sealed record OverviewQuery(ShownSources Shown, Paging Claims, string? Cols = null)
{
    /// <summary>How the columns are laid out.</summary>
    public ColumnChoice Columns { get; init; } = new();

    /// <summary>Leaves only the claims in which this search finds something.</summary>
    public FoundSearch? Found { get; init; }

    /// <summary>Rows on one page.</summary>
    public const int PageSize = 40;

    /// <summary>Reads the address; what is not understood falls back to the default.</summary>
    public static OverviewQuery Read(Casebook casebook, QueryReader query)
    {
        var shown = ShownSources.Read(casebook, query);
        var found = FoundClaims.Read(query);
        var items = Listed(casebook, shown, found).Count;
        var pages = Paging.Count(items, PageSize);
        var page = query.Number("page", pages, _ => $"There is no such page of the claims; this is the first of {pages:N0}.") ?? 1;
        return new(shown, Paging.Of(page, items, PageSize), ColumnWindow.Read(casebook, query))
        {
            Columns = ColumnChoice.Read(casebook, query),
            Found = found,
        };
    }

    /// <summary>The rows of this page, in story order.</summary>
    public IReadOnlyList<Claim> Rows(Casebook casebook) => Claims.On(Listed(casebook, Shown, Found));

    private static IReadOnlyList<Claim> Listed(Casebook casebook, ShownSources shown, FoundSearch? found) =>
        shown.IsByNumber || found is not null ? [.. casebook.Claims.Where(c => found.Lists(c) && shown.ShowsAny(c))] : casebook.Claims;

    public string ToUrl() => PageUrl(Claims.Page);

    /// <summary>What a form that chooses sources leaves as it is.</summary>
    public IEnumerable<(string Name, string? Value)> Kept => [(FoundSearch.Claims, Found?.Value)];

    /// <summary>Another page of the claims.</summary>
    public string PageUrl(int page) =>
        Urls.With(
            Urls.Overview,
            [
                ("sources", Shown.Value),
                (FoundSearch.Claims, Found?.Value),
                ("page", Paging.Value(page)),
                .. Columns.Fields(),
                (ColumnWindow.Name, Cols),
            ]
        );

    /// <summary>Another stretch of the columns.</summary>
    public string ColumnsUrl(int stretch) => (this with { Cols = ColumnWindow.Value(stretch) }).ToUrl();

    /// <summary>This page with other sources; null shows the default ones.</summary>
    public string UrlWith(string? sources) =>
        Urls.With(
            Urls.Overview,
            [("sources", sources), (FoundSearch.Claims, Found?.Value), ("page", Paging.Value(Claims.Page)), .. Columns.Fields()]
        );

    /// <summary>This page with its columns laid out in another way.</summary>
    public string UrlWith(ColumnChoice columns) => (this with { Columns = columns, Cols = null }).ToUrl();

    /// <summary>The address of a claim with the same sources, laid out in the same way.</summary>
    public string UrlOf(Claim claim) =>
        Urls.With(Urls.Claim(claim), [("sources", Shown.Value), (FoundSearch.Claims, Found?.Value), .. Columns.Fields()]);
}
