using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>How a field is drawn.</summary>
public enum FieldKind
{
    Line,
    Text,
    Markdown,
    Date,
    Language,
    Choice,
    Many,

    /// <summary>One item of the casebook.</summary>
    Item,

    /// <summary>Several items of the casebook.</summary>
    Items,
    Quotation,

    /// <summary>A list of keys and labels.</summary>
    Pairs,

    /// <summary>The number of a source’s colour, with the colour beside it.</summary>
    Colour,

    /// <summary>A source’s place in the order of writing.</summary>
    Place,

    /// <summary>Lists of words, by language.</summary>
    Words,

    /// <summary>The paragraphs of a source.</summary>
    Paragraphs,
    Heading,
}

/// <summary>One field of a form: its name, the words above it and below it, what may be chosen, and whether it may be left empty.</summary>
/// <param name="Options">The values that may be chosen, each with its words.</param>
/// <param name="Among">The items of which one or several may be chosen; the field holds their ids.</param>
/// <param name="IsQuoted">True for words of the source that the form is of: they are in its language and run its way.</param>
public sealed record FieldSpec(
    string Name,
    string Label,
    FieldKind Kind = FieldKind.Line,
    string? Hint = null,
    IReadOnlyList<(string Value, string Label)>? Options = null,
    bool IsRequired = false,
    IReadOnlyList<Item>? Among = null,
    bool IsQuoted = false
);
