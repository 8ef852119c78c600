using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Editing;

/// <summary>A set of sources as fields.</summary>
public sealed class SetFields : ItemFields
{
    public string Name { get; set; } = "";
    public HashSet<string> Sources { get; set; } = [];
}

/// <summary>A set: its name and its sources.</summary>
/// <param name="begun">The sources that a new one begins with.</param>
public sealed class SetForm(SourceSet? set, IReadOnlyList<Source>? begun = null) : ItemForm<SourceSet, SetFields>(set)
{
    protected override ItemKind Kind => ItemKind.Set;
    protected override string SlugSource => "name";

    public override string Back(Casebook casebook, object? part) => part is SourceSet made ? Urls.Set(made) : Urls.Sets;

    public override IReadOnlyList<FieldSpec> Specs(Casebook casebook) =>
        [new("name", "Name", IsRequired: true), new("sources", "Sources", FieldKind.Items, Among: casebook.Sources), Slug, Note];

    public override SetFields Fill(object? part, Casebook casebook) =>
        part is SourceSet s
            ? new()
            {
                Name = s.Name,
                Sources = [.. s.Sources.Select(id => id.Value)],
                Slug = s.Slug,
                Note = s.Note,
            }
            : new() { Sources = [.. (begun ?? []).Select(s => s.Id.Value)] };

    protected override object? Read(SetFields f, FieldReader reader) =>
        new SourceSet
        {
            Id = Id,
            Name = f.Name,
            Slug = SlugOf(f, f.Name, reader),
            Sources = FieldReader.Ticked(
                f.Sources,
                reader.Casebook.Sources.Select(s => s.Id),
                (Current(reader.Casebook) as SourceSet)?.Sources ?? []
            ),
            Note = f.Note,
        };
}
