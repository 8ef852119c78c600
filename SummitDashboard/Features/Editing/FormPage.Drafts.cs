using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SummitDashboard.Features.Editing;

/// <summary>What is typed and not yet saved: on the device with every key (<c>drafts.js</c>), on the server with every field.</summary>
public abstract partial class FormPage
{
    // The field beside the form's own, which says why and is not a part of the thing.
    private const string ReasonName = "reason";

    private bool opened;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Form is null || !MayEdit || opened) return;
        opened = true;
        leaving ??= Navigation.RegisterLocationChangingHandler(Leave);
        script ??= await Js.InvokeAsync<IJSObjectReference>("import", "./drafts.js");
        var draft = Newer(await script.InvokeAsync<string?>("open", DeviceKey), await Drafts.Get(Visitor.AccountId!, Form.Key));
        IsReady = true;
        if (draft is { Values: { } typed } && typed.Values.Any(v => v is not null) && !IsDirty)
        {
            basis = Restore(draft.Basis);
            Started = Form.Values(basis, Casebook);
            Values = typed.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!);
            if (Values.Remove(ReasonName, out var reason)) Reason = reason;
            Restored = IsDirty && !draft.Here;
            if (!IsDirty) // what was touched and put back is no draft, and no reason to see an older version
            {
                Start(Form.Current(Casebook));
                if (Reason.Length == 0) await Forget(Form.Key);
            }
        }
        StateHasChanged();
    }

    /// <summary>Keeps the draft on the device and on the server.</summary>
    protected async Task Keep()
    {
        Said = null;
        if (Form is null || Visitor.AccountId is not { } account) return;
        var values = Values.ToDictionary(v => v.Key, v => (string?)v.Value);
        if (Reason.Length > 0) values[ReasonName] = Reason;
        var json = JsonSerializer.Serialize(new Draft(Clock.GetUtcNow(), Form.Write(basis), values), JsonSerializerOptions.Web);
        if (script is not null) await script.InvokeVoidAsync("put", DeviceKey, json, IsDirty);
        if (IsDirty) await Drafts.Put(account, Form.Key, json);
        else await Drafts.Drop(account, Form.Key);
    }

    private async Task Forget(string formKey)
    {
        if (script is not null) await script.InvokeVoidAsync("drop", DeviceKeyOf(formKey));
        if (Visitor.AccountId is { } account) await Drafts.Drop(account, formKey);
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

    /// <summary>The name of the draft on the device; it stands in the form (<c>data-draft</c>), so that what is typed goes to the right one.</summary>
    protected string DeviceKey => DeviceKeyOf(Form!.Key);

    private string DeviceKeyOf(string formKey) => $"draft:{Visitor.AccountId}:{formKey}";

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
