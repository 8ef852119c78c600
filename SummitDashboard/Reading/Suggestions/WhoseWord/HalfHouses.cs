using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>“His ministry”, “its foreign ministry”: half a name, which is made whole or is nobody’s.</summary>
internal static partial class HalfHouses
{
    /// <summary>True where a house has no name of its own but through whom it belongs to.</summary>
    public static bool IsOne(string sentence, TextSpan party, PartyNouns nouns) =>
        char.IsLower(sentence[party.Start]) && Whose(sentence, party) is not null && nouns.IsHouse(Words.Of(party.In(sentence)).Last())
        || (Whose(sentence, party) is not null && nouns.IsHouse(party.In(sentence))); // where nouns have capitals

    /// <summary>The word before it, where that says to whom it belongs.</summary>
    public static TextSpan? Whose(string sentence, TextSpan party) =>
        Words.In(sentence).LastOrDefault(w => w.End <= party.Start) is { Length: > 0 } before
        && sentence[before.End..party.Start] is " " or "\u00A0"
        && Possessives.Contains(before.In(sentence).ToLowerInvariant())
            ? before
            : null;

    /// <summary>
    /// The ministry of the one minister whose land is named before: “Velmar’s defence minister” has “Velmar’s defence ministry”.
    /// </summary>
    public static string? OfMinister(string before)
    {
        var all = Ministers().Matches(before).Select(m => $"{m.Groups["land"].Value} {m.Groups["kind"].Value}ministry").Distinct().ToList();
        return all is [var one] ? one : null;
    }

    [GeneratedRegex(@"(?<land>(?:\p{Lu}[\p{L}-]+ )*\p{Lu}[\p{L}-]+['’]s) (?<kind>(?:\p{Ll}+ ){0,2})minister\b")]
    private static partial Regex Ministers();

    private static readonly FrozenSet<string> Possessives =
    [
        .. (
            "his her its their our my your sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres son sa leur su suo "
            + "sua loro"
        ).Split(' '),
    ];
}
