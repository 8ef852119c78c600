using System.Globalization;
using System.Text;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Reading.Search;

namespace SummitDashboard.Features.Claims;

/// <summary>
/// The side-by-side and the matrix as files. They hold what the page with the same query shows; the matrix on all its pages.
/// </summary>
public static class ClaimsEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/claims/export.{extension:regex(^(csv|md)$)}", Matrix).WithMetadata(new HeavyReadAttribute());
        routes.MapGet(Urls.TellingsExport, Tellings).WithMetadata(new HeavyReadAttribute());
        routes.MapGet("/claims/{slug}/export.{extension:regex(^(csv|md)$)}", OneClaim);
    }

    private static Task<IResult> Matrix(
        string extension,
        CasebookStore store,
        Data.Casebooks.History history,
        TimeProvider clock,
        HttpRequest request,
        CancellationToken cancelled
    ) => Asked(store, history, request, (casebook, query, csv) => extension == "csv"
                ? HeavyReads.File(
                    stream =>
                    {
                        using var rows = csv.Writer(stream);
                        ClaimCsv.OfMatrix(rows, casebook, query, csv, cancelled);
                        return Task.CompletedTask;
                    },
                    "text/csv; charset=utf-8",
                    () => csv.Name($"claims-r{Number(casebook)}"),
                    cancelled
                )
                : Task.FromResult(
                    Markdown(
                        $"claims-r{Number(casebook)}",
                        ClaimMarkdown.OfMatrix(
                            casebook,
                            query,
                            Cite(casebook, "Claims by sources", query.ToUrl(Urls.Claims), clock, request)
                        )
                    )
                ));

    private static Task<IResult> Tellings(
        CasebookStore store,
        Data.Casebooks.History history,
        HttpRequest request,
        CancellationToken cancelled
    ) =>
        Asked(store, history, request, (casebook, query, csv) =>
            HeavyReads.File(
                stream => TellingsCsv.Write(stream, casebook, query, csv, cancelled),
                "text/csv; charset=utf-8",
                () => csv.Name($"tellings-r{Number(casebook)}"),
                cancelled
            )
        );

    private static Task<IResult> OneClaim(
        string slug,
        string extension,
        CasebookStore store,
        Data.Casebooks.History history,
        TimeProvider clock,
        HttpRequest request
    ) => Asked(store, history, request, ofClaim: true, answer: (casebook, query, csv) =>
        {
            if (!casebook.Claims.TryGetBySlug(slug, out var claim))
                return Task.FromResult(Results.NotFound());
            var comparison = Comparison.Of(casebook, claim, Columns.Of(casebook, claim, query, []).Sources, query.AsOf);
            return Made(
                extension,
                $"{claim.Slug}-r{Number(casebook)}",
                csv,
                () => ClaimCsv.OfClaim(comparison, query, csv),
                () => ClaimMarkdown.OfClaim(comparison, query, Cite(casebook, claim.Question, query.ToUrl(claim), clock, request))
            );
        });

    private static async Task<IResult> Asked(
        CasebookStore store,
        Data.Casebooks.History history,
        HttpRequest request,
        Func<Casebook, ClaimsQuery, CsvFile, Task<IResult>> answer,
        bool ofClaim = false
    )
    {
        var (notices, casebook) = (new List<string>(), store.Current);
        var asked = new QueryReader(request, notices);
        if (asked.Text("rev") is { } rev)
        {
            if (
                long.TryParse(rev, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && await Task.Run(() => history.AsOf(number, request.HttpContext.RequestAborted)) is { } then
            )
                casebook = then;
            else
                notices.Add($"There is no revision “{QueryReader.Short(rev)}”; the newest is {Number(casebook)}.");
        }
        asked = await RequestSearch.Read(casebook, request, notices);
        if (RequestSearch.Behind(asked, request.HttpContext.Response) is { } behind)
            return behind;
        var query = ClaimsQuery.Read(casebook, asked, ofClaim) with { Page = 1, Cols = null };
        var csv = CsvFile.Asked(request.Query["for"], out var problem);
        if (problem is not null)
            notices.Add(problem);
        return RequestSearch.Refused(asked, notices) is not { Count: > 0 } refused
            ? await answer(casebook, query, csv!)
            : RequestSearch.NoFile(refused);
    }

    private static Task<IResult> Made(string extension, string name, CsvFile file, Func<byte[]> csv, Func<string> markdown) =>
        Task.FromResult(extension == "csv" ? Results.File(csv(), "text/csv; charset=utf-8", file.Name(name)) : Markdown(name, markdown()));

    private static IResult Markdown(string name, string text) =>
        Results.File(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", name + ".md");

    private static (string Words, string Permalink) Cite(
        Casebook casebook,
        string what,
        string url,
        TimeProvider clock,
        HttpRequest request
    ) =>
        (
            Citation.Of(casebook, what, clock.Today()),
            Urls.Absolute(request, $"{url}{(url.Contains('?') ? '&' : '?')}rev={Number(casebook)}")
        );

    private static string Number(Casebook casebook) => casebook.Revision.ToString(CultureInfo.InvariantCulture);
}
