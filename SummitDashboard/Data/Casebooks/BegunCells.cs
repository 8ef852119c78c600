using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// A cell, or a change of one that is coded, that somebody has begun and not saved. It is a draft: no telling, and counted nowhere.
/// </summary>
/// <param name="Name">Whose it is; null for who may code here no longer.</param>
/// <param name="At">When it was last worked at, UTC.</param>
public sealed record BegunCell(ClaimId Claim, SourceId Source, string AccountId, string? Name, DateTime At)
{
    private const string Kind = "framing/";

    /// <summary>The key of the draft of a cell.</summary>
    public static string KeyOf(ClaimId claim, SourceId source) => $"{Kind}{claim}/{source}";

    /// <summary>The beginning that the keys of all such drafts have.</summary>
    internal static string Keys => Kind;

    internal static BegunCell? Of(DraftRow draft, IReadOnlyDictionary<string, string> names) =>
        draft.Key.Split('/') is [_, var claim, var source] && !source.Contains(' ')
            ? new(new(claim), new(source), draft.AccountId, names.GetValueOrDefault(draft.AccountId), draft.At)
            : null;
}

/// <summary>What is begun in a casebook, by whom: for those who code in it.</summary>
public sealed class BegunCells(IDbContextFactory<SummitDb> databases, DraftStore drafts, Roles roles, ThisCasebook casebook)
{
    private sealed record Known(int Writes, IReadOnlyList<BegunCell> Cells);

    private Known? known;

    /// <summary>All of them, those last worked at first; read again only where a draft came or went since.</summary>
    public Task<IReadOnlyList<BegunCell>> List() =>
        known is { } held && held.Writes == drafts.Writes ? Task.FromResult(held.Cells) : Reads.Aside(Read);

    /// <summary>What stands in each of these drafts, by whose it is and its key: what is lacking is told of it, and no word.</summary>
    public Task<IReadOnlyDictionary<(string AccountId, string Key), string>> Typed() =>
        Reads.Aside(() =>
        {
            using var db = databases.CreateDbContext();
            return (IReadOnlyDictionary<(string, string), string>)
                db
                    .Drafts.AsNoTracking()
                    .Where(d => d.Key.StartsWith(BegunCell.Keys))
                    .Select(d => new
                    {
                        d.AccountId,
                        d.Key,
                        d.Json,
                    })
                    .AsEnumerable()
                    .ToDictionary(d => (d.AccountId, d.Key), d => d.Json);
        });

    private IReadOnlyList<BegunCell> Read()
    {
        var writes = drafts.Writes;
        var names = roles.Who(casebook.Id, Right.Edit).ToDictionary(p => p.Id, p => p.Name);
        using var db = databases.CreateDbContext();
        List<BegunCell> cells =
        [
            .. db
                .Drafts.AsNoTracking()
                .Where(d => d.Key.StartsWith(BegunCell.Keys))
                .OrderByDescending(d => d.At)
                .AsEnumerable()
                .Select(d => BegunCell.Of(d, names))
                .OfType<BegunCell>(),
        ];
        known = new(writes, cells);
        return cells;
    }
}
