using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>Filling in where a typed or picked fragment stands.</summary>
internal static class QuotationPlace
{
    /// <summary>
    /// Notes paragraph, occurrence and position of a picked stretch of a paragraph, trimmed to whole words; nothing where no words stand
    /// there.
    /// </summary>
    public static void Pick(QuotationFields fields, ArticleText text, int paragraph, int start, int end)
    {
        if (paragraph < 1 || paragraph > text.Paragraphs.Count || start < 0 || end <= start)
            return;
        var words = text.Paragraphs[paragraph - 1];
        var span = Words(words, start, end);
        if (span.Length == 0)
            return;
        fields.Exact = words.Substring(span.Start, span.Length);
        Place(fields, text, paragraph, 1 + TextSpan.CountOf(words[..(span.End - 1)], fields.Exact));
    }

    /// <summary>
    /// After somebody typed a fragment: finds it in the text, first in the paragraph given, else in the first that has it. False where the
    /// text does not have it; then only the position goes.
    /// </summary>
    public static bool Find(QuotationFields fields, ArticleText text)
    {
        fields.Position = null;
        fields.Exact = fields.Exact.Trim();
        if (fields.Exact.Length == 0)
            return true;
        var places = Enumerable
            .Range(1, text.Paragraphs.Count)
            .Where(p => text.Paragraphs[p - 1].Contains(fields.Exact, StringComparison.Ordinal))
            .ToList();
        if (places.Count == 0)
            return false;
        var (given, occurrence) = (Number(fields.Paragraph), Number(fields.Occurrence));
        var paragraph = places.Contains(given) ? given : places[0];
        Place(fields, text, paragraph, paragraph == given && occurrence > 1 ? occurrence : 1);
        return true;
    }

    private static void Place(QuotationFields fields, ArticleText text, int paragraph, int occurrence)
    {
        fields.Unverified = false;
        fields.Paragraph = paragraph.ToString(CultureInfo.InvariantCulture);
        fields.Occurrence = occurrence > 1 ? occurrence.ToString(CultureInfo.InvariantCulture) : "";
        fields.Position = text.PositionOf(
            new()
            {
                Exact = fields.Exact,
                Paragraph = paragraph,
                Occurrence = occurrence,
            }
        ) ?? fields.Position;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // Blanks and half words at the ends of a selection are slips of the hand.
    private static TextSpan Words(string text, int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]) && start < text.Length && char.IsLetterOrDigit(text[start]))
            start--;
        while (end < text.Length && end > start && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1]))
            end++;
        return new(start, end - start);
    }
}
