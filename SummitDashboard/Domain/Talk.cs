using System.Text.Json.Serialization;

namespace SummitDashboard.Domain;

/// <summary>A presenter's walk: an ordered list of stops. The note is what the presenter is told before the first.</summary>
public sealed record Talk : Item<Talk>
{
    /// <summary>Most stops of one talk.</summary>
    public const int MaxStops = 100;

    /// <summary>The slug that no talk may have: <c>/present/improvised</c> shows what its address says.</summary>
    public const string Improvised = "improvised";

    public required string Title { get; init; }

    /// <summary>One sentence under the title.</summary>
    public string Lede { get; init; } = "";

    public IReadOnlyList<Stop> Stops { get; init; } = [];

    /// <summary>How long the stops are planned to take together, in seconds.</summary>
    public int Seconds => Stops.Sum(s => s.Seconds);

    /// <summary>The talk without what only its presenter is to read.</summary>
    public Talk WithoutNotes() => this with { Stops = [.. Stops.Select(s => s with { Notes = "" })] };
}

/// <summary>One stop of a talk: an event or a claim (one of the two), and the sources to be revealed one by one.</summary>
public sealed record Stop
{
    /// <summary>How long a stop takes where no plan was made, in seconds.</summary>
    public const int UsualSeconds = 90;

    /// <summary>Id of the event, or of the claim.</summary>
    public EventId? Event { get; init; }
    public ClaimId? Claim { get; init; }

    /// <summary>What stands large on the stage.</summary>
    public required string Headline { get; init; }

    /// <summary>Ids of the sources, in the order in which they are revealed.</summary>
    public IReadOnlyList<SourceId> Sources { get; init; } = [];

    /// <summary>What the audience guesses before the first source is revealed; null where it guesses nothing.</summary>
    public Guess? Guess { get; init; }

    /// <summary>The plan for this stop, 0 to 3,600 seconds.</summary>
    public int Seconds { get; init; } = UsualSeconds;

    /// <summary>What the presenter wants to say, Markdown. Hostile until rendered; never sent to the audience.</summary>
    public string Notes { get; init; } = "";
}

/// <summary>
/// What an audience guesses of wordings shown without their sources: whose they are, or how certain the source is (its stance).
/// </summary>
[JsonConverter(typeof(KebabCase<Guess>))]
public enum Guess
{
    Source,
    Certainty,
}
