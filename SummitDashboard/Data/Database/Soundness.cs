using Microsoft.Data.Sqlite;
using SummitDashboard.Data.Database.Backups;

namespace SummitDashboard.Data.Database;

/// <summary>SQLite's own look at a database: whether what lies on the disk is whole.</summary>
internal static class Soundness
{
    private const int MostFindings = 5;

    /// <summary>
    /// Throws <see cref="StartupException"/>, with what was found and how to restore, where the database is damaged; one that is not there
    /// yet is whole.
    /// </summary>
    public static void Require(string file)
    {
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
            return;
        DatabaseFile.Guard(file, () =>
        {
            if (Findings(file) is { Count: > 0 } found)
                throw new StartupException(
                    $"The database {file} is damaged. SQLite’s own check says: {string.Join("; ", found)}. It was left as it is, "
                        + $"and nothing is served. {HowToRestore(file)}"
                );
        });
    }

    /// <summary>What to do about a damaged database, naming the newest nightly backup where one lies in the usual place.</summary>
    public static string HowToRestore(string file)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var isOther = Path.GetFileName(Path.GetDirectoryName(own)) == ServerFolder.CasebooksName;
        var data = isOther ? Path.GetDirectoryName(Path.GetDirectoryName(own))! : own;
        var folder = Path.Combine(data, "backups");
        var newest = Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "summit-nightly-*")
                .Where(f => Path.GetExtension(f) is ".zip" or ".db")
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : null;
        var orAnew =
            Path.GetFileName(file) == ServerFolder.DatabaseName
                ? "a new one is made, which knows no people and no casebook but the first."
                : "a new one is made from the casebook folder.";
        return newest is null
            ? $"Restore a backup with “restore <file>”, or move the file away: {orAnew}"
            : $"Restore a backup with “restore {newest}”, which is the newest; the damaged database is kept beside it."
                + (isOther ? " It puts back every casebook as it was then; this one alone can be taken out of the zip by hand." : "");
    }

    private static List<string> Findings(string file)
    {
        using var connection = DatabaseCopy.Open(file, SqliteOpenMode.ReadWrite); // a journal left by one that was killed is played in
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA integrity_check({MostFindings})";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
            if (rows.GetString(0) is var finding && finding != "ok")
                found.Add(finding.Replace('\n', ' ').Trim());
        return found;
    }
}
