using System.Collections.Frozen;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Who is named behind a reporting word: “said Jo Falk”, “according to the ministry”.</summary>
internal static class NamedBehind
{
    private const int MostWords = 8;
    private const int MostPlain = 5;

    /// <summary>
    /// “…, says presidential office”: as headlines have it, all that is left of the sentence.
    /// </summary>
    public static TextSpan? AtEnd(string sentence, TextSpan verb, SmallWords small)
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

    /// <summary>
    /// “Announced by the ministry”.
    /// </summary>
    public static TextSpan? Agent(string sentence, TextSpan verb, SmallWords small)
    {
        var next = Words.In(sentence).FirstOrDefault(w => w.Start >= verb.End);
        return next.Length > 0 && By.Contains(next.In(sentence).ToLowerInvariant()) ? Behind(sentence, next, small, isLed: true) : null;
    }

    /// <summary>
    /// What follows up to a sign or a small word, with what “of” or “and” add. Behind a verb what is reported may follow (“said the ferry
    /// sails to Velmar”), so that only a name counts there, or what ends with a sign.
    /// </summary>
    public static TextSpan? Behind(string sentence, TextSpan verb, SmallWords small, bool isLed)
    {
        var words = Words.In(sentence).Where(w => w.Start >= verb.End).Take(MostWords + 2).ToList();
        string Word(int n) => words[n].In(sentence);
        bool Joins(int n) => n + 1 < words.Count && (!HasSign(sentence, words[n].End, words[n + 1].Start) || IsTitle(sentence, words[n]));
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

    private const WordRoles Any =
        WordRoles.Determiner
        | WordRoles.Pronoun
        | WordRoles.Helping
        | WordRoles.Passive
        | WordRoles.Opening
        | WordRoles.Joining
        | WordRoles.Preposition
        | WordRoles.Adverb;

    private static readonly FrozenSet<string> Back = Set(
        "both these those this beide beiden diese diesen ces cet cette estos estas ambos ambas"
    );
    private static readonly FrozenSet<string> Purpose = Set("for für pour para per для");
    private static readonly FrozenSet<string> By = Set("by von par por da dal dalla");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
