using System.Globalization;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Forms;

/// <summary>The head of an item, or one of its parts, as a form drawn field by field.</summary>
public abstract class FieldForm : EditForm
{
    /// <summary>What is edited, as a heading: “Edit the event …”.</summary>
    public abstract string Title { get; }

    public abstract IReadOnlyList<FieldSpec> Fields(Casebook casebook);

    /// <summary>Where one is led after saving or leaving.</summary>
    public abstract string Back(Casebook casebook, object? part);

    public override string Label(string group, Casebook casebook) =>
        Find(group, casebook) switch
        {
            ({ } spec, null) => spec.Label,
            ({ } spec, { } option) => $"{spec.Label}: {option}",
            _ => base.Label(group, casebook),
        };

    public override string Say(string name, string value, Casebook casebook) =>
        Find(name, casebook) switch
        {
            ({ Kind: FieldKind.Many }, _) => "chosen",
            ({ Kind: FieldKind.Choice } spec, _) => spec.Options!.FirstOrDefault(o => o.Value == value).Label ?? value,
            _ => base.Say(name, value, casebook),
        };

    // The field of a name, and the option where it is one box of many.
    private (FieldSpec? Field, string? Option) Find(string name, Casebook casebook)
    {
        foreach (var spec in Fields(casebook))
            if (spec.Name == name)
                return (spec, null);
            else if (spec.Kind == FieldKind.Many && name.StartsWith(spec.Name + ".", StringComparison.Ordinal))
                return (spec, spec.Options!.FirstOrDefault(o => o.Value == name[(spec.Name.Length + 1)..]).Label);
        return default;
    }

    protected static IReadOnlyList<(string, string)> Options<T>()
        where T : struct, Enum => [.. Words.All<T>().Select(w => (w, w.Replace('-', ' ')))];

    protected static IReadOnlyList<(string, string)> ToChoose<T>()
        where T : struct, Enum => [("", "choose…"), .. Options<T>()];

    /// <summary>
    /// Items to choose from, by id: a new name changes nothing that was chosen. Two of one name are told apart by their short names.
    /// </summary>
    protected static IReadOnlyList<(string, string)> Named<T>(IEnumerable<T> items, Func<T, string> name)
        where T : Item
    {
        var twice = items.CountBy(name).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        return [.. items.Select(i => (i.Id, twice.Contains(name(i)) ? $"{name(i)} ({i.Slug})" : name(i)))];
    }

    protected static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Chosen boxes are fields of their own: <c>themes.the-visit</c> = true.</summary>
    protected static void Tick(Dictionary<string, string> values, string name, IEnumerable<string> keys)
    {
        foreach (var key in keys)
            values[$"{name}.{key}"] = "true";
    }
}
