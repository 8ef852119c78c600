using System.Security.Cryptography;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks.Edits;

/// <summary>What an edit may look at beside the casebook: who makes it, when (UTC, to the second), what earlier revisions did, which later
/// ones touched an item and who made them, what the casebook folder said of an item, and the article of a source, where there is
/// one.</summary>
internal sealed record WriteContext(
    Author Author,
    DateTime Now,
    Func<long, IReadOnlyList<ItemChange>> ChangesOf,
    Func<string, long, IReadOnlyList<(long Number, string By)>> Since,
    Func<string, SeedRow?> Seed,
    Func<Source, ArticleText?> TextOf
);

/// <summary>Ids of items made here.</summary>
public static class Ids
{
    /// <summary>Twelve random hexadecimal digits.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    /// <summary>The same, of an item of one kind.</summary>
    public static Id<T> New<T>()
        where T : Item => new(New());
}
