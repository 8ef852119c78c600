using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Editing;

/// <summary>A source: its name and sign, what is known about it and on what that rests, and its paragraphs.</summary>
public sealed class SourceForm(Source? source) : ItemForm<Source, SourceFields>(source)
{
    private bool makesRoom;

    protected override ItemKind Kind => ItemKind.Source;
    protected override string SlugSource => "short name";

    public override string Back(Casebook casebook, object? part) => part is Source made ? Urls.Source(made) : Urls.Sources;

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [
            new("name", "Short name", IsRequired: true),
            new("siglum", "Siglum", Hint: "Two to four letters, one of its own.", IsRequired: true),
            new("colour", "Colour", FieldKind.Colour, ColourHint(casebook), Colours(casebook)),
            new("tags", "Tags", Hint: "Words to choose and gather sources by, with commas between them: wire, country: KR."),
            .. Facts.Names.SelectMany(f => Fact(f.Name, f.Label)),
            new("h-written", "Written", FieldKind.Heading),
            new(
                "written.value",
                "When",
                FieldKind.Date,
                "EDTF: an interval for a span, [2024-06-18,2024-06-19] for one unknown day of these, [..2024-06-18] for no later than. "
                    + "Empty: by the day of publication, where that is filled in now; else unknown."
            ),
            .. Rest("written"),
            new("written.before", "Its words treat as still to come", FieldKind.Item, Among: casebook.Events),
            new("written.after", "Its words treat as past", FieldKind.Item, Among: casebook.Events),
            new("order", "Place in the order of writing", FieldKind.Place, Among: [.. Others(casebook)]),
            new("h-text", "The text", FieldKind.Heading),
            new(
                "paragraphs",
                "Paragraphs",
                FieldKind.Paragraphs,
                "In order: which kind each is, in a line what it does (this can follow), and what makes it boilerplate, if it is that."
            ),
            Slug,
            Note,
        ];

    // Its own, those that no other source has, and none.
    private List<(string, string)> Colours(Casebook casebook) =>
        [
            .. SourceColours.Free(Others(casebook)).Select(n => (Text(n), $"Colour {n}")),
            (Text(SourceColours.Neutral), "None of its own: the siglum in ink"),
        ];

    private string ColourHint(Casebook casebook) =>
        Others(casebook).Where(s => s.Colour > SourceColours.Neutral).OrderBy(s => s.Colour).ToList() is { Count: > 0 } taken
            ? $"It stays with the source everywhere. Taken: "
                + $"{string.Join(", ", taken.Select(s => $"{s.Colour} by {Prose.Name(s.Siglum)}"))}."
            : "It stays with the source everywhere.";

    private IEnumerable<Source> Others(Casebook casebook) => casebook.Sources.Where(s => s.Id != Id);

    private static IEnumerable<FieldSpec> Fact(string name, string label) =>
        [
            new($"h-{name}", label, FieldKind.Heading),
            new(
                $"{name}.value",
                "What it says",
                name switch
                {
                    _ when Facts.IsDate(name) => FieldKind.Date,
                    "language" => FieldKind.Language,
                    _ => FieldKind.Line,
                },
                Facts.IsDate(name) ? "EDTF, such as 2024-06-18; how the source prints it stands below. Empty: unknown." : "Empty: unknown."
            ),
            .. Rest(name),
        ];

    // What the codebook says of facts from elsewhere, where one would want to type them.
    private const string Elsewhere =
        "Given: the source prints it. Inferred: it follows from words of sources. What only a catalogue says goes into the note, under "
        + "“Outside the sources”.";

    private static IEnumerable<FieldSpec> Rest(string name) =>
        [
            new(
                $"{name}.basis",
                "This is",
                FieldKind.Choice,
                name is "published" or "written" ? Elsewhere : null,
                Choices.ToChoose<Basis>()
            ),
            new($"{name}.paragraph", "In paragraph"),
            new($"{name}.words", "In these words"),
            new($"{name}.note", "Note"),
        ];

    public override SourceFields Fill(object? part, Casebook casebook)
    {
        if (part is not Source s)
            return new() { Colour = Text(SourceColours.Next(casebook.Sources)) };
        var fields = new SourceFields
        {
            Name = s.Name,
            Siglum = s.Siglum,
            Order = WritingPlace.Of(s, Places(casebook)),
            Tags = string.Join(", ", s.Tags ?? []),
            Colour = s.Colour is { } colour ? Text(colour) : "",
            Paragraphs = [.. s.Paragraphs.Select(ParagraphFields.Of)],
            Slug = s.Slug,
            Note = s.Note,
        };
        foreach (var (name, _) in Facts.Names)
            if (Facts.Of(s, name) is { } fact)
                Put(fields.Of(name), fact.Value, fact.Basis, fact.Paragraph, fact.Words, fact.Note);
        if (s.Written is { } w)
        {
            Put(fields.Written, w.Date.Text, w.Basis, w.Paragraph, w.Words, w.Note);
            (fields.Written.Before, fields.Written.After) = (w.Before?.Value ?? "", w.After?.Value ?? "");
        }
        return fields;

        static void Put(FactFields of, string value, Basis basis, int? paragraph, string? words, string? note) =>
            (of.Value, of.Basis, of.Paragraph, of.Words, of.Note) = (
                value,
                basis,
                paragraph is { } p ? Text(p) : "",
                words ?? "",
                note ?? ""
            );
    }

    public override Edit Edit(object? basis, object? next) =>
        next is Source put && makesRoom ? new PutSource((Source?)basis, put) : base.Edit(basis, next);

    public override string Say(string name, string value, Casebook casebook) =>
        name == "order" && WritingPlace.Read(value, null, Places(casebook)) is { } place
            ? WritingPlace.Say(place, Places(casebook))
            : base.Say(name, value, casebook);

    private IReadOnlyList<WrittenTogether> Places(Casebook casebook) => WritingOrder.Of(Others(casebook));

    // The number of its place; where another source has it already that is no tie, and room is made.
    private int OrderOf(SourceFields f, FieldReader reader)
    {
        makesRoom = false;
        // An older version of the program had the number typed.
        if (int.TryParse(f.Order, out var typed))
            return typed;
        var places = Places(reader.Casebook);
        var date = Edtf.TryParse(f.Written.Value, out var typedDate, out _) ? typedDate : null;
        if (WritingPlace.Read(f.Order, date, places) is not { } place)
        {
            reader.Wrong("order", "Place in the order of writing: the source beside which it was put is gone; put it again.");
            return 0;
        }
        var order = WritingPlace.Number(place, (Current(reader.Casebook) as Source)?.Order, places);
        makesRoom = !place.IsTie && places.Any(p => p.Order == order);
        return order;
    }

    protected override object? Read(SourceFields f, FieldReader reader)
    {
        return new Source
        {
            Id = Id,
            Name = Folding.Composed(f.Name),
            Siglum = Folding.Composed(f.Siglum),
            Slug = SlugOf(f, reader, () => Slugs.OfSource(f.Name, f.Language.Value, f.Siglum, f.Published.Value)),
            Order = OrderOf(f, reader),
            Tags = Folding.Composed(f.Tags).Split(',').Select(Tags.Tidy).Where(t => t.Length > 0).Distinct().ToList() is { Count: > 0 } tags
                ? tags
                : null,
            Colour = reader.Number("colour", "Colour", f.Colour),
            Note = f.Note,
            Article = (Current(reader.Casebook) as Source)?.Article ?? Article.Unknown,
            Title = Fact("title"),
            Byline = Fact("byline"),
            Publisher = Fact("publisher"),
            Published = Fact("published"),
            Language = Fact("language"),
            Url = Fact("url"),
            ArchivedUrl = Fact("archivedUrl"),
            Retrieved = Fact("retrieved"),
            Written = reader.Date("written.value", "Written", f.Written.Value) is { } date
                ? new(
                    date,
                    BasisOf(f.Written, "written", "Written"),
                    reader.Number("written.paragraph", "Written, in paragraph", f.Written.Paragraph),
                    FieldReader.Optional(f.Written.Words),
                    FieldReader.Optional(f.Written.Note),
                    FieldReader.OptionalId<Event>(f.Written.Before),
                    FieldReader.OptionalId<Event>(f.Written.After)
                )
                : FollowingPublished() ?? Lost<Written>(f.Written, "written", "Written"),
            Paragraphs =
            [
                .. f.Paragraphs.Where(p => !p.IsEmpty).Select((p, n) => p.Read(n + 1, $"paragraphs.{f.Paragraphs.IndexOf(p)}", reader)),
            ],
        };

        Written? FollowingPublished() => // as where a file is taken in: by a day of publication that is new here
            !f.Written.RestsOnNothing
            && Current(reader.Casebook) is Source { Written: null } was
            && was.Published?.Value != f.Published.Value
                ? FactProposals.WrittenUntil(f.Published.Value)
                : null;

        Basis BasisOf(FactFields of, string name, string label) =>
            reader.Chosen($"{name}.basis", $"{label}, “This is”", of.Basis, Basis.Inferred);

        // What it rests on says nothing where there is nothing that could rest on it.
        T? Lost<T>(FactFields of, string name, string label)
            where T : class
        {
            if (of.RestsOnNothing)
                reader.Wrong(
                    $"{name}.value",
                    $"{label}: fill in {(name == "written" ? "“When”" : "“What it says”")}, or clear the fields below it."
                );
            return null;
        }

        Fact? Fact(string name)
        {
            var (of, label) = (f.Of(name), Facts.Names.First(n => n.Name == name).Label);
            // What the file says stays said by it for as long as it is what is given.
            var was = Current(reader.Casebook) is Source before ? Facts.Of(before, name) : null;
            return (Facts.IsDate(name) ? FieldReader.DateText(of.Value) : FieldReader.Optional(of.Value)) is { } value
                ? new(
                    value,
                    BasisOf(of, name, label),
                    reader.Number($"{name}.paragraph", $"{label}, in paragraph", of.Paragraph),
                    FieldReader.Optional(of.Words),
                    FieldReader.Optional(of.Note),
                    was?.Value == value && of.Basis == was.Basis ? was.InFile : null
                )
                : Lost<Fact>(of, name, label);
        }
    }

    protected override void TakeOld(SourceFields fields, string name, string text)
    {
        if (name == "paragraphs")
            fields.Paragraphs.AddRange(OldTexts.Lines(text).Select(ParagraphFields.OfOld));
        else
            base.TakeOld(fields, name, text);
    }
}
