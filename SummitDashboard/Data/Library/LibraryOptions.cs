namespace SummitDashboard.Data.Library;

/// <summary>The settings under <c>Library</c>: how many casebooks are held open.</summary>
public sealed record LibraryOptions
{
    /// <summary>Most casebooks that stay open though nobody is in them; the longest unused is let go first.</summary>
    [AtLeastOne]
    public int Idle { get; init; } = 10;

    /// <summary>How long one stays open after the last who was in it left, in minutes.</summary>
    [AtLeastOne]
    public int IdleMinutes { get; init; } = 10;
}
