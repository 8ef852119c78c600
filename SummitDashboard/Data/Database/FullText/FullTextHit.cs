using SummitDashboard.Data.Search;

namespace SummitDashboard.Data.Database.FullText;

/// <summary>The index is damaged, of another version, or no index at all: it is thrown away and made anew.</summary>
/// <remarks>It bears no failure of the engine in itself, since that would be told of the casebook's own database.</remarks>
public sealed class FullTextDamagedException(string message) : Exception(message);

/// <summary>An entry that was found; <paramref name="Number"/> grows with the time at which it was put there.</summary>
public sealed record FullTextHit(long Number, SearchEntry Entry);

/// <summary>How many entries were found that are alike in these.</summary>
/// <param name="Grade"><see cref="SearchTags.Rated"/>, <see cref="SearchTags.Unrated"/>, or "" of what nobody grades.</param>
public readonly record struct FullTextCount(SearchKind Kind, string Source, string State, string Language, string Grade, int Count);
