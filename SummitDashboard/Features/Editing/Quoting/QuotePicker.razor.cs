using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Text;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Editing;

/// <summary>What is selected in a text beside it, to be quoted; or why it cannot be.</summary>
public sealed partial class QuotePicker : IAsyncDisposable
{
    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private const int MostParts = 5;

    private DotNetObjectReference<QuotePicker>? self;
    private IJSObjectReference? script;
    private IJSObjectReference? watching;
    private IReadOnlyList<Selected> parts = [];
    private string? refusal;

    [Parameter, EditorRequired]
    public ArticleText? Text { get; set; }

    [Parameter]
    public string Hint { get; set; } =
        "Select words in the text to quote them. By keyboard: T goes into the text; arrows choose words, with Ctrl phrases, Home and End a "
        + "paragraph’s first and last, Shift takes more; Enter quotes.";

    /// <summary>
    /// A place that an address names (<c>3.12.45</c>): it is selected for whoever comes, and quoted only when somebody says so.
    /// </summary>
    [Parameter]
    public string? Offered { get; set; }

    /// <summary>What can be done with a selection.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<Selected> Actions { get; set; }

    /// <summary>Quotes what is chosen; without it the actions lead to where it is quoted.</summary>
    [Parameter]
    public EventCallback<Selected> OnQuote { get; set; }

    /// <summary>What an address offers, as it stands now, and nobody has quoted yet; null where there is none.</summary>
    public Selected? StillOffered => isOffered ? parts.FirstOrDefault(Fits) : null;

    /// <summary>A stretch of a paragraph, in UTF-16 units.</summary>
    public sealed record Selected(int Paragraph, int Start, int End);

    /// <summary>What was chosen, as the page tells it: in how many paragraphs, and the first of them with their words.</summary>
    public sealed record Choice(int Paragraphs, IReadOnlyList<Part>? Parts, bool IsTranslated);

    /// <summary>What was chosen of one paragraph; <paramref name="Words"/> may leave off its end.</summary>
    public sealed record Part(int Paragraph, int Start, int End, string? Words)
    {
        internal Selected Place => new(Paragraph, Start, End);
    }

    private (string? Path, string? Place) offered;
    private bool isToShow;
    private bool isOffered;
    private bool byCharacters;

    protected override void OnParametersSet()
    {
        var path = new Uri(Navigation.Uri).AbsolutePath;
        if ((path, Offered) == offered)
            return;
        offered = (path, Offered);
        parts =
            Text is not null && PickedPlace.Read(Offered, Text) is { } place
                ? [new(place.Paragraph, place.Span.Start, place.Span.End)]
                : [];
        refusal = Text is not null && PickedPlace.IsOfAnother(Offered, Text) ? PickedPlace.Replaced : null;
        isOffered = isToShow = parts.Count > 0;
        if (!isToShow)
            _ = Clear(); // what was chosen for another cell is chosen no more
    }

    /// <summary>What is chosen is to be quoted: told and quoted in one turn, before whatever is pressed next.</summary>
    [JSInvokable]
    public Task Quoted(Choice choice)
    {
        Picked(choice);
        return parts.FirstOrDefault(Fits) is { } first ? OnQuote.InvokeAsync(first) : Task.CompletedTask;
    }

    private bool Fits(Selected part) => Words.Count(Of(part)) <= CodebookRules.MaxWords;

    /// <summary>This is chosen, or nothing.</summary>
    [JSInvokable]
    public void Picked(Choice? choice)
    {
        parts = [];
        refusal = choice is null ? null : Refusal(choice);
        if (Text is not null && refusal is null && choice is { Parts: { } chosen })
            parts = [.. chosen.Select(p => Whole(p.Place)).Where(p => Words.Count(Of(p)) > 0)];
        StateHasChanged();
    }

    /// <summary>
    /// Takes a selection to be used, and forgets it here. A key that is pressed sooner than the page shows the next one means the next one;
    /// the second half of a double click means nothing more (<see cref="MouseEventArgs.Detail"/> counts clicks, and keys are none).
    /// </summary>
    /// <returns>What is to be used, or null where nothing is left.</returns>
    public Selected? Take(Selected pressed, MouseEventArgs press)
    {
        var taken =
            parts.Contains(pressed) ? pressed
            : press.Detail > 0 ? null
            : parts.FirstOrDefault(Fits);
        isOffered &= taken is null;
        refusal = null;
        parts = [.. parts.Where(p => p != taken)];
        if (taken is not null && parts.Count == 0)
            _ = Clear();
        return taken;
    }

    // What is one character here may be two to a browser of another age.
    private Selected Whole(Selected part)
    {
        var span = Characters.Whole(Text!.Paragraphs[part.Paragraph - 1], new(part.Start, part.End - part.Start));
        return part with { Start = span.Start, End = span.End };
    }

    /// <summary>The browser chooses by characters from here on, or by words again.</summary>
    [JSInvokable]
    public void Switched(bool toCharacters)
    {
        byCharacters = toCharacters;
        StateHasChanged();
    }

    // While the last words were chosen in the browser still, the next press would quote them once more.
    private async Task Clear()
    {
        try
        {
            if (watching is not null)
                await watching.InvokeVoidAsync("clear");
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser has gone, and with it what was chosen.
        }
    }

    /// <summary>Says why what is selected cannot be quoted now.</summary>
    public void Refuse(string why)
    {
        parts = [];
        Say(why);
    }

    /// <summary>Says why a part that was taken is not quoted; what else is selected is still there to be quoted.</summary>
    public void Say(string why)
    {
        refusal = why;
        StateHasChanged();
    }

    private string Of(Selected part) =>
        Text is not null
        && part.Paragraph <= Text.Paragraphs.Count
        && Text.Paragraphs[part.Paragraph - 1] is var whole
        && part.End <= whole.Length
            ? whole[part.Start..part.End]
            : "";

    private const int MostLeftOut = 6;

    // As Ctrl and an arrow choose a sentence (words.js), which says why it is not the whole; null where it is none.
    private string? LeftOut(Selected part)
    {
        var paragraph = Text!.Paragraphs[part.Paragraph - 1];
        var words = Sentences.Bare(Of(part));
        foreach (var s in Sentences.In(paragraph).Where(s => s.Start <= part.Start && s.End >= part.End))
        {
            var whole = Sentences.Bare(s.In(paragraph));
            if (!ArticleRules.IsSentence(paragraph, whole) || whole.Length == words.Length)
                continue;
            var left = Words.Count(whole) - Words.Count(words);
            if (left == 1 && whole.EndsWith(words, StringComparison.Ordinal))
                return "its first word is left out";
            var behind = whole.StartsWith(words, StringComparison.Ordinal) ? whole[words.Length..] : "";
            if (
                behind.Length > 0
                && left is > 0 and <= MostLeftOut
                && behind.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '’' or '\'')
            )
                return left == 1 ? "its last word is left out" : "its end is left out";
        }
        return null;
    }

    // Whoever selects is never left in silence: words to quote, or why there are none.
    private string? Refusal(Choice choice)
    {
        if (Text is null)
            return null;
        if (choice.IsTranslated)
            return "This page has been translated by your browser, and a quotation has the source’s own words. Show the original to quote.";
        if (choice.Parts is not { Count: > 0 } chosen)
            return "These words are ours, not the source’s. Select words in the text itself to quote them.";
        if (choice.Paragraphs > MostParts)
            return $"Words of {choice.Paragraphs} paragraphs are selected, and each makes a quotation of its own. Choose words in "
                + $"{MostParts} at most.";
        foreach (var part in chosen)
            if (
                part.Paragraph < 1
                || part.Paragraph > Text.Paragraphs.Count
                || part.Start < 0
                || part.End <= part.Start
                || part.End > Text.Paragraphs[part.Paragraph - 1].Length
                || part.Words is not { Length: > 0 } words
                || !Text.Paragraphs[part.Paragraph - 1].AsSpan(part.Start, part.End - part.Start).StartsWith(words)
            )
                return "What is selected is not what the article says as it is kept here: the page was changed, perhaps translated, "
                    + "or the article is another by now. Load the page again to quote.";
        return chosen.All(p => Words.Count(Of(p.Place)) == 0) ? "No word is selected. Choose at least one." : null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            if (watching is not null)
                await Show();
            return;
        }
        self = DotNetObjectReference.Create(this);
        script = await Js.InvokeAsync<IJSObjectReference>("import", "./Features/Editing/Quoting/QuotePicker.razor.js");
        watching = await script.InvokeAsync<IJSObjectReference>("watch", self, OnQuote.HasDelegate);
        await Show();
        StateHasChanged(); // what the hint says is true from here on
    }

    // What an address offers is selected in the browser, once: keys go on from there.
    private async Task Show()
    {
        if (!isToShow)
            return;
        isToShow = false;
        if (parts is [var place])
            await watching!.InvokeVoidAsync("select", place.Paragraph, place.Start, place.End);
    }

    public async ValueTask DisposeAsync()
    {
        await script.DisposeTolerantly(watching);
        self?.Dispose();
    }
}
