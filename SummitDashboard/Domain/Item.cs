using System.Text.Json.Serialization;

namespace SummitDashboard.Domain;

/// <summary>One coded thing: a source, an actor, an event or a claim. It is kept as one document and changed as a whole.</summary>
public abstract record Item
{
    /// <summary>
    /// The id without its type, as rows, files and addresses have it: for who has an item of any kind. References hold ids, so that a new
    /// slug breaks nothing.
    /// </summary>
    public abstract string RawId { get; }

    /// <summary>The name in files and URLs: <c>a-z 0-9 -</c>, at most 80 characters, one of its kind.</summary>
    public required string Slug { get; init; }

    /// <summary>The editor's note, Markdown. Hostile until rendered.</summary>
    public string Note { get; init; } = "";
}

/// <summary>An item of a kind, with the id of that kind.</summary>
public abstract record Item<T> : Item
    where T : Item<T>
{
    /// <summary>Stable; no two items of a casebook have the same.</summary>
    public required Id<T> Id { get; init; }

    public sealed override string RawId => Id.Value;
}

/// <summary>
/// A fragment of a source's text, character for character: the exact part of a W3C TextQuoteSelector,
/// with the paragraph in place of prefix and suffix.
/// </summary>
public sealed record Quotation
{
    /// <summary>At most 15 words, never a whole sentence.</summary>
    public required string Exact { get; init; }

    /// <summary>Non-empty lines counted from 1.</summary>
    public required int Paragraph { get; init; }

    /// <summary>Which one, from 1, where the fragment stands in the paragraph more than once.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>Where it stands in the whole text, if it was picked there; it must agree with paragraph and occurrence.</summary>
    public TextPosition? Position { get; init; }

    /// <summary>True where it was typed while the article was not at hand: nobody has compared it with the text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unverified { get; init; }

    /// <summary>This fragment's own stance, where it differs from its framing's.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Whose word it is, where the source says so.</summary>
    public Cited? Cites { get; init; }

    /// <summary>Words in <see cref="Exact"/> that weaken.</summary>
    public IReadOnlyList<string> Hedges { get; init; } = [];

    /// <summary>Words in <see cref="Exact"/> that evaluate.</summary>
    public IReadOnlyList<string> Loaded { get; init; } = [];

    /// <summary>Where it is in another language than the casebook.</summary>
    public Translation? Translation { get; init; }

    /// <summary>
    /// True where a word is marked in the translation alone, as a hedge or as loaded: what is read out of it hangs on how it was
    /// translated.
    /// </summary>
    public bool RestsOnTranslation =>
        Translation is { } t && ((t.Hedges.Count > 0 && Hedges.Count == 0) || (t.Loaded.Count > 0 && Loaded.Count == 0));
}

/// <summary>
/// A W3C TextPositionSelector: Unicode code points from the start of the article's text (as it is hashed), the end not included.
/// </summary>
public sealed record TextPosition(int Start, int End)
{
    /// <summary><c>120-145</c>, as in files.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start}-{End}");

    /// <summary>Reads <c>120-145</c>; null where it is anything else.</summary>
    public static TextPosition? Parse(string? text) =>
        text?.Split('-') is [var a, var b]
        && int.TryParse(a, System.Globalization.NumberStyles.None, null, out var start)
        && int.TryParse(b, System.Globalization.NumberStyles.None, null, out var end)
        && start < end
            ? new(start, end)
            : null;
}

/// <summary>Who is cited: an actor of the casebook by id, or anybody else in plain words.</summary>
public sealed record Cited(ActorId? Actor, string? Other);
