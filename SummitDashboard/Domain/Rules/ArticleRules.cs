using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>What must hold of a source’s words as against its article, where that is at hand.</summary>
internal static class ArticleRules
{
    /// <summary>One quotation: that it stands where it says, whole, and is no whole sentence.</summary>
    public static IEnumerable<Finding> Of(Quotation q, ArticleText text)
    {
        if (q.Paragraph < 1 || q.Paragraph > text.Paragraphs.Count)
            yield break;
        var paragraph = text.Paragraphs[q.Paragraph - 1];
        if (text.Find(q) is not { } span)
        {
            var elsewhere = Enumerable
                .Range(1, text.Paragraphs.Count)
                .Where(n => text.Paragraphs[n - 1].Contains(q.Exact, StringComparison.Ordinal))
                .ToList();
            yield return new(
                q,
                $"“{q.Exact}” does not stand in paragraph {q.Paragraph}"
                    + (q.Occurrence > 1 ? $" {q.Occurrence} times" : "")
                    + (
                        elsewhere.Count > 0
                            ? $"; it stands in {string.Join(", ", elsewhere)}."
                            : "; compare spelling, quotes and hyphens with the text."
                    )
            );
            yield break;
        }
        if (q.Position is { } position && position != text.PositionOf(q.Paragraph, span))
            yield return new(q, $"“{q.Exact}” stands at {text.PositionOf(q.Paragraph, span)}, not at {position}.");
        if (!Characters.IsWhole(paragraph, span))
            yield return new(q, $"“{q.Exact}” cuts a character in two: what a reader takes for one begins before it, or ends behind it.");
        else if (Words.IsCutAt(paragraph, span.Start) || Words.IsCutAt(paragraph, span.End))
            yield return new(q, $"“{q.Exact}” cuts a word in two.");
        if (IsSentence(paragraph, q.Exact))
            yield return new(q, $"“{q.Exact}” is a whole sentence of the article; quote a part of it.");
    }

    /// <summary>The words on which the facts of a source rest.</summary>
    public static IEnumerable<Finding> OfFacts(Source source, ArticleText text)
    {
        foreach (var fact in new[] { source.Title, source.Byline, source.Publisher, source.Published, source.Language }.OfType<Fact>())
            if (fact is { Words: { } words, Paragraph: { } p } && !Stands(text, words, p))
                yield return new(fact, $"“{words}” does not stand in paragraph {p}.", "words");
        if (source.Written is { Words: { } w, Paragraph: { } n } && !Stands(text, w, n))
            yield return new(source.Written, $"“{w}” does not stand in paragraph {n}.", "words");
    }

    /// <summary>Lines of the naming ledger that a source has, counted together: a longer form takes a shorter one’s place.</summary>
    public static IEnumerable<Finding> OfNames(Source source, ArticleText text, IEnumerable<Naming> all, IEnumerable<Naming> lines)
    {
        var counts = new Lazy<NameCounts>(() => NameCounts.In(source, text, all));
        foreach (var name in lines.Where(n => n.Form.Length > 0))
            if (counts.Value.Of(name) is var (prose, boilerplate) && (prose, boilerplate) != (name.Count, name.Boilerplate))
                yield return new(
                    name,
                    $"“{name.Form}” is counted {name.Count} + {name.Boilerplate} (prose + boilerplate) in {source.Slug}; the text has "
                        + $"{prose} + {boilerplate}{(name.Match == NameMatch.Prefix ? " words that begin with it" : "")}."
                );
    }

    private static bool Stands(ArticleText text, string words, int paragraph) =>
        text.Find(new Quotation { Exact = words, Paragraph = paragraph }) is not null;

    /// <summary>True where a fragment is all of a sentence that has more than a few words, which may not be quoted.</summary>
    public static bool IsSentence(string paragraph, string exact)
    {
        var words = Sentences.Bare(exact);
        return Words.Count(words) > 4 && Sentences.In(paragraph).Any(s => Sentences.Bare(s.In(paragraph)) == words);
    }
}
