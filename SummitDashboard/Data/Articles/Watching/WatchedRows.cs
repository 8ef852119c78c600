namespace SummitDashboard.Data.Articles;

/// <summary>The folder that this casebook watches; there is one row, or none.</summary>
public sealed class WatchedFolderRow
{
    public int Id { get; set; } = 1;

    /// <summary>From the folder under which folders may be watched, with <c>/</c> between its parts; “” is that folder itself.</summary>
    public required string Path { get; set; }
    public required string By { get; set; }

    /// <summary>The account that named it; null where it was named before this was kept, or from the shell.</summary>
    public string? ById { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}

/// <summary>A file of a watched folder that was taken up: it is not read twice, wherever it lies and whenever it was touched.</summary>
public sealed class WatchedFileRow
{
    /// <summary>From the watched folder.</summary>
    public required string Path { get; set; }
    public required long Size { get; set; }

    /// <summary>When it was last written, in ticks of UTC.</summary>
    public required long Written { get; set; }

    /// <summary>Of what stood in it; “” of one that was too large to be read.</summary>
    public required string Sha256 { get; set; }
}
