using System.Diagnostics;
using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Search;

/// <summary>What a query can say, each with an example made of words that stand in this casebook: of a claim, and of a quotation.</summary>
public static partial class SearchExamples
{
    private const int Looked = 20;
    private const int Longest = 24;

    // What could stand in any text, where there is none yet.
    private const string Invented = "harbour fire";
    private const string AnotherInvented = "lighthouse";

    /// <summary>
    /// What is asked for, and the example; of a casebook without claims, of words of its first article, and without one, of words that
    /// could stand anywhere.
    /// </summary>
    /// <param name="textOf">The text of a source, for who may read it.</param>
    public static IEnumerable<(string What, string Example)> Of(Casebook casebook, Func<Source, ArticleText?> textOf)
    {
        var source = casebook.Sources is [var its, ..] ? its : null;
        var texts = casebook.Claims.Take(Looked).Select(c => $"{c.Question} {c.Statement}").ToList();
        if (texts.Count == 0 && source is not null)
            texts = [.. (textOf(source)?.Paragraphs ?? []).Take(Looked)];
        var text = texts.Find(t => Words(t).Skip(1).Any()) ?? Invented;
        var (one, two) = Words(text).Take(2).ToList() is [var a, var b] ? (a, b) : throw new UnreachableException();
        var third = texts.SelectMany(Words).FirstOrDefault(w => !text.Contains(w, StringComparison.OrdinalIgnoreCase)) ?? AnotherInvented;
        var quotations = source is null ? [] : Quoted(casebook, source).Take(2).ToList();
        var quoted = quotations.FirstOrDefault();

        yield return ("All of these words", $"{one} {two}");
        yield return ("Words one after another", $"\"{Pair(text) ?? one}\"");
        yield return ("Beginnings of words", $"{one[..Characters.Whole(one, new(0, Math.Max(1, one.Length - 2))).End]}*");
        yield return ("One or the other, and not a third", $"({one} OR {two}) -{third}");
        yield return ("Near each other", $"{one} NEAR/{Math.Clamp(Between(text, one, two), 5, 100)} {two}");
        yield return (
            "Anywhere in one source",
            quotations is [var here, var there] ? $"{here} {SearchParser.With} {there}" : $"{one} {SearchParser.With} {two}"
        );
        if (source is not null)
            yield return ("In this source alone", $"{quoted ?? one} source:{source.Siglum}");
        if (casebook.Actors is [var actor, ..])
            yield return ("About a person", $"actor:{actor.Slug}");
        yield return ("By stance", "stance:hedges,attributes");
        yield return ("What nobody has coded", "is:uncoded");
        yield return ("What nobody has graded", "is:unrated");
        yield return ("In quotations only", $"{quoted ?? one} in:quotation");
    }

    // The longest says most of what it is about.
    private static IEnumerable<string> Words(string text) =>
        WordPattern()
            .Matches(text)
            .Select(m => m.Value)
            .Where(w => w.Length is > 2 and <= Longest && w is not ("AND" or "NOT" or "NEAR" or SearchParser.With))
            .DistinctBy(w => w.ToUpperInvariant())
            .OrderByDescending(w => w.Length);

    // Of each quotation the word that says most, and then of the first the next ones.
    private static IEnumerable<string> Quoted(Casebook casebook, Source source)
    {
        var quotations = casebook
            .Claims.Take(Looked)
            .SelectMany(c => c.Of(source.Id)?.Quotations ?? [])
            .Select(q => Words(q.Exact))
            .ToList();
        return quotations.SelectMany(q => q.Take(1)).Concat(quotations.SelectMany(q => q.Skip(1))).DistinctBy(w => w.ToUpperInvariant());
    }

    // Two that stand side by side.
    private static string? Pair(string text) => PairPattern().Matches(text).Select(m => m.Value).MaxBy(p => p.Length);

    private static int Between(string text, string one, string two)
    {
        var words = WordPattern().Matches(text).Select(m => m.Value).ToList();
        return Math.Abs(words.IndexOf(one) - words.IndexOf(two));
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"[\p{L}\p{M}]{3,24} [\p{L}\p{M}]{3,24}(?![\p{L}\p{M}])")]
    private static partial Regex PairPattern();
}
