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

    // What comes from elsewhere: whoever types in a field has perhaps not seen it yet.
    private void Bring(object fields, string reason)
    {
        var before = InFields();
        Fields.Update(Values, fields);
        Reason = reason;
        shown = InFields();
        Comings++;
        foreach (var name in ThreeWay.Differing(before, shown))
            came[name] = Comings;
    }

    // Something was typed here. Where other words had come that nobody had seen here, these are not lost.
    private void SetAsideWhatWasUnseen()
    {
        var now = InFields();
        foreach (var (name, comings) in seen)
            if (comings < came.GetValueOrDefault(name))
                SetAside(name, shown.GetValueOrDefault(name, ""), now.GetValueOrDefault(name, ""));
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
