using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>What a restore did.</summary>
/// <param name="Revision">The casebook's revision now; 0 where the backup holds no casebook.</param>
/// <param name="Kept">Where the database that was replaced lies; null where there was none.</param>
public sealed record Restored(long Revision, string? Kept);

/// <summary>Putting a backup in the place of the database, while no server uses it.</summary>
public sealed class Restore(ServerFolder data, IDbContextFactory<SummitDb> databases, TimeProvider clock)
{
    /// <summary>
    /// Checks the backup, keeps the database that stands there beside it, and replaces it in one step: whenever that is broken off, either
    /// the old database or the new one stands. Throws <see cref="StartupException"/>, having replaced nothing, where it cannot be done.
    /// </summary>
    public Restored From(string file)
    {
        file = Path.GetFullPath(file);
        if (!File.Exists(file))
            throw new StartupException($"There is no file {file}; name a backup.");
        if (file == Path.GetFullPath(data.FirstCasebook))
            throw new StartupException($"{file} is the database itself; name a backup.");
        using var server = new ServerLock(data);
        server.Take();

        var next = data.FirstCasebook + ".restoring";
        DatabaseCopy.Make(file, next);
        try
        {
            var revision = 0L;
            DatabaseFile.Guard(file, () =>
            {
                DatabaseCopy.RequireOurs(databases, next, file);
                revision = DatabaseCopy.Revision(next);
                using var connection = DatabaseCopy.Open(next, SqliteOpenMode.ReadWrite);
                DatabaseCopy.Ask(connection, "PRAGMA journal_mode=WAL"); // as the program makes its databases
            });
            var kept = File.Exists(data.FirstCasebook) ? Keep() : null;
            foreach (var end in new[] { "-journal", "-wal", "-shm" })
                File.Delete(data.FirstCasebook + end); // the old one’s: played into the new one they would ruin it
            File.Move(next, data.FirstCasebook, overwrite: true);
            return new(revision, kept);
        }
        finally
        {
            DatabaseCopy.Remove(next);
        }
    }

    // A copy, so that the old one stands until the new one takes its place.
    private string Keep()
    {
        var kept = Free(
            $"{data.FirstCasebook}.before-restore-{clock.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}"
        );
        if (File.Exists(data.FirstCasebook + "-wal"))
            File.Copy(data.FirstCasebook + "-wal", kept + "-wal"); // SQLite takes away a log that it cannot read
        try
        {
            using var connection = DatabaseCopy.Open(data.FirstCasebook, SqliteOpenMode.ReadWrite);
            // Only the last connection may leave the write-ahead log: this folds it in, and finds out whether somebody else is there.
            DatabaseCopy.Ask(connection, "PRAGMA journal_mode=DELETE");
            File.Delete(kept + "-wal");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6) // SQLITE_BUSY, SQLITE_LOCKED
        {
            File.Delete(kept + "-wal");
            throw new StartupException($"The database {data.FirstCasebook} is in use. Stop what uses it, and restore again.", e);
        }
        catch (SqliteException)
        {
            // It is damaged, which may be why a backup is restored: it is kept as it is, with its log.
        }
        File.Copy(data.FirstCasebook, kept);
        return kept;
    }

    private static string Free(string path) =>
        Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? path : $"{path}-{n}").First(p => !File.Exists(p));
}
