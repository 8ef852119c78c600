using Microsoft.JSInterop;

namespace SummitDashboard.Forms;

/// <summary>A form that is opened begins with what was typed before and not saved, on this device or elsewhere.</summary>
public abstract partial class FormPage
{
    private bool opened;
    private bool isUntold; // the server has an older draft than came back from the device, or none
    private bool isGone;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isGone != IsMissing)
            await Gone(IsMissing);
        if (Form is null || !MayEdit || opened)
            return;
        opened = true;
        if (leaving is null)
        {
            leaving = Navigation.RegisterLocationChangingHandler(Leave);
            Drafts.Changed += OnDraft;
            Connection.Back += OnBack;
        }
        try
        {
            await Open(Form);
        }
        catch (OperationCanceledException)
        {
            opened = false; // looked for again once the browser is back
            if (Connection.IsUp)
                StateHasChanged();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }
    }

    private async Task Open(FormBase form)
    {
        script ??= await Js.InvokeAsync<IJSObjectReference>("import", Connection.Cut, "./drafts.js");
        var (device, server) = (await OnDevice(script), await FromServer(form.Key));
        var (own, servers) = (Draft.Read(device), Draft.Read(server));
        var merge = new DraftMerge(form, Casebook);
        if (own is not null && server is null && merge.OnTopOfWhatIsSaved(own) is var left && left != own)
        {
            if (left is null)
                await OnPage("drop", DeviceKey);
            own = left;
        }
        var draft = merge.Of(own, servers);
        isUntold = draft?.At != servers?.At || draft?.Told is not null;
        var isTaken = draft is { HasSomething: true } && !IsDirty;
        if (isTaken)
            TakeUp(draft!);
        var agreed = servers is null ? Named(Started, "") : OnThisVersion(servers)?.ByName;
        shared = new(server, agreed ?? InFields(), servers?.Asides ?? []);
        IsReady = true;
        if (isTaken)
        {
            if (draft != own && draft!.Fields is not null)
                await OnPage("put", DeviceKey, draft.Write(), true, InFields()); // what is typed next goes on top of it
            Restored = IsDirty && !draft!.Here;
            // What was touched and put back is no draft, and no reason to see an older version; nor is what was saved and could not be
            // forgotten.
            if (!IsDirty || Fields.Same(Values, form.Begin(form.Current(Casebook), Casebook)))
            {
                Start(form.Current(Casebook));
                Restored = false;
                if (Reason.Length == 0)
                    await EndDraft();
            }
        }
        if (isUntold && IsDirty)
            await KeepAsItStands(); // what the device alone had is not lost to what is typed on another
        StateHasChanged();
    }

    // The model as the server knew it, or what an older version of the program kept as texts; and on top what was typed since.
    private void TakeUp(Draft draft)
    {
        basis = draft.Begun(Form!, otherwise: basis);
        Started = Form!.Begin(basis, Casebook);
        var old = Draft.Texts(draft.Values);
        if (old.Remove(ReasonName, out var reason))
            Reason = reason;
        Show(
            draft.Fields is not null ? draft.In(Form) ?? Fields.Copy(Started)
            : old.Count > 0 ? Form.Upcast(old, Started, draft.Basis)
            : Fields.Copy(Started)
        );
        TakeUpTyped(draft);
        (Asides, shown) = (draft.Asides ?? [], InFields());
    }

    private void TakeUpTyped(Draft draft)
    {
        foreach (var (name, text) in Draft.Texts(draft.Typed))
            if (name == ReasonName)
                Reason = text;
            else
                Fields.Type(Values, Started, name, text);
    }

    // The fields went with what they were about. What stood in the one that was being typed in is still on the device.
    private async Task Gone(bool isMissing)
    {
        isGone = isMissing;
        if (!isGone || Form is null || script is null || !opened)
            return;
        try
        {
            if (Draft.Read(await OnDevice(script)) is not { } draft)
                return;
            TakeUpTyped(draft);
            StateHasChanged();
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone.
        }
    }

    // As a stream: a draft may be longer than a message.
    private async Task<string> OnDevice(IJSObjectReference from)
    {
        self ??= DotNetObjectReference.Create(this);
        await using var kept = await from.InvokeAsync<IJSStreamReference?>("open", Connection.Cut, DeviceKey, self);
        if (kept is null)
            return "";
        using var reader = new StreamReader(await kept.OpenReadStreamAsync(MaxDraft));
        return await reader.ReadToEndAsync();
    }

    // Bytes of the longest draft that drafts.js offers.
    private const long MaxDraft = 8_000_000;
}
