using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Editing;

/// <summary>A source: its name and sign, what is known about it and on what that rests, and its paragraphs.</summary>
public sealed class SourceForm(Source? source) : ItemForm<Source>(source)
{
    protected override ItemKind Kind => ItemKind.Source;

    public override string Back(Casebook casebook, object? part) => part is Source made ? Urls.Source(made) : Urls.Sources;

    public override IReadOnlyList<FieldSpec> Fields(Casebook casebook) =>
        [
            new("name", "Short name", IsRequired: true),
            new("siglum", "Siglum", Hint: "Two to four letters, one of its own.", IsRequired: true),
            new("order", "Place in the order of writing", Hint: "A whole number; may tie."),
            .. Facts.Names.SelectMany(f => Fact(f.Name, f.Label)),
            new("h-written", "Written", FieldKind.Heading),
            new(
                "written.value",
                "When",
                Hint: "EDTF: an interval for a span, [2024-06-18,2024-06-19] for one unknown day of these, [..2024-06-18] for no "
                    + "later than. Empty: unknown."
            ),
            .. Rest("written"),
            new(
                "written.before",
                "Its words treat as still to come",
                FieldKind.Choice,
                Options: [("", "nothing"), .. Named(casebook.Events, e => e.Label)]
            ),
            new(
                "written.after",
                "Its words treat as past",
                FieldKind.Choice,
                Options: [("", "nothing"), .. Named(casebook.Events, e => e.Label)]
            ),
            new("h-text", "The text", FieldKind.Heading),
            new(
                "paragraphs",
                "Paragraphs",
                FieldKind.Text,
                "One a line, in order: kind | what it does | boilerplate, if it is that. A | inside is written \\|. Kinds: "
                    + string.Join(", ", Words.All<ParagraphKind>())
            ),
            Slug,
            Note,
        ];

    private static IEnumerable<FieldSpec> Fact(string name, string label) =>
        [new($"h-{name}", label, FieldKind.Heading), new($"{name}.value", "What it says", Hint: "Empty: unknown."), .. Rest(name)];

    private static IEnumerable<FieldSpec> Rest(string name) =>
        [
            new($"{name}.basis", "This is", FieldKind.Choice, Options: ToChoose<Basis>()),
            new($"{name}.paragraph", "In paragraph"),
            new($"{name}.words", "In these words"),
            new($"{name}.note", "Note"),
        ];

    public override Dictionary<string, string> Values(object? part, Casebook casebook)
    {
        if (part is not Source s)
            return new() { ["order"] = Number(casebook.Sources.Select(x => x.Order).DefaultIfEmpty().Max() + 1) };
        var values = new Dictionary<string, string>
        {
            ["name"] = s.Name,
            ["siglum"] = s.Siglum,
            ["order"] = Number(s.Order),
            ["slug"] = s.Slug,
            ["note"] = s.Note,
            ["paragraphs"] = string.Join(
                '\n',
                s.Paragraphs.Select(p =>
                    string.Join(
                        " | ",
                        new[] { Words.Of(p.Kind), p.Gist, p.Boilerplate }.OfType<string>().Select(text => Separated.Escape(text, '|'))
                    )
                )
            ),
        };
        foreach (var (name, _) in Facts.Names)
            if (Facts.Of(s, name) is { } fact)
                Put(name, fact.Value, fact.Basis, fact.Paragraph, fact.Words, fact.Note);
        if (s.Written is { } w)
        {
            Put("written", w.Date.Text, w.Basis, w.Paragraph, w.Words, w.Note);
            if (w.Before is { } before)
                values["written.before"] = before;
            if (w.After is { } after)
                values["written.after"] = after;
        }
        return values;

        void Put(string name, string value, Basis basis, int? paragraph, string? words, string? note)
        {
            (values[$"{name}.value"], values[$"{name}.basis"], values[$"{name}.words"], values[$"{name}.note"]) = (
                value,
                Words.Of(basis),
                words ?? "",
                note ?? ""
            );
            if (paragraph is { } p)
                values[$"{name}.paragraph"] = Number(p);
        }
    }

    public override object? Read(FieldReader f, Casebook casebook, List<string> problems)
    {
        var now = Current(casebook) as Source;
        return new Source
        {
            Id = Id,
            Name = f.Text("name"),
            Siglum = f.Text("siglum"),
            Slug = SlugOf(f, f.Text("name"), casebook),
            Order = f.Number("order", "Place in the order of writing", problems) ?? 0,
            Note = f.Text("note"),
            Article = now?.Article ?? Article.Unknown,
            Title = Fact("title"),
            Byline = Fact("byline"),
            Publisher = Fact("publisher"),
            Published = Fact("published"),
            Language = Fact("language"),
            Url = Fact("url"),
            ArchivedUrl = Fact("archivedUrl"),
            Retrieved = Fact("retrieved"),
            Written = f.Date("written.value", "Written", problems) is { } date
                ? new(
                    date,
                    BasisOf("written", "Written"),
                    f.Number("written.paragraph", "Written, in paragraph", problems),
                    f.Optional("written.words"),
                    f.Optional("written.note"),
                    f.Optional("written.before"),
                    f.Optional("written.after")
                )
                : Lost<Written>("written", "Written"),
            Paragraphs = [.. f.Lines("paragraphs").Select((line, n) => Paragraph(line, n + 1, problems))],
        };

        Basis BasisOf(string name, string label) => f.Chosen<Basis>($"{name}.basis", $"{label}, “This is”", problems, Basis.Inferred);

        // What it rests on says nothing where there is nothing that could rest on it.
        T? Lost<T>(string name, string label)
            where T : class
        {
            if (new[] { "basis", "paragraph", "words", "note", "before", "after" }.Any(part => f.Optional($"{name}.{part}") is not null))
                problems.Add($"{label}: fill in {(name == "written" ? "“When”" : "“What it says”")}, or clear the fields below it.");
            return null;
        }

        Fact? Fact(string name)
        {
            var label = Facts.Names.First(n => n.Name == name).Label;
            return f.Optional($"{name}.value") is { } value
                ? new(
                    value,
                    BasisOf(name, label),
                    f.Number($"{name}.paragraph", $"{label}, in paragraph", problems),
                    f.Optional($"{name}.words"),
                    f.Optional($"{name}.note")
                )
                : Lost<Fact>(name, label);
        }
    }

    private static ParagraphNote Paragraph(string line, int number, List<string> problems)
    {
        var parts = Separated.Parts(line, '|');
        if (parts.Count > 3)
            problems.Add($"Paragraph {number}: there are {parts.Count} parts between |; at most three. A | inside one is written \\|.");
        if (!Words.TryRead<ParagraphKind>(parts[0], out var kind))
            problems.Add(
                $"Paragraph {number}: “{parts[0]}” is no kind of paragraph; it is one of {string.Join(", ", Words.All<ParagraphKind>())}."
            );
        if (parts.Count < 2 || parts[1].Length == 0)
            problems.Add($"Paragraph {number}: say in a line what it does, after a |.");
        return new(number, kind, parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) is { Length: > 0 } b ? b : null);
    }
}
