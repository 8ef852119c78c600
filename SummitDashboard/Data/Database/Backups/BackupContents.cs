namespace SummitDashboard.Data.Database.Backups;

/// <summary>What a backup says of itself, in its last entry: every file, so that one that was cut off or changed is noticed.</summary>
internal sealed record BackupContents(IReadOnlyList<BackupFile> Files, IReadOnlyList<BackupGap> Missing)
{
    /// <summary>The name of that entry.</summary>
    public const string Name = "backup.json";

    /// <summary>The id of the casebook whose database lies at a place; null where another file does.</summary>
    public static string? CasebookOf(string path) =>
        path.Split('/') is [ServerFolder.CasebooksName, var id, ServerFolder.CasebookName] ? id : null;
}

/// <summary>A file in a backup.</summary>
/// <param name="Path">Its place in the data folder, with slashes.</param>
/// <param name="Sha256">In lower case.</param>
internal sealed record BackupFile(string Path, long Bytes, string Sha256);

/// <summary>What should have been in a backup, and could not be copied.</summary>
/// <param name="Path">Its place in the data folder, with slashes.</param>
/// <param name="Casebook">The title of the casebook that it belongs to.</param>
/// <param name="Why">A sentence.</param>
public sealed record BackupGap(string Path, string Casebook, string Why)
{
    public override string ToString() => $"{Path}, of “{Casebook}”: {Why}";
}
