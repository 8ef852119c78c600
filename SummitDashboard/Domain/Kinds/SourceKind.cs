using System.Globalization;
using System.Text;
using SummitDashboard.Text;

namespace SummitDashboard.Domain;

/// <summary>Sources: the articles.</summary>
public sealed class SourceKind : ShelvedKind<Source>
{
    public static readonly SourceKind Instance = new();

    /// <summary>The order of writing.</summary>
    internal static readonly IComparer<Source> Order = By(
        (a, b) => a.Order.CompareTo(b.Order),
        (a, b) => string.CompareOrdinal(a.Siglum, b.Siglum)
    );

    private SourceKind()
        : base(ItemKind.Source) { }

    protected override Shelf<Source> Shelf(Casebook casebook) => casebook.Sources;

    protected override string Title(Source source) => source.Name;

    protected override string Sign(Source source) => source.Siglum;

    protected override IEnumerable<(ItemKind, string)> References(Source source) => Some(source.Written?.Before, source.Written?.After);

    // A colour that was given to another meanwhile stays with that one.
    public override (Item Item, string? Said) BroughtBack(Item item, IEnumerable<Item> others)
    {
        var (source, now) = ((Source)item, others.OfType<Source>().ToList());
        if (source.Colour is not > SourceColours.Neutral || now.Find(s => s.Colour == source.Colour) is not { } holder)
            return (source, null);
        var next = SourceColours.Next(now);
        return (
            source with
            {
                Colour = next,
            },
            $"The colour of {WritingDirection.Isolated(source.Siglum)} is now that of {WritingDirection.Isolated(holder.Siglum)}, "
                + "so it has "
                + (next == SourceColours.Neutral ? "none of its own." : "another.")
        );
    }

    protected override Source Without(Source source, Item gone) =>
        gone is Event e && source.Written is { } w && (w.Before == e.Id || w.After == e.Id)
            ? source with
            {
                Written = w with { Before = w.Before == e.Id ? null : w.Before, After = w.After == e.Id ? null : w.After },
            }
            : source;

    protected override IEnumerable<ItemText> Texts(Source source) =>
        [
            ItemText.Free(source, "siglum", source.Siglum, field: "siglum"),
            ItemText.Needed(source, "name", source.Name, ItemText.Line, "name"),
            .. source.Article == Article.Unknown ? [] : Texts(source, source.Article),
            .. Named(source).SelectMany(f => Texts(f.Fact, f.Name)),
            ItemText.Optional(source, "words on when it was written", source.Written?.Words, field: "written"),
            ItemText.Optional(source, "note on when it was written", source.Written?.Note, field: "written"),
            .. (source.Tags ?? []).Select(t => ItemText.Needed(source, "tag", t, ItemText.Line, "tags")),
            .. source.Paragraphs.SelectMany(Texts),
        ];

    private static ItemText[] Texts(Source source, Article article) =>
        [
            ItemText.Needed(source, "article’s file name", article.File, field: "article"),
            ItemText.Needed(source, "article’s sha256", article.Sha256, field: "article"),
        ];

    private static ItemText[] Texts(Fact fact, string name) =>
        [
            ItemText.Needed(fact, $"value of the {name}", fact.Value),
            ItemText.Optional(fact, $"words of the {name}", fact.Words, field: "words"),
            ItemText.Optional(fact, $"note on the {name}", fact.Note, field: "note"),
            ItemText.Optional(fact, $"place of the {name} in its file", fact.InFile),
        ];

    private static ItemText[] Texts(ParagraphNote note) =>
        [
            ItemText.Optional(note, $"gist of paragraph {note.Number}", note.Gist.Length > 0 ? note.Gist : null),
            ItemText.Optional(note, $"word for the boilerplate of paragraph {note.Number}", note.Boilerplate),
        ];

    // The words that facts rest on.
    public override IEnumerable<(SourceId Source, Quotation Quotation)> QuotedOf(Item item)
    {
        var s = (Source)item;
        return new[] { s.Title, s.Byline, s.Publisher, s.Published, s.Language }
            .OfType<Fact>()
            .Select(f => (f.Words, f.Paragraph))
            .Append((s.Written?.Words, s.Written?.Paragraph))
            .Where(w => w is { Words: not null, Paragraph: not null })
            .Select(w => (s.Id, new Quotation { Exact = w.Words!, Paragraph = w.Paragraph!.Value }));
    }

    /// <summary>The facts that are known of a source.</summary>
    private static IEnumerable<Fact> Facts(Source s) => Named(s).Select(f => f.Fact);

    private static IEnumerable<(Fact Fact, string Name)> Named(Source s) =>
        new[]
        {
            (s.Title, "title"),
            (s.Byline, "byline"),
            (s.Publisher, "publisher"),
            (s.Published, "date of publication"),
            (s.Language, "language"),
            (s.Url, "address"),
            (s.ArchivedUrl, "archived address"),
            (s.Retrieved, "date of retrieval"),
        }
            .Where(f => f.Item1 is not null)
            .Select(f => (f.Item1!, f.Item2));

    protected override IEnumerable<UniqueName> Names(Source source)
    {
        if (source.Siglum.Length > 0)
            yield return new(
                "siglum " + Folding.Composed(source.Siglum).ToUpperInvariant(),
                other => $"siglum {source.Siglum} is also that of {other.Slug}; each source has its own.",
                "siglum"
            );
        if (source.Colour is > SourceColours.Neutral)
            yield return new(
                $"colour {source.Colour}",
                other => $"colour {source.Colour} is also that of {other.Slug}; each source has its own, or 0 for none.",
                "colour"
            );
        if (source.Article.IsKnown)
            yield return new(
                "article " + source.Article.Sha256.ToUpperInvariant(),
                other => $"this article is already coded as {other.Slug}; each source has its own.",
                "article"
            );
    }

    protected override IEnumerable<Finding> Rules(Source source, RuleContext context)
    {
        if (!IsSiglum(source.Siglum))
            yield return new(source, $"siglum “{source.Siglum}” should be two to four letters.", "siglum");
        if (source.Colour is < SourceColours.Neutral or > SourceColours.Count)
            yield return new(
                source,
                $"colour {source.Colour} is none: it is a number from 1 to {SourceColours.Count}, or 0 for a source without one.",
                "colour"
            );
        if (source.Tags is { } tags)
        {
            if (tags.Count is 0 or > Domain.Tags.Most)
                yield return new(source, $"has {tags.Count} tags; at most {Domain.Tags.Most} can be read.", "tags");
            foreach (var finding in Twice(source, tags))
                yield return finding;
            foreach (var tag in tags.Where(t => t != Domain.Tags.Tidy(t) || t.Contains(',')))
                yield return new(
                    source,
                    $"tag “{tag}” should be a word, or a key and a value such as “country: KR”, without a comma.",
                    "tags"
                );
        }
        foreach (var finding in Rules(source, source.Article).Concat(Places(source)))
            yield return finding;
        for (var i = 0; i < source.Paragraphs.Count; i++)
            if (source.Paragraphs[i].Number != i + 1)
                yield return new(
                    source.Paragraphs[i],
                    $"paragraph {i + 1} is numbered {source.Paragraphs[i].Number}; they are counted from 1, in order."
                );
        foreach (var fact in new[] { source.Url, source.ArchivedUrl }.OfType<Fact>())
            if (!CodebookRules.IsWebAddress(fact.Value))
                yield return new(fact, $"“{fact.Value}” is not a web address; it begins with https:// or http://.");
        if (source.Language is { } language && !LanguageTag.IsWellFormed(language.Value))
            yield return new(language, LanguageTag.Malformed(language.Value), "value");
        foreach (var (fact, field) in new[] { (source.Published, "published"), (source.Retrieved, "retrieved") })
            if (fact is not null && CodebookRules.IsNoDay(fact.Value))
                yield return new(fact, $"“{fact.Value}” is written as a date and is none: there is no such day or month.", field);
        foreach (var fact in new[] { source.Title, source.Byline, source.Publisher, source.Published }.OfType<Fact>())
            if (fact is { Basis: Basis.Given, Paragraph: null, InFile: null })
                yield return new(
                    fact,
                    "a given fact names the paragraph that prints it (paragraph: n); what no paragraph prints is inferred, or unknown."
                );
    }

    // Two to four letters as a reader counts them; marks belong to theirs.
    private static bool IsSiglum(string siglum)
    {
        var letters = Characters.In(siglum).ToList();
        return letters.Count is >= 2 and <= 4
            && letters.TrueForAll(c => Rune.IsLetter(Script.At(siglum, c.Start)))
            && siglum.EnumerateRunes().All(r => Rune.IsLetter(r) || IsMark(r));

        static bool IsMark(Rune rune) =>
            Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    // A fact may rest on a paragraph of the article, and on no other.
    private static IEnumerable<Finding> Places(Source source) =>
        from rests in Facts(source)
            .Select(f => (Part: (object)f, f.Paragraph))
            .Append((Part: source.Written ?? (object)source, source.Written?.Paragraph))
        where rests.Paragraph < 1 || (source.Article.IsKnown && rests.Paragraph > source.Article.Paragraphs)
        select new Finding(
            rests.Part,
            $"there is no paragraph {rests.Paragraph}{(source.Article.IsKnown ? $"; the article has {source.Article.Paragraphs}" : "")}.",
            "paragraph"
        );

    private static IEnumerable<Finding> Rules(Source source, Article article)
    {
        if (article.IsKnown && (article.Sha256.Length != 64 || !article.Sha256.All(char.IsAsciiHexDigitLower)))
            yield return new(source, "article.sha256 should be 64 hexadecimal digits: the SHA-256 of the article’s text.", "article");
        if (article.Paragraphs > CodebookRules.MaxParagraphs)
            yield return new(
                source,
                $"the article has {article.Paragraphs:N0} paragraphs; at most {CodebookRules.MaxParagraphs:N0} can be read and coded. "
                    + "Split it into several sources.",
                "article"
            );
        if (article.IsKnown && source.Paragraphs.Count != article.Paragraphs)
            yield return new(
                source,
                $"paragraphs lists {source.Paragraphs.Count}, article.paragraphs says {article.Paragraphs}; every paragraph has its entry.",
                "article"
            );
    }

    protected override IEnumerable<Finding> Checks(Source? before, Source source, CheckContext context) =>
        [
            .. DateRules.Of(source),
            .. TimeRules.Of(source, context),
            .. context.Text(source) is { } text ? ArticleRules.OfFacts(source, text) : [],
        ];

    // Another article may have fewer paragraphs than are quoted.
    protected override IEnumerable<Finding> Broken(Source? before, Source after, IEnumerable<Item> staying) =>
        before is null || before.Article == after.Article
            ? []
            : from item in staying
            from quoted in Kinds.Of(item).QuotationsOf(item)
            where quoted.Source == after.Id
            from finding in CodebookRules.Of(quoted.Quotation, after)
            select new Finding(after, $"“{quoted.Quotation.Exact}”: {finding.Message}", "article");

    // Whether a source could have known hangs on when it was written.
    private protected override IEnumerable<ClaimId> Rescored(Source? before, Source? after, Casebook next) =>
        before is not null && after is not null && before.Written != after.Written
            ? next.FramingsBySource[after.Id].Select(t => t.Claim.Id)
            : [];
}
