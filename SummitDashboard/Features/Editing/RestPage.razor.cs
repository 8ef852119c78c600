using Microsoft.AspNetCore.Components;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Editing;

/// <summary>The cells of a source that nobody has coded, signed as silent together by who has read it whole.</summary>
public partial class RestPage : CasebookPage
{
    /// <summary>Most cells that are signed in one go.</summary>
    private const int Most = 200;

    private Source? source;
    private IReadOnlyList<BegunCell> all = [];
    private IReadOnlyList<Claim> open = [];
    private IReadOnlyList<(Claim Claim, IReadOnlyList<BegunCell> Cells)> begun = [];
    private readonly HashSet<ClaimId> left = []; // what is not ticked
    private readonly HashSet<ClaimId> arrived = []; // what came in, or was reworded, since the page was opened
    private Source? listed; // the source as it was when these were listed
    private HashSet<ClaimId> inSight = [];
    private Dictionary<ClaimId, (string Question, string Statement)> wasOpen = [];
    private bool isSigned; // what comes next in a long list was waiting there
    private List<(Claim Claim, long? Revision, string Why)> said = [];
    private Framing? signed; // what each of them was made
    private bool isTakenBack;
    private bool hasRead;
    private bool isBusy;
    private bool isAnswered;
    private int done;
    private string? problem;
    private ElementReference answer;

    [Parameter]
    public string Slug { get; set; } = "";

    [Inject]
    private BegunCells Cells { get; set; } = null!;

    [Inject]
    private CasebookStore Casebooks { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private MudBlazor.ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<Claim> Ticked => [.. open.Take(Most).Where(c => !left.Contains(c.Id))];

    protected override bool Shows(ItemChange change) => change.Kind is ItemKind.Claim or ItemKind.Source || change.IsOfItself;

    protected override async Task Fetch(Casebook casebook) => all = Visitor.May(Right.Edit) ? await Cells.List() : [];

    protected override void Read()
    {
        if (!Casebook.Sources.TryGetBySlug(Slug, out source))
            return;
        if (isBusy)
            return; // what is being signed stays in sight
        var uncoded = Casebook.Claims.Where(c => c.Of(source.Id) is null).ToList();
        var of = all.Where(c => c.Source == source.Id).ToLookup(c => c.Claim);
        open = [.. uncoded.Where(c => !of.Contains(c.Id))];
        begun = [.. uncoded.Where(c => of.Contains(c.Id)).Select(c => (c, (IReadOnlyList<BegunCell>)[.. of[c.Id]]))];
        Compare(source);
    }

    // Nobody signs what he has not seen: what comes in after the page was opened is not ticked, and the declaration was of other cells.
    private void Compare(Source now)
    {
        var shown = open.Take(Most).ToList();
        if (listed?.Id != now.Id)
        {
            left.Clear();
            arrived.Clear();
            hasRead = false;
        }
        else
        {
            var others = shown.Where(c => !WasSeen(c)).Select(c => c.Id).ToList();
            left.UnionWith(others);
            arrived.UnionWith(others);
            hasRead &= others.Count == 0 && listed.Article == now.Article;
        }
        arrived.IntersectWith(shown.Select(c => c.Id));
        (listed, isSigned, inSight) = (now, false, [.. shown.Select(c => c.Id)]);
        wasOpen = open.ToDictionary(c => c.Id, c => (c.Question, c.Statement));
    }

    private bool WasSeen(Claim claim) =>
        (isSigned || inSight.Contains(claim.Id))
        && wasOpen.TryGetValue(claim.Id, out var words)
        && words == (claim.Question, claim.Statement);

    private void Tick(Claim claim, bool isTicked)
    {
        if (isTicked)
            left.Remove(claim.Id);
        else
            left.Add(claim.Id);
    }

    private void TickAll(bool isTicked)
    {
        foreach (var claim in open)
            Tick(claim, isTicked);
    }

    // One edit a cell: what somebody codes or begins meanwhile is left to him, and the others go on.
    private async Task Sign()
    {
        (problem, said, isTakenBack) = (null, [], false);
        var ticked = Ticked;
        if (ticked.Count == 0)
            problem = "Nothing is ticked.";
        else if (!hasRead)
            problem = "Silent says that you have read the whole source; tick that you have.";
        if (problem is not null || isBusy)
            return;
        isBusy = true;
        Snackbar.Clear(); // what could be taken back by its key was saved before these
        try
        {
            var of = (await Cells.List()).Where(c => c.Source == source!.Id).ToLookup(c => c.Claim);
            var framing = new Framing
            {
                Source = source!.Id,
                Stance = Stance.Silent,
                ReadBy = Visitor.Name,
                ReadOn = Clock.Today(),
            };
            signed = framing;
            for (done = 0; done < ticked.Count && problem is null; done++)
            {
                StateHasChanged();
                var claim = ticked[done];
                if (of.Contains(claim.Id))
                    said.Add((claim, null, $"was {BegunLabels.By(of[claim.Id], Visitor)} meanwhile, and is not signed."));
                else
                    Note(claim, await Casebooks.Write(new PutFraming(claim.Id, source.Id, null, framing), Visitor.AccountId, Reason));
            }
        }
        finally
        {
            (isBusy, hasRead, isAnswered, isSigned) = (false, false, true, true);
        }
        if (SignedHere.Count > 1)
            Snackbar.Offer($"{Prose.Name(source!.Siglum)}: {Summary}", $"Take all {SignedHere.Count} back", TakeAllBack);
        Redraw();
    }

    private const string Reason = "Read whole: nothing of the rest.";

    private void Note(Claim claim, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Committed { Changed: true } done:
                said.Add((claim, done.Revision, ""));
                break;
            case Outcome.Committed or Outcome.Conflict:
                said.Add((claim, null, "was coded, or removed, by somebody meanwhile, and is left as it is."));
                break;
            case Outcome.Invalid invalid:
                said.Add((claim, null, string.Join(" ", invalid.Problems)));
                break;
            default:
                problem =
                    (outcome is Outcome.Failed failed ? failed.Why : "Your sign-in has ended, or your role was changed.")
                    + " What is listed above is signed; the rest is not.";
                break;
        }
    }

    private string Summary
    {
        get
        {
            if (isTakenBack)
                return $"{Labels.Count(said.Count(s => s.Why == Gone), "cell")} taken back.";
            var count = SignedHere.Count;
            return $"{Labels.Count(count, "cell")} signed as silent{(count == said.Count ? "" : $", {said.Count - count} left alone")}.";
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isAnswered || said.Count == 0)
            return;
        isAnswered = false;
        await answer.FocusAsync();
    }
}
