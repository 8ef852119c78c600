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
    private bool retrying;

    /// <summary>Why the server has no copy of what was typed just now; null where it has, or needs none.</summary>
    protected internal string? OnDeviceOnly { get; private set; }

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

    // The page may have been left by now: what the server is to do is done all the same.
    private async Task OnPage(string function, params object?[] arguments)
    {
        try
        {
            if (script is not null)
                await script.InvokeVoidAsync(function, arguments);
        }
        catch (Exception e) when (IsOfALeftPage(e))
        {
            // Nobody is there to see it.
        }
    }

    private string AsItStands(DateTimeOffset at)
    {
        Dictionary<string, string?> typed = Reason.Length > 0 ? new() { [ReasonName] = Reason } : [];
        var fields = JsonSerializer.SerializeToElement(JsonNode.Parse(Fields.Write(Values)));
        return new Draft(at, Form!.Write(basis), fields, typed, Asides: Asides.Count > 0 ? Asides : null).Write();
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
        await OnPage("drop", DeviceKeyOf(form.Key), saved);
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
        await OnPage("drop", DeviceKeyOf(form.Key), null);
        if (Visitor.AccountId is { } account)
            await OnServer(Drafts.Drop(account, form.Key, isSaved: true));
    }

    /// <summary>
    /// The name of the draft on the device; it stands in the form (<c>data-draft</c>), so that what is typed goes to the right one, also of
    /// several dashboards on one host.
    /// </summary>
    protected internal string DeviceKey => DeviceKeyOf(Form!.Key);

    private string DeviceKeyOf(string formKey) => $"draft:{new Uri(Navigation.BaseUri).AbsolutePath}:{Visitor.AccountId}:{formKey}";
}
