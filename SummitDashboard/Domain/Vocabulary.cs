using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitDashboard.Domain;

/// <summary>How one source puts one claim; exactly one per claim and source.</summary>
[JsonConverter(typeof(KebabCase<Stance>))]
public enum Stance
{
    /// <summary>States it in its own voice as fact.</summary>
    Asserts,

    /// <summary>States it as somebody's word, named or not.</summary>
    Attributes,

    /// <summary>States it as to come: planned, expected, scheduled.</summary>
    Anticipates,

    /// <summary>States it in its own voice with weakened certainty.</summary>
    Hedges,

    /// <summary>Argues against it, or reports a denial as weighty.</summary>
    Disputes,

    /// <summary>Was read whole and does not make it.</summary>
    Silent,
}

/// <summary>How a source speaks of an event.</summary>
[JsonConverter(typeof(KebabCase<MentionMode>))]
public enum MentionMode
{
    Anticipated,
    Reported,
    Recalled,
    Attributed,
}

/// <summary>How a person's words reach the reader: his own words, the source's words for them, or none.</summary>
[JsonConverter(typeof(KebabCase<StatementMode>))]
public enum StatementMode
{
    Direct,
    Paraphrase,
    Mentioned,
}

/// <summary>What a fact about a source rests on.</summary>
[JsonConverter(typeof(KebabCase<Basis>))]
public enum Basis
{
    Given,
    Inferred,
    InferredAcrossSources,
}

/// <summary>What a paragraph of an article is.</summary>
[JsonConverter(typeof(KebabCase<ParagraphKind>))]
public enum ParagraphKind
{
    Headline,
    Lead,
    Body,
    Quotation,
    Bullet,
    Caption,
    Byline,
    Boilerplate,
}

/// <summary>The stretch of the story in which an event lies; the timeline folds along these.</summary>
[JsonConverter(typeof(KebabCase<Phase>))]
public enum Phase
{
    Background,
    Before,
    Visit,
    Aftermath,
}

/// <summary>The form in which a source names a person.</summary>
[JsonConverter(typeof(KebabCase<NameKind>))]
public enum NameKind
{
    FullName,
    TitleAndName,
    Surname,
    Epithet,
}

/// <summary>Where in a text a form of a name counts: as a whole word, or also as the beginning of one.</summary>
[JsonConverter(typeof(KebabCase<NameMatch>))]
public enum NameMatch
{
    Word,

    /// <summary>For languages that hang cases and particles on a name.</summary>
    Prefix,
}

/// <summary>Generic news frames (Semetko and Valkenburg 2000).</summary>
[JsonConverter(typeof(KebabCase<NewsFrame>))]
public enum NewsFrame
{
    Conflict,
    HumanInterest,
    EconomicConsequences,
    Morality,
    Responsibility,
}

/// <summary>Writes a vocabulary's terms into stored documents as they stand in the casebook files.</summary>
public sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;

/// <summary>The written form of the vocabulary's terms: kebab case, as the casebook files and URLs have them.</summary>
public static class Vocabulary
{
    /// <summary>The term as it is written in files: <c>inferred-across-sources</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Cache<T>.Names[value];

    /// <summary>Reads a term; false when it is none of this vocabulary's.</summary>
    public static bool TryRead<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word is not null && Cache<T>.Values.TryGetValue(word, out value);
    }

    /// <summary>Every term of a vocabulary, in its order.</summary>
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Cache<T>.Values.Keys;

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>()
            .ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

        public static readonly Dictionary<string, T> Values = Names.ToDictionary(p => p.Value, p => p.Key);
    }
}
