using System.Collections.Frozen;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>What kind of reporting word stands in a sentence.</summary>
internal static class ReportingWords
{
    /// <summary>True where these words report something there: “claims” behind “of” does not, nor does the “States” of a name.</summary>
    public static bool IsReporting(string sentence, TextSpan verb, SmallWords small)
    {
        if (IsCapital(sentence, verb) && !BeginsAt(sentence, verb.Start) && sentence.Any(char.IsLower))
            return false;
        if (IsLeading(verb.In(sentence)) || small.IsEmpty)
            return true;
        if (verb.In(sentence).StartsWith("doubt ", StringComparison.OrdinalIgnoreCase))
            return Clause(sentence, verb.Start) is [.., var who] && IsOfMany(who); // but no “raised doubt that”
        if (Held.Contains(verb.In(sentence).ToLowerInvariant()) && Words.In(sentence[verb.End..]) is [var to, ..] && IsTo(to))
            return false; // “shells believed to be old”
        var clause = Clause(sentence, verb.Start);
        if (clause.Count == 0)
            return true;
        var roles = small[clause[^1].In(sentence)];
        if ((roles & (WordRoles.Determiner | WordRoles.Preposition | WordRoles.Binding)) != 0 && (roles & WordRoles.Pronoun) == 0)
            return false;
        return !Plurals.Contains(verb.In(sentence).ToLowerInvariant()) || IsVerb(sentence, verb, clause, small);

        bool IsOfMany(TextSpan word) =>
            small.Is(word.In(sentence), WordRoles.Pronoun)
            || (small[word.In(sentence)] == 0 && (IsCapital(sentence, word) || sentence[word.End - 1] == 's'));

        bool IsTo(TextSpan word) => word.In(sentence[verb.End..]) is "to" && !HasSign(sentence[verb.End..], 0, word.Start);
    }

    /// <summary>True for a verb of thinking: of “aides said that Falk believed” it is the aides who speak.</summary>
    public static bool IsOfMind(string said) => OfMind.Contains(said.ToLowerInvariant());

    private static readonly FrozenSet<string> OfMind =
    [
        .. "believe,believes,believed,think,thinks,doubts,doubted,doubt that,doubt whether,bezweifelt,bezweifelte,bezweifelten".Split(','),
    ];
    private static readonly FrozenSet<string> Held = Set("believed doubted");

    // “Reuters reports that”, “the ministry claims a”; but “multiple reports indicate”, “by like-minded states that”.
    private static bool IsVerb(string sentence, TextSpan verb, List<TextSpan> clause, SmallWords small)
    {
        var next = Words.In(sentence).FirstOrDefault(w => w.Start >= verb.End);
        return (next.Length == 0 || HasSign(sentence, verb.End, next.Start) || small[next.In(sentence)] != WordRoles.None)
            && !small.Is(next.Length > 0 ? next.In(sentence) : "", WordRoles.Helping | WordRoles.Passive) // “young states were”
            && (
                (IsCapital(sentence, clause[^1]) && (clause.Count > 1 || !BeginsAt(sentence, clause[0].Start) || IsNamed(clause[0])))
                || clause.SkipLast(1).TakeLast(2).Any(w => small.Is(w.In(sentence), WordRoles.Determiner))
                || small.Is(clause[^1].In(sentence), WordRoles.Pronoun)
            );

        bool IsNamed(TextSpan word) => !Many.Contains(word.In(sentence).ToLowerInvariant());
    }

    /// <summary>True for a noun with what leads to whoever speaks: “accusations from”.</summary>
    public static bool IsNoun(string said) =>
        (LastOf(said) is "from" or "von" && !IsOfWhatFollows(said)) || (LastOf(said) == "by" && said.Split(' ')[^2].EndsWith('s'));

    /// <summary>True for a verb behind which stands to whom or of whom it is said: “told Bloomberg”.</summary>
    public static bool IsOfObject(string said) => OfObject.Contains(said.ToLowerInvariant());

    /// <summary>True for a verb that is of nothing but what it leads to: “spoke of a wider sea”, “called it a trap”.</summary>
    public static bool IsOfWhatFollows(string said) => OfWhatFollows.Contains(said.Split(' ')[0].ToLowerInvariant());

    /// <summary>True for a verb of judging: whoever tells that somebody praised something says so in a voice of his own.</summary>
    public static bool IsOfJudging(string said) => Judging.Contains(said.ToLowerInvariant());

    /// <summary>True for what is as often said of things: “the deal suggests that”.</summary>
    public static bool IsOfThings(string said) => said.StartsWith("suggest", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for “saying”, whose subject stands before the sign.</summary>
    public static bool IsSaying(string said) => said.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal);

    /// <summary>True for what leads to whoever speaks: “according to”.</summary>
    public static bool IsLeading(string phrase) => Leading.Contains(LastOf(phrase)) && !IsOfWhatFollows(phrase);

    /// <summary>The last word of a phrase, in small letters.</summary>
    public static string LastOf(string phrase) => phrase[(phrase.LastIndexOf(' ') + 1)..].ToLowerInvariant().Replace('’', '\'');

    private static readonly FrozenSet<string> Leading = Set(
        "to of from by selon laut angaben worten aussage ansicht von d'après según con segundo secondo par por "
            + "словам данным мнению согласно"
    );
    private static readonly FrozenSet<string> Judging = Set(
        "lauded lauds praised praises hailed hails slammed slams condemned condemns criticized criticizes criticised criticises lobte lobt "
            + "kritisierte verurteilte verurteilt"
    );
    private static readonly FrozenSet<string> OfObject = Set("told tells tell accused accuses accuse urged urges");
    private static readonly FrozenSet<string> Plurals = Set(
        "reports claims notes states vows pledges urges praises promises demands doubts" // nouns as well
    );
    private static readonly FrozenSet<string> OfWhatFollows = Set("spoke speaks spoken sprach sprachen spricht " + Namings.Calls);
    private static readonly FrozenSet<string> Many = Set("multiple numerous various recent earlier western media local such new more");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
