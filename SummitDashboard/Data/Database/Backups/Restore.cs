using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>What a restore did.</summary>
/// <param name="Casebooks">How many casebooks were put in place.</param>
/// <param name="Revision">The first casebook’s revision now; 0 where the backup holds none.</param>
/// <param name="Kept">The folder in which what was replaced lies, as it lay in the data folder; null where there was nothing.</param>
/// <param name="Notes">What else has to be known, in sentences.</param>
public sealed record Restored(int Casebooks, long Revision, string? Kept, IReadOnlyList<string> Notes);

/// <summary>Putting a backup in the place of what the server has, while no server uses it.</summary>
public sealed class Restore(ServerFolder data, TimeProvider clock)
{
    private readonly string staging = PlannedMoves.FolderOf(data);

    /// <summary>
    /// Checks the backup, makes it ready beside what stands, and replaces that: whenever it is broken off, either the old stands, or the
    /// new as soon as the data folder is taken again. A backup of one database, as older versions made them, replaces the first casebook,
    /// and the people where the server has no other casebook. Throws <see cref="StartupException"/>, having replaced nothing, where it
    /// cannot be done.
    /// </summary>
    public Restored From(string file)
    {
        file = Path.GetFullPath(file);
        if (!File.Exists(file))
            throw new StartupException($"There is no file {file}; name a backup.");
        if (data.Holds(file))
            throw new StartupException($"{file} is of the data folder itself; name a backup.");
        using var server = new ServerLock(data);
        server.Take(); // which finishes a restore that was broken off
        List<string> folded = [];
        try
        {
            MakeStaging();
            var contents = Ready(file);
            var revision = DatabaseCopy.Revision(At(ServerFolder.FirstName));
            List<string> notes = [];
            var (moves, kept) = Plan(contents, notes, folded);
            PlannedMoves.Decide(data, moves);
            PlannedMoves.Finish(data);
            var casebooks =
                1 + moves.Count(m => m.From.StartsWith($"{PlannedMoves.Staging}/{ServerFolder.CasebooksName}/", StringComparison.Ordinal));
            return new(casebooks, revision, Directory.Exists(kept) ? kept : null, notes);
        }
        catch when (!PlannedMoves.AreWaiting(data))
        {
            foreach (var database in folded)
                SetWal(database);
            PlannedMoves.Finish(data);
            throw;
        }
    }

    private string At(string path) => Path.Combine(staging, path);

    private void MakeStaging()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(staging);
        else
            Directory.CreateDirectory(staging, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // Unpacks and checks everything; what comes lies as it will lie in the data folder.
    private BackupContents Ready(string file)
    {
        BackupContents contents;
        if (BackupReader.IsZip(file))
            contents = BackupReader.Read(file, staging);
        else
        {
            DatabaseCopy.Make(file, At(ServerFolder.FirstName));
            contents = new([], []);
        }
        if (!File.Exists(At(ServerFolder.FirstName)))
            throw new StartupException($"{file} holds no {ServerFolder.FirstName}; it is no backup of this program.");
        DatabaseFile.Guard(file, () =>
        {
            var settings = new DatabaseOptions();
            foreach (var database in Directory.EnumerateFiles(staging, "*.db", SearchOption.AllDirectories).Where(IsDatabase))
            {
                DatabaseCopy.RequireSound(database, file);
                if (database == At(ServerFolder.DatabaseName))
                    DatabaseCopy.RequireOurs(
                        new DbFactory<ServerDb>(database, settings, o => new(o)),
                        database,
                        file,
                        "Account",
                        "Casebook"
                    );
                else
                    DatabaseCopy.RequireOurs(new DbFactory<SummitDb>(database, settings, o => new(o)), database, file, "Item", "Revision");
                SetWal(database);
            }
        });
        if (Directory.Exists(At(ServerFolder.CasebooksName)))
            foreach (var casebook in Directory.EnumerateDirectories(At(ServerFolder.CasebooksName)))
                Directory.CreateDirectory(Path.Combine(casebook, ServerFolder.FilesName));
        return contents;
    }

    // Not a file of a casebook’s folder that is called so.
    private bool IsDatabase(string file) =>
        Path.GetDirectoryName(file) == staging || Path.GetDirectoryName(Path.GetDirectoryName(file)) == At(ServerFolder.CasebooksName);

    private (List<Move> Moves, string Kept) Plan(BackupContents contents, List<string> notes, List<string> folded)
    {
        var name = Free($"before-restore-{clock.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
        var isWhole = File.Exists(At(ServerFolder.DatabaseName));
        var moves = new List<Move>();
        if (isWhole || TakesPeople(notes))
            Replace(ServerFolder.DatabaseName);
        Replace(ServerFolder.FirstName);
        if (!isWhole)
            return (moves, Path.Combine(data.Path, name));

        var stays = new HashSet<string>();
        foreach (var gap in contents.Missing)
        {
            var broken = BackupContents.CasebookOf(gap.Path);
            var isHere = broken is not null && File.Exists(Path.Combine(data.Path, gap.Path));
            if (isHere)
                stays.Add(broken!);
            notes.Add(
                $"The backup does not hold {gap}"
                    + (
                        isHere ? " What stands of this casebook was left as it is."
                        : broken is null ? ""
                        : " The casebook begins anew, from its folder."
                    )
            );
        }
        foreach (var id in Ids(data.Casebooks).Where(id => !stays.Contains(id)))
        {
            Fold(Path.Combine(data.Casebooks, id, ServerFolder.CasebookName), folded);
            moves.Add(new($"{ServerFolder.CasebooksName}/{id}", $"{name}/{ServerFolder.CasebooksName}/{id}"));
        }
        foreach (var id in Ids(At(ServerFolder.CasebooksName)).Where(id => !stays.Contains(id)))
            moves.Add(new($"{PlannedMoves.Staging}/{ServerFolder.CasebooksName}/{id}", $"{ServerFolder.CasebooksName}/{id}"));
        return (moves, Path.Combine(data.Path, name));

        void Replace(string database)
        {
            Fold(Path.Combine(data.Path, database), folded);
            // With what lies beside it: played into the new one it would ruin it.
            foreach (var end in new[] { "", "-journal", "-wal", "-shm" })
                if (File.Exists(Path.Combine(data.Path, database + end)))
                    moves.Add(new(database + end, $"{name}/{database}{end}"));
            if (File.Exists(At(database)))
                moves.Add(new($"{PlannedMoves.Staging}/{database}", database));
        }
    }

    /// <summary>
    /// Whether people come with a backup of one database. The server takes them over from there at its next start, where it has none of its
    /// own: so its own are put aside, unless other casebooks hang on them.
    /// </summary>
    private bool TakesPeople(List<string> notes)
    {
        using (var backup = DatabaseCopy.Open(At(ServerFolder.FirstName), SqliteOpenMode.ReadOnly))
            if (!Engine.HasTables(backup, "Account") || DatabaseCopy.Ask(backup, """SELECT COUNT(*) FROM "Account" """) is 0L)
            {
                notes.Add("The backup holds no people: those whom the server knows stay.");
                return false;
            }
        if (!File.Exists(data.DatabaseFile) || new FileInfo(data.DatabaseFile).Length == 0)
            return true;
        try
        {
            using var server = DatabaseCopy.Open(data.DatabaseFile, SqliteOpenMode.ReadWrite);
            if (!Engine.HasTables(server, "Account", "Casebook"))
                return true;
            if (DatabaseCopy.Ask(server, """SELECT COUNT(*) FROM "Casebook" WHERE "Id" <> 'first'""") is 0L)
                return true;
            if (DatabaseCopy.Ask(server, """SELECT COUNT(*) FROM "Account" """) is 0L)
            {
                DatabaseCopy.Ask(server, "PRAGMA user_version = 0"); // so that the next start looks for people again
                return false;
            }
            notes.Add(
                "The server has other casebooks, of which the backup knows nothing: they stay, and so do the people whom the server knows. "
                    + "Those of the backup were not taken over."
            );
            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26) // SQLITE_CORRUPT, SQLITE_NOTADB
        {
            notes.Add(
                $"{data.DatabaseFile} is damaged and was put aside: people are those of the backup, and casebooks other than the first, "
                    + $"which it knew, are no longer listed. They stay in {data.Casebooks}."
            );
            return true;
        }
    }

    // Only the last connection may leave the write-ahead log: this folds it in, and finds out whether somebody else is there.
    private void Fold(string database, List<string> folded)
    {
        if (!File.Exists(database))
            return;
        var (log, spare) = (database + "-wal", At("spare-wal"));
        if (File.Exists(log))
            File.Copy(log, spare, overwrite: true); // SQLite takes away a log that it cannot read
        try
        {
            using var connection = DatabaseCopy.Open(database, SqliteOpenMode.ReadWrite);
            DatabaseCopy.Ask(connection, "PRAGMA journal_mode=DELETE");
            folded.Add(database);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6) // SQLITE_BUSY, SQLITE_LOCKED
        {
            throw new StartupException($"The database {database} is in use. Stop what uses it, and restore again.", e);
        }
        catch (SqliteException)
        {
            // It is damaged, which may be why a backup is restored: it is kept as it is, with its log.
            if (!File.Exists(log) && File.Exists(spare))
                File.Move(spare, log);
        }
        finally
        {
            File.Delete(spare);
        }
    }

    // As the program makes its databases.
    private static void SetWal(string database)
    {
        using var connection = DatabaseCopy.Open(database, SqliteOpenMode.ReadWrite);
        DatabaseCopy.Ask(connection, "PRAGMA journal_mode=WAL");
    }

    private static IEnumerable<string> Ids(string folder) =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(f => Path.GetFileName(f)) : [];

    private string Free(string name) =>
        Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? name : $"{name}-{n}").First(n => !Path.Exists(Path.Combine(data.Path, n)));
}
