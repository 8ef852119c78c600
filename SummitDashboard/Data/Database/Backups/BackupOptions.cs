using System.Globalization;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>The nightly backup's settings.</summary>
/// <param name="Folder">Where the backups go, as an absolute path; null where none are made.</param>
/// <param name="At">The local time of day.</param>
/// <param name="Keep">How many are kept; at least 1.</param>
public sealed record BackupOptions(string? Folder, TimeOnly At, int Keep)
{
    /// <summary>
    /// Reads <c>Backup:Folder</c> (relative to the data folder; empty: no backups), <c>Backup:At</c> and <c>Backup:Keep</c>. Throws
    /// <see cref="StartupException"/> for what is no time or no number.
    /// </summary>
    public static BackupOptions From(IConfiguration configuration, DataOptions data)
    {
        var at = configuration["Backup:At"] is { Length: > 0 } time ? time : "03:00";
        var keep = configuration["Backup:Keep"] is { Length: > 0 } number ? number : "14";
        if (!TimeOnly.TryParseExact(at, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            throw new StartupException($"Backup:At is “{at}”; it is a time of day such as 03:00.");
        if (!int.TryParse(keep, NumberStyles.None, CultureInfo.InvariantCulture, out var many) || many < 1)
            throw new StartupException(
                $"Backup:Keep is “{keep}”; it is the number of backups to keep, 1 or more. To make none, leave Backup:Folder empty."
            );
        var folder = configuration["Backup:Folder"]?.Trim() ?? "backups";
        return new(
            folder.Length == 0 ? null : Path.GetFullPath(folder, Path.GetFullPath(Path.GetDirectoryName(data.DatabaseFile)!)),
            hour,
            many
        );
    }
}
