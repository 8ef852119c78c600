using System.Globalization;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Forms;

/// <summary>An item without what other forms look after. A new one where <paramref name="item"/> is null.</summary>
public abstract class ItemForm<T>(T? item) : FieldForm
    where T : Item
{
    private readonly string id = item?.Id ?? Ids.New();

    protected T? Item => item;
    protected string Id => id;
    protected abstract ItemKind Kind { get; }

    public override string Key => item is null ? $"new/{Kinds.Word(Kind)}" : $"{Kinds.Word(Kind)}/{item.Id}";
    public override string Title => item is null ? $"A new {Kinds.Word(Kind)}" : $"Edit this {Kinds.Word(Kind)}";

    public override object? Current(Casebook casebook) => item is null ? null : casebook.Find(Kind, item.Id);

    public override Edit Edit(object? basis, object? next) => new PutItem((Item?)basis, (Item?)next);

    public override string? Write(object? part) => part is null ? null : Documents.Write((Item)part);

    public override object? Restore(string? json) => json is null ? null : Documents.Read(Kind, json);

    public override IReadOnlyList<string> Naming => ["slug", "name", "question", "label", "title"];

    public override IEnumerable<string> Problems(object next, Casebook casebook) => PageWords.Of((Item)next, casebook);

    protected string SlugOf(FieldReader fields, string title, Casebook casebook)
    {
        if (fields.Optional("slug") is { } given)
            return given;
        var others = casebook.Items().Where(i => i.Id != id && Kinds.Of(i) == Kind).Select(i => i.Slug).ToHashSet();
        return Names.Free(Names.Slug(title), slug => others.Contains(slug) || fields.IsTaken(Kind, slug));
    }

    protected static FieldSpec Slug =>
        new("slug", "Short name in addresses", Hint: "a-z, 0-9 and hyphens; left empty, it is made of the title. Old addresses lead on.");
    protected static FieldSpec Note =>
        new(
            "note",
            "Note",
            FieldKind.Markdown,
            "Markdown. What comes from outside the sources stands under the heading “## Outside the sources”."
        );
}
