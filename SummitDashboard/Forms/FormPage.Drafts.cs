using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.JSInterop;
using SummitDashboard.Data.Database;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Forms;

/// <summary>What is typed and not yet saved: on the device with every key (<c>drafts.js</c>), on the server with every field.</summary>
public abstract partial class FormPage
{
    // The field beside the form's own, which says why and is not a part of the thing.
    internal const string ReasonName = "reason";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource left = new();
    private bool opened;
    private bool retrying;
    private bool isUntold; // the server has an older draft than came back from the device, or none
    private bool isGone;

    /// <summary>Why the server has no copy of what was typed just now; null where it has, or needs none.</summary>
    protected internal string? OnDeviceOnly { get; private set; }

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
        }
        script ??= await Js.InvokeAsync<IJSObjectReference>("import", "./drafts.js");
        var (device, server) = (await OnDevice(script), await FromServer(Form.Key));
        var (own, servers) = (Draft.Read(device), Draft.Read(server));
        var draft = Both(own, servers);
        isUntold = draft?.At != servers?.At || draft?.Told is not null;
        var isTaken = draft is { HasSomething: true } && !IsDirty;
        if (isTaken)
            TakeUp(draft!);
        var agreed = servers is null ? Named(Started, "") : OfThisVersion(servers)?.ByName;
        shared = new(server, agreed ?? InFields(), servers?.Asides ?? []);
        IsReady = true;
        if (isTaken)
        {
            if (draft != own && draft!.Fields is not null)
                await script.InvokeVoidAsync("put", DeviceKey, draft.Write(), true, InFields()); // what is typed next goes on top of it
            Restored = IsDirty && !draft!.Here;
            // What was touched and put back is no draft, and no reason to see an older version; nor is what was saved and could not be
            // forgotten.
            if (!IsDirty || Fields.Same(Values, Form.Begin(Form.Current(Casebook), Casebook)))
            {
                Start(Form.Current(Casebook));
                Restored = false;
                if (Reason.Length == 0)
                    await Forget();
            }
        }
        if (isUntold && IsDirty)
            await KeepAsItStands(); // what the device alone had is not lost to what is typed on another
        StateHasChanged();
    }

    // The model as the server knew it, or what an older version of the program kept as texts; and on top what was typed since.
    private void TakeUp(Draft draft)
    {
        basis = Restore(draft.Basis);
        Started = Form!.Begin(basis, Casebook);
        var old = Texts(draft.Values);
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
        foreach (var (name, text) in Texts(draft.Typed))
            if (name == ReasonName)
                Reason = text;
            else
                Fields.Type(Values, Started, name, text);
    }

    private static Dictionary<string, string> Texts(Dictionary<string, string?>? of) =>
        of?.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!) ?? [];

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
        await using var kept = await from.InvokeAsync<IJSStreamReference?>("open", DeviceKey, self);
        if (kept is null)
            return "";
        using var reader = new StreamReader(await kept.OpenReadStreamAsync(MaxDraft));
        return await reader.ReadToEndAsync();
    }

    // Bytes of the longest draft that drafts.js offers.
    private const long MaxDraft = 8_000_000;

    /// <summary>Keeps the draft on the device and on the server.</summary>
    protected internal async Task Keep()
    {
        Said = null;
        SetAsideWhatWasUnseen();
        StateHasChanged(); // the buttons know that there is something to save
        await KeepAsItStands();
        StateHasChanged();
    }

    private async Task KeepAsItStands()
    {
        if (Form is null || !MayEdit || Visitor.AccountId is not { } account)
            return;
        isUntold = false;
        await InTurn(() => OnServer(TellServer(account)));
    }

    // Of what this page tells the server and hears from it, one after the other.
    private async Task InTurn(Func<Task> act)
    {
        await turn.WaitAsync();
        try
        {
            await act();
        }
        finally
        {
            turn.Release();
        }
    }

    private readonly SemaphoreSlim turn = new(1);

    private string AsItStands()
    {
        Dictionary<string, string?> typed = Reason.Length > 0 ? new() { [ReasonName] = Reason } : [];
        var fields = JsonSerializer.SerializeToElement(JsonNode.Parse(Fields.Write(Values)));
        return new Draft(Clock.GetUtcNow(), Form!.Write(basis), fields, typed, Asides: Asides.Count > 0 ? Asides : null).Write();
    }

    // What the server knows to stand in the fields, by name.
    private Dictionary<string, string> InFields() => Named(Values, Reason);

    private static Dictionary<string, string> Named(object values, string reason) =>
        Fields.All(values).Append(new(ReasonName, reason)).ToDictionary();

    // The device has it; what the database does not take now is offered again until it does, or the editor leaves.
    private async Task OnServer(Task write)
    {
        try
        {
            await write;
            OnDeviceOnly = null;
        }
        catch (DatabaseUnavailableException e)
        {
            OnDeviceOnly = e.Why;
            if (!retrying)
                _ = InvokeAsync(KeepLater);
        }
    }

    private async Task KeepLater()
    {
        retrying = true;
        try
        {
            for (var pause = FirstPause; OnDeviceOnly is not null; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            {
                StateHasChanged();
                await Task.Delay(pause, Clock, left.Token);
                await KeepAsItStands();
            }
            StateHasChanged();
        }
        catch (Exception e) when (e is OperationCanceledException or JSException or JSDisconnectedException or ObjectDisposedException)
        {
            // The editor has left.
        }
        finally
        {
            retrying = false;
        }
    }

    private async Task<string?> FromServer(string formKey)
    {
        try
        {
            return await Drafts.Get(Visitor.AccountId!, formKey);
        }
        catch (DatabaseUnavailableException)
        {
            return null; // the device's copy is the newer one, but for a device that was changed
        }
    }

    // The draft that is known here, and no other. With what was saved: what somebody types on since is a draft of its own on top of that.
    private async Task Forget(string? saved = null)
    {
        var form = Form!;
        if (script is not null)
            await script.InvokeVoidAsync("drop", DeviceKeyOf(form.Key), saved);
        if (Visitor.AccountId is { } account)
            await InTurn(async () =>
            {
                var known = shared.Json;
                if (IsStill(form))
                    Agree(null);
                await OnServer(Drafts.Drop(account, form.Key, known, this, saved is not null));
            });
        await TakeIn(); // unless it was another
    }

    // What was saved as the page went on to another form.
    private async Task ForgetOf(FormBase form)
    {
        if (script is not null)
            await script.InvokeVoidAsync("drop", DeviceKeyOf(form.Key), null);
        if (Visitor.AccountId is { } account)
            await OnServer(Drafts.Drop(account, form.Key, isSaved: true));
    }

    private object? Restore(string? json)
    {
        try
        {
            return Form!.Restore(json);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return basis;
        }
    }

    /// <summary>
    /// The name of the draft on the device; it stands in the form (<c>data-draft</c>), so that what is typed goes to the right one, also of
    /// several dashboards on one host.
    /// </summary>
    protected internal string DeviceKey => DeviceKeyOf(Form!.Key);

    private string DeviceKeyOf(string formKey) => $"draft:{new Uri(Navigation.BaseUri).AbsolutePath}:{Visitor.AccountId}:{formKey}";

    // The newer one; and where the server has fields that the device was not told of, these, with what was typed on the device on top.
    private Draft? Both(Draft? device, Draft? server)
    {
        if (device is null || server is null)
            return device ?? server;
        if (device.Fields is not null && (device.Told ?? device.At) >= server.At)
            return device;
        if (device.Values is not null || server.In(Form!) is not { } theirs)
            return server.At > device.At ? server : device;
        var (typed, isNewer) = (Texts(server.Typed), device.At > server.At);
        var (its, asides) = (Named(theirs, ""), new List<Aside>(server.Asides ?? []));
        foreach (var (name, text) in typed)
            its[name] = text;
        var (were, isUnlike) = (device.In(Form!) ?? Form!.Begin(Restore(device.Basis), Casebook), false);
        foreach (var (name, text) in Texts(device.Typed))
        {
            var there = its.GetValueOrDefault(name, "");
            var isLaid = isNewer || (device.Basis == server.Basis && !typed.ContainsKey(name) && IsAsBegun(server, name));
            var (stands, other) = isLaid ? (text, there) : (there, text);
            var isAside = there != Fields.Get(were, name) && other is not ("" or "true") && !Holds(stands, other);
            if (isAside)
                asides.Add(new(name, other));
            if (isLaid)
                typed[name] = text;
            isUnlike |= isLaid || isAside;
        }
        if (!isUnlike)
            return server;
        return server with
        {
            At = isNewer ? device.At : server.At,
            Typed = typed.ToDictionary(t => t.Key, string? (t) => t.Value),
            Told = server.At,
            Asides = asides.Count > 0 ? asides : null,
        };
    }

    // Where somebody typed on another device since, that is the newer one.
    private bool IsAsBegun(Draft draft, string name) =>
        draft.In(Form!) is { } fields && Fields.Get(fields, name) == Fields.Get(Form!.Begin(Restore(draft.Basis), Casebook), name);
}
