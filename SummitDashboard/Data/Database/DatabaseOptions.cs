using System.ComponentModel.DataAnnotations;

namespace SummitDashboard.Data.Database;

/// <summary>How the database is opened: the settings under <c>Data</c>, but for its place (<see cref="DataOptions"/>).</summary>
public sealed class DatabaseOptions
{
    /// <summary>How long a write waits for a lock that another program holds, in seconds; then it is said, and tried again.</summary>
    [Range(1, 60, ErrorMessage = "it is a number of seconds from 1 to 60.")]
    public int LockSeconds { get; set; } = 5;
}
