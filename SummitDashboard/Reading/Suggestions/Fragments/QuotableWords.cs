using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>What one might quote where a word was found: a word by itself says little.</summary>
public static class QuotableWords
{
    // Of a clause that is longer than may be quoted, about so many words.
    private const int Usual = 10;

    // Words that it may be longer or shorter for the other half of a bracket or a quotation mark.
    private const int Unclosed = 8;

    // So many words more or less than between two signs for what makes more sense.
    private const int OfWorth = 1;

    /// <summary>
    /// The clause around a place, within its sentence and no more than may be quoted, nor all of the sentence, that says no other than the
    /// sentence does. What has some words already stays as it was sought.
    /// </summary>
    /// <param name="language">That of the article (BCP 47), where it is known: words that only lead on to others end nothing.</param>
    /// <param name="marks">Which words weaken, and which report.</param>
    public static TextSpan Around(string paragraph, TextSpan found, string? language, WordList? marks = null)
    {
        if (Words.Count(found.In(paragraph)) >= QuoteBudget.FewestWords)
            return found;
        var sentence = Sentences.In(paragraph).FirstOrDefault(s => s.Start <= found.Start && s.End >= found.End);
        var words = Words.In(paragraph).Where(w => w.Start >= sentence.Start && w.End <= sentence.End).ToList();
        var first = words.FindIndex(w => w.End > found.Start);
        var last = words.FindLastIndex(w => w.Start < found.End);
        if (first < 0 || last < first)
            return found;
        if (ClauseUnits.AreKnown(language, paragraph) && Unit(paragraph, words, first, last, language, marks) is { } unit)
            return unit;
        var scope = new SentenceScope(paragraph, words, language, marks);
        var isKnown = ClauseUnits.AreKnown(language, paragraph);
        var units = isKnown ? new ClauseUnits(paragraph, words, language, scope.Reports) : null;
        var (small, pairs) = (FunctionWords.Of(language), new MarkPairs(paragraph));
        var all = (From: 0, To: words.Count - 1);
        // That somebody says so is left out where enough is left that says no other.
        var within = isKnown ? all : ReportingFrame.Within(paragraph, words, (first, last), language, scope.Reports, marks);
        return (within == all ? null : Nearest(within)) ?? Nearest(all) ?? found;

        TextSpan? Nearest((int From, int To) within)
        {
            var (from, to) = Clause(paragraph, words, first, last);
            (from, to) = (Math.Max(from, within.From), Math.Min(to, within.To));
            if (from == 0 && to == words.Count - 1)
                (from, to) = first > 0 ? (1, to) : (from, to - 1);
            while (to > last && (Count(from, to) > CodebookRules.MaxWords || LeadsOn(to)))
                to--;
            if (to < last)
                return null;
            (TextSpan? chosen, var least) = (null, int.MaxValue);
            for (var start = first; start >= within.From && last - start < CodebookRules.MaxWords; start--)
            for (var end = last; end <= within.To && end - start < CodebookRules.MaxWords; end++)
            {
                if (
                    (start == 0 && end == words.Count - 1)
                    || !scope.Allows(start, end)
                    || (end > to && LeadsOn(end))
                    || units?.IsTornBefore(start) == true
                )
                    continue;
                var span = Across(start, end);
                if (!pairs.AreWhole(span))
                    span = pairs.With(paragraph, span);
                var cost = Math.Abs(start - from) + Math.Abs(end - to) + (pairs.AreWhole(span) ? 0 : Unclosed);
                if (cost < least && Words.Count(span.In(paragraph)) is >= QuoteBudget.FewestWords and <= CodebookRules.MaxWords)
                    (chosen, least) = (span, cost);
            }
            return chosen;
        }

        TextSpan Across(int start, int end) => new(words[start].Start, words[end].End - words[start].Start);
        int Count(int start, int end) => Words.Count(Across(start, end).In(paragraph));
        bool LeadsOn(int n) => n + 1 < words.Count && !HasSign(paragraph, words, n + 1) && FunctionWords.Has(small, words[n].In(paragraph));
    }

    // The clause or phrase around it, as near as can be to what stands between two signs; or the sentence without what it can do without.
    private static TextSpan? Unit(string paragraph, List<TextSpan> words, int first, int last, string? language, WordList? marks)
    {
        var (scope, pairs) = (new SentenceScope(paragraph, words, language, marks), new MarkPairs(paragraph));
        var units = new ClauseUnits(paragraph, words, language, scope.Reports);
        var (from, to) = units.Between(first, last);
        (TextSpan? chosen, var least) = (null, int.MaxValue);
        for (var start = first; start >= 0 && last - start < CodebookRules.MaxWords; start--)
        for (var end = last; end < words.Count && end - start < CodebookRules.MaxWords; end++)
        {
            if (
                (start == 0 && end == words.Count - 1)
                || !scope.Allows(start, end)
                || units.Worth(start, end) is not (not ClauseUnits.Nowhere and var worth)
            )
                continue;
            var cost = Math.Abs(start - from) + Math.Abs(end - to) - worth * OfWorth;
            if (cost < least && Quotable(start, end, QuoteBudget.FewestWords) is { } span)
                (chosen, least) = (span, cost);
        }
        var shortened = units.Shortened().Where(s => s.First <= first && s.Last >= last && scope.Allows(s.First, s.Last));
        return chosen ?? shortened.Select(s => Quotable(s.First, s.Last, 2)).FirstOrDefault(s => s is not null);

        TextSpan? Quotable(int start, int end, int fewest)
        {
            var span = units.WithPoint(new(words[start].Start, words[end].End - words[start].Start), end);
            span = pairs.AreWhole(span) ? span : pairs.With(paragraph, span);
            var count = Words.Count(span.In(paragraph));
            return pairs.AreWhole(span) && count >= fewest && count <= CodebookRules.MaxWords ? span : null;
        }
    }

    // From sign to sign; more where that is too little, less where it is too much.
    private static (int From, int To) Clause(string paragraph, List<TextSpan> words, int first, int last)
    {
        var (from, to) = (first, last);
        while (from > 0 && !HasSign(paragraph, words, from))
            from--;
        while (to + 1 < words.Count && !HasSign(paragraph, words, to + 1))
            to++;
        if (to - from + 1 < QuoteBudget.FewestWords)
            to = Math.Min(words.Count - 1, from + Usual - 1);
        if (to - from + 1 < QuoteBudget.FewestWords)
            from = Math.Max(0, to - Usual + 1);
        if (Words.Count(paragraph[words[from].Start..words[to].End]) > CodebookRules.MaxWords)
            (from, to) = (Math.Max(from, Math.Min(first, to - Usual + 1)), Math.Min(to, Math.Max(last, first + Usual - 1)));
        return (from, to);
    }

    // Before the word.
    private static bool HasSign(string paragraph, List<TextSpan> words, int n) =>
        paragraph.AsSpan(words[n - 1].End, words[n].Start - words[n - 1].End).ContainsAnyExcept(' ', '\u00A0');
}
