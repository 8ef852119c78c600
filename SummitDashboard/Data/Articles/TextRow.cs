namespace SummitDashboard.Data.Articles;

/// <summary>An article that was uploaded or pasted, known by its hash.</summary>
public sealed class TextRow
{
    public required string Sha256 { get; set; }
    public required string Content { get; set; }
    public required string By { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}
