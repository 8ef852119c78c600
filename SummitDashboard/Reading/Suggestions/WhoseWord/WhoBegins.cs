using SummitDashboard.Domain;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Who begins a sentence without a reporting word, where that is plain: “Lim Min-ho, a researcher, counts”.</summary>
internal static class WhoBegins
{
    private const int MostBefore = 8; // “the White House national security spokesman”

    private const int MostInHouse = 4;

    /// <summary>
    /// The actor, or the full name that a title, a trade or an aside tells to be a person’s; null where another stands there too.
    /// </summary>
    public static Cited? Person(string sentence, List<(ActorId Id, TextSpan Name)> actors, PartyNouns nouns, SmallWords small)
    {
        if (small.IsEmpty || small.HasCapitals || PersonNames.IsHeadline(sentence, small))
            return null;
        var words = Words.In(sentence).ToList();
        var aside = AfterAside(sentence, words, small);
        words.RemoveRange(0, aside);
        var runs = Runs(sentence, words, small);
        if (
            runs.Count == 0
            || (aside > 0 && runs[0].Last + 1 < words.Count && small.Is(words[runs[0].Last + 1].In(sentence), WordRoles.Joining))
        )
            return null;
        // “White House spokesman Ivo Brandt” is no house.
        var (first, last) = runs.Find(HasTrade) is { Last: > 0 } traded ? traded : runs[0];
        if (first > MostBefore || HasBreak(sentence, words, first) || !words.Take(first).All(IsBeforeName))
            return null;
        foreach (var (id, name) in actors)
            if (name.Start >= words[first].Start && name.End == words[last].End)
                return new(id, null);
        var start = WithoutTitles(first, last);
        return IsPerson((first, last)) && runs.Count(IsPerson) == 1 ? new(null, Across(words[start..(last + 1)]).In(sentence)) : null;

        bool IsBeforeName(TextSpan word) =>
            small[word.In(sentence)] is var roles && (roles == WordRoles.None || (roles & WordRoles.Determiner) != 0);

        int WithoutTitles(int from, int to)
        {
            while (from < to && FullNames.IsTitle(words[from].In(sentence)))
                from++;
            return from;
        }

        bool HasTrade((int First, int Last) run) =>
            run.First > 0
            && small[words[run.First - 1].In(sentence)] == WordRoles.None
            && !HasSign(sentence, words[run.First - 1].End, words[run.First].Start)
            && nouns.IsTrade(words[run.First - 1].In(sentence));

        // Two or three words with a title or a trade before them, or an aside behind them.
        bool IsPerson((int First, int Last) run)
        {
            var from = WithoutTitles(run.First, run.Last);
            if (
                run.Last - from is not (1 or 2)
                || Enumerable.Range(from, run.Last - from + 1).Any(n => nouns.IsHouse(words[n].In(sentence)))
            )
                return false;
            var hasAside =
                run.Last + 2 < words.Count
                && sentence[words[run.Last].End] == ','
                && words[run.Last + 1].In(sentence) is "a" or "an" or "who"
                && from == run.First;
            return from > run.First || HasTrade(run) || hasAside;
        }
    }

    /// <summary>A state or a house: “South Velmar sent a boat”; null where a text stands there, of which “it” may speak as well.</summary>
    public static TextSpan? House(string sentence, List<TextSpan> actors, PartyNouns nouns, SmallWords small)
    {
        if (small.IsEmpty || small.HasCapitals || PersonNames.IsHeadline(sentence, small))
            return null;
        var words = Words.In(sentence).ToList();
        var runs = Runs(sentence, words, small);
        if (runs.Count == 0 || words.Exists(w => nouns.IsText(w.In(sentence)) || nouns.IsStatement(w.In(sentence))))
            return null;
        var (first, last) = runs[0];
        // “South Velmar’s spy agency”.
        if (sentence[words[last].Start..words[last].End] is [.., '’' or '\'', 's'])
        {
            var house = words.FindIndex(last + 1, w => nouns.IsHouse(w.In(sentence)));
            if (house < 0 || house > last + MostInHouse || words[last..house].Exists(w => small[w.In(sentence)] != WordRoles.None))
                return null;
            last = house;
        }
        var name = Across(words[first..(last + 1)]);
        return
            words.Take(first).All(w => small.Is(w.In(sentence), WordRoles.Determiner))
            && !HasBreak(sentence, words, first)
            && last + 1 < words.Count
            && !HasSign(sentence, name.End, words[last + 1].Start)
            && !small.Is(words[last + 1].In(sentence), WordRoles.Joining | WordRoles.Binding)
            && !actors.Exists(a => a.Start < name.End && a.End > name.Start)
            && (
                States.Has(name.In(sentence))
                || name.In(sentence).All(char.IsUpper)
                || words[first..(last + 1)].Exists(w => nouns.IsHouse(w.In(sentence)))
            )
            ? name
            : null;
    }

    private static bool HasBreak(string sentence, List<TextSpan> words, int first) =>
        words.Take(first).Zip(words.Skip(1)).Any(w => HasSign(sentence, w.First.End, w.Second.Start))
        || HasSign(sentence, Math.Max(0, words[0].Start - 1), words[0].Start);

    // “[Opening the fair,] Falk”, “[after the talks,] Falk”.
    private static int AfterAside(string sentence, List<TextSpan> words, SmallWords small)
    {
        var first = words.Count > 0 ? words[0].In(sentence) : "";
        if (!small.Is(first, WordRoles.Preposition) && !first.EndsWith("ing", StringComparison.Ordinal))
            return 0;
        var end = words.FindIndex(w => sentence[w.End..].StartsWith(", ", StringComparison.Ordinal));
        return end is >= 0 and < MostInAside && end + 1 < words.Count ? end + 1 : 0;
    }

    private const int MostInAside = 10;

    // Words with capitals in a row; what begins the sentence is none where it is a small word.
    private static List<(int First, int Last)> Runs(string sentence, List<TextSpan> words, SmallWords small)
    {
        var found = new List<(int First, int Last)>();
        for (var n = 0; n < words.Count; n++)
        {
            if (!IsName(n))
                continue;
            var last = n;
            while (
                last + 1 < words.Count
                && IsName(last + 1)
                && (!HasSign(sentence, words[last].End, words[last + 1].Start) || IsTitle(sentence, words[last]))
            )
                last++;
            found.Add((n, last));
            n = last;
        }
        return found;

        bool IsName(int n) =>
            IsCapital(sentence, words[n])
            && small[words[n].In(sentence)] == WordRoles.None
            && !DayNames.IsWeekday(words[n].In(sentence))
            && !DayNames.IsMonth(words[n].In(sentence));
    }
}
