using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Forms;

namespace SummitDashboard.Features.Editing;

// What was signed together is taken back together.
public partial class RestPage
{
    private const string Gone = "is taken back.";

    private List<(Claim Claim, long? Revision, string Why)> SignedHere => [.. said.Where(s => s.Revision is not null)];

    private int StillSigned => isTakenBack ? 0 : SignedHere.Count;

    // The message goes along to other pages, and takes back what it says wherever it is pressed.
    private async Task TakeAllBack()
    {
        var cells = SignedHere;
        if (isBusy || isTakenBack || cells.Count == 0)
            return;
        var edit = new TakeBackFramings([.. cells.Select(c => c.Claim.Id)], signed!);
        isBusy = true;
        try
        {
            var outcome = await Casebooks.Write(edit, Visitor.AccountId, "Not the rest after all.");
            if (Undo.Problems(outcome) is { Count: > 0 } problems)
            {
                Snackbar.Add($"Nothing is taken back: {string.Join(" ", problems)}", MudBlazor.Severity.Normal);
                return;
            }
            var (back, were) = ((Outcome.Committed)outcome, said);
            said = [.. said.Select(s => s.Revision is null ? s : Now(s.Claim, s.Revision))];
            (isTakenBack, isAnswered) = (true, true);
            foreach (var (claim, _, _) in cells) // it is what was signed, and nothing that came in
            {
                inSight.Add(claim.Id);
                wasOpen[claim.Id] = (claim.Question, claim.Statement);
            }
            Snackbar.Offer(Undo.Said(back), "Redo", () => SignAgain(back.Revision, were));
        }
        finally
        {
            isBusy = false;
            Redraw();
        }
    }

    private (Claim, long?, string) Now(Claim claim, long? revision) =>
        Casebooks.Current.Claims.TryGet(claim.Id, out var now) && now.Of(signed!.Source) is null
            ? (claim, null, Gone)
            : (claim, revision, "was changed since, and is left alone.");

    private async Task SignAgain(long revision, List<(Claim Claim, long? Revision, string Why)> were)
    {
        var outcome = await Casebooks.Write(new Undo(revision), Visitor.AccountId);
        if (Undo.Problems(outcome) is { Count: > 0 } problems)
        {
            Snackbar.Add($"Revision {revision} stays: {string.Join(" ", problems)}", MudBlazor.Severity.Normal);
            return;
        }
        (said, isTakenBack, isAnswered) = (were, false, true);
        Snackbar.Add($"Put back, as revision {((Outcome.Committed)outcome).Revision}.", MudBlazor.Severity.Normal);
        Redraw();
    }
}
