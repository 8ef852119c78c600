using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Casebooks;

/// <summary>A draft came, changed or went.</summary>
/// <param name="Json">As it is now; null where it went.</param>
/// <param name="By">Who did it: a page, or nobody in particular.</param>
public sealed record DraftChange(string AccountId, string Key, string? Json, object? By);

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
    /// <param name="by">The page that does it, which need not be told (<see cref="Changed"/>).</param>
    public Task Put(string accountId, string key, string json, object? by = null) =>
        json.Length > MaxSize
            ? Task.CompletedTask
            : writer.Take(async () =>
            {
                await using var db = await databases.CreateDbContextAsync();
                await using var transaction = await db.Database.BeginTransactionAsync();
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
                Tell(new(accountId, key, json, by));
            });

    /// <summary>Forgets a draft.</summary>
    /// <param name="by">The page that does it, which need not be told (<see cref="Changed"/>).</param>
    public Task Drop(string accountId, string key, object? by = null) =>
        writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await db.Drafts.Where(d => d.AccountId == accountId && d.Key == key).ExecuteDeleteAsync();
            Tell(new(accountId, key, null, by));
        });

    private void Tell(DraftChange change)
    {
        Interlocked.Increment(ref writes);
        Changed?.Invoke(change);
    }
}
