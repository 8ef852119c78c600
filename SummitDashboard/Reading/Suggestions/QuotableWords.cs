using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>What one might quote where a word was found: a word by itself says little.</summary>
public static class QuotableWords
{
    // Of a clause that is longer than may be quoted, about so many words.
    private const int Usual = 10;

    /// <summary>
    /// The clause around a place, within its sentence and no more than may be quoted, nor all of the sentence. What has some words already
    /// stays as it was sought.
    /// </summary>
    /// <param name="language">That of the article (BCP 47), where it is known: words that only lead on to others end nothing.</param>
    public static TextSpan Around(string paragraph, TextSpan found, string? language)
    {
        if (Words.Count(found.In(paragraph)) >= QuoteBudget.FewestWords)
            return found;
        var sentence = Sentences.In(paragraph).FirstOrDefault(s => s.Start <= found.Start && s.End >= found.End);
        var words = Words.In(paragraph).Where(w => w.Start >= sentence.Start && w.End <= sentence.End).ToList();
        var first = words.FindIndex(w => w.End > found.Start);
        var last = words.FindLastIndex(w => w.Start < found.End);
        if (first < 0 || last < first)
            return found;
        var (from, to) = (first, last);
        while (from > 0 && !HasSign(from))
            from--;
        while (to + 1 < words.Count && !HasSign(to + 1))
            to++;
        if (to - from + 1 < QuoteBudget.FewestWords)
            to = Math.Min(words.Count - 1, from + Usual - 1);
        if (to - from + 1 < QuoteBudget.FewestWords)
            from = Math.Max(0, to - Usual + 1);
        if (Count() > CodebookRules.MaxWords)
            (from, to) = (Math.Max(from, Math.Min(first, to - Usual + 1)), Math.Min(to, Math.Max(last, first + Usual - 1)));
        var small = FunctionWords.Of(language);
        if (from == 0 && to == words.Count - 1)
            (from, to) = first > 0 ? (1, to) : (from, to - 1);
        while (to > last && (Count() > CodebookRules.MaxWords || (to + 1 < words.Count && !HasSign(to + 1) && IsSmall(to))))
            to--;
        return to >= last && Count() is >= QuoteBudget.FewestWords and <= CodebookRules.MaxWords ? Chosen() : found;

        TextSpan Chosen() => new(words[from].Start, words[to].End - words[from].Start);
        int Count() => Words.Count(Chosen().In(paragraph));
        bool IsSmall(int n) => FunctionWords.Has(small, words[n].In(paragraph));
        bool HasSign(int n) => // before the word
            paragraph.AsSpan(words[n - 1].End, words[n].Start - words[n - 1].End).ContainsAnyExcept(' ', '\u00A0');
    }
}
