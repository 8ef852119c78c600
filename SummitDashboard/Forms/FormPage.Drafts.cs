using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
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

    /// <summary>Why the server has no copy of what was typed just now; null where it has, or needs none.</summary>
    protected internal string? OnDeviceOnly { get; private set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Form is null || !MayEdit || opened)
            return;
        opened = true;
        leaving ??= Navigation.RegisterLocationChangingHandler(Leave);
        script ??= await Js.InvokeAsync<IJSObjectReference>("import", "./drafts.js");
        var draft = Newer(await OnDevice(script), await FromServer(Form.Key));
        IsReady = true;
        if (draft is { Values: { } typed } && typed.Values.Any(v => v is not null) && !IsDirty)
        {
            basis = Restore(draft.Basis);
            Started = Form.Values(basis, Casebook);
            Values = typed.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!);
            Form.Upcast(Values, Started, draft.Basis);
            if (Values.Remove(ReasonName, out var reason))
                Reason = reason;
            Restored = IsDirty && !draft.Here;
            // What was touched and put back is no draft, and no reason to see an older version; nor is what was saved and could not be
            // forgotten.
            if (!IsDirty || Same(Values, Form.Values(Form.Current(Casebook), Casebook)))
            {
                Start(Form.Current(Casebook));
                Restored = false;
                if (Reason.Length == 0)
                    await Forget(Form.Key);
            }
        }
        StateHasChanged();
    }

    // As a stream: a draft may be longer than a message.
    private async Task<string> OnDevice(IJSObjectReference from)
    {
        await using var kept = await from.InvokeAsync<IJSStreamReference?>("open", DeviceKey);
        if (kept is null)
            return "";
        using var reader = new StreamReader(await kept.OpenReadStreamAsync(MaxDraft));
        return await reader.ReadToEndAsync();
    }

    // Bytes of the longest draft that drafts.js offers.
    private const long MaxDraft = 8_000_000;

    /// <summary>Keeps the draft on the device and on the server.</summary>
    protected Task Keep()
    {
        Said = null;
        return KeepAsItStands();
    }

    private async Task KeepAsItStands()
    {
        if (Form is null || Visitor.AccountId is not { } account)
            return;
        var values = Values.ToDictionary(v => v.Key, v => (string?)v.Value);
        if (Reason.Length > 0)
            values[ReasonName] = Reason;
        var json = JsonSerializer.Serialize(new Draft(Clock.GetUtcNow(), Form.Write(basis), values), JsonSerializerOptions.Web);
        if (script is not null)
            await script.InvokeVoidAsync("put", DeviceKey, json, IsDirty);
        await OnServer(IsDirty ? Drafts.Put(account, Form.Key, json) : Drafts.Drop(account, Form.Key));
    }

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

    private async Task Forget(string formKey)
    {
        if (script is not null)
            await script.InvokeVoidAsync("drop", DeviceKeyOf(formKey));
        if (Visitor.AccountId is { } account)
            await OnServer(Drafts.Drop(account, formKey));
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

    private static Draft? Newer(string? device, string? server)
    {
        var (a, b) = (Read(device), Read(server));
        return a is null || (b is not null && b.At > a.At) ? b : a;

        static Draft? Read(string? json)
        {
            try
            {
                return json is null ? null : JsonSerializer.Deserialize<Draft>(json, JsonSerializerOptions.Web);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private sealed record Draft(DateTimeOffset At, string? Basis, Dictionary<string, string?>? Values, bool Here = false);
}
