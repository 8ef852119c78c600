using Microsoft.JSInterop;
using SummitDashboard.Data.Casebooks;

namespace SummitDashboard.Forms;

/// <summary>
/// What the same person types in another window, or on another device, comes into the fields here as it is kept: whoever goes on in a form
/// that has stood open would write over it else. What was typed here since stays.
/// </summary>
public abstract partial class FormPage
{
    // What the server keeps, as far as this page knows, and what stood in the fields with it.
    private (string? Json, Dictionary<string, string> Fields) shared = (null, []);

    private void Agree(string? json) => shared = (json, InFields());

    private void OnDraft(DraftChange change)
    {
        if (change.By != this && change.AccountId == Visitor.AccountId && change.Key == key)
            _ = InvokeAsync(() => TakeIn(change.IsSaved));
    }

    private async Task TakeIn(bool isSaved)
    {
        try
        {
            for (var known = shared.Json; IsOpenFor(Form); known = shared.Json)
            {
                var form = Form!;
                var kept = await FromServer(form.Key);
                if (shared.Json != known)
                    continue; // it was told by this page meanwhile
                if (kept == known || !IsOpenFor(form))
                    return;
                if (kept is null && isSaved && IsDirty)
                    await KeepAsItStands(); // more than that is typed here
                else if (kept is null)
                    await EndWithIt(Typed.Count > 0);
                else if (Join(kept) is not { } isMore)
                    return;
                else if (isMore)
                    await KeepAsItStands();
                else if (script is not null)
                    await script.InvokeVoidAsync("joined", DeviceKey, Draft.Read(kept)?.At);
                StateHasChanged();
                return;
            }
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser has gone.
        }
    }

    private bool IsOpenFor(FormBase? form) => IsReady && !IsBusy && Conflict is null && !IsMissing && form is not null && Form == form;

    // The names of the fields in which something else stands than this page and the server last agreed on.
    private List<string> Typed
    {
        get
        {
            var now = InFields();
            return
            [
                .. now.Keys.Union(shared.Fields.Keys).Where(n => now.GetValueOrDefault(n, "") != shared.Fields.GetValueOrDefault(n, "")),
            ];
        }
    }

    // Puts what the server keeps beneath what was typed here. True where something was, and the server is to be told of both; null where
    // the other was begun from another version, and both stay as they are.
    private bool? Join(string kept)
    {
        if (Draft.Read(kept) is not { } draft || OfThisVersion(draft) is not var (theirs, its))
        {
            shared.Json = kept;
            return null;
        }
        var (mine, typed) = (InFields(), Typed);
        foreach (var name in typed.Where(n => n != ReasonName))
            Fields.Type(theirs, Started, name, mine.GetValueOrDefault(name, ""));
        Fields.Update(Values, theirs);
        if (!typed.Contains(ReasonName))
            Reason = its[ReasonName];
        (shared, Said) = ((kept, its), "What you typed in another window is here too.");
        return typed.Count > 0;
    }

    // What stands in the fields of a draft; null where it was begun from another version than this page.
    private (object Fields, Dictionary<string, string> ByName)? OfThisVersion(Draft draft) =>
        draft.Basis == Form!.Write(basis) && draft.In(Form) is { } fields
            ? (fields, Named(fields, Texts(draft.Typed).GetValueOrDefault(ReasonName, "")))
            : null;

    // Others of the same person may keep theirs in the same moment: what was typed here comes on top.
    private async Task TellServer(string account)
    {
        while (Form is { } form)
        {
            var (known, json, fields, isDirty) = (shared.Json, AsItStands(), InFields(), IsDirty);
            if (script is not null)
                await script.InvokeVoidAsync("put", DeviceKey, json, isDirty, fields);
            var isKept = isDirty
                ? await Drafts.Put(account, form.Key, json, known, this)
                : await FromServer(form.Key) is not { } kept || kept == known;
            if (isKept && !isDirty)
                await Drafts.Drop(account, form.Key, this);
            if (isKept && Form == form)
                shared = (isDirty ? json : null, fields);
            if (isKept || Form != form)
                return;
            if (shared.Json == known && await FromServer(form.Key) is { } other && shared.Json == known)
                if (Join(other) is null && !IsDirty)
                    return;
        }
    }

    // It was thrown away there. What was typed here since it was last told is a draft of its own.
    private async Task EndWithIt(bool isTypedSince)
    {
        if (isTypedSince || !IsDirty || script is null || await script.InvokeAsync<bool>("typing", DeviceKey))
            return;
        basis = Form!.Current(Casebook);
        Started = Form.Begin(basis, Casebook);
        Fields.Update(Values, Started);
        (Restored, Reason, Said) = (false, "", "What you had typed was thrown away in another window.");
        Agree(null);
        await script.InvokeVoidAsync("drop", DeviceKey);
    }
}
