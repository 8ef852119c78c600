using System.Buffers;
using System.Globalization;

namespace SummitDashboard.Text;

/// <summary>A word as it is sought, and where it stands.</summary>
/// <param name="Key">Equal for words that are likely to be forms of one.</param>
public readonly record struct WordStem(string Key, TextSpan Span)
{
    /// <summary>True for a number.</summary>
    public bool IsNumber => char.IsAsciiDigit(Key[0]);
}

/// <summary>
/// Words as they are sought in texts of any language, without a grammar of it: folded, numbers in one set of digits, and of longer words
/// their first letters (McNamee and Mayfield 2004 find that this costs little against a stemmer of the language). Words of scripts without
/// spaces, and of Korean, are sought by every two of their characters, so that it makes no difference where a dictionary divides them.
/// </summary>
public static class WordStems
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>How many letters of a word count.</summary>
    public const int Letters = 6;

    /// <summary>The words of a text in order; those of a single letter are left out.</summary>
    public static IEnumerable<WordStem> In(string text)
    {
        foreach (var word in Words.In(text))
        foreach (var part in Parts(text, word))
            if (IsPaired(text, part))
            {
                var characters = Characters.In(part.In(text)).ToList();
                for (var n = 0; n + 1 < Math.Max(2, characters.Count); n++)
                {
                    var (first, last) = (characters[n], characters[Math.Min(n + 1, characters.Count - 1)]);
                    var pair = new TextSpan(part.Start + first.Start, last.End - first.Start);
                    yield return new(Folded(pair.In(text)), pair);
                }
            }
            else if (Key(Folded(part.In(text))) is { } key)
                yield return new(key, part);
    }

    // What hyphens and apostrophes join: “Jong-un”, “Korea’s”; and a number with what Korean hangs on it (112명은).
    private static IEnumerable<TextSpan> Parts(string text, TextSpan word)
    {
        var start = word.Start;
        for (var i = word.Start; i <= word.End; i++)
        {
            var isBetween = i < word.End && i > start && Script.IsCounted(text[i - 1], text[i]);
            if (i < word.End && !isBetween && Folding.PlainSign(text[i]) is not ('-' or '\''))
                continue;
            if (i > start)
                yield return new(start, i - start);
            start = isBetween ? i : i + 1;
        }
    }

    private static bool IsPaired(string text, TextSpan part) =>
        Script.At(text, part.Start).Value is var c && (Script.PerWord(c) > 1 || c is >= 0xAC00 and <= 0xD7A3);

    private static string Folded(string word)
    {
        if (Plain.FoldsSimply(word))
            return word.ToLowerInvariant();
        var folded = Folding.Loosely(word, ignoreCase: true).Text;
        return folded.Any(c => char.IsDigit(c) && !char.IsAsciiDigit(c))
            ? string.Concat(folded.Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c))
            : folded;
    }

    private static string? Key(string word) =>
        word.Length == 0 ? null
        : char.IsAsciiDigit(word[0]) ? word.Replace(",", "", StringComparison.Ordinal)
        : word.Length == 1 ? null
        : Plainest(word) is var plain && plain.Length <= Letters ? plain
        : plain[..Letters];

    // Short words have their endings within the letters that count (“warn”, “warned”, “warnings”): cut as English has them, which joins a
    // few words more in other languages, and parts none.
    private static string Plainest(string word)
    {
        if (word.Length < 4 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;
        var stem = word.AsSpan();
        if (stem.Length > 5 && stem.EndsWith("ly"))
            stem = stem[..^2];
        if (stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i'))
            stem = stem[..^1];
        stem = Without(stem, "ing");
        if (!stem.EndsWith("eed"))
            stem = Without(stem, "ed");
        if (stem.Length > 3 && stem[^1] == 'e')
            stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == stem[^2])
            stem = stem[..^1];
        return stem.Length > 3 && stem[^1] == 'y' ? $"{stem[..^1]}i" : stem.ToString();
    }

    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> word, string ending) =>
        word.EndsWith(ending) && word.Length - ending.Length >= 3 && word[..^ending.Length].ContainsAny(Vowels)
            ? word[..^ending.Length]
            : word;
}
