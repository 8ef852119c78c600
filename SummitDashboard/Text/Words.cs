using System.Text;

namespace SummitDashboard.Text;

/// <summary>
/// A word as it is counted: one of a script with spaces, or one character of a stretch of a script without, of which
/// <paramref name="PerWord"/> are a word.
/// </summary>
/// <param name="Begins">True for the first of its stretch.</param>
public readonly record struct CountedWord(TextSpan Span, int PerWord, bool Begins);

/// <summary>
/// Words, in any language. They are <em>found</em> as Unicode segments them (UAX 29, with dictionaries for scripts without spaces), a
/// hyphen between letters joining what stands beside it; and letters and digits that stand together are one word in scripts with spaces,
/// though dictionaries divide them (19일). They are <em>counted</em> by a rule that hangs on no dictionary, so that a count
/// stays what it was: <see cref="Counted"/>.
/// </summary>
public static class Words
{
    /// <summary>How many user-perceived characters of Han and kana count as one word.</summary>
    public const int OfHan = 2;

    /// <summary>How many of Thai, Lao, Khmer and Burmese.</summary>
    public const int OfThai = 4;

    /// <summary>The words of a text in order, without what stands between them.</summary>
    public static IReadOnlyList<TextSpan> In(string text)
    {
        var breaks = Plain.Is(text) ? Plain.WordBreaks(text) : Icu.WordBreaks(text);
        var words = new List<TextSpan>(breaks.Count / 2);
        for (var i = 0; i + 1 < breaks.Count; i++)
        {
            var (start, end) = (breaks[i], breaks[i + 1]);
            if (!HasWord(text, start, end))
                continue;
            while (Further(text, breaks, i) is > 0 and var parts)
            {
                i += parts;
                end = breaks[i + 1];
            }
            words.Add(new(start, end - start));
        }
        return words;
    }

    // How many segments on the word goes that the one at i is of, where there are spaces to divide: “19일” at once, “well-known” over its
    // hyphen, but not two names in Han.
    private static int Further(string text, List<int> breaks, int i)
    {
        var end = breaks[i + 1];
        return i + 2 >= breaks.Count ? 0
            : IsWithin(text, end) ? 1
            : i + 3 < breaks.Count
            && breaks[i + 2] == end + 1
            && IsHyphen(text[end])
            && HasWord(text, breaks[i + 2], breaks[i + 3])
            && Script.PerWord(Script.Before(text, end).Value) == 1
            && Script.PerWord(Script.At(text, end + 1).Value) == 1
                ? 2
            : 0;
    }

    /// <summary>The same as texts.</summary>
    public static IEnumerable<string> Of(string text) => In(text).Select(w => w.In(text));

    /// <summary>How many words a text has.</summary>
    public static int Count(string text) => Count(Counted(text));

    /// <summary>
    /// The words by which a text is counted. Between white space and dashes each stretch of letters and digits is one, hyphens,
    /// apostrophes, slashes, points, commas and the like joining; a sign that stands alone (a bullet, an “&amp;”) is one too. Of Han and
    /// kana two characters count as one word, of Thai, Lao, Khmer and Burmese four, rounded up for each stretch.
    /// </summary>
    public static IEnumerable<CountedWord> Counted(string text)
    {
        var (chunk, start, end, has) = (-1, -1, 0, false); // between white space; the open word, and its end so far; whether one was there
        for (var i = 0; i < text.Length; )
        {
            var rune = Script.At(text, i);
            var length = rune.Utf16SequenceLength;
            var perWord = Script.PerWord(rune.Value);
            if (Rune.IsWhiteSpace(rune))
            {
                if (start >= 0)
                    yield return new(new(start, end - start), 1, true);
                else if (chunk >= 0 && !has)
                    yield return new(new(chunk, i - chunk), 1, true);
                (chunk, start, has) = (-1, -1, false);
                i += length;
                continue;
            }
            if (chunk < 0)
                chunk = i;
            if (perWord > 1)
            {
                if (start >= 0)
                    yield return new(new(start, end - start), 1, true);
                var begins = true;
                for (; i < text.Length && Script.PerWord(Script.At(text, i).Value) == perWord; begins = false)
                {
                    var whole = Characters.LengthAt(text, i);
                    yield return new(new(i, whole), perWord, begins);
                    i += whole;
                }
                (start, has) = (-1, true);
                continue;
            }
            if (start >= 0 ? Script.IsOfWord(rune) : Script.IsLetterOrDigit(rune))
            {
                if (start < 0)
                    start = i;
                has = true;
                end = i + length;
            }
            else if (start >= 0 && !Joins(text, i))
            {
                yield return new(new(start, end - start), 1, true);
                start = -1;
            }
            i += length;
        }
        if (start >= 0)
            yield return new(new(start, end - start), 1, true);
        else if (chunk >= 0 && !has)
            yield return new(new(chunk, text.Length - chunk), 1, true);
    }

    /// <summary>How many words these are, of which some may have been left out: rounded up for each stretch.</summary>
    public static int Count(IEnumerable<CountedWord> words)
    {
        var (count, run, perWord) = (0, 0, 1);
        foreach (var word in words)
        {
            if (word.Begins || word.PerWord != perWord)
                (count, run, perWord) = (count + Up(run, perWord), 0, word.PerWord);
            if (word.PerWord == 1)
                count++;
            else
                run++;
        }
        return count + Up(run, perWord);
    }

    /// <summary>
    /// True where a cut at this place goes through a word of a script with spaces. Where words stand without spaces, nobody can tell
    /// without a dictionary, and there it goes through a word only where it goes through a character.
    /// </summary>
    public static bool IsCutAt(string text, int at) =>
        at > 0 && at < text.Length && (!Characters.IsBoundary(text, at) || IsWithin(text, at));

    /// <summary>
    /// A stretch with the words whole that it begins and ends in; of scripts without spaces, with its characters whole.
    /// </summary>
    public static TextSpan Whole(string text, TextSpan span)
    {
        if (span.Length == 0)
            return span;
        var (start, end) = (span.Start, span.End);
        while (IsCutAt(text, start))
            start--;
        while (IsCutAt(text, end))
            end++;
        return new(start, end - start);
    }

    /// <summary>True for the signs that join two parts of one word where a letter or digit stands at either side.</summary>
    internal static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    // Between two letters or digits of scripts with spaces.
    private static bool IsWithin(string text, int at) =>
        Script.Before(text, at) is var before
        && Script.At(text, at) is var after
        && Script.IsOfWord(before)
        && Script.IsLetterOrDigit(after)
        && Script.PerWord(before.Value) == 1
        && Script.PerWord(after.Value) == 1;

    private static int Up(int characters, int perWord) => (characters + perWord - 1) / perWord;

    private static bool HasWord(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (Script.IsLetterOrDigit(Script.At(text, i)))
                return true;
        return false;
    }

    // A sign inside a word: more of the word follows it, or follows further such signs.
    private static bool Joins(string text, int at)
    {
        for (var i = at; i < text.Length; i++)
        {
            if (IsHyphen(text[i]) || text[i] is '\'' or '’' or 'ʼ' or '.' or ',' or ';' or ':' or '/' or '&' or '@' or '+' or '·' or '‧')
                continue;
            if (text[i] is '"' or '״' or '׳' && i + 1 < text.Length && Script.IsHebrew(text[i - 1]) && Script.IsHebrew(text[i + 1]))
                continue;
            return Script.PerWord(Script.At(text, i).Value) == 1 && Script.IsLetterOrDigit(Script.At(text, i));
        }
        return false;
    }
}
