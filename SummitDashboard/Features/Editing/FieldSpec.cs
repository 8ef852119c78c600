namespace SummitDashboard.Features.Editing;

/// <summary>How a field is drawn.</summary>
public enum FieldKind { Line, Text, Markdown, Choice, Many, Quotation, Heading }

/// <summary>One field of a form: its name, the words above it and below it, and what may be chosen.</summary>
public sealed record FieldSpec(string Name, string Label, FieldKind Kind = FieldKind.Line, string? Hint = null, IReadOnlyList<(string Value, string Label)>? Options = null);
