using System.Collections.Frozen;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <content>At which words they begin and end.</content>
internal sealed partial class ClauseUnits
{
    private int BeginningAt(int n)
    {
        var word = roles[n];
        if (n == 0)
            return (word & (WordRoles.Opening | WordRoles.Determiner)) == WordRoles.Opening || IsComparing(0) ? -2 : 2;
        if (printed[n] is "of" || reporting.Contains(n) && HasSign(n))
            return Nowhere;
        if ((word & WordRoles.Joining) != 0 || (IsOpening(n) && (word & WordRoles.Determiner) == 0) || IsComparing(n))
            return Nowhere;
        if (n == 1 && IsComparing(0) && (word & OfPlace) == 0)
        {
            limits[n] = Enumerable.Range(2, Math.Max(0, words.Count - 2)).FirstOrDefault(HasSign, words.Count);
            return 2; // “[As] a weakened Velmar”
        }
        if (IsRelative(n))
            return Nowhere;
        limits[n] = EndOfAside(n);
        var before = roles[n - 1];
        var isJoined = (before & WordRoles.Joining) != 0 && !IsName(n - 1);
        if (HasSign(n))
            return IsOfList(n) ? Nowhere
                : IsVerb(n) && (word & Verbal) == 0 ? -1
                : 2;
        if (isJoined)
            return (word & Verbal) != 0 || (IsVerb(n) && IsClause(n - 1)) ? (IsClause(n - 1) ? 0 : Nowhere)
                : IsClause(n - 1) ? 2
                : IsSubject(n) ? 1
                : Nowhere;
        if (n == 2 && (IsThere(0) || (IsIt(0) && IsPhrase(n) && verbAt[n] == int.MaxValue && printed[n] is not ("a" or "an"))))
            return 2;
        if (IsAfterAside(n))
            return 1;
        if ((before & WordRoles.Passive) != 0 && printed[n] is "a" or "an" or "the" && !HasSign(n) && verbAt[n] < words.Count)
            return Within(n, -3); // “is [a marriage of convenience that would fade]”
        if ((word & Verbal) != 0 || (before & Verbal) != 0 || IsOneName(n) || (IsVerb(n) && !IsDetermined(n)))
            return Nowhere;
        if (IsOpening(n - 1))
            return
                IsConditional(n - 1)
                || printed[n - 1] is "how" or "why"
                || ((before & WordRoles.Pronoun) != 0 && printed[n - 1] != "that")
                || HangsOnHead(n - 1)
                ? Nowhere
                : 2;
        if (reporting.Contains(n - 1))
            return ReportingWords.IsOfObject(printed[n - 1]) || IsOpening(n) || (word & (OfPlace | WordRoles.Adverb)) != 0 || OpensBehind(n)
                ? Nowhere
                : 2;
        if ((word & WordRoles.Adverb) != 0 && (word & (WordRoles.Determiner | WordRoles.Preposition)) == 0)
            return Nowhere;
        if (IsPossessive(n - 1) || IsComparing(n - 1))
            return Nowhere;
        if ((word & OfPlace) != 0)
            return (word & WordRoles.Binding) == 0 && n + 1 < words.Count && (IsDay(n + 1) || scope.IsNumber(printed[n + 1]))
                ? Within(n, -2)
                : Nowhere;
        if ((before & OfPlace) != 0)
            return
                IsBoundName(n)
                || (printed[n - 1] is "to" && ((IsLower(n) && word == WordRoles.None) || printed[Math.Max(0, n - 2)] is "according"))
                ? Nowhere
                : Within(n, -1);
        if ((before & WordRoles.Determiner) != 0 && printed[n - 1].ToLowerInvariant() is "the" or "a" or "an")
            return begins[n - 1] == Nowhere || (word & WordRoles.Pronoun) != 0 || printed[n] is "other"
                ? Nowhere
                : Within(n, begins[n - 1] - (n == 1 ? 3 : 1), limits[n - 1]);
        if ((before & WordRoles.Determiner) != 0)
            return Nowhere;
        var isSubject = (word & WordRoles.Pronoun) != 0 && (word & WordRoles.Determiner) == 0;
        return isSubject || (IsPhrase(n) && !scope.IsNumber(printed[n - 1])) ? Within(n, -1) : Nowhere;
    }

    // “[There is] no sign”.
    private bool IsThere(int n) => n + 1 < words.Count && printed[n] is "There" or "there" && (roles[n + 1] & Verbal) != 0;

    // “[In May] the old ferries”, “[In March] Velmar”.
    private bool IsAfterAside(int n)
    {
        var start = FirstOfClause(n);
        if (
            start > n - 2
            || (roles[start] & WordRoles.Preposition) == 0
            || (roles[n - 1] != WordRoles.None && !IsName(n - 1))
            || verbAt[start] <= n
        )
            return false;
        for (var m = start + 2; m < n; m++)
            if ((roles[m] & (WordRoles.Determiner | OfPlace | WordRoles.Joining)) != 0)
                return false;
        return (roles[n] & (WordRoles.Determiner | WordRoles.Pronoun)) != 0 || (IsName(n) && (IsLower(n - 1) || IsDay(n - 1)));
    }

    // “It was [his first trip]”.
    private bool IsIt(int n) => printed[n] is "It" or "This" or "That" && printed[n + 1] is "is" or "was";

    // What begins within a clause ends before a verb that is not said of it: “[the leader of] North Korea [vowed]”.
    private int Within(int n, int worth, int? known = null)
    {
        var isSubject = FirstOfClause(n) is var start && verbAt[start] >= n;
        var isObject = n > 0 && ((roles[n - 1] | roles[n]) & OfPlace) != 0;
        var isOfNoun = n > 1 && (roles[n - 1] & OfPlace) != 0 && IsCommonNoun(n - 2) && !HasSign(n - 1);
        limits[n] = Math.Min(limits[n], known is { } its && its < words.Count ? its : Limit());
        return worth;

        int Limit()
        {
            if (known is not null)
                return words.Count;
            for (var m = n + 1; m < Math.Min(words.Count, n + Long); m++)
                if (
                    (isSubject && verbAt[m] == m)
                    || (isOfNoun && IsOfBoth(n, m))
                    || (IsOpening(m) && HasSign(m) && AreDays(n, m))
                    || ((isSubject || isObject) && HasSign(m) && !IsOpening(m) && !IsOfList(m))
                    || (
                        (roles[m] & WordRoles.Joining) != 0
                        && m + 1 < words.Count
                        && (IsVerb(m + 1) || IsGerund(m + 1) || (isObject && printed[m + 1] is "a" or "an"))
                    )
                )
                    return m;
            return words.Count;
        }
    }

    // “In 2022 [, which]”.
    private bool AreDays(int from, int to) => Enumerable.Range(from, to - from).All(n => IsDay(n) || (roles[n] & OfPlace) != 0);

    // “Technological, [diplomatic,] and food assistance”.
    private bool IsOfList(int n) =>
        (roles[n] == WordRoles.None && IsLower(n) && HasSignBehind(n))
        || ((roles[n] & WordRoles.Joining) != 0 && HasSign(n) && IsOfList(n - 1));

    // “Tuesday evening [, June 18]”.
    private bool IsDateBehind(int n) =>
        DayNames.IsMonth(printed[n + 1]) && (DayNames.IsWeekday(printed[n]) || (n > 0 && DayNames.IsWeekday(printed[n - 1])));

    // “Technological [, diplomatic, and food assistance]”, “South Korea, Velmar [, and the league]”.
    private bool IsListedBehind(int n) =>
        (roles[n + 1] & WordRoles.Joining) != 0
            ? HasSign(n + 1) && IsListed(n + 1)
            : IsLower(n) && (IsOfList(n + 1) || IsLastOfList(n + 1));

    // “Flour [, oil and hard currency]”, but no “in the fog, ferries and boats sank”.
    private bool IsLastOfList(int n)
    {
        var and = Enumerable
            .Range(n + 1, Math.Max(0, Math.Min(2, words.Count - n - 1)))
            .FirstOrDefault(m => (roles[m] & WordRoles.Joining) != 0);
        return and > n
            && verbAt[n] == int.MaxValue
            && Enumerable.Range(n, and - n).All(m => roles[m] == WordRoles.None && IsLower(m))
            && Enumerable.Range(n + 1, and - n).All(m => !HasSign(m));
    }

    // From the sign, the opening, or the word of reporting before it on.
    private int FirstOfClause(int n)
    {
        var start = n;
        while (start > 0 && n - start < Long && !HasSign(start) && !IsOpening(start - 1) && !reporting.Contains(start - 1))
            start--;
        return start;
    }

    // “Carried | the shells”, “carried | 300 shells”, “told | Falk”.
    private bool IsPhrase(int n) =>
        (roles[n] & WordRoles.Determiner) != 0 || scope.IsNumber(printed[n]) || (IsName(n) && !IsName(n - 1) && !IsNounBefore(n));

    // “Spokesman Matthew Miller”: what stands before a name and is no verb belongs to it.
    private bool IsNounBefore(int n) => !IsVerb(n - 1);

    private bool IsSubject(int n) =>
        (roles[n] & WordRoles.Pronoun) != 0 && (roles[n] & (WordRoles.Determiner | WordRoles.Opening)) == 0 && verbAt[n] <= n + 2;

    // Behind a sign, or as the first word, what joins begins a clause of its own.
    private bool IsClause(int joining) => joining == 0 || HasSign(joining);

    private int EndingAt(int n)
    {
        if (IsPossessive(n))
            return Nowhere;
        if (n + 1 == words.Count)
            return 3;
        if (reporting.Contains(n) && FirstOfClause(n) is var start && (start == 0 || !HasSign(start) || !HasSign(n + 1)))
            return Nowhere;
        for (var m = Math.Max(0, n - 2); m < n; m++)
            if (IsOpening(m) && (!HasSign(n + 1) || m == n - 1))
                return Nowhere;
        var (word, next) = (roles[n], roles[n + 1]);
        var isLeading =
            FunctionWords.Has(functions, printed[n])
            || printed[n] is "due" or "such" or "prior" or "according"
            || (word & (Verbal | WordRoles.Adverb)) != 0
            || (scope.IsNegator(printed[n]) && (word & WordRoles.Pronoun) == 0);
        if (HasSign(n + 1))
            return
                IsConditional(n + 1)
                || IsListedBehind(n)
                || IsDateBehind(n)
                || (isLeading && (word & (Verbal | OfPlace)) != 0 && IsDashed(n + 1))
                ? Nowhere
                : 3;
        if (isLeading || IsOneName(n + 1) || scope.IsDegree(printed[n]))
            return Nowhere;
        if ((next & WordRoles.Joining) != 0)
            return n + 2 < words.Count && IsJoinedVerb(n + 2) && !HasSign(n + 2) ? 1 : Nowhere;
        if (printed[n + 1] is "to")
            return n + 2 == words.Count || IsVerb(n) || IsInfinitive(n) || IsBoundAfter(n) ? Nowhere
                : IsName(n + 2) || (roles[n + 2] & WordRoles.Determiner) != 0 ? 0
                : n > 0
                && !IsBidden(n)
                && ((roles[n - 1] & WordRoles.Determiner) != 0 || IsLower(n - 1) || IsPossessive(n - 1))
                && IsLower(n)
                    ? -2
                : Nowhere; // “a resolution | to renew”, but no “allows Falk | to renew”
        if ((next & (WordRoles.Binding | Verbal)) != 0 || IsComparing(n + 1) || IsVerb(n + 1))
            return Nowhere;
        if ((next & WordRoles.Opening) != 0)
            return IsConditional(n + 1) || printed[n + 1] is "that" or "how" or "why" ? Nowhere
                : IsVerb(n) ? Nowhere
                : 0;
        if ((next & WordRoles.Preposition) != 0)
            return IsBoundAfter(n) ? Nowhere
                : IsInfinitive(n) || printed[n].EndsWith("ing", StringComparison.Ordinal) ? -4
                : FrequentVerbs.IsPast(printed[n]) && printed[n + 1] is "at" or "by" && (n == 0 || (roles[n - 1] & Verbal) == 0) ? Nowhere
                : IsVerb(n) ? -3
                : 1;
        if ((next & WordRoles.Adverb) != 0)
            return scope.IsNegator(printed[n + 1]) || IsVerb(n) ? Nowhere
                : n + 2 == words.Count || HasSign(n + 2) ? 2
                : 0;
        // “Of the goods | most that lay there”.
        return
            (next & (WordRoles.Pronoun | WordRoles.Determiner)) != 0
            && n > 0
            && (roles[n - 1] & WordRoles.Determiner) != 0
            && n + 2 < words.Count
            && IsOpening(n + 2)
            ? 0
            : Nowhere;
    }

    // “Signed a treaty | and toured”, “to counter Falk | and build a”.
    private bool IsJoinedVerb(int n) =>
        IsVerb(n)
        || (roles[n] & Verbal) != 0
        || (roles[n] == WordRoles.None && IsLower(n) && n + 1 < words.Count && printed[n + 1] is "a" or "an" or "the" or "its" or "their");

    // “Allows Falk | to go”: who is to do something belongs to it.
    private bool IsBidden(int n)
    {
        for (var m = n; m > Math.Max(0, n - Few) && !HasSign(m); m--)
            if (Bidding.Contains(printed[m - 1]))
                return true;
        return Bidding.Contains(printed[n]);
    }

    private const int Few = 5;

    private static readonly FrozenSet<string> Bidding = (
        "allow allows allowed allowing ask asks asked asking oblige obliges obliged obligate obligates obligated enable enables enabled "
        + "expect expects expected force forces forced urge urges urged want wants wanted order orders ordered invite invites "
        + "invited require requires required help helps helped encourage encourages encouraged permit permits permitted compel compels "
        + "compelled lead leads led cause causes caused need needs needed willing ready able unable likely unlikely eager keen"
    )
        .Split(' ')
        .ToFrozenSet();
}
