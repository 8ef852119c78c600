using System.Buffers;

namespace SummitDashboard.Text;

/// <summary>
/// A form of a name as it is counted: as a whole word, or where <paramref name="IsPrefix"/> also as the beginning of one, for languages
/// that hang cases and particles on it (김정은은, Путина), and behind the small words that Arabic and Hebrew write together with it (وبوتين).
/// </summary>
public readonly record struct NameForm(string Form, bool IsPrefix);

/// <summary>Counts the forms of names in a text.</summary>
public static class NameForms
{
    private static readonly SearchValues<char> ArabicJoined = SearchValues.Create("وفبلكس"); // and, so, by, for, as, will
    private static readonly SearchValues<char> HebrewJoined = SearchValues.Create("ומשהכלב"); // and, from, that, the, as, to, in

    /// <summary>
    /// How often each form stands in a text. Every place counts once, for the longest of the forms that begin there. Case counts; what
    /// typists cannot see does not (<see cref="Folding.Loosely"/>).
    /// </summary>
    public static Dictionary<NameForm, int> Count(string text, IEnumerable<NameForm> forms)
    {
        var counts = new Dictionary<NameForm, int>();
        var folded = Folding.Loosely(text);
        var sought = forms
            .Distinct()
            .Select(f => (Form: f, Folded: Folding.Loosely(f.Form).Text.Trim(' ')))
            .Where(f => f.Folded.Length > 0)
            .OrderByDescending(f => f.Folded.Length)
            .ThenBy(f => f.Form.IsPrefix)
            .ToLookup(f => f.Folded[0]);
        var breaks = new Lazy<HashSet<int>>(() => [.. Words.In(folded.Text).SelectMany(w => new[] { w.Start, w.End })]);
        for (var at = 0; at < folded.Text.Length; )
        {
            var found = sought[folded.Text[at]]
                .FirstOrDefault(f =>
                    string.CompareOrdinal(folded.Text, at, f.Folded, 0, f.Folded.Length) == 0
                    && folded.Back(new(at, f.Folded.Length)) is not null
                    && (IsEdge(folded.Text, at, breaks) || (f.Form.IsPrefix && IsBehindJoined(folded.Text, at)))
                    && (f.Form.IsPrefix || IsEdge(folded.Text, at + f.Folded.Length, breaks))
                );
            if (found.Folded is null)
            {
                at++;
                continue;
            }
            counts[found.Form] = counts.GetValueOrDefault(found.Form) + 1;
            at += found.Folded.Length;
        }
        return counts;
    }

    // Where letters stand at both sides, a script with spaces has no edge, and one without has one only where a dictionary says so.
    private static bool IsEdge(string text, int at, Lazy<HashSet<int>> breaks)
    {
        if (at == 0 || at == text.Length)
            return true;
        var (before, after) = (Script.Before(text, at), Script.At(text, at));
        if (!Script.IsOfWord(before) || !Script.IsOfWord(after))
            return true;
        return (Script.PerWord(before.Value) > 1 || Script.PerWord(after.Value) > 1) && breaks.Value.Contains(at);
    }

    // Between the word’s beginning and this place stands nothing but what is written together with the word behind it.
    private static bool IsBehindJoined(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 5 && Script.IsOfWord(Script.Before(text, start)))
            start -= Script.Before(text, start).Utf16SequenceLength;
        if (start > 0 && Script.IsOfWord(Script.Before(text, start)))
            return false;
        var joined = text.AsSpan(start, at - start);
        if (joined.EndsWith("ال") || joined.EndsWith("لل"))
            joined = joined[..^2];
        return joined.Length <= 3 && (!joined.ContainsAnyExcept(ArabicJoined) || !joined.ContainsAnyExcept(HebrewJoined));
    }
}
