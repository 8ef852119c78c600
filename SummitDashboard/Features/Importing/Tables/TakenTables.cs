using System.Collections.Concurrent;
using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// What tables were taken in since the server started, and how their columns were matched: so that a file of several sheets is known as
/// done, and its address says what came of it.
/// </summary>
public sealed class TakenTables
{
    private readonly ConcurrentDictionary<(string Id, int Sheet), TableQuery> matched = [];
    private readonly ConcurrentDictionary<string, (RowsTaken Done, string? AccountId, string By)> taken = [];

    /// <summary>Notes that rows of a sheet were taken in.</summary>
    public void Note(string id, TableQuery query, RowsTaken done, string? accountId, string by)
    {
        matched[(id, query.Sheet)] = query;
        taken[id] = (done, accountId, by);
    }

    /// <summary>What was last taken in of a file, and by whom; null where nothing was.</summary>
    public (RowsTaken Done, string? AccountId, string By)? Of(string id) => taken.TryGetValue(id, out var found) ? found : null;

    /// <summary>True where the casebook says already what any sheet of a file would bring: nobody has to look at it.</summary>
    public bool AreThere(ImportRow file, TableReading table, Casebook casebook, Func<MatchedTable, ProposedRows> rowsOf) =>
        Enumerable
            .Range(1, table.Sheets.Count)
            .All(sheet =>
                rowsOf(
                    (
                        matched.GetValueOrDefault((file.Id, sheet))
                        ?? TableQuery.Read(new QueryReader($"?sheet={sheet}", []), table, casebook)
                    ).Of(table, file)
                ).AreThere
            );
}

/// <summary>What rows were taken in, in words, as which revision, and what they made.</summary>
public sealed record RowsTaken(string Words, long Revision, IReadOnlyList<SourceId> Sources, IReadOnlyList<ClaimId> Claims)
{
    /// <summary>Of it what is still there.</summary>
    public IReadOnlyList<Item> In(Casebook casebook) =>
        [
            .. Sources.Select(id => casebook.Sources.TryGet(id, out var one) ? one : null).OfType<Item>(),
            .. Claims.Select(id => casebook.Claims.TryGet(id, out var one) ? one : null).OfType<Item>(),
        ];
}
