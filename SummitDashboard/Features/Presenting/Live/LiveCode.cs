using System.Security.Cryptography;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>The code of a session: four characters without look-alikes (no 0, O, 1, I, L) and without vowels, so that none makes a word.</summary>
public static class LiveCode
{
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, 4);

    /// <summary>What somebody typed as a code; null where it cannot be one. Case, spaces and hyphens do not matter.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 20) return null;
        var code = new string([.. typed.Where(c => c is not (' ' or '-')).Select(char.ToUpperInvariant)]);
        return code.Length == 4 && code.All(Alphabet.Contains) ? code : null;
    }
}
