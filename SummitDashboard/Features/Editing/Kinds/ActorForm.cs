using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Editing;

/// <summary>A person as fields.</summary>
public sealed class ActorFields : ItemFields
{
    public string Name { get; set; } = "";
    public string Order { get; set; } = "";
}

/// <summary>A person: name and place on the panel.</summary>
public sealed class ActorForm(Actor? actor) : ItemForm<Actor, ActorFields>(actor)
{
    protected override ItemKind Kind => ItemKind.Actor;
    protected override string SlugSource => "name";
    public override string Title => Item is null ? "A new person" : "Edit this person";

    public override string Back(Casebook casebook, object? part) => part is Actor made ? Urls.Actor(made) : Urls.Actors;

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [new("name", "Name", IsRequired: true), new("order", "Place on the panel", Hint: "A whole number."), Slug, Note];

    public override ActorFields Fill(object? part, Casebook casebook) =>
        part is Actor a
            ? new()
            {
                Name = a.Name,
                Order = Text(a.Order),
                Slug = a.Slug,
                Note = a.Note,
            }
            : new() { Order = Text(casebook.Actors.Select(x => x.Order).DefaultIfEmpty().Max() + 1) };

    protected override object? Read(ActorFields f, FieldReader reader)
    {
        var now = Current(reader.Casebook) as Actor;
        return new Actor
        {
            Id = Id,
            Name = f.Name,
            Slug = SlugOf(f, f.Name, reader),
            Order = reader.Number("order", "Place on the panel", f.Order) ?? 0,
            Note = f.Note,
            Roles = now?.Roles ?? [],
            Names = now?.Names ?? [],
            Statements = now?.Statements ?? [],
        };
    }
}
