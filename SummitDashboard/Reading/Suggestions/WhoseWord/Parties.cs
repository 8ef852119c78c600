using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Who the words are that stand beside a reporting word: one party, several, or the author of a text; a text is nobody.</summary>
internal sealed class Parties(string sentence, SmallWords small, PartyNouns nouns)
{
    private const int MostInList = 5;

    /// <summary>The parties in order; none where a text speaks of which nobody is named as its author.</summary>
    public IReadOnlyList<TextSpan> In(TextSpan party)
    {
        if (Words.In(party.In(sentence)).Count == 0)
            return [];
        var all = Split(party);
        return [.. (all.Count > 1 ? all.Select(Bare) : all).Select(Author).OfType<TextSpan>()];
    }

    /// <summary>True for a text, whoever wrote it: “Article 4 of the treaty”, “a statement by the ministry”.</summary>
    public bool IsText(TextSpan party) => Head(party) is { } head && (nouns.IsText(head) || nouns.IsStatement(head));

    // Of “spokesman Jo Falk and” the name alone, as of one.
    private TextSpan Bare(TextSpan party)
    {
        var words = In(party.Start, party.End);
        var name = words.FindLastIndex(w => !IsCapital(sentence, w)) + 1;
        return name > 0 && name < words.Count && small[words[name - 1].In(sentence)] == WordRoles.None ? Across(words[name..]) : party;
    }

    // “A statement by the ministry”, “Falk’s letter”.
    private TextSpan? Author(TextSpan party)
    {
        if (!IsText(party))
            return party;
        if (nouns.IsText(Head(party)!))
            return null;
        var words = In(party.Start, party.End);
        foreach (var word in words.SkipLast(1))
            if (Possessive(word) is { } owner)
                return new(words[0].Start, owner - words[0].Start);
        var by = words.FindIndex(w => By.Contains(w.In(sentence).ToLowerInvariant()));
        if (by >= 0)
            return Named(words[(by + 1)..]);
        // What follows the party, where that ended at a small word.
        var next = Words.In(sentence).Where(w => w.Start >= party.End).Take(2).ToList();
        return next.Count > 0 && !HasSign(sentence, party.End, next[0].Start) && By.Contains(next[0].In(sentence).ToLowerInvariant())
            ? Named(In(next[0].End, sentence.Length), isOpen: true)
            : null;
    }

    // Without articles, up to a small word or a sign.
    private TextSpan? Named(List<TextSpan> words, bool isOpen = false)
    {
        var its = words.SkipWhile(w => small.Is(w.In(sentence), WordRoles.Determiner)).ToList();
        if (!isOpen)
            return its.Count > 0 ? Across(its) : null;
        var taken = new List<TextSpan>();
        foreach (var word in its.Take(MostInList))
        {
            if (small[word.In(sentence)] != WordRoles.None || (taken.Count > 0 && HasSign(sentence, taken[^1].End, word.Start)))
                break;
            taken.Add(word);
        }
        return taken.Count > 0 ? Across(taken) : null;
    }

    // Of “Article 4 of the treaty” the article; in English and German the last word before what is bound to it, elsewhere any.
    private string? Head(TextSpan party)
    {
        var words = In(party.Start, party.End).ConvertAll(w => w.In(sentence));
        var noun = words
            .Take(1)
            .Concat(words.Skip(1).TakeWhile(w => !small.Is(w, WordRoles.Binding | WordRoles.Preposition)))
            .Where(w => !char.IsDigit(w[0]) && !w.All(c => "IVX".Contains(c)))
            .ToList();
        while (noun.Count > 1 && noun[^1].EndsWith("ed", StringComparison.Ordinal)) // “a statement issued”
            noun.RemoveAt(noun.Count - 1);
        var isLast = small.HasCapitals || nouns.IsText("treaty");
        return isLast ? noun.LastOrDefault() : noun.Find(w => nouns.IsText(w) || nouns.IsStatement(w));
    }

    private int? Possessive(TextSpan word)
    {
        var printed = word.In(sentence);
        return printed.Length > 2 && printed[^1] == 's' && printed[^2] is '\'' or '’' ? word.End - 2
            : word.End < sentence.Length && printed[^1] == 's' && sentence[word.End] is '\'' or '’' ? word.End
            : null;
    }

    private List<TextSpan> In(int start, int end) => [.. Words.In(sentence).Where(w => w.Start >= start && w.End <= end)];

    // “The United States and South Korea” are two, “US and South Korean officials” and “Ministry of Trade and Industry” one.
    private List<TextSpan> Split(TextSpan party)
    {
        var words = In(party.Start, party.End);
        bool Is(int n, WordRoles any) => small.Is(words[n].In(sentence), any);
        var and = words.FindIndex(w => small.Is(w.In(sentence), WordRoles.Joining));
        if (and < 0)
            return Joined(party) is { } joined ? [.. Before(joined), party] : [party];
        if (and == 0 || and == words.Count - 1)
            return [party];
        var right = and + 1;
        while (right < words.Count - 1 && Is(right, WordRoles.Determiner))
            right++;
        var isApart = right > and + 1;
        var (left, last) = (words[..and], words[right..]);
        var (leftEnd, rightEnd) = (left[^1].In(sentence), last[^1].In(sentence));
        var areNames = IsCapital(sentence, left[^1]) && IsCapital(sentence, last[^1]);
        var isBound = left.Exists(w => small.Is(w.In(sentence), WordRoles.Binding | WordRoles.Preposition)) && !isApart;
        var isHouse = nouns.IsHouse(rightEnd) && !nouns.IsHouse(leftEnd) && !isApart;
        var isShared = !areNames && last.Count > 1 && !isApart;
        if (isBound || isHouse || isShared || PartyNouns.IsHalf(rightEnd) || leftEnd.EndsWith('-'))
            return [party];
        var first = Across(left);
        return [.. Before(first.Start), first, .. Split(Across(last))];
    }

    // “The United States, [Japan and South Korea]”: what stands before, from sign to sign and all of it names.
    private List<TextSpan> Before(int start)
    {
        var found = new List<TextSpan>();
        for (; found.Count < MostInList; start = found[0].Start)
        {
            var at = WithoutArticle(start);
            var comma = sentence.AsSpan(0, at).TrimEnd().Length - 1;
            if (comma < 1 || sentence[comma] is not (',' or '،'))
                break;
            var clause = Clause(sentence, comma);
            var name = clause.SkipWhile(w => small.Is(w.In(sentence), WordRoles.Determiner)).ToList();
            if (
                name.Count is 0 or > MostInList
                || !name.TrueForAll(w => IsCapital(sentence, w) && small[w.In(sentence)] == WordRoles.None)
                || name.TrueForAll(w => WordStems.In(w.In(sentence)).All(s => SoughtWords.IsDate(s.Key)))
            )
                break;
            found.Insert(0, Across(name));
        }
        return found;
    }

    // “Japan, [and South Korea]”: where the list goes on before it.
    private int? Joined(TextSpan party)
    {
        var before = In(0, WithoutArticle(party.Start)) is [.., var word] ? word : default;
        return
            before.Length > 0
            && small.Is(before.In(sentence), WordRoles.Joining)
            && sentence.AsSpan(0, before.Start).TrimEnd() is [.., ',' or '،']
            ? before.Start
            : null;
    }

    private int WithoutArticle(int start)
    {
        var before = In(0, start);
        var at = start;
        while (before.Count > 0 && small.Is(before[^1].In(sentence), WordRoles.Determiner) && !HasSign(sentence, before[^1].End, at))
        {
            at = before[^1].Start;
            before.RemoveAt(before.Count - 1);
        }
        return at;
    }

    private static readonly HashSet<string> By = ["by", "from", "von", "par", "du", "de", "por", "del", "da", "dal", "dalla", "от"];
}
