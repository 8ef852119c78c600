using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Reading;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>The rows of a table, of which an editor takes in those that are ticked.</summary>
public partial class TableRows
{
    /// <summary>How many rows stand on a page.</summary>
    public const int Size = 50;

    private const int MostProblems = 40;
    private const int MostListed = 500;

    private readonly HashSet<int> chosen = [];
    private Dictionary<int, bool> decided = [];
    private (string Id, int Sheet, RowsOf Kind)? shown;
    private IReadOnlyList<string> problems = [];
    private bool isBusy;
    private bool hasKeys;

    [Inject]
    private DraftStore Drafts { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Parameter, EditorRequired]
    public required ImportRow File { get; set; }

    [Parameter, EditorRequired]
    public required TableReading Table { get; set; }

    [Parameter, EditorRequired]
    public required TableQuery Query { get; set; }

    /// <summary>What the rows would bring.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Proposed> Rows { get; set; }

    /// <summary>How many rows say that their cell is uncoded.</summary>
    [Parameter]
    public int Uncoded { get; set; }

    /// <summary>The page of the address.</summary>
    [Parameter, EditorRequired]
    public required Paging Page { get; set; }

    /// <summary>True where the casebook is shown as it was: nothing can be taken in from there.</summary>
    [Parameter]
    public bool IsPast { get; set; }

    /// <summary>Hears what was taken in.</summary>
    [Parameter]
    public EventCallback<RowsTaken> Taken { get; set; }

    // What is ticked before the page is live would be lost.
    private bool IsStill => isBusy || IsPast || !hasKeys;

    private Sheet Sheet => Table.Sheets[Query.Sheet - 1];

    private bool IsOfMatrix => Query.Kind == RowsOf.Codings && Meanings.IsOfMatrix(Sheet);

    private string Noun => RowWords.Noun(Query.Kind, Table.IsOfReferences);

    private IReadOnlyList<CommonProblem> Common { get; set; } = [];

    private IEnumerable<Proposed> OtherProblems => Rows.Where(r => r.Problems.Any(IsOwn));

    // What most rows share is said once.
    private bool IsOwn(Remark problem) => !Common.Any(c => c.Is(problem));

    private string Said => $"{chosen.Count:N0} of {Labels.Count(Rows.Count, Noun)} ticked";

    private string SaveWords => RowWords.Save(Query.Kind, chosen.Count, ThemesOf(Rows.Where(r => chosen.Contains(r.Row))).Count);

    // Those that the casebook has not, where they are to be made with the claims under them.
    private List<Theme> ThemesOf(IEnumerable<Proposed> of) =>
        Query.Defaults.AddsThemes
            ? [.. of.OfType<ProposedClaim>().Where(p => p.MayBeTaken).Select(p => p.NewTheme).OfType<Theme>().DistinctBy(t => t.Key)]
            : [];

    private bool MayBeClaims => Query.Kind != RowsOf.Claims && !Table.IsOfReferences && ProposedRows.MayBeClaims(Rows);

    // Ctrl+S presses the button, as it does that of a form.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Js.InvokeAsync<IJSObjectReference>("import", "./drafts.js");
        hasKeys = true;
        StateHasChanged();
    }

    // What nobody has decided on is ticked as it is proposed, whatever else changes meanwhile; what somebody has is kept with his drafts.
    protected override async Task OnParametersSetAsync()
    {
        Common = CommonProblem.Of(Rows);
        if (shown != (File.Id, Query.Sheet, Query.Kind))
        {
            shown = (File.Id, Query.Sheet, Query.Kind);
            (decided, problems) = ([], []);
            Tick();
            (isBusy, decided) = (true, await Kept());
            isBusy = false;
        }
        Tick();
    }

    private void Tick()
    {
        chosen.Clear();
        chosen.UnionWith(Rows.Where(r => r.MayBeTaken && decided.GetValueOrDefault(r.Row, r.IsProposed)).Select(r => r.Row));
    }

    private Task Choose(int row, bool isChosen)
    {
        decided[row] = isChosen;
        return Keep();
    }

    private Task ChooseAll(bool isChosen)
    {
        foreach (var row in Rows.Where(r => isChosen ? r.IsProposed : r.MayBeTaken))
            decided[row.Row] = isChosen;
        return Keep();
    }

    private string Key => $"rows/{File.Id}/{Query.Sheet}/{Vocabulary.Of(Query.Kind)}";

    private async Task<Dictionary<int, bool>> Kept()
    {
        if (Visitor.AccountId is not { } account || await Drafts.Get(account, Key) is not { } json)
            return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<int, bool>>(json) ?? [];
        }
        catch (JsonException)
        {
            return []; // of another version: the ticks are those that are proposed
        }
    }

    private async Task Keep()
    {
        Tick();
        if (Visitor.AccountId is not { } account)
            return;
        try
        {
            await (decided.Count == 0 ? Drafts.Drop(account, Key) : Drafts.Put(account, Key, JsonSerializer.Serialize(decided)));
            problems = [];
        }
        catch (DatabaseUnavailableException e)
        {
            problems = [$"What is ticked counts here, and could not be kept for when the page is loaded again. {e.Message}"];
        }
    }

    private async Task Save()
    {
        if (isBusy)
            return;
        (isBusy, problems) = (true, []);
        var taken = Rows.Where(r => r.MayBeTaken && chosen.Contains(r.Row)).ToList();
        var isAll = Rows.All(r => r.IsThere || chosen.Contains(r.Row)) && Table.Sheets.Count == 1;
        var edit = new TakeRows(
            [.. taken.OfType<ProposedSource>().Select(p => p.Source)],
            [.. taken.OfType<ProposedCell>().Select(p => new CodedCell(p.Claim!.Id, p.Base, p.Next!))]
        )
        {
            Claims = [.. taken.OfType<ProposedClaim>().Select(p => p.Claim)],
            Themes = ThemesOf(taken),
            Import = isAll ? File.Id : null,
        };
        var outcome = await Casebooks.Write(edit, Visitor.AccountId, $"from {File.Name}");
        isBusy = false;
        problems = outcome switch
        {
            Outcome.Committed => [],
            Outcome.Invalid invalid => invalid.Problems,
            Outcome.Failed failed => [failed.Why],
            Outcome.Forbidden => ["Your sign-in has ended, or your role was changed. Sign in again; the file waits here."],
            _ => ["Somebody has changed the same meanwhile. Nothing was taken in; look at the rows again."],
        };
        if (outcome is not Outcome.Committed done)
            return;
        decided = [];
        await Keep();
        await Taken.InvokeAsync(
            new(
                RowWords.Saved(Query.Kind, taken.Count, edit.Themes.Count),
                done.Revision,
                [.. edit.Sources.Select(s => s.Id)],
                [.. edit.Claims.Select(c => c.Id)]
            )
        );
    }

    private void Go(string url) => Navigation.NavigateTo(url);

    private static int Number(ChangeEventArgs e) => int.TryParse(e.Value?.ToString(), out var number) ? number : 1;

    private static RowsOf Kind(ChangeEventArgs e) => Vocabulary.TryRead<RowsOf>(e.Value?.ToString(), out var kind) ? kind : default;

    private string Example(int column) =>
        RowWords.Short(
            string.Join(
                " · ",
                Sheet.Rows.Select(r => r.Cells[column].Trim()).Where(c => c.Length > 0).Distinct().Take(3).Select(WritingDirection.Isolated)
            )
        );

    private static string Numbers(Proposed row) => row.Rows.Count > 4 ? $"{row.Row} … {row.Rows[^1]}" : string.Join(", ", row.Rows);

    private string Sentence(Remark remark) => $"{Place(remark)}: {remark.Says}";

    private string AsAbove(Remark remark) =>
        remark.IsAsked
            ? $"{Place(remark with { Column = null })}: see “What the rows leave out”."
            : $"{Place(remark)}: as said above of most.";

    private string Place(Remark remark) =>
        (Table.IsOfReferences ? $"Work {remark.Row}" : $"Row {remark.Row}")
        + (remark.Column is { } n ? $", {WritingDirection.Isolated(HeadOf(n))}" : "");

    private string HeadOf(int column) => Sheet.Columns[column] is { Length: > 0 } head ? head : TableFile.Letters(column);

    private string[] Heads => RowWords.Heads(Query.Kind);
}
