using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Live;

/// <summary>Live sessions and their guesses in the database, so that a restart in mid-talk goes on at the same step.</summary>
public sealed class LiveStore(IDbContextFactory<SummitDb> databases, Writer writer)
{
    /// <summary>The ids of the sessions that are open, or ended after <paramref name="endedAfter"/> (UTC), newest first.</summary>
    public Task<List<string>> Recent(DateTime endedAfter) =>
        databases.Read(db =>
            db.LiveSessions.AsNoTracking()
                .Where(s => s.Ended == null || s.Ended > endedAfter)
                .OrderByDescending(s => s.Started)
                .Select(s => s.Id)
                .ToList()
        );

    /// <summary>One session. Throws for a record that cannot be read, which is why they are read one by one.</summary>
    public Task<LiveSessionRow?> Find(string id) => databases.Read(db => db.LiveSessions.AsNoTracking().SingleOrDefault(s => s.Id == id));

    /// <summary>A session's guesses, and how many more there are that cannot be read.</summary>
    public Task<(List<GuessRow> Rows, int Unreadable)> Guesses(string sessionId) =>
        databases.Read(db =>
        {
            db.Database.OpenConnection();
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = """SELECT "Stop", "Wording", "Token", "Option" FROM "Guess" WHERE "SessionId" = @session""";
            command.Add("@session", sessionId);
            using var reader = command.ExecuteReader();
            var (rows, unreadable) = (new List<GuessRow>(), 0);
            while (reader.Read())
                if (
                    Engine.Whole(reader[0]) is { } stop and >= int.MinValue and <= int.MaxValue
                    && Engine.Whole(reader[1]) is { } wording and >= int.MinValue and <= int.MaxValue
                    && reader[2] is string token
                    && reader[3] is string option
                )
                    rows.Add(
                        new()
                        {
                            SessionId = sessionId,
                            Stop = (int)stop,
                            Wording = (int)wording,
                            Token = token,
                            Option = option,
                        }
                    );
                else
                    unreadable++;
            return (rows, unreadable);
        });

    public Task Add(LiveSessionRow session) =>
        writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            db.LiveSessions.Add(session);
            await db.SaveChangesAsync();
        });

    /// <summary>Keeps where a session stands; an older state never overwrites a newer one.</summary>
    public Task Save(string id, long seq, int stop, int shown, bool blank, DateTime at) =>
        writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await db
                .LiveSessions.Where(s => s.Id == id && s.Seq <= seq)
                .ExecuteUpdateAsync(s =>
                    s.SetProperty(r => r.Seq, seq)
                        .SetProperty(r => r.Stop, stop)
                        .SetProperty(r => r.Shown, shown)
                        .SetProperty(r => r.Blank, blank)
                        .SetProperty(r => r.Moved, at)
                );
        });

    /// <summary>Keeps who drives.</summary>
    public Task Hand(string id, string accountId, string name) =>
        writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await db
                .LiveSessions.Where(s => s.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.DriverId, accountId).SetProperty(r => r.DriverName, name));
        });

    /// <summary>Keeps guesses in one transaction, each in place of the same device's earlier one.</summary>
    public Task Keep(IReadOnlyCollection<GuessRow> guesses) =>
        writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand(); // prepared once: a hall guesses within seconds
            command.Transaction = transaction.GetDbTransaction();
            command.CommandText = """
                INSERT INTO "Guess" ("SessionId", "Stop", "Wording", "Token", "Option") VALUES (@session, @stop, @wording, @token, @option)
                ON CONFLICT ("SessionId", "Stop", "Wording", "Token") DO UPDATE SET "Option" = excluded."Option"
                """;
            foreach (var name in new[] { "@session", "@stop", "@wording", "@token", "@option" })
                command.Add(name, "");
            foreach (var guess in guesses)
            {
                var values = new object[] { guess.SessionId, guess.Stop, guess.Wording, guess.Token, guess.Option };
                for (var n = 0; n < values.Length; n++)
                    command.Parameters[n].Value = values[n];
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        });

    /// <summary>Ends a session: the counts stay, what could tell devices apart goes.</summary>
    public Task End(string id, DateTime at, string results) =>
        writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db
                .LiveSessions.Where(s => s.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Ended, at).SetProperty(r => r.Results, results).SetProperty(r => r.Salt, ""));
            await db.Guesses.Where(g => g.SessionId == id).ExecuteDeleteAsync();
            await transaction.CommitAsync();
        });
}
