using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Casebooks;

/// <summary>A draft came, changed or went.</summary>
/// <param name="By">Who did it: a page, or nobody in particular.</param>
/// <param name="IsSaved">Whether it went because it was saved.</param>
public sealed record DraftChange(string AccountId, string Key, object? By, bool IsSaved = false);

/// <summary>What people have typed and not saved, kept beside the copy on their device: for another device, and for a lost one.</summary>
public sealed class DraftStore(IDbContextFactory<SummitDb> databases, Writer writer, TimeProvider clock, Troubles? troubles = null)
{
    /// <summary>Largest draft, in characters.</summary>
    public const int MaxSize = 200_000;

    /// <summary>Most drafts kept for one account; the oldest give way.</summary>
    public const int MaxDrafts = 2_000;

    private int writes;

    /// <summary>Raised once a draft is kept or forgotten, from whatever thread.</summary>
    public event Action<DraftChange>? Changed;

    /// <summary>How often a draft came, changed or went: who holds what is begun sees by it whether that still stands.</summary>
    internal int Writes => Volatile.Read(ref writes);

    /// <summary>A draft; null where there is none. One that cannot be read is set aside under another key and told.</summary>
    public async Task<string?> Get(string accountId, string key)
    {
        var json = await databases.Read(db =>
            db.Drafts.AsNoTracking().SingleOrDefault(d => d.AccountId == accountId && d.Key == key)?.Json
        );
        try
        {
            if (json is not null)
                System.Text.Json.JsonDocument.Parse(json).Dispose();
            return json;
        }
        catch (System.Text.Json.JsonException e)
        {
            var aside = $"{key} {Unreadable} {clock.GetUtcNow().Ticks}";
            await writer.Take(async () =>
            {
                await using var db = await databases.CreateDbContextAsync();
                await db
                    .Drafts.Where(d => d.AccountId == accountId && d.Key == key)
                    .ExecuteUpdateAsync(d => d.SetProperty(r => r.Key, aside));
            });
            troubles?.Say(
                "a draft that cannot be read",
                $"The draft {key} cannot be read ({e.Message}); the form begins without it. It is kept in the table Draft as “{aside}”."
            );
            return null;
        }
    }

    private const string Unreadable = "(unreadable)";

    /// <summary>The keys of an account's drafts, newest first.</summary>
    public Task<List<string>> Keys(string accountId) =>
        databases.Read(db =>
            db.Drafts.AsNoTracking()
                .Where(d => d.AccountId == accountId && !d.Key.Contains(Unreadable))
                .OrderByDescending(d => d.At)
                .Select(d => d.Key)
                .ToList()
        );

    /// <summary>
    /// Keeps a draft; one that is too large is left to the device. Throws <see cref="DatabaseUnavailableException"/>, as all that writes.
    /// </summary>
    public Task Put(string accountId, string key, string json) => Write(accountId, key, json, null, _ => true);

    /// <summary>The same, unless another draft is kept by then than the one that this goes on from.</summary>
    /// <param name="over">What was kept when it was begun; null where there was none.</param>
    /// <param name="by">The page that does it, which need not be told (<see cref="Changed"/>).</param>
    /// <returns>False where another draft is kept, and this is not.</returns>
    public Task<bool> Put(string accountId, string key, string json, string? over, object by) =>
        Write(accountId, key, json, by, kept => kept is null || kept == over);

    private Task<bool> Write(string accountId, string key, string json, object? by, Predicate<string?> may) =>
        json.Length > MaxSize
            ? Task.FromResult(true)
            : writer.Take(async () =>
            {
                await using var db = await databases.CreateDbContextAsync();
                await using var transaction = await db.Database.BeginTransactionAsync();
                if (!may(await db.Drafts.Where(d => d.AccountId == accountId && d.Key == key).Select(d => d.Json).SingleOrDefaultAsync()))
                    return false;
                var at = clock.GetUtcNow().UtcDateTime;
                var known = await db
                    .Drafts.Where(d => d.AccountId == accountId && d.Key == key)
                    .ExecuteUpdateAsync(d => d.SetProperty(r => r.Json, json).SetProperty(r => r.At, at));
                if (known == 0)
                {
                    db.Drafts.Add(
                        new()
                        {
                            AccountId = accountId,
                            Key = key,
                            Json = json,
                            At = at,
                        }
                    );
                    await db.SaveChangesAsync();
                    var kept = db
                        .Drafts.Where(d => d.AccountId == accountId)
                        .OrderByDescending(d => d.At)
                        .Take(MaxDrafts)
                        .Select(d => d.Key);
                    await db.Drafts.Where(d => d.AccountId == accountId && !kept.Contains(d.Key)).ExecuteDeleteAsync();
                }
                await transaction.CommitAsync();
                Tell(new(accountId, key, by));
                return true;
            });

    /// <summary>Forgets a draft, whatever stands in it.</summary>
    /// <param name="isSaved">Whether it was saved, and not thrown away.</param>
    public Task Drop(string accountId, string key, bool isSaved = false) => Drop(accountId, key, null, _ => true, isSaved);

    /// <summary>The same, unless another draft is kept by then than this page knows of: somebody types on in that.</summary>
    /// <param name="known">What was kept when the page last heard of it; null where nothing was.</param>
    /// <param name="by">The page that does it, which need not be told (<see cref="Changed"/>).</param>
    /// <param name="isSaved">As above.</param>
    /// <returns>False where another draft is kept.</returns>
    public Task<bool> Drop(string accountId, string key, string? known, object by, bool isSaved) =>
        Drop(accountId, key, by, kept => kept == known, isSaved);

    private Task<bool> Drop(string accountId, string key, object? by, Predicate<string> may, bool isSaved) =>
        writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var draft = db.Drafts.Where(d => d.AccountId == accountId && d.Key == key);
            if (await draft.Select(d => d.Json).SingleOrDefaultAsync() is not { } kept)
                return true;
            if (!may(kept))
                return false;
            await draft.ExecuteDeleteAsync();
            await transaction.CommitAsync();
            Tell(new(accountId, key, by, isSaved));
            return true;
        });

    private void Tell(DraftChange change)
    {
        Interlocked.Increment(ref writes);
        Changed?.Invoke(change);
    }
}
