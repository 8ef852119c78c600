using SummitDashboard.Domain;

namespace SummitDashboard.Forms;

/// <summary>
/// Two versions of the same thing, field by field. What only one side changed is taken from it; the rest is the editor's choice.
/// </summary>
public sealed class FormConflict
{
    private readonly object theirs;
    private readonly object mine;
    private readonly Dictionary<string, (string Label, string Theirs)> taken = [];

    /// <param name="account">Who is shown it.</param>
    public FormConflict(FormBase form, Casebook casebook, Outcome.Conflict met, object started, object mine, string? account = null)
    {
        (Met, theirs, this.mine) = (met, form.Begin(met.Current, casebook), mine);
        IsOwn = account is not null && met.AccountId == account;
        if (met.Current is null)
            return; // removed: there is nothing to take, and all that stands here is kept
        var (a, b, c) = (Grouped(theirs), Grouped(mine), Grouped(started));
        IsTheirsAlone = Fields.Same(mine, started);
        foreach (var group in a.Select(g => g.Key).Union(b.Select(g => g.Key)).Union(c.Select(g => g.Key)))
        {
            if (a[group].SequenceEqual(b[group]))
                continue;
            if (b[group].SequenceEqual(c[group]) || (IsOwn && GoesOn(c[group], b[group], a[group])))
                taken[group] = (form.Label(group, casebook), Said(theirs, group, a[group]));
            else if (!a[group].SequenceEqual(c[group]) && !(IsOwn && GoesOn(c[group], a[group], b[group])))
                Disputed.Add(new(group, form.Label(group, casebook), Said(mine, group, b[group]), Said(theirs, group, a[group])));
        }
        IsSettled = Disputed.Count == 0 && (IsOwn || IsTheirsAlone || taken.Keys.All(form.Naming.Contains));

        string Said(object version, string group, IEnumerable<KeyValuePair<string, string>> fields) =>
            string.Join(
                '\n',
                Fields.At(version, group) switch
                {
                    IEnumerable<QuotationFields> rows => rows.Where(q => q.Exact.Length > 0 || q.LacksWords).Select(q => q.Said(casebook)),
                    QuotationFields row => [row.Said(casebook)],
                    _ => fields.Select(p => form.Say(p.Key, p.Value, casebook)),
                }
            );
    }

    public Outcome.Conflict Met { get; }

    /// <summary>Who saved the other version.</summary>
    public string By => Met.By.Length > 0 ? Met.By : "Somebody";

    /// <summary>True where that was the same person, in another window or on another device.</summary>
    public bool IsOwn { get; }

    /// <summary>Who saved the other version, as a sentence.</summary>
    public string SavedBy => IsOwn ? $"You saved another version {Elsewhere}" : $"{By} saved another version";

    /// <summary>Where the same person may be at work besides.</summary>
    public const string Elsewhere = "in another window or on another device";

    /// <summary>The thing as it stands now; null where it was removed.</summary>
    public object? Current => Met.Current;

    /// <summary>
    /// True where nothing is to be chosen or looked at: nothing was changed here, or the other only renamed it, or it was the same
    /// person, and of each field one place at most changed it, or went on with the sentence of the other.
    /// </summary>
    public bool IsSettled { get; }

    /// <summary>True where nothing was changed here.</summary>
    public bool IsTheirsAlone { get; }

    // What one place has saved in the middle of a sentence, the other goes on with. Who only took words away goes on with nothing.
    private static bool GoesOn(
        IEnumerable<KeyValuePair<string, string>> begun,
        IEnumerable<KeyValuePair<string, string>> half,
        IEnumerable<KeyValuePair<string, string>> whole
    ) =>
        half.ToList() is [var part]
        && whole.ToList() is [var all]
        && part.Key == all.Key
        && all.Value.StartsWith(part.Value.TrimEnd() + " ", StringComparison.Ordinal)
        && !begun.Any(was => was.Value.StartsWith(part.Value.TrimEnd(), StringComparison.Ordinal));

    /// <summary>True where it was met before and saved again: nothing of it was.</summary>
    public bool IsAgain { get; private set; }

    /// <summary>It was met before, and something was chosen: that stays chosen where it is still to choose.</summary>
    public FormConflict After(FormConflict? before)
    {
        IsAgain = before is not null;
        foreach (var field in Disputed)
            field.TakeTheirs = before?.Disputed.Find(d => d.Group == field.Group)?.TakeTheirs == true;
        return this;
    }

    /// <summary>The fields that both changed, differently.</summary>
    public List<DisputedField> Disputed { get; } = [];

    /// <summary>What the other alone changed, and what it says there: it is taken over.</summary>
    public IReadOnlyCollection<(string Label, string Theirs)> Taken => taken.Values;

    /// <summary>True where this asks already about what was set aside: it stands in the other version.</summary>
    public bool Asks(Aside aside) =>
        Disputed.Any(d => d.Group == Group(aside.Name)) && !Aside.IsLost(aside.Text, Fields.Get(theirs, aside.Name));

    /// <summary>The fields after the editor's choices.</summary>
    public object Chosen()
    {
        var chosen = Fields.Copy(mine);
        var others = Grouped(theirs);
        foreach (var group in taken.Keys.Concat(Disputed.Where(d => d.TakeTheirs).Select(d => d.Group)))
        {
            Fields.Clear(chosen, group);
            foreach (var (name, text) in others[group])
                Fields.Set(chosen, name, text);
        }
        return chosen;
    }

    private static ILookup<string, KeyValuePair<string, string>> Grouped(object fields) =>
        Fields.All(fields).OrderBy(f => f.Key, StringComparer.Ordinal).ToLookup(f => Group(f.Key));

    // The one quotation of a part is chosen as a whole too: its words stand at its place.
    private static string Group(string name) =>
        name.StartsWith("quotation.", StringComparison.Ordinal) ? "quotation" : FormBase.Group(name);
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
