using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// A siglum for a source, two to four letters that no other has: as the author is called, else who published it, else its name.
/// </summary>
public static class SiglumProposal
{
    private static readonly char[] NameEnds = [',', '、', '，', ';', '·', '/'];

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
            if (!isTaken(siglum) && !ReadsAsAWord(siglum))
                return siglum;
        for (; ; spare++)
        {
            var siglum = $"{(char)('A' + spare / 676)}{(char)('a' + spare / 26 % 26)}{(char)('a' + spare % 26)}";
            if (!isTaken(siglum) && !ReadsAsAWord(siglum))
                return siglum;
        }
    }

    /// <summary>
    /// Of a paper: the first letters of its words, where there are several (“Coast Herald” is CH); then as it begins, and as any name.
    /// </summary>
    /// <param name="paper">As it is called.</param>
    /// <param name="isTaken">As above.</param>
    public static string OfPaper(string paper, Func<string, bool> isTaken)
    {
        // In a script without capitals a siglum of first letters reads as a word.
        var words = Words.Of(Icu.Compose(paper)).Where(w => char.IsLetter(w[0]) && !Small.Contains(w.ToLowerInvariant())).ToList();
        if (words.Count == 0 || words.Exists(w => !HasCase(w[0])))
            return Of([paper], isTaken);
        var initials = string.Concat(words.Take(MostInitials).Select(w => char.ToUpperInvariant(w[0])));
        var first = words[0].Where(char.IsLetter).Take(4).ToArray();
        return Initials().FirstOrDefault(s => !isTaken(s) && !ReadsAsAWord(s)) ?? Of([words[0], paper], isTaken);

        IEnumerable<string> Initials()
        {
            if (initials.Length > 1)
                yield return initials;
            for (var n = 2; n <= first.Length; n++)
                yield return $"{char.ToUpperInvariant(first[0])}{string.Concat(first[1..n]).ToLowerInvariant()}";
        }
    }

    private const int MostInitials = 4;

    // Words that papers have before their names, or within them.
    private static readonly HashSet<string> Small =
    [
        .. "the a of and der die das und le la les et du de el los las y il lo i gli e o os a da do di del della den det en het".Split(' '),
    ];

    private static bool HasCase(char c) => char.IsUpper(c) || char.IsLower(c);

    // “1 new source: No”: pages are in English, and a small word of it is no name there. What is all in capitals is.
    private static bool ReadsAsAWord(string siglum) => FunctionWords.Has(FunctionWords.Of("en"), siglum);

    // The first letter, and each of those behind it; then three.
    private static IEnumerable<string> Candidates(string letters)
    {
        for (var n = 1; n < letters.Length; n++)
            yield return $"{letters[0]}{letters[n]}";
        for (var n = 1; n + 1 < letters.Length; n++)
            yield return $"{letters[0]}{letters[n]}{letters[n + 1]}";
    }

    // A large letter and small ones. Half a pair is no letter here.
    private static string Letters(string name)
    {
        var letters = string.Concat(Word(Icu.Compose(name)).Where(char.IsLetter));
        return letters.Length == 0 ? "" : char.ToUpperInvariant(letters[0]) + letters[1..].ToLowerInvariant();
    }

    // The last word, which of a person is the surname.
    private static string Word(string name)
    {
        if (Script.IsOfEastAsia(name))
            return SurnameFirst(name);
        var words = Words.Of(name).Where(w => w.Count(char.IsLetter) >= 2).ToList();
        var word = words.FindLast(w => !ReadsAsAWord(w)) ?? words.LastOrDefault() ?? "";
        // “… for the news”: no person, and the first word says what it is.
        return word.StartsWith("لل", StringComparison.Ordinal) ? words.Find(w => !IsParticle(w)) ?? word
            : word.Length > 3 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..]
            : word;
    }

    private static bool IsParticle(string word) =>
        word.StartsWith("لل", StringComparison.Ordinal) || word is "في" or "من" or "على" or "عن" or "إلى" or "أو";

    // Where the surname stands first no dictionary may divide it from what follows; of several who are named apart it is the last.
    private static string SurnameFirst(string name)
    {
        var names = name.Split(NameEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var words = (names.LastOrDefault() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [{ Length: <= 2 }, _]
            ? string.Concat(words)
            : words.LastOrDefault(w => w.Count(char.IsLetter) >= 2) ?? string.Concat(words);
    }
}
