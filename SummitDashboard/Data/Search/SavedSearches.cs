using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Search;

/// <summary>A search that is kept.</summary>
/// <param name="Seen">The ids of the sources in which it was found when it was last looked at.</param>
public sealed record SavedSearch(string Id, string Name, string Words, bool IsTold, IReadOnlySet<string> Seen);

/// <summary>Why a search was not kept or changed.</summary>
[JsonConverter(typeof(KebabCase<SavedProblem>))]
public enum SavedProblem
{
    NoName,
    LongName,
    NoWords,
    LongWords,
    Taken,

    /// <summary>The same words are kept under another name.</summary>
    KeptAlready,
    TooMany,
    TooManyTold,

    /// <summary>It is not there, or another’s.</summary>
    Gone,

    /// <summary>Nobody may keep one who has no account any more.</summary>
    NotAllowed,

    /// <summary>What it finds now cannot be known, since the index is being made.</summary>
    NoIndex,
}

/// <summary>What became of a change: the search as it is now, or why it is as it was.</summary>
public sealed record SavedChange(SavedSearch? Search, SavedProblem? Problem = null);

/// <summary>
/// The searches that people keep, each its owner’s: nobody else’s id finds or changes one. A deleted one can be brought back for a day.
/// </summary>
public sealed class SavedSearches(IDbContextFactory<SummitDb> databases, Writer writer, AuthorOf authorOf, TimeProvider clock)
{
    /// <summary>Most searches of one person in a casebook, and most of them of which he is told.</summary>
    public const int Most = 200;
    public const int MostTold = 20;

    /// <summary>Greatest lengths, in characters.</summary>
    public const int MostName = 80;
    public const int MostWords = 1_000;

    private const int MostDeleted = 20;
    private static readonly TimeSpan Undoable = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, IReadOnlyList<SavedSearch>> known = [];

    private int writes;

    /// <summary>Raised with an account’s id when its searches are others, from whatever thread.</summary>
    public event Action<string>? Changed;

    /// <summary>Somebody’s searches by name; read once, and again after a change.</summary>
    public async Task<IReadOnlyList<SavedSearch>> Of(string accountId)
    {
        if (known.TryGetValue(accountId, out var held))
            return held;
        var before = Volatile.Read(ref writes);
        var read = await databases.Read(db =>
            db.SavedSearches.AsNoTracking().Where(s => s.AccountId == accountId && s.Deleted == null).AsEnumerable().Select(Read).ToList()
        );
        IReadOnlyList<SavedSearch> all = [.. read.OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)];
        known[accountId] = all;
        if (before != Volatile.Read(ref writes)) // what was read may be older than what was written meanwhile
            known.TryRemove(accountId, out _);
        return all;
    }

    /// <summary>The name of one that was deleted and can be brought back; null where there is none.</summary>
    public Task<string?> DeletedName(string accountId, string id) =>
        databases.Read(db =>
            db.SavedSearches.AsNoTracking().SingleOrDefault(s => s.Id == id && s.AccountId == accountId && s.Deleted != null)?.Name
        );

    /// <summary>Keeps a search under a name.</summary>
    /// <param name="seen">The sources in which it is found now, where its owner wants to be told of others; else null.</param>
    public Task<SavedChange> Save(string accountId, string name, string words, IReadOnlySet<string>? seen) =>
        Change(accountId, (db, rows) =>
        {
            var row = new SavedSearchRow
            {
                Id = Guid.NewGuid().ToString("N"),
                AccountId = accountId,
                Name = Tidy(name),
                Words = words.Trim(),
                IsTold = seen is not null,
                Seen = Join(seen),
                Made = clock.GetUtcNow().UtcDateTime,
            };
            var problem =
                row.Words.Length == 0 ? SavedProblem.NoWords
                : row.Words.Length > MostWords ? SavedProblem.LongWords
                : Fits(rows, row) ?? Room(rows, row);
            if (problem is null)
                db.SavedSearches.Add(row);
            return (row, problem);
        });

    /// <summary>Gives one another name.</summary>
    public Task<SavedChange> Rename(string accountId, string id, string name) => OfOne(accountId, id, (_, rows, row) =>
        {
            var problem = Fits(rows.Where(r => r != row), Tidy(name));
            if (problem is null)
                row.Name = Tidy(name);
            return problem;
        });

    /// <summary>Has its owner told of sources beside these from now on; or no longer (null).</summary>
    public Task<SavedChange> Tell(string accountId, string id, IReadOnlySet<string>? seen) => OfOne(accountId, id, (_, rows, row) =>
        {
            if (seen is not null && !row.IsTold && rows.Count(r => r.IsTold) >= MostTold)
                return SavedProblem.TooManyTold;
            (row.IsTold, row.Seen) = (seen is not null, Join(seen));
            return null;
        });

    /// <summary>Keeps that its owner has seen in which sources it is found.</summary>
    public Task<SavedChange> See(string accountId, string id, IReadOnlySet<string> seen) => OfOne(accountId, id, (_, _, row) =>
        {
            if (row.IsTold)
                row.Seen = Join(seen);
            return null;
        });

    /// <summary>Deletes one, which can be undone for a day.</summary>
    public Task<SavedChange> Delete(string accountId, string id) => OfOne(accountId, id, (db, _, row) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            row.Deleted = now;
            var old = db.SavedSearches.Where(s => s.AccountId == accountId && s.Deleted != null).OrderByDescending(s => s.Deleted).ToList();
            db.SavedSearches.RemoveRange(old.Where((s, n) => n >= MostDeleted - 1 || s.Deleted < now - Undoable));
            return null;
        });

    /// <summary>Brings a deleted one back.</summary>
    public Task<SavedChange> Restore(string accountId, string id) => Change(accountId, (db, rows) =>
        {
            var row = db.SavedSearches.SingleOrDefault(s => s.Id == id && s.AccountId == accountId && s.Deleted != null);
            if (row is null)
                return (rows.Find(r => r.Id == id), rows.Exists(r => r.Id == id) ? null : SavedProblem.Gone);
            var problem = Fits(rows, row) ?? Room(rows, row);
            if (problem is null)
                row.Deleted = null;
            return (row, problem);
        });

    /// <summary>A name as it is kept: in one line, composed, without what nobody can see; "" where nothing else is there.</summary>
    public static string Tidy(string name) => Characters.Shows(name) ? InLine(name) : "";

    private static string InLine(string name) =>
        Folding.Composed(string.Join(' ', string.Concat(name.Where(c => !IsHidden(c))).Split((char[]?)null, Blank)));

    private const StringSplitOptions Blank = StringSplitOptions.RemoveEmptyEntries;

    private static bool IsHidden(char c) => Oddities.IsHidden(c) && !char.IsWhiteSpace(c);

    private static SavedProblem? Fits(List<SavedSearchRow> others, SavedSearchRow row) =>
        others.Exists(r => r.Words == row.Words) ? SavedProblem.KeptAlready : Fits(others, row.Name);

    private static SavedProblem? Fits(IEnumerable<SavedSearchRow> others, string name) =>
        name.Length == 0 ? SavedProblem.NoName
        : name.Length > MostName ? SavedProblem.LongName
        : others.Any(r => Folding.Of(r.Name) == Folding.Of(name)) ? SavedProblem.Taken
        : null;

    private static SavedProblem? Room(List<SavedSearchRow> rows, SavedSearchRow row) =>
        rows.Count >= Most ? SavedProblem.TooMany
        : row.IsTold && rows.Count(r => r.IsTold) >= MostTold ? SavedProblem.TooManyTold
        : null;

    private Task<SavedChange> OfOne(
        string accountId,
        string id,
        Func<SummitDb, List<SavedSearchRow>, SavedSearchRow, SavedProblem?> change
    ) => Change(accountId, (db, rows) => rows.Find(r => r.Id == id) is { } row ? (row, change(db, rows, row)) : (null, SavedProblem.Gone));

    // All of one person's are at hand, so that names and numbers hold in whatever tab they were changed.
    private async Task<SavedChange> Change(
        string accountId,
        Func<SummitDb, List<SavedSearchRow>, (SavedSearchRow? Row, SavedProblem? Problem)> change
    )
    {
        var made = await writer.Take(async () =>
        {
            if (authorOf(accountId, Right.Read) is null)
                return new(null, SavedProblem.NotAllowed);
            await using var db = await databases.CreateDbContextAsync();
            var rows = db.SavedSearches.Where(s => s.AccountId == accountId && s.Deleted == null).ToList();
            var (row, problem) = change(db, rows);
            if (problem is null)
                await db.SaveChangesAsync();
            Interlocked.Increment(ref writes);
            known.TryRemove(accountId, out _);
            return new SavedChange(row is null ? null : Read(row), problem);
        });
        if (made.Problem is null)
            Changed?.Invoke(accountId);
        return made;
    }

    private static SavedSearch Read(SavedSearchRow row) =>
        new(row.Id, row.Name, row.Words, row.IsTold, row.Seen.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());

    private static string Join(IEnumerable<string>? ids) => string.Join(' ', ids ?? []);
}
