using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>
/// One thing that can be edited, as named fields: the same names stand in the page, in the draft on the device and on the server, and in
/// the comparison of two versions. Rows of a list are <c>quotations.0.exact</c>.
/// </summary>
public abstract class EditForm
{
    /// <summary>What it is a draft of; stable across names: <c>framing/claim id/source id</c>.</summary>
    public abstract string Key { get; }

    /// <summary>The right that it takes.</summary>
    public virtual Right Right => Right.Edit;

    /// <summary>The thing as the casebook has it now; null where it is new.</summary>
    public abstract object? Current(Casebook casebook);

    /// <summary>The thing among what a conflict tells, as it stands now; null where it was removed.</summary>
    public virtual object? Met(object? current) => current;

    /// <summary>The thing as fields; of null, the empty form.</summary>
    public abstract Dictionary<string, string> Values(object? part, Casebook casebook);

    /// <summary>The fields as the thing, adding to <paramref name="problems"/> what cannot be read.</summary>
    public abstract object? Read(FieldReader fields, Casebook casebook, List<string> problems);

    /// <summary>The edit that makes <paramref name="next"/> of <paramref name="basis"/>.</summary>
    public abstract Edit Edit(object? basis, object? next);

    /// <summary>The words for a field or a list of rows, for comparing two versions.</summary>
    public virtual string Label(string group, Casebook casebook) => char.ToUpperInvariant(group[0]) + group[1..].Replace('.', ' ');

    /// <summary>What a field holds, as people read it: of what is chosen its name, not its id.</summary>
    public virtual string Say(string name, string value, Casebook casebook) =>
        name.EndsWith(".citesActor", StringComparison.Ordinal) && casebook.Actors.TryGet(value, out var actor) ? actor.Name : value;

    /// <summary>The fields that are the thing’s names: another’s change of these alone is no version to choose from.</summary>
    public virtual IReadOnlyList<string> Naming => [];

    /// <summary>What keeps it from being saved, in the words of the page.</summary>
    public virtual IEnumerable<string> Problems(object next, Casebook casebook) => [];

    /// <summary>The thing as a document, so that a draft remembers what it was started from; and back.</summary>
    public abstract string? Write(object? part);
    public abstract object? Restore(string? json);

    /// <summary>
    /// Makes a draft that an older version of the program kept into one of this; <paramref name="basis"/> is the document it was begun
    /// with.
    /// </summary>
    public virtual void Upcast(Dictionary<string, string> values, IReadOnlyDictionary<string, string> started, string? basis) { }

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
