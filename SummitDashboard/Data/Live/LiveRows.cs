namespace SummitDashboard.Data.Live;

/// <summary>A talk shown to an audience: what it shows, where it stands, who drives. Not a revision of the casebook.</summary>
public sealed class LiveSessionRow
{
    public required string Id { get; set; }

    /// <summary>What the audience types; another session may have it a day after this one has ended.</summary>
    public required string Code { get; set; }

    /// <summary>The talk as it was when the session began: JSON of what may be shown.</summary>
    public required string Script { get; set; }

    /// <summary>The account that drives, and its name.</summary>
    public required string DriverId { get; set; }
    public required string DriverName { get; set; }

    /// <summary>
    /// How many moves were made, and where they led: the stop from 0, how many of its sources are revealed, whether the screen is black.
    /// </summary>
    public long Seq { get; set; }
    public int Stop { get; set; }
    public int Shown { get; set; }
    public bool Blank { get; set; }

    /// <summary>Keeps the hashes of visitors' tokens apart from those of every other session; emptied when it ends.</summary>
    public required string Salt { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Started { get; set; }
    public required DateTime Moved { get; set; }
    public DateTime? Ended { get; set; }

    /// <summary>The guesses counted, as JSON; once it has ended.</summary>
    public string? Results { get; set; }
}

/// <summary>One device's guess at one wording. Deleted when the session ends; only counts stay.</summary>
public sealed class GuessRow
{
    public required string SessionId { get; set; }
    public required int Stop { get; set; }
    public required int Wording { get; set; }

    /// <summary>A salted hash of the visitor's token.</summary>
    public required string Token { get; set; }

    public required string Option { get; set; }
}
