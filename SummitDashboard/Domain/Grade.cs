using System.Text.Json.Serialization;

namespace SummitDashboard.Domain;

/// <summary>
/// One judgement by one editor after the Admiralty code (NATO AJP-2.1): a letter A–F on a source, or a number 1–6 on one source's framing
/// of a claim; neither follows from the other. Grades are only ever added: the newest of an editor on the same thing is what he holds now.
/// </summary>
public sealed record Grade : Item<Grade>
{
    /// <summary>Id of the source judged.</summary>
    public required SourceId Source { get; init; }

    /// <summary>Id of the claim, where the source's framing of it is judged; null where it is the source itself.</summary>
    public ClaimId? Claim { get; init; }

    /// <summary><c>A</c>–<c>F</c> for a source, <c>1</c>–<c>6</c> for a framing; null where the editor withdraws what he held.</summary>
    public string? Mark { get; init; }

    /// <summary>Why; every grade has one.</summary>
    public required string Rationale { get; init; }

    /// <summary>Web addresses that the rationale rests on.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The day by which it should be looked at again.</summary>
    public DateOnly? Review { get; init; }

    /// <summary>What was looked at before the letter was chosen; empty for a framing.</summary>
    public IReadOnlyList<Check> Checklist { get; init; } = [];

    public required string By { get; init; }

    /// <summary>The editor's account; null where the account is not of this database.</summary>
    public string? AccountId { get; init; }

    /// <summary>Whose grade it is, to tell one editor's from another's: the account, or else the name.</summary>
    public string Editor => AccountId ?? By;

    /// <summary>UTC; later than every earlier grade on the same thing.</summary>
    public required DateTime At { get; init; }
}

/// <summary>One line of the checklist behind a letter.</summary>
public sealed record Check(CheckItem Item, CheckAnswer Answer, string? Note = null);

/// <summary>What an editor looks at before grading a source.</summary>
[JsonConverter(typeof(KebabCase<CheckItem>))]
public enum CheckItem
{
    Byline,
    Date,
    Publisher,
    PrimarySources,
    Traceable,
    Corrections,
    Boilerplate,
    SharedWording,
}

/// <summary>What was found.</summary>
[JsonConverter(typeof(KebabCase<CheckAnswer>))]
public enum CheckAnswer
{
    Yes,
    Partly,
    No,
    Unclear,
}

/// <summary>The two scales and their words. <c>F</c> and <c>6</c> mean that there is no basis to judge; they are not the worst.</summary>
public static class Admiralty
{
    /// <summary>The letters in order.</summary>
    public static readonly IReadOnlyList<string> Letters = ["A", "B", "C", "D", "E", "F"];

    /// <summary>The numbers in order.</summary>
    public static readonly IReadOnlyList<string> Numbers = ["1", "2", "3", "4", "5", "6"];

    /// <summary>The scale on which a grade of this target is given.</summary>
    public static IReadOnlyList<string> Scale(bool ofFraming) => ofFraming ? Numbers : Letters;

    /// <summary>True for a mark that says there is no basis to judge.</summary>
    public static bool IsUnjudged(string mark) => mark is "F" or "6";

    /// <summary>What a mark means. Throws <see cref="ArgumentException"/> for none of the twelve.</summary>
    public static string Meaning(string mark) =>
        mark switch
        {
            "A" => "completely reliable",
            "B" => "usually reliable",
            "C" => "fairly reliable",
            "D" => "not usually reliable",
            "E" => "unreliable",
            "F" => "reliability cannot be judged",
            "1" => "confirmed by other independent sources",
            "2" => "probably true",
            "3" => "possibly true",
            "4" => "doubtful",
            "5" => "improbable",
            "6" => "truth cannot be judged",
            _ => throw new ArgumentException($"“{mark}” is no mark of the Admiralty code."),
        };
}
