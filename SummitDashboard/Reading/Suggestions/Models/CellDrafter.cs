using System.Globalization;
using System.Text.Json;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// What a language model drafted for a cell, as far as it holds: or in a sentence why there is nothing. It is nobody’s and stored nowhere
/// until somebody puts it into the form and saves that.
/// </summary>
/// <param name="By">The model’s name.</param>
/// <param name="Stance">Null where it named none; never silent, which is for whoever has read the whole source.</param>
/// <param name="Quotations">The fragments that stand in the text, in the text’s own characters.</param>
/// <param name="Aspects">What fills the claim’s slots, by their keys.</param>
/// <param name="Notes">What was dropped, in sentences.</param>
/// <param name="Problem">Null where there is a draft.</param>
public sealed record DraftedCell(
    string By,
    Stance? Stance,
    IReadOnlyList<FoundFragment> Quotations,
    IReadOnlyDictionary<string, string> Aspects,
    string? Gloss,
    IReadOnlyList<string> Notes,
    string? Problem
);

/// <summary>
/// Asks a language model to draft a cell from the passages that are proposed for it, and holds what it answers against the text.
/// </summary>
public sealed class CellDrafter(LanguageModel model)
{
    private const int MostQuotations = 20;

    /// <summary>True where an endpoint is set.</summary>
    public bool IsOn => model.IsOn;

    /// <summary>The model’s name.</summary>
    public string Model => model.Name;

    /// <summary>A draft; the paragraphs of these passages leave the server, and nothing else of the article.</summary>
    public async Task<DraftedCell> Draft(
        Claim claim,
        Source source,
        ArticleText text,
        IReadOnlyList<Passage> passages,
        CancellationToken cancelled
    )
    {
        var answer = await model.Ask(Task(claim), Question(claim, text, passages), cancelled);
        if (answer.Text is null)
            return No(answer.Problem!);
        try
        {
            var (start, end) = (answer.Text.IndexOf('{', StringComparison.Ordinal), answer.Text.LastIndexOf('}'));
            if (start < 0 || end < start)
                return No(model.No("its answer is no draft.").Problem!);
            using var read = JsonDocument.Parse(answer.Text[start..(end + 1)]);
            return Checked(read.RootElement, claim, source, text);
        }
        catch (JsonException)
        {
            return No(model.No("its answer is no draft.").Problem!);
        }
        catch (InvalidOperationException) // a text with half a character
        {
            return No(model.No("its answer cannot be read.").Problem!);
        }
    }

    private DraftedCell No(string problem) => new(model.Name, null, [], new Dictionary<string, string>(), null, [], problem);

    // What a person’s quotation has to hold to, a model’s has too.
    private DraftedCell Checked(JsonElement draft, Claim claim, Source source, ArticleText text)
    {
        var (found, asked, missing, unfit) = (new List<FoundFragment>(), 0, 0, 0);
        foreach (var (exact, paragraph) in Quotations(draft).Take(MostQuotations))
        {
            asked++;
            if (FragmentSearch.Find(text.Paragraphs, exact, paragraph) is not { } place)
                missing++;
            else if (!MayBeQuoted(place, source, text))
                unfit++;
            else if (!found.Exists(f => (f.Paragraph, f.Span) == (place.Paragraph, place.Span)))
                found.Add(place);
        }
        var notes = new List<string>();
        if (missing > 0)
            notes.Add($"{missing} of {Labels.Count(asked, "quotation")} {Were(missing)} not in the text and {Were(missing)} dropped.");
        if (unfit > 0)
            notes.Add(
                $"{unfit} of {Labels.Count(asked, "quotation")} {Were(unfit)} a whole sentence, longer than {CodebookRules.MaxWords} words "
                    + $"or cut inside a word, and {Were(unfit)} dropped."
            );
        var aspects = new Dictionary<string, string>();
        foreach (var aspect in claim.Aspects)
            if (Of(draft, "aspects") is { ValueKind: JsonValueKind.Object } slots && Words(slots, aspect.Key) is { } words)
                aspects[aspect.Key] = words;
        var stance = Vocabulary.TryRead<Stance>(Words(draft, "stance"), out var named) ? named : (Stance?)null;
        if (found.Count == 0)
            return No(
                stance == Domain.Stance.Silent && asked == 0
                    ? model.No("it finds nothing on the claim in these passages.").Problem!
                    : model.No("no quotation of its draft holds. " + string.Join(' ', notes)).Problem!.TrimEnd()
            );
        return new(model.Name, stance == Domain.Stance.Silent ? null : stance, found, aspects, Words(draft, "gloss"), notes, null);
    }

    private static bool MayBeQuoted(FoundFragment place, Source source, ArticleText text)
    {
        var printed = text.Paragraphs[place.Paragraph - 1];
        var exact = place.Span.In(printed);
        var quotation = new Quotation
        {
            Exact = exact,
            Paragraph = place.Paragraph,
            Occurrence = 1 + TextSpan.CountOf(printed[..(place.Span.End - 1)], exact),
        };
        return !CodebookRules.Of(quotation, source).Concat(ArticleRules.Of(quotation, text)).Any();
    }

    private static IEnumerable<(string Exact, int Paragraph)> Quotations(JsonElement draft)
    {
        if (Of(draft, "quotations") is not { ValueKind: JsonValueKind.Array } all)
            yield break;
        foreach (var one in all.EnumerateArray())
            if (Words(one, "exact") is { } exact)
                yield return (
                    exact,
                    Of(one, "paragraph") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var n) ? n : 0
                );
    }

    private static JsonElement? Of(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var found) ? found : null;

    // A text in one line, none where it is blank or longer than can be shown.
    private static string? Words(JsonElement from, string name) =>
        Of(from, name) is { ValueKind: JsonValueKind.String } text
        && string.Join(' ', text.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words
        && words.Length <= ItemText.Line
            ? words
            : null;

    private static string Were(int count) => count == 1 ? "was" : "were";

    private static string Task(Claim claim) =>
        $$"""
            You help to code how a news article puts a claim. You are given the claim and some numbered paragraphs of the article.
            Answer with one JSON object and nothing else:
            {"stance": "…", "quotations": [{"paragraph": 1, "exact": "…"}], "aspects": {"key": "…"}, "gloss": "…"}
            stance: asserts (in its own voice), attributes (as somebody's word), anticipates (as to come), hedges (weakened certainty),
            disputes, or silent where these paragraphs do not make the claim.
            quotations: one to four fragments that show it, copied character for character, at most {{CodebookRules.MaxWords}} words each,
            never a whole sentence.
            aspects: for each of the keys {{string.Join(", ", claim.Aspects.Select(a => a.Key))}} a few words with what the article says of
            it; leave a key out where it says nothing.
            gloss: one sentence on how the article puts the claim.
            """;

    private static string Question(Claim claim, ArticleText text, IReadOnlyList<Passage> passages) =>
        $"""
            Claim: {claim.Question} {claim.Statement}
            Keys: {string.Join("; ", claim.Aspects.Select(a => $"{a.Key}: {a.Label}"))}

            {string.Join('\n', passages.Select(p => p.Paragraph).Distinct().Order().Select(n => Numbered(n, text)))}
            """;

    private static string Numbered(int paragraph, ArticleText text) =>
        string.Create(CultureInfo.InvariantCulture, $"{paragraph}. {text.Paragraphs[paragraph - 1]}");
}
