using SummitDashboard.Domain;

namespace SummitDashboard.Features.Editing;

/// <summary>How much of an article is quoted, with what stands in a form in place of what was saved of it.</summary>
internal sealed class ShareNow
{
    private QuotedShare? share;
    private (Source, ArticleText?, string) of;

    /// <summary>The share; null where nobody knows how long the article is.</summary>
    public QuotedShare? Of(
        Casebook casebook,
        Source source,
        ArticleText? text,
        IReadOnlyList<Quotation> saved,
        IReadOnlyList<Quotation> now
    )
    {
        if (!source.Article.IsKnown)
            return null;
        List<Quotation> all = [.. QuotedShare.Beside(casebook, source, saved), .. now];
        // A long article is gone through only where other words are quoted in it.
        var asked = (source, text, string.Join('\n', all.Select(q => $"{q.Paragraph}.{q.Occurrence} {q.Exact}")));
        if (asked != of || share is null)
            (share, of) = (QuotedShare.In(source, text, all), asked);
        return share;
    }
}
