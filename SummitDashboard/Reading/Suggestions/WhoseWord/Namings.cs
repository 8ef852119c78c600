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

    // What he calls it ends at a sign outside of the marks in which it may stand.
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

    private static readonly FrozenSet<string> Calling = Set(
        "calls called call terms termed dubs dubbed labels labeled labelled brands branded considers considered"
    );
    private static readonly FrozenSet<string> Seeing = Set(
        "describes described describe characterizes characterized characterises characterised sees saw views viewed regards regarded "
            + "refers referred portrays portrayed depicts depicted"
    );

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
