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
