using SummitDashboard.Domain;

namespace SummitDashboard.Formats.Articles;

/// <summary>Who published an article, as far as its file does not say it in so many words.</summary>
public static partial class FactProposals
{
    // Where the file does not say it, but the line that names the author does: with the day, or before a Korean reporter’s name; or the
    // paper’s own name above the headline.
    private static Fact? Publisher(IReadOnlyList<FoundParagraph> paragraphs, Extract extract)
    {
        foreach (var (n, paragraph) in paragraphs.Index())
            if (paragraph.Kind == ParagraphKind.Byline && PaperSigned(paragraph.Text) is { } publisher)
                return new(publisher, Basis.Given, n + 1, publisher, Note: "The byline names it.");
        foreach (var (n, paragraph) in paragraphs.Take(NearHead).Index())
            if (paragraph.Boilerplate == ParagraphKinds.Other && Furniture.PaperOf(paragraph.Text) is { } name)
                return new(
                    PaperNames.InTitleCase(name),
                    Basis.Given,
                    n + 1,
                    PaperNames.InTitleCase(name) == paragraph.Text ? null : name,
                    "The paper’s name stands above the article."
                );
        foreach (var (n, paragraph) in paragraphs.Index())
            if (paragraph.Kind == ParagraphKind.Byline && PaperOfDesk(paragraph.Text) is { } desk)
                return new(desk, Basis.Given, n + 1, desk, Note: "The byline names it.");
        foreach (var (n, paragraph) in paragraphs.Index())
            if (
                (n < NearHead || n >= paragraphs.Count - NearFoot)
                && paragraph.Boilerplate == ParagraphKinds.DateLine
                && PaperNames.Beside(paragraph.Text) is { } dated
            )
                return new(PaperNames.InTitleCase(dated), Basis.Given, n + 1, dated, "It stands beside the day.");
        return
            extract
                .Said.Where(s => s.About is About.Byline)
                .Select(s => (Paper: PaperOf(s.Value), s.Where))
                .FirstOrDefault(s => s.Paper is not null)
                is ({ } paper, var where)
            ? new(paper, Basis.Given, InFile: where, Note: "The byline names it.")
            : null;
    }

    // Whose the rights are, where nothing says it better.
    private static Fact? Owner(IReadOnlyList<FoundParagraph> paragraphs)
    {
        foreach (var (n, paragraph) in paragraphs.Index().Reverse())
            if (paragraph.Boilerplate == "copyright line" && PaperNames.OwnerIn(paragraph.Text) is { } owner)
                return new(PaperNames.InTitleCase(owner), Basis.Given, n + 1, owner, "The copyright line names it.");
        return null;
    }

    // Printed beside the author and the day, or before a Korean reporter’s name.
    private static string? PaperSigned(string line) => SignedLine.Of(line)?.Publisher ?? PaperOf(line);

    // Before a desk, alone or behind a name; a masthead says it better.
    private static string? PaperOfDesk(string line) => Desks.PaperOf(line) ?? Desks.PaperBehind(line);

    private static string? PaperInByline(string line) => PaperSigned(line) ?? PaperOfDesk(line);

    // What a page takes for its publisher may be the whole byline.
    private static Fact PublisherOf(Said publisher, IReadOnlyList<FoundParagraph> paragraphs) =>
        Given(
            (PaperOf(publisher.Value) ?? PaperNames.Quoted(publisher.Value)) is { } paper ? publisher with { Value = paper } : publisher,
            paragraphs
        );

    private static string? PaperOf(string byline) => PaperPattern().Match(byline) is { Success: true } named ? named.Groups[1].Value : null;
}
