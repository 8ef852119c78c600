using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Library;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Search;

namespace SummitDashboard.Features.Search;

/// <summary>Finding: what a search as one types asks of the server.</summary>
public static class SearchServices
{
    /// <summary>Hits that are shown while somebody types.</summary>
    public const int Quick = 12;

    /// <summary>The header that says why there may be more hits than the answer has, percent-encoded.</summary>
    public const string Problem = "Search-Problem";

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapSavedSearches();
        routes.MapGet(Urls.QuickSearch, async (HttpContext context, CasebookStore store) =>
        {
            // What one person may find is no other's.
            context.Response.Headers.CacheControl = "no-store";
            var words = new QueryReader(context.Request, []).Text("q") ?? "";
            var (hits, problem) = await RequestSearch.Of(context).Quick(store.Current, words, Quick);
            Say(context, problem);
            return Results.Json(hits.Select(QuickHit.Of));
        });
    }

    /// <summary>The same in every casebook, on the server’s side.</summary>
    public static void MapLibrarySearch(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(Urls.LibraryQuickSearch, async (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-store";
                var words = new QueryReader(context.Request, []).Text("q") ?? "";
                var (titled, hits, problem) = await RequestSearch.OfLibrary(context).Quick(words, context.RequestAborted);
                Say(context, problem);
                return Results.Json(titled.Select(QuickHit.Of).Concat(hits.Select(h => QuickHit.Of(h.Hit).In(h.Casebook))));
            })
            .WithMetadata(new HeavyReadAttribute());

    // Beside the hits; a header takes no letters but Latin ones.
    private static void Say(HttpContext context, string? problem)
    {
        if (problem is not null)
            context.Response.Headers[Problem] = Uri.EscapeDataString(problem);
    }

    /// <summary>A hit as the list under the field draws it; every text in it is hostile until it is set as text.</summary>
    private sealed record QuickHit(string Url, string Kind, string Title, string? Siglum, int Colour, string Language, object[] Pieces)
    {
        public static QuickHit Of(CasebookRow casebook) =>
            new(Urls.Casebook(casebook.Slug), "casebook", casebook.Title, null, 0, "", [new { Text = casebook.Title, IsFound = false }]);

        // As the server’s pages lead to it.
        public QuickHit In(CasebookRow casebook) =>
            this with
            {
                Url = Urls.Casebook(casebook.Slug) + Url,
                Kind = $"{Kind} · {casebook.Title}",
            };

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
