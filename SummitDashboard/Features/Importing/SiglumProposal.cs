using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// A siglum for a source, two to four letters that no other has: as the author is called, else who published it, else its name.
/// </summary>
public static class SiglumProposal
{
    /// <summary>The first that is free, made of the first of these names that has letters.</summary>
    /// <param name="isTaken">Whether another source has it, whatever its letters’ case.</param>
    public static string Of(IEnumerable<string?> names, Func<string, bool> isTaken)
    {
        var letters = names.Select(n => Letters(n ?? "")).FirstOrDefault(l => l.Length >= 2) ?? "Source";
        foreach (var siglum in Candidates(letters))
            if (!isTaken(siglum))
                return siglum;
        for (var (a, b, c) = ('A', 'a', 'a'); ; )
        {
            var siglum = $"{a}{b}{c}";
            if (!isTaken(siglum))
                return siglum;
            (a, b, c) =
                c < 'z' ? (a, b, (char)(c + 1))
                : b < 'z' ? (a, (char)(b + 1), 'a')
                : ((char)(a + 1), 'a', 'a');
        }
    }

    // The first letter, and each of those behind it; then three.
    private static IEnumerable<string> Candidates(string letters)
    {
        for (var n = 1; n < letters.Length; n++)
            yield return $"{letters[0]}{letters[n]}";
        for (var n = 1; n + 1 < letters.Length; n++)
            yield return $"{letters[0]}{letters[n]}{letters[n + 1]}";
    }

    // Of the last word, which of a person is the surname: a large letter and small ones. Half a pair is no letter here.
    private static string Letters(string name)
    {
        var word = Words.Of(Icu.Compose(name)).LastOrDefault(w => w.Count(char.IsLetter) >= 2) ?? "";
        var letters = string.Concat(word.Where(char.IsLetter));
        return letters.Length == 0 ? "" : char.ToUpperInvariant(letters[0]) + letters[1..].ToLowerInvariant();
    }
}
