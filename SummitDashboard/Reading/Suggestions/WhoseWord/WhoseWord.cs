using System.Collections.Frozen;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.NamedBehind;
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
        var clause = Clause(sentence, WithoutBracket(sentence, verb.Start));
        if (small.IsEmpty)
            return new(Capitals(sentence, clause));
        if (
            clause.FindLastIndex(w => Quoting.Contains(w.In(sentence).ToLowerInvariant())) is >= 0 and var quoted
            && LastOf(said) == "saying"
        )
            return Quoted(sentence, clause, quoted, small);
        if (IsSaying(said))
            return new(Leader(sentence, verb, small));
        var verbs = clause.Count;
        while (verbs > 0 && IsBesideVerb(clause[verbs - 1].In(sentence), small))
            verbs--;
        if (clause.Skip(verbs).Any(w => IsNever(w.In(sentence))) || clause.Exists(w => Neither.Contains(w.In(sentence).ToLowerInvariant())))
            return default; // “did not say whether”, “neither has said”
        if (verbs > 0 && small.Is(clause[verbs - 1].In(sentence), WordRoles.Passive))
            return new(Agent(sentence, verb, small));
        if (
            verbs > 1
            && small.Is(clause[verbs - 1].In(sentence), WordRoles.Joining)
            && VerbBefore(sentence, clause[..(verbs - 1)], small) is { } other
        )
            return Of(sentence, other, small);
        var subject = Subject(sentence, clause[..verbs], small, clause.Count > 0 && BeginsAt(sentence, clause[0].Start));
        if (subject.Name is not null || subject.Pronoun is not null || LeadsBack.Contains(LastOf(said)))
            return subject;
        if (clause.Count > 0 && verbs > 0 && !IsAside(sentence, clause, small))
            return default;
        return clause.Count > 0 ? new(Behind(sentence, verb, small, isLed: false))
            : IsBehindQuotation(sentence, verb.Start) ? new(Behind(sentence, verb, small, isLed: !IsOfObject(said)))
            : Apart(sentence, verb, small);
    }

    // “Falk [met] the crew and warned”: one subject of two verbs.
    private static TextSpan? VerbBefore(string sentence, List<TextSpan> clause, SmallWords small)
    {
        var at = clause.FindIndex(w => FrequentVerbs.Has(w.In(sentence)));
        return at < 0 || (at > 0 && small.Is(clause[at - 1].In(sentence), WordRoles.Determiner | WordRoles.Preposition))
            ? null
            : clause[at];
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
        if (!IsCapital(sentence, words[first]) || small[words[first].In(sentence)] != WordRoles.None)
            return null;
        if (!IsPossessive(words[last].In(sentence)))
            return Across(words[first..(last + 1)]);
        // “Velmar’s old master Jo Falk”.
        first = words.FindIndex(last + 1, w => IsCapital(sentence, w));
        if (first < 0 || first - last > MostPlain || words[last..first].Exists(w => small[w.In(sentence)] != WordRoles.None))
            return null;
        last = first;
        while (last + 1 < words.Count && IsCapital(sentence, words[last + 1]) && !HasSign(sentence, words[last].End, words[last + 1].Start))
            last++;
        return IsPossessive(words[last].In(sentence)) ? null : Across(words[first..(last + 1)]);
    }

    private static bool IsParticiple(string word) =>
        word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal);

    private static bool IsPossessive(string word) => word.Length > 2 && word[^1] == 's' && word[^2] is '\'' or '’';

    // “The Sea Guard (SG) said”.
    private static int WithoutBracket(string sentence, int end) =>
        sentence.AsSpan(0, end).TrimEnd() is [.., ')'] && sentence.LastIndexOf('(', end - 1) is > 0 and var open ? open : end;

    // “‘It rains,’ said a former master in Velmar”: there only the subject can follow.
    private static bool IsBehindQuotation(string sentence, int verb) =>
        sentence.AsSpan(0, verb).TrimEnd() is [.., ',' or '?' or '!' or '…', '"' or '”'] or [.., '"' or '”', ','];

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
        if (isAside && !Content.Contains(first) && (small.Is(first, WordRoles.Opening | WordRoles.Preposition) || IsParticiple(first)))
            return Subject(sentence, clause, small, true);
        if (!IsOfObject(verb.In(sentence)) && (Behind(sentence, verb, small, isLed: false) ?? AtEnd(sentence, verb, small)) is { } behind)
            return new(behind);
        return isAside && aside.Count <= MostPlain && aside.TrueForAll(w => IsCapital(sentence, w)) ? new(Across(aside)) : default;
    }

    private const int MostInAside = 20;

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
        // “People familiar with it”: nobody who is named.
        if (
            start > 0
            && start < end
            && small[Word(start - 1)] == WordRoles.Pronoun
            && !IsCapital(sentence, clause[start])
            && small[Word(start)] == 0
        )
            return default;
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
        found = [.. found.SkipWhile(w => small.Is(w.In(sentence), WordRoles.Binding))]; // “one of the officials”
        found = [.. found.SkipWhile(w => small.Is(w.In(sentence), WordRoles.Determiner))];
        // “His aide Yuri Ushakov”: the name alone.
        var name = found.FindLastIndex(w => !IsCapital(sentence, w)) + 1;
        if (name > 0 && name < found.Count && small[found[name - 1].In(sentence)] == WordRoles.None)
            found = found[name..];
        return found.Count == 0 || found.Count > (and > start ? 2 * MostWords : MostWords) || IsDays(sentence, found)
            ? default
            : new(Across(found));
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

    private static bool IsNever(string word) => Never.Contains(word.ToLowerInvariant());

    private static bool IsDays(string sentence, List<TextSpan> words) => words.TrueForAll(w => IsDay(w.In(sentence)));

    private static bool IsDay(string word) =>
        char.IsDigit(word[0]) || WordStems.In(word).All(s => SoughtWords.IsDate(s.Key)) && WordStems.In(word).Any();

    private static readonly FrozenSet<string> LeadsBack = Set("zufolge");
    private static readonly FrozenSet<string> Quoting = Set("quoted cited");
    private static readonly FrozenSet<string> Never = Set(
        "not never nicht nie niemals ne pas jamais no nunca jamás não non mai не никогда"
    );
    private static readonly FrozenSet<string> Neither = Set("neither weder");
    private static readonly FrozenSet<string> Content = Set("dass ob que che что чтобы"); // what is said, and no aside

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
