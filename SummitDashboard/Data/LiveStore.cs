using Microsoft.EntityFrameworkCore;

namespace SummitDashboard.Data;

/// <summary>Live sessions and their guesses in the database, so that a restart in mid-talk goes on at the same step.</summary>
public sealed class LiveStore(IDbContextFactory<SummitDb> databases)
{
    /// <summary>Sessions that are open, or ended after <paramref name="endedAfter"/> (UTC), newest first.</summary>
    public async Task<IReadOnlyList<LiveSessionRow>> Recent(DateTime endedAfter)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.LiveSessions.AsNoTracking().Where(s => s.Ended == null || s.Ended > endedAfter).OrderByDescending(s => s.Started).ToListAsync();
    }

    public async Task<IReadOnlyList<GuessRow>> Guesses(string sessionId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Guesses.AsNoTracking().Where(g => g.SessionId == sessionId).ToListAsync();
    }

    public async Task Add(LiveSessionRow session)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.LiveSessions.Add(session);
        await db.SaveChangesAsync();
    }

    /// <summary>Keeps where a session stands; an older state never overwrites a newer one.</summary>
    public async Task Save(string id, long seq, int stop, int shown, bool blank, DateTime at)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.LiveSessions.Where(s => s.Id == id && s.Seq <= seq).ExecuteUpdateAsync(s => s.SetProperty(r => r.Seq, seq).SetProperty(r => r.Stop, stop)
            .SetProperty(r => r.Shown, shown).SetProperty(r => r.Blank, blank).SetProperty(r => r.Moved, at));
    }

    /// <summary>Keeps who drives.</summary>
    public async Task Hand(string id, string accountId, string name)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.LiveSessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.DriverId, accountId).SetProperty(r => r.DriverName, name));
    }

    /// <summary>Keeps guesses, each in place of the same device's earlier one.</summary>
    public async Task Keep(IReadOnlyCollection<GuessRow> guesses)
    {
        if (guesses.Count == 0) return;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var g in guesses)
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Guess" ("SessionId", "Stop", "Wording", "Token", "Option") VALUES ({g.SessionId}, {g.Stop}, {g.Wording}, {g.Token}, {g.Option})
                ON CONFLICT ("SessionId", "Stop", "Wording", "Token") DO UPDATE SET "Option" = excluded."Option"
                """);
        await transaction.CommitAsync();
    }

    /// <summary>Ends a session: the counts stay, what could tell devices apart goes.</summary>
    public async Task End(string id, DateTime at, string results)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LiveSessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Ended, at).SetProperty(r => r.Results, results).SetProperty(r => r.Salt, ""));
        await db.Guesses.Where(g => g.SessionId == id).ExecuteDeleteAsync();
        await transaction.CommitAsync();
    }
}
