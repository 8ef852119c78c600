using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using AnyAscii;

namespace SummitDashboard.Text;

/// <summary>
/// Short names for addresses and files, made of words in any script: <c>a-z 0-9 -</c>, never empty. They depend on the words alone.
/// </summary>
public static class Slugs
{
    /// <summary>Longest one that is made, in characters; what a number is added to may be longer.</summary>
    public const int MaxLength = 60;

    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford’s base 32: no letter looks like a digit
    private const int SignLength = 8;

    /// <summary>
    /// A readable one: Latin letters, words joined by hyphens, cut between words. Different titles may give the same one; whoever keeps it
    /// adds a number to the second (<see cref="Free"/>). What has no letters gets a sign made of the whole text.
    /// </summary>
    public static string Of(string title)
    {
        var folded = Folding.Of(title);
        return Readable(folded) is { Length: > 0 } readable ? readable : Sign(folded);
    }

    /// <summary>
    /// One for a source, made of its short name; of its siglum and its day where the name is Japanese and has Chinese characters: how these
    /// are read nothing here knows, and as Chinese they would be read amiss.
    /// </summary>
    public static string OfSource(string name, string? language, string siglum, string? day) =>
        HasHan(name) && (language?.StartsWith("ja", StringComparison.OrdinalIgnoreCase) == true || name.Any(IsKana))
            ? Of($"{(HasHan(siglum) || siglum.Length == 0 ? "source" : siglum)} {day}")
            : Of(name);

    /// <summary>The first of <c>name</c>, <c>name-2</c>, <c>name-3</c> … that is not taken.</summary>
    public static string Free(string name, Func<string, bool> isTaken)
    {
        var free = name;
        for (var n = 2; isTaken(free); n++)
            free = $"{name}-{n}";
        return free;
    }

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FA';

    private static bool HasHan(string text) =>
        text.EnumerateRunes().Any(r => r.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x323AF));

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
}
