using System.Buffers;
using System.Collections.Frozen;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// Where in a sentence something begins and ends that makes sense alone: a clause with its subject and verb, or one of its phrases. It is
/// told by small words and signs, for English only; elsewhere their worth as edges has to do.
/// </summary>
internal sealed partial class ClauseUnits
{
    /// <summary>No unit begins or ends there.</summary>
    public const int Nowhere = int.MinValue;

    private const int Crossing = -3; // from one main clause into another
    private const int Bare = -10; // the same where a verb of it follows behind an aside
    private const int Unsaid = -6; // a name or a thing of which nothing is said
    private const int Long = 40; // no fragment is

    private static readonly SearchValues<char> Signs = SearchValues.Create(",;:!?…()[]–—");
    private static readonly SearchValues<char> Stops = SearchValues.Create(";:!?…");

    private const WordRoles Verbal = WordRoles.Helping | WordRoles.Passive;
    private const WordRoles OfPlace = WordRoles.Preposition | WordRoles.Binding;

    private readonly string paragraph;
    private readonly List<TextSpan> words;
    private readonly string[] printed;
    private readonly WordRoles[] roles;
    private readonly SmallWords small;
    private readonly IReadOnlySet<string> functions;
    private readonly HashSet<int> reporting;
    private readonly ScopeWords scope;
    private readonly int[] verbAt; // the next verb from a word on, within its clause; Nowhere is int.MaxValue
    private readonly int[] begins;
    private readonly int[] ends;
    private readonly int[] stops; // how many signs that nothing crosses stand before a word
    private readonly int[] crossings;
    private readonly int[] limits;

    /// <summary>Those of a sentence.</summary>
    /// <param name="reporting">The words of it that say that somebody says or believes something.</param>
    public ClauseUnits(string paragraph, List<TextSpan> words, string? language, IEnumerable<int> reporting)
    {
        (this.paragraph, this.words, this.reporting) = (paragraph, words, [.. reporting]);
        (small, functions, scope) = (SmallWords.Of(language), FunctionWords.Of(language), ScopeWords.Of(language));
        printed = [.. words.Select(w => w.In(paragraph))];
        roles = [.. printed.Select(w => small[w])];
        var count = words.Count;
        (verbAt, begins, ends, limits) = (new int[count + 1], new int[count], new int[count], new int[count]);
        (stops, crossings) = (new int[count], new int[count]);
        verbAt[count] = int.MaxValue;
        for (var n = count - 1; n >= 0; n--)
            verbAt[n] =
                IsVerb(n) ? n
                : n + 1 < count && HasSign(n + 1) ? int.MaxValue
                : verbAt[n + 1];
        for (var n = 0; n < count; n++)
        {
            stops[n] = (n > 0 ? stops[n - 1] : 0) + (n > 0 && (Between(n).ContainsAny(Stops) || IsAgainst(n)) ? 1 : 0);
            crossings[n] = (n > 0 ? crossings[n - 1] : 0) + (n > 0 && Crosses(n) ? 1 : 0);
            limits[n] = count;
        }
        for (var n = 0; n < count; n++)
            (begins[n], ends[n]) = (BeginningAt(n), EndingAt(n));
    }

    /// <summary>True where clauses can be told: in English that is written in its letters.</summary>
    public static bool AreKnown(string? language, string paragraph) =>
        language?.Split('-')[0].ToLowerInvariant() == "en" && paragraph.Count(char.IsAsciiLetter) * 2 > paragraph.Count(char.IsLetter);

    /// <summary>How good a beginning a word is; <see cref="Nowhere"/> where it is none.</summary>
    public int Beginning(int word) => begins[word];

    /// <summary>The same where what is said of a subject may stand without it: “[Velmar] signed a treaty”.</summary>
    public int Beginning(int word, bool isShort) => begins[word] == Nowhere && isShort && IsPredicate(word) ? 0 : begins[word];

    /// <summary>How good a unit it is from one word to another; <see cref="Nowhere"/> where it is none.</summary>
    public int Worth(int first, int last, bool isShort = false)
    {
        var beginning = Beginning(first, isShort);
        var ending = ends[last] == Nowhere && isShort && IsBeforeRelative(first, last) ? 0 : ends[last];
        if (beginning == Nowhere || ending == Nowhere || stops[first] != stops[last] || last >= limits[first])
            return Nowhere;
        var verb = verbAt[first];
        if (crossings[Math.Min(verb, last)] > crossings[first])
            return Nowhere; // the end of one clause and another one
        if (verb <= last && verb == last && last + 1 < words.Count && !HasSign(last + 1) && (roles[last] & Verbal) != 0)
            return Nowhere;
        for (var n = Math.Max(first + 1, last - Long); n <= last; n++)
            if (verb > last && HasSign(first) && HasSign(n) && (roles[n] & WordRoles.Joining) != 0)
                return Nowhere; // “[South Korea,] Japan, and the league”
            else if (IsOpening(n) && verbAt[n] > last && verbAt[n] != int.MaxValue)
                return Nowhere; // “that Putin”
        return beginning
            + ending
            + (
                verb <= last ? 1
                : IsBareSubject(first, last) ? Bare
                : verb == int.MaxValue ? 0
                : Unsaid
            )
            + Crossing * (crossings[last] - crossings[first]);
    }

    /// <summary>
    /// The sentence without the least that it can do without, the least harmful first: never a name that it is of, how many, nor a denial.
    /// </summary>
    public IEnumerable<(int First, int Last)> Shortened()
    {
        var last = words.Count - 1;
        if (last < 1)
            yield break;
        if (
            (roles[0] & WordRoles.Joining) != 0
            || (printed[0] is "The" or "A" or "An" && (IsLower(1) || (last > 1 && !IsVerb(2) && !HasSign(2))))
        )
            yield return (1, last);
        if (IsThere(0) && last > 1)
            yield return (2, last);
        if ((roles[last] & (WordRoles.Adverb | WordRoles.Opening)) == WordRoles.Adverb || printed[last] is [_, _, _, .., 'l', 'y'])
            yield return (0, last - 1);
        for (
            var n = last - 1;
            n > 0 && !HasSign(n + 1) && !(IsOpening(n) && verbAt[n] < words.Count) && !scope.IsNegator(printed[n + 1]);
            n--
        )
            if (IsActing(n) && !IsActing(n + 1) && (roles[n + 1] & (OfPlace | WordRoles.Opening)) == 0)
                yield return (0, n); // all but what it is done to
        if (IsSubject(0))
            yield return (1, last);
    }

    // A verb, but none that only helps: “condemned”, “will outlast”.
    private bool IsActing(int n) =>
        n > 0 && (roles[n] & Verbal) == 0 && (IsVerb(n) || (roles[n] == WordRoles.None && (roles[n - 1] & WordRoles.Helping) != 0));

    /// <summary>From the sign before some words to the one behind them.</summary>
    public (int From, int To) Between(int first, int last)
    {
        while (first > 0 && !HasSign(first))
            first--;
        while (last + 1 < words.Count && !HasSign(last + 1))
            last++;
        return (first, last);
    }

    /// <summary>True where a name is torn before a word: “South | Korea”.</summary>
    public bool IsTornBefore(int word) => word > 0 && IsOneName(word);

    /// <summary>A stretch with the point of the short form on which it ends (“a.m.”) within the sentence.</summary>
    public TextSpan WithPoint(TextSpan span, int last) =>
        last + 1 < words.Count && paragraph[words[last].End] == '.' ? span with { Length = words[last].End + 1 - span.Start } : span;

    // What stands here goes on in another main clause: “…, and NATO’s secretary general”.
    private bool Crosses(int n) =>
        (roles[n] & WordRoles.Joining) != 0
        && HasSign(n)
        && n + 1 < words.Count
        && !IsListed(n)
        && (!IsLower(n + 1) || (roles[n + 1] & (WordRoles.Determiner | WordRoles.Pronoun)) != 0);

    // “…, while Falk sent”: another main clause, whatever joins them.
    private bool IsAgainst(int n) => HasSign(n) && printed[n] is "while" or "whereas";

    // “Shells, missiles, and Falk”.
    private bool IsListed(int n)
    {
        for (var m = n - 1; m > Math.Max(0, n - 4); m--)
            if (HasSign(m))
                return true;
        return false;
    }
}
