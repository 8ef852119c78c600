using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Words of a passage for which it was proposed.</summary>
/// <param name="Words">As they stand there.</param>
public sealed record Reason(ClueKind Kind, string Words);

/// <summary>
/// A sentence that may bear on a claim, and of it the fragment that one might quote. It is a proposal: it counts for nothing and is
/// stored nowhere until somebody quotes it.
/// </summary>
/// <param name="Paragraph">Counted from 1.</param>
/// <param name="Fragment">At most 15 words of it, and no whole sentence; in UTF-16 units. Empty, where its sentence begins, where no words
/// of that make sense alone.</param>
/// <param name="Why">What it was found by, the most telling first; words stand in its sentence.</param>
/// <param name="IsWeak">True where it shares one word, or only names, that stand in many paragraphs or are sought for many claims, or
/// several words of which little is made: it comes after all others.</param>
public sealed record Passage(int Paragraph, TextSpan Fragment, double Score, IReadOnlyList<Reason> Why, bool IsWeak = false)
{
    /// <summary>How many words of the fragment no other cell quotes.</summary>
    public int Fresh { get; init; }

    /// <summary>Those of <see cref="Why"/> that stand in its sentence, but not in the fragment.</summary>
    public IReadOnlyList<Reason> Outside { get; init; } = [];

    /// <summary>What else of its paragraph counted for it, in other sentences.</summary>
    public IReadOnlyList<Reason> Beside { get; init; } = [];
}

/// <summary>
/// Ranks the sentences of an article by what is known of a claim (<see cref="WordScores"/>): each by itself and by its paragraph, that also
/// by how near it is in meaning where a model has said so. Pure and the same each time.
/// </summary>
public static class PassageRanking
{
    private const double LeastOfBest = 0.1; // of the first paragraph’s score
    private const double OfParagraph = 0.8; // of a paragraph’s score goes to each of its sentences
    private const double Further = 0.5; // what a further sentence of one paragraph counts
    private const int Breadth = 3; // so many are rather of several paragraphs, and next to nothing is enough for one; from then on
    private const double Deeper = 0.65; // a further sentence of the best paragraph counts so much, of others less

    /// <summary>How much of the best score by words goes to what is nearest in meaning.</summary>
    public const double OfMeaning = 0.5;

    private sealed record Scored(int Paragraph, double Score, bool IsWeak);

    // What stands in a sentence; and those of its paragraph that are taken where nothing of it can be.
    private sealed record Candidate(Scored Paragraph, TextSpan Span, List<WordStem> Stems, double Score)
    {
        public double Telling { get; init; }
        public double Later { get; init; } // its score behind the first
        public IReadOnlyList<Candidate> Else { get; init; } = [];
    }

    /// <summary>The best sentences, first the one most likely; boilerplate is none.</summary>
    /// <param name="budget">How many words a fragment should have.</param>
    /// <param name="atMost">How many it has at most; without it twice as many.</param>
    /// <param name="left">How many may still be quoted of the article: a fragment may have so many where fewer would mislead.</param>
    /// <param name="marks">Which words weaken or evaluate, for claims that ask for such; no fragment leaves out what weakens it.</param>
    /// <param name="near">How near each paragraph is in meaning (<see cref="Nearness"/>); null where nobody has said.</param>
    /// <param name="mayLackWords">Whether a sentence is proposed too of which no words make sense alone.</param>
    /// <param name="quoted">What other cells quote of the article: those words may be quoted once more for nothing.</param>
    /// <param name="ofMeaning">How much is made of that (<see cref="OfMeaning"/>).</param>
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
        int? left = null,
        double ofMeaning = OfMeaning,
        bool mayLackWords = false,
        IReadOnlyList<Quotation>? quoted = null
    )
    {
        var words = new WordScores(clues, text, rarity, marks);
        List<int> prose = [.. Enumerable.Range(1, text.Paragraphs.Count).Where(n => !source.IsBoilerplate(n))];
        var standing = Nearness.Standing(near, prose);
        var taken = new HashSet<(int, int)>();
        var quotedIn = (quoted ?? []).ToLookup(q => q.Paragraph, text.Find);
        var paragraphs = ByParagraph(words, prose, standing, ofMeaning);
        var best = paragraphs.Select(p => p.Score).DefaultIfEmpty().Max();
        var ranked = InOrder([.. paragraphs.SelectMany(p => InSentences(p, best, words, text))]);
        return [.. ranked.Select(Proposed).OfType<Passage>().Take(most)];

        Passage? Proposed(Candidate candidate) =>
            mayLackWords
                ? Of(candidate, candidate.Score) ?? Of(candidate, candidate.Score, isWithout: true)
                : candidate.Else.Prepend(candidate).Select(c => Of(c, candidate.Score)).FirstOrDefault(p => p is not null);

        Passage? Of(Candidate sentence, double score, bool isWithout = false)
        {
            var paragraph = sentence.Paragraph.Paragraph;
            var printed = text.Paragraphs[paragraph - 1];
            List<TextSpan> others = [.. quotedIn[paragraph].OfType<TextSpan>()];
            var (found, isNear) = (words.Why(printed, sentence.Stems), standing.ContainsKey(paragraph));
            if (sentence.Paragraph.IsWeak && taken.Count >= Breadth && words.IsNothing(paragraph))
                return null;
            if ((found.Count == 0 && !isNear) || taken.Contains((paragraph, sentence.Span.Start)))
                return null;
            TextSpan? fragment = isWithout
                ? new(sentence.Span.Start, 0)
                : FragmentChoice.Of(
                    printed,
                    sentence.Stems,
                    words.Sought(found),
                    source.Language?.Value,
                    budget,
                    atMost,
                    left,
                    marks,
                    sentence.Span,
                    others
                );
            if (fragment is not { } span)
                return null;
            taken.Add((paragraph, sentence.Span.Start));
            IEnumerable<Reason> why = [.. Said(found), .. isNear ? [new Reason(ClueKind.Meaning, "")] : Array.Empty<Reason>()];
            return new(paragraph, span, score, [.. why], sentence.Paragraph.IsWeak)
            {
                Fresh = new FreshWords(printed, others).In(span),
                Outside = [.. Said(found.Where(w => !isWithout && !sentence.Stems.Exists(s => s.Key == w.Key && IsIn(s.Span, span))))],
                Beside = [.. Said(words.Why(printed, words.In(paragraph)).Where(w => !sentence.Stems.Exists(s => s.Key == w.Key)))],
            };

            static bool IsIn(TextSpan word, TextSpan fragment) => word.Start >= fragment.Start && word.End <= fragment.End;

            IEnumerable<Reason> Said(IEnumerable<WordStem> some) => some.Select(w => new Reason(words.KindOf(w.Key), w.Span.In(printed)));
        }
    }

    // A paragraph by the sentence that tells most, and by each further one that shares something telling by itself.
    private static IEnumerable<Candidate> InSentences(Scored paragraph, double best, WordScores words, ArticleText text)
    {
        var (number, printed) = (paragraph.Paragraph, text.Paragraphs[paragraph.Paragraph - 1]);
        var stems = words.In(number);
        List<Candidate> all =
        [
            .. ArticleWords
                .Of(text)
                .Sentences(number)
                .Select(s => (Span: s, Stems: stems.Where(w => w.Span.Start >= s.Start && w.Span.End <= s.End).ToList()))
                .Select(s => new Candidate(paragraph, s.Span, s.Stems, 0) { Telling = words.Telling(printed, s.Stems) })
                .OrderByDescending(s => s.Telling)
                .ThenByDescending(s => words.Weight(s.Stems)),
        ];
        for (var n = 0; n < all.Count; n++)
        {
            var (score, one) = (all[n].Telling + OfParagraph * paragraph.Score, all[n]);
            if (n == 0)
                yield return one with
                {
                    Score = score,
                    Later = score,
                    Else = [.. all.Skip(1)],
                };
            else if (one.Stems.Count > 0 && !words.IsWeak(one.Stems))
                yield return one with
                {
                    Score = Further * score,
                    Later = Math.Max(Further, Deeper * paragraph.Score / best) * score,
                };
        }
    }

    private static List<Scored> ByParagraph(WordScores words, List<int> prose, Dictionary<int, double> standing, double ofMeaning)
    {
        var byWords = prose.ToDictionary(n => n, words.Of);
        var best = byWords.Values.Append(0).Max();
        var forMeaning = best > 0 ? ofMeaning * best : 1;
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
        return scored;
    }

    // What shares little comes under all else, and scores no more than the last of that.
    private static IEnumerable<Candidate> InOrder(List<Candidate> all)
    {
        var (strong, weak) = (Deepened([.. Sorted(all.Where(c => !c.Paragraph.IsWeak))]), all.Where(c => c.Paragraph.IsWeak).ToList());
        if (strong.Count == 0 || weak.Count == 0)
            return strong.Concat(Sorted(weak));
        var (last, share) = (strong[^1].Score, Math.Min(1, strong[^1].Score / weak.Max(c => c.Score)));
        return strong.Concat(Sorted(weak.Select(c => c with { Score = Math.Min(c.Score * share, last) }))); // a product may round up
    }

    // Behind the first few another sentence of the best paragraph is likelier than the first of one that shares little.
    private static List<Candidate> Deepened(List<Candidate> sorted)
    {
        var most = sorted.Take(Breadth).Select(c => c.Score).LastOrDefault();
        return
        [
            .. sorted.Take(Breadth),
            .. Sorted(sorted.Skip(Breadth).Select(c => c with { Score = c.Later })).Select(c => c with { Score = Math.Min(c.Score, most) }),
        ];
    }

    private static IEnumerable<Candidate> Sorted(IEnumerable<Candidate> some) =>
        some.OrderByDescending(c => c.Score).ThenBy(c => c.Paragraph.Paragraph);
}
