using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>What stands above the headline: the paper’s name, the section, a word that says what the article is.</summary>
internal static partial class ParagraphKinds
{
    // A paper’s name alone, with the headline below it.
    private static bool IsMasthead(IReadOnlyList<Line> lines, int n, bool hasHeadline) =>
        n < NearTop
        && !hasHeadline
        && Furniture.PaperOf(lines[n].Text) is not null
        && !Furniture.IsNavigation(lines[n].Text)
        && lines
            .Skip(n + 1)
            .Take(NearTop)
            .Index()
            .Any(l => l.Item.Kind == ParagraphKind.Headline || LooksLikeHeadline(l.Item.Text, lines.Count - n - 1 - l.Index));

    // In capitals a name has no accents in some languages: “ΑΙΓΑΙΑΚΟ ΠΡΑΚΤΟΡΕΙΟ”.
    private static bool IsSame(string line, string publisher) =>
        Folding.Of(line) == Folding.Of(publisher)
        || !line.Any(char.IsLower) && line.Any(char.IsUpper) && WithoutMarks(line) == WithoutMarks(publisher);

    private static string WithoutMarks(string text) =>
        Folding.Of(string.Concat(Icu.Decompose(text).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)));

    // A word or two above the headline that say what it is, or in which section: “Exclusive”, “World”.
    private static bool IsKicker(IReadOnlyList<Line> lines, int n, string? title, bool hasTitle, bool isFirst)
    {
        var line = lines[n];
        if (n + 1 >= lines.Count || line.Kind is not (null or ParagraphKind.Body or ParagraphKind.Headline))
            return false;
        var isNamed = KickerPattern().IsMatch(line.Text) || SectionNames.Is(line.Text);
        if (IsTitle(line.Text, title) || !isNamed && line.Kind == ParagraphKind.Headline)
            return false;
        // Between a section and the headline the day may stand, or another section.
        var at = n + 1;
        while (isNamed && at < lines.Count - 1 && at < n + NearTop && IsAboveHeadline(lines[at], title))
            at++;
        var next = lines[at];
        var isAbove = hasTitle
            ? IsTitle(next.Text, title)
            : next.Kind == ParagraphKind.Headline || isFirst && LooksLikeHeadline(next.Text, lines.Count - at) && Of(next, null) is null;
        var words = Words.Count(line.Text);
        return isAbove
            && (
                isNamed
                || words <= (hasTitle || next.Kind == ParagraphKind.Headline ? LongestKicker : 1)
                    && line.Text.Length <= LongestFurnitureEastAsia
                    && line.Text.Any(char.IsLetter)
                    && !FullStop().IsMatch(line.Text)
                    && Of(line, null) is null
            );
    }

    private static bool IsAboveHeadline(Line line, string? title) =>
        line.Kind != ParagraphKind.Headline
        && !IsTitle(line.Text, title)
        && (
            Furniture.IsPaperAlone(line.Text)
            || SectionNames.Is(line.Text)
            || Of(line, null) is { Kind: ParagraphKind.Boilerplate or ParagraphKind.Byline }
        );

    // A short first line without a full stop, with prose behind it.
    private static bool LooksLikeHeadline(string line, int left) =>
        left > 2 && Words.Count(line) is > 1 and < 25 && !FullStop().IsMatch(line);
}
