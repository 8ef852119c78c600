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
/// <param name="IsWeak">True where it shares a single word that stands in many paragraphs: then it comes after all others.</param>
public sealed record Passage(int Paragraph, TextSpan Fragment, double Score, IReadOnlyList<Reason> Why, bool IsWeak = false);

/// <summary>
/// Ranks the paragraphs of an article by what is known of a claim (BM25 over its words, weighted by where these were taken from). Pure and
/// the same each time.
/// </summary>
public static class PassageRanking
{
    private const double Saturation = 1.2; // BM25’s k1 and b
    private const double OfLength = 0.5;
    private const double LeastRarity = 0.5;
    private const double LeastOfBest = 0.1; // of the first one’s score
    private const int MostReasons = 5;

    // So rare is what stands in every fifth of many paragraphs, or twice among ten.
    private const double TellingAlone = 1.6;

    /// <summary>The best paragraphs, first the one most likely; boilerplate is none.</summary>
    /// <param name="budget">How many words a fragment should have at most.</param>
    /// <param name="marks">Which words weaken or evaluate, for claims that ask for such.</param>
    public static IReadOnlyList<Passage> Rank(
        IReadOnlyList<Clue> clues,
        Source source,
        ArticleText text,
        WordRarity rarity,
        int most,
        int budget = CodebookRules.MaxWords,
        WordList? marks = null
    )
    {
        var words = ArticleWords.Of(text);
        if (!clues.Any(c => c.Kind is ClueKind.Hedge or ClueKind.Loaded))
            marks = null;
        List<Dictionary<string, int>>? marked = marks is null
            ? null
            : [.. text.Paragraphs.Select(p => SoughtWords.Marked(p, marks).CountBy(s => s.Key).ToDictionary())];
        // What stands in most paragraphs is no reason to propose one.
        var weights = clues
            .Select(c => (c.Key, c.Weight, Rarity: Rarity(c)))
            .Where(c => c.Rarity > LeastRarity)
            .ToDictionary(c => c.Key, c => c.Weight * c.Rarity);
        var average = Enumerable.Range(1, words.Paragraphs).Select(words.Length).DefaultIfEmpty(1).Average();
        var kinds = clues.ToDictionary(c => c.Key, c => c.Kind);
        List<(int Paragraph, double Score, bool IsWeak)> scored =
        [
            .. Enumerable
                .Range(1, words.Paragraphs)
                .Where(n => !source.IsBoilerplate(n))
                .Select(n => (Paragraph: n, Score: Score(n), IsWeak: IsWeak(n)))
                .Where(p => p.Score > 0),
        ];
        var least = scored.Select(p => p.Score).DefaultIfEmpty().Max() * LeastOfBest;
        scored.RemoveAll(p => p.Score < least);
        // Under all else: none scores more than the last of the others.
        var (strong, weak) = (scored.Where(p => !p.IsWeak).Select(p => p.Score), scored.Where(p => p.IsWeak).Select(p => p.Score));
        var share = strong.Any() && weak.Any() ? Math.Min(1, strong.Min() / weak.Max()) : 1;
        return
        [
            .. scored
                .Select(p => p.IsWeak ? p with { Score = p.Score * share } : p)
                .OrderBy(p => p.IsWeak)
                .ThenByDescending(p => p.Score)
                .ThenBy(p => p.Paragraph)
                .Select(p => Proposed(p.Paragraph, p.Score, p.IsWeak))
                .OfType<Passage>()
                .Take(most),
        ];

        double Rarity(Clue clue) =>
            marked is not null && clue.Kind is ClueKind.Hedge or ClueKind.Loaded
                ? WordRarity.Of(marked!.Count(m => m.ContainsKey(clue.Key)), marked!.Count)
                : rarity.Of(clue.Key);

        int Count(int paragraph, string key) =>
            words.Count(paragraph, key) is > 0 and var count ? count : marked?[paragraph - 1].GetValueOrDefault(key) ?? 0;

        bool IsWeak(int paragraph) =>
            weights.Keys.Where(k => Count(paragraph, k) > 0).Take(2).ToList() is [var only]
            && kinds[only] == ClueKind.Word
            && rarity.Of(only) < TellingAlone;

        Passage? Proposed(int paragraph, double score, bool isWeak)
        {
            var printed = text.Paragraphs[paragraph - 1];
            return
                Why(printed, weights, kinds, marks) is { Count: > 0 } why
                && FragmentChoice.Of(printed, Sought(why), source.Language?.Value, budget, marks) is { } fragment
                ? new(paragraph, fragment, score, [.. why.Select(w => new Reason(kinds[w.Key], w.Span.In(printed)))], isWeak)
                : null;
        }

        // What it was found by is what it is quoted for, before all the first of it.
        Dictionary<string, double> Sought(IReadOnlyList<WordStem> why)
        {
            var sought = why.ToDictionary(w => w.Key, w => weights[w.Key]);
            sought[why[0].Key] += sought.Values.Sum();
            return sought;
        }

        double Score(int paragraph)
        {
            var norm = Saturation * (1 - OfLength + OfLength * words.Length(paragraph) / average);
            var score = 0.0;
            foreach (var (key, weight) in weights)
                if (Count(paragraph, key) is > 0 and var count)
                    score += weight * count * (Saturation + 1) / (count + norm);
            return score;
        }
    }

    // The words that weigh most, each once, as they are first printed there; what adds little is not named, nor are short words, which
    // join others more often than they carry something. Where nothing else is shared there is no reason.
    private static IReadOnlyList<WordStem> Why(
        string paragraph,
        Dictionary<string, double> weights,
        Dictionary<string, ClueKind> kinds,
        WordList? marks
    )
    {
        var found = SoughtWords
            .In(paragraph, marks)
            .Where(s => weights.ContainsKey(s.Key))
            .DistinctBy(s => s.Key)
            .OrderByDescending(s => weights[s.Key])
            .ThenBy(s => s.Span.Start)
            .DistinctBy(s => s.Span) // a day by its name may be sought besides
            .ToList();
        return
        [
            .. found
                .Where(s =>
                    (SoughtWords.IsAnyOf(s.Key) || weights[s.Key] * 4 >= weights[found[0].Key])
                    && (kinds[s.Key] != ClueKind.Word || Carries(s.Span.In(paragraph)))
                )
                .Take(MostReasons),
        ];
    }

    // Capitals begin names: “UN”.
    private static bool Carries(string word) => word.Length > 3 || !char.IsLower(word[0]);
}
