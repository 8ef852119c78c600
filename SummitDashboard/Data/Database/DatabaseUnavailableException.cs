using Microsoft.Data.Sqlite;

namespace SummitDashboard.Data.Database;

/// <summary>
/// The database cannot be used just now: locked, full, read-only or gone. The message is a sentence for whoever asked; nothing was written.
/// </summary>
public sealed class DatabaseUnavailableException : Exception
{
    private DatabaseUnavailableException(string why, Exception? inner = null)
        : base($"{why} Nothing was lost; try again.", inner) => Why = why;

    /// <summary>The reason alone, where it is tried again without anybody’s doing.</summary>
    public string Why { get; }

    /// <summary>What a failure says of the database; null where the fault lies elsewhere.</summary>
    public static DatabaseUnavailableException? Of(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is DatabaseUnavailableException known)
                return known;
            if (e is SqliteException { SqliteErrorCode: var code } && Words(code) is { } words)
                return new(words, e);
        }
        return null;
    }

    /// <summary>Others write, and have done so for too long.</summary>
    public static DatabaseUnavailableException Busy() => new("The database is busy just now.");

    // https://www.sqlite.org/rescode.html
    private static string? Words(int code) =>
        code switch
        {
            5 or 6 => "The database is in use by another program just now.",
            3 or 8 => "The database cannot be written: it is read-only just now.",
            13 => "The database cannot be written: the disk is full.",
            10 or 14 => "The database cannot be reached just now.",
            11 or 26 => "The database is damaged; whoever runs the server can restore a backup.",
            _ => null,
        };
}
