using Microsoft.JSInterop;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Forms;

/// <summary>
/// What the same person types in another window, or on another device, comes into the fields here as it is kept: whoever goes on in a form
/// that has stood open would write over it else. What was typed here since stays.
/// </summary>
public abstract partial class FormPage
{
    // What the server keeps, as far as this page knows, and what stood in the fields and was set aside with it. Apart where it was begun
    // from another version than this page.
    private sealed record Agreement(string? Json, Dictionary<string, string> Fields, IReadOnlyList<Aside> Asides, bool IsApart = false);

    private Agreement shared = new(null, [], []);

    private void Agree(string? json) => shared = new(json, InFields(), Asides);

    private const string SavedElsewhere = "Saved in another window.";

    private void OnDraft(DraftChange change)
    {
        if (change.By != this && change.AccountId == Visitor.AccountId && change.Key == key)
            _ = InvokeAsync(() => TakeIn(change.IsSaved));
    }

    private async Task TakeIn(bool isSaved = false)
    {
        try
        {
            await InTurn(() => TakeInNow(isSaved));
        }
        catch (Exception e) when (IsOfALeftPage(e) || e is DatabaseUnavailableException)
        {
            // Where nothing can be read, nothing is known to have been thrown away.
        }
    }

    private async Task TakeInNow(bool isSaved)
    {
        if (!IsOpenFor(Form) || Visitor.AccountId is not { } account)
            return;
        var form = Form!;
        var kept = await Drafts.Get(account, form.Key);
        if (!IsOpenFor(form) || (kept == shared.Json && !shared.IsApart))
            return;
        var isThrown = kept is null && !isSaved && form.Write(form.Current(Casebooks.Current)) == form.Write(basis);
        var more =
            isThrown ? await EndWithIt()
            : kept is null ? GoOnFromSaved()
            : Join(kept);
        if (more is not { } isMore)
            return;
        if (isMore)
            await OnServer(TellServer(account));
        else if (kept is null)
            await OnPage("drop", DeviceKey, form.Write(basis));
        else
            await OnPage("joined", DeviceKey, Draft.Read(kept)?.At);
        StateHasChanged();
    }

    private static bool IsOfALeftPage(Exception e) =>
        e is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException;

    private bool IsOpenFor(FormBase? form) => IsReady && !IsBusy && Conflict is null && !IsMissing && IsStill(form);

    // A page makes its form anew as often as it reads.
    private bool IsStill(FormBase? form) => form is not null && Form?.Key == form.Key;

    // Puts what the server keeps beneath what was typed here. True where something was, or that draft was begun from another version, and
    // the server is to be told of both; null where it cannot be read.
    private bool? Join(string kept)
    {
        var (draft, known) = (Draft.Read(kept), Asides);
        var isSaved = draft is not null && draft.Basis != Form!.Write(basis) && draft.Basis == Form.Write(Form.Current(Casebooks.Current));
        if (isSaved)
            GoOnFromSaved(); // there it was saved, and typed on
        if (draft is null || OnThisVersion(draft) is not var (theirs, its, asides))
        {
            shared = shared with { Json = kept, IsApart = true };
            return null;
        }
        var isOfAnother = draft.Basis != Form!.Write(basis) && Form.Write(basis) == Form.Write(Form.Current(Casebooks.Current));
        if (thrownAway is { } gone)
        {
            // Of what was thrown away here, that draft may hold what nobody has typed again.
            var mine = InFields();
            shared = shared with { Fields = its.ToDictionary(f => f.Key, f => Of(gone, f.Key) == f.Value ? f.Value : Of(mine, f.Key)) };
            thrownAway = null;
        }
        var (before, isMore) = (InFields(), Lay(theirs, its, new(kept, its, asides)));
        if (isSaved)
            Said = SavedElsewhere;
        else if (Asides.Except(known).Any())
            Said = null; // that is said by itself (FormSaid)
        else if (ThreeWay.Differing(before, InFields()).Any())
            Said = "What you typed in another window is here too.";
        return isMore || isOfAnother;
    }

    // It was saved there, which the page may hear sooner than it has the casebook. What was typed here since goes on top of that.
    private bool GoOnFromSaved()
    {
        basis = Form!.Current(Casebooks.Current);
        Started = Form.Begin(basis, Casebooks.Current);
        unmet.Clear();
        (Restored, Saved, Said) = (false, null, SavedElsewhere);
        var its = Named(Started, "");
        return Lay(Fields.Copy(Started), its, new(null, its, []));
    }

    private static string Of(Dictionary<string, string> fields, string name) => fields.GetValueOrDefault(name, "");

    // True where something was typed here since both agreed.
    private bool Lay(object theirs, Dictionary<string, string> its, Agreement now)
    {
        var (mine, were) = (InFields(), shared);
        var three = new ThreeWay(were.Fields, mine, its);
        Asides = [.. now.Asides.Union(Asides.Except(were.Asides)).Except(were.Asides.Except(Asides))];
        foreach (var (name, text) in three.Lay(theirs, Values, Started))
            SetAside(name, text, mine.GetValueOrDefault(name, ""));
        Bring(theirs, three.Typed.Contains(ReasonName) ? Reason : its[ReasonName]);
        shared = now;
        return three.Typed.Count > 0 || !Asides.SequenceEqual(now.Asides);
    }

    // What stands in the fields of a draft, as it would on the version that this page has begun from, and what is set aside.
    private (object Fields, Dictionary<string, string> ByName, IReadOnlyList<Aside> Asides)? OnThisVersion(Draft draft)
    {
        var asides = draft.Asides ?? [];
        object fields;
        if (draft.Basis == Form!.Write(basis) && draft.In(Form) is { } its)
            fields = its;
        else if (new DraftMerge(Form, Casebook).OnTop(draft, Started, InFields()) is var (laid, more))
            (fields, asides) = (laid, [.. asides.Union(more)]);
        else
            return null;
        return (fields, Named(fields, Draft.Texts(draft.Typed).GetValueOrDefault(ReasonName, "")), asides);
    }

    // Others of the same person may keep theirs in the same moment: what was typed here comes on top.
    private async Task TellServer(string account)
    {
        thrownAway = null;
        if (isThrownAway)
            GoOnFromThrownAway();
        while (Form is { } form)
        {
            var at = Clock.GetUtcNow();
            var (known, json, fields, isDirty, asides) = (shared.Json, AsItStands(at), InFields(), HasDraft, Asides);
            await OnPage("put", DeviceKeyOf(form.Key), json, isDirty, fields);
            var isKept = isDirty
                ? await Drafts.Put(account, form.Key, json, known, this)
                : await Drafts.Drop(account, form.Key, known, this, isSaved: false);
            if (isKept && IsStill(form))
                shared = new(isDirty ? json : null, fields, asides);
            if (isKept && isDirty && json.Length <= DraftStore.MaxSize)
                await OnPage("kept", DeviceKeyOf(form.Key), at);
            if (isKept || !IsStill(form))
                return;
            if (shared.Json == known && await FromServer(form.Key) is { } other && shared.Json == known)
                if (Join(other) is null && !HasDraft)
                    return;
        }
    }

    // It was thrown away there: of what stands here only what was typed since it was last told is left, and that is told later where
    // somebody is still typing it. As Join.
    private async Task<bool?> EndWithIt()
    {
        if (!HasDraft || script is null)
            return null;
        if (!ThreeWay.Differing(InFields(), shared.Fields).Any() && await IsTyping())
        {
            isThrownAway = true;
            return null;
        }
        return GoOnFromThrownAway();
    }

    private bool GoOnFromThrownAway()
    {
        var (its, untold) = (Named(Started, ""), Asides.Except(shared.Asides).ToList());
        var (before, isLess) = (InFields(), untold.Count < Asides.Count);
        Lay(Fields.Copy(Started), its, new(null, its, []));
        (Asides, Restored, isThrownAway) = (untold, false, false);
        if (isLess || ThreeWay.Differing(before, InFields()).Any())
            Said = "What you had typed was thrown away in another window.";
        return HasDraft;
    }

    private Dictionary<string, string>? thrownAway; // here, where another page may not have heard of it yet
    private bool isThrownAway; // elsewhere, and somebody is typing here
}
