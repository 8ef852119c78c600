namespace SummitDashboard.Data.Articles;

/// <summary>How far a file has come on its way to being a source’s article. The words are stored.</summary>
public enum ImportState
{
    /// <summary>It waits to be read.</summary>
    Waiting,

    /// <summary>It is being read.</summary>
    Reading,

    /// <summary>It was read, and waits for an editor.</summary>
    Read,

    /// <summary>It could not be read.</summary>
    Failed,
}

/// <summary>A file that an editor brought, until it is a source’s article or taken out.</summary>
public sealed class ImportRow
{
    public required string Id { get; set; }

    /// <summary>As it was called; in a zip with its path there.</summary>
    public required string Name { get; set; }
    public required byte[] Bytes { get; set; }

    /// <summary>Of the bytes, which a list of files does not touch.</summary>
    public required long Size { get; set; }
    public required ImportState State { get; set; }

    /// <summary>How often it was begun to be read.</summary>
    public int Tries { get; set; }

    /// <summary>True where an editor wants everything as it stands.</summary>
    public bool Whole { get; set; }

    /// <summary>What was read, as JSON; null until it was.</summary>
    public string? Reading { get; set; }

    /// <summary>What was read in a few words, or why it could not be.</summary>
    public string? Says { get; set; }

    public required string By { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}

/// <summary>That a file waits no longer: it is kept for a while, with what was typed beside it, to be had back.</summary>
public sealed class LeftImportRow
{
    /// <summary>Of the file.</summary>
    public required string Id { get; set; }
    public required LeftAs As { get; set; }

    /// <summary>The drafts beside it, as JSON.</summary>
    public required string Drafts { get; set; }
    public required string By { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}

/// <summary>Why a file waits no longer. The words are stored.</summary>
public enum LeftAs
{
    /// <summary>Somebody took it out.</summary>
    TakenOut,

    /// <summary>What it says was taken in: of a table, or of a reference.</summary>
    TakenIn,

    /// <summary>It is an article, and kept beside its text.</summary>
    Article,
}

/// <summary>The file that an article was read from, kept so that a better reader can read it again.</summary>
public sealed class OriginalRow
{
    /// <summary>Of the article’s text.</summary>
    public required string TextSha256 { get; set; }

    /// <summary>Of the file.</summary>
    public required string Sha256 { get; set; }
    public required string Name { get; set; }
    public required byte[] Bytes { get; set; }

    /// <summary>What was read from it, and by which reader, as JSON.</summary>
    public required string Reading { get; set; }
    public required string By { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}
