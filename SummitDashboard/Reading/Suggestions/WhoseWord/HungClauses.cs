using System.Collections.Frozen;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// Clauses that hang on another and report: “Falk signed [a paper that] officials said could revive the guard”. Their verb is of nothing
/// that stands before them.
/// </summary>
internal static class HungClauses
{
    private const int MostInClause = 20;

    /// <summary>Where the clause of a reporting word begins; null where it hangs on none, as far as small words tell.</summary>
    /// <param name="party">Whose word it is by this verb.</param>
    public static int? BeginningOf(string sentence, TextSpan verb, Party party, SmallWords small)
    {
        if (small.IsEmpty || (party.Name ?? party.Pronoun) is not { } who || who.Start > verb.Start)
            return null;
        var clause = Clause(sentence, verb.Start, MostInClause);
        if (clause.Count == 0)
            return null;
        var joined = clause.FindLastIndex(w => !small.Is(w.In(sentence), WordRoles.Helping | WordRoles.Adverb));
        if (joined > 0 && small.Is(clause[joined].In(sentence), WordRoles.Joining))
            return clause[joined].Start; // “condemned the pact [and] said”
        if (small.HasCapitals)
            return OfLastVerb(sentence, clause, verb, small);
        var opening = clause.FindLastIndex(w => w.Start <= who.Start && Opens(sentence, w, small));
        if (opening >= 0)
            return clause[opening].Start;
        // “A yard where, analysts believe,”.
        var before = Words.In(sentence).LastOrDefault(w => w.End <= clause[0].Start);
        return before.Length > 0 && Opens(sentence, before, small) && sentence[before.End] == ',' ? before.Start : null;
    }

    // “As Falk said” is of what stands before, and so is “what Falk said”.
    private static bool Opens(string sentence, TextSpan word, SmallWords small) =>
        word.In(sentence) is var printed
        && small.Is(printed, WordRoles.Opening)
        && !ReportedClauses.IsComparing(printed)
        && printed is not ("what" or "What" or "how")
        && !(
            small.Is(printed, WordRoles.Determiner)
            && Words.In(sentence).LastOrDefault(w => w.End <= word.Start) is { Length: > 0 } before
            && small.Is(before.In(sentence), WordRoles.Preposition | WordRoles.Binding) // “in that letter”
        );

    // Where the verb comes last in what hangs: “ein Papier, von dem Beamte sagten,”; but no “, das Amt sagte”.
    private static int? OfLastVerb(string sentence, List<TextSpan> clause, TextSpan verb, SmallWords small)
    {
        var next = Words.In(sentence).FirstOrDefault(w => w.Start >= verb.End);
        if ((next.Length > 0 && !HasSign(sentence, verb.End, next.Start)) || clause[0].Start == 0)
            return null;
        var isLed = clause.Count > 1 && small.Is(clause[0].In(sentence), WordRoles.Preposition | WordRoles.Binding) && IsRelative(1);
        var at = isLed ? 1 : 0;
        if (!isLed && ReportedClauses.IsComparing(clause[0].In(sentence)))
            return null;
        var isAlone =
            at + 1 == clause.Count
            || small.Is(clause[at + 1].In(sentence), WordRoles.Determiner | WordRoles.Pronoun | WordRoles.Preposition);
        return
            isLed
            || (IsRelative(0) && isAlone)
            || small[clause[0].In(sentence)] == WordRoles.Opening
            || Always.Contains(clause[0].In(sentence))
            ? clause[0].Start
            : null;

        bool IsRelative(int n) => Relatives.Contains(clause[n].In(sentence));
    }

    private static readonly FrozenSet<string> Always = [.. "denen deren dessen welche welcher welches welchem welchen".Split(' ')];
    private static readonly FrozenSet<string> Relatives = [.. "der die das dem den".Split(' '), .. Always];
}
