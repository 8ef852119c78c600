using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>
/// What <c>check</c> holds beyond what loading needs: what is unfinished, what an editor could not bring in (<see cref="CheckRules"/>), how
/// much of each article is quoted, and, where the articles are there, their sizes.
/// </summary>
public static class TextRules
{
    /// <summary>Adds the problems found to the folder's.</summary>
    public static void Check(CaseFolderContents contents, IReadOnlyDictionary<string, ArticleText> textsByHash)
    {
        foreach (var claim in contents.Claims)
        foreach (var source in contents.Sources)
            if (claim.Of(source.Id) is not { } framing)
                contents.Complain(
                    claim,
                    claim,
                    $"is not coded for {source.Slug}; add a framing, silent and signed if the source does not make the claim."
                );
            else
                foreach (var open in Incomplete.Of(framing, claim))
                    contents.Complain(claim, open.Part, $"{source.Slug}: {open.Message}");
        foreach (var happening in contents.Events)
        foreach (var open in Incomplete.Of(happening))
            contents.Complain(happening, happening, open.Message, "dateBasis");

        ArticleText? Of(Source source) => textsByHash.GetValueOrDefault(source.Article.Sha256);
        var sources = contents.Sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        var events = contents.Events.DistinctBy(e => e.Id).ToDictionary(e => e.Id);
        var context = new CheckContext(contents.Head, sources.GetValueOrDefault, events.GetValueOrDefault, contents.Actors, Of);
        foreach (var item in contents.Items())
        foreach (
            var finding in CodebookRules
                .Unseen(item)
                .Concat(NoteDepth.Of(Kinds.Of(item).TextsOf(item)))
                .Concat(CheckRules.Of(item, context))
        )
            contents.Complain(item, finding);

        var quotations = contents.Items().SelectMany(i => Kinds.Of(i).QuotedOf(i)).ToLookup(q => q.Source, q => q.Quotation);
        foreach (var source in contents.Sources)
        {
            var text = Of(source);
            if (QuotedShare.In(source, text, quotations[source.Id]) is { IsOver: true } share)
                contents.Complain(source, source, share.TooMuch);
            if (text is not null)
                Sizes(contents, source, text);
        }
    }

    private static void Sizes(CaseFolderContents contents, Source source, ArticleText text)
    {
        if (text.Paragraphs.Count != source.Article.Paragraphs)
            contents.Complain(
                source,
                source,
                $"article.paragraphs says {source.Article.Paragraphs}, the text has {text.Paragraphs.Count}.",
                "article"
            );
        if (text.WordCount != source.Article.Words)
            contents.Complain(source, source, $"article.words says {source.Article.Words}, the text has {text.WordCount}.", "article");
    }
}
