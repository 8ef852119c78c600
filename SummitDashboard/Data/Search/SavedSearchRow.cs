namespace SummitDashboard.Data.Search;

/// <summary>A search that somebody keeps in a casebook: its owner’s alone, and no revision.</summary>
public sealed class SavedSearchRow
{
    public required string Id { get; set; }
    public required string AccountId { get; set; }
    public required string Name { get; set; }

    /// <summary>What is searched for, as it is typed.</summary>
    public required string Words { get; set; }

    /// <summary>Whether its owner is told of new sources.</summary>
    public bool IsTold { get; set; }

    /// <summary>The ids of the sources in which it was found when it was last looked at, with spaces between them.</summary>
    public string Seen { get; set; } = "";

    /// <summary>UTC.</summary>
    public required DateTime Made { get; set; }

    /// <summary>When it was deleted, which can be undone for a while (UTC).</summary>
    public DateTime? Deleted { get; set; }
}
