using SummitDashboard.Data.Casebooks;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Search;

namespace SummitDashboard.Features.Search;

/// <summary>Finding: what a search as one types asks of the server.</summary>
public static class SearchServices
{
    /// <summary>Hits that are shown while somebody types.</summary>
    public const int Quick = 12;

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapSavedSearches();
        routes.MapGet(Urls.QuickSearch, async (HttpContext context, CasebookStore store) =>
        {
            // What one person may find is no other's.
            context.Response.Headers.CacheControl = "no-store";
            var words = new QueryReader(context.Request, []).Text("q") ?? "";
            var hits = await RequestSearch.Of(context).Quick(store.Current, words, Quick);
            return Results.Json(hits.Select(QuickHit.Of));
        });
    }

    /// <summary>A hit as the list under the field draws it; every text in it is hostile until it is set as text.</summary>
    private sealed record QuickHit(string Url, string Kind, string Title, string? Siglum, int Colour, string Language, object[] Pieces)
    {
        public static QuickHit Of(SearchHit hit) =>
            new(
                hit.Url,
                SearchLabels.One(hit.Entry.Kind),
                hit.Title,
                hit.Source?.Siglum,
                hit.Source?.Colour ?? 0,
                hit.Entry.Language,
                [.. hit.Pieces.Select(p => new { p.Text, p.IsFound })]
            );
    }
}
