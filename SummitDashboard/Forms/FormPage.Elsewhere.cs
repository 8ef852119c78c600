using Microsoft.JSInterop;
using SummitDashboard.Data.Casebooks;

namespace SummitDashboard.Forms;

/// <summary>
/// What the same person types in another window, or on another device, comes into the fields here as it is kept: whoever goes on in a form
/// that has stood open would write over it else. What was typed here since stays.
/// </summary>
public abstract partial class FormPage
{
    private Dictionary<string, string> shared = []; // what stood in the fields when this page and the server last agreed

    private void Agree() => shared = InFields();

    private void OnDraft(DraftChange change)
    {
        if (change.By != this && change.AccountId == Visitor.AccountId && change.Key == key)
            _ = InvokeAsync(() => TakeIn(change));
    }

    private async Task TakeIn(DraftChange change)
    {
        if (!IsReady || IsBusy || Conflict is not null || IsMissing || Form?.Key != change.Key)
            return;
        var mine = InFields();
        var typed = mine.Keys.Union(shared.Keys).Where(n => mine.GetValueOrDefault(n, "") != shared.GetValueOrDefault(n, "")).ToList();
        try
        {
            if (change.Json is null)
                await EndWithIt(typed.Count > 0);
            else if (Draft.Read(change.Json) is { } draft && draft.Basis == Form.Write(basis) && draft.In(Form) is { } theirs)
            {
                var (its, reason) = (Fields.All(theirs).ToDictionary(), Texts(draft.Typed).GetValueOrDefault(ReasonName, ""));
                its[ReasonName] = reason;
                foreach (var name in typed.Where(n => n != ReasonName))
                    Fields.Type(theirs, Started, name, mine.GetValueOrDefault(name, ""));
                Fields.Update(Values, theirs);
                Reason = typed.Contains(ReasonName) ? Reason : reason;
                shared = its;
                Said = "What you typed in another window is here too.";
                if (typed.Count > 0)
                    await KeepAsItStands();
                else if (script is not null)
                    await script.InvokeVoidAsync("joined", DeviceKey, draft.At);
            }
            StateHasChanged();
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone.
        }
    }

    // It was saved there, or thrown away. What was typed here since it was last told is a draft of its own.
    private async Task EndWithIt(bool isTypedSince)
    {
        if (isTypedSince || !IsDirty || script is null || await script.InvokeAsync<bool>("typing", DeviceKey))
            return;
        basis = Form!.Current(Casebook);
        Started = Form.Begin(basis, Casebook);
        Fields.Update(Values, Started);
        (Restored, Reason, Said) = (false, "", "What stood here was saved, or thrown away, in another window.");
        Agree();
        await script.InvokeVoidAsync("drop", DeviceKey);
    }
}
