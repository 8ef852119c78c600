using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Forms;

/// <summary>Filling in where a typed or picked fragment stands.</summary>
public static class QuotationPlace
{
    /// <summary>
    /// Notes paragraph, occurrence and position of a picked stretch of a paragraph, with its characters whole and without white space at
    /// its ends; nothing where no words stand there. Words were made whole where they were picked, if they were to be
    /// (QuotePicker.razor.js): what the page showed as chosen is what is quoted.
    /// </summary>
    public static void Pick(QuotationFields fields, ArticleText text, int paragraph, int start, int end)
    {
        if (paragraph < 1 || paragraph > text.Paragraphs.Count || start < 0 || end <= start)
            return;
        Place(fields, text, paragraph, Characters.Trimmed(text.Paragraphs[paragraph - 1], new(start, end - start)));
    }

    /// <summary>
    /// After somebody typed a fragment: finds it in the text (<see cref="FragmentSearch.Find"/>), first in the paragraph given, and takes
    /// the text’s own characters for it. Null where the text does not have it; then only the position goes.
    /// </summary>
    public static FoundFragment? Find(QuotationFields fields, ArticleText text)
    {
        fields.Position = null;
        fields.Exact = fields.Exact.Trim();
        var occurrence = Number(fields.Occurrence);
        var found = FragmentSearch.Find(text.Paragraphs, fields.Exact, Number(fields.Paragraph), Math.Max(1, occurrence));
        if (found is not null)
            Place(fields, text, found.Paragraph, found.Span);
        return found;
    }

    private static void Place(QuotationFields fields, ArticleText text, int paragraph, TextSpan span)
    {
        if (span.Length == 0)
            return;
        var words = text.Paragraphs[paragraph - 1];
        fields.Exact = span.In(words);
        fields.Unverified = false;
        fields.Paragraph = paragraph.ToString(CultureInfo.InvariantCulture);
        var occurrence = 1 + TextSpan.CountOf(words[..(span.End - 1)], fields.Exact);
        fields.Occurrence = occurrence > 1 ? occurrence.ToString(CultureInfo.InvariantCulture) : "";
        fields.Position = text.PositionOf(paragraph, span);
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
