using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>
/// What may be right and deserves a second look: <c>check</c> lists it beside the problems, and it fails nothing. Where a note of the item
/// speaks of it (by paragraph, “¶ 12”, or by the source’s siglum), somebody has looked.
/// </summary>
public static partial class SecondLooks
{
    /// <summary>The looks worth taking in a folder without problems, by file and line.</summary>
    public static IReadOnlyList<Problem> In(CaseFolderContents contents, IReadOnlyDictionary<string, ArticleText> textsByHash)
    {
        var casebook = contents.ToCasebook(0);
        var looks = new List<Problem>();
        void Look(Item item, object part, string message) =>
            looks.Add(new(contents.Files.GetValueOrDefault(item.RawId, ""), contents.LineOf(part), message));

        foreach (var source in casebook.Sources.Where(s => s.Language is { } l && !LanguageTag.IsKnown(l.Value)))
            Look(source, source.Language!, LanguageTag.Unknown(source.Language!.Value));
        if (!LanguageTag.IsKnown(casebook.Head.Language))
            Look(casebook.Head, casebook.Head, LanguageTag.Unknown(casebook.Head.Language));
        foreach (var source in casebook.Sources)
            if (textsByHash.GetValueOrDefault(source.Article.Sha256) is { } text)
                foreach (var (codePoint, what) in Oddities.In(text.Paragraphs))
                    if (!source.Note.Contains(codePoint, StringComparison.Ordinal))
                        Look(source, source, $"its article, {what}");
        foreach (var actor in casebook.Actors)
            Of(actor, casebook, textsByHash, Look);
        foreach (var happening in casebook.Events)
            Of(happening, casebook, Look);
        foreach (var claim in casebook.Claims)
        foreach (var framing in claim.Framings)
        {
            Of(framing, claim, Look);
            foreach (var cited in framing.Quotations.Where(q => q.Cites is not null))
                if (
                    casebook.Actors.TryGet(cited.Cites?.Actor, out var actor)
                    && !IsNamed(actor, casebook.Sources[framing.Source], cited, textsByHash)
                    && !Speaks(claim.Note, cited)
                    && !Speaks(framing.Note, cited)
                )
                    Look(claim, cited, $"“{cited.Exact}” is given to {actor.Name}, whom its paragraph does not name.");
        }
        if (casebook.Head.Language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true)
            foreach (var item in contents.Items())
            foreach (var (_, q) in Kinds.Of(item).QuotationsOf(item))
            foreach (
                var hedge in HedgePattern()
                    .Matches(q.Exact)
                    .Select(m => m.Value)
                    .Where(h => !q.Hedges.Any(m => m.Contains(h, StringComparison.Ordinal)))
            )
                Look(item, q, $"“{hedge}” in “{q.Exact}” is not among its hedges.");
        return [.. looks.OrderBy(l => l.File, StringComparer.Ordinal).ThenBy(l => l.Line)];
    }

    private static void Of(
        Actor actor,
        Casebook casebook,
        IReadOnlyDictionary<string, ArticleText> texts,
        Action<Item, object, string> look
    )
    {
        foreach (var statement in actor.Statements)
        {
            var (source, q) = (casebook.Sources[statement.Source], statement.Quotation);
            if (
                statement.Mode == StatementMode.Paraphrase
                && KindOf(source, q.Paragraph) is { } kind
                && (kind is ParagraphKind.Headline or ParagraphKind.Caption or ParagraphKind.Byline || source.IsBoilerplate(q.Paragraph))
            )
                look(
                    actor,
                    q,
                    $"“{q.Exact}” is a paraphrase in a {Vocabulary.Of(kind)}; quote the paragraph that reports it, or call him mentioned."
                );
            else if (!IsNamed(actor, source, q, texts) && !Speaks(actor.Note, q))
                look(
                    actor,
                    q,
                    $"“{q.Exact}” is a statement of {actor.Name} in {source.Slug}, whose paragraph {q.Paragraph} does not name him."
                );
        }
    }

    private static void Of(Event happening, Casebook casebook, Action<Item, object, string> look)
    {
        if (happening.Phase != Phase.Background && happening.Date is null && happening.DateBasis?.Note is null)
            look(
                happening,
                happening,
                $"has no date and nothing that says why it stands in the phase {Vocabulary.Of(happening.Phase)}; say so in dateBasis, or "
                    + "put it in the background."
            );
        foreach (var mention in happening.Mentions)
        {
            var source = casebook.Sources[mention.Source];
            if (happening.Note.Contains(source.Siglum, StringComparison.Ordinal))
                continue;
            var written = source.Against(happening, casebook);
            if (mention.Mode == MentionMode.Anticipated && written == WritingTime.After)
                look(
                    happening,
                    mention.Quotation,
                    $"{source.Slug} was written after it and is said to anticipate it; is that another event, still to come?"
                );
            if (mention.Mode is MentionMode.Reported or MentionMode.Recalled && written == WritingTime.Before)
                look(
                    happening,
                    mention.Quotation,
                    $"{source.Slug} was written before it and is said to have it {Vocabulary.Of(mention.Mode)}; is that another event, "
                        + "already past?"
                );
            if (
                mention.Date is { } printed
                && happening.Date is { IsInterval: false } date
                && printed.Text != date.Text
                && (
                    printed.EarliestDay > date.EarliestDay
                    || printed.LatestDay < date.LatestDay
                    || printed.EarliestDay > date.LatestDay
                    || printed.LatestDay < date.EarliestDay
                )
            )
                look(
                    happening,
                    mention.Quotation,
                    $"{source.Slug} dates it {printed.Describe()}, the event has {date.Describe()}; are these two events, or does the "
                        + "note say who dates it how?"
                );
        }
    }

    private static void Of(Framing framing, Claim claim, Action<Item, object, string> look)
    {
        if (framing.Stance == Stance.Silent)
            return;
        if (framing.Quotations.All(q => q.Stance is { } own && own != framing.Stance))
            look(claim, framing, $"no quotation has the telling’s stance, {Vocabulary.Of(framing.Stance)}.");
        if (framing.Also is { } also && framing.Quotations.All(q => q.Stance != also))
            look(claim, framing, $"no quotation has the second stance, {Vocabulary.Of(also)}.");
    }

    private static ParagraphKind? KindOf(Source source, int paragraph) =>
        paragraph >= 1 && paragraph <= source.Paragraphs.Count ? source.Paragraphs[paragraph - 1].Kind : null;

    // Without the text, or without a form of his name in this source, nothing can be said.
    private static bool IsNamed(Actor actor, Source source, Quotation q, IReadOnlyDictionary<string, ArticleText> texts)
    {
        var forms = actor.Names.Where(n => n.Source == source.Id && n.Form.Length > 0).Select(n => n.Form).ToList();
        return forms.Count == 0
            || !texts.TryGetValue(source.Article.Sha256, out var text)
            || q.Paragraph < 1
            || q.Paragraph > text.Paragraphs.Count
            || Folding.Loosely(text.Paragraphs[q.Paragraph - 1]) is var words
                && forms.Any(f => words.Text.Contains(Folding.Loosely(f).Text, StringComparison.Ordinal));
    }

    private static bool Speaks(string? note, Quotation q) =>
        note is not null && Regex.IsMatch(note, $@"¶\s*{q.Paragraph}(?!\d)", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\b(could|may|might|likely|unlikely|possibly|potentially|reportedly|allegedly|apparently|perhaps|probably)\b")]
    private static partial Regex HedgePattern();
}
