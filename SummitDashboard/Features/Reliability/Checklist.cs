using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Reliability;

/// <summary>What the casebook itself says to a line of the checklist: a help to the editor, never an answer.</summary>
internal static class Checklist
{
    public static string Label(CheckItem item) =>
        item switch
        {
            CheckItem.Byline => "Byline: is an author named?",
            CheckItem.Date => "Date: does it print when it was published?",
            CheckItem.Publisher => "Publisher: is it named?",
            CheckItem.PrimarySources => "Primary sources: does it name whose word it gives?",
            CheckItem.Traceable => "Quotations: can they be traced?",
            CheckItem.Corrections => "Corrections: does it show any?",
            CheckItem.Boilerplate => "Boilerplate: how much of it is not the author’s prose?",
            _ => "Shared wording: does another source here use the same words?",
        };

    /// <summary>What was coded, in a sentence; empty where nothing bears on it.</summary>
    public static string Hint(CheckItem item, Casebook casebook, Source source, IReadOnlyList<SharedWords> shared, bool hasText) =>
        item switch
        {
            CheckItem.Byline => Given(source.Byline),
            CheckItem.Date => Given(source.Published),
            CheckItem.Publisher => Given(source.Publisher),
            CheckItem.PrimarySources or CheckItem.Traceable => Cited(casebook, source),
            CheckItem.Boilerplate => source.Paragraphs.Count == 0
                ? ""
                : $"{source.Paragraphs.Count(p => p.Boilerplate is not null)} of {source.Paragraphs.Count} paragraphs.",
            CheckItem.SharedWording => !hasText ? "Found where the articles are supplied."
            : shared.Count == 0 ? $"No {SharedWording.Least} words in a row stand in another supplied article."
            : $"{shared.Count} passages of {SharedWording.Least} words or more; see below.",
            _ => "",
        };

    private static string Given(Fact? fact) =>
        fact is null ? "Not given." : $"{fact.Value} ({Vocabulary.Of(fact.Basis).Replace('-', ' ')}).";

    private static string Cited(Casebook casebook, Source source)
    {
        var quotations = casebook.FramingsBySource[source.Id].SelectMany(t => t.Framing.Quotations).ToList();
        var named = quotations.Where(q => q.Cites is not null).Select(q => casebook.NameOf(q.Cites!)).Distinct().ToList();
        return $"{quotations.Count(q => q.Cites is not null)} of {quotations.Count} coded quotations give somebody’s word"
            + $"{(named.Count > 0 ? $": {string.Join(", ", named.Take(5))}{(named.Count > 5 ? " …" : "")}" : "")}.";
    }
}

/// <summary>A run of words that two supplied articles share.</summary>
/// <param name="Words">How many words; what they are is shown from the text, never stored.</param>
public sealed record SharedWords(Source Other, int Paragraph, int OtherParagraph, int Words, string Text);

/// <summary>
/// Finds wording that a source shares with others of the casebook: one origin is not two (Admiralty 1 counts independent origins).
/// </summary>
public static class SharedWording
{
    /// <summary>Shortest run, in words.</summary>
    public const int Least = 8;

    /// <summary>
    /// The longest runs of at least <see cref="Least"/> words that stand in this text and in another's prose; boilerplate is left out.
    /// </summary>
    public static IReadOnlyList<SharedWords> Of(Source source, ArticleText text, IEnumerable<(Source Source, ArticleText Text)> others)
    {
        var found = new List<SharedWords>();
        var mine = ProseOf(source, text).ToList();
        foreach (var (other, otherText) in others)
        {
            var places = new Dictionary<string, (Prose Of, int At)>();
            foreach (var theirs in ProseOf(other, otherText))
                for (var at = 0; at + Least <= theirs.Words.Length; at++)
                    places.TryAdd(theirs.Key(at), (theirs, at));
            foreach (var prose in mine)
                for (var at = 0; at + Least <= prose.Words.Length; at++)
                {
                    if (!places.TryGetValue(prose.Key(at), out var place))
                        continue;
                    var length = Least;
                    while (
                        at + length < prose.Words.Length
                        && place.At + length < place.Of.Words.Length
                        && prose.Words[at + length] == place.Of.Words[place.At + length]
                    )
                        length++;
                    found.Add(new(other, prose.Number, place.Of.Number, length, prose.Printed(at, length)));
                    at += length - 1;
                }
        }
        return [.. found.OrderByDescending(f => f.Words)];
    }

    private static IEnumerable<Prose> ProseOf(Source source, ArticleText text) =>
        text.Paragraphs.Select((p, n) => new Prose(n + 1, p, Words.In(p))).Where(p => !source.IsBoilerplate(p.Number));

    // A paragraph, and its words as they are compared.
    private sealed class Prose(int number, string text, IReadOnlyList<TextSpan> places)
    {
        public int Number => number;
        public string[] Words { get; } = [.. places.Select(w => Folding.Of(w.In(text)))];

        public string Key(int at) => string.Join(' ', Words, at, Least);

        public string Printed(int at, int length) => text[places[at].Start..places[at + length - 1].End];
    }
}
