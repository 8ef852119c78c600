using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Forms;

/// <summary>What was saved by leaving is said on the page that comes next, with a way to take it back.</summary>
public abstract partial class FormPage
{
    // Long enough to read and to reach by keyboard; afterwards the history has it.
    private const int Shown = 10_000;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    /// <summary>
    /// Said of what is begun and lacks a part that it cannot be saved without: leaving keeps it as a draft. Null where leaving saves.
    /// </summary>
    protected virtual string? Begun => null;

    /// <summary>Said beside “Taken back”: where what it was made of is now. Null where nothing is to be said.</summary>
    protected virtual string? AfterTakingBack => null;

    /// <summary>Said with what was saved by leaving: what is reached by it, and where to go on. Null where nothing is to be said.</summary>
    protected virtual RenderFragment? Reached => null;

    /// <summary>What follows a save of the whole form; most forms lead on, some stay.</summary>
    protected virtual void AfterSave() { }

    /// <summary>What follows a removal.</summary>
    protected virtual void AfterRemoval() { }

    // The shell's buttons act on the page itself, so that the whole of it is drawn anew.
    internal async Task SaveAndGoOn()
    {
        if (await Save())
            AfterSave();
    }

    internal async Task SettleAndGoOn()
    {
        if (Conflict is { } conflict && await Settle(conflict))
            AfterSave();
    }

    internal async Task RemoveAndGoOn()
    {
        if (await Remove())
            AfterRemoval();
        IsRemoving = false;
    }

    internal void AskToRemove() => IsRemoving = true;

    internal void KeepIt() => IsRemoving = false;

    internal void AskToDiscard() => IsDiscarding = true;

    internal void KeepTyped() => IsDiscarding = false;

    /// <summary>Goes to another page after saving or removing.</summary>
    protected void GoOn(string url)
    {
        SayWhatWasSaved();
        Navigation.NavigateTo(url);
    }

    private void SayWhatWasSaved()
    {
        if (Saved is not { } revision)
            return;
        var open = Form?.StillOpen(Values, Casebook) ?? [];
        var after = AfterTakingBack; // the page may show another thing by then
        var said = $"Saved as revision {revision}.{(open.Count == 0 ? "" : $" Still open: {string.Join("; ", open)}.")} ";
        var reached = Reached;
        Snackbar.Clear(); // the last one is enough: the history has the others
        Snackbar.Add(
            message =>
            {
                message.AddContent(0, said);
                message.AddContent(1, reached);
            },
            Severity.Normal,
            o =>
            {
                (o.Action, o.VisibleStateDuration) = ("Undo ⌫", Shown);
                o.OnClick = message =>
                {
                    Snackbar.Remove(message);
                    return TakeBack(revision, after);
                };
            }
        );
    }

    // It was kept with every field; whoever comes back finds it.
    private void SayWhatWaits(string begun)
    {
        var here = Navigation.Uri;
        Snackbar.Add(begun, Severity.Normal, o =>
        {
            (o.Action, o.VisibleStateDuration) = ("Back to it ⌫", Shown);
            o.OnClick = message =>
            {
                Snackbar.Remove(message);
                Navigation.NavigateTo(here);
                return Task.CompletedTask;
            };
        });
    }

    private async Task TakeBack(long revision, string? after)
    {
        var outcome = await Casebooks.Write(new Undo(revision, OfTalks: !Visitor.May(Right.Edit)), Visitor.AccountId);
        var said = Undo.Problems(outcome) is { Count: > 0 } problems
            ? $"Revision {revision} stays: {string.Join(" ", problems)}"
            : string.Join(' ', new[] { Undo.Said((Outcome.Committed)outcome), after }.OfType<string>());
        Snackbar.Add(said, Severity.Normal, o => o.VisibleStateDuration = Shown);
    }

    // Leaving commits; where that is not possible, the editor says whether the draft may wait.
    private async ValueTask Leave(LocationChangingContext context)
    {
        if (IsBusy && saving is { } underWay && await underWay && !IsDirty)
            return;
        if (IsMissing || !IsDirty)
            return;
        if (Restored || Problems.Count > 0 || Conflict is not null)
        {
            if (isUntold)
                await KeepAsItStands(); // the device alone had it
            return; // a draft that the editor was told of may wait
        }
        if (Begun is { } begun)
        {
            await KeepAsItStands(); // the next page may list it
            SayWhatWaits(begun);
            return;
        }
        if (await Save())
        {
            SayWhatWasSaved();
            return;
        }
        context.PreventNavigation();
        StateHasChanged();
    }
}
