using System.Collections;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;
using SummitDashboard.Ui;

namespace SummitDashboard.Forms;

/// <summary>
/// A page with a form: what is typed is a draft, on the device with every keystroke and on the server with every field; saving is one
/// edit. Of two editors on the same thing, the second sees both versions and chooses field by field.
/// </summary>
public abstract partial class FormPage : CasebookPage, IHasForm, IAsyncDisposable
{
    private IJSObjectReference? script;
    private DotNetObjectReference<FormPage>? self;
    private Task<bool>? saving;
    private IDisposable? leaving;
    private object? basis;
    private string? key;
    private FormConflict? settled;
    private ValidationMessageStore? messages;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    protected CasebookStore Casebooks { get; private set; } = null!;

    [Inject]
    private SlugAliases Aliases { get; set; } = null!;

    [Inject]
    private DraftStore Drafts { get; set; } = null!;

    [Inject]
    protected Visitor Visitor { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    [Inject]
    private BrowserConnection Connection { get; set; } = null!;

    /// <summary>The form of the address, or null where there is nothing to edit.</summary>
    protected internal FormBase? Form { get; set; }

    /// <summary>The fields as they now stand in the page: the form’s own model.</summary>
    protected internal object Values { get; private set; } = new();

    /// <summary>The fields as they were when the editor began.</summary>
    protected internal object Started { get; private set; } = new();

    /// <summary>What Blazor’s and MudBlazor’s inputs know of the form.</summary>
    protected internal EditContext Context { get; private set; } = new(new object());

    /// <summary>Why it was not saved.</summary>
    protected internal IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Somebody else's version, where saving met one.</summary>
    protected internal FormConflict? Conflict { get; private set; }

    /// <summary>What was done last, for the status line.</summary>
    protected internal string? Said { get; private set; }

    /// <summary>The revision of the last save.</summary>
    protected internal long? Saved { get; private set; }

    /// <summary>The thing as it was last saved from here.</summary>
    protected object? SavedPart { get; private set; }

    /// <summary>True where it was not there before it was last saved from here.</summary>
    protected bool SavedIsNew { get; private set; }

    protected internal bool Restored { get; private set; }
    protected internal bool IsBusy { get; private set; }

    /// <summary>True once a draft was looked for and leaving is watched.</summary>
    protected internal bool IsReady { get; private set; }
    protected internal bool IsDirty => !Fields.Same(Values, Started);
    protected internal bool MayEdit => Visitor.May(Form?.Right ?? Right.Edit) && !IsPast;
    protected internal string Reason { get; private set; } = "";

    /// <summary>True once somebody asked to remove it, and was asked in turn.</summary>
    protected internal bool IsRemoving { get; private set; }

    /// <summary>True once somebody wanted to throw away what was typed, and was asked in turn.</summary>
    protected internal bool IsDiscarding { get; private set; }

    /// <summary>
    /// True where the address names nothing (any more): then whoever leaves follows a new name, and what is typed waits as a draft.
    /// </summary>
    protected virtual bool IsMissing => false;

    /// <summary>Call at the end of <see cref="CasebookPage.Read"/>: begins another form, or takes over what others changed.</summary>
    protected void Begin()
    {
        if (Form is null)
            return;
        var current = Form.Current(Casebook);
        var json = Form.Write(current);
        if (key != Form.Key)
        {
            (key, Conflict, Said, Saved, Restored, Reason, OnDeviceOnly) = (Form.Key, null, null, null, false, "", null);
            IsRemoving = IsDiscarding = false;
            Start(current);
            Asides = [];
            Agree(null);
            (thrownAway, isThrownAway) = (null, false);
            Tell([]);
            opened = IsReady = false;
        }
        else if (json != Form.Write(basis))
        {
            if (IsDirty && !IsBusy && Fields.Same(Values, Form.Begin(current, Casebook))) // saved in another tab
            {
                GoOnFrom(current); // the rows stay the same ones, with whoever types in one
                (Restored, Said, shown) = (false, SavedElsewhere, InFields());
                _ = InvokeAsync(() => shared.IsApart ? TakeIn() : EndDraft(json)); // what is typed on is kept
            }
            else if (IsDirty)
            {
                if (!IsBusy)
                    Said = Kept();
                if (shared.IsApart)
                    _ = InvokeAsync(() => TakeIn());
            }
            else if (script is null || !opened)
                Start(current);
            else if (!IsBusy)
                _ = InvokeAsync(StartUnlessTyping);
        }
    }

    /// <summary>Call before <see cref="Begin"/>: the form begins anew, though it is kept under the name that it had.</summary>
    protected void BeginAnew() => key = null;

    /// <summary>Puts the focus into the first field of the form.</summary>
    protected Task FocusFirst() => OnPage("first", DeviceKey);

    /// <summary>Takes the focus to another version that was met, once nobody is in the middle of a word; a letter gives it back.</summary>
    internal Task Meet(ElementReference box) => OnPage("meet", box);

    /// <summary>Takes the focus to why it was not saved, unless somebody saved by a key and types on.</summary>
    internal Task Reach(ElementReference box) => OnPage("reach", box);

    // A field that is being typed in has not told its words yet: the page's script knows of them.
    private async Task StartUnlessTyping()
    {
        var at = key;
        try
        {
            var typing = await IsTyping();
            if (at != key || IsDirty || IsBusy || Form is null)
                return;
            if (typing)
                Said = Kept();
            else
            {
                var (before, from) = (Started, IsOwnRevision ? null : basis);
                GoOnFrom(Form.Current(Casebook));
                Bring(Started, Reason, from); // a row that is as it was stays, with whoever begins to type in it
                shared = shared with { Fields = InFields() };
                if (!Fields.Same(before, Started) && Saved != Casebook.Revision) // what a save made of it is no other’s change
                    (Said, Saved) = ($"{ChangedBy("this")}; you see the new version.", null);
            }
            StateHasChanged();
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone.
        }
    }

    /// <summary>What a field shows.</summary>
    protected internal string Field(string name) => Fields.Get(Values, name);

    /// <summary>A field was left with this value.</summary>
    protected internal virtual Task Set(string name, object? value)
    {
        Fields.Type(Values, Started, name, value is bool flag ? (flag ? "true" : "") : value?.ToString());
        messages?.Clear(Context.Field(name)); // what was wrong may be right now; saving looks again
        Context.NotifyFieldChanged(Context.Field(name));
        return Keep();
    }

    /// <summary>The handler that takes over a field when it is left.</summary>
    protected internal Func<ChangeEventArgs, Task> On(string name)
    {
        var now = Following(name);
        return e => now() is { } at ? Set(at, e.Value) : Lost(DeviceKey, name, e.Value as string ?? "");
    }

    /// <summary>The same for a text, bound: what is typed on meanwhile is not overwritten by the answer.</summary>
    protected internal Func<string?, Task> Bind(string name)
    {
        var now = Following(name);
        return text => now() is { } at ? Set(at, text) : Lost(DeviceKey, name, text ?? "");
    }

    // The field’s name by the time that it is told: since it was drawn its row may have come to another place, or have gone (null).
    private Func<string?> Following(string name)
    {
        if (name.Split('.', 3) is not [var group, var place, var part] || !int.TryParse(place, out var n))
            return () => name;
        if (Fields.At(Values, group) is not IList rows || n < 0 || n >= rows.Count)
            return () => name;
        var row = rows[n];
        return () =>
            Fields.At(Values, group) != rows ? name
            : rows.IndexOf(row) is >= 0 and var at ? $"{group}.{at}.{part}"
            : null;
    }

    /// <summary>What is wrong with a field, to be said beside it.</summary>
    protected internal IEnumerable<string> ProblemsOf(string name) => Context.GetValidationMessages(Context.Field(name));

    private void Tell(IReadOnlyList<Problem> problems)
    {
        Problems = problems;
        messages ??= new(Context);
        messages.Clear();
        foreach (var problem in problems.Where(p => p.Field is not null))
            messages.Add(Context.Field(problem.Field!), problem.Words);
        Context.NotifyValidationStateChanged();
    }

    // Messages belong to a context, and a context to a model.
    private void Show(object values)
    {
        (Values, Context, messages) = (values, new(values), null);
        Tell(Problems);
    }

    internal void SetReason(string? text) => Reason = text ?? "";

    /// <summary>Throws away what was typed.</summary>
    protected internal async Task Discard()
    {
        IsDiscarding = false;
        Start(Form!.Current(Casebook));
        (Asides, thrownAway) = ([], shared.Fields);
        (Conflict, Restored, Said) = (null, false, "What you had typed is gone; this is the casebook’s version.");
        Tell([]);
        await Forget();
    }

    /// <summary>Puts these into the fields, as if they were typed.</summary>
    protected Task TakeUp(object values)
    {
        Show(values);
        return Keep();
    }

    // From here on the form is of this version; what stands in it stays.
    private void GoOnFrom(object? current)
    {
        basis = current;
        Started = Form!.Begin(current, Casebook);
        unmet.Clear();
    }

    private void Start(object? current)
    {
        GoOnFrom(current);
        Show(Fields.Copy(Started));
        shown = InFields();
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        Drafts.Changed -= OnDraft;
        Connection.Back -= OnBack;
        await left.CancelAsync();
        left.Dispose();
        leaving?.Dispose();
        self?.Dispose();
        await script.DisposeTolerantly();
        GC.SuppressFinalize(this);
    }
}
