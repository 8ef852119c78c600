using System.Globalization;
using SummitDashboard.Domain;
using static SummitDashboard.Data.Casebooks.CaseFolder.YamlText;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Items as the text of their files: the fields always in the same order, references by slug.</summary>
internal sealed class ItemWriter(Casebook casebook)
{
    public string Write(Item item) =>
        item switch
        {
            CasebookHead head => Head(head),
            Source source => Source(source),
            Actor actor => Actor(actor),
            Event happening => Event(happening),
            Claim claim => Claim(claim),
            Talk talk => Talk(talk),
            _ => throw new ArgumentException($"A {Kinds.Word(Kinds.Of(item))} has no file of its own."),
        };

    /// <summary>All grades of one source and of its framings, oldest first.</summary>
    public string Grades(IEnumerable<Grade> grades)
    {
        var file = new FileText().Open("grades");
        foreach (var g in grades)
        {
            var claim = g.Claim is { } id ? casebook.Claims[id].Slug : null;
            file.First("by", Name(g.By, inFlow: false))
                .Field("at", Prose(g.At.ToString(ItemReader.Moment, CultureInfo.InvariantCulture)), 4)
                .Field("id", g.Id == ItemReader.DefaultGradeId(g) ? null : Name(g.Id), 4)
                .Field("claim", claim is null ? null : Name(claim), 4)
                .Field("mark", Name(g.Mark ?? ItemReader.Withdrawn), 4)
                .Field("rationale", Prose(g.Rationale), 4)
                .Field("evidence", g.Evidence.Count == 0 ? null : List(g.Evidence.Select(text => Prose(text))), 4)
                .Field("review", Day(g.Review), 4);
            if (g.Checklist.Count > 0)
                file.Entries(
                    "checklist",
                    g.Checklist.Select(c =>
                        Flow(("item", Words.Of(c.Item)), ("answer", Name(Words.Of(c.Answer))), ("note", Prose(c.Note)))
                    ),
                    4
                );
            file.Field("note", g.Note.Length == 0 ? null : Prose(g.Note), 4);
        }
        return file.End("");
    }

    private static string Head(CasebookHead h)
    {
        var file = Begin(h)
            .Field("title", Name(h.Title, inFlow: false))
            .Field("headline", Name(h.Headline, inFlow: false))
            .Field("lede", Name(h.Lede, inFlow: false))
            .Field("visit", Prose(h.Visit.Text))
            .Field("language", Name(h.Language))
            .Field("phases", Flow(h.Phases.Select(p => (Words.Of(p.Key), (string?)Name(p.Value)))))
            .Open("themes");
        foreach (var theme in h.Themes)
            file.Field(Name(theme.Key), Name(theme.Label, inFlow: false), 2);
        return file.End(h.Note);
    }

    private string Source(Source s)
    {
        var file = Begin(s)
            .Field("siglum", Name(s.Siglum))
            .Field("name", Name(s.Name, inFlow: false))
            .Field("order", Number(s.Order))
            .Field(
                "article",
                s.Article == Article.Unknown
                    ? "unknown"
                    : Flow(
                        ("file", Name(s.Article.File)),
                        ("sha256", s.Article.Sha256),
                        ("words", Number(s.Article.Words)),
                        ("paragraphs", Number(s.Article.Paragraphs))
                    )
            )
            .Field("title", Fact(s.Title))
            .Field("byline", Fact(s.Byline))
            .Field("publisher", Fact(s.Publisher))
            .Field("published", Fact(s.Published));
        if (s.Written is { } w)
            file.Open("written")
                .Field("value", Prose(w.Date.Text), 2)
                .Field("basis", Words.Of(w.Basis), 2)
                .Field("paragraph", Number(w.Paragraph), 2)
                .Field("words", Name(w.Words, inFlow: false), 2)
                .Field("note", Prose(w.Note), 2)
                .Field("before", EventSlug(w.Before), 2)
                .Field("after", EventSlug(w.After), 2);
        else
            file.Field("written", "unknown");
        return file.Field("language", Fact(s.Language))
            .Field("url", Fact(s.Url))
            .Field("archivedUrl", Fact(s.ArchivedUrl))
            .Field("retrieved", Fact(s.Retrieved))
            .Entries(
                "paragraphs",
                s.Paragraphs.Select(p =>
                    Flow(("n", Number(p.Number)), ("kind", Words.Of(p.Kind)), ("boilerplate", Name(p.Boilerplate)), ("gist", Prose(p.Gist)))
                )
            )
            .End(s.Note);
    }

    private string Actor(Actor a) =>
        Begin(a)
            .Field("name", Name(a.Name, inFlow: false))
            .Field("order", Number(a.Order))
            .Entries("roles", a.Roles.Select(r => Flow([("source", SourceSlug(r.Source)), .. Place(r.Quotation), .. Marks(r.Quotation)])))
            .Entries(
                "names",
                a.Names.Select(n =>
                    Flow(
                        ("source", SourceSlug(n.Source)),
                        ("form", Name(n.Form)),
                        ("kind", Words.Of(n.Kind)),
                        ("count", Number(n.Count)),
                        ("boilerplate", Number(n.Boilerplate))
                    )
                )
            )
            .Entries(
                "statements",
                a.Statements.Select(s =>
                    Flow([
                        ("source", SourceSlug(s.Source)),
                        ("mode", Words.Of(s.Mode)),
                        .. Place(s.Quotation),
                        ("claims", List(s.Claims.Select(ClaimSlug))),
                        .. Marks(s.Quotation),
                    ])
                )
            )
            .End(a.Note);

    private string Event(Event e) =>
        Begin(e)
            .Field("label", Prose(e.Label))
            .Field("date", e.Date is null ? "unknown" : Prose(e.Date.Text))
            .Field(
                "dateBasis",
                e.DateBasis is { } b
                    ? Flow(("basis", Words.Of(b.Basis)), ("sources", List(b.Sources.Select(SourceSlug))), ("note", Prose(b.Note)))
                    : null
            )
            .Field("phase", Words.Of(e.Phase))
            .Field("order", e.Order == int.MaxValue ? null : Number(e.Order))
            .Field("actors", List(e.Actors.Select(id => Name(casebook.Actors[id].Slug))))
            .Field("themes", List(e.Themes.Select(t => Name(t))))
            .Field("claims", List(e.Claims.Select(ClaimSlug)))
            .Entries(
                "mentions",
                e.Mentions.Select(m =>
                    Flow([
                        ("source", SourceSlug(m.Source)),
                        ("mode", Words.Of(m.Mode)),
                        .. Place(m.Quotation),
                        ("date", Prose(m.Date?.Text)),
                        .. Marks(m.Quotation),
                    ])
                )
            )
            .End(e.Note);

    private string Claim(Claim c)
    {
        var file = Begin(c)
            .Field("question", Prose(c.Question))
            .Field("statement", Prose(c.Statement))
            .Field("theme", Name(c.Theme))
            .Field("order", Number(c.Order))
            .Field("event", EventSlug(c.Event))
            .Field("aspects", Flow(c.Aspects.Select(a => (Name(a.Key), (string?)Prose(a.Label)))));
        if (c.Framings.Count == 0)
            return file.Field("framings", "[]").End(c.Note);
        file.Open("framings");
        foreach (var framing in c.Framings)
            Write(file, framing);
        return file.End(c.Note);
    }

    private void Write(FileText file, Framing f)
    {
        file.First("source", SourceSlug(f.Source))
            .Field("stance", Words.Of(f.Stance), 4)
            .Field("also", f.Also is { } also ? Words.Of(also) : null, 4)
            .Field("coder", Name(f.Coder, inFlow: false), 4);
        if (f.Quotations.Count > 0)
            file.Entries("quotations", f.Quotations.Select(q => Flow([.. Place(q), .. Marks(q)])), 4);
        if (f.Aspects.Count > 0)
            file.Open("aspects", 4);
        foreach (var slot in f.Aspects)
            file.Field(Name(slot.Key), Flow(("value", Name(slot.Value)), ("text", Prose(slot.Text))), 6);
        file.Field("empty", f.Empty.Count == 0 ? null : List(f.Empty.Select(key => Name(key))), 4);
        file.Field("frames", f.Stance == Stance.Silent && f.Frames.Count == 0 ? null : List(f.Frames.Select(Words.Of)), 4)
            .Field("gloss", Prose(f.Gloss), 4)
            .Field("note", Prose(f.Note), 4)
            .Field("readBy", Name(f.ReadBy, inFlow: false), 4)
            .Field("readOn", Day(f.ReadOn), 4);
    }

    private string Talk(Talk t)
    {
        var file = Begin(t)
            .Field("title", Name(t.Title, inFlow: false))
            .Field("lede", t.Lede.Length == 0 ? null : Name(t.Lede, inFlow: false));
        if (t.Stops.Count == 0)
            return file.Field("stops", "[]").End(t.Note);
        file.Open("stops");
        foreach (var s in t.Stops)
            file.First("headline", Prose(s.Headline)!)
                .Field("event", EventSlug(s.Event), 4)
                .Field("claim", s.Claim is { } id ? ClaimSlug(id) : null, 4)
                .Field("sources", List(s.Sources.Select(SourceSlug)), 4)
                .Field("guess", s.Guess is { } guess ? Words.Of(guess) : null, 4)
                .Field("seconds", Number(s.Seconds), 4)
                .Field("notes", s.Notes.Length == 0 ? null : Prose(s.Notes), 4);
        return file.End(t.Note);
    }

    private static FileText Begin(Item item) =>
        new FileText().Field("id", item.Id == SlugReferences.DefaultId(Kinds.Of(item), item.Slug) ? null : Name(item.Id));

    private static string Fact(Fact? fact) =>
        fact is null
            ? "unknown"
            : Flow(
                ("value", Name(fact.Value)),
                ("basis", Words.Of(fact.Basis)),
                ("paragraph", Number(fact.Paragraph)),
                ("words", Name(fact.Words)),
                ("note", Prose(fact.Note))
            );

    private static (string, string?)[] Place(Quotation q) =>
        [
            ("exact", Prose(q.Exact)),
            ("paragraph", Number(q.Paragraph)),
            ("occurrence", q.Occurrence == 1 ? null : Number(q.Occurrence)),
            ("position", Name(q.Position?.ToString())),
            ("unverified", q.Unverified ? "true" : null),
        ];

    private (string, string?)[] Marks(Quotation q) =>
        [
            ("stance", q.Stance is { } stance ? Words.Of(stance) : null),
            ("cites", Cites(q.Cites)),
            ("hedges", Some(q.Hedges)),
            ("loaded", Some(q.Loaded)),
        ];

    // An actor by slug, anybody else in plain words; spelt out where the one could be taken for the other.
    private string? Cites(Cited? cited) =>
        cited switch
        {
            null => null,
            { Actor: { } id, Other: null } => Name(casebook.Actors[id].Slug),
            { Actor: null, Other: { Length: > 0 } other }
                when !casebook.Actors.TryGetBySlug(other, out _) && !ItemReader.LooksLikeActor(other) => Prose(other),
            _ => Flow(("actor", cited.Actor is { } id ? Name(casebook.Actors[id].Slug) : null), ("other", Prose(cited.Other))),
        };

    private static string? Some(IReadOnlyList<string> words) => words.Count == 0 ? null : List(words.Select(text => Prose(text)));

    private string SourceSlug(string id) => Name(casebook.Sources[id].Slug);

    private string ClaimSlug(string id) => Name(casebook.Claims[id].Slug);

    private string? EventSlug(string? id) => id is null ? null : Name(casebook.Events[id].Slug);

    private static string? Day(DateOnly? day) => day is null ? null : Prose(day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string? Number(int? number) => number is null ? null : YamlText.Number(number.Value);

    private static string Number(int number) => YamlText.Number(number);
}
