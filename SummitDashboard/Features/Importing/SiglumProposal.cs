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
        var spare = 0;
        return Of(names, isTaken, ref spare);
    }

    /// <summary>The same for many at once.</summary>
    /// <param name="names">As above.</param>
    /// <param name="isTaken">As above.</param>
    /// <param name="spare">How many of those that are made of no name are taken; kept from one to the next.</param>
    public static string Of(IEnumerable<string?> names, Func<string, bool> isTaken, ref int spare)
    {
        var letters = names.Select(n => Letters(n ?? "")).FirstOrDefault(l => l.Length >= 2) ?? "Source";
        foreach (var siglum in Candidates(letters))
            if (!isTaken(siglum))
                return siglum;
        for (; ; spare++)
        {
            var siglum = $"{(char)('A' + spare / 676)}{(char)('a' + spare / 26 % 26)}{(char)('a' + spare % 26)}";
            if (!isTaken(siglum))
                return siglum;
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
