using System.Collections.Frozen;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Words of a sentence between its signs.</summary>
internal static class SentenceWords
{
    /// <summary>Words from the last sign before this place on, in order.</summary>
    public static List<TextSpan> Clause(string sentence, int end, int most = 12)
    {
        var clause = new List<TextSpan>();
        foreach (var word in Words.In(sentence).Where(w => w.End <= end).Reverse().Take(most))
        {
            if (HasSign(sentence, word.End, end) && !IsAbbreviation(sentence, word, end))
                break;
            clause.Add(word);
            end = word.Start;
        }
        clause.Reverse();
        return clause;
    }

    /// <summary>True for “Mr.” and the like, whose point ends nothing.</summary>
    public static bool IsTitle(string sentence, TextSpan word) =>
        word.End < sentence.Length && sentence[word.End] == '.' && Titles.Contains(word.In(sentence));

    private static readonly FrozenSet<string> Titles =
    [
        .. "M Mr Mrs Ms Mme Mlle Dr Prof Gen Maj Lt Col Capt Adm Sgt Sen Rep Gov St Sr Sra Hr Fr Sig".Split(' '),
    ];

    /// <summary>True where the point behind a word ends nothing: “U.S. officials”.</summary>
    public static bool IsAbbreviation(string sentence, TextSpan word, int end) =>
        sentence[word.End] == '.'
        && (word.Length <= 2 || word.In(sentence).Contains('.') || IsTitle(sentence, word))
        && !HasSign(sentence, word.End + 1, end)
        && IsCapital(sentence, word);

    /// <summary>At the beginning of the sentence, or behind a sign.</summary>
    public static bool BeginsAt(string sentence, int at) => at == 0 || HasSign(sentence, Math.Max(0, at - 2), at);

    public static bool HasSign(string sentence, int start, int end) =>
        sentence.AsSpan(start, end - start).IndexOfAnyExcept(" \u00A0'’") is >= 0 and var at && !char.IsLetterOrDigit(sentence[start + at]);

    public static bool IsCapital(string sentence, TextSpan word) => char.IsUpper(sentence[word.Start]);

    public static TextSpan Across(List<TextSpan> words) => new(words[0].Start, words[^1].End - words[0].Start);
}
