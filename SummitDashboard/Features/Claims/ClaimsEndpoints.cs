using System.Globalization;
using System.Text;
using SummitDashboard.Data;
using SummitDashboard.Domain;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Claims;

/// <summary>The side-by-side and the matrix as files. They hold what the page with the same query shows; the matrix on all its pages.</summary>
public static class ClaimsEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/claims/export.{extension:regex(^(csv|md)$)}", Matrix);
        routes.MapGet(Urls.TellingsExport, Tellings);
        routes.MapGet("/claims/{slug}/export.{extension:regex(^(csv|md)$)}", OneClaim);
    }

    private static IResult Matrix(string extension, ClaimsAddress address, CasebookStore store, TimeProvider clock, HttpRequest request)
    {
        var casebook = store.Current;
        var query = ClaimsQuery.Read(casebook, address, []) with { Page = 1 };
        return File(extension, $"claims-r{Number(casebook)}",
            () => ClaimCsv.OfMatrix(casebook, query),
            () => ClaimMarkdown.OfMatrix(casebook, query, Cite(casebook, "Claims by sources", query.ToUrl(Urls.Claims), clock, request)));
    }

    // Written as it is made up: of a large casebook it is far more than should stand in memory for each reader.
    private static IResult Tellings(ClaimsAddress address, CasebookStore store, CancellationToken cancelled)
    {
        var casebook = store.Current;
        var query = ClaimsQuery.Read(casebook, address, []) with { Page = 1 };
        return Results.Stream(stream => TellingsCsv.Write(stream, casebook, query, cancelled), "text/csv; charset=utf-8", $"tellings-r{Number(casebook)}.csv");
    }

    private static IResult OneClaim(string slug, string extension, ClaimsAddress address, CasebookStore store, TimeProvider clock, HttpRequest request)
    {
        var casebook = store.Current;
        if (!casebook.Claims.TryGetBySlug(slug, out var claim)) return Results.NotFound();
        var query = ClaimsQuery.Read(casebook, address, []) with { Page = 1 };
        var comparison = Comparison.Of(casebook, claim, Columns.Of(casebook, claim, query, []).Sources, query.AsOf);
        return File(extension, $"{claim.Slug}-r{Number(casebook)}",
            () => ClaimCsv.OfClaim(comparison, query),
            () => ClaimMarkdown.OfClaim(comparison, query, Cite(casebook, claim.Question, query.ToUrl(claim), clock, request)));
    }

    private static IResult File(string extension, string name, Func<byte[]> csv, Func<string> markdown) => extension == "csv"
        ? Results.File(csv(), "text/csv; charset=utf-8", name + ".csv")
        : Results.File(Encoding.UTF8.GetBytes(markdown()), "text/markdown; charset=utf-8", name + ".md");

    private static (string Words, string Permalink) Cite(Casebook casebook, string what, string url, TimeProvider clock, HttpRequest request) =>
        (Citation.Of(casebook, what, clock.GetLocalNow()), $"{request.Scheme}://{request.Host}{url}{(url.Contains('?') ? '&' : '?')}rev={Number(casebook)}");

    private static string Number(Casebook casebook) => casebook.Revision.ToString(CultureInfo.InvariantCulture);
}
