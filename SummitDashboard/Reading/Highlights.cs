using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading;

/// <summary>Cuts a fragment where its marks begin and end.</summary>
public static class Highlights
{
    /// <summary>
    /// The fragment's pieces in order; <c>Mark</c> is <c>hedge</c>, <c>loaded</c> or null. Together they are the fragment.
    /// </summary>
    public static IEnumerable<(string Text, string? Mark)> Split(Quotation quotation) =>
        Split(quotation.Exact, quotation.Hedges, quotation.Loaded);

    /// <summary>The same of any words and what is marked in them.</summary>
    public static IEnumerable<(string Text, string? Mark)> Split(string words, IReadOnlyList<string> hedges, IReadOnlyList<string> loaded)
    {
        var kinds = new string?[words.Length];
        Paint(hedges, "hedge");
        Paint(loaded, "loaded");
        for (var start = 0; start < kinds.Length; )
        {
            var end = start + 1;
            while (end < kinds.Length && kinds[end] == kinds[start])
                end++;
            yield return (words[start..end], kinds[start]);
            start = end;
        }

        void Paint(IEnumerable<string> marked, string kind)
        {
            foreach (var word in marked.Where(w => w.Length > 0))
                for (
                    var at = words.IndexOf(word, StringComparison.Ordinal);
                    at >= 0;
                    at = words.IndexOf(word, at + word.Length, StringComparison.Ordinal)
                )
                    if (Characters.IsWhole(words, new(at, word.Length)))
                        Array.Fill(kinds, kind, at, word.Length);
        }
    }
}
