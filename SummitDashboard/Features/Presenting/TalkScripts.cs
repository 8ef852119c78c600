using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Talks;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Presenting;

/// <summary>Makes scripts of talks. One that is made is kept as long as its snapshot of the casebook.</summary>
public sealed class TalkScripts
{
    private readonly IServiceScopeFactory scopes;
    private readonly ILoggerFactory logs;
    private readonly MarkdownRenderer markdown;
    private readonly Derived<Casebook, Derived<Talk, Task<TalkScript>>> made;

    public TalkScripts(IServiceScopeFactory scopes, ILoggerFactory logs, MarkdownRenderer markdown)
    {
        (this.scopes, this.logs, this.markdown) = (scopes, logs, markdown);
        made = new(casebook => new(talk => Make(casebook, talk)));
    }

    /// <summary>The script of a talk as this snapshot tells it.</summary>
    public Task<TalkScript> Of(Casebook casebook, Talk talk) => made.Of(casebook).Of(talk);

    /// <summary>The talk as one HTML file that needs nothing else.</summary>
    public async Task<string> File(TalkScript script, string language, StageAssets assets)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return "<!DOCTYPE html>\n"
            + await renderer.Dispatcher.InvokeAsync(async () =>
                (
                    await Html<Stage>(
                        renderer,
                        (nameof(Stage.Script), script),
                        (nameof(Stage.Language), language),
                        (nameof(Stage.Inside), assets)
                    )
                )
                    .Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)
                    .Trim()
            );
    }

    /// <summary>Makes the script of a talk, stored or not, and keeps nothing.</summary>
    public async Task<TalkScript> Make(Casebook casebook, Talk talk)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var stops = new List<ScriptStop>();
            foreach (var stop in talk.Stops)
                stops.Add(await Make(renderer, casebook, stop));
            return new TalkScript(
                casebook.Talks.TryGet(talk.Id, out _) ? talk.RawId : null,
                talk.Slug,
                talk.Title,
                talk.Lede,
                casebook.Head.Title,
                casebook.Revision,
                stops
            )
            {
                Track = TalkTrack.Of(casebook, talk),
            };
        });
    }

    private async Task<ScriptStop> Make(HtmlRenderer renderer, Casebook casebook, Stop stop)
    {
        var words = stop.Sources.Select(id => StopTelling.Of(casebook, stop, casebook.Sources[id])).ToList();
        var says = new List<string>();
        foreach (var (word, place) in words.Select((w, i) => (w, i)))
            says.Add(
                await Html<StopSay>(
                    renderer,
                    (nameof(StopSay.Words), word),
                    (nameof(StopSay.Summary), place == words.Count - 1 ? StopTelling.Summary(casebook, stop) : null)
                )
            );
        return new(
            stop.Headline,
            await Html<StopHead>(renderer, (nameof(StopHead.Casebook), casebook), (nameof(StopHead.Stop), stop)),
            says,
            markdown.Render(stop.Notes).Value,
            stop.Seconds,
            TalkTrack.PlaceOf(casebook, stop),
            await Guess(renderer, casebook, stop, words)
        );
    }

    // An audience has not read the codebook.
    private static string InPlainWords(Stance stance) =>
        stance switch
        {
            Stance.Asserts => "States it as a fact",
            Stance.Attributes => "Says that others say so",
            Stance.Anticipates => "Expects it to come",
            Stance.Hedges => "Is not sure of it",
            _ => "Argues against it",
        };

    // Only who says something can be guessed.
    private static async Task<ScriptGuess?> Guess(HtmlRenderer renderer, Casebook casebook, Stop stop, List<StopTelling> words)
    {
        var told = Mixed(casebook, stop, [.. words.Where(w => w.Quotations.Count > 0)]);
        if (stop.Guess is not { } ask || told.Count == 0)
            return null;
        List<int> places = [.. told.Select(w => words.IndexOf(w))];
        var wordings = new List<string>();
        foreach (var word in told)
            wordings.Add(await Html<StopWording>(renderer, (nameof(StopWording.Words), word)));
        ScriptGuess guess =
            ask == Domain.Guess.Source
                ? new("Who wrote this?", wordings, Options(casebook, told), places, [.. told.Select(w => w.Source.Siglum)])
                : new(
                    "How certain is the source?",
                    wordings,
                    [
                        .. Enum.GetValues<Stance>()
                            .Where(s => s != Stance.Silent)
                            .Select(s => new GuessOption(Vocabulary.Of(s), InPlainWords(s))),
                    ],
                    places,
                    [.. told.Select(w => w.Certainty)]
                );
        return guess with { Wordings = [.. told.Select(w => string.Join(" … ", w.Quotations.Select(InWords)))] };
    }

    private static string InWords(Quotation quotation) =>
        quotation.Translation is { } t ? $"{quotation.Exact} (“{t.Text}”, {TranslationLabels.Of(t)})" : quotation.Exact;

    // In the order of the answers the wordings would give them away; a stop that has an order of its own keeps it. The mix is always the
    // same.
    private static List<StopTelling> Mixed(Casebook casebook, Stop stop, List<StopTelling> told)
    {
        bool IsGivenAway(List<StopTelling> list) =>
            list.Zip(list.Skip(1)).All(p => casebook.Sources.PlaceOf(p.First.Source.Id) < casebook.Sources.PlaceOf(p.Second.Source.Id));
        if (stop.Guess != Domain.Guess.Source || told.Count < 2 || !IsGivenAway(told))
            return told;
        var mixed = told.OrderBy(w =>
                Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{stop.Claim?.Value ?? stop.Event?.Value} {w.Source.Id}")))
            )
            .ToList();
        return IsGivenAway(mixed) ? [.. mixed.Skip(1), mixed[0]] : mixed;
    }

    // More than these, beside the stop’s own, are a list to search and no guess.
    private const int MostOptions = 8;

    // All sources of the casebook, or of a large one those of the stop and a few more: a thumb has to find the right one.
    private static IReadOnlyList<GuessOption> Options(Casebook casebook, List<StopTelling> told)
    {
        var own = told.Select(w => w.Source).ToHashSet();
        var others = casebook.Sources.Where(s => !own.Contains(s)).Take(Math.Max(0, MostOptions - own.Count)).ToHashSet();
        return [.. casebook.Sources.Where(s => own.Contains(s) || others.Contains(s)).Select(s => new GuessOption(s.Siglum, s.Name))];
    }

    private static async Task<string> Html<T>(HtmlRenderer renderer, params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value))))
            .ToHtmlString()
            .Trim();
}
