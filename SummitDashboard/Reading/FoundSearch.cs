namespace SummitDashboard.Reading;

/// <summary>
/// A search that an address names in the place of sources (<c>sources=found:sanctions</c>) or of claims (<c>claims=found:sanctions</c>):
/// those with a hit. Looking waits and reading an address must not, so what was found is handed to its <see cref="QueryReader"/> before.
/// </summary>
/// <param name="Name">What the address chooses by it: <see cref="Sources"/> or <see cref="Claims"/>.</param>
/// <param name="Query">What is searched for, as on the search page; everything behind <c>found:</c> to the end of the value.</param>
public sealed record FoundSearch(string Name, string Query)
{
    /// <summary>The value that chooses sources.</summary>
    public const string Sources = "sources";

    /// <summary>The value that chooses claims.</summary>
    public const string Claims = "claims";

    private const string Word = "found:";

    /// <summary>The ids of what has a hit; null where nobody has looked, or nothing could be looked for.</summary>
    public IReadOnlySet<string>? Ids { get; init; }

    /// <summary>What is to be said of it, in sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Those of them with which nothing was left out: a file holds the same as the page that says them.</summary>
    public IReadOnlyList<string> Mended { get; init; } = [];

    /// <summary>True where nothing is left of the words that can be searched for.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>True where the index is not whole, so that more may be found soon.</summary>
    public bool IsPending { get; init; }

    /// <summary>As the address has it.</summary>
    public string Value => Word + Query;

    /// <summary>The value that chooses by a search.</summary>
    public static string ValueOf(string query) => Word + query;

    /// <summary>A value in its two parts: what stands before the search, and what is searched for; null where there is none.</summary>
    public static (string Before, string? Query) Split(string value)
    {
        for (var at = -1; (at = value.IndexOf(Word, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0; )
            if (value[..at].TrimEnd() is var before && (before.Length == 0 || before[^1] == ','))
                return (before.TrimEnd(','), value[(at + Word.Length)..].Trim());
        return (value, null);
    }
}
