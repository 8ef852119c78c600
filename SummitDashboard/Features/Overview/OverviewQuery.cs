using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Overview;

/// <summary>What the overview's address says: which sources stand side by side, and which page of the claims.</summary>
/// <param name="Shown">The columns.</param>
/// <param name="Page">From 1 to <see cref="Pages"/>.</param>
/// <param name="Pages">How many pages the claims fill, at least 1.</param>
public sealed record OverviewQuery(ShownSources Shown, int Page, int Pages)
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads the address; what is not understood falls back to the default and is said in <paramref name="notices"/>.</summary>
    public static OverviewQuery Read(Casebook casebook, string? sources, string? page, ICollection<string> notices)
    {
        var shown = ShownSources.Read(casebook, sources, notices);
        var pages = Math.Max(1, (Listed(casebook, shown).Count + PageSize - 1) / PageSize);
        if (string.IsNullOrEmpty(page))
            return new(shown, 1, pages);
        if (int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= pages)
            return new(shown, n, pages);
        notices.Add($"There is no such page of the claims; this is the first of {pages.ToString("N0", CultureInfo.InvariantCulture)}.");
        return new(shown, 1, pages);
    }

    /// <summary>The rows of this page, in story order.</summary>
    public IReadOnlyList<Claim> Rows(Casebook casebook)
    {
        var (first, listed) = ((Page - 1) * PageSize, Listed(casebook, Shown));
        var rows = new Claim[Math.Max(0, Math.Min(PageSize, listed.Count - first))];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = listed[first + i];
        return rows;
    }

    private static IReadOnlyList<Claim> Listed(Casebook casebook, ShownSources shown) =>
        shown.IsByNumber ? [.. casebook.Claims.Where(shown.ShowsAny)] : casebook.Claims;

    public string ToUrl() => UrlWith(Shown.Value);

    /// <summary>This page with other sources; null shows the default ones.</summary>
    public string UrlWith(string? sources) =>
        Urls.With(Urls.Overview, ("sources", sources), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null));
}
