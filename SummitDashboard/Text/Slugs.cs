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

    /// <summary>The first of <c>name</c>, <c>name-2</c>, <c>name-3</c> … that is not taken.</summary>
    public static string Free(string name, Func<string, bool> isTaken)
    {
        var free = name;
        for (var n = 2; isTaken(free); n++)
            free = $"{name}-{n}";
        return free;
    }

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
