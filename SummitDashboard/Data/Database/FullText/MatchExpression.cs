using System.Globalization;
using SummitDashboard.Data.Search;

namespace SummitDashboard.Data.Database.FullText;

/// <summary>
/// Writes what is searched for as SQLite’s FTS5 reads it (https://www.sqlite.org/fts5.html, section 3). Every word is quoted, and quotes
/// are never part of one.
/// </summary>
internal static class MatchExpression
{
    public static string Of(SearchExpression expression) =>
        expression switch
        {
            SearchExpression.Phrase { Joined.Count: > 0 } phrase => $"words : ({string.Join(" OR ", Ways(phrase).Select(Phrase))})",
            SearchExpression.Phrase phrase => $"words : {Phrase(phrase)}",
            SearchExpression.Near near => string.Create(
                CultureInfo.InvariantCulture,
                $"words : NEAR({string.Join(' ', near.Phrases.Select(Phrase))}, {near.Distance})"
            ),
            SearchExpression.Tag tag => Tag(tag.Value),
            SearchExpression.Any any => $"({string.Join(" OR ", any.Of.Select(Of))})",
            SearchExpression.All all => AllOf(Flat(all)),
            SearchExpression.Not not => AllOf([not]),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    private static List<SearchExpression> Flat(SearchExpression.All all) =>
        [.. all.Of.SelectMany(e => e is SearchExpression.All inner ? Flat(inner) : [e])];

    // NOT stands between two, and what is to be there comes first.
    private static string AllOf(List<SearchExpression> parts)
    {
        var there = parts.Where(p => p is not SearchExpression.Not).Select(Of).ToList();
        var missing = parts.OfType<SearchExpression.Not>().Select(n => Of(n.Of)).ToList();
        var some = there.Count == 0 ? Tag(SearchTags.All) : string.Join(" AND ", there);
        return missing.Count == 0 ? $"({some})" : $"(({some}) NOT ({string.Join(" OR ", missing)}))";
    }

    private static IEnumerable<SearchExpression.Phrase> Ways(SearchExpression.Phrase phrase) =>
        phrase.Joined.Prepend(phrase.Words[0]).Select(first => phrase with { Words = [first, .. phrase.Words.Skip(1)] });

    private static string Tag(string value) => $"tags : {Quoted(value)}";

    private static string Phrase(SearchExpression.Phrase phrase) => Quoted(string.Join(' ', phrase.Words)) + (phrase.IsPrefix ? " *" : "");

    private static string Quoted(string words) => $"\"{words.Replace('"', ' ')}\"";
}
