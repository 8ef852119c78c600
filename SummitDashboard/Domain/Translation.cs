using System.Text.Json.Serialization;

namespace SummitDashboard.Domain;

/// <summary>How a translation came to be.</summary>
[JsonConverter(typeof(KebabCase<TranslationMethod>))]
public enum TranslationMethod
{
    /// <summary>By who coded, or somebody for them.</summary>
    Own,

    /// <summary>Printed elsewhere, and taken from there.</summary>
    Published,

    /// <summary>By a program, whoever looked at it afterwards.</summary>
    Machine,
}

/// <summary>
/// A quotation in the casebook’s language. It stands beside the original and never in its place: what is quoted, counted and found in the
/// article are the source’s own words.
/// </summary>
public sealed record Translation
{
    public required string Text { get; init; }

    public required TranslationMethod Method { get; init; }

    /// <summary>Who translated: a person, a publication, a program.</summary>
    public string? By { get; init; }

    /// <summary>When it was translated, or read where it was published.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Words in <see cref="Text"/> that weaken.</summary>
    public IReadOnlyList<string> Hedges { get; init; } = [];

    /// <summary>Words in <see cref="Text"/> that evaluate.</summary>
    public IReadOnlyList<string> Loaded { get; init; } = [];

    /// <summary>The words it was made of, where the quotation has others by now; null while it has these.</summary>
    public string? Of { get; init; }

    /// <summary>True once the original was changed and the translation was not.</summary>
    public bool IsOutOfDate => Of is not null;

    /// <summary>What breaks a rule in a quotation’s translation.</summary>
    internal static IEnumerable<Finding> Rules(Quotation quotation)
    {
        if (quotation.Translation is not { } translation)
            yield break;
        if (translation.Of == quotation.Exact)
            yield return new(quotation, "its translation is of the words that are quoted; leave “of” out.", "translation");
        foreach (var (name, marks) in new[] { ("hedges", translation.Hedges), ("loaded", translation.Loaded) })
        foreach (var mark in marks)
            if (mark.Length == 0 || !translation.Text.Contains(mark, StringComparison.Ordinal))
                yield return new(quotation, $"translation.{name}: “{mark}” does not stand in the translation.", "translation");
    }

    /// <summary>Its texts.</summary>
    internal static IEnumerable<ItemText> Texts(Quotation quotation) =>
        quotation.Translation is not { } translation
            ? []
            :
            [
                ItemText.Needed(quotation, "translation", translation.Text, ItemText.Line, "translation"),
                ItemText.Optional(quotation, "translator’s name", translation.By, ItemText.Line, "translation"),
                ItemText.Optional(quotation, "words that were translated", translation.Of, ItemText.Line, "translation"),
            ];
}
