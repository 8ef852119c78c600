using System.Collections.Frozen;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>“What Moscow calls its special operation”: these words are Moscow’s, whatever else the sentence reports.</summary>
internal static class Namings
{
    private const int MostToVerb = 10;

    /// <summary>
    /// Who calls so what stands at a place, and by which verb; null where it is not called so by anybody. The party is empty where the
    /// sentence does not say who (“what is called”).
    /// </summary>
    public static (TextSpan Verb, Party Party)? Of(string sentence, int at, SmallWords small)
    {
        var words = Words.In(sentence).ToList();
        for (var n = words.FindLastIndex(w => w.Start <= at); n >= 0; n--)
            if (words[n].In(sentence) is "what" or "What" && Verb(sentence, words, n) is var (verb, last))
                return IsOver(sentence, words[last].End, at)
                    ? null
                    : (Across(words[verb..(last + 1)]), Caller(sentence, words[(n + 1)..verb], small));
        return null;
    }

    // “Calls”, or “described as”.
    private static (int Verb, int Last)? Verb(string sentence, List<TextSpan> words, int what)
    {
        for (var n = what + 1; n < words.Count && n <= what + MostToVerb; n++)
        {
            if (HasSign(sentence, words[n - 1].End, words[n].Start) && !IsAbbreviation(sentence, words[n - 1], words[n].Start))
                return null;
            var word = words[n].In(sentence);
            if (Calling.Contains(word))
                return (n, n);
            for (var next = n + 1; Seeing.Contains(word) && next <= n + 2 && next < words.Count; next++)
                if (words[next].In(sentence) == "as" && !HasSign(sentence, words[n].End, words[next].Start))
                    return (n, next);
        }
        return null;
    }

    /// <summary>True for a verb by which somebody calls somebody something.</summary>
    public static bool IsCall(string said) => Called.Contains(said);

    /// <summary>True where what somebody is called has ended: at a sign, or “the yard that Falk calls a school [is closed]”.</summary>
    public static bool IsOver(string sentence, TextSpan call, int at, SmallWords small) =>
        IsOver(sentence, call.End, at)
        || Words
            .In(sentence)
            .Where(w => w.Start >= call.End && w.Start <= at)
            .TakeWhile(w => !small.Is(w.In(sentence), WordRoles.Opening))
            .Any(w => small[w.In(sentence)] is WordRoles.Helping or WordRoles.Passive);

    // At a sign outside of the marks in which it may stand.
    private static bool IsOver(string sentence, int start, int at)
    {
        var isQuoted = false;
        for (var n = start; n < at; n++)
            if (sentence[n] is '"' or '“' or '”')
                isQuoted = sentence[n] == '“' || (sentence[n] == '"' && !isQuoted);
            else if (!isQuoted && sentence[n] is ',' or ';' or ':' or '–' or '—')
                return true;
        return false;
    }

    private static Party Caller(string sentence, List<TextSpan> words, SmallWords small)
    {
        if (words.Exists(w => small.Is(w.In(sentence), WordRoles.Passive)))
            return default;
        while (words.Count > 0 && IsBesideVerb(words[^1].In(sentence)))
            words.RemoveAt(words.Count - 1);
        if (words is [var one] && small.Is(one.In(sentence), WordRoles.Pronoun))
            return new(null, one);
        var name = words.SkipWhile(w => small.Is(w.In(sentence), WordRoles.Determiner)).ToList();
        return name.Count == 0 || name.Exists(w => small.Is(w.In(sentence), WordRoles.Opening)) ? default : new(Across(name));

        bool IsBesideVerb(string word) =>
            small.Is(word, WordRoles.Helping | WordRoles.Adverb)
            || (char.IsLower(word[0]) && word.EndsWith("ly", StringComparison.Ordinal));
    }

    /// <summary>
    /// The same where the fragment holds it, and what is called so is quoted: “thanked her for what he called ‘steady support’”.
    /// </summary>
    public static (TextSpan Verb, Party Party)? Within(string sentence, TextSpan fragment, SmallWords small)
    {
        for (var at = fragment.Start; at < Math.Min(fragment.End, sentence.Length); at++)
            if (sentence[at] is '"' or '“' && Of(sentence, at, small) is var (verb, party) && verb.Start >= fragment.Start)
                return (verb, party);
        return null;
    }

    /// <summary>The verbs by which somebody calls somebody something: “called Velmar a friend”, “a plan that Falk called a trap”.</summary>
    public static IEnumerable<TextSpan> Verbs(string sentence, SmallWords small)
    {
        var words = Words.In(sentence).ToList();
        for (var n = 1; n < words.Count - 1; n++)
            if (
                Called.Contains(words[n].In(sentence))
                && ReportingWords.IsReporting(sentence, words[n], small)
                && (IsSomething(sentence, words, n, small) || (IsRelative(sentence, words[n], small) && IsWhat(sentence, words, n + 1)))
            )
                yield return words[n];
    }

    // “Velmar | a friend”, “the deal | ‘a trap’”, “it | the end”: whom or what, and behind it as what.
    private static bool IsSomething(string sentence, List<TextSpan> words, int verb, SmallWords small)
    {
        bool Is(int n, WordRoles any) => small.Is(words[n].In(sentence), any);
        if (!(Is(verb + 1, WordRoles.Determiner) || Is(verb + 1, WordRoles.Pronoun) || IsCapital(sentence, words[verb + 1])))
            return false;
        for (var n = verb + 1; n < words.Count - 1 && n < verb + MostCalled; n++)
        {
            if (
                HasSign(sentence, words[n - 1].End, words[n].Start)
                || (Is(n, NoneOfThose) && !Is(n, WordRoles.Determiner | WordRoles.Pronoun))
            )
                return false;
            if ((n > verb + 1 || !Is(n, WordRoles.Determiner)) && !Is(n, WordRoles.Binding) && IsWhat(sentence, words, n + 1))
                return true;
        }
        return false;
    }

    // But no “called Velmar the next day”.
    private static bool IsWhat(string sentence, List<TextSpan> words, int n) =>
        sentence.AsSpan(words[n - 1].End, words[n].Start - words[n - 1].End) is " \"" or " “"
        || (
            As.Contains(words[n].In(sentence))
            && !HasSign(sentence, words[n - 1].End, words[n].Start)
            && !words.Skip(n + 1).Take(2).Any(w => Times.Contains(w.In(sentence)))
        );

    // But no “what Falk called”.
    private static bool IsRelative(string sentence, TextSpan verb, SmallWords small) =>
        Clause(sentence, verb.Start).FindLast(w => small.Is(w.In(sentence), WordRoles.Opening)) is { Length: > 0 } opening
        && opening.In(sentence) is "which" or "that";

    private const int MostCalled = 7;

    private const WordRoles NoneOfThose =
        WordRoles.Preposition | WordRoles.Opening | WordRoles.Helping | WordRoles.Passive | WordRoles.Joining | WordRoles.Adverb;

    /// <summary>Verbs by which somebody calls somebody something.</summary>
    public const string Calls = "called calls dubbed dubs termed labelled labeled branded";

    private static readonly FrozenSet<string> Called = Set(Calls);
    private static readonly FrozenSet<string> As = Set("a an the its his her their our one");
    private static readonly FrozenSet<string> Times = Set(
        "day days week weeks night evening morning afternoon month months year years hour hours minute minutes moment weekend time"
    );
    private static readonly FrozenSet<string> Calling = Set(
        "calls called call terms termed dubs dubbed labels labeled labelled brands branded considers considered"
    );
    private static readonly FrozenSet<string> Seeing = Set(
        "describes described describe characterizes characterized characterises characterised sees saw views viewed regards regarded "
            + "refers referred portrays portrayed depicts depicted"
    );

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
