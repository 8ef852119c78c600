using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;
using SummitDashboard.Ui;

namespace SummitDashboard.Forms;

/// <summary>
/// A page with a form: what is typed is a draft, on the device with every keystroke and on the server with every field; saving is one
/// edit. Of two editors on the same thing, the second sees both versions and chooses field by field.
/// </summary>
public abstract partial class FormPage : CasebookPage, IAsyncDisposable
{
    private IJSObjectReference? script;
    private Task<bool>? saving;
    private IDisposable? leaving;
    private object? basis;
    private string? key;
    private FormConflict? renamed;
    private ValidationMessageStore? messages;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private CasebookStore Casebooks { get; set; } = null!;

    [Inject]
    private SlugAliases Aliases { get; set; } = null!;

    [Inject]
    private DraftStore Drafts { get; set; } = null!;

    [Inject]
    protected Visitor Visitor { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

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
            Tell([]);
            opened = IsReady = false;
        }
        else if (json != Form.Write(basis))
        {
            if (IsDirty && !IsBusy && Fields.Same(Values, Form.Begin(current, Casebook))) // saved in another tab
            {
                Start(current);
                (Restored, Said) = (false, null);
                _ = InvokeAsync(() => Forget(Form.Key));
            }
            else if (IsDirty)
            {
                if (!IsBusy)
                    Said = Kept;
            }
            else if (script is null || !opened)
                Start(current);
            else if (!IsBusy)
                _ = InvokeAsync(StartUnlessTyping);
        }
    }

    private const string Kept = "Somebody has just changed this too. What you typed is kept; saving shows both versions.";

    // A field that is being typed in has not told its words yet: the page's script knows of them.
    private async Task StartUnlessTyping()
    {
        var at = key;
        try
        {
            var typing = await script!.InvokeAsync<bool>("typing", DeviceKey);
            if (at != key || IsDirty || IsBusy || Form is null)
                return;
            if (typing)
                Said = Kept;
            else
            {
                var before = Started;
                Start(Form.Current(Casebook));
                if (!Fields.Same(before, Started))
                    (Said, Saved) = ("Somebody has just changed this; you see the new version.", null);
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
    protected internal Func<ChangeEventArgs, Task> On(string name) => e => Set(name, e.Value);

    /// <summary>The same for a text, bound: what is typed on meanwhile is not overwritten by the answer.</summary>
    protected internal Func<string?, Task> Bind(string name) => text => Set(name, text);

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
        (Conflict, Restored, Said) = (null, false, "What you had typed is gone; this is the casebook’s version.");
        Tell([]);
        await Forget(Form!.Key);
    }

    /// <summary>Saves; true where the casebook now says what the page says.</summary>
    protected internal Task<bool> Save() => Form is null || IsBusy ? Task.FromResult(false) : saving = Checked(Form);

    private async Task<bool> Checked(FormBase form)
    {
        if (await FormerNames() is not { } former || key != form.Key)
            return false;
        var reader = new FieldReader(Casebook) { IsTaken = (kind, slug) => former.Contains((kind, slug)) };
        var next = form.Read(Values, reader);
        Problem[] problems = [.. reader.Problems, .. next is null ? [] : form.Problems(next, Casebook)];
        if (problems.Length > 0 || next is null)
            return Refuse([.. problems.DistinctBy(p => p.Words)]);
        if (await Written(form.Edit(basis, next), next))
            return true;
        if (renamed is not { } name)
            return false;
        renamed = null;
        return await Settle(name);
    }

    // The addresses that lead on to what is here: nothing new takes one of them. Null where they cannot be read, which is said.
    private async Task<IReadOnlySet<(ItemKind, string)>?> FormerNames()
    {
        IsBusy = true;
        try
        {
            return await Aliases.Former();
        }
        catch (DatabaseUnavailableException e)
        {
            Refuse(e.Message);
            return null;
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>Removes the thing.</summary>
    protected async Task<bool> Remove() =>
        Form is not null && !IsBusy && basis is not null && await (saving = Written(Form.Edit(basis, null), null));

    /// <summary>Puts the choices of a conflict into the form, on top of the other's version, and saves again.</summary>
    protected internal async Task<bool> Settle(FormConflict conflict)
    {
        Show(conflict.Chosen());
        basis = conflict.Current;
        Started = Form!.Begin(basis, Casebook);
        Conflict = null;
        return await Save();
    }

    // The page may have moved on to another form by the time the answer is there; then it is none of that form's business.
    private async Task<bool> Written(Edit edit, object? next)
    {
        var (form, sent) = (Form!, Fields.Copy(Values));
        IsBusy = true;
        try
        {
            var outcome = await Casebooks.Write(edit, Visitor.AccountId, Reason);
            if (key != form.Key)
            {
                if (outcome is Outcome.Committed)
                    await Forget(form.Key);
                return outcome is Outcome.Committed;
            }
            switch (outcome)
            {
                case Outcome.Committed done:
                    (basis, SavedPart, Conflict, Restored, Reason) = (next, next, null, false, "");
                    Tell([]);
                    Started = form.Begin(next, Casebook);
                    (Said, Saved) = (
                        done.Changed ? $"Saved as revision {done.Revision}." : "Nothing had changed.",
                        done.Changed ? done.Revision : null
                    );
                    if (!Fields.Same(Values, sent))
                        return true; // somebody types on
                    Show(Fields.Copy(Started));
                    await Forget(form.Key);
                    return true;
                case Outcome.Conflict conflict:
                    var both = new FormConflict(form, Casebook, conflict with { Current = form.Met(conflict.Current) }, Started, Values);
                    if (!both.IsRename)
                        Conflict = both;
                    renamed = both.IsRename ? both : null;
                    return false;
                case Outcome.Invalid invalid:
                    return Refuse([.. invalid.Problems.Select(p => new Problem(null, p))]);
                case Outcome.Forbidden:
                    return Refuse(
                        "Your sign-in has ended, or your role was changed. What you typed is kept on this device: sign in again and "
                            + "come back to this page."
                    );
                case Outcome.Failed failed:
                    return Refuse(failed.Why);
                default:
                    return false;
            }
        }
        finally
        {
            IsBusy = false;
        }
    }

    private bool Refuse(string why) => Refuse([new Problem(null, why)]);

    private bool Refuse(IReadOnlyList<Problem> problems)
    {
        Said = null;
        Tell(problems);
        return false;
    }

    private void Start(object? current)
    {
        basis = current;
        Started = Form!.Begin(current, Casebook);
        Show(Fields.Copy(Started));
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await left.CancelAsync();
        left.Dispose();
        leaving?.Dispose();
        await script.DisposeTolerantly();
        GC.SuppressFinalize(this);
    }
}
