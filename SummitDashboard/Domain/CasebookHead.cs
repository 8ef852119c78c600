namespace SummitDashboard.Domain;

/// <summary>What the casebook is about, and the words for its phases and themes.</summary>
public sealed record CasebookHead : Item<CasebookHead>
{
    public required string Title { get; init; }
    public required string Headline { get; init; }
    public required string Lede { get; init; }

    /// <summary>The stretch of days that the timeline unfolds; a bounded EDTF interval.</summary>
    public required Edtf Visit { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>One label per phase.</summary>
    public required IReadOnlyDictionary<Phase, string> Phases { get; init; }

    /// <summary>Themes in the order shown.</summary>
    public required IReadOnlyList<Theme> Themes { get; init; }
}

/// <summary>A heading under which claims and events are gathered.</summary>
public sealed record Theme(string Key, string Label);
