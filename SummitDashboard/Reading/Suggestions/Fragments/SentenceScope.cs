using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// Which fragments of one sentence say no other than the sentence: none leaves out what denies or doubts its words, nor who it is of whom
/// that is said where somebody else speaks, and none begins or ends within a number.
/// </summary>
internal sealed partial class SentenceScope
{
    // A comma is no end of a denial where so few words follow to the next: of a list, or of who says so.
    private const int Few = 3;

    private static readonly Comparer<TextSpan> ByStart = Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start));

    // No fragment is so long.
    private const int Far = 40;

    private const int MostRead = 400;

    private readonly string paragraph;
    private readonly List<TextSpan> words;
    private readonly ScopeWords scope;
    private readonly SmallWords small;
    private readonly int[] from;
    private readonly int[] until;
    private readonly int[] before;
    private readonly bool[] isWithin;
    private readonly HashSet<int> isQuantity = [];

    /// <param name="words">Those of the sentence.</param>
    /// <param name="language">That of the article (BCP 47), where it is known.</param>
    /// <param name="marks">Which words weaken, and which report.</param>
    public SentenceScope(string paragraph, List<TextSpan> words, string? language, WordList? marks)
    {
        (this.paragraph, this.words) = (paragraph, words);
        (scope, small) = (ScopeWords.Of(language), SmallWords.Of(language));
        from = [.. Enumerable.Range(0, words.Count)];
        until = [.. from];
        before = [.. from.Select(_ => words.Count)];
        isWithin = new bool[words.Count];
        if (words.Count == 0)
            return;
        List<string> ofQuantity = [.. scope.Quantifiers, .. scope.BeforeNumbers, .. scope.Degrees];
        List<(int First, int Last)> found =
        [
            .. Found([.. scope.Negators, .. scope.Beliefs, .. scope.Minorities, .. (marks?.Hedges ?? []).Except(ofQuantity)]),
        ];
        // “Few captains”, but no “the few”.
        var guards = found
            .Select(f => f.First)
            .Where(n => n == 0 || !scope.IsMinority(words[n].In(paragraph)) || !small.Is(words[n - 1].In(paragraph), WordRoles.Determiner))
            .ToHashSet();
        Govern([.. guards, .. Conditions()]);
        KeepConditions();
        KeepDenied();
        foreach (var (first, last) in Found(scope.Endings))
            EndNotBefore(first, last);
        if (small.HasCapitals) // “dass sie fahren könnten”
            foreach (var last in guards.Where(g => g + 1 == words.Count || EndsBefore(g + 1)))
                EndNotBefore(last, last);
        List<(int First, int Last)> reporting = [.. Reporting(marks)];
        Reports = reporting
            .SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1))
            .Concat(found.Select(f => f.First).Where(n => scope.IsBelief(words[n].In(paragraph))))
            .ToHashSet();
        var clauses = new ReportedClauses(paragraph, words, scope, small, reporting);
        List<Predicate> predicates = [.. clauses.Predicates(guards)];
        foreach (var said in predicates)
            Keep(said);
        KeepRaised(predicates);
        KeepRelated();
        Bind();
    }

    /// <summary>The words that say that somebody says or believes something.</summary>
    public IReadOnlySet<int> Reports { get; } = new HashSet<int>();

    /// <summary>The word at which a fragment with this one begins at the latest.</summary>
    public int LatestBeginning(int word) => from[word];

    /// <summary>The last word that a fragment has which begins with this one.</summary>
    public int LatestEnd(int first) => before[first] - 1;

    /// <summary>The word at which a fragment with this one ends at the earliest.</summary>
    public int EarliestEnd(int word) => until[word];

    /// <summary>True where the word before belongs to this one.</summary>
    public bool IsBound(int word) => word < words.Count && isWithin[word];

    /// <summary>True for a fragment from one word to another that says no other than its sentence.</summary>
    public bool Allows(int first, int last)
    {
        if (IsBound(first) || IsBound(last + 1) || LatestEnd(first) < last)
            return false;
        for (var n = first; n <= last; n++)
            if (from[n] < first || until[n] > last)
                return false;
        return true;
    }

    private void Govern(HashSet<int> guards)
    {
        var (active, waiting, commas) = (-1, -1, 0);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].In(paragraph);
            if (scope.Turns(word) || (i > 0 && Has(i, ";:；：؛")))
                (active, waiting) = (-1, -1);
            else if (active >= 0 && EndsBefore(i))
            {
                // “Is not, as they claim, a pact”.
                if (commas <= 0 && (guards.Contains(i - 1) || IsAside(i)))
                    commas = 2;
                if (commas-- <= 0 && !GoesOn(i))
                    (active, waiting) = (-1, active);
            }
            else if (active < 0 && waiting >= 0 && scope.BeginsClause(word))
                active = waiting; // “no proof, they say, that”
            if (active < 0 && guards.Contains(i))
                active = i;
            if (active >= 0)
                from[i] = active;
        }
    }

    // “No sign that the pact, signed in June, obliges”.
    private bool IsAside(int first)
    {
        var word = words[first].In(paragraph);
        var isOpened =
            (small.Is(word, WordRoles.Opening) && !scope.BeginsClause(word))
            || (
                small[word] == WordRoles.None && char.IsLower(word[0]) && word.Length > Few && word.EndsWith("ed", StringComparison.Ordinal)
            );
        for (var n = first + 1; isOpened && n < Math.Min(words.Count, first + Far) && !Has(n, ";:；：؛"); n++)
            if (EndsBefore(n))
                return n > first + 1;
        return false;
    }

    // “Schließt Hilfe nicht aus”: where the verb may stand far before it, all of the clause is denied; elsewhere the word before it.
    private void EndNotBefore(int first, int last)
    {
        var end = last;
        while (end + 1 < words.Count && end - last <= Few && !Has(end + 1, ",;:，；：،؛–—"))
            end++;
        if (end - last > Few || !small.HasCapitals)
            end = last;
        for (var n = first - 1; n >= Math.Max(0, first - Far) && (small.HasCapitals || n == first - 1) && !Has(n + 1, ",;:，；：،؛–—"); n--)
        {
            if (scope.BeginsClause(words[n].In(paragraph)) || scope.Turns(words[n].In(paragraph)))
                break;
            until[n] = Math.Max(until[n], end);
        }
        until[first] = Math.Max(until[first], end);
    }

    private void Keep(Predicate said)
    {
        if (said.IsOfAnother)
            for (var n = said.Verb; n < Math.Min(words.Count, said.Verb + Far); n++)
                if (n <= said.End || (from[n] >= said.Verb && from[n] <= said.End))
                    from[n] = Math.Min(from[n], said.Subject);
        for (var n = said.Verb; n < said.End; n++)
            until[n] = Math.Max(until[n], said.End);
        // “[The meeting of Putin and] Kim is not”.
        var isBehind = false;
        for (var n = said.Subject; n < said.Verb; n++)
        {
            isBehind |= small.Is(words[n].In(paragraph), WordRoles.Preposition | WordRoles.Binding | WordRoles.Joining);
            isBehind |= n > said.Subject && EndsBefore(n);
            if (isBehind && n > said.Subject)
                before[n] = Math.Min(before[n], said.Verb);
        }
    }

    private void Bind()
    {
        foreach (var (first, last) in Found(scope.Quantifiers))
        {
            Hold(first, last);
            isQuantity.UnionWith(Enumerable.Range(first, last - first + 1));
        }
        foreach (var (first, last) in Found(scope.BeforeNumbers).Where(f => f.Last + 1 < words.Count && IsNumber(f.Last + 1)))
            Hold(first, last);
        foreach (var (first, last) in Found(scope.Degrees))
            Hold(first, last);
        for (var i = 1; i < words.Count; i++)
            if (IsBeside(i) && IsNumber(i - 1) && IsNumber(i))
                isWithin[i] = true;
            else if (i + 1 < words.Count && IsNumber(i - 1) && IsNumber(i + 1) && IsBeside(i) && scope.IsRange(words[i].In(paragraph)))
                isWithin[i] = isWithin[i + 1] = true; // “20 to 30”
            else if (IsNumber(i - 1) && IsBeside(i) && small.Is(words[i].In(paragraph), WordRoles.Binding))
                HoldAll(i);
    }

    // “Three [of the more than two dozen missiles]”, up to the noun.
    private void HoldAll(int of)
    {
        for (var i = of; i < words.Count && IsBeside(i); i++)
        {
            isWithin[i] = true;
            var word = words[i].In(paragraph);
            if (small[word] == WordRoles.None && !IsNumber(i) && !isQuantity.Contains(i))
                break;
        }
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
            var first = words.BinarySearch(new(found.Start + start, 0), ByStart);
            var last = first < 0 ? -1 : first;
            while (last >= 0 && last + 1 < words.Count && words[last].End < found.End + start)
                last++;
            if (first >= 0 && words[last].End == found.End + start && (first == 0 || !char.IsUpper(paragraph[words[first].Start])))
                yield return (first, last);
        }
    }

    private IEnumerable<(int First, int Last)> Reporting(WordList? marks)
    {
        var start = words[0].Start;
        var sentence = paragraph[start..words[^1].End];
        return Found(marks?.Reporting ?? [])
            .Where(f =>
                words.Count > MostRead // such a sentence is none that somebody wrote
                || ReportingWords.IsReporting(sentence, new(words[f.First].Start - start, words[f.Last].End - words[f.First].Start), small)
            );
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
