using System.Collections.Frozen;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>Whom a pronoun may mean.</summary>
internal enum PronounKind
{
    /// <summary>Nobody who is named before: “I”, “who”, “many”.</summary>
    None,

    /// <summary>One person.</summary>
    Person,

    /// <summary>A house or a group.</summary>
    House,
}

/// <summary>Pronouns of the third person.</summary>
internal static class Pronouns
{
    private static readonly FrozenSet<string> Persons =
    [
        .. "he she him her er sie ihn il elle él ella ele ela egli lui lei он она".Split(' '),
    ];

    private static readonly FrozenSet<string> Houses =
    [
        .. "it its they them es ils elles ellos ellas eles elas essi loro они оно".Split(' '),
    ];

    private static readonly FrozenSet<string> Relatives =
    [
        .. "who whom whose which when while where der die das welcher welche qui que dont quien что который которая".Split(' '),
    ];

    /// <summary>True for what begins a clause with a subject of its own: behind it somebody else may be meant.</summary>
    public static bool IsRelative(string printed) => Relatives.Contains(printed.ToLowerInvariant());

    /// <summary>What kind it is, as it is printed.</summary>
    public static PronounKind Of(string printed) =>
        printed.ToLowerInvariant() is var word && Persons.Contains(word) ? PronounKind.Person
        : Houses.Contains(word) ? PronounKind.House
        : PronounKind.None;

    /// <summary>True for several people: “two officials”.</summary>
    public static bool AreMany(Cited cited, PartyNouns nouns, SmallWords small) =>
        cited.Other is { } other
        && AreMany(Words.Of(other).TakeWhile((w, n) => n == 0 || !small.Is(w, WordRoles.Binding | WordRoles.Preposition)).Last(), nouns);

    // “Chiefs” as well as “officials”.
    private static bool AreMany(string last, PartyNouns nouns) =>
        nouns.IsMany(last) || (last.EndsWith('s') && (char.IsLower(last[0]) || nouns.IsTrade(last[..^1])));

    /// <summary>True where it may mean this party: “he” no ministry nor officials, “it” no actor.</summary>
    public static bool Fits(this PronounKind kind, Cited cited, PartyNouns nouns, SmallWords small)
    {
        if (cited.Other is not { } other)
            return kind == PronounKind.Person;
        var words = Words.Of(other).TakeWhile((w, n) => n == 0 || !small.Is(w, WordRoles.Binding | WordRoles.Preposition)).ToList();
        var isHouse = words.Exists(nouns.IsHouse) || words[^1].All(char.IsUpper);
        var isMany = AreMany(words[^1], nouns);
        return kind == PronounKind.Person ? !isHouse && !isMany : isHouse || isMany || words.Count == 1;
    }
}
