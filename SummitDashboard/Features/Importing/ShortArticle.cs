using SummitDashboard.Domain;

namespace SummitDashboard.Features.Importing;

/// <summary>An article so short that the words which say its title, author and day are more than may be quoted of it.</summary>
internal static class ShortArticle
{
    private const string NotKept = "Its words are not kept: of so short an article no more may be quoted.";

    /// <summary>
    /// The source with as many words of its facts as its article allows, the shortest first; what they say, and where it stands, is kept.
    /// </summary>
    public static Source WithinItsQuarter(Source source, ArticleText text)
    {
        while (source.Article.IsKnown && Share(source, text).IsOver && Longest(source) is { } words)
            source = source with
            {
                Title = Without(source.Title, words),
                Byline = Without(source.Byline, words),
                Publisher = Without(source.Publisher, words),
                Published = Without(source.Published, words),
                Language = Without(source.Language, words),
                Written =
                    source.Written is { Words: { } its, Paragraph: not null } written && its == words
                        ? written with
                        {
                            Words = null,
                            Note = Said(written.Note),
                        }
                        : source.Written,
            };
        return source;
    }

    private static QuotedShare Share(Source source, ArticleText text) =>
        QuotedShare.In(source, text, Kinds.Of(source).QuotedOf(source).Select(q => q.Quotation));

    private static string? Longest(Source source) => Kinds.Of(source).QuotedOf(source).Select(q => q.Quotation.Exact).MaxBy(w => w.Length);

    private static Fact? Without(Fact? fact, string words) =>
        fact is { Paragraph: not null } && fact.Words == words ? fact with { Words = null, Note = Said(fact.Note) } : fact;

    private static string Said(string? note) => note is null ? NotKept : $"{note} {NotKept}";
}
