using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Text;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Editing;

/// <summary>The passages proposed for a cell. They are looked for beside the page, which does not wait for them.</summary>
public sealed partial class PassageList : IDisposable
{
    // So long the list waits for what a model says of meaning; then it comes without, and stays as it is under the hand.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private const int MostBeside = 3;

    private readonly CancellationTokenSource leaving = new();
    private ProposedPassages? found;
    private (Passage? Passage, string? Why) refused;
    private Passage? warned; // a press has said what it takes from others: the next one quotes it
    private (Casebook, Claim, Source, ArticleText?) of;

    [Inject]
    private ProposalSwitch Switch { get; set; } = null!;

    [Inject]
    private TextAccess Texts { get; set; } = null!;

    [Inject]
    private EmbeddingModel Embeddings { get; set; } = null!;

    [Inject]
    private SuggestionOptions Options { get; set; } = null!;

    [Parameter, EditorRequired]
    public required Casebook Casebook { get; set; }

    [Parameter, EditorRequired]
    public required Claim Claim { get; set; }

    [Parameter, EditorRequired]
    public required Source Source { get; set; }

    /// <summary>The article, where it is here and this visitor may read it.</summary>
    [Parameter, EditorRequired]
    public ArticleText? Text { get; set; }

    /// <summary>What is quoted so far.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Quotation> Quoted { get; set; }

    /// <summary>
    /// Quotes a stretch, unless it is said why it should not yet be; answers in a sentence why it was not quoted, or null.
    /// </summary>
    [Parameter, EditorRequired]
    public required Func<QuotePicker.Selected, string?, Task<string?>> Quote { get; set; }

    /// <summary>Takes back what was quoted of a stretch.</summary>
    [Parameter, EditorRequired]
    public required Func<QuotePicker.Selected, Task> TakeBack { get; set; }

    /// <summary>Puts a model’s draft into the form; answers whether it was, and in sentences what was, or why not.</summary>
    [Parameter, EditorRequired]
    public required Func<DraftedCell, Task<(bool IsPut, string Says)>> OnDraft { get; set; }

    protected override void OnParametersSet()
    {
        if (Switch.IsOn == true)
            Look();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !Options.Passages)
            return;
        await Switch.Ask();
        if (Switch.IsOn == true)
            Look();
        StateHasChanged();
    }

    // A long article takes a while the first time, and another cell may be open by then.
    private async void Look()
    {
        var asked = (Casebook, Claim, Source, Text);
        if (asked == of)
            return;
        if ((Claim.Id, Source.Id) != (of.Item2?.Id, of.Item3?.Id))
            (found, refused, warned) = (null, default, null);
        of = asked;
        List<ArticleText> others = [.. Casebook.Sources.Select(Texts.Read).OfType<ArticleText>()];
        try
        {
            var near = await Near(asked.Claim, asked.Text);
            var now = await Task.Run(
                () => ProposedPassages.Of(asked.Casebook, asked.Claim, asked.Source, asked.Text, others, near),
                leaving.Token
            );
            if (asked != of || leaving.IsCancellationRequested)
                return;
            found = now;
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any longer.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    private async Task<Nearness?> Near(Claim claim, ArticleText? text)
    {
        if (text is null || !Embeddings.IsOn)
            return null;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token);
        waiting.CancelAfter(Patience);
        try
        {
            return await Embeddings.Of(claim, text, waiting.Token);
        }
        catch (OperationCanceledException) when (!leaving.IsCancellationRequested)
        {
            return Embeddings.No("it has not read the article yet. A cell of it that is opened later has it.");
        }
    }

    private bool IsReserved => Text is not null && Switch.IsOn != false && found?.Nothing is null;

    // What is quoted that has some of its words: itself, or others with them.
    private List<TextSpan> Shared(Passage passage) =>
        [
            .. Quoted
                .Where(q => q.Paragraph == passage.Paragraph)
                .Select(q => Text!.Find(q))
                .OfType<TextSpan>()
                .Where(span => span.Start < passage.Fragment.End && span.End > passage.Fragment.Start)
                .Distinct(),
        ];

    // The second half of a double click means nothing more.
    private async Task Take(Passage passage, MouseEventArgs press)
    {
        if (press.Detail > 1)
            return;
        (refused, var asked) = (default, warned == passage);
        warned = null;
        var place = new QuotePicker.Selected(passage.Paragraph, passage.Fragment.Start, passage.Fragment.End);
        if (Shared(passage).Count > 0)
        {
            await TakeBack(place);
            return;
        }
        var notYet = !asked && Budget.IsDrainedBy(passage.Fresh) ? $"Not quoted yet: {TooLong(passage)} Press again to quote it." : null;
        refused = (passage, await Quote(place, notYet));
        warned = notYet is not null && refused.Why == notYet ? passage : null;
    }

    private async Task Turn(bool on)
    {
        refused = default;
        await Switch.Turn(on);
        if (on)
            Look();
    }

    private static string Little(Passage passage) =>
        !passage.IsWeak ? ""
        : passage.Why.All(r => r.Kind == ClueKind.Name) ? "no more than a frequent name: "
        : passage.Why.Count(r => r.Kind != ClueKind.Name) > 1 ? "shared words that say little: "
        : "only one shared word: ";

    private QuoteBudget Budget => found?.Budget ?? new(null, 1);

    private readonly ShareNow known = new();

    // What is left beside what stands in the form, as the line on the share says it; what is proposed goes by rounder figures.
    private QuoteBudget Left =>
        known.Of(Casebook, Source, Text, Claim.Of(Source.Id)?.Quotations ?? [], Quoted) is { } share
            ? QuoteBudget.Of(Casebook, Source, share.Left, Quoted.Any(q => q.Exact.Length > 0) ? Claim : null)
            : Budget;

    // Said where no fewer words of the sentence say what it says.
    private string? TooLong(Passage passage)
    {
        if (Shared(passage).Count > 0 || !Budget.IsExceededBy(passage.Fresh))
            return null;
        var words = Labels.Count(passage.Fresh, passage.Fresh < Words.Count(passage.Fragment.In(Printed(passage))) ? "new word" : "word");
        var left = Left;
        return passage.Fresh > left.Left
                ? $"{words}, and {left.Left} {(left.Left == 1 ? "is" : "are")} left to quote: shorten another quotation first."
            : left.IsShort ? $"{words}, and {left.Left} are left for about {Labels.Count(left.Cells, "cell")}."
            : $"{words}, and about {left.LeftForEach} are left for each cell.";
    }

    private string Printed(Passage passage) => Text!.Paragraphs[passage.Paragraph - 1];

    // What is in the words; all of it, where nothing is.
    private static IEnumerable<Reason> Held(Passage passage) =>
        passage.Outside.Count < passage.Why.Count ? passage.Why.Except(passage.Outside) : passage.Why;

    private static string Outside(Passage passage) =>
        passage.Fragment.Length == 0 ? " — few words of this sentence would say something else or nothing: choose them yourself"
        : passage.Outside.Count == 0 || passage.Outside.Count == passage.Why.Count ? ""
        : $" — in this sentence, not in these words: {string.Join(" · ", passage.Outside.Select(Say))}";

    private static string Beside(Passage passage) =>
        passage.Beside.Count == 0 ? "" : $" — and beside this sentence: {string.Join(" · ", passage.Beside.Take(MostBeside).Select(Say))}";

    private static string Say(Reason reason) =>
        reason.Kind switch
        {
            ClueKind.Name => $"the name {reason.Words}",
            ClueKind.Number => $"the number {reason.Words}",
            ClueKind.Date => $"the date {reason.Words}",
            ClueKind.Hedge => $"the hedge {reason.Words}",
            ClueKind.Loaded => $"the loaded word {reason.Words}",
            ClueKind.Meaning => "paragraph near in meaning",
            _ => reason.Words,
        };

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
