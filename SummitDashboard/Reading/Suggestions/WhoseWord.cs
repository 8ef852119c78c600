using System.Collections.Frozen;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.ReportingWords;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Whose word something is, as far as the sentence tells.</summary>
/// <param name="Name">Where the party stands; null where none is found.</param>
/// <param name="Pronoun">Where somebody is meant who is not named there (“he said”).</param>
internal readonly record struct Party(TextSpan? Name, TextSpan? Pronoun = null);

/// <summary>
/// Who stands beside a reporting word: its subject, or what “according to” leads to. By plain rules over the small words of the language;
/// where they do not tell, nobody.
/// </summary>
internal static class WhoseWord
{
    private const int MostWords = 8;
    private const int MostPlain = 5; // words without a capital or an article that may be a party: “two local officials”

    /// <summary>The party of a reporting word.</summary>
    public static Party Of(string sentence, TextSpan verb, SmallWords small)
    {
        var said = verb.In(sentence);
        if (IsLeading(said))
            return new(Behind(sentence, verb, small, isLed: true));
        var clause = Clause(sentence, verb.Start);
        if (small.IsEmpty)
            return new(Capitals(sentence, clause));
        if (
            clause.FindLastIndex(w => Quoting.Contains(w.In(sentence).ToLowerInvariant())) is >= 0 and var quoted
            && LastOf(said) == "saying"
        )
            return Quoted(sentence, clause, quoted, small);
        if (IsSaying(said) && Leader(sentence, verb, small) is { } leader)
            return new(leader);
        var verbs = clause.Count;
        while (verbs > 0 && IsBesideVerb(clause[verbs - 1].In(sentence), small))
            verbs--;
        if (verbs > 0 && small.Is(clause[verbs - 1].In(sentence), WordRoles.Passive))
            return new(Agent(sentence, verb, small));
        var subject = Subject(sentence, clause[..verbs], small, clause.Count > 0 && BeginsAt(sentence, clause[0].Start));
        if (subject.Name is not null || subject.Pronoun is not null || LeadsBack.Contains(LastOf(said)))
            return subject;
        if (clause.Count > 0 && verbs > 0 && !IsAside(sentence, clause, small))
            return default;
        return clause.Count > 0 ? new(Behind(sentence, verb, small, isLed: false)) : Apart(sentence, verb, small);
    }

    // “Falk was quoted as saying”, “was quoted by the paper as saying”, “the paper quoted Falk as saying”: each time it is Falk.
    private static Party Quoted(string sentence, List<TextSpan> clause, int quoted, SmallWords small)
    {
        var between = clause[(quoted + 1)..].SkipWhile(w => small.Is(w.In(sentence), WordRoles.Determiner)).ToList();
        var verbs = quoted;
        while (verbs > 0 && small.Is(clause[verbs - 1].In(sentence), WordRoles.Helping | WordRoles.Passive | WordRoles.Adverb))
            verbs--;
        if (between.Count > 0 && !small.Is(between[0].In(sentence), WordRoles.Preposition))
            return small.Is(between[0].In(sentence), WordRoles.Pronoun) ? new(null, between[0]) : new(Across(between));
        return Subject(sentence, clause[..verbs], small, BeginsAt(sentence, clause[0].Start));
    }

    // “Falk came home, saying that”: who is named at the beginning of the sentence, before any other sign.
    private static TextSpan? Leader(string sentence, TextSpan verb, SmallWords small)
    {
        var words = Words.In(sentence).Where(w => w.End <= verb.Start).ToList();
        var first = words.FindIndex(w => !small.Is(w.In(sentence), WordRoles.Determiner));
        if (first < 0 || !BeginsAt(sentence, words[^1].End + 2))
            return null;
        var last = first;
        while (last + 1 < words.Count && IsCapital(sentence, words[last + 1]) && !HasSign(sentence, words[last].End, words[last + 1].Start))
            last++;
        return IsCapital(sentence, words[first]) && small[words[first].In(sentence)] == WordRoles.None
            ? Across(words[first..(last + 1)])
            : null;
    }

    // Behind a comma: the subject before an aside, or the name that is the aside; else what follows (“…, said Jo Falk”).
    private static Party Apart(string sentence, TextSpan verb, SmallWords small)
    {
        var comma = sentence.AsSpan(0, verb.Start).TrimEnd().Length - 1;
        if (comma < 0 || sentence[comma] != ',')
            return new(Behind(sentence, verb, small, isLed: false));
        var aside = Clause(sentence, comma, MostInAside);
        var before = aside.Count > 0 ? sentence.AsSpan(0, aside[0].Start).TrimEnd().Length - 1 : -1;
        var isAside = before > 0 && sentence[before] == ',';
        var first = aside.Count > 0 ? aside[0].In(sentence) : "";
        var clause = isAside ? Clause(sentence, before) : [];
        if (clause.Count == 0 || !BeginsAt(sentence, clause[0].Start))
            clause = [];
        // “Andrei Lankov, a professor”, “Michael McFaul, former ambassador”.
        var isName = clause.Count is > 0 and <= MostPlain && clause.TrueForAll(w => IsCapital(sentence, w) && small[w.In(sentence)] == 0);
        if (
            isName
            && !IsCapital(sentence, aside[0])
            && (clause.Count > 1 || small.Is(first, WordRoles.Determiner))
            && !IsDays(sentence, clause)
        )
            return new(Across(clause));
        if (
            isAside
            && !Content.Contains(first)
            && (small.Is(first, WordRoles.Opening | WordRoles.Preposition) || first.EndsWith("ing", StringComparison.Ordinal))
        )
            return Subject(sentence, clause, small, true);
        if (!IsOfObject(verb.In(sentence)) && (Behind(sentence, verb, small, isLed: false) ?? AtEnd(sentence, verb, small)) is { } behind)
            return new(behind);
        return isAside && aside.Count <= MostPlain && aside.TrueForAll(w => IsCapital(sentence, w)) ? new(Across(aside)) : default;
    }

    private const int MostInAside = 20;

    // “…, says presidential office”: as headlines have it, all that is left of the sentence.
    private static TextSpan? AtEnd(string sentence, TextSpan verb, SmallWords small)
    {
        var words = Words.In(sentence).Where(w => w.Start >= verb.End).Take(MostPlain + 1).ToList();
        return
            words.Count is > 0 and <= MostPlain
            && words.TrueForAll(w => small[w.In(sentence)] == WordRoles.None && !w.In(sentence).EndsWith("ing", StringComparison.Ordinal))
            && !HasSign(sentence, verb.End, words[0].Start)
            && words.Zip(words.Skip(1)).All(w => !HasSign(sentence, w.First.End, w.Second.Start))
            ? Across(words)
            : null;
    }

    // “Announced by the ministry”.
    private static TextSpan? Agent(string sentence, TextSpan verb, SmallWords small)
    {
        var next = Words.In(sentence).FirstOrDefault(w => w.Start >= verb.End);
        return next.Length > 0 && By.Contains(next.In(sentence).ToLowerInvariant()) ? Behind(sentence, next, small, isLed: true) : null;
    }

    // The subject at the end of these words, which go from a sign to the verb.
    private static Party Subject(string sentence, List<TextSpan> clause, SmallWords small, bool isStart)
    {
        string Word(int n) => clause[n].In(sentence);
        bool Is(int n, WordRoles any) => small.Is(Word(n), any);
        var end = clause.Count;
        if (end > 0 && Is(end - 1, WordRoles.Pronoun))
            return new(null, clause[end - 1]);
        if (end == 0 || Is(end - 1, WordRoles.Joining | WordRoles.Opening | WordRoles.Determiner | WordRoles.Preposition))
            return default;
        var start = clause.FindLastIndex(w => IsOther(w.In(sentence), small)) + 1;
        isStart |= start > 0;
        for (var dropped = true; dropped && start < end; )
        {
            dropped = false;
            if (Is(start, WordRoles.Joining | WordRoles.Adverb))
                (start, dropped) = (start + 1, true);
            else if (Is(start, WordRoles.Preposition) && !Is(start, WordRoles.Determiner))
            {
                var at = start + 1;
                while (at < end && (IsCapital(sentence, clause[at]) || char.IsDigit(sentence[clause[at].Start])))
                    at++;
                isStart &= at > start + 1;
                (start, dropped) = (at, true);
            }
        }
        // “Officials on Wednesday said”.
        for (var at = end - 1; at > start; at--)
            if (Is(at, WordRoles.Preposition) && Enumerable.Range(at + 1, end - at - 1).All(n => IsDay(Word(n))))
                end = at;
        if (start >= end)
            return default;
        // Two are joined where both have names, or where nothing but the two words stands there.
        var and = clause.FindLastIndex(end - 1, end - start, w => small.Is(w.In(sentence), WordRoles.Joining));
        if (and > start && and < end - 1)
        {
            var right = Is(and + 1, WordRoles.Determiner) && and + 2 < end ? and + 2 : and + 1;
            var areNames = IsCapital(sentence, clause[and - 1]) && IsCapital(sentence, clause[right]);
            if (!areNames && !(isStart && and == start + 1 && end == and + 2))
                (start, isStart) = (and + 1, true);
        }
        var determiner = clause.FindLastIndex(end - 1, end - start, w => small.Is(w.In(sentence), WordRoles.Determiner));
        while (
            determiner > start
            && (Is(determiner, WordRoles.Binding) || Is(determiner - 1, WordRoles.Binding | WordRoles.Joining | WordRoles.Preposition))
        )
            if (
                clause.FindLastIndex(determiner - 1, determiner - start, w => small.Is(w.In(sentence), WordRoles.Determiner))
                is >= 0
                    and var n
            )
                determiner = n;
            else
            {
                determiner = isStart ? start - 1 : determiner;
                break;
            }
        List<TextSpan> found = clause[start..end];
        if (determiner >= start)
            found = clause[(determiner + 1)..end];
        else if (!isStart)
            found = [.. clause[start..end].SkipWhile(w => !IsCapital(sentence, w))];
        else if (found.Count > MostPlain && !found.Exists(w => IsCapital(sentence, w)))
            return default;
        // “His aide Yuri Ushakov”: the name alone.
        var name = found.FindLastIndex(w => !IsCapital(sentence, w)) + 1;
        if (name > 0 && name < found.Count && small[found[name - 1].In(sentence)] == WordRoles.None)
            found = found[name..];
        return found.Count == 0 || found.Count > (and > start ? 2 * MostWords : MostWords) || IsDays(sentence, found)
            ? default
            : new(Across(found));
    }

    // What follows up to a sign or a small word, with what “of” or “and” add. Behind a verb what is reported may follow (“said the ferry
    // sails to Velmar”), so that only a name counts there, or what ends with a sign.
    private static TextSpan? Behind(string sentence, TextSpan verb, SmallWords small, bool isLed)
    {
        var words = Words.In(sentence).Where(w => w.Start >= verb.End).Take(MostWords + 2).ToList();
        string Word(int n) => words[n].In(sentence);
        bool Joins(int n) => n + 1 < words.Count && !HasSign(sentence, words[n].End, words[n + 1].Start);
        bool IsName(int n) => n < words.Count && IsCapital(sentence, words[n]);
        if (words.Count == 0 || HasSign(sentence, verb.End, words[0].Start))
            return null;
        if (Back.Contains(Word(0).ToLowerInvariant()))
            return null; // “denied by both parties”
        var first = 0;
        while (first < words.Count - 1 && Joins(first) && small.Is(Word(first), WordRoles.Determiner | WordRoles.Binding))
            first++;
        if (small.Is(Word(first), Any) || (!isLed && first == 0 && !IsName(0)))
            return null;
        var last = first;
        for (var ended = false; !ended && Joins(last); )
        {
            var next = last + 1;
            var roles = small[Word(next)];
            var beyond = next + 1;
            if ((roles & (WordRoles.Binding | WordRoles.Joining)) != 0 || (IsName(last) && Purpose.Contains(Word(next))))
            {
                while (beyond < words.Count && Joins(beyond - 1) && small.Is(Word(beyond), WordRoles.Determiner))
                    beyond++;
                ended =
                    beyond >= words.Count
                    || !Joins(beyond - 1)
                    || small.Is(Word(beyond), Any)
                    || (!IsName(beyond) && ((roles & WordRoles.Joining) != 0 || !isLed));
                last = ended ? last : beyond;
            }
            else if ((roles & (WordRoles.Helping | WordRoles.Passive)) != 0 && !isLed)
                return null;
            else if ((roles & WordRoles.Pronoun) != 0 && (roles & WordRoles.Opening) == 0)
                return last - first < 2 ? Across(words[first..(last + 1)]) : null;
            else if (roles != WordRoles.None)
                ended = true;
            else if (!isLed && IsName(first) && first == 0 && !IsName(next) && !small.HasCapitals)
                return null; // “said Washington believed”
            else if (small.HasCapitals && IsName(last) && !IsName(next))
                ended = true;
            else
                last = next;
        }
        var isLast = !Joins(last);
        // “Elena Marsh of the Institute” is Elena Marsh.
        var of = words.FindIndex(first, last - first + 1, w => small.Is(w.In(sentence), WordRoles.Binding));
        if (first == 0 && of > 1 && Enumerable.Range(0, of).All(IsName) && small.Is(Word(of + 1), WordRoles.Determiner))
            return Across(words[..of]);
        return last - first >= MostWords || (!isLed && !isLast && !IsName(last)) ? null : Across(words[first..(last + 1)]);
    }

    // Where no small words are known: the names that stand next to it.
    private static TextSpan? Capitals(string sentence, List<TextSpan> clause)
    {
        var name = clause.FindLastIndex(w => !IsCapital(sentence, w)) + 1;
        return name < clause.Count && clause[name].Start > 0 ? Across(clause[name..]) : null;
    }

    // Of “in Berlin” before a verb nobody is the subject.
    private static bool IsAside(string sentence, List<TextSpan> clause, SmallWords small) =>
        small.Is(clause[0].In(sentence), WordRoles.Preposition | WordRoles.Adverb);

    private static bool IsBesideVerb(string word, SmallWords small) =>
        small[word] is var roles
            && (roles & (WordRoles.Helping | WordRoles.Adverb)) != 0
            && (roles & (WordRoles.Pronoun | WordRoles.Determiner)) == 0
        || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && char.IsLower(word[0]));

    private static bool IsOther(string word, SmallWords small) =>
        small[word] is var roles
        && ((roles & (WordRoles.Opening | WordRoles.Helping | WordRoles.Passive)) != 0 || roles is WordRoles.Pronoun)
        && (roles & (WordRoles.Determiner | WordRoles.Preposition)) == 0;

    private static bool IsDays(string sentence, List<TextSpan> words) => words.TrueForAll(w => IsDay(w.In(sentence)));

    private static bool IsDay(string word) =>
        char.IsDigit(word[0]) || WordStems.In(word).All(s => SoughtWords.IsDate(s.Key)) && WordStems.In(word).Any();

    private const WordRoles Any =
        WordRoles.Determiner
        | WordRoles.Pronoun
        | WordRoles.Helping
        | WordRoles.Passive
        | WordRoles.Opening
        | WordRoles.Joining
        | WordRoles.Preposition
        | WordRoles.Adverb;

    private static readonly FrozenSet<string> LeadsBack = Set("zufolge");
    private static readonly FrozenSet<string> Quoting = Set("quoted cited");
    private static readonly FrozenSet<string> By = Set("by von par por da dal dalla");
    private static readonly FrozenSet<string> Back = Set(
        "both these those this beide beiden diese diesen ces cet cette estos estas ambos ambas"
    );
    private static readonly FrozenSet<string> Content = Set("dass ob que che что чтобы"); // what is said, and no aside
    private static readonly FrozenSet<string> Purpose = Set("for für pour para per для");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
