using System.Text;

namespace SummitDashboard.Text;

/// <summary>A word as it is searched for, and where it stands in the text.</summary>
public readonly record struct SearchWord(string Word, TextSpan Span);

/// <summary>
/// The words by which a text is searched, in any language. To the loose folding (<see cref="Folding.Loosely"/>) come what typists leave
/// out: accents of Latin, Greek and Cyrillic letters, the hamza of an alef, digits of other scripts, and the small words that Arabic
/// writes together with the next. Each part of a hyphenated word is a word. In scripts without spaces each user-perceived character is
/// one, so that what is found hangs on no dictionary; a word of theirs is looked for as a phrase. An emoji is a word of its own, whatever
/// stands beside it and whatever the tone of its skin; a family or a flag is one. A number is a word of its own beside what Korean hangs on
/// it (112명은).
/// </summary>
public static class SearchWords
{
    /// <summary>The words in their order.</summary>
    public static List<SearchWord> In(string text)
    {
        var folded = Folding.Loosely(text, ignoreCase: true);
        var whole = folded.Text;
        var words = new List<SearchWord>(whole.Length / 5);
        for (var at = 0; at < whole.Length; )
        {
            var rune = Script.At(whole, at);
            if (!Script.IsLetterOrDigit(rune))
            {
                var next = at + rune.Utf16SequenceLength;
                if (Script.IsPictograph(rune))
                {
                    var span = folded.BackWhole(new(at, rune.Utf16SequenceLength));
                    while (next < whole.Length && folded.BackWhole(new(next, 1)).Start == span.Start)
                        next++;
                    words.Add(new(Pictograph(text.AsSpan(span.Start, span.Length)), span));
                }
                at = next;
                continue;
            }
            var end = at;
            if (Script.PerWord(rune.Value) > 1)
                end += Characters.LengthAt(whole, at);
            else
                while (end < whole.Length && Goes(Script.At(whole, end)) && !(end > at && Script.IsCounted(whole[end - 1], whole[end])))
                    end += Script.At(whole, end).Utf16SequenceLength;
            if (Plainly(whole[at..end]) is { Length: > 0 } word)
                words.Add(new(word, folded.BackWhole(new(at, end - at))));
            at = end;
        }
        return words;
    }

    /// <summary>The words alone.</summary>
    public static IEnumerable<string> Of(string text) => In(text).Select(w => w.Word);

    /// <summary>
    /// True for a word of a language that hangs particles on it (북한은), of which what is typed is taken for the beginning.
    /// </summary>
    public static bool IsStem(string word) => word.Length > 0 && word[^1] is >= '\uAC00' and <= '\uD7A3';

    private static bool Goes(Rune rune) =>
        Script.IsOfWord(rune) && Script.PerWord(rune.Value) == 1 && Rune.GetUnicodeCategory(rune) != ConnectorPunctuation;

    private const System.Globalization.UnicodeCategory ConnectorPunctuation = System.Globalization.UnicodeCategory.ConnectorPunctuation;

    // Without what only says how it is drawn.
    private static string Pictograph(ReadOnlySpan<char> character)
    {
        var kept = new StringBuilder(character.Length);
        foreach (var rune in character.EnumerateRunes())
            if (Script.IsPictograph(rune) || rune.Value is Joiner or (>= 0xE0020 and <= 0xE007F)) // the last say which flag it is
                kept.Append(rune);
        return kept.ToString().Trim((char)Joiner);
    }

    private const int Joiner = 0x200D;

    private static string Plainly(string word)
    {
        if (!word.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
            return word;
        var bare = new StringBuilder(word.Length);
        foreach (var rune in Icu.Decompose(word).EnumerateRunes())
            if (rune.Value is not ((>= 0x0300 and <= 0x036F) or (>= 0x0653 and <= 0x0655)))
                bare.Append(Variant(rune));
        return WithoutJoined(Icu.Compose(bare.ToString()));
    }

    // Letters that are typed as another, or as two.
    private static string Variant(Rune rune) =>
        rune.Value switch
        {
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'ı' => "i",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ς' => "σ",
            'ى' or 'ی' => "ي",
            'ة' => "ه",
            'ک' => "ك",
            'ٱ' => "ا",
            > 0x7F when Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.DecimalDigitNumber => (
                (int)Rune.GetNumericValue(rune)
            ).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => rune.ToString(),
        };

    // “And the” of Arabic: what is left has three letters, so that no word is cut for one.
    private static string WithoutJoined(string word)
    {
        if (word[0] is < '\u0621' or > '\u064A')
            return word;
        foreach (var joined in Joined)
            if (word.StartsWith(joined, StringComparison.Ordinal) && word.Length >= joined.Length + 3)
                return word[joined.Length..];
        return word;
    }

    private static readonly string[] Joined = ["وال", "بال", "كال", "فال", "ولل", "ال", "لل", "و"];
}
