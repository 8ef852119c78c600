namespace SummitDashboard.Text;

/// <summary>
/// Finds words and phrases of a list in a text. Case and what typists cannot see make no difference; one that ends in <c>*</c> stands for
/// every word that begins so.
/// </summary>
public static class Phrases
{
    /// <summary>
    /// Where they stand, in order: whole words, none over another, and of those that begin at one place the longest.
    /// </summary>
    public static IEnumerable<TextSpan> In(string text, IEnumerable<string> phrases)
    {
        var sought = phrases
            .Select(p => (Words: Folding.Loosely(p.TrimEnd('*'), ignoreCase: true).Text.Trim(' '), IsBeginning: p.EndsWith('*')))
            .Where(p => p.Words.Length > 0)
            .OrderByDescending(p => p.Words.Length)
            .ToLookup(p => p.Words[0]);
        if (sought.Count == 0)
            yield break;
        var folded = Folding.Loosely(text, ignoreCase: true);
        var words = Words.In(text);
        var (starts, ends) = (words.Select(w => w.Start).ToHashSet(), words.Select(w => w.End).ToHashSet());
        for (var at = 0; at < folded.Text.Length; )
        {
            var found = sought[folded.Text[at]].Select(p => Whole(at, p.Words, p.IsBeginning)).FirstOrDefault(s => s is not null);
            if (found is { } span)
            {
                yield return span;
                while (at < folded.Text.Length && folded.BackWhole(new(at, 1)).Start < span.End)
                    at++;
            }
            else
                at++;
        }

        TextSpan? Whole(int at, string phrase, bool isBeginning)
        {
            if (
                string.CompareOrdinal(folded.Text, at, phrase, 0, phrase.Length) != 0
                || folded.Back(new(at, phrase.Length)) is not { } span
                || !starts.Contains(span.Start)
            )
                return null;
            if (ends.Contains(span.End))
                return span;
            return isBeginning && words.FirstOrDefault(w => w.Start < span.End && w.End > span.End) is { Length: > 0 } last
                ? new(span.Start, last.End - span.Start)
                : null;
        }
    }
}
