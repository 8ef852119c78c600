using System.Text.Json.Serialization;
using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>What the casebook is about, and the words for its phases and themes.</summary>
public sealed record CasebookHead : Item<CasebookHead>
{
    public required string Title { get; init; }
    public required string Headline { get; init; }
    public required string Lede { get; init; }

    /// <summary>The stretch of days that the timeline unfolds; a bounded EDTF interval. Null where nobody has said it yet.</summary>
    public Edtf? Visit { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>One label per phase.</summary>
    public required IReadOnlyDictionary<Phase, string> Phases { get; init; }

    /// <summary>Themes in the order shown.</summary>
    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>Words that a coder is asked about where they stand in what is quoted, by language.</summary>
    [JsonIgnore]
    public IReadOnlyList<WordList> Words
    {
        get => Listed ?? [];
        init => Listed = value.Count > 0 ? value : null;
    }

    // Documents from before there were lists have none, and are read as they are.
    [JsonInclude, JsonPropertyName("words")]
    internal IReadOnlyList<WordList>? Listed { get; init; }

    /// <summary>The words of a language, whatever its region; null where there are none.</summary>
    public WordList? WordsOf(string? language) =>
        language is null ? null : Words.FirstOrDefault(w => LanguageTag.AreAlike(w.Language, language));
}

/// <summary>
/// Words of one language that may weaken, report or evaluate. They decide nothing: they are what is proposed to a coder, who takes it or
/// not. One that ends in <c>*</c> stands for every word that begins so.
/// </summary>
/// <param name="Language">A tag (BCP 47); one list for each language.</param>
/// <param name="Hedges">What weakens: “may”, “is believed to”.</param>
/// <param name="Reporting">What says whose word it is: “said”, “according to”.</param>
/// <param name="Loaded">What evaluates: “so-called”.</param>
public sealed record WordList(string Language, IReadOnlyList<string> Hedges, IReadOnlyList<string> Reporting, IReadOnlyList<string> Loaded)
{
    /// <summary>Longest word of a list, in characters.</summary>
    public const int Longest = 80;

    /// <summary>Most words of one list.</summary>
    public const int Most = 1_000;

    /// <summary>All of them, each with the name of its list as files have it.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Words)> Lists =>
        [("hedges", Hedges), ("reporting", Reporting), ("loaded", Loaded)];
}

/// <summary>A heading under which claims and events are gathered.</summary>
public sealed record Theme(string Key, string Label);
