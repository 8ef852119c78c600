using SummitDashboard.Domain;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Editing;

/// <summary>A source: its name and sign, what is known about it and on what that rests, and its paragraphs.</summary>
public sealed class SourceForm(Source? source) : ItemForm<Source>(source)
{
    private static readonly (string Name, string Label)[] FactNames =
        [("title", "Title"), ("byline", "Byline"), ("publisher", "Publisher"), ("published", "Published"), ("language", "Language"), ("url", "Address"), ("archivedUrl", "Archived address"), ("retrieved", "Retrieved")];

    protected override ItemKind Kind => ItemKind.Source;
    public override string Back(Casebook casebook, object? part) => part is Source made ? Urls.Source(made) : Urls.Sources;

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
    [
        new("name", "Short name"), new("siglum", "Siglum", Hint: "Two to four letters, one of its own."), new("order", "Place in the order of writing", Hint: "A whole number; may tie."),
        .. FactNames.SelectMany(f => Fact(f.Name, f.Label)),
        new("h-written", "Written", FieldKind.Heading),
        new("written.value", "When", Hint: "EDTF: an interval for a span, [2024-06-18,2024-06-19] for one unknown day of these, [..2024-06-18] for no later than. Empty: unknown."),
        .. Rest("written"),
        new("written.before", "Its words treat as still to come", FieldKind.Choice, Options: [("", "nothing"), .. Named(casebook.Events, e => e.Label)]),
        new("written.after", "Its words treat as past", FieldKind.Choice, Options: [("", "nothing"), .. Named(casebook.Events, e => e.Label)]),
        new("h-text", "The text", FieldKind.Heading),
        new("paragraphs", "Paragraphs", FieldKind.Text, "One a line, in order: kind | what it does | boilerplate, if it is that. Kinds: " + string.Join(", ", Words.All<ParagraphKind>())),
        Slug, Note,
    ];

    private static IEnumerable<FieldSpec> Fact(string name, string label) =>
        [new($"h-{name}", label, FieldKind.Heading), new($"{name}.value", "What it says", Hint: "Empty: unknown."), .. Rest(name)];

    private static IEnumerable<FieldSpec> Rest(string name) =>
        [new($"{name}.basis", "This is", FieldKind.Choice, Options: Options<Basis>()), new($"{name}.paragraph", "In paragraph"), new($"{name}.words", "In these words"), new($"{name}.note", "Note")];

    public override Dictionary<string, string> Values(object? part, Casebook casebook)
    {
        if (part is not Source s) return new() { ["order"] = Number(casebook.Sources.Select(x => x.Order).DefaultIfEmpty().Max() + 1) };
        var values = new Dictionary<string, string>
        {
            ["name"] = s.Name, ["siglum"] = s.Siglum, ["order"] = Number(s.Order), ["slug"] = s.Slug, ["note"] = s.Note,
            ["paragraphs"] = string.Join('\n', s.Paragraphs.Select(p => $"{Words.Of(p.Kind)} | {p.Gist}{(p.Boilerplate is { } b ? $" | {b}" : "")}")),
        };
        foreach (var (name, _) in FactNames)
            if (Of(s, name) is { } fact) Put(name, fact.Value, fact.Basis, fact.Paragraph, fact.Words, fact.Note);
        if (s.Written is { } w)
        {
            Put("written", w.Date.Text, w.Basis, w.Paragraph, w.Words, w.Note);
            if (casebook.Events.TryGet(w.Before, out var before)) values["written.before"] = before.Slug;
            if (casebook.Events.TryGet(w.After, out var after)) values["written.after"] = after.Slug;
        }
        return values;

        void Put(string name, string value, Basis basis, int? paragraph, string? words, string? note)
        {
            (values[$"{name}.value"], values[$"{name}.basis"], values[$"{name}.words"], values[$"{name}.note"]) = (value, Words.Of(basis), words ?? "", note ?? "");
            if (paragraph is { } p) values[$"{name}.paragraph"] = Number(p);
        }
    }

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems)
    {
        var now = Current(casebook) as Source;
        return new Source
        {
            Id = Id, Name = f.Text("name"), Siglum = f.Text("siglum"), Slug = SlugOf(f, f.Text("name"), casebook), Order = f.Number("order", "The place in the order of writing", problems) ?? 0,
            Note = f.Text("note"), Article = now?.Article ?? Article.Unknown,
            Title = Fact("title"), Byline = Fact("byline"), Publisher = Fact("publisher"), Published = Fact("published"), Language = Fact("language"), Url = Fact("url"), ArchivedUrl = Fact("archivedUrl"), Retrieved = Fact("retrieved"),
            Written = f.Date("written.value", "Written", problems) is { } date
                ? new(date, f.Word<Basis>("written.basis") ?? Basis.Inferred, f.Number("written.paragraph", "The paragraph", problems), f.Optional("written.words"), f.Optional("written.note"), EventId("written.before"), EventId("written.after"))
                : null,
            Paragraphs = [.. f.Lines("paragraphs").Select((line, n) => Paragraph(line, n + 1, problems))],
        };

        string? EventId(string name) => casebook.Events.TryGetBySlug(f.Optional(name), out var e) ? e.Id : null;
        Fact? Fact(string name) => f.Optional($"{name}.value") is { } value
            ? new(value, f.Word<Basis>($"{name}.basis") ?? Basis.Given, f.Number($"{name}.paragraph", "The paragraph", problems), f.Optional($"{name}.words"), f.Optional($"{name}.note"))
            : null;
    }

    private static Fact? Of(Source s, string name) => name switch
    {
        "title" => s.Title, "byline" => s.Byline, "publisher" => s.Publisher, "published" => s.Published, "language" => s.Language, "url" => s.Url, "archivedUrl" => s.ArchivedUrl, _ => s.Retrieved,
    };

    private static ParagraphNote Paragraph(string line, int number, List<string> problems)
    {
        var parts = line.Split('|', 3, StringSplitOptions.TrimEntries);
        if (!Words.TryRead<ParagraphKind>(parts[0], out var kind)) problems.Add($"Paragraph {number}: “{parts[0]}” is no kind of paragraph; it is one of {string.Join(", ", Words.All<ParagraphKind>())}.");
        if (parts.Length < 2 || parts[1].Length == 0) problems.Add($"Paragraph {number}: say in a line what it does, after a |.");
        return new(number, kind, parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) is { Length: > 0 } b ? b : null);
    }
}
