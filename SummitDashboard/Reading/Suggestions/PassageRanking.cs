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
/// Ranks the paragraphs of an article by what is known of a claim (BM25 over its words, weighted by where these were taken from), and by
/// how near they are in meaning where a model has said so. Pure and the same each time.
/// </summary>
public static class PassageRanking
{
    private const double Saturation = 1.2; // BM25’s k1 and b
    private const double OfLength = 0.5;
    private const double LeastRarity = 0.5;
    private const double LeastOfBest = 0.1; // of the first one’s score
    private const int MostReasons = 5;

    // Near is what stands out of the article by so many standard deviations; so much of the best score is given to what does by three.
    private const double NearFrom = 1;
    private const double NearAtMost = 3;
    private const double OfMeaning = 0.5;

    // So rare is what stands in every fifth of many paragraphs, or twice among ten.
    private const double TellingAlone = 1.6;

    /// <summary>The best paragraphs, first the one most likely; boilerplate is none.</summary>
    /// <param name="budget">How many words a fragment should have at most.</param>
    /// <param name="marks">Which words weaken or evaluate, for claims that ask for such.</param>
    /// <param name="near">How near each paragraph is in meaning (<see cref="Nearness"/>); null where nobody has said.</param>
    public static IReadOnlyList<Passage> Rank(
        IReadOnlyList<Clue> clues,
        Source source,
        ArticleText text,
        WordRarity rarity,
        int most,
        int budget = CodebookRules.MaxWords,
        WordList? marks = null,
        IReadOnlyList<double>? near = null
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
        List<int> prose = [.. Enumerable.Range(1, words.Paragraphs).Where(n => !source.IsBoilerplate(n))];
        var standing = Standing(prose, near);
        var byWords = prose.ToDictionary(n => n, Score);
        var forMeaning = OfMeaning * byWords.Values.Append(0).Max() is > 0 and var most1 ? most1 : 1;
        List<(int Paragraph, double Score, bool IsWeak)> scored =
        [
            .. prose
                .Select(n => (n, byWords[n] + forMeaning * standing.GetValueOrDefault(n), IsWeak(n) && !standing.ContainsKey(n)))
                .Where(p => p.Item2 > 0),
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
            var why = Why(printed, weights, kinds, marks);
            var isNear = standing.ContainsKey(paragraph);
            if (
                (why.Count == 0 && !isNear)
                || FragmentChoice.Of(printed, Sought(why), source.Language?.Value, budget, marks) is not { } fragment
            )
                return null;
            var reasons = why.Select(w => new Reason(kinds[w.Key], w.Span.In(printed)));
            return new(
                paragraph,
                fragment,
                score,
                [.. reasons, .. isNear ? [new Reason(ClueKind.Meaning, "")] : Array.Empty<Reason>()],
                isWeak
            );
        }

        // What it was found by is what it is quoted for, before all the first of it.
        Dictionary<string, double> Sought(IReadOnlyList<WordStem> why)
        {
            var sought = why.ToDictionary(w => w.Key, w => weights[w.Key]);
            if (why.Count > 0)
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

    // Of the paragraphs that stand out in meaning, by how much, 0 to 1. Where all are alike none does.
    private static Dictionary<int, double> Standing(List<int> prose, IReadOnlyList<double>? near)
    {
        if (near is null || prose.Count < 3)
            return [];
        var mean = prose.Average(n => near[n - 1]);
        var spread = Math.Sqrt(prose.Average(n => Math.Pow(near[n - 1] - mean, 2)));
        return spread < 1e-6
            ? []
            : prose
                .Select(n => (n, By: (near[n - 1] - mean) / spread))
                .Where(p => p.By >= NearFrom)
                .ToDictionary(p => p.n, p => Math.Min(1, p.By / NearAtMost));
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
