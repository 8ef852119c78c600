using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Chooses of a paragraph the words that one might quote.</summary>
internal static class FragmentChoice
{
    private const int FewestWords = 4;
    private const int DearFrom = 5;
    private const int LeastEdges = 2; // of what is shortened
    private const int LeastSaved = 3; // words, by what is too long nonetheless
    private const double Enough = 0.6; // of the weight of what it was chosen for
    private const int Unclosed = 8; // words that a bracket or a quotation mark costs whose other half is left out

    /// <summary>
    /// The stretch within one sentence that has most of what is sought in few words; null where no sentence has two words of which one
    /// could be left out.
    /// </summary>
    /// <param name="found">What is sought, where it stands in the paragraph.</param>
    /// <param name="weights">Of what it is quoted for.</param>
    /// <param name="language">That of the article (BCP 47), where it is known: words that only lead on to others end no fragment.</param>
    /// <param name="budget">How many words it should have; more only for what weighs much.</param>
    /// <param name="atMost">How many it has at most; without it twice as many.</param>
    /// <param name="left">How many may still be quoted of the article, where that is known: so many may be taken of it rather than
    /// leave out what denies or doubts the words.</param>
    /// <param name="marks">Which words weaken, and which report.</param>
    /// <param name="within">The sentence of which it is; without it any.</param>
    /// <param name="quoted">What of the paragraph other cells quote: it costs nothing to quote it once more.</param>
    public static TextSpan? Of(
        string paragraph,
        IEnumerable<WordStem> found,
        IReadOnlyDictionary<string, double> weights,
        string? language,
        int budget,
        int? atMost = null,
        int? left = null,
        WordList? marks = null,
        TextSpan? within = null,
        IReadOnlyList<TextSpan>? quoted = null
    )
    {
        var small = Smalls.Of(language);
        var hasClauses = ClauseUnits.AreKnown(language, paragraph);
        var stems = found.Where(s => weights.ContainsKey(s.Key)).ToList();
        var most = Math.Min(CodebookRules.MaxWords, atMost ?? 2 * budget);
        var further = Math.Min(CodebookRules.MaxWords, Math.Max(most, left ?? CodebookRules.MaxWords));
        var fewest = Math.Min(FewestWords, budget);
        var fitting = Math.Min(most, left ?? most);
        // Where no word is sought, it is the words that make most sense by themselves.
        var price =
            stems.Count == 0 ? 1 : stems.Select(s => weights[s.Key]).Order().TakeLast(2).DefaultIfEmpty().Min() / (DearFrom + budget);
        var fresh = new FreshWords(paragraph, quoted ?? []);
        (TextSpan Span, SentenceScope Scope, List<TextSpan> Words)? best = null;
        var greatest = double.MinValue;
        var all = Words.In(paragraph);
        var pairs = new MarkPairs(paragraph);
        var sentences = Sentences.In(paragraph).ToList();
        var whole = sentences.Select(s => Sentences.Bare(s.In(paragraph))).ToHashSet(); // also where their words stand in another
        foreach (var sentence in within is { } one ? [one] : sentences)
        {
            var words = all.Where(w => w.Start >= sentence.Start && w.End <= sentence.End).ToList();
            var scope = new SentenceScope(paragraph, words, language, marks);
            var units = hasClauses ? new ClauseUnits(paragraph, words, language, scope.Reports) : null;
            var choice = units is null
                ? Best(words, most, budget, null, null)
                : Best(words, left is null ? most : further, budget, scope, units)
                    ?? Best(words, further, budget, scope, units)
                    ?? Shortened(words, scope, units);
            if (units is not null && left is not null && choice is { } free && fresh.In(free.Span) > fitting)
                choice = Tighter(words, free.Span, scope, units) ?? choice;
            if (units is null && choice is { } chosen && !Allows(scope, words, chosen.Span))
                choice = Best(words, further, budget, scope, null);
            if (choice is { } its && its.Worth > greatest)
                (best, greatest) = ((its.Span, scope, words), its.Worth);
        }
        if (hasClauses)
            return best?.Span;
        return best is { } fragment && Trimmed(paragraph, fragment.Span, small.Functions, whole) is var trimmed
            ? (Allows(fragment.Scope, fragment.Words, trimmed) ? trimmed : fragment.Span)
            : null;

        // What takes fewest of the words that are left, and still says most of what it was chosen for.
        (TextSpan Span, double Worth)? Tighter(List<TextSpan> words, TextSpan chosen, SentenceScope scope, ClauseUnits units)
        {
            var least = Enough * Held(chosen).Sum(k => weights[k]);
            for (var size = fitting; size == fitting || size <= fresh.In(chosen) - LeastSaved; size++)
                if (Best(words, size, budget, scope, units, least) is { } tight)
                    return tight;
            return null;
        }

        HashSet<string> Held(TextSpan span) =>
            [.. stems.Where(s => s.Span.Start >= span.Start && s.Span.End <= span.End).Select(s => s.Key)];

        (TextSpan Span, double Worth)? Best(
            List<TextSpan> words,
            int size,
            int share,
            SentenceScope? scope,
            ClauseUnits? units,
            double? least = null
        )
        {
            var isShort = least is not null;
            (TextSpan, double)? chosen = null;
            var top = double.MinValue;
            for (var first = 0; first < words.Count; first++)
            {
                if (scope?.IsBound(first) == true || units?.Beginning(first, isShort) == ClauseUnits.Nowhere)
                    continue;
                var (held, end) = (new HashSet<string>(), first);
                var (value, next) = (0.0, stems.FindIndex(s => s.Span.Start >= words[first].Start));
                for (
                    var last = first;
                    last < words.Count && !(scope?.LatestBeginning(last) < first || scope?.LatestEnd(first) < last);
                    last++
                )
                {
                    end = Math.Max(end, scope?.EarliestEnd(last) ?? first);
                    var span = new TextSpan(words[first].Start, words[last].End - words[first].Start);
                    if (last - first >= size && (fresh.In(span) > size || Words.Count(span.In(paragraph)) > CodebookRules.MaxWords))
                        break;
                    for (; next >= 0 && next < stems.Count && stems[next].Span.End <= span.End; next++)
                        if (held.Add(stems[next].Key))
                            value += weights[stems[next].Key];
                    var isWhole = first == 0 && last == words.Count - 1;
                    if (isWhole || end > last || scope?.IsBound(last + 1) == true || IsTooShort(last - first + 1, words.Count))
                        continue;
                    // All that is sought is denied and too far from what denies it, or that leads on to what is left out.
                    if (
                        scope is not null
                        && (
                            (stems.Count > 0 && held.Count == 0)
                            || (units is null && FragmentEdges.Ending(paragraph, words, first, last, small) <= FragmentEdges.LeadsOn)
                        )
                    )
                        continue;
                    if (
                        (units?.Worth(first, last, isShort) ?? FragmentEdges.Of(paragraph, words, first, last, small)) is var edges
                        && edges == ClauseUnits.Nowhere
                    )
                        continue;
                    // What is shortened is held to more: it takes the place of words that say more.
                    if (
                        isShort && (edges < LeastEdges || value < least || units!.IsHung(first, last) || scope!.LacksCondition(first, last))
                    )
                        continue;
                    span = units?.WithPoint(span, last) ?? span;
                    var isClosed = pairs.AreWhole(span);
                    if (!isClosed)
                        (span, isClosed) = pairs.With(paragraph, span) is var more && pairs.AreWhole(more) ? (more, true) : (span, false);
                    if (units is not null && !isClosed)
                        continue;
                    var beyond = Math.Max(0, Math.Min(last - first + 1, fresh.In(span)) - share);
                    var worth =
                        value - (isClosed ? 0 : Unclosed * price) + price * (edges - (last - first) - beyond / (units is null ? 1.0 : 2.0));
                    if (worth > top && MayBeQuoted(paragraph, span) && !whole.Contains(span.In(paragraph)))
                        (chosen, top) = ((span, worth), worth);
                }
            }
            return chosen;
        }

        (TextSpan Span, double Worth)? Shortened(List<TextSpan> words, SentenceScope scope, ClauseUnits units)
        {
            foreach (var (first, last) in words.Count <= CodebookRules.MaxWords + 2 ? units.Shortened() : [])
            {
                var span = new TextSpan(words[first].Start, words[last].End - words[first].Start);
                var held = Held(span);
                if (
                    scope.Allows(first, last)
                    && (held.Count > 0 || stems.Count == 0)
                    && pairs.AreWhole(span)
                    && fresh.In(span) <= further
                    && MayBeQuoted(paragraph, span)
                    && !whole.Contains(span.In(paragraph))
                )
                    return (span, held.Sum(k => weights[k]) - price * words.Count);
            }
            return null;
        }

        bool IsTooShort(int count, int all) => hasClauses ? count < Math.Min(fewest, (all + 1) / 2) : count < fewest && count < all - 1;
    }

    private static bool Allows(SentenceScope scope, List<TextSpan> words, TextSpan span)
    {
        var first = words.FindIndex(w => w.Start >= span.Start);
        var last = words.FindLastIndex(w => w.End <= span.End);
        return scope.Allows(first, last);
    }

    // Few words may leave no choice but to end on one that leads on: then fewer do.
    private static TextSpan Trimmed(string paragraph, TextSpan chosen, IReadOnlySet<string> small, HashSet<string> whole)
    {
        var words = Words.In(chosen.In(paragraph));
        var last = words.Count - 1;
        if (chosen.Start + words[last].End == chosen.End && chosen.End < paragraph.Length && char.IsWhiteSpace(paragraph[chosen.End]))
            while (last > 0 && FunctionWords.Has(small, words[last].In(chosen.In(paragraph))))
                last--;
        var trimmed = last == words.Count - 1 ? chosen : new(chosen.Start, words[last].End);
        return MayBeQuoted(paragraph, trimmed) && !whole.Contains(trimmed.In(paragraph)) ? trimmed : chosen;
    }

    private static bool MayBeQuoted(string paragraph, TextSpan span) =>
        Words.Count(span.In(paragraph)) is >= 1 and <= CodebookRules.MaxWords
        && Characters.IsWhole(paragraph, span)
        && !Words.IsCutAt(paragraph, span.Start)
        && !Words.IsCutAt(paragraph, span.End);
}
