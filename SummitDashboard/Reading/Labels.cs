using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading;

/// <summary>The interface's words for the domain's terms, said the same way on every page.</summary>
public static class Labels
{
    public static string Of(Edtf? date) => date?.Describe() ?? "no date";

    /// <summary>What it rests on: a note where there are no words.</summary>
    public static string Of(Written written) => Of(written.Basis, !string.IsNullOrEmpty(written.Words), written.Note);

    /// <summary>The same of a fact.</summary>
    public static string Of(Fact fact) => Of(fact.Basis, !string.IsNullOrEmpty(fact.Words), fact.Note);

    /// <summary>The same of an event’s date, which is in the words of the sources named.</summary>
    public static string Of(DateBasis date) => Of(date.Basis, date.Sources.Count > 0, date.Note);

    private static string Of(Basis basis, bool hasWords, string? note) =>
        basis switch
        {
            Basis.Given => "printed in the source",
            Basis.Inferred when hasWords => "inferred from its words",
            Basis.Inferred when !string.IsNullOrWhiteSpace(note) => "inferred; the note says why",
            Basis.Inferred => "inferred",
            _ => "inferred across sources",
        };

    public static string Of(WritingTime time) =>
        time switch
        {
            WritingTime.Before => "before",
            WritingTime.During => "during",
            WritingTime.After => "after",
            _ => "cannot tell",
        };

    /// <summary>The sign of a mode in the timeline's lanes and lists, told apart by shape.</summary>
    public static string Sign(MentionMode mode) =>
        mode switch
        {
            MentionMode.Anticipated => "○",
            MentionMode.Reported => "●",
            MentionMode.Recalled => "◐",
            _ => "◌",
        };

    /// <summary>One or two letters for a person without a portrait.</summary>
    public static string Initials(string name)
    {
        var parts = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? "?" : string.Concat(parts.Take(2).Select(p => p[..Characters.LengthAt(p, 0)].ToUpperInvariant()));
    }

    /// <summary>“1 source”, “3 sources”.</summary>
    public static string Count(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n:N0} {noun}s";

    /// <summary>The byline and the date under a source's name, unknown ones said.</summary>
    public static string Facts(Source source) =>
        $"{Prose.Name(source.Byline?.Value ?? "no byline")}, "
        + source.Published switch
        {
            { Basis: Basis.Given } => Of(source.Written?.Date) + ", printed",
            { Words: { Length: > 0 } printed } other => $"“{Text.WritingDirection.Isolated(printed)}” printed, taken as {DateOf(other)}",
            _ => "no date printed",
        };

    private static string DateOf(Fact fact) => Edtf.TryParse(fact.Value, out var date, out _) ? date.Describe() : fact.Value;
}
