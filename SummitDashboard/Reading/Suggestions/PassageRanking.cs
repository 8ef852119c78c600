using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Words of a passage for which it was proposed.</summary>
/// <param name="Words">As they stand there.</param>
public sealed record Reason(ClueKind Kind, string Words);

/// <summary>
/// A paragraph that may bear on a claim, and of it the fragment that one might quote. It is a proposal: it counts for nothing and is
/// stored nowhere until somebody quotes it.
/// </summary>
/// <param name="Paragraph">Counted from 1.</param>
/// <param name="Fragment">At most 15 words of it, and no whole sentence; in UTF-16 units.</param>
/// <param name="Why">What it was found by, the most telling first.</param>
public sealed record Passage(int Paragraph, TextSpan Fragment, double Score, IReadOnlyList<Reason> Why);

/// <summary>
/// Ranks the paragraphs of an article by what is known of a claim (BM25 over its words, weighted by where these were taken from). Pure and
/// the same each time.
/// </summary>
public static class PassageRanking
{
    private const double Saturation = 1.2; // BM25’s k1 and b
    private const double OfLength = 0.5;
    private const double LeastRarity = 0.5;
    private const double LeastOfBest = 0.2; // of the first one’s score
    private const int MostReasons = 5;

    /// <summary>The best paragraphs, first the one most likely; boilerplate is none.</summary>
    public static IReadOnlyList<Passage> Rank(IReadOnlyList<Clue> clues, Source source, ArticleText text, WordRarity rarity, int most)
    {
        var words = ArticleWords.Of(text);
        // What stands in most paragraphs is no reason to propose one.
        var weights = clues
            .Select(c => (c.Key, c.Weight, Rarity: rarity.Of(c.Key)))
            .Where(c => c.Rarity > LeastRarity)
            .ToDictionary(c => c.Key, c => c.Weight * c.Rarity);
        var average = Enumerable.Range(1, words.Paragraphs).Select(words.Length).DefaultIfEmpty(1).Average();
        var kinds = clues.ToDictionary(c => c.Key, c => c.Kind);
        List<(int Paragraph, double Score)> scored =
        [
            .. Enumerable
                .Range(1, words.Paragraphs)
                .Where(n => !source.IsBoilerplate(n))
                .Select(n => (Paragraph: n, Score: Score(n)))
                .OrderByDescending(p => p.Score)
                .ThenBy(p => p.Paragraph),
        ];
        return
        [
            .. scored
                .TakeWhile(p => p.Score > 0 && p.Score >= scored[0].Score * LeastOfBest)
                .Select(p => Proposed(p.Paragraph, p.Score))
                .OfType<Passage>()
                .Take(most),
        ];

        Passage? Proposed(int paragraph, double score)
        {
            var printed = text.Paragraphs[paragraph - 1];
            return
                Why(printed, weights, kinds) is { Count: > 0 } why
                && FragmentChoice.Of(printed, weights, source.Language?.Value) is { } fragment
                ? new(paragraph, fragment, score, why)
                : null;
        }

        double Score(int paragraph)
        {
            var norm = Saturation * (1 - OfLength + OfLength * words.Length(paragraph) / average);
            var score = 0.0;
            foreach (var (key, weight) in weights)
                if (words.Count(paragraph, key) is > 0 and var count)
                    score += weight * count * (Saturation + 1) / (count + norm);
            return score;
        }
    }

    // The words that weigh most, each once, as they are first printed there; what adds little is not named, nor are short words, which
    // join others more often than they carry something. Where nothing else is shared there is no reason.
    private static IReadOnlyList<Reason> Why(string paragraph, Dictionary<string, double> weights, Dictionary<string, ClueKind> kinds)
    {
        var found = WordStems
            .In(paragraph)
            .Where(s => weights.ContainsKey(s.Key))
            .DistinctBy(s => s.Key)
            .OrderByDescending(s => weights[s.Key])
            .ThenBy(s => s.Span.Start)
            .ToList();
        return
        [
            .. found
                .Where(s => weights[s.Key] * 4 >= weights[found[0].Key] && (kinds[s.Key] != ClueKind.Word || Carries(s.Span.In(paragraph))))
                .Take(MostReasons)
                .Select(s => new Reason(kinds[s.Key], s.Span.In(paragraph))),
        ];
    }

    // Capitals begin names: “UN”.
    private static bool Carries(string word) => word.Length > 3 || !char.IsLower(word[0]);
}

/// <summary>Chooses of a paragraph the words that one might quote.</summary>
internal static class FragmentChoice
{
    private const int FewestWords = 4;

    /// <summary>
    /// The stretch within one sentence that has most of what is sought in few words; null where no sentence has two words of which one
    /// could be left out.
    /// </summary>
    /// <param name="weights">Of the words that are sought.</param>
    /// <param name="language">That of the article (BCP 47), where it is known: words that only lead on to others end no fragment.</param>
    public static TextSpan? Of(string paragraph, IReadOnlyDictionary<string, double> weights, string? language = null)
    {
        var small = LanguageGuess.SmallWords(language);
        var stems = WordStems.In(paragraph).Where(s => weights.ContainsKey(s.Key)).ToList();
        var price = stems.Select(s => weights[s.Key]).DefaultIfEmpty().Max() / 25;
        TextSpan? best = null;
        var most = double.MinValue;
        var all = Words.In(paragraph);
        var sentences = Sentences.In(paragraph).ToList();
        var whole = sentences.Select(s => Sentences.Bare(s.In(paragraph))).ToHashSet(); // also where their words stand in another
        foreach (var sentence in sentences)
        {
            var words = all.Where(w => w.Start >= sentence.Start && w.End <= sentence.End).ToList();
            for (var first = 0; first < words.Count; first++)
            {
                var held = new HashSet<string>();
                var (value, next) = (0.0, stems.FindIndex(s => s.Span.Start >= words[first].Start));
                for (var last = first; last < words.Count; last++)
                {
                    var span = new TextSpan(words[first].Start, words[last].End - words[first].Start);
                    if (last - first >= CodebookRules.MaxWords && Words.Count(span.In(paragraph)) > CodebookRules.MaxWords)
                        break;
                    for (; next >= 0 && next < stems.Count && stems[next].Span.End <= span.End; next++)
                        if (held.Add(stems[next].Key))
                            value += weights[stems[next].Key];
                    var isWhole = first == 0 && last == words.Count - 1;
                    if (isWhole || (last - first + 1 < FewestWords && last - first + 1 < words.Count - 1))
                        continue;
                    var worth = value + price * (Edges(paragraph, words, first, last, small) - (last - first));
                    if (worth > most && MayBeQuoted(paragraph, span) && !whole.Contains(span.In(paragraph)))
                        (best, most) = (span, worth);
                }
            }
        }
        return best;
    }

    private static bool MayBeQuoted(string paragraph, TextSpan span) =>
        Words.Count(span.In(paragraph)) is >= 1 and <= CodebookRules.MaxWords
        && Characters.IsWhole(paragraph, span)
        && !Words.IsCutAt(paragraph, span.Start)
        && !Words.IsCutAt(paragraph, span.End);

    // Words that begin or end where a sign stands are more likely to make sense by themselves; those that end on “of the” are not.
    private static int Edges(string paragraph, List<TextSpan> words, int first, int last, IReadOnlySet<string> small) =>
        (first == 0 || HasSign(paragraph, words[first - 1].End, words[first].Start) ? 2 : 0)
        + (
            last == words.Count - 1 ? 3
            : small.Contains(words[last].In(paragraph).ToLowerInvariant()) && char.IsWhiteSpace(paragraph[words[last].End]) ? -3
            : HasSign(paragraph, words[last].End, words[last + 1].Start) ? 3
            : 0
        );

    private static bool HasSign(string paragraph, int start, int end) =>
        paragraph.AsSpan(start, end - start).ContainsAnyExcept(' ', '\u00A0');
}
