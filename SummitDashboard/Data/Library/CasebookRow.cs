namespace SummitDashboard.Data.Library;

/// <summary>Who may read a casebook. The words are stored.</summary>
public enum Readers
{
    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Whoever is signed in on this server.</summary>
    SignedIn,

    /// <summary>Its members. To everybody else it is as if it did not exist.</summary>
    Members,
}

/// <summary>The words for it, as they are stored and sent.</summary>
public static class ReadersWords
{
    /// <summary>
    /// Reads a word; "" is null, for the server’s setting. False for anything else: what opens and closes is never guessed.
    /// </summary>
    public static bool TryRead(string? word, out Readers? readers)
    {
        readers = word is not null && Enum.GetNames<Readers>().Contains(word) ? Enum.Parse<Readers>(word) : null;
        return word == "" || readers is not null;
    }
}

/// <summary>A casebook of this server: where it is found, who may read it, and what the library says of it.</summary>
public sealed class CasebookRow
{
    /// <inheritdoc cref="ThisCasebook.First"/>
    public const string First = ThisCasebook.First;

    /// <summary>
    /// Twelve hexadecimal digits, or <see cref="First"/>, for as long as it exists; its folder in the data folder is called so.
    /// </summary>
    public required string Id { get; set; }

    /// <summary>Its address: <c>/c/slug/</c>.</summary>
    public required string Slug { get; set; }

    /// <summary>
    /// The casebook folder that is read when it is opened, as an absolute path; null for one that has none but in the data folder.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>Null where the server’s setting decides (<c>Access:Reading</c>).</summary>
    public Readers? Readers { get; set; }

    /// <summary>Who began it, by name.</summary>
    public required string By { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }

    /// <summary>UTC; null where it is not put away.</summary>
    public DateTime? Archived { get; set; }

    /// <summary>UTC; null where it is not deleted. A deleted one can be brought back for 30 days.</summary>
    public DateTime? Deleted { get; set; }

    /// <summary>What the library shows, as the casebook said it last: it need not be opened for that.</summary>
    public string Title { get; set; } = "";
    public string Lede { get; set; } = "";
    public int Sources { get; set; }
    public int Claims { get; set; }

    /// <summary>Cells that are coded, silent ones included, of sources times claims.</summary>
    public int Coded { get; set; }
    public long Revision { get; set; }

    /// <summary>When it was changed last, UTC; null where it was never opened.</summary>
    public DateTime? Changed { get; set; }

    /// <summary>Whether an audience may be following a talk of it, so that it is opened at the start of the server.</summary>
    public bool IsLive { get; set; }

    /// <summary>One like it, to be changed.</summary>
    internal CasebookRow Copy() => (CasebookRow)MemberwiseClone();
}
