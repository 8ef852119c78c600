using Microsoft.JSInterop;

namespace SummitDashboard.Forms;

/// <summary>
/// Into one field somebody may type at two places before either has heard of the other: what was told last stands in it, and the other is
/// kept beside the form until somebody decides.
/// </summary>
public abstract partial class FormPage
{
    /// <summary>What was typed into a field and does not stand there.</summary>
    protected internal IReadOnlyList<Aside> Asides { get; private set; } = [];

    /// <summary>How often something came into the fields from elsewhere; the page tells by it what was seen when typing began.</summary>
    protected internal int Comings { get; private set; }

    private readonly Dictionary<string, int> came = []; // of each field the last time
    private readonly Dictionary<string, int> seen = [];
    private readonly Dictionary<string, object?> unmet = []; // of each field that another changed, the version that it was begun from
    private Dictionary<string, string> shown = []; // when something was told last, or came

    /// <summary>
    /// What a field tells next was begun when this had come from elsewhere (<c>drafts.js</c>, just before the field tells it).
    /// </summary>
    [JSInvokable]
    public void Seen(string draft, string name, int comings)
    {
        if (Form is not null && draft == DeviceKey)
            seen[name] = comings;
    }

    /// <summary>The row of a field went while somebody typed in it (<c>drafts.js</c>): the words are kept beside the form.</summary>
    [JSInvokable]
    public Task Lost(string draft, string name, string text)
    {
        if (Form is null || draft != DeviceKey || !MayEdit)
            return Task.CompletedTask;
        SetAside(name, text, string.Join('\n', InFields().Where(f => FormBase.Group(f.Key) == FormBase.Group(name)).Select(f => f.Value)));
        return Keep();
    }

    // What comes from elsewhere: whoever types in a field has perhaps not seen it yet. Of what another has saved the form has gone on from
    // an older version.
    private void Bring(object fields, string reason, object? from = null)
    {
        var before = InFields();
        Fields.Update(Values, fields);
        Reason = reason;
        shown = InFields();
        Comings++;
        foreach (var name in ThreeWay.Differing(before, shown))
        {
            came[name] = Comings;
            if (from is not null)
                unmet[name] = from;
        }
    }

    // Something was typed here. Where other words had come that nobody had seen here, these are not lost.
    private void SetAsideWhatWasUnseen()
    {
        var now = InFields();
        var unseen = seen.Where(s => s.Value < came.GetValueOrDefault(s.Key)).Select(s => s.Key).ToList();
        foreach (var name in unseen.Where(n => !unmet.ContainsKey(n)))
            SetAside(name, shown.GetValueOrDefault(name, ""), now.GetValueOrDefault(name, ""));
        if (unseen.Find(unmet.ContainsKey) is { } met)
        {
            GoOnFrom(unmet[met]); // what another has saved is no second place of one person’s: saving shows both versions
            Said = Kept();
        }
        seen.Clear();
        shown = now;
        Asides = [.. Asides.Where(a => Aside.IsLost(a.Text, now.GetValueOrDefault(a.Name, "")))];
    }

    private void SetAside(string name, string text, string stands)
    {
        var aside = new Aside(name, text);
        if (!Aside.IsLost(text, stands) || Asides.Any(a => a.Name == name && !Aside.IsLost(text, a.Text)) || Conflict?.Asks(aside) == true)
            return;
        Asides = [.. Asides.Where(a => a.Name != name || Aside.IsLost(a.Text, text)), aside];
    }

    /// <summary>Whether what was set aside can take the place of what stands in its field; rows may have moved meanwhile.</summary>
    internal static bool CanBePutBack(Aside aside) => !Aside.IsOfARow(aside.Name);

    /// <summary>Puts it into its field; what stands there is set aside in turn.</summary>
    internal Task PutBack(Aside aside)
    {
        var stands = shown.GetValueOrDefault(aside.Name, "");
        if (aside.Name == ReasonName)
            Reason = aside.Text;
        else
            Fields.Type(Values, Started, aside.Name, aside.Text);
        SetAside(aside.Name, stands, aside.Text);
        return LetGo(aside);
    }

    /// <summary>It is not needed.</summary>
    internal Task LetGo(Aside aside)
    {
        Asides = [.. Asides.Where(a => a != aside)];
        return Keep();
    }
}
