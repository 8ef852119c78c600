using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Forms;

/// <summary>Saving: checked here, written as one edit, and where another was first, both versions shown.</summary>
public abstract partial class FormPage
{
    /// <summary>
    /// Saves; true where the casebook now says what the page says. Asked while it saves, it saves what was typed on since after that.
    /// </summary>
    protected internal async Task<bool> Save()
    {
        var (form, isSaved) = (Form, false);
        do isSaved = saving is { } underWay && IsBusy && await underWay && IsStill(form);
        while (isSaved && IsBusy);
        if (isSaved && !IsDirty)
            return true;
        if (form is not null && !IsBusy && IsStill(form) && await (saving = Checked(form)))
            return true;
        Stay();
        return false;
    }

    /// <summary>How often somebody wanted to save and go on, and stays: what was pressed meanwhile was meant for the next page.</summary>
    protected internal int Stays { get; private set; }

    /// <summary>It is not gone on from here.</summary>
    protected void Stay() => Stays++;

    private async Task<bool> Checked(FormBase form)
    {
        if (await FormerNames() is not { } former || key != form.Key)
            return false;
        var reader = new FieldReader(Casebook) { IsTaken = (kind, slug) => former.Contains((kind, slug)) };
        var next = form.Read(Values, reader);
        Problem[] problems = [.. reader.Problems, .. next is null ? [] : form.Problems(next, Casebook)];
        if (problems.Length > 0 || next is null)
            return Refuse([.. problems.DistinctBy(p => p.Words)]);
        if (await Written(form.Edit(basis, next), next))
            return true;
        if (settled is not { } both)
            return false;
        settled = null;
        var isDone = await Settle(both);
        if (isDone && both.IsTheirsAlone)
            Said = $"{both.SavedBy} of this meanwhile; you see the new version.";
        return isDone;
    }

    // The addresses that lead on to what is here: nothing new takes one of them. Null where they cannot be read, which is said.
    private async Task<IReadOnlySet<(ItemKind, string)>?> FormerNames()
    {
        IsBusy = true;
        try
        {
            return await Aliases.Former();
        }
        catch (DatabaseUnavailableException e)
        {
            Refuse(e.Message);
            return null;
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>Removes the thing.</summary>
    protected async Task<bool> Remove() =>
        Form is not null && !IsBusy && basis is not null && await (saving = Written(Form.Edit(basis, null), null));

    /// <summary>Puts the choices of a conflict into the form, on top of the other's version, and saves again.</summary>
    protected internal async Task<bool> Settle(FormConflict conflict)
    {
        Fields.Update(Values, conflict.Chosen()); // with whoever types on in a row
        GoOnFrom(conflict.Current);
        Conflict = null;
        return await Save();
    }

    // The page may have moved on to another form by the time the answer is there; then it is none of that form's business.
    private async Task<bool> Written(Edit edit, object? next)
    {
        var (form, sent, asides, isLeft) = (Form!, Fields.Copy(Values), Asides, IsLeftOnceSaved);
        IsBusy = true;
        try
        {
            var outcome = await Casebooks.Write(edit, Visitor.AccountId, Reason);
            if (key != form.Key)
            {
                if (outcome is Outcome.Committed)
                    await EndDraftOf(form, next, sent, asides);
                return outcome is Outcome.Committed;
            }
            switch (outcome)
            {
                case Outcome.Committed done:
                    SavedIsNew = basis is null;
                    (SavedPart, Conflict, Restored) = (next, null, false);
                    Reason = done.Changed ? "" : Reason; // it waits for what it is the reason of
                    Tell([]);
                    GoOnFrom(next);
                    var isOpen = form.StillOpen(sent, Casebook).Count > 0; // what is open is listed beside it
                    (Said, Saved) = (
                        done.Changed ? $"Saved as revision {done.Revision}{(isOpen ? ", not yet complete" : "")}." : "Nothing had changed.",
                        done.Changed ? done.Revision : null
                    );
                    if (!isLeft && !Fields.Same(Values, sent))
                    {
                        await KeepAsItStands(); // somebody types on, from this version
                        return true;
                    }
                    Fields.Update(Values, Started); // what stands there already stays, with whoever goes on in it
                    shown = InFields();
                    await EndDraft(form.Write(next), isLeft);
                    return true;
                case Outcome.Conflict conflict:
                    var met = conflict with { Current = form.Met(conflict.Current) };
                    var both = new FormConflict(form, Casebook, met, Started, Values, Visitor.AccountId);
                    Tell([]); // what was wrong before is no longer what holds it up
                    (settled, Saved) = (both.IsSettled ? both : null, null);
                    if (both.IsSettled)
                        return false; // and saved once more
                    (Conflict, Said) = (both.After(Conflict), "Not saved yet: two versions meet. Choose above what to keep.");
                    Asides = [.. Asides.Where(a => !both.Asks(a))];
                    return false;
                case Outcome.Invalid invalid:
                    return Refuse([.. invalid.Problems.Select(p => new Problem(null, p))]);
                case Outcome.Forbidden:
                    return Refuse(
                        "Your sign-in has ended, or your role was changed. What you typed is kept on this device: sign in again and "
                            + "come back to this page."
                    );
                case Outcome.Failed failed:
                    return Refuse(failed.Why);
                default:
                    return false;
            }
        }
        finally
        {
            IsBusy = false;
            _ = InvokeAsync(CatchUp); // with what came meanwhile
        }
    }

    private Task CatchUp()
    {
        if (Conflict is null && Problems.Count == 0 && !IsMissing)
            Begin();
        return TakeIn();
    }

    private bool Refuse(string why) => Refuse([new Problem(null, why)]);

    private bool Refuse(IReadOnlyList<Problem> problems)
    {
        Said = null;
        Tell(problems);
        return false;
    }
}
