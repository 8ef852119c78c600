using System.Text.RegularExpressions;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Search;

/// <summary>
/// Names in a query of which the casebook knows that texts write the same person otherwise as well, in other words, spellings or scripts
/// (Putin, 푸틴, Путин): what was typed finds one of them, <c>actor:</c> all.
/// </summary>
public static partial class KnownNames
{
    // Persons who share a name, and names in one query, of whom each is said.
    private const int Most = 3;
    private const int LongestName = 6; // words

    /// <summary>The persons whose names stand in the query, and the query that asks for each by all of his names.</summary>
    public static IReadOnlyList<(Actor Person, string Query)> In(Casebook casebook, string text)
    {
        if (casebook.Actors.Count == 0 || SearchParser.Shortened(text) != text)
            return [];
        var parts = PartPattern().Matches(text).ToList();
        var found = new List<(Actor, string)>();
        for (var at = 0; at < parts.Count && found.Count < Most; at++)
        {
            // Of “Kim Jong Un” the whole, not the one word.
            var taken = Enumerable.Range(0, Math.Min(LongestName, parts.Count - at)).Reverse().Select(n => at + n);
            var (end, named) = taken
                .Select(last => (last, Named(casebook, Words(text, parts, at, last))))
                .FirstOrDefault(n => n.Item2.Count > 0);
            if (named is null)
                continue;
            if (!StandsByNear(parts, at) && !StandsByNear(parts, end))
                foreach (var (person, _) in named.Where(n => n.Forms.Count > 1).Take(Most - found.Count))
                    found.Add((person, With(person, text[..parts[at].Index], text[(parts[end].Index + parts[end].Length)..])));
            at = end;
        }
        return found;
    }

    // A field stands by itself, where a phrase may stand close to a word.
    private static string With(Actor person, string before, string after) =>
        before
        + (before.Length == 0 || char.IsWhiteSpace(before[^1]) || before[^1] == '(' ? "" : " ")
        + $"actor:{person.Slug}"
        + (after.Length == 0 || char.IsWhiteSpace(after[0]) || after[0] == ')' ? "" : " ")
        + after;

    // Epithets (“the leader”) are words of their own right, and many’s.
    private static readonly Derived<Casebook, List<(Actor Person, List<SearchExpression.Phrase> Forms)>> Known = new(casebook =>
        [
            .. casebook.Actors.Select(a =>
                (
                    a,
                    a.Names.Where(n => n.Kind != NameKind.Epithet)
                        .Select(n => n.Sought)
                        .Prepend(new(a.Name, false))
                        .Select(SearchExpression.Phrase.Of)
                        .Where(p => p.Words.Count > 0)
                        .DistinctBy(p => (string.Join(' ', p.Words), p.IsPrefix))
                        .ToList()
                )
            ),
        ]
    );

    private static List<(Actor Person, List<SearchExpression.Phrase> Forms)> Named(Casebook casebook, List<string> words) =>
        words.Count == 0
            ? []
            : [.. Known.Of(casebook).Where(k => k.Forms.Exists(f => f.Words.Count == words.Count && f.StandsAt(0, words)))];

    // None where the parts are no plain words one after another, or one phrase.
    private static List<string> Words(string text, List<Match> parts, int first, int last)
    {
        var run = parts[first..(last + 1)];
        var isName =
            run.TrueForAll(p => IsPlain(p.Value))
            && run.Skip(1).All(p => string.IsNullOrWhiteSpace(text[(p.Index - 1)..p.Index]))
            && (run.Count == 1 || run.TrueForAll(p => !IsPhrase(p.Value)));
        return isName ? [.. run.SelectMany(p => SearchWords.Of(p.Value))] : [];
    }

    private static bool IsPlain(string part) =>
        IsPhrase(part) ? !part.Contains('*') : part[0] != '-' && !part.Contains(':') && !part.Contains('*');

    private static bool IsPhrase(string part) => SearchParser.Quotes.Contains(part[0]);

    // A field cannot stand near something.
    private static bool StandsByNear(List<Match> parts, int at) =>
        new[] { at - 1, at + 1 }.Any(i =>
            i >= 0 && i < parts.Count && (parts[i].Value == "NEAR" || parts[i].Value.StartsWith("NEAR/", StringComparison.Ordinal))
        );

    // As they are read (SearchParser): any quotation mark opens a phrase and any closes it, or the line does; a field may have one.
    [GeneratedRegex(
        $@"-?(?:[^\s()\p{{P}}]+:)?[{SearchParser.Quotes}][^{SearchParser.Quotes}]*(?:[{SearchParser.Quotes}]\*?|$)"
            + $@"|[^\s(){SearchParser.Quotes}]+"
    )]
    private static partial Regex PartPattern();
}
