namespace SummitDashboard.Domain;

/// <summary>
/// Something in an item that breaks a rule: the part of the item (or the item itself), what is wrong and how to mend it, and the field that
/// it is about where it is one of the item’s own.
/// </summary>
public sealed record Finding(object Part, string Message, string? Field = null);

/// <summary>What the rules need to know of the rest of the casebook.</summary>
/// <param name="Head">Null where it could not be read.</param>
/// <param name="Source">The source with an id; null where there is none.</param>
public sealed record RuleContext(CasebookHead? Head, Func<string, Source?> Source)
{
    public RuleContext(Casebook casebook)
        : this(casebook.Head, id => casebook.Sources.TryGet(id, out var source) ? source : null) { }
}

/// <summary>The codebook’s rules for one item that hold without the articles’ texts. What breaks one is neither loaded nor saved.</summary>
public static class CodebookRules
{
    /// <summary>The longest quotation, in words.</summary>
    public const int MaxWords = 15;

    /// <summary>Longest note, in characters; a hostile one of this length still renders in a moment.</summary>
    public const int MaxNote = 20_000;

    /// <summary>Most paragraphs of one article: a long book, and still a page that a browser bears.</summary>
    public const int MaxParagraphs = 5_000;

    /// <summary>Everything that breaks a rule in this item.</summary>
    public static IEnumerable<Finding> Of(Item item, RuleContext context)
    {
        var own = item switch
        {
            CasebookHead head => Of(head),
            Source source => Of(source),
            Claim claim => Of(claim, context),
            Event happening => Of(happening, context),
            Actor actor => Of(actor),
            Grade grade => GradeRules.Of(grade, context),
            Talk talk => TalkRules.Of(talk),
            _ => [],
        };
        return own.Concat(Texts.Unfit(item)).Concat(Quotations(item).SelectMany(q => Of(q.Quotation, context.Source(q.Source))));
    }

    /// <summary>The texts that an item cannot be without and that are empty; a folder’s reader misses them by line.</summary>
    public static IEnumerable<Finding> Missing(Item item)
    {
        (string Name, string? Text)[] texts = item switch
        {
            CasebookHead head =>
            [
                ("title", head.Title),
                ("headline", head.Headline),
                ("lede", head.Lede),
                .. head.Themes.Select(t => ("theme’s label", (string?)t.Label)),
            ],
            Source source => [("name", source.Name)],
            Claim claim =>
            [
                ("question", claim.Question),
                ("statement", claim.Statement),
                .. claim.Aspects.Select(a => ("aspect’s label", (string?)a.Label)),
            ],
            Event happening => [("label", happening.Label)],
            Talk talk => [("title", talk.Title)],
            Actor actor => [("name", actor.Name), .. actor.Names.Select(n => ("form of a name", (string?)n.Form))],
            _ => [],
        };
        foreach (var finding in Texts.Blank(item))
            yield return finding;
        if (item.Note.Length > MaxNote)
            yield return new(item, $"the note has {item.Note.Length:N0} characters; at most {MaxNote:N0} are kept.");
        foreach (var (name, _) in texts.Where(t => string.IsNullOrWhiteSpace(t.Text)))
            yield return new(item, $"the {name} is missing.");
        if (!IsSlug(item.Slug))
            yield return new(item, $"“{item.Slug}” cannot be a slug; use a-z, 0-9 and - only, at most 80 characters.");
        foreach (var (_, q) in Quotations(item).Where(q => string.IsNullOrWhiteSpace(q.Quotation.Exact)))
            yield return new(q, "the quotation is empty; pick the words in the text, or type them.");
    }

    /// <summary>True for a name that may stand in a URL: <c>a-z 0-9 -</c>, 1 to 80 characters, no hyphen at either end.</summary>
    public static bool IsSlug(string name) =>
        name.Length is > 0 and <= 80
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-'
        && name[^1] != '-';

    /// <summary>Every quotation in an item, with its source’s id.</summary>
    public static IEnumerable<(string Source, Quotation Quotation)> Quotations(Item item) =>
        item switch
        {
            Claim claim => claim.Framings.SelectMany(f => f.Quotations, (f, q) => (f.Source, q)),
            Event happening => happening.Mentions.Select(m => (m.Source, m.Quotation)),
            Actor actor => actor.Roles.Select(r => (r.Source, r.Quotation)).Concat(actor.Statements.Select(s => (s.Source, s.Quotation))),
            _ => [],
        };

    /// <summary>The quotation itself, as against the source it is taken from.</summary>
    public static IEnumerable<Finding> Of(Quotation q, Source? source)
    {
        var words = ArticleText.CountWords(q.Exact);
        if (words > MaxWords)
            yield return new(q, $"the quotation has {words} words; a fragment has at most {MaxWords}. Split it, or quote less.");
        if (q.Exact.Any(char.IsControl))
            yield return new(q, "the quotation has a line break or a control character in it; a fragment stands in one paragraph.");
        if (q.Paragraph < 1 || (source is not null && source.Article.IsKnown && q.Paragraph > source.Article.Paragraphs))
            yield return new(
                q,
                $"there is no paragraph {q.Paragraph}{(source is null ? "" : $"; {source.Slug} has {source.Article.Paragraphs}")}."
            );
        if (q.Occurrence < 1)
            yield return new(q, "occurrence counts from 1.");
        if (q.Position is { } position && position.End - position.Start != ArticleText.CodePoints(q.Exact))
            yield return new(
                q,
                $"position {position} is not as long as the quotation, which has {ArticleText.CodePoints(q.Exact)} characters."
            );
        if (q.Stance == Stance.Silent)
            yield return new(q, "a quotation cannot be silent.");
        foreach (var (name, marks) in new[] { ("hedges", q.Hedges), ("loaded", q.Loaded) })
        foreach (var mark in marks)
            if (mark.Length == 0 || !q.Exact.Contains(mark, StringComparison.Ordinal))
                yield return new(q, $"{name}: “{mark}” does not stand in the quotation.");
    }

    private static IEnumerable<Finding> Of(CasebookHead head)
    {
        if (!head.Visit.IsInterval || head.Visit.EarliestDay is null || head.Visit.LatestDay is null)
            yield return new(head, "visit should be an EDTF interval with two days, such as 2024-06-18/2024-06-19.");
        foreach (var phase in Enum.GetValues<Phase>().Where(p => !head.Phases.ContainsKey(p)))
            yield return new(head, $"phases has no label for {Words.Of(phase)}.");
        if (head.Themes.Count == 0)
            yield return new(head, "themes is empty; give at least one, as key: Label.");
    }

    private static IEnumerable<Finding> Of(Source source)
    {
        if (source.Siglum.Length is < 2 or > 4 || !source.Siglum.All(char.IsLetter))
            yield return new(source, $"siglum “{source.Siglum}” should be two to four letters.", "siglum");
        if (source.Article.IsKnown && (source.Article.Sha256.Length != 64 || !source.Article.Sha256.All(char.IsAsciiHexDigitLower)))
            yield return new(source, "article.sha256 should be 64 hexadecimal digits: the SHA-256 of the article’s text.", "article");
        if (source.Article.Paragraphs > MaxParagraphs)
            yield return new(
                source,
                $"the article has {source.Article.Paragraphs:N0} paragraphs; at most {MaxParagraphs:N0} can be read and coded. Split "
                    + "it into several sources.",
                "article"
            );
        if (source.Article.IsKnown && source.Paragraphs.Count != source.Article.Paragraphs)
            yield return new(
                source,
                $"paragraphs lists {source.Paragraphs.Count}, article.paragraphs says {source.Article.Paragraphs}; every paragraph "
                    + "has its entry.",
                "article"
            );
        for (var i = 0; i < source.Paragraphs.Count; i++)
            if (source.Paragraphs[i].Number != i + 1)
                yield return new(
                    source.Paragraphs[i],
                    $"paragraph {i + 1} is numbered {source.Paragraphs[i].Number}; they are counted from 1, in order."
                );
        foreach (var fact in new[] { source.Url, source.ArchivedUrl }.OfType<Fact>())
            if (!IsWebAddress(fact.Value))
                yield return new(fact, $"“{fact.Value}” is not a web address; it begins with https:// or http://.");
        foreach (var fact in new[] { source.Title, source.Byline, source.Publisher, source.Published }.OfType<Fact>())
            if (fact.Basis == Basis.Given && fact.Paragraph is null)
                yield return new(fact, "a given fact names the paragraph that prints it (paragraph: n).");
    }

    /// <summary>True for an absolute http or https address.</summary>
    public static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static string Themes(CasebookHead head) => string.Join(", ", head.Themes.Select(t => t.Key));

    private static IEnumerable<Finding> Of(Claim claim, RuleContext context)
    {
        if (context.Head is { } head && head.Themes.All(t => t.Key != claim.Theme))
            yield return new(claim, $"theme “{claim.Theme}” is not among the themes of casebook.md, which are {Themes(head)}.", "theme");
        if (claim.Aspects.Count is < 2 or > 5)
            yield return new(
                claim,
                $"has {claim.Aspects.Count} {(claim.Aspects.Count == 1 ? "aspect" : "aspects")}; a claim has two to five.",
                "aspects"
            );
        foreach (var twice in claim.Aspects.GroupBy(a => a.Key).Where(g => g.Count() > 1))
            yield return new(claim, $"the aspect {twice.Key} stands twice.");
        foreach (var twice in claim.Framings.GroupBy(f => f.Source).Where(g => g.Count() > 1))
            yield return new(
                twice.Last(),
                $"{context.Source(twice.Key)?.Slug ?? twice.Key} has two framings here; one claim and one source have one."
            );
        foreach (var finding in claim.Framings.SelectMany(f => Of(f, claim)))
            yield return finding;
    }

    /// <summary>One framing, as against its claim.</summary>
    public static IEnumerable<Finding> Of(Framing f, Claim claim)
    {
        if (f.Stance == Stance.Silent)
        {
            if (f.Quotations.Count > 0 || f.Aspects.Count > 0 || f.Empty.Count > 0)
                yield return new(f, "a silent framing has neither quotations nor aspects; choose the stance, or take them out.");
            if (f.ReadBy is null || f.ReadOn is null)
                yield return new(f, "silent must be signed: readBy (who read the whole source) and readOn (the day).");
            yield break;
        }
        if (f.Quotations.Count == 0)
            yield return new(f, "has no quotation; a telling has at least one, or it is silent and signed.");
        if (f.Gloss is null)
            yield return new(f, "has no gloss: one sentence on how this source puts it.");
        if (f.Also == f.Stance || f.Also == Stance.Silent)
            yield return new(f, "also is a second, different stance, and not silent.");
        if (f.Frames.Count > 2)
            yield return new(f, "has more than two frames.");
        foreach (var slot in f.Aspects)
        {
            if (!claim.Has(slot.Key))
                yield return new(
                    slot,
                    $"the claim has no aspect “{slot.Key}”; it has {string.Join(", ", claim.Aspects.Select(a => a.Key))}."
                );
            if (!IsSlug(slot.Value))
                yield return new(slot, $"value “{slot.Value}” should be a short term of a-z, 0-9 and -, so that sources can be compared.");
        }
        foreach (var key in f.Empty)
            if (!claim.Has(key))
                yield return new(
                    f,
                    $"empty: the claim has no aspect “{key}”; it has {string.Join(", ", claim.Aspects.Select(a => a.Key))}."
                );
            else if (f.In(key) is not null)
                yield return new(f, $"the aspect “{key}” is filled and empty at once; choose one.");
    }

    private static IEnumerable<Finding> Of(Event happening, RuleContext context)
    {
        foreach (var theme in happening.Themes)
            if (context.Head is { } head && head.Themes.All(t => t.Key != theme))
                yield return new(happening, $"theme “{theme}” is not among the themes of casebook.md, which are {Themes(head)}.", "themes");
        if (happening.Date is not null && happening.DateBasis is null)
            yield return new(
                happening,
                "has a date and no dateBasis; say whether it is given or inferred, and from which sources.",
                "date"
            );
    }

    private static IEnumerable<Finding> Of(Actor actor)
    {
        foreach (var twice in actor.Names.GroupBy(n => (n.Source, n.Form)).Where(g => g.Count() > 1))
            yield return new(twice.Last(), $"the form “{twice.Key.Form}” stands twice for the same source.");
    }
}
