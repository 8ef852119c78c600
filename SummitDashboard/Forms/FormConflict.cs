using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>
/// Two versions of the same thing, field by field. What only one side changed is taken from it; the rest is the editor's choice.
/// </summary>
public sealed class FormConflict
{
    private readonly Dictionary<string, string> theirs;
    private readonly Dictionary<string, string> mine;
    private readonly HashSet<string> taken = [];

    public FormConflict(
        EditForm form,
        Casebook casebook,
        Outcome.Conflict met,
        Dictionary<string, string> started,
        Dictionary<string, string> mine
    )
    {
        (Met, theirs, this.mine) = (met, form.Values(met.Current, casebook), mine);
        if (met.Current is null)
            return; // removed: there is nothing to take, and all that stands here is kept
        var groups = theirs.Keys.Concat(mine.Keys).Concat(started.Keys).Select(EditForm.Group).Distinct();
        foreach (var group in groups)
        {
            var (a, b, c) = (Text(theirs, group), Text(mine, group), Text(started, group));
            if (a == b)
                continue;
            if (b == c)
                taken.Add(group);
            else if (a != c)
                Disputed.Add(new(group, form.Label(group, casebook), Said(mine, group), Said(theirs, group)));
        }
        IsRename = met.Current is not null && Disputed.Count == 0 && taken.IsSubsetOf(form.Naming);

        string Said(Dictionary<string, string> values, string group) =>
            string.Join('\n', In(values, group).Select(p => form.Say(p.Key, p.Value, casebook)));
    }

    public Outcome.Conflict Met { get; }

    /// <summary>The thing as it stands now; null where it was removed.</summary>
    public object? Current => Met.Current;

    /// <summary>True where the other only gave it another name: nothing to choose, both are kept.</summary>
    public bool IsRename { get; }

    /// <summary>The fields that both changed, differently.</summary>
    public List<DisputedField> Disputed { get; } = [];

    /// <summary>The fields after the editor's choices.</summary>
    public Dictionary<string, string> Chosen()
    {
        var groups = taken.Concat(Disputed.Where(d => d.TakeTheirs).Select(d => d.Group)).ToHashSet();
        return mine.Where(p => !groups.Contains(EditForm.Group(p.Key)))
            .Concat(theirs.Where(p => groups.Contains(EditForm.Group(p.Key))))
            .ToDictionary();
    }

    private static string Text(Dictionary<string, string> values, string group) =>
        string.Join('\n', In(values, group).Select(p => $"{p.Key}={p.Value}"));

    private static IEnumerable<KeyValuePair<string, string>> In(Dictionary<string, string> values, string group) =>
        values.Where(p => EditForm.Group(p.Key) == group && p.Value.Length > 0).OrderBy(p => p.Key, StringComparer.Ordinal);
}

/// <summary>A field that two editors changed.</summary>
public sealed class DisputedField(string group, string label, string mine, string theirs)
{
    public string Group => group;
    public string Label => label;
    public string Mine => mine;
    public string Theirs => theirs;
    public bool TakeTheirs { get; set; }
}
