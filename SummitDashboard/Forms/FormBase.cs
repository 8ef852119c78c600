using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Forms;

/// <summary>
/// One thing that can be edited, as whatever stands around a form needs to know it: pages, drafts and conflicts. What its fields are says
/// <see cref="Form{TFields}"/>.
/// </summary>
public abstract class FormBase
{
    /// <summary>What it is a draft of; stable across names: <c>framing/claim id/source id</c>.</summary>
    public abstract string Key { get; }

    /// <summary>The right that it takes.</summary>
    public virtual Right Right => Right.Edit;

    /// <summary>The thing as the casebook has it now; null where it is new.</summary>
    public abstract object? Current(Casebook casebook);

    /// <summary>The thing among what a conflict tells, as it stands now; null where it was removed.</summary>
    public virtual object? Met(object? current) => current;

    /// <summary>The thing as fields; of null, what a new one begins with.</summary>
    public abstract object Begin(object? part, Casebook casebook);

    /// <summary>The fields as the thing, telling <paramref name="reader"/> what cannot be read.</summary>
    public abstract object? Read(object fields, FieldReader reader);

    /// <summary>The fields of a draft. Throws <see cref="System.Text.Json.JsonException"/> where they are none of this form's.</summary>
    public abstract object Parse(string json);

    /// <summary>
    /// The fields of a draft that an older version of the program kept as texts by name; <paramref name="started"/> are those it was begun
    /// with, and
    /// <paramref name="basis"/> is their document.
    /// </summary>
    public abstract object Upcast(IReadOnlyDictionary<string, string> texts, object started, string? basis);

    /// <summary>The edit that makes <paramref name="next"/> of <paramref name="basis"/>.</summary>
    public abstract Edit Edit(object? basis, object? next);

    /// <summary>What is edited, as a heading: “Edit the event …”.</summary>
    public virtual string Title => "";

    /// <summary>Where one is led after saving or leaving.</summary>
    public virtual string Back(Casebook casebook, object? part) => Urls.Overview;

    /// <summary>The fields as they are drawn one under another; none where the page draws its own.</summary>
    public virtual IReadOnlyList<FieldSpec> Specs(Casebook casebook) => [];

    /// <summary>The words for a field or a list of rows, for comparing two versions.</summary>
    public virtual string Label(string group, Casebook casebook) =>
        Find(group, casebook) switch
        {
            ({ } spec, null) => spec.Label,
            ({ } spec, { } option) => $"{spec.Label}: {option}",
            _ => char.ToUpperInvariant(group[0]) + group[1..].Replace('.', ' '),
        };

    /// <summary>What a field holds, as people read it: of what is chosen its name, not its id.</summary>
    public virtual string Say(string name, string value, Casebook casebook) =>
        Find(name, casebook) switch
        {
            ({ Kind: FieldKind.Many or FieldKind.Items }, _) => "chosen",
            ({ Kind: FieldKind.Item, Among: { } among }, _) => among.FirstOrDefault(i => i.RawId == value) is { } item
                ? ItemSearch.Of(among).Shown(item)
                : value,
            ({ Kind: FieldKind.Choice } spec, _) => spec.Options!.FirstOrDefault(o => o.Value == value).Label ?? value,
            _ when name.EndsWith(".citesActor", StringComparison.Ordinal) && casebook.Actors.TryGet(new ActorId(value), out var actor) =>
                actor.Name,
            _ => value,
        };

    // The field of a name, and the option where it is one box of many.
    private (FieldSpec? Field, string? Option) Find(string name, Casebook casebook)
    {
        foreach (var spec in Specs(casebook))
            if (spec.Name == name)
                return (spec, null);
            else if (spec.Kind is FieldKind.Many or FieldKind.Items && name.StartsWith(spec.Name + ".", StringComparison.Ordinal))
                return (spec, OptionOf(spec, Fields.Key(name[(spec.Name.Length + 1)..])));
        return default;
    }

    private static string? OptionOf(FieldSpec spec, string value) =>
        spec.Among is { } among
            ? among.FirstOrDefault(i => i.RawId == value) is { } item
                ? ItemSearch.Of(among).Shown(item)
                : null
            : spec.Options!.FirstOrDefault(o => o.Value == value).Label;

    /// <summary>The fields that are the thing’s names: another’s change of these alone is no version to choose from.</summary>
    public virtual IReadOnlyList<string> Naming => [];

    /// <summary>What keeps it from being saved, in the words of the page.</summary>
    public virtual IEnumerable<Problem> Problems(object next, Casebook casebook) => [];

    /// <summary>What the thing, as it stands in the fields, still lacks; it may be saved without.</summary>
    public virtual IReadOnlyList<string> StillOpen(object fields, Casebook casebook) => [];

    /// <summary>The thing as a document, so that a draft remembers what it was started from; and back.</summary>
    public abstract string? Write(object? part);
    public abstract object? Restore(string? json);

    /// <summary>
    /// A list of rows counts as one field, since its numbers shift; and so does a slot, which is filled, empty or neither.
    /// </summary>
    public static string Group(string name)
    {
        var parts = name.Split('.');
        return parts.Length > 1 && int.TryParse(parts[1], out _) ? parts[0]
            : parts is ["aspect", _, _, ..] ? name[..name.LastIndexOf('.')]
            : name;
    }
}
