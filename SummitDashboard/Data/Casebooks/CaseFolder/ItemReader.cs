using System.Globalization;
using System.Runtime.CompilerServices;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.CaseFolder;

/// <summary>Turns the fields of one file into an item, noting on which line each part stood.</summary>
internal sealed class ItemReader(SlugReferences references, ConditionalWeakTable<object, LineMark> lines)
{
    public CasebookHead Head(Fields f, string id, string note)
    {
        var head = new CasebookHead
        {
            Id = id,
            Slug = "casebook",
            Note = note,
            Title = f.Text("title"),
            Headline = f.Text("headline"),
            Lede = f.Text("lede"),
            Visit = Visit(f),
            Language = f.Optional("language") ?? "en",
            Phases = Labels(f, "phases")
                .Where(l => Words.TryRead<Phase>(l.Key, out _))
                .ToDictionary(l => Words.TryRead<Phase>(l.Key, out var p) ? p : default, l => l.Label),
            Themes = [.. Labels(f, "themes").Select(l => new Theme(l.Key, l.Label))],
        };
        foreach (var phase in Words.All<Phase>())
            if (!Words.TryRead<Phase>(phase, out var p) || !head.Phases.ContainsKey(p))
                f.Complain($"phases has no label for {phase}.", "phases");
        if (head.Themes.Count == 0)
            f.Complain("themes is empty; give at least one, as key: Label.", "themes");
        return head;
    }

    public Source Source(Fields f, string id, string slug, string note)
    {
        var article = IsUnknown(f, "article") ? null : f.Mapping("article");
        if (article is null && !f.Has("article"))
            f.Complain("article is missing: { file, sha256, words, paragraphs }, or article: unknown.");
        var source = new Source
        {
            Id = id,
            Slug = slug,
            Note = note,
            Siglum = f.Text("siglum"),
            Name = f.Text("name"),
            Order = f.Number("order"),
            Article = article is null
                ? Domain.Article.Unknown
                : new(
                    article.Text("file"),
                    article.Text("sha256").ToLowerInvariant(),
                    article.Number("words"),
                    article.Number("paragraphs")
                ),
            Title = Fact(f, "title"),
            Byline = Fact(f, "byline"),
            Publisher = Fact(f, "publisher"),
            Published = Fact(f, "published"),
            Language = Fact(f, "language"),
            Url = Fact(f, "url"),
            ArchivedUrl = Fact(f, "archivedUrl"),
            Retrieved = Fact(f, "retrieved"),
            Written = Written(f),
            Paragraphs = [.. f.List("paragraphs").Select(Paragraph)],
        };
        article?.RefuseTheRest();
        return source;
    }

    public Actor Actor(Fields f, string id, string slug, string note) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Name = f.Text("name"),
            Order = f.Number("order"),
            Roles = [.. f.List("roles").Select(r => Done(r, new Role(references.Resolve(r, "source", ItemKind.Source), Quotation(r))))],
            Names =
            [
                .. f.List("names")
                    .Select(n =>
                        Done(
                            n,
                            new Naming(
                                references.Resolve(n, "source", ItemKind.Source),
                                n.Text("form"),
                                n.Word<NameKind>("kind"),
                                n.Number("count"),
                                n.OptionalNumber("boilerplate") ?? 0
                            )
                        )
                    ),
            ],
            Statements =
            [
                .. f.List("statements")
                    .Select(s =>
                        Done(
                            s,
                            new Statement(
                                references.Resolve(s, "source", ItemKind.Source),
                                s.Word<StatementMode>("mode"),
                                Quotation(s),
                                references.ResolveList(s, "claims", ItemKind.Claim)
                            )
                        )
                    ),
            ],
        };

    public Event Event(Fields f, string id, string slug, string note) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Label = f.Text("label"),
            Date = f.Date("date"),
            DateBasis = f.Mapping("dateBasis") is { } basis
                ? Done(
                    basis,
                    new DateBasis(
                        basis.Word<Basis>("basis"),
                        references.ResolveList(basis, "sources", ItemKind.Source),
                        basis.Optional("note")
                    )
                )
                : null,
            Phase = f.Word<Phase>("phase"),
            Order = f.OptionalNumber("order") ?? int.MaxValue,
            Actors = references.ResolveList(f, "actors", ItemKind.Actor),
            Claims = references.ResolveList(f, "claims", ItemKind.Claim),
            Themes = f.TextList("themes"),
            Mentions =
            [
                .. f.List("mentions")
                    .Select(m =>
                        Done(
                            m,
                            new Mention(
                                references.Resolve(m, "source", ItemKind.Source),
                                m.Word<MentionMode>("mode"),
                                Quotation(m),
                                m.Date("date")
                            )
                        )
                    ),
            ],
        };

    public Claim Claim(Fields f, string id, string slug, string note) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Question = f.Text("question"),
            Statement = f.Text("statement"),
            Theme = f.Text("theme"),
            Order = f.Number("order"),
            Event = references.ResolveOptional(f, "event", ItemKind.Event),
            Aspects = [.. Labels(f, "aspects").Select(l => new Aspect(l.Key, l.Label))],
            Framings = [.. f.List("framings").Select(Framing)],
        };

    public Talk Talk(Fields f, string id, string slug, string note) =>
        new()
        {
            Id = id,
            Slug = slug,
            Note = note,
            Title = f.Text("title"),
            Lede = f.Optional("lede") ?? "",
            Stops =
            [
                .. f.List("stops")
                    .Select(s =>
                        Done(
                            s,
                            new Stop
                            {
                                Headline = s.Text("headline"),
                                Event = references.ResolveOptional(s, "event", ItemKind.Event),
                                Claim = references.ResolveOptional(s, "claim", ItemKind.Claim),
                                Sources = references.ResolveList(s, "sources", ItemKind.Source),
                                Guess = s.OptionalWord<Guess>("guess"),
                                Seconds = s.OptionalNumber("seconds") ?? Stop.UsualSeconds,
                                Notes = s.Verbatim("notes") ?? "",
                            }
                        )
                    ),
            ],
        };

    /// <summary>The mark of a grade that takes back what its editor held.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>How a moment is written: UTC, to the second where it has no more.</summary>
    public const string Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>The grades of one source (id), and of its framings.</summary>
    public IEnumerable<Grade> Grades(Fields f, string source) => f.List("grades").Select(g => Done(g, Grade(g, source)));

    /// <summary>The id of a grade whose entry names none.</summary>
    public static string DefaultGradeId(Grade g) => SlugReferences.DefaultId(ItemKind.Grade, $"{g.Source}/{g.Claim}/{g.By}/{g.At:O}");

    private Grade Grade(Fields f, string source)
    {
        var mark = f.Term("mark", required: true);
        var grade = new Grade
        {
            Id = "",
            Slug = "",
            Note = f.Verbatim("note") ?? "",
            Source = source,
            Claim = references.ResolveOptional(f, "claim", ItemKind.Claim),
            Mark = mark == Withdrawn ? null : mark,
            Rationale = f.Text("rationale"),
            Evidence = f.TextList("evidence"),
            Review = Day(f, "review"),
            Checklist =
            [
                .. f.List("checklist")
                    .Select(c => Done(c, new Check(c.Word<CheckItem>("item"), c.Word<CheckAnswer>("answer"), c.Optional("note")))),
            ],
            By = f.Text("by"),
            At = Time(f, "at"),
        };
        var id = f.Optional("id") ?? DefaultGradeId(grade);
        return grade with { Id = id, Slug = id };
    }

    private static DateTime Time(Fields f, string name)
    {
        var text = f.Term(name, required: true);
        if (
            DateTime.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            && moment.Kind == DateTimeKind.Utc
        )
            return moment;
        if (text is { Length: > 0 })
            f.Complain($"{name} should be a moment such as 2026-11-22T10:30:00Z, not “{text}”.", name);
        return default;
    }

    private Framing Framing(Fields f) =>
        Done(
            f,
            new Framing
            {
                Source = references.Resolve(f, "source", ItemKind.Source),
                Stance = f.Word<Stance>("stance"),
                Also = f.OptionalWord<Stance>("also"),
                Coder = f.Optional("coder"),
                Quotations = [.. f.List("quotations").Select(q => Done(q, Quotation(q)))],
                Aspects = AspectValues(f),
                Empty = f.TextList("empty"),
                Frames = f.WordList<NewsFrame>("frames"),
                Gloss = f.Optional("gloss"),
                Note = f.Optional("note"),
                ReadBy = f.Optional("readBy"),
                ReadOn = Day(f, "readOn"),
            }
        );

    private Quotation Quotation(Fields f) =>
        Marked(
            f.LineOf("exact"),
            new Quotation
            {
                Exact = f.Text("exact"),
                Paragraph = f.Number("paragraph"),
                Occurrence = Math.Max(1, f.OptionalNumber("occurrence") ?? 1),
                Position = Position(f),
                Unverified = Flag(f, "unverified"),
                Stance = f.OptionalWord<Stance>("stance") is { } stance ? stance : null,
                Cites = Cites(f),
                Hedges = f.TextList("hedges"),
                Loaded = f.TextList("loaded"),
            }
        );

    private static bool Flag(Fields f, string name)
    {
        if (f.Term(name) is not { } text)
            return false;
        if (text is not ("true" or "false"))
            f.Complain($"{name} should be true or false, not “{text}”.", name);
        return text == "true";
    }

    private static TextPosition? Position(Fields f)
    {
        if (f.Term("position") is not { } text)
            return null;
        if (TextPosition.Parse(text) is { } position)
            return position;
        f.Complain($"position should be two numbers of characters, such as 120-145, not “{text}”.", "position");
        return null;
    }

    private Cited? Cites(Fields f)
    {
        if (f.Has("cites") && !f.IsScalar("cites") && f.Mapping("cites") is { } both)
            return Done(both, new Cited(references.ResolveOptional(both, "actor", ItemKind.Actor), both.Optional("other")));
        if (f.Optional("cites") is not { } who)
            return null;
        if (references.TryGet(ItemKind.Actor, who, out var id))
            return new(id, null);
        if (LooksLikeActor(who))
            f.Complain($"cites: there is no actor “{who}”; anybody else is named in plain words, with a space or a capital.", "cites");
        return new(null, who);
    }

    /// <summary>True for words in <c>cites</c> that can only be meant as an actor's slug.</summary>
    public static bool LooksLikeActor(string who) => CodebookRules.IsSlug(who) && who.Contains('-');

    private List<AspectValue> AspectValues(Fields f)
    {
        if (f.Mapping("aspects") is not { } slots)
            return [];
        var values = new List<AspectValue>();
        foreach (var key in slots.Keys.ToList())
            if (slots.Mapping(key) is { } slot)
                values.Add(Done(slot, new AspectValue(key, slot.Text("value"), slot.Text("text"))));
        return values;
    }

    private Fact? Fact(Fields f, string name)
    {
        if (!f.Has(name))
            f.Complain($"{name} is missing; where it is not known, write {name}: unknown.");
        var fields = IsUnknown(f, name) ? null : f.Mapping(name);
        return fields is null
            ? null
            : Done(
                fields,
                new Fact(
                    fields.Text("value"),
                    fields.Word<Basis>("basis"),
                    fields.OptionalNumber("paragraph"),
                    fields.Optional("words"),
                    fields.Optional("note")
                )
            );
    }

    private Written? Written(Fields f)
    {
        if (!f.Has("written"))
            f.Complain("written is missing; where nothing is known, write written: unknown.");
        if (IsUnknown(f, "written") || f.Mapping("written") is not { } w)
            return null;
        var date = w.Date("value");
        if (date is null)
            w.Complain("written has no value; give an EDTF date, or write written: unknown.");
        return Done(
            w,
            date is null
                ? null
                : new Written(
                    date,
                    w.Word<Basis>("basis"),
                    w.OptionalNumber("paragraph"),
                    w.Optional("words"),
                    w.Optional("note"),
                    references.ResolveOptional(w, "before", ItemKind.Event),
                    references.ResolveOptional(w, "after", ItemKind.Event)
                )
        );
    }

    private ParagraphNote Paragraph(Fields f) =>
        Done(f, new ParagraphNote(f.Number("n"), f.Word<ParagraphKind>("kind"), f.Text("gist"), f.Optional("boilerplate")));

    private static IEnumerable<(string Key, string Label)> Labels(Fields f, string name) =>
        f.Mapping(name) is { } labels ? labels.Keys.ToList().Select(key => (key, labels.Text(key))).ToList() : [];

    private static DateOnly? Day(Fields f, string name)
    {
        if (f.Term(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        f.Complain($"{name} should be a day such as 2026-11-22, not “{text}”.", name);
        return null;
    }

    private static bool IsUnknown(Fields f, string name) => f.IsScalar(name) && f.Term(name) is null or "unknown";

    private static Edtf Visit(Fields f)
    {
        f.Text("visit");
        var date = f.Date("visit");
        if (date is { IsInterval: false } or { EarliestDay: null } or { LatestDay: null })
            f.Complain("visit should be an EDTF interval with two days, such as 2024-06-18/2024-06-19.", "visit");
        return date ?? Edtf.Parse("2000-01-01/2000-01-02"); // a folder with problems is not loaded
    }

    private T Done<T>(Fields f, T value)
    {
        f.RefuseTheRest();
        if (value is not null && !lines.TryGetValue(value, out _))
            lines.Add(value, new(f.Line));
        return value;
    }

    private T Marked<T>(int line, T value)
        where T : class
    {
        lines.AddOrUpdate(value, new(line));
        return value;
    }
}

/// <summary>The line on which a part of an item stood.</summary>
internal sealed record LineMark(int Line);
