namespace SummitDashboard.Forms;

/// <summary>How a field is drawn.</summary>
public enum FieldKind
{
    Line,
    Text,
    Markdown,
    Choice,
    Many,
    Quotation,

    /// <summary>A list of keys and labels.</summary>
    Pairs,

    /// <summary>The paragraphs of a source.</summary>
    Paragraphs,
    Heading,
}

/// <summary>One field of a form: its name, the words above it and below it, what may be chosen, and whether it may be left empty.</summary>
public sealed record FieldSpec(
    string Name,
    string Label,
    FieldKind Kind = FieldKind.Line,
    string? Hint = null,
    IReadOnlyList<(string Value, string Label)>? Options = null,
    bool IsRequired = false
);
