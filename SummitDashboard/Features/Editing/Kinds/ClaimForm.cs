using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Editing;

/// <summary>A claim as fields.</summary>
public sealed class ClaimFields : ItemFields
{
    public string Question { get; set; } = "";
    public string Statement { get; set; } = "";
    public string Theme { get; set; } = "";
    public string Event { get; set; } = "";
    public List<PairFields> Aspects { get; set; } = [];
    public string Order { get; set; } = "";
}

/// <summary>A claim: question, statement, theme, aspects.</summary>
public sealed class ClaimForm(Claim? claim) : ItemForm<Claim, ClaimFields>(claim)
{
    protected override ItemKind Kind => ItemKind.Claim;
    protected override string SlugSource => "question";

    public override string Back(Casebook casebook, object? part) => part is Claim made ? Urls.Claim(made) : Urls.Claims;

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [
            new("question", "Question", Hint: "What the sources answer differently: “How many were aboard?”", IsRequired: true),
            new("statement", "Neutral statement", FieldKind.Text, "In none of the sources’ evaluative words.", IsRequired: true),
            new(
                "theme",
                "Theme",
                FieldKind.Choice,
                IsRequired: true,
                Options: [("", "choose…"), .. casebook.Head.Themes.Select(t => (t.Key, t.Label))]
            ),
            new(
                "event",
                "The event it hangs on",
                FieldKind.Item,
                "If any: then a source that wrote before it cannot be silent about it.",
                Among: casebook.Events
            ),
            new(
                "aspects",
                "Aspects",
                FieldKind.Pairs,
                "Two to five things that the answers may differ in, each a short label: “The number”, “Who counted”. Each source’s answer "
                    + "has a slot for each. The key may be left out, and is then made of the label; renaming a key empties its slots.",
                IsRequired: true
            ),
            new("order", "Place in story order", Hint: "A whole number."),
            Slug,
            Note,
        ];

    public override ClaimFields Fill(object? part, Casebook casebook) =>
        part is Claim c
            ? new()
            {
                Question = c.Question,
                Statement = c.Statement,
                Theme = c.Theme,
                Event = c.Event?.Value ?? "",
                Aspects = PairFields.Of(c.Aspects.Select(a => (a.Key, a.Label))),
                Order = Text(c.Order),
                Slug = c.Slug,
                Note = c.Note,
            }
            : new()
            {
                Order = Text(casebook.Claims.Select(x => x.Order).DefaultIfEmpty().Max() + 1),
                Theme = casebook.Head.Themes is [var only] ? only.Key : "",
                Aspects = [new(), new()], // it needs two
            };

    protected override object? Read(ClaimFields f, FieldReader reader)
    {
        var now = Current(reader.Casebook) as Claim;
        return new Claim
        {
            Id = Id,
            Question = f.Question,
            Slug = SlugOf(f, f.Question, reader),
            Statement = f.Statement,
            Theme = f.Theme,
            Order = reader.Number("order", "Place in story order", f.Order) ?? 0,
            Event = FieldReader.OptionalId<Event>(f.Event),
            Aspects =
            [
                .. PairFields
                    .Read(f.Aspects, "aspects", "Aspects", [.. now?.Aspects.Select(a => a.Key) ?? []], reader)
                    .Select(p => new Aspect(p.Key, p.Label)),
            ],
            Framings = now?.Framings ?? [],
            Note = f.Note,
        };
    }

    protected override void TakeOld(ClaimFields fields, string name, string text)
    {
        if (name == "aspects")
        {
            fields.Aspects.RemoveAll(a => a is { Key: "", Label: "" });
            PairFields.TakeOld(fields.Aspects, text);
        }
        else
            base.TakeOld(fields, name, text);
    }
}
