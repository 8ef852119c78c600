using SummitDashboard.Domain;

namespace SummitDashboard.Data.CaseFolder;

/// <summary>The codebook's rules that hold without the articles' texts. What breaks one keeps the folder from being loaded.</summary>
internal static class CasebookRules
{
    /// <summary>The longest quotation, in words.</summary>
    public const int MaxWords = 15;

    public static void Check(CaseFolderContents contents)
    {
        var sources = contents.Sources.ToDictionary(s => s.Id);
        foreach (var source in contents.Sources) Check(contents, source);
        Unique(contents, contents.Sources, s => s.Siglum, "siglum");
        Unique(contents, contents.Sources, s => s.Article.Sha256, "article.sha256");
        foreach (var claim in contents.Claims) Check(contents, claim);
        foreach (var evt in contents.Events) Check(contents, evt);
        foreach (var actor in contents.Actors)
            foreach (var twice in actor.Names.GroupBy(n => (n.Source, n.Form)).Where(g => g.Count() > 1))
                contents.Complain(actor, twice.Last(), $"the form “{twice.Key.Form}” stands twice for the same source.");
        foreach (var (item, sourceId, quotation) in Quotations(contents))
            Check(contents, item, quotation, sources.GetValueOrDefault(sourceId));
    }

    /// <summary>Every quotation of the casebook, with the item it stands in and its source's id.</summary>
    public static IEnumerable<(Item Item, string Source, Quotation Quotation)> Quotations(CaseFolderContents contents) =>
        contents.Claims.SelectMany(c => c.Framings, (c, f) => (c, f)).SelectMany(p => p.f.Quotations, (p, q) => ((Item)p.c, p.f.Source, q))
            .Concat(contents.Events.SelectMany(e => e.Mentions, (e, m) => ((Item)e, m.Source, m.Quotation)))
            .Concat(contents.Actors.SelectMany(a => a.Roles, (a, r) => ((Item)a, r.Source, r.Quotation)))
            .Concat(contents.Actors.SelectMany(a => a.Statements, (a, s) => ((Item)a, s.Source, s.Quotation)));

    private static void Check(CaseFolderContents contents, Source source)
    {
        void Complain(string message, object? part = null) => contents.Complain(source, part ?? source, message);

        if (source.Siglum.Length is < 2 or > 4 || !source.Siglum.All(char.IsLetter))
            Complain($"siglum “{source.Siglum}” should be two to four letters.");
        if (source.Article.Sha256.Length != 64 || !source.Article.Sha256.All(char.IsAsciiHexDigitLower))
            Complain("article.sha256 should be 64 hexadecimal digits: the SHA-256 of the article’s text.");
        if (source.Paragraphs.Count != source.Article.Paragraphs)
            Complain($"paragraphs lists {source.Paragraphs.Count}, article.paragraphs says {source.Article.Paragraphs}; every paragraph has its entry.");
        for (var i = 0; i < source.Paragraphs.Count; i++)
            if (source.Paragraphs[i].Number != i + 1)
                Complain($"paragraph {i + 1} is numbered {source.Paragraphs[i].Number}; they are counted from 1, in order.", source.Paragraphs[i]);
        foreach (var fact in new[] { source.Url, source.ArchivedUrl }.OfType<Fact>())
            if (!Uri.TryCreate(fact.Value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                Complain($"“{fact.Value}” is not a web address; it begins with https:// or http://.", fact);
        foreach (var fact in Facts(source))
            if (fact.Basis == Basis.Given && fact.Paragraph is null)
                Complain("a given fact names the paragraph that prints it (paragraph: n).", fact);
    }

    private static IEnumerable<Fact> Facts(Source s) =>
        new[] { s.Title, s.Byline, s.Publisher, s.Published }.OfType<Fact>();

    private static void Check(CaseFolderContents contents, Claim claim)
    {
        void Complain(string message, object? part = null) => contents.Complain(claim, part ?? claim, message);

        if (contents.Head is { } head && head.Themes.All(t => t.Key != claim.Theme))
            Complain($"theme “{claim.Theme}” is not among the themes of casebook.md.");
        if (claim.Aspects.Count is < 2 or > 5)
            Complain($"has {claim.Aspects.Count} aspects; a claim has two to five.");
        foreach (var twice in claim.Framings.GroupBy(f => f.Source).Where(g => g.Count() > 1))
            Complain($"{SlugOf(contents, twice.Key)} has two framings here; one claim and one source have one.", twice.Last());

        foreach (var f in claim.Framings)
        {
            if (f.Stance == Stance.Silent)
            {
                if (f.Quotations.Count > 0 || f.Aspects.Count > 0) Complain("a silent framing has neither quotations nor aspects; choose the stance, or take them out.", f);
                if (f.ReadBy is null || f.ReadOn is null) Complain("silent must be signed: readBy (who read the whole source) and readOn (the day).", f);
                continue;
            }
            if (f.Quotations.Count == 0) Complain("has no quotation; a telling has at least one, or it is silent and signed.", f);
            if (f.Gloss is null) Complain("has no gloss: one sentence on how this source puts it.", f);
            if (f.Also == f.Stance || f.Also == Stance.Silent) Complain("also is a second, different stance, and not silent.", f);
            if (f.Frames.Count > 2) Complain("has more than two frames.", f);
            foreach (var slot in f.Aspects)
            {
                if (claim.Aspects.All(a => a.Key != slot.Key)) Complain($"the claim has no aspect “{slot.Key}”; it has {string.Join(", ", claim.Aspects.Select(a => a.Key))}.", slot);
                if (!CaseFolderReader.IsSlug(slot.Value)) Complain($"value “{slot.Value}” should be a short term of a-z, 0-9 and -, so that sources can be compared.", slot);
            }
        }
    }

    private static void Check(CaseFolderContents contents, Event evt)
    {
        foreach (var theme in evt.Themes)
            if (contents.Head is { } head && head.Themes.All(t => t.Key != theme))
                contents.Complain(evt, evt, $"theme “{theme}” is not among the themes of casebook.md.");
        if (evt.Date is not null && evt.DateBasis is null)
            contents.Complain(evt, evt, "has a date and no dateBasis; say whether it is given or inferred, and from which sources.");
    }

    private static void Check(CaseFolderContents contents, Item item, Quotation q, Source? source)
    {
        void Complain(string message) => contents.Complain(item, q, message);

        var words = ArticleText.CountWords(q.Exact);
        if (words > MaxWords) Complain($"the quotation has {words} words; a fragment has at most {MaxWords}. Split it, or quote less.");
        if (q.Exact.Any(char.IsControl)) Complain("the quotation has a line break or a control character in it; a fragment stands in one paragraph.");
        if (q.Paragraph < 1 || (source is not null && q.Paragraph > source.Article.Paragraphs))
            Complain($"there is no paragraph {q.Paragraph}{(source is null ? "" : $"; {source.Slug} has {source.Article.Paragraphs}")}.");
        if (q.Stance == Stance.Silent) Complain("a quotation cannot be silent.");
        foreach (var (name, marks) in new[] { ("hedges", q.Hedges), ("loaded", q.Loaded) })
            foreach (var mark in marks)
                if (!q.Exact.Contains(mark, StringComparison.Ordinal)) Complain($"{name}: “{mark}” does not stand in the quotation.");
    }

    private static void Unique<T>(CaseFolderContents contents, IEnumerable<T> items, Func<T, string> key, string name) where T : Item
    {
        foreach (var twice in items.GroupBy(key, StringComparer.OrdinalIgnoreCase).Where(g => g.Key.Length > 0 && g.Count() > 1))
            contents.Complain(twice.Last(), twice.Last(), $"{name} {twice.Key} is also that of {twice.First().Slug}; each source has its own.");
    }

    private static string SlugOf(CaseFolderContents contents, string sourceId) => contents.Sources.FirstOrDefault(s => s.Id == sourceId)?.Slug ?? sourceId;
}
