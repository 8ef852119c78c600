using Microsoft.Data.Sqlite;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>A backup: the whole server in one zip.</summary>
/// <param name="Revision">The first casebook’s revision in it; 0 where it holds none.</param>
/// <param name="Casebooks">How many casebooks’ databases are in it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Missing">What of the other casebooks could not be copied.</param>
public sealed record BackupMade(string File, long Revision, int Casebooks, long Bytes, IReadOnlyList<BackupGap> Missing);

/// <summary>
/// Making backups while the server runs: people and the list of casebooks, then each casebook’s database as it is at a moment of its own,
/// and the files of its folder in the data folder. They lie in the zip as they lie in the data folder.
/// </summary>
public static class Backup
{
    /// <summary>
    /// Writes a backup under another name, checks it, and only then gives it its own. Throws <see cref="StartupException"/>, or an
    /// <see cref="IOException"/>, where that fails; what stood at <paramref name="file"/> is then as it was. The database of a casebook
    /// other than the first that is damaged is left out, and said to be missing.
    /// </summary>
    /// <param name="overwrite">Whether a file that is already there may be replaced.</param>
    public static BackupMade Make(ServerFolder data, string file, bool overwrite = false)
    {
        file = Path.GetFullPath(file);
        if (!File.Exists(data.FirstCasebook))
            throw new StartupException(
                $"There is no database {data.FirstCasebook} to back up. Set Data:Folder (Data__Folder) to its folder."
            );
        if (Directory.Exists(file))
            throw new StartupException($"{file} is a folder; name a file in it.");
        if (data.Holds(file))
            throw new StartupException("A backup cannot be a database or a casebook’s file itself; name another file.");
        if (File.Exists(file) && !overwrite)
            throw new StartupException($"{file} is already there; name another file, or say --force.");
        PlannedMoves.RequireNone(data);

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var alone = HeldFile.TryTake(file + ".lock") ?? throw new StartupException($"Another backup is being written to {file}.");
        var aside = file + ".unfinished";
        var copy = aside + ".db"; // one database at a time
        File.Delete(aside);
        try
        {
            var (contents, revision) = Write(data, aside, copy);
            BackupReader.Read(aside);
            var made = new BackupMade(
                file,
                revision,
                contents.Files.Count(f => f.Path == ServerFolder.FirstName || BackupContents.CasebookOf(f.Path) is not null),
                new FileInfo(aside).Length,
                contents.Missing
            );
            File.Move(aside, file, overwrite);
            return made;
        }
        finally
        {
            File.Delete(aside);
            DatabaseCopy.Remove(copy);
        }
    }

    private static (BackupContents Contents, long Revision) Write(ServerFolder data, string file, string copy)
    {
        using var zip = new BackupWriter(file);
        // People first, and the list of casebooks: one that is begun meanwhile is in the next backup.
        List<Other> others = [];
        if (File.Exists(data.DatabaseFile))
        {
            DatabaseCopy.Make(data.DatabaseFile, copy);
            DatabaseFile.Guard(data.DatabaseFile, () => others = Others(copy));
            zip.Add(copy, ServerFolder.DatabaseName);
        }
        DatabaseCopy.Make(data.FirstCasebook, copy);
        var revision = DatabaseCopy.Revision(copy);
        zip.Add(copy, ServerFolder.FirstName);
        foreach (var casebook in others)
        {
            var (folder, place) = (Path.Combine(data.Casebooks, casebook.Id), $"{ServerFolder.CasebooksName}/{casebook.Id}");
            var database = Path.Combine(folder, ServerFolder.CasebookName);
            var path = $"{place}/{ServerFolder.CasebookName}";
            if (!File.Exists(database))
            {
                if (casebook.WasOpened)
                    zip.Miss(path, casebook.Title, "The database is not there.");
            }
            else if (WhyNotCopied(database, copy) is { } why)
                zip.Miss(path, casebook.Title, why);
            else
                zip.Add(copy, path);
            zip.AddFolder(Path.Combine(folder, ServerFolder.FilesName), $"{place}/{ServerFolder.FilesName}", casebook.Title);
        }
        return (zip.Finish(), revision);
    }

    // A full disk is no fault of the casebook.
    private static string? WhyNotCopied(string database, string copy)
    {
        try
        {
            DatabaseCopy.Make(database, copy);
            return null;
        }
        catch (StartupException e) when (e.InnerException is not SqliteException { SqliteErrorCode: 13 }) // SQLITE_FULL
        {
            return e.Message;
        }
    }

    private static List<Other> Others(string file)
    {
        var others = new List<Other>();
        using var connection = DatabaseCopy.Open(file, SqliteOpenMode.ReadOnly);
        if (!Engine.HasTables(connection, "Casebook"))
            return others;
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT "Id", "Title", "Changed" IS NOT NULL AND "Deleted" IS NULL FROM "Casebook" WHERE "Id" <> 'first' ORDER BY "Id"
            """;
        using var rows = command.ExecuteReader();
        while (rows.Read())
            others.Add(new(rows.GetString(0), rows.GetString(1), rows.GetBoolean(2)));
        return others;
    }

    private sealed record Other(string Id, string Title, bool WasOpened);
}
