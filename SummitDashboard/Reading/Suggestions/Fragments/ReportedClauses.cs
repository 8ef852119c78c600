using System.Buffers;
using System.Collections.Frozen;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>A verb of a sentence with whoever it is said of, as far as small words tell, by the numbers of their words.</summary>
/// <param name="Subject">Where its subject begins; the verb itself where none stands there.</param>
/// <param name="Verb">Its first word: what helps the verb, or denies or weakens it.</param>
/// <param name="End">Its last.</param>
/// <param name="IsOfAnother">True where it hangs on another clause, or is what somebody says: without its subject it reads as if it were
/// said of whoever speaks.</param>
internal readonly record struct Predicate(int Subject, int Verb, int End, bool IsOfAnother);

/// <summary>Finds the verbs of a sentence that small words give away, and their subjects.</summary>
internal sealed class ReportedClauses(
    string paragraph,
    List<TextSpan> words,
    ScopeWords scope,
    SmallWords small,
    List<(int First, int Last)> reporting
)
{
    private static readonly FrozenSet<string> Comparing = ["as", "als", "wie", "comme", "como", "come", "как"];

    private static readonly SearchValues<char> Signs = SearchValues.Create(",;:，；：،؛–—。");

    /// <summary>True for “as”, which compares as often as it begins a clause.</summary>
    public static bool IsComparing(string word) => Comparing.Contains(word.ToLowerInvariant());

    private const WordRoles Verbal = WordRoles.Helping | WordRoles.Passive;

    // No fragment is so long: what stands further away need not be found.
    private const int Far = 40;

    private readonly WordRoles[] roles = [.. words.Select(w => small[w.In(paragraph)])];

    private readonly int[] opening = [.. Enumerable.Range(0, words.Count).Where(n => IsOpener(words[n].In(paragraph), scope, small))];

    private readonly HashSet<int> reports = [.. reporting.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1))];

    /// <summary>
    /// Those with a word that helps, or with one of these that deny or weaken; and the plain verb behind a name that is quoted.
    /// </summary>
    public IEnumerable<Predicate> Predicates(IReadOnlySet<int> guards)
    {
        for (var n = 0; n < words.Count; n++)
        {
            if (!IsHelping(n) && !(guards.Contains(n) && IsOfVerb(n)) && !IsPlain(n))
                continue;
            var (verb, end) = (n, n);
            while (verb > 0 && IsBeside(verb) && (IsAdverb(verb - 1) || IsHelping(verb - 1) || IsOfVerbAlone(verb - 1, guards)))
                verb--;
            while (end + 1 < words.Count && IsBeside(end + 1) && (IsAdverb(end + 1) || IsHelping(end + 1) || guards.Contains(end + 1)))
                end++;
            if (!small.IsEmpty && end + 1 < words.Count && IsBeside(end + 1) && IsLower(end + 1) && Roles(end + 1) == WordRoles.None)
                end++;
            if (Said(verb, end, Enumerable.Range(verb, end - verb + 1).Any(guards.Contains)) is { } said)
                yield return said;
            n = end;
        }
        foreach (var last in Lasts())
            if (Said(last.Verb, last.Verb, false, last.Opening + 1) is { } said)
                yield return said;
    }

    private Predicate? Said(int verb, int end, bool isGuarded, int? known = null)
    {
        var group = Enumerable.Range(verb, end - verb + 1);
        if (verb == 0 || (group.Any(reports.Contains) && !group.Any(n => (Roles(n) & WordRoles.Passive) != 0)))
            return null; // “has not said”: who speaks; but not “had not been confirmed”
        var subject = known ?? SubjectOf(verb);
        while (subject + 1 < verb && (Roles(subject) & WordRoles.Joining) != 0)
            subject++; // “, and [the crew] is”
        var isHung = subject > 0 && IsOpening(subject - 1);
        if (subject == verb && IsOpening(verb - 1) && small.Is(Word(verb - 1), WordRoles.Pronoun))
            (subject, isHung) = (BeforeWho(verb - 1), true);
        // What is neither denied nor doubted reads as said of a speaker where it is said of somebody with a name.
        var isOfAnother = isGuarded || Enumerable.Range(subject, verb - subject).Any(IsName);
        return new(subject, verb, end, isOfAnother && (isHung || reports.Count > 0 || (opening.Length > 0 && opening[0] < subject)));
    }

    // From the sign, the opening or the reporting word before it on.
    private int SubjectOf(int verb)
    {
        var at = Back(verb);
        if (at == verb && verb > 0 && !IsOpening(verb - 1) && !reports.Contains(verb - 1))
        {
            // “That Putin, on his visit, did not”, “that he came and did not”: of the subject of before.
            while (
                at > 0
                && verb - at < Far
                && (!IsOpening(at - 1) || IsAside(at - 1))
                && !(reports.Contains(at - 1) && at < verb)
                && !HasStop(at)
            )
                at--;
            if (at == verb)
                at = 0;
            return at;
        }
        return WithoutAside(at, verb);
    }

    private int Back(int verb)
    {
        var at = verb;
        while (at > 0 && verb - at < Far && !HasSign(at) && !IsOpening(at - 1) && !reports.Contains(at - 1))
        {
            if ((Roles(at - 1) & WordRoles.Joining) != 0 && (at == verb || HasVerb(at - 1)))
                break;
            at--;
        }
        return at;
    }

    // “Falk sent shells [and]”, but no “Falk [and]”: in the clause up to this word.
    private bool HasVerb(int end)
    {
        var start = end;
        while (start > 0 && end - start < Far && !HasSign(start) && !IsOpening(start - 1) && !reports.Contains(start - 1))
            start--;
        var plain = start;
        while (plain < end && IsName(plain))
            plain++;
        return (plain > start && plain < end && Roles(plain) == WordRoles.None && !small.HasCapitals)
            || Enumerable.Range(start, end - start).Any(IsHelping);
    }

    // “[On Monday] the town may”, “[in the fog] no proof”.
    private int WithoutAside(int at, int verb)
    {
        // “Told [reporters] the treaty was”.
        if (at > 0 && at + 1 < verb && reports.Contains(at - 1) && !small.HasCapitals && Roles(at) == WordRoles.None)
            return (Roles(at + 1) & WordRoles.Determiner) != 0 ? at + 1 : at;
        if (at >= verb || !small.Is(Word(at), WordRoles.Preposition))
            return at;
        for (var next = at + 2; next < verb; next++)
            if (
                (Roles(next - 1) & ~WordRoles.Adverb) == 0
                && (small.Is(Word(next), WordRoles.Determiner | WordRoles.Pronoun) || (IsUpper(next) && IsLower(next - 1)))
            )
                return next;
        return at;
    }

    // “Kim Jong Un, who”.
    private int BeforeWho(int who)
    {
        var at = Math.Max(0, who - 1);
        while (at > 0 && IsUpper(at) && IsUpper(at - 1) && IsBeside(at))
            at--;
        return at;
    }

    // Where the verb comes last: “dass Putin Hilfe anbietet”.
    private IEnumerable<(int Opening, int Verb)> Lasts()
    {
        if (!small.HasCapitals)
            yield break;
        for (var n = 0; n < words.Count; n++)
            if (scope.BeginsClause(Word(n)))
            {
                var last = n;
                while (last + 1 < words.Count && last - n < Far && !HasSign(last + 1))
                    last++;
                if (last > n + 1)
                    yield return (n, last);
            }
    }

    private string Word(int n) => words[n].In(paragraph);

    private WordRoles Roles(int n) => roles[n];

    // “May” within a sentence is a month, and “to have” no verb of its own.
    private bool IsHelping(int n) =>
        (Roles(n) & Verbal) != 0
        && (Roles(n) & (WordRoles.Determiner | WordRoles.Pronoun)) == 0
        && (n == 0 || (IsLower(n) && (Roles(n - 1) & (WordRoles.Binding | WordRoles.Preposition)) == 0));

    private bool IsAdverb(int n) =>
        ((Roles(n) & WordRoles.Adverb) != 0 && (Roles(n) & (WordRoles.Determiner | WordRoles.Pronoun)) == 0)
        || (Word(n) is { Length: > 4 } word && word.EndsWith("ly", StringComparison.Ordinal) && IsLower(n));

    // “Not”, “denied”, but no “no” of a noun.
    private bool IsOfVerb(int n) =>
        (Roles(n) & (WordRoles.Pronoun | WordRoles.Opening | WordRoles.Preposition | WordRoles.Joining)) == 0
        && (small.HasCapitals || (Roles(n) & WordRoles.Determiner) == 0)
        && n > 0
        && (small.IsEmpty || IsBeside(n));

    private bool IsOfVerbAlone(int n, IReadOnlySet<int> guards) => guards.Contains(n) && IsOfVerb(n);

    // “That Putin rules out”: behind a name that begins its clause.
    private bool IsPlain(int n)
    {
        if (small.IsEmpty || small.HasCapitals || n < 2 || !IsLower(n) || Roles(n) != WordRoles.None || reports.Contains(n) || !IsBeside(n))
            return false;
        var at = n;
        while (at > 0 && IsUpper(at - 1) && IsBeside(at))
            at--;
        return at < n && at > 0 && (IsOpening(at - 1) || reports.Contains(at - 1));
    }

    private bool IsOpening(int n) => Array.BinarySearch(opening, n) >= 0;

    private static bool IsOpener(string word, ScopeWords scope, SmallWords small) =>
        scope.BeginsClause(word) || (small.Is(word, WordRoles.Opening) && !IsComparing(word));

    // “Putin, [whose losses were heavy], may”.
    private bool IsAside(int n) => HasSign(n) && !scope.BeginsClause(Word(n));

    private bool IsName(int n) => IsUpper(n) && Roles(n) == WordRoles.None;

    private bool IsUpper(int n) => char.IsUpper(paragraph[words[n].Start]);

    private bool IsLower(int n) => char.IsLower(paragraph[words[n].Start]);

    private bool IsBeside(int n) => n > 0 && !Between(n).ContainsAnyExcept(' ', '\u00A0');

    private bool HasSign(int n) => n > 0 && Between(n).ContainsAny(Signs);

    private bool HasStop(int n) => n > 0 && Between(n).ContainsAny(";:；：؛");

    private ReadOnlySpan<char> Between(int n) => paragraph.AsSpan(words[n - 1].End, words[n].Start - words[n - 1].End);
}
