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

    // The page may have been left by now, or its connection cut: what the server is to do is done all the same.
    private async Task OnPage(string function, params object?[] arguments)
    {
        if (script is null)
            return;
        try
        {
            using var answer = Answered();
            await script.InvokeVoidAsync(function, answer.Token, arguments);
        }
        catch (Exception e) when (IsOfALeftPage(e))
        {
            isOwed = true; // nobody is there to see it, or not yet again
        }
    }

    // A field that is being typed in has not told its words yet: the page's script knows of them.
    private Task<bool> IsTyping() => OfPage("typing", DeviceKey);

    private async Task<bool> OfPage(string function, params object?[] arguments)
    {
        using var answer = Answered();
        return await script!.InvokeAsync<bool>(function, answer.Token, arguments);
    }

    private CancellationTokenSource Answered()
    {
        var answer = CancellationTokenSource.CreateLinkedTokenSource(Connection.Cut, left.Token);
        answer.CancelAfter(LongestAnswer);
        return answer;
    }

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(1);

    private bool isOwed; // the page was not told of something, or did not say so

    // The browser is there again. Fields that have something to tell do so themselves (drafts.js).
    private void OnBack() =>
        _ = InvokeAsync(async () =>
        {
            if (!opened)
                StateHasChanged();
            if (!isOwed || !IsReady)
                return;
            isOwed = false;
            await KeepAsItStands();
            StateHasChanged();
        });

    private string AsItStands(DateTimeOffset at) => DraftOf(at, Form!.Write(basis), Values, Reason, Asides);

    private static string DraftOf(DateTimeOffset at, string? begun, object values, string reason, IReadOnlyList<Aside> asides)
    {
        Dictionary<string, string?> typed = reason.Length > 0 ? new() { [ReasonName] = reason } : [];
        return new Draft(at, begun, Draft.Model(values), typed, Asides: asides.Count > 0 ? asides : null).Write();
    }

    // Whether there is anything to keep; what is to be decided is kept without a change as well.
    private bool HasDraft => IsDirty || Asides.Count > 0;

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

    // What is to be decided is kept with the thing as it is saved; what somebody types on is a draft of its own on top of that.
    private Task EndDraft(string? saved = null, bool isLeft = false) => Asides.Count > 0 ? KeepAsItStands() : Forget(saved, isLeft);

    // The draft that is known here, and no other.
    private async Task Forget(string? saved = null, bool isLeft = false)
    {
        var (form, known) = (Form!, shared.Json);
        await OnPage("drop", DeviceKeyOf(form.Key), isLeft ? null : saved); // what is typed on is not of the next new thing
        if (Visitor.AccountId is { } account)
            await InTurn(async () =>
            {
                if (IsStill(form))
                {
                    if (HasDraft)
                        return; // by now it is what was typed on
                    known = shared.Json;
                    Agree(null);
                }
                await OnServer(Drafts.Drop(account, form.Key, known, this, saved is not null));
            });
        await TakeIn(); // unless it was another
    }

    // What was saved as the page went on to another form. What was told elsewhere meanwhile is not of it.
    private async Task EndDraftOf(FormBase form, object? saved, object sent, IReadOnlyList<Aside> asides)
    {
        await OnPage("drop", DeviceKeyOf(form.Key), null);
        if (Visitor.AccountId is not { } account)
            return;
        var kept = await FromServer(form.Key);
        if (Draft.Read(kept)?.In(form) is { } its && !Fields.Same(its, sent))
            return;
        await OnServer(
            asides.Count > 0
                ? Drafts.Put(
                    account,
                    form.Key,
                    DraftOf(Clock.GetUtcNow(), form.Write(saved), form.Begin(saved, Casebook), "", asides),
                    kept,
                    this
                )
                : Drafts.Drop(account, form.Key, kept, this, isSaved: true)
        );
    }

    /// <summary>
    /// The name of the draft on the device; it stands in the form (<c>data-draft</c>), so that what is typed goes to the right one, also of
    /// several dashboards on one host.
    /// </summary>
    protected internal string DeviceKey => DeviceKeyOf(Form!.Key);

    private string DeviceKeyOf(string formKey) => $"draft:{new Uri(Navigation.BaseUri).AbsolutePath}:{Visitor.AccountId}:{formKey}";
}
