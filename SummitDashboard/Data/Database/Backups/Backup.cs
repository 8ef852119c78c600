using SummitDashboard.Data.Casebooks;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>A backup: the whole database in one file.</summary>
/// <param name="Revision">The casebook's revision in it; 0 where it holds no casebook.</param>
/// <param name="Bytes">Its size.</param>
public sealed record BackupMade(string File, long Revision, long Bytes);

/// <summary>Making backups of the database while it is in use.</summary>
public static class Backup
{
    /// <summary>
    /// Writes a backup under another name, checks it, and only then gives it its own. Throws <see cref="StartupException"/>, or an
    /// <see cref="IOException"/>, where that fails; what stood at <paramref name="file"/> is then as it was.
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
        if (string.Equals(file, Path.GetFullPath(data.FirstCasebook), StringComparison.OrdinalIgnoreCase))
            throw new StartupException("A backup cannot be the database itself; name another file.");
        if (File.Exists(file) && !overwrite)
            throw new StartupException($"{file} is already there; name another file, or say --force.");

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var alone = HeldFile.TryTake(file + ".lock") ?? throw new StartupException($"Another backup is being written to {file}.");
        var aside = file + ".unfinished";
        DatabaseCopy.Make(data.FirstCasebook, aside);
        var made = new BackupMade(file, DatabaseCopy.Revision(aside), new FileInfo(aside).Length);
        File.Move(aside, file, overwrite);
        return made;
    }
}
