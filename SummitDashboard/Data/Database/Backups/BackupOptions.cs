using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>The settings under <c>Backup</c>: the nightly backup’s.</summary>
public sealed record BackupOptions
{
    /// <summary>Where the backups go: in the data folder unless it is an absolute path; "" where none are made.</summary>
    public string Folder
    {
        get;
        set => field = value?.Trim() ?? "";
    } = "backups";

    /// <summary>The local time of day.</summary>
    [RegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]", ErrorMessage = "it is a time of day such as 03:00.")]
    public string At
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? "03:00" : value;
    } = "03:00";

    /// <summary>How many are kept.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "it is the number of backups to keep, 1 or more. To make none, leave Backup:Folder empty.")]
    public int Keep { get; set; } = 14;

    /// <summary>Whether any are made.</summary>
    public bool IsOn => Folder.Length > 0;

    /// <summary>How long after midnight.</summary>
    public TimeSpan Hour => TimeOnly.ParseExact(At, "HH:mm", CultureInfo.InvariantCulture).ToTimeSpan();

    /// <summary>The folder as an absolute path.</summary>
    public string FolderOf(ServerFolder data) => Path.GetFullPath(Folder, Path.GetFullPath(data.Path));
}
