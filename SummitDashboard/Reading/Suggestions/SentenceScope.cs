using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// Where a fragment of one sentence may begin so that it says no other than the sentence: never behind what denies or doubts its words,
/// nor within a number with what belongs to it.
/// </summary>
internal sealed class SentenceScope
{
    // A comma is no end of a denial where so few words follow to the next: of a list, or of who says so.
    private const int Few = 3;

    private readonly string paragraph;
    private readonly List<TextSpan> words;
    private readonly ScopeWords scope;
    private readonly SmallWords small;
    private readonly int[] from;
    private readonly bool[] isWithin;

    /// <param name="words">Those of the sentence.</param>
    /// <param name="language">That of the article (BCP 47), where it is known.</param>
    /// <param name="hedges">Words that weaken.</param>
    public SentenceScope(string paragraph, List<TextSpan> words, string? language, IReadOnlyList<string> hedges)
    {
        (this.paragraph, this.words) = (paragraph, words);
        (scope, small) = (ScopeWords.Of(language), SmallWords.Of(language));
        from = [.. Enumerable.Range(0, words.Count)];
        isWithin = new bool[words.Count];
        if (words.Count == 0)
            return;
        List<string> ofQuantity = [.. scope.Quantifiers, .. scope.BeforeNumbers, .. scope.Degrees];
        Govern(Found([.. scope.Negators, .. hedges.Except(ofQuantity)]).Select(f => f.First).ToHashSet());
        Bind();
    }

    /// <summary>The word at which a fragment with this one begins at the latest.</summary>
    public int LatestBeginning(int word) => from[word];

    /// <summary>True where the word before belongs to this one.</summary>
    public bool IsBound(int word) => isWithin[word];

    private void Govern(HashSet<int> guards)
    {
        var (active, waiting) = (-1, -1);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].In(paragraph);
            if (scope.Turns(word) || (i > 0 && Has(i, ";:；：؛")))
                (active, waiting) = (-1, -1);
            else if (active >= 0 && EndsBefore(i) && !GoesOn(i))
                (active, waiting) = (-1, active);
            else if (active < 0 && waiting >= 0 && scope.BeginsClause(word))
                active = waiting; // “no proof, they say, that”
            if (active < 0 && guards.Contains(i))
                active = i;
            if (active >= 0)
                from[i] = active;
        }
    }

    private void Bind()
    {
        foreach (var (first, last) in Found(scope.Quantifiers))
            Hold(first, last);
        foreach (var (first, last) in Found(scope.BeforeNumbers).Where(f => f.Last + 1 < words.Count && IsNumber(f.Last + 1)))
            Hold(first, last);
        foreach (var (first, last) in Found(scope.Degrees))
            Hold(first, last);
        for (var i = 1; i < words.Count; i++)
            if (IsBeside(i) && IsNumber(i - 1) && IsNumber(i))
                isWithin[i] = true;
    }

    private void Hold(int first, int last)
    {
        for (var i = first + 1; i <= last + 1 && i < words.Count; i++)
            isWithin[i] |= i <= last || IsBeside(i);
    }

    // Of a name (“May”) nothing follows: what has a capital within its sentence is none of them.
    private IEnumerable<(int First, int Last)> Found(IReadOnlyList<string> phrases)
    {
        var start = words[0].Start;
        foreach (var found in Phrases.In(paragraph[start..words[^1].End], phrases))
        {
            var first = words.FindIndex(w => w.Start == found.Start + start);
            var last = words.FindIndex(w => w.End == found.End + start);
            if (first >= 0 && last >= first && (first == 0 || !char.IsUpper(paragraph[words[first].Start])))
                yield return (first, last);
        }
    }

    private bool GoesOn(int first)
    {
        var last = first;
        while (last + 1 < words.Count && !EndsBefore(last + 1) && !Has(last + 1, ";:；：؛"))
            last++;
        var printed = words[first].In(paragraph);
        return last - first < Few
            || scope.BeginsClause(printed)
            || small.Is(printed, WordRoles.Helping | WordRoles.Passive)
            || words.Skip(first).Take(last - first + 1).Any(w => scope.IsAlternative(w.In(paragraph)));
    }

    private bool IsNumber(int word) => scope.IsNumber(words[word].In(paragraph));

    private bool EndsBefore(int word) => word > 0 && Has(word, ",，،–—");

    private bool Has(int word, string signs) => Between(word).ContainsAny(signs);

    private bool IsBeside(int word) => !Between(word).ContainsAnyExcept(' ', '\u00A0');

    private ReadOnlySpan<char> Between(int word) => paragraph.AsSpan(words[word - 1].End, words[word].Start - words[word - 1].End);
}
