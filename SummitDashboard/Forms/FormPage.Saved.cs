using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Forms;

/// <summary>What was saved by leaving is said on the page that comes next, with a way to take it back.</summary>
public abstract partial class FormPage
{
    [Inject]
    protected ISnackbar Snackbar { get; set; } = null!;

    /// <summary>
    /// Said of what is begun and lacks a part that it cannot be saved without: leaving keeps it as a draft. Null where leaving saves.
    /// </summary>
    protected virtual string? Begun => null;

    /// <summary>Said beside “Taken back”: where what it was made of is now. Null where nothing is to be said.</summary>
    protected virtual string? AfterTakingBack => null;

    /// <summary>Said with what was saved by leaving: what is reached by it, and where to go on. Null where nothing is to be said.</summary>
    protected virtual RenderFragment? Reached => null;

    /// <summary>True where the button that saves leads to what was saved, and Ctrl S does not.</summary>
    protected internal virtual bool LeadsOn => false;

    /// <summary>True where what the form is of is new, and has a page of its own once it is saved: nobody stays in this one.</summary>
    protected internal virtual bool IsLeftOnceSaved => false;

    /// <summary>What follows a save of the whole form; most forms lead on, some stay.</summary>
    protected virtual void AfterSave() { }

    /// <summary>What follows a removal.</summary>
    protected virtual void AfterRemoval() { }

    /// <summary>Said of what is left though it could not be saved, for this reason: it waits as a draft.</summary>
    protected virtual string Waits(string why) => $"{Prose.Name(Form!.Title)}: what you typed is kept, and not saved yet: {why}";

    // The shell's buttons act on the page itself, so that the whole of it is drawn anew.
    internal async Task SaveAndGoOn()
    {
        if (await IsPrepared() && await Save() && (SavedIsNew || IsMissing || !await IsStaying()))
            AfterSave();
    }

    /// <summary>Does what saving does first; false where nothing is saved then, and it is said why.</summary>
    protected virtual Task<bool> IsPrepared() => Task.FromResult(true);

    // Whoever saves by a key goes on in the form, where it is still of something.
    private async Task<bool> IsStaying()
    {
        try
        {
            return script is not null && await OfPage("stays");
        }
        catch (Exception e) when (IsOfALeftPage(e))
        {
            return false;
        }
    }

    internal async Task SettleAndGoOn()
    {
        if (Conflict is not { } conflict || !await Settle(conflict))
            return;
        if (Saved is null) // all choices were the other’s
            Snackbar.Add($"Nothing is saved: it stands as {(conflict.IsOwn ? "you" : conflict.By)} saved it.", Severity.Normal);
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
        if (Saved is { } revision && revision == wentOnWith)
            return; // who saves twice in a moment goes on once
        wentOnWith = Saved;
        SayWhatWasSaved();
        Navigation.NavigateTo(url);
    }

    private long? wentOnWith;

    private void SayWhatWasSaved()
    {
        if (Saved is not { } revision)
            return;
        var open = Form?.StillOpen(Values, Casebook) ?? [];
        var after = AfterTakingBack; // the page may show another thing by then
        var waits = Asides.Count == 0 ? "" : " What was typed into the same field at two places still waits in the form.";
        var said = $"Saved as revision {revision}.{(open.Count == 0 ? "" : $" Still open: {string.Join("; ", open)}.")}{waits} ";
        var reached = Reached;
        Snackbar.Offer(
            message =>
            {
                message.AddContent(0, said);
                message.AddContent(1, reached);
            },
            "Undo",
            () => TakeBack(revision, after)
        );
    }

    // It was kept with every field; whoever comes back finds it.
    private void SayWhatWaits(string begun)
    {
        var here = Navigation.Uri;
        Snackbar.Offer(begun, "Back to it", () =>
        {
            Navigation.NavigateTo(here);
            return Task.CompletedTask;
        });
    }

    private async Task TakeBack(long revision, string? after, bool isAgain = false)
    {
        var outcome = await Casebooks.Write(new Undo(revision, OfTalks: !Visitor.May(Right.Edit)), Visitor.AccountId);
        if (Undo.Problems(outcome) is { Count: > 0 } problems)
        {
            var why = $"Revision {revision} stays: {string.Join(" ", problems)}";
            Snackbar.Add(why, Severity.Normal, o => o.VisibleStateDuration = Offers.Shown);
            return;
        }
        var back = (Outcome.Committed)outcome;
        var done = isAgain ? $"Put back, as revision {back.Revision}." : Undo.Said(back);
        var said = string.Join(' ', new[] { done, after }.OfType<string>());
        Snackbar.Offer(said, isAgain ? "Undo" : "Redo", () => TakeBack(back.Revision, null, !isAgain));
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
            if (Problems is [var first, ..])
                SayWhatWaits(Begun ?? Waits(first.Words));
            else if (Conflict is { } conflict)
                SayWhatWaits(Waits($"{conflict.SavedBy} meanwhile."));
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
