using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Claims;

/// <summary>
/// The side-by-side and the matrix as Markdown (GitHub's tables). Whatever stands in the casebook is escaped: it is text, not markup.
/// </summary>
public static class ClaimMarkdown
{
    private const string Special = @"\`*_{}[]<>|#~&!";

    /// <summary>The tellings as a table, the quotations with siglum and paragraph, the citation.</summary>
    public static string OfClaim(Comparison comparison, ClaimsQuery query, (string Words, string Permalink) cite)
    {
        var (casebook, claim) = (comparison.Casebook, comparison.Claim);
        var text = new StringBuilder();
        text.AppendLine($"# {Escape(claim.Question)}").AppendLine().AppendLine(EscapeLine(claim.Statement)).AppendLine();
        AsOf(text, query);
        text.AppendLine($"Contested: {ScopedContestedness.Of(casebook, claim, query).Score}").AppendLine();
        foreach (var line in claim.Note.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            text.AppendLine(EscapeLine(line)).AppendLine();

        var told = comparison.Tellings.Where(t => t.Told is not null).ToList();
        Line(text, ["", .. comparison.Tellings.Select(t => $"{Prose.Name(t.Source.Siglum)} · {Prose.Name(t.Source.Name)}")]);
        Rule(text, comparison.Tellings.Count + 1);
        // The words are no row here: they follow below, whether they differ or not.
        var rows = comparison.Visible(query.OnlyDifferences);
        foreach (var row in rows.Where(r => r.Kind != RowKind.Words))
            Line(text, [row.Label, .. comparison.Tellings.Select(t => InCell(casebook, row, t))]);
        var folded = comparison.Rows.Except(rows).Where(r => r.Kind != RowKind.Words).ToList();
        if (folded.Count > 0)
            text.AppendLine().AppendLine(EscapeLine(ClaimLabels.Folded(folded)));

        if (told.Count > 0)
            text.AppendLine().AppendLine("## Words").AppendLine();
        foreach (var telling in told)
        foreach (var quotation in telling.Told!.Quotations)
            text.AppendLine(
                $"- **{Escape(telling.Source.Siglum)}** ¶ {quotation.Paragraph}: {Escape(QuotationMarks.Around(quotation.Exact))}"
                    + $"{(Remarks(casebook, telling.Source, quotation) is { Length: > 0 } remarks ? $" ({Escape(remarks)})" : "")}"
            );

        var empty = comparison.Tellings.Where(t => t.Told is null).ToList();
        if (empty.Count > 0)
            text.AppendLine().AppendLine("## Where there are no words").AppendLine();
        foreach (var telling in empty)
            text.AppendLine($"- **{Escape(telling.Source.Siglum)}** {telling.Word}: {Escape(ClaimLabels.WhyEmpty(casebook, telling))}");
        return text.AppendLine().AppendLine("---").AppendLine().AppendLine($"{Escape(cite.Words)} <{cite.Permalink}>").ToString();
    }

    /// <summary>Every claim listed, a row each, and a column per source.</summary>
    public static string OfMatrix(Casebook casebook, ClaimsQuery query, (string Words, string Permalink) cite)
    {
        var text = new StringBuilder();
        text.AppendLine($"# {Escape(casebook.Head.Title)}: claims by sources").AppendLine();
        AsOf(text, query);
        Line(text, ["Claim", "Theme", "Contested", .. query.Shown.Sources.Select(s => s.Siglum)]);
        Rule(text, query.Shown.Sources.Count + 3);
        foreach (var claim in ClaimList.Of(casebook, query).Claims)
            Line(
                text,
                [
                    claim.Question,
                    casebook.ThemeLabel(claim.Theme),
                    ScopedContestedness.Of(casebook, claim, query).Score,
                    .. Comparison
                        .Tell(casebook, claim, query.Shown.Sources, query.AsOf)
                        .Select(t => query.Shown.Shows(t.Source, claim) ? InMatrix(casebook, claim, t) : ""),
                ]
            );
        text.AppendLine();
        foreach (var source in query.Shown.Sources)
            text.AppendLine($"- **{Escape(source.Siglum)}** {Escape(source.Name)}: {Escape(Labels.Facts(source))}");
        return text.AppendLine().AppendLine("---").AppendLine().AppendLine($"{Escape(cite.Words)} <{cite.Permalink}>").ToString();
    }

    /// <summary>A text as Markdown that shows it as it is, on one line, after something else on that line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.Trim())
        {
            if (Special.Contains(c))
                escaped.Append('\\');
            escaped.Append(char.IsControl(c) ? ' ' : c);
        }
        return escaped.ToString();
    }

    /// <summary>The same for a line of its own, at whose start a hyphen or a number would begin a list.</summary>
    public static string EscapeLine(string line)
    {
        var text = Escape(line);
        if (text is ['-' or '+' or '=', ..])
            return "\\" + text;
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < text.Length && text[digits] is '.' or ')' ? text.Insert(digits, "\\") : text;
    }

    private static void AsOf(StringBuilder text, ClaimsQuery query)
    {
        if (query.AsOf is { } day)
            text.AppendLine($"As known by the end of {Edtf.FormatDay(day)}.").AppendLine();
    }

    private static string InMatrix(Casebook casebook, Claim claim, Telling telling)
    {
        if (telling.Told is not { } framing)
            return telling.Word;
        var words = ContentWords.KeyQuotation(claim, framing) is { } carrying
            ? $": {QuotationMarks.Around(carrying.Exact)} (¶ {carrying.Paragraph}"
                + $"{(Remarks(casebook, telling.Source, carrying) is { Length: > 0 } remarks ? $"; {remarks}" : "")})"
            : "";
        return telling.Word + (framing.Also is { } also ? $", also {Vocabulary.Of(also)}" : "") + words;
    }

    private static string InCell(Casebook casebook, ComparisonRow row, Telling telling)
    {
        if (telling.Told is not { } framing)
            return row.Kind == RowKind.Stance ? telling.Word : "";
        return row.Kind switch
        {
            RowKind.Stance => telling.Word + (framing.Also is { } also ? $", also {Vocabulary.Of(also)}" : ""),
            RowKind.Aspect => ClaimLabels.Slot(framing, row.Aspect!),
            RowKind.Cited => Comparison.CitedIn(framing).ToList() is { Count: > 0 } cited
                ? string.Join("; ", cited.Select(casebook.NameOf))
                : "nobody",
            RowKind.Frames => framing.Frames.Count == 0 ? "none" : string.Join(", ", framing.Frames.Select(Comparison.NameOf)),
            _ => framing.Gloss ?? "",
        };
    }

    // In which language it is, where that is not the casebook’s; its translation, whose word it is, and what is marked in it.
    private static string Remarks(Casebook casebook, Source source, Quotation quotation)
    {
        var remarks = new List<string>();
        if (source.Language?.Value is { } language && !LanguageTag.AreAlike(language, casebook.Head.Language))
            remarks.Add(Languages.Called(language));
        if (quotation.Translation is { } translation)
            remarks.Add(Translated(translation));
        if (quotation.Cites is { } cited)
            remarks.Add($"citing {casebook.NameOf(cited)}");
        if (quotation.Stance is { } stance)
            remarks.Add($"here it {Vocabulary.Of(stance)}");
        if (quotation.Hedges.Count > 0)
            remarks.Add($"hedges: {string.Join(", ", quotation.Hedges)}");
        if (quotation.Loaded.Count > 0)
            remarks.Add($"loaded: {string.Join(", ", quotation.Loaded)}");
        if (quotation.Translation is { Hedges.Count: > 0 } weakened)
            remarks.Add($"hedges in the translation: {string.Join(", ", weakened.Hedges)}");
        if (quotation.Translation is { Loaded.Count: > 0 } evaluated)
            remarks.Add($"loaded in the translation: {string.Join(", ", evaluated.Loaded)}");
        return string.Join("; ", remarks);
    }

    private static string Translated(Translation translation) =>
        $"{QuotationMarks.Around(translation.Text)}, {TranslationLabels.Of(translation)}";

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendLine($"| {string.Join(" | ", cells.Select(Escape))} |");

    private static void Rule(StringBuilder text, int columns) => text.AppendLine("|" + string.Concat(Enumerable.Repeat(" --- |", columns)));
}
