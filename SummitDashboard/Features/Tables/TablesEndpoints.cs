using System.Globalization;
using System.Text;
using CsvHelper;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Search;
using SummitDashboard.Reading.Tables;

namespace SummitDashboard.Features.Tables;

/// <summary>The cross-tables as files. They hold what the page with the same query counts, of every page and stretch of it.</summary>
public static class TablesEndpoints
{
    private const string Passages = "passages";

    // Longer than a page: a file without a column that belongs there would be taken for the whole.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void AddTables(this IServiceCollection services) => services.AddSingleton<SharedWordingWork>();

    public static void MapTables(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.TableExport(Urls.CitationTable), Citations).WithMetadata(new HeavyReadAttribute());
        routes.MapGet(Urls.TableExport(Urls.WordTable), Words).WithMetadata(new HeavyReadAttribute());
        routes.MapGet(Urls.TableExport(Urls.SilenceTable), Silence).WithMetadata(new HeavyReadAttribute());
        routes.MapGet(Urls.TableExport(Urls.SimilarityTable), Similarity).WithMetadata(new HeavyReadAttribute());
    }

    private static Task<IResult> Citations(CasebookStore store, Data.Casebooks.History history, HttpRequest request) =>
        Asked(store, history, request, [Passages], (scope, asked) =>
        {
            var table = CitationTable.Of(scope, asked.Query.Stance);
            if (asked.Query.Rows(table.Has) is not { } order)
                return Refused([$"Nobody is cited as “{QueryReader.Short(asked.Query.Sort!)}”, so the table cannot be sorted by that."]);
            return asked.File("who-cites-whom", csv =>
            {
                if (asked.As == Passages)
                    TablesCsv.CitingPassages(csv, table, order);
                else
                    TablesCsv.Citations(csv, table, order);
            });
        });

    private static Task<IResult> Words(CasebookStore store, Data.Casebooks.History history, HttpRequest request) =>
        Asked(store, history, request, [Passages], (scope, asked) =>
        {
            var table = WordTable.Of(scope);
            if (asked.Query.Rows(WordTable.Has) is not { } order)
                return NoColumn(asked.Query);
            return asked.File("hedges-and-loaded-words", csv =>
            {
                if (asked.As == Passages)
                    TablesCsv.WordPassages(csv, table, order);
                else
                    TablesCsv.Words(csv, table, asked.Csv, order);
            });
        });

    private static Task<IResult> Silence(CasebookStore store, Data.Casebooks.History history, HttpRequest request) =>
        Asked(store, history, request, [], (scope, asked) =>
            asked.Query.Rows(SilenceTable.Has) is { } order
                ? asked.File("silent-told-elsewhere", csv => TablesCsv.Silence(csv, SilenceTable.Of(scope), order))
                : NoColumn(asked.Query)
        );

    // Who may not read the articles gets no column on them.
    private static Task<IResult> Similarity(
        CasebookStore store,
        Data.Casebooks.History history,
        HttpRequest request,
        AccessOptions access,
        TextLibrary library,
        SharedWordingWork work
    ) =>
        Asked(
            store,
            history,
            request,
            [],
            async (scope, asked) =>
            {
                SharedWordingTable? wording = null;
                var table = SimilarityTable.Of(scope);
                if (asked.Query.Rows(table.Has) is not { } order)
                    return await NoColumn(asked.Query);
                var texts = new TextAccess(access, library, new(() => request.HttpContext.User));
                if (texts.Granted && work.Of(scope.Casebook) is { } running)
                    try
                    {
                        wording = await running.WaitAsync(Patience, request.HttpContext.RequestAborted);
                    }
                    catch (TimeoutException)
                    {
                        request.HttpContext.Response.Headers.RetryAfter = "20";
                        return Results.Text(
                            "Which wording the articles share is still being worked out; ask again in a moment.",
                            "text/plain",
                            Encoding.UTF8,
                            StatusCodes.Status503ServiceUnavailable
                        );
                    }
                var sources = table.Rows(order, asked.Query.Kind, wording);
                return await asked.File("similarity", csv => TablesCsv.Similarity(csv, table, sources, wording, asked.Csv));
            },
            SimilarityTable.Kinds
        );

    private static Task<IResult> NoColumn(TablesQuery query) =>
        Refused([$"There is no column “{QueryReader.Short(query.Sort!)}” to sort by."]);

    private static async Task<IResult> Asked(
        CasebookStore store,
        Data.Casebooks.History history,
        HttpRequest request,
        string[] parts,
        Func<TableScope, AskedFile, Task<IResult>> answer,
        params string[] kinds
    )
    {
        var (notices, casebook) = (new List<string>(), store.Current);
        var address = new QueryReader(request, notices);
        if (address.Text("rev") is { } rev)
        {
            if (
                long.TryParse(rev, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && await Task.Run(() => history.AsOf(number, request.HttpContext.RequestAborted)) is { } then
            )
                casebook = then;
            else
                notices.Add($"There is no revision “{QueryReader.Short(rev)}”; the newest is {casebook.Revision}.");
        }
        address = await RequestSearch.Read(casebook, request, notices);
        if (RequestSearch.Behind(address, request.HttpContext.Response) is { } behind)
            return behind;
        var query = TablesQuery.Read(casebook, address, kinds);
        var part = address.OneOf("as", parts, word => $"This table is not written as “{word}”.");
        var csv = CsvFile.Asked(request.Query["for"], out var problem);
        if (problem is not null)
            notices.Add(problem);
        if (RequestSearch.Refused(address, notices) is { Count: > 0 } refused)
            return await Refused(refused);
        var scope = new TableScope(casebook, query);
        return await answer(scope, new(scope, query, part, csv!, request.HttpContext.RequestAborted));
    }

    private static Task<IResult> Refused(IEnumerable<string> why) => Task.FromResult(RequestSearch.NoFile(why));

    private sealed record AskedFile(TableScope Scope, TablesQuery Query, string? As, CsvFile Csv, CancellationToken Left)
    {
        public Task<IResult> File(string name, Action<CsvWriter> write) =>
            HeavyReads.File(
                stream =>
                {
                    using var rows = Csv.Writer(stream);
                    write(rows);
                    return Task.CompletedTask;
                },
                "text/csv; charset=utf-8",
                () =>
                    Csv.Name(
                        string.Create(CultureInfo.InvariantCulture, $"{name}{(As is null ? "" : "-" + As)}-r{Scope.Casebook.Revision}")
                    ),
                Left
            );
    }
}
