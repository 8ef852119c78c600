namespace SummitDashboard.Domain;

/// <summary>
/// What a file of the casebook folder cannot say: a text that is there and blank, a name that is too long to be one, an entry twice.
/// </summary>
internal static class Texts
{
    /// <summary>Longest key of a theme or an aspect, in characters.</summary>
    private const int MaxKey = 80;

    /// <summary>Longest title, question, label or name, in characters: what stands in one line of a page.</summary>
    public const int MaxLine = 300;

    /// <summary>Longest statement, lede or gloss, in characters.</summary>
    public const int MaxPassage = 2_000;

    /// <summary>What no page can show: texts that are too long to be what they are.</summary>
    public static IEnumerable<Finding> Unfit(Item item)
    {
        foreach (var (part, name, text, most) in Shown(item))
            if (text is not null && text.Length > most)
                yield return new(part, $"the {name} has {text.Length:N0} characters; at most {most:N0} can be shown. Shorten it.");
    }

    private static IEnumerable<(object Part, string Name, string? Text, int Most)> Shown(Item item) =>
        item switch
        {
            CasebookHead head =>
            [
                (head, "title", head.Title, MaxLine),
                (head, "headline", head.Headline, MaxLine),
                (head, "lede", head.Lede, MaxPassage),
                .. head.Themes.Select(t => ((object)head, "theme’s label", (string?)t.Label, MaxLine)),
                .. head.Phases.Select(p => ((object)head, $"label of the phase {Words.Of(p.Key)}", (string?)p.Value, MaxLine)),
            ],
            Source source => [(source, "name", source.Name, MaxLine)],
            Claim claim =>
            [
                (claim, "question", claim.Question, MaxLine),
                (claim, "statement", claim.Statement, MaxPassage),
                .. claim.Aspects.Select(a => ((object)claim, "aspect’s label", (string?)a.Label, MaxLine)),
                .. claim.Framings.Select(f => ((object)f, "gloss", f.Gloss, MaxPassage)),
                .. claim.Framings.SelectMany(
                    f => f.Aspects,
                    (_, slot) => ((object)slot, $"text of the aspect {slot.Key}", (string?)slot.Text, MaxPassage)
                ),
                .. claim.Framings.SelectMany(
                    f => f.Aspects,
                    (_, slot) => ((object)slot, $"term of the aspect {slot.Key}", (string?)slot.Value, MaxLine)
                ),
            ],
            Event happening => [(happening, "label", happening.Label, MaxLine)],
            Actor actor =>
            [
                (actor, "name", actor.Name, MaxLine),
                .. actor.Names.Select(n => ((object)n, "form of a name", (string?)n.Form, MaxLine)),
            ],
            _ => [],
        };

    /// <summary>Everything of that kind in an item.</summary>
    public static IEnumerable<Finding> Blank(Item item)
    {
        foreach (var (part, name, text) in Needed(item))
            if (string.IsNullOrWhiteSpace(text))
                yield return new(part, $"the {name} is missing.");
        foreach (
            var (part, name, text) in Optional(item)
                .Concat(CodebookRules.Quotations(item).Select(q => ((object)q.Quotation, "name in cites", q.Quotation.Cites?.Other)))
        )
            if (text is not null && string.IsNullOrWhiteSpace(text))
                yield return new(part, $"the {name} is blank; leave it out, or fill it in.");
        foreach (var key in Keys(item))
            if (string.IsNullOrWhiteSpace(key) || key.Length > MaxKey)
                yield return new(item, $"the key “{key}” should be a short term, at most {MaxKey} characters.");
        foreach (var ids in Lists(item))
            if (ids.Distinct().Count() < ids.Count)
                yield return new(item, "names the same thing twice in one list; once is enough.");
    }

    private static IEnumerable<(object Part, string Name, string? Text)> Needed(Item item) =>
        item switch
        {
            CasebookHead head =>
            [
                (head, "language", head.Language),
                .. head.Phases.Select(p => ((object)head, $"label of the phase {Words.Of(p.Key)}", (string?)p.Value)),
            ],
            Source source =>
            [
                .. source.Article == Article.Unknown
                    ? []
                    : new (object, string, string?)[]
                    {
                        (source, "article’s file name", source.Article.File),
                        (source, "article’s sha256", source.Article.Sha256),
                    },
                .. Facts(source).Select(f => ((object)f, "value of a fact", (string?)f.Value)),
                .. source.Paragraphs.Select(p => ((object)p, $"gist of paragraph {p.Number}", (string?)p.Gist)),
            ],
            Claim claim => claim.Framings.SelectMany(
                f => f.Aspects,
                (_, slot) => ((object)slot, $"text of the aspect {slot.Key}", (string?)slot.Text)
            ),
            Grade grade => [(grade, "name of who graded", grade.By)],
            Talk talk => talk.Stops.Select(s => ((object)s, "headline of a stop", (string?)s.Headline)),
            _ => [],
        };

    private static IEnumerable<(object Part, string Name, string? Text)> Optional(Item item) =>
        item switch
        {
            Source source =>
            [
                .. Facts(source)
                    .SelectMany(f => new (object, string, string?)[] { (f, "words of a fact", f.Words), (f, "note of a fact", f.Note) }),
                (source, "words on when it was written", source.Written?.Words),
                (source, "note on when it was written", source.Written?.Note),
                .. source.Paragraphs.Select(p => ((object)p, $"word for the boilerplate of paragraph {p.Number}", p.Boilerplate)),
            ],
            Event happening => [(happening, "note on the date", happening.DateBasis?.Note)],
            Claim claim => claim.Framings.SelectMany(f =>
                new (object, string, string?)[]
                {
                    (f, "gloss", f.Gloss),
                    (f, "note on the telling", f.Note),
                    (f, "coder’s name", f.Coder),
                    (f, "reader’s name", f.ReadBy),
                }
            ),
            Grade grade => grade.Checklist.Select(c => ((object)grade, "note in the checklist", c.Note)),
            _ => [],
        };

    private static IEnumerable<string> Keys(Item item) =>
        item switch
        {
            CasebookHead head => head.Themes.Select(t => t.Key),
            Claim claim => claim.Aspects.Select(a => a.Key),
            _ => [],
        };

    private static IEnumerable<IReadOnlyList<string>> Lists(Item item) =>
        item switch
        {
            Event e => [e.Actors, e.Claims, e.DateBasis?.Sources ?? []],
            Actor a => a.Statements.Select(s => s.Claims),
            Talk t => t.Stops.Select(s => s.Sources),
            Claim c => c.Framings.SelectMany(f => new IReadOnlyList<string>[] { [.. f.Aspects.Select(slot => slot.Key)], f.Empty }),
            _ => [],
        };

    private static IEnumerable<Fact> Facts(Source s) =>
        new[] { s.Title, s.Byline, s.Publisher, s.Published, s.Language, s.Url, s.ArchivedUrl, s.Retrieved }.OfType<Fact>();
}
