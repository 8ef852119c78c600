using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using AnyAscii;

namespace SummitDashboard.Domain;

/// <summary>
/// Names made of words in any script: short names for addresses and files, and terms by which slots are compared. Everything made here is a
/// slug (<see cref="CodebookRules.IsSlug"/>) and depends on the words alone.
/// </summary>
public static class Names
{
    /// <summary>Longest name made of words, in characters, without the sign of <see cref="Term"/>.</summary>
    public const int MaxLength = 60;

    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford’s base 32: no letter looks like a digit
    private const int SignLength = 8;

    /// <summary>
    /// A text as it is compared: small letters, white space as one space and none at the ends, typographic quotes, apostrophes and dashes
    /// as the plain ones. Two texts with the same folding are one text.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
            if (!char.IsWhiteSpace(c))
                folded.Append(Plain(c));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>
    /// A readable short name for an address: Latin letters, words joined by hyphens, cut between words. Different titles may give the same
    /// one; whoever keeps it adds a number to the second (<see cref="Free"/>).
    /// </summary>
    public static string Slug(string title) => Readable(Fold(title)) is { Length: > 0 } readable ? readable : Sign(Fold(title));

    /// <summary>The first of <c>name</c>, <c>name-2</c>, <c>name-3</c> … that is not taken.</summary>
    public static string Free(string name, Func<string, bool> isTaken)
    {
        var free = name;
        for (var n = 2; isTaken(free); n++)
            free = $"{name}-{n}";
        return free;
    }

    /// <summary>
    /// The term by which a text is compared. Two texts have the same one only where their folding is the same, a space and a hyphen between
    /// words being one: where anything else would be lost, cut or spelt in other letters, a sign made of the whole text follows the
    /// readable part.
    /// </summary>
    public static string Term(string text)
    {
        var folded = Fold(text);
        var readable = Readable(folded);
        if (readable.Length > 0 && readable == folded.Replace(' ', '-') && !EndsInSign(readable))
            return readable;
        return readable.Length == 0 ? Sign(folded) : $"{readable}-{Sign(folded)}";
    }

    private static char Plain(char c) =>
        c switch
        {
            '‘' or '’' or '‚' or '‛' or 'ʼ' => '\'',
            '“' or '”' or '„' or '‟' or '«' or '»' => '"',
            '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
            _ => c,
        };

    private static string Readable(string folded)
    {
        var plain = new StringBuilder();
        foreach (var c in folded.Transliterate())
            if (char.IsAsciiLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (c is not '\'' && plain.Length > 0 && plain[^1] != '-')
                plain.Append('-');
        var name = plain.ToString().Trim('-');
        if (name.Length <= MaxLength)
            return name;
        var end = name.LastIndexOf('-', MaxLength);
        return name[..(end > 0 ? end : MaxLength)];
    }

    // UTF-16 as it stands: half a surrogate pair is a text too.
    private static string Sign(string folded)
    {
        var hash = SHA256.HashData(MemoryMarshal.AsBytes(folded.AsSpan()));
        return "x" + string.Concat(hash.Take(SignLength).Select(b => Digits[b % Digits.Length]));
    }

    private static bool EndsInSign(string name) =>
        name[(name.LastIndexOf('-') + 1)..] is { Length: SignLength + 1 } last && last[0] == 'x' && last.Skip(1).All(Digits.Contains);
}
