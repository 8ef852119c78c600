using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <content>What words need behind them: conditions what hangs on them, and verbs what is denied of them.</content>
internal sealed partial class SentenceScope
{
    // “That if either side is attacked, [the other helps]”: a condition says nothing without what hangs on it.
    private void KeepConditions()
    {
        foreach (var first in Conditions())
        {
            var end = ClauseEnd(first);
            var isBefore = first == 0 || !IsBeside(first) || scope.BeginsClause(words[first - 1].In(paragraph));
            Need(first, isBefore ? Math.Min(end + 1, words.Count - 1) : end);
        }
    }

    /// <summary>True where a condition is left out that what is quoted may hang on: “[if Velmar is attacked,] Falk will help”.</summary>
    public bool LacksCondition(int first, int last) =>
        Conditions()
            .Any(c =>
                (c < first || c > last)
                && !Enumerable
                    .Range(Math.Min(c, last) + 1, Math.Max(c, first) - Math.Min(c, last) - 1)
                    .Any(n => Has(n, ";:；：؛") || (EndsBefore(n) && scope.Turns(words[n].In(paragraph))))
            );

    // “If”, “unless”; “that [while there may be]”.
    private IEnumerable<int> Conditions() =>
        Enumerable
            .Range(0, words.Count)
            .Where(n =>
                scope.IsCondition(words[n].In(paragraph))
                || (
                    n > 0
                    && !small.HasCapitals
                    && scope.BeginsClause(words[n - 1].In(paragraph))
                    && IsBeside(n)
                    && small.Is(words[n].In(paragraph), WordRoles.Opening)
                )
            );

    // “Announced [no new measures]”, “did not land [until Wednesday]”.
    private void KeepDenied()
    {
        var last = -1;
        for (var n = 1; n < words.Count; n++)
        {
            if (EndsBefore(n) || Has(n, ";:；：؛"))
                last = -1;
            var word = words[n].In(paragraph);
            if (
                word.Equals("not", StringComparison.OrdinalIgnoreCase)
                || word.EndsWith("n't", StringComparison.Ordinal)
                || word.EndsWith("n’t", StringComparison.Ordinal)
            )
                last = n;
            else if (last >= 0 && n - last < Far && word is "until" or "till")
                Need(last, ClauseEnd(n));
            if (
                !IsBeside(n)
                || !IsOfObject(word)
                || small.Is(words[n - 1].In(paragraph), WordRoles.Preposition | WordRoles.Opening | WordRoles.Joining)
            )
                continue;
            var end = small.HasCapitals ? ClauseEnd(n) : n;
            for (var m = n - 1; m >= Math.Max(0, n - Far); m--)
            {
                Need(m, end);
                if (m > 0 && (Has(m, ",;:，；：،؛–—") || small.Is(words[m - 1].In(paragraph), WordRoles.Opening)))
                    break;
            }
        }
    }

    // “[The port is said to] hold flour, oil and salt”: what somebody is said to do is of him, as far as a fragment holds it.
    private void KeepRaised(List<Predicate> predicates)
    {
        for (var n = 1; n < words.Count; n++)
        {
            if (RaisedAt(n) is not { } verb)
                continue;
            var said = predicates.Find(p => p.Verb <= verb && p.End >= verb - 1);
            if (said.Verb == 0 || said.Subject >= said.Verb)
                continue;
            var end = ListEnd(ClauseEnd(n));
            for (var m = said.Verb; m <= end && m - said.Subject < CodebookRules.MaxWords; m++)
                from[m] = Math.Min(from[m], said.Subject);
        }
    }

    // The raising word, where its infinitive follows: “is widely believed | to hold”, “appears | to hold”, “soll | Öl erhalten”.
    private int? RaisedAt(int n)
    {
        if (small.HasCapitals)
            return Raising.Contains(words[n].In(paragraph)) ? n : null;
        if (words[n].In(paragraph) is not "to" || n + 1 == words.Count || !IsBeside(n) || !IsBeside(n + 1))
            return null;
        var word = words[n - 1].In(paragraph);
        if (Seeming.Contains(word))
            return n - 1;
        var at = n - 2;
        while (
            at > 0
            && (small.Is(words[at].In(paragraph), WordRoles.Adverb) || words[at].In(paragraph).EndsWith("ly", StringComparison.Ordinal))
        )
            at--;
        return at >= 0 && Raised.Contains(word) && small.Is(words[at].In(paragraph), WordRoles.Passive) ? n - 1 : null;
    }

    // “Flour [, oil and hard currency]”: up to the last of what is listed behind a word.
    private int ListEnd(int end)
    {
        for (var first = end + 1; first < words.Count && Has(first, ","); first = end + 1)
        {
            var joined = first;
            while (
                joined < words.Count
                && joined - first <= Few
                && small.Is(words[joined].In(paragraph), WordRoles.Joining) is false
                && !(joined > first && Has(joined, ",;:"))
            )
                joined++;
            var isItem =
                joined < words.Count
                && joined - first <= Few
                && Enumerable.Range(first, joined - first).All(n => (small[words[n].In(paragraph)] & ~WordRoles.Determiner) == 0);
            if (!isItem || (joined == first && first + 2 < words.Count && small.Is(words[first + 1].In(paragraph), WordRoles.Pronoun)))
                break;
            end = small.Is(words[joined].In(paragraph), WordRoles.Joining) ? ClauseEnd(joined) : joined - 1;
        }
        return end;
    }

    // “[Echoes] the treaty of 1961”, “[verstößt] gegen das Abkommen”.
    private void KeepRelated()
    {
        for (var n = 1; n + 1 < words.Count; n++)
        {
            if (
                !FrequentVerbs.IsRelating(words[n].In(paragraph))
                || small.Is(words[n - 1].In(paragraph), WordRoles.Determiner | WordRoles.Preposition | WordRoles.Binding)
            )
                continue;
            var end = n;
            while (end + 1 < words.Count && IsBeside(end + 1) && !Leaves(end + 1, n))
                end++;
            for (var m = n + 1; m <= end; m++)
                from[m] = Math.Min(from[m], n);
        }

        bool Leaves(int n, int verb) =>
            small[words[n].In(paragraph)] is var roles
            && (
                (roles & WordRoles.Preposition) != 0 && !(small.HasCapitals && n == verb + 1)
                || ((roles & (WordRoles.Opening | WordRoles.Joining)) != 0 && (roles & WordRoles.Determiner) == 0)
            );
    }

    private static readonly string[] Raised =
    [
        .. "said believed thought reported expected likely unlikely supposed alleged rumoured rumored understood".Split(' '),
    ];
    private static readonly string[] Seeming = [.. "appear appears appeared seem seems seemed".Split(' ')];
    private static readonly string[] Raising = [.. "soll sollen dürfte dürften scheint scheinen".Split(' ')];

    // “No”, “nothing”, “keine”: a denial that is of a noun.
    private bool IsOfObject(string word) =>
        scope.IsNegator(word)
            ? word.ToLowerInvariant() is "no" or "nothing" or "nobody" or "none" or "neither" or "nichts" or "niemand" && !IsSpanish
            : small.HasCapitals && word.StartsWith("kein", StringComparison.OrdinalIgnoreCase);

    private bool IsSpanish => scope.IsNegator("nunca");

    private int ClauseEnd(int n)
    {
        var end = n;
        while (end + 1 < words.Count && end - n < Far && !EndsBefore(end + 1) && !Has(end + 1, ";:；：؛"))
            end++;
        return end;
    }

    private void Need(int word, int end) => until[word] = Math.Max(until[word], end);
}
