using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>Cuts a fragment where its marks begin and end.</summary>
public static class Highlights
{
    /// <summary>
    /// The fragment's pieces in order; <c>Mark</c> is <c>hedge</c>, <c>loaded</c> or null. Together they are the fragment.
    /// </summary>
    public static IEnumerable<(string Text, string? Mark)> Split(Quotation quotation)
    {
        var kinds = new string?[quotation.Exact.Length];
        Paint(quotation.Hedges, "hedge");
        Paint(quotation.Loaded, "loaded");
        for (var start = 0; start < kinds.Length; )
        {
            var end = start + 1;
            while (end < kinds.Length && kinds[end] == kinds[start])
                end++;
            yield return (quotation.Exact[start..end], kinds[start]);
            start = end;
        }

        void Paint(IEnumerable<string> words, string kind)
        {
            foreach (var word in words.Where(w => w.Length > 0))
                for (
                    var at = quotation.Exact.IndexOf(word, StringComparison.Ordinal);
                    at >= 0;
                    at = quotation.Exact.IndexOf(word, at + word.Length, StringComparison.Ordinal)
                )
                    Array.Fill(kinds, kind, at, word.Length);
        }
    }
}
