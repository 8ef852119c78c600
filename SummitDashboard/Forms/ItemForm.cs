using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Forms;

/// <summary>What every item has: its short name and its note.</summary>
public abstract class ItemFields
{
    public string Slug { get; set; } = "";
    public string Note { get; set; } = "";
}

/// <summary>An item without what other forms look after. A new one where <paramref name="item"/> is null.</summary>
public abstract class ItemForm<T, TFields>(T? item) : Form<TFields>
    where T : Item<T>
    where TFields : ItemFields, new()
{
    private readonly Id<T> id = item?.Id ?? Ids.New<T>();

    protected T? Item => item;
    protected Id<T> Id => id;
    protected abstract ItemKind Kind { get; }

    public override string Key => item is null ? $"new/{Kinds.Of(Kind).Word}" : $"{Kinds.Of(Kind).Word}/{item.RawId}";
    public override string Title => item is null ? $"A new {Kinds.Of(Kind).Word}" : $"Edit this {Kinds.Of(Kind).Word}";

    public override object? Current(Casebook casebook) => item is null ? null : casebook.Find(Kind, item.RawId);

    public override Edit Edit(object? basis, object? next) => new PutItem((Item?)basis, (Item?)next);

    public override string? Write(object? part) => part is null ? null : Documents.Write((Item)part);

    public override object? Restore(string? json) => json is null ? null : Documents.Read(Kind, json);

    public override IReadOnlyList<string> Naming => ["slug", "name", "question", "label", "title"];

    public override IEnumerable<Problem> Problems(object next, Casebook casebook) => RuleLabels.Of((Item)next, casebook);

    /// <summary>The short name that was typed, or one made of the title.</summary>
    protected string SlugOf(TFields fields, string title, FieldReader reader) => SlugOf(fields, reader, () => Slugs.Of(title));

    /// <summary>The short name that was typed, or one that is made.</summary>
    protected string SlugOf(TFields fields, FieldReader reader, Func<string> made)
    {
        if (FieldReader.Optional(fields.Slug) is { } given)
            return given;
        var others = reader.Casebook.Items().Where(i => i.RawId != id.Value && Kinds.Of(i).Number == Kind).Select(i => i.Slug).ToHashSet();
        return Slugs.Free(made(), slug => others.Contains(slug) || reader.IsTaken(Kind, slug));
    }

    /// <summary>What the short name in addresses is made of.</summary>
    protected virtual string SlugSource => "title";

    protected FieldSpec Slug =>
        new(
            "slug",
            "Short name in addresses",
            Hint: $"a-z, 0-9 and hyphens; left empty, it is made of the {SlugSource}. Old addresses lead on."
        );
    protected static FieldSpec Note =>
        new(
            "note",
            "Note",
            FieldKind.Markdown,
            "Markdown. What comes from outside the sources stands under the heading “## Outside the sources”."
        );
}
