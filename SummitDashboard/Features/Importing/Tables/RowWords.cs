using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>The words and cells in which the rows of each kind are shown.</summary>
public static class RowWords
{
    private const int MostShown = 160;

    /// <summary>What a row is in the choice of kinds, each with its word in addresses.</summary>
    public static IReadOnlyList<(RowsOf Kind, string Words)> Kinds { get; } =
    [(RowsOf.Sources, "a source"), (RowsOf.Claims, "a claim"), (RowsOf.Codings, "a coding of a claim in a source")];

    /// <summary>What is counted.</summary>
    public static string Noun(RowsOf kind, bool isOfReferences) =>
        kind == RowsOf.Codings ? "cell"
        : isOfReferences ? "work"
        : "row";

    /// <summary>What the button does.</summary>
    public static string Save(RowsOf kind, int count, int themes = 0) =>
        kind switch
        {
            RowsOf.Codings => $"Code {Labels.Count(count, "cell")}",
            RowsOf.Claims => $"Add {Labels.Count(count, "claim")}{(themes == 0 ? "" : $" and {Labels.Count(themes, "theme")}")}",
            _ => $"Add {Labels.Count(count, "source")}",
        };

    /// <summary>What it has done.</summary>
    public static string Saved(RowsOf kind, int count, int themes = 0) =>
        kind switch
        {
            RowsOf.Codings => $"{Labels.Count(count, "cell")} coded",
            RowsOf.Claims => $"{Labels.Count(count, "claim")}{(themes == 0 ? "" : $" and {Labels.Count(themes, "theme")}")} added",
            _ => $"{Labels.Count(count, "source")} added",
        };

    /// <summary>The heads over the cells.</summary>
    public static string[] Heads(RowsOf kind) =>
        kind switch
        {
            RowsOf.Codings => ["Claim", "Source", "Stance", "Its words", "Our reading"],
            RowsOf.Claims => ["Question", "Statement", "Theme", "Event", "Aspects", "Note"],
            _ => ["Short name", "Siglum", "Title", "Byline", "Where", "Published", "Language", "Address"],
        };

    /// <summary>
    /// The cells of a row. Each stands for itself, whichever way it is written; in one of them the words of a quotation turn nothing that
    /// stands beside them.
    /// </summary>
    public static string[] Cells(Proposed row, Casebook casebook) =>
        row switch
        {
            ProposedSource { Source: var s } =>
            [
                s.Name,
                s.Siglum,
                s.Title?.Value ?? "",
                s.Byline?.Value ?? "",
                s.Publisher?.Value ?? "",
                s.Published?.Value ?? "",
                s.Language?.Value ?? "",
                s.Url?.Value ?? "",
            ],
            ProposedClaim { Claim: var c } p =>
            [
                Short(c.Question),
                Short(c.Statement),
                casebook.Head.Themes.FirstOrDefault(t => t.Key == c.Theme)?.Label
                    ?? (p.NewTheme is { } made && made.Key == c.Theme ? $"{WritingDirection.Isolated(made.Label)} (new)" : ""),
                casebook.Events.TryGet(c.Event, out var happening) ? happening.Label : "",
                string.Join(" · ", c.Aspects.Select(a => WritingDirection.Isolated(Short(a.Label)))),
                Short(c.Note),
            ],
            ProposedCell c =>
            [
                c.Claim?.Question ?? "",
                c.Source?.Siglum ?? "",
                c.Next is { } f ? Vocabulary.Of(f.Stance) : "",
                string.Join(" · ", c.Next?.Quotations.Select(q => $"{Remark.Quoted(q.Exact)} ¶ {q.Paragraph}") ?? []),
                Short(c.Next?.Gloss ?? ""),
            ],
            _ => [],
        };

    /// <summary>Which way a cell runs: a list of ours from left to right, whatever stands in it; a text as its own letters do.</summary>
    public static string Way(string cell) => cell.Contains('\u2068') ? "ltr" : "auto";

    /// <summary>The beginning of a text, as much as a cell shows.</summary>
    public static string Short(string text) => text.Length <= MostShown ? text : Characters.Whole(text, new(0, MostShown)).In(text) + "…";
}
