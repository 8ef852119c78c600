using System.Buffers;
using System.Collections.Frozen;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>What pages call a source, proposed from its title: the title itself where it is short, else its beginning.</summary>
public static class ShortName
{
    /// <summary>Most words of one.</summary>
    public const int MostWords = 5;

    private const int FewestWords = 2;

    // Two words and a preposition are seldom a whole; two more are worth it where the phrase ends with them.
    private const int FewestOfAPhrase = 3;
    private const int MostOfAPhrase = MostWords + 2;

    // What belongs to the verb before it: a phrase may end there, and none begins.
    private static readonly FrozenSet<string> Closing = ["again", "now", "off", "up", "down", "out", "here", "there", "too", "wieder"];

    // What stands before a noun, and so behind the verb that it belongs to: no phrase ends there.
    private static readonly FrozenSet<string> Articles =
    [
        .. (
            "the a an der die das den dem des ein eine einen einem einer eines le la les un une el los las una unos unas lo il gli i uno o "
            + "os as um uma het een en"
        ).Split(' '),
    ];

    private static readonly SearchValues<char> Pauses = SearchValues.Create(":;,.…?!–—|：；，。、？！،؛؟");
    private static readonly SearchValues<char> Opening = SearchValues.Create("“„«‹「『《〈\"(（[");

    /// <summary>
    /// Ends where the title pauses or begins to quote, if that is within its first words; else before the word that begins the next
    /// phrase, and never on a word that belongs to what follows.
    /// </summary>
    /// <param name="title">The whole title.</param>
    /// <param name="language">Of the title (BCP 47); guessed where it is not known.</param>
    public static string Of(string title, string? language = null)
    {
        title = Icu.Compose(title).Trim();
        if (Words.In(title) is not { Count: > MostWords } words)
            return title;
        var (least, most) = (words[FewestWords - 1].End, words[MostWords - 1].End);
        var pause = title.AsSpan(0, most + 1).LastIndexOfAny(Pauses);
        if (pause >= least)
            return title[..pause].TrimEnd();
        var quote = title.AsSpan(0, most).LastIndexOfAny(Opening);
        if (quote >= least)
            return title[..quote].TrimEnd();
        var small = FunctionWords.Of(language ?? LanguageGuess.Of(title)?.Tag);
        if (WholePhrase(title, words, small) is { } phrase)
            return phrase;
        // What follows without a space belongs to the last word: a unit to its number, a particle to its noun.
        var space = title.AsSpan(0, most).LastIndexOf(' ');
        return WithoutSmallWords(
            title,
            space >= least && char.IsLetterOrDigit(title[most]) ? title[..space].TrimEnd() : title[..most],
            words,
            small
        );
    }

    // Up to a word that begins the next phrase: the last such place within the name, or else the first soon behind it.
    private static string? WholePhrase(string title, IReadOnlyList<TextSpan> words, IReadOnlySet<string> small)
    {
        for (var count = MostWords; count >= FewestOfAPhrase; count--)
            if (Ends(count))
                return title[..words[count - 1].End];
        for (var count = MostWords + 1; count <= MostOfAPhrase && count < words.Count; count++)
            if (Ends(count))
                return title[..words[count - 1].End];
        return words.Count <= MostOfAPhrase ? title : null;

        bool Ends(int count) =>
            !IsSmall(count - 1)
            && (
                IsSmall(count) && !Articles.Contains(Printed(count).ToLowerInvariant())
                || Pauses.Contains(title[words[count - 1].End])
                || title.AsSpan(words[count - 1].End, words[count].Start - words[count - 1].End).IndexOfAny(Opening) >= 0
            );

        bool IsSmall(int n) => IsFunctionWord(small, Printed(n));

        string Printed(int n) => title[words[n].Start..words[n].End];
    }

    private static string WithoutSmallWords(string title, string name, IReadOnlyList<TextSpan> words, IReadOnlySet<string> small)
    {
        var all = words.Count(w => w.End <= name.Length);
        var count = all;
        while (count > 0 && IsSmall(count))
            count--;
        if (count < FewestWords)
            count = Enumerable.Range(all + 1, words.Count - all).FirstOrDefault(n => !IsSmall(n), words.Count);
        return count == all ? name
            : count == words.Count ? title
            : title[..words[count - 1].End];

        bool IsSmall(int count) => IsFunctionWord(small, title[words[count - 1].Start..words[count - 1].End]);
    }

    private static bool IsFunctionWord(IReadOnlySet<string> small, string word) =>
        FunctionWords.Has(small, word) && !Closing.Contains(word.ToLowerInvariant());
}
