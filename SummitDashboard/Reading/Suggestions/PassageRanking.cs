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
/// <param name="IsWeak">True where it shares one word, or only names, that stand in many paragraphs: it comes after all others.</param>
public sealed record Passage(int Paragraph, TextSpan Fragment, double Score, IReadOnlyList<Reason> Why, bool IsWeak = false);

/// <summary>
/// Ranks the paragraphs of an article by what is known of a claim (<see cref="WordScores"/>), and by how near they are in meaning where a
/// model has said so. Pure and the same each time.
/// </summary>
public static class PassageRanking
{
    private const double LeastOfBest = 0.1; // of the first one’s score
    private const double OfMeaning = 0.5; // of the best score by words goes to what is nearest

    private sealed record Scored(int Paragraph, double Score, bool IsWeak);

    /// <summary>The best paragraphs, first the one most likely; boilerplate is none.</summary>
    /// <param name="budget">How many words a fragment should have.</param>
    /// <param name="atMost">How many it has at most; without it twice as many.</param>
    /// <param name="left">How many may still be quoted of the article: a fragment may have so many where fewer would mislead.</param>
    /// <param name="marks">Which words weaken or evaluate, for claims that ask for such; no fragment leaves out what weakens it.</param>
    /// <param name="near">How near each paragraph is in meaning (<see cref="Nearness"/>); null where nobody has said.</param>
    public static IReadOnlyList<Passage> Rank(
        IReadOnlyList<Clue> clues,
        Source source,
        ArticleText text,
        WordRarity rarity,
        int most,
        int budget = CodebookRules.MaxWords,
        WordList? marks = null,
        IReadOnlyList<double>? near = null,
        int? atMost = null,
        int? left = null
    )
    {
        var words = new WordScores(clues, text, rarity, marks);
        List<int> prose = [.. Enumerable.Range(1, text.Paragraphs.Count).Where(n => !source.IsBoilerplate(n))];
        var standing = Nearness.Standing(near, prose);
        return [.. InOrder(words, prose, standing).Select(Proposed).OfType<Passage>().Take(most)];

        TextSpan? Fragment(string printed, TextSpan? within)
        {
            var stems = words.In(printed);
            if (within is { } sentence)
                stems = [.. stems.Where(s => s.Span.Start >= sentence.Start && s.Span.End <= sentence.End)];
            var sought = words.Sought(within is null ? words.Why(printed) : words.Why(printed, stems));
            return FragmentChoice.Of(printed, stems, sought, source.Language?.Value, budget, atMost, left, marks, within);
        }

        Passage? Proposed(Scored scored)
        {
            var printed = text.Paragraphs[scored.Paragraph - 1];
            var (found, isNear) = (words.Why(printed), standing.ContainsKey(scored.Paragraph));
            if (found.Count == 0 && !isNear)
                return null;
            var fragment = Fragment(printed, words.TellingSentence(printed)) ?? Fragment(printed, null);
            IEnumerable<Reason> why = found.Select(w => new Reason(words.KindOf(w.Key), w.Span.In(printed)));
            if (isNear)
                why = why.Append(new(ClueKind.Meaning, ""));
            return fragment is { } span ? new(scored.Paragraph, span, scored.Score, [.. why], scored.IsWeak) : null;
        }
    }

    // What shares a single frequent word comes under all else, and scores no more than the last of that.
    private static IEnumerable<Scored> InOrder(WordScores words, List<int> prose, Dictionary<int, double> standing)
    {
        var byWords = prose.ToDictionary(n => n, words.Of);
        var best = byWords.Values.Append(0).Max();
        var forMeaning = best > 0 ? OfMeaning * best : 1;
        List<Scored> scored =
        [
            .. prose
                .Select(n => new Scored(
                    n,
                    byWords[n] + forMeaning * standing.GetValueOrDefault(n),
                    words.IsWeak(n) && !standing.ContainsKey(n)
                ))
                .Where(p => p.Score > 0),
        ];
        var least = scored.Select(p => p.Score).DefaultIfEmpty().Max() * LeastOfBest;
        scored.RemoveAll(p => p.Score < least);
        var (strong, weak) = (scored.Where(p => !p.IsWeak).Select(p => p.Score), scored.Where(p => p.IsWeak).Select(p => p.Score));
        var share = strong.Any() && weak.Any() ? Math.Min(1, strong.Min() / weak.Max()) : 1;
        return scored
            .Select(p => p.IsWeak ? p with { Score = p.Score * share } : p)
            .OrderBy(p => p.IsWeak)
            .ThenByDescending(p => p.Score)
            .ThenBy(p => p.Paragraph);
    }
}
