using System.Security.Cryptography;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// The code of a session: characters without look-alikes (no 0, O, 1, I, L) and without vowels, so that none makes a word. Six where
/// everybody may read (387 million codes), eight where the code is all that a talk is kept by.
/// </summary>
public static class LiveCode
{
    public const int Open = 6;
    public const int Closed = 8;

    // Sessions begun by an older version have four, until they end.
    private const int Oldest = 4;

    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXZ";

    /// <summary>A new code; longer where reading needs a sign-in.</summary>
    public static string New(bool isClosed) => RandomNumberGenerator.GetString(Alphabet, isClosed ? Closed : Open);

    /// <summary>What somebody typed as a code; null where it cannot be one. Case, spaces and hyphens do not matter.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 20)
            return null;
        var code = new string([.. typed.Where(c => c is not (' ' or '-')).Select(char.ToUpperInvariant)]);
        return code.Length is Oldest or Open or Closed && code.All(Alphabet.Contains) ? code : null;
    }
}
