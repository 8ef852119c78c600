using System.Collections.Frozen;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <content>What hangs on words before it, and says something else without them.</content>
internal sealed partial class ClauseUnits
{
    // “Something [that should concern everyone]”, but no “that ferry”.
    private bool IsRelative(int n) =>
        printed[n] is "that"
        && n + 1 < words.Count
        && !HasSign(n)
        && !HasSign(n + 1)
        && ((roles[n + 1] & (Verbal | WordRoles.Pronoun | WordRoles.Determiner)) != 0 || IsVerb(n + 1) || IsVerbBeforeObject(n));

    // “Deals that [outlive their]”.
    private bool IsVerbBeforeObject(int that) =>
        that + 2 < words.Count
        && !HasSign(that + 2)
        && IsLower(that - 1)
        && (roles[that - 1] | roles[that + 1]) == WordRoles.None
        && (roles[that + 2] & (WordRoles.Determiner | WordRoles.Pronoun)) != 0;

    // “Something that [we fear]”, and within quotation marks “‘a promise that [we fear]’”: the quotation begins with what it hangs on.
    private bool HangsOnHead(int that)
    {
        if (that == 0 || printed[that] is not "that")
            return false;
        if (Heads.Contains(printed[that - 1]))
            return true;
        for (var n = that - 1; n >= Math.Max(1, that - Few) && !HasSign(n + 1) && !IsVerb(n); n--)
            if (Between(n).ContainsAny('"', '“', '‘'))
                return true;
        return false;
    }

    /// <summary>
    /// True for what says another thing without the words beside it: “[when the war ends], …”, “when [the war ends]”, “[his first trip] in
    /// 24 years”, “[a marriage of convenience] that would fade”.
    /// </summary>
    public bool IsHung(int first, int last)
    {
        if (reporting.Contains(last) || (first > 0 && printed[first - 1].ToLowerInvariant() is "when" or "once" or "until" or "whether"))
            return true;
        if (last + 1 == words.Count)
            return false;
        if (HasSign(last + 1))
            return IsOpening(first) && !Enumerable.Range(first + 1, last - first).Any(HasSign);
        var end = last;
        while (end > first && !HasSign(end))
            end--;
        return IsOpening(first)
            || (IsOpening(last + 1) && Enumerable.Range(Math.Max(0, last - Few), Math.Min(last, Few)).Any(n => printed[n] is "of"))
            || Enumerable.Range(end, last - end + 1).Any(IsOfRank);
    }

    // “The first”, “the strongest”, but no “at least”.
    private bool IsOfRank(int n) =>
        !(n > 0 && printed[n - 1] is "at")
        && printed[n].ToLowerInvariant() is var word
        && (
            word is "first" or "last" or "only" or "most" or "least" or "best" or "worst"
            || (word.Length > Few + 1 && word.EndsWith("est", StringComparison.Ordinal))
        );

    // “Vetoed [a panel of experts] that had watched”: which experts is left out; never whether any, all or none.
    private bool IsBeforeRelative(int first, int last) =>
        last + 2 < words.Count
        && printed[last + 1] is "that"
        && !HasSign(last + 1)
        && IsVerb(last + 2)
        && last > 0
        && roles[last] == WordRoles.None
        && IsLower(last)
        && !IsVerb(last)
        && !Heads.Contains(printed[last])
        && verbAt[first] < last
        && !Enumerable
            .Range(first, last - first)
            .Any(n => scope.IsNegator(printed[n]) || Narrowing.Contains(printed[n].ToLowerInvariant()));

    private static readonly FrozenSet<string> Narrowing =
    [
        .. "any all every each only few most many some first last same one other such".Split(' '),
    ];

    // What is said of the subject of a main clause, in the words of whoever tells: never what somebody says or believes.
    private bool IsPredicate(int n)
    {
        var start = FirstOfClause(n);
        return n > start
            && verbAt[start] == n
            && (start == 0 || HasSign(start) && (roles[start] & WordRoles.Joining) != 0)
            && !IsOpening(start)
            && !IsComparing(start)
            && !reporting.Contains(n)
            && !FrequentVerbs.IsRelating(printed[n])
            && (roles[n] & Verbal) == 0
            && (roles[n - 1] & (WordRoles.Adverb | WordRoles.Opening | OfPlace)) == 0
            && !scope.IsNegator(printed[n - 1]);
    }

    // “Said [last week] that at least”.
    private bool OpensBehind(int n)
    {
        for (var m = n + 1; m < words.Count && m < verbAt[n] && m < n + Few && !HasSign(m); m++)
            if (printed[m] is "that" && IsOpening(m))
                return true;
        return false;
    }

    // “Velmar’s minister, [Jo Falk,] said”: what stands beside the subject goes on in no verb of it.
    private int EndOfAside(int n)
    {
        var start = n;
        while (start > 0 && !HasSign(start))
            start--;
        if (start == 0 || verbAt[start] != int.MaxValue)
            return words.Count;
        var before = start - 1;
        while (before > 0 && !HasSign(before))
            before--;
        var end = n + 1;
        while (end < words.Count && !HasSign(end))
            end++;
        return end < words.Count && verbAt[before] == int.MaxValue && IsVerbOfBefore(end) ? end : words.Count;
    }

    // “…, said”, “…, also said”, “…, has not said”.
    private bool IsVerbOfBefore(int n)
    {
        while (n + 1 < words.Count && !HasSign(n + 1) && (roles[n] & WordRoles.Adverb) != 0)
            n++;
        return IsVerb(n) && (roles[n] & (WordRoles.Joining | WordRoles.Opening)) == 0;
    }

    // “Marriage | of | convenience”: a noun that is no quantity.
    private bool IsCommonNoun(int n) =>
        IsLower(n)
        && roles[n] == WordRoles.None
        && !scope.IsNumber(printed[n])
        && !IsVerb(n)
        && !IsGerund(n)
        && !Quantities.Contains(printed[n]);

    // “A trip to [the country] in 24 years”, “a marriage of [convenience] that would fade”: what may be of the first noun as well.
    private bool IsOfBoth(int n, int m)
    {
        if (IsOpening(m) && printed[m] is "that" or "which" or "who" or "where")
            return printed[n - 1] is "of" && !IsName(m - 1);
        if (!IsOfTime(m) || HasSign(m))
            return false;
        for (var at = n; at < m; at++)
            if (
                IsVerb(at)
                || IsGerund(at)
                || (at > n && FrequentVerbs.Has(printed[at]))
                || (at > n && (roles[at] & (OfPlace | WordRoles.Joining)) != 0 && printed[at] is not "of")
            )
                return false;
        return true;
    }

    // “[Velmar’s minister], Jo Falk, said”: without its verb it says nothing.
    private bool IsBareSubject(int first, int last) =>
        last + 1 < words.Count
        && HasSign(last + 1)
        && verbAt[first] == int.MaxValue
        && first <= Between(first, first).From + 1
        && verbAt[Between(last, last).From] == int.MaxValue
        && (EndOfAside(last + 1) < words.Count || (EndOfAside(last) < words.Count && IsVerbOfBefore(last + 1)));

    // “For ten years”, “on Monday”, “in the spring”: what any word before may have.
    private bool IsOfTime(int n)
    {
        var of = n + 1;
        while (of + 1 < words.Count && (roles[of] & WordRoles.Determiner) != 0)
            of++;
        return BeforeTimes.Contains(printed[n])
            && of < words.Count
            && (IsDay(of) || scope.IsNumber(printed[of]) || Times.Contains(printed[of]));
    }

    private static readonly FrozenSet<string> BeforeTimes = [.. "in on at for since during after before by until within".Split(' ')];

    private static readonly FrozenSet<string> Times =
    [
        .. (
            "spring summer autumn fall winter year years month months week weeks day days night morning evening afternoon decade decades "
            + "century past last recent"
        ).Split(' '),
    ];

    private static readonly FrozenSet<string> Heads =
    [
        .. "something anything everything nothing someone anyone everyone nobody those all one".Split(' '),
    ];

    private static readonly FrozenSet<string> Quantities =
    [
        .. "number part half rest most group series lot kind sort type pair range mix due".Split(' '),
    ];
}
