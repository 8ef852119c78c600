using System.Text;

namespace SummitDashboard.Text;

/// <summary>What is one text to a person though its characters differ.</summary>
public static class Folding
{
    /// <summary>
    /// A text as it is compared: composed (NFC) and without case, white space as one space and none at the ends, typographic quotes,
    /// apostrophes and dashes as the plain ones, without marks of direction and others that nobody sees. Two texts with the same folding
    /// are one text; nothing that can be seen is lost.
    /// </summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (IsUnseen(c)) { }
            else if (!char.IsWhiteSpace(c))
                folded.Append(PlainSign(c));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        var plain = folded.ToString().TrimEnd(' ');
        return Plain.FoldsSimply(plain) ? plain.ToLowerInvariant() : Icu.FoldCase(plain).Replace('ʼ', '\''); // ŉ is folded to two
    }

    /// <summary>
    /// A name or a key as it is kept: composed (NFC), so that the same letters are the same key however they were typed.
    /// </summary>
    public static string Composed(string text) => Plain.Is(text) ? text : Icu.Compose(text);

    /// <summary>
    /// A text as it is looked through for what somebody typed: besides, ligatures, full-width and other compatible forms, soft hyphens,
    /// joiners, tatweel, and the vowel marks of Arabic and Hebrew make no difference. It knows where each of its characters comes from.
    /// </summary>
    public static FoldedText Loosely(string text, bool ignoreCase = false) => FoldedText.Of(text, ignoreCase);

    /// <summary>Typographic quotes, apostrophes and dashes as the plain ones.</summary>
    internal static char PlainSign(char c) =>
        c switch
        {
            '‘' or '’' or '‚' or '‛' or 'ʼ' or '′' or '＇' => '\'',
            '“' or '”' or '„' or '‟' or '«' or '»' or '″' or '＂' or '״' => '"',
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '－' => '-',
            _ => c,
        };

    /// <summary>Soft hyphens, spaces without width, and marks of direction: in no script do they tell two words apart.</summary>
    internal static bool IsUnseen(char c) =>
        c
            is '\u00AD'
                or '\u061C'
                or '\u180E'
                or '\u200B'
                or '\u200E'
                or '\u200F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u2064')
                or (>= '\u2066' and <= '\u206F')
                or '\uFEFF';
}

/// <summary>A folded text, and where in the text itself each of its characters comes from.</summary>
public sealed class FoldedText
{
    private readonly List<int> starts; // of each folded character: where the user-perceived character begins that it comes from,
    private readonly List<int> ends; // and where that ends

    private FoldedText(string text, List<int> starts, List<int> ends) => (Text, this.starts, this.ends) = (text, starts, ends);

    public string Text { get; }

    /// <summary>
    /// The stretch of the text itself that a stretch of the folded one comes from; null where it begins or ends inside a user-perceived
    /// character (half a ligature), or is empty.
    /// </summary>
    public TextSpan? Back(TextSpan folded)
    {
        var (first, last) = (folded.Start, folded.End - 1);
        if (folded.Length <= 0 || first < 0 || last >= starts.Count)
            return null;
        if (first > 0 && starts[first - 1] == starts[first] || last + 1 < starts.Count && starts[last + 1] == starts[last])
            return null;
        return new(starts[first], ends[last] - starts[first]);
    }

    /// <summary>The same, taking whole what it begins or ends in.</summary>
    public TextSpan BackWhole(TextSpan folded) => new(starts[folded.Start], ends[folded.End - 1] - starts[folded.Start]);

    internal static FoldedText Of(string text, bool ignoreCase)
    {
        var (folded, starts, ends) = (new StringBuilder(text.Length), new List<int>(text.Length), new List<int>(text.Length));
        var known = new Dictionary<string, string>();
        var isPlain = Plain.Is(text);
        for (var at = 0; at < text.Length; )
        {
            var length = isPlain ? 1 : Characters.LengthAt(text, at);
            var said = length == 1 && Plain.Is(text.AsSpan(at, 1)) ? Simple(text[at], ignoreCase) : Known(text.Substring(at, length));
            foreach (var c in said)
                // White space and dashes count once, however many stand there.
                if (c is ' ' or '-' && folded.Length > 0 && folded[^1] == c)
                    ends[^1] = at + length;
                else
                {
                    folded.Append(c);
                    starts.Add(at);
                    ends.Add(at + length);
                }
            at += length;
        }
        return new(folded.ToString(), starts, ends);

        string Known(string character) =>
            known.TryGetValue(character, out var found) ? found : known[character] = Hard(character, ignoreCase);
    }

    private static string Simple(char c, bool ignoreCase) =>
        c switch
        {
            '\t' or '\n' or '\u00A0' => " ",
            '…' => "...",
            _ when ignoreCase && !Plain.FoldsSimply([c]) => Hard(c.ToString(), ignoreCase),
            _ => Folding.PlainSign(ignoreCase ? char.ToLowerInvariant(c) : c).ToString(),
        };

    private static string Hard(string character, bool ignoreCase)
    {
        if (string.IsNullOrWhiteSpace(character))
            return " ";
        var composed = Icu.ComposeCompatible(string.Concat(character.Where(IsKept)));
        var folded = ignoreCase ? Icu.ComposeCompatible(Icu.FoldCase(composed)) : composed;
        return string.Concat(folded.Where(IsKept).Select(c => char.IsWhiteSpace(c) ? ' ' : Folding.PlainSign(c)));
    }

    // What a keyboard does not type, or only sometimes: joiners, tatweel, the vowels of Arabic and Hebrew.
    private static bool IsKept(char c) =>
        !Folding.IsUnseen(c)
        && c
            is not (
                '\u034F'
                or '\u0640'
                or '\u200C'
                or '\u200D'
                or (>= '\u0591' and <= '\u05BD')
                or '\u05BF'
                or '\u05C1'
                or '\u05C2'
                or '\u05C4'
                or '\u05C5'
                or '\u05C7'
                or (>= '\u0610' and <= '\u061A')
                or (>= '\u064B' and <= '\u0652')
                or (>= '\u0656' and <= '\u065F')
                or '\u0670'
                or (>= '\u06D6' and <= '\u06DC')
                or (>= '\u06DF' and <= '\u06E8')
                or (>= '\u06EA' and <= '\u06ED')
                or (>= '\uFE00' and <= '\uFE0F')
            );
}
