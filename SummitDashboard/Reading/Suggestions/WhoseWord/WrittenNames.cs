using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Text;
using static SummitDashboard.Reading.Suggestions.SentenceWords;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// How a party who is no person of the panel is written: as the casebook cites it already, else in the words of the text. “The North” is
/// whole where its whole name is known, and keeps its article where it is not; “a former minister” keeps its own.
/// </summary>
internal static partial class WrittenNames
{
    /// <summary>The name to propose.</summary>
    /// <param name="article">What may say the whole name.</param>
    public static string Of(string sentence, TextSpan party, IReadOnlyList<string> article, Casebook casebook, SmallWords small)
    {
        var printed = party.In(sentence);
        if (printed.Contains('.') && party.End < sentence.Length && sentence[party.End] == '.' && printed[^2] == '.')
            printed += '.'; // “the U.S. said”
        var before = Words.In(sentence).LastOrDefault(w => w.End <= party.Start);
        var hasArticle =
            before.Length > 0
            && sentence[before.End..party.Start] is " " or "\u00A0"
            && Articles.Contains(before.In(sentence).ToLowerInvariant());
        // “Some experts” are not all of them.
        if (before.Length > 0 && char.IsLower(printed[0]) && HowMany.Contains(before.In(sentence).ToLowerInvariant()))
            return Known(casebook, printed) ?? $"{before.In(sentence).ToLowerInvariant()} {printed}";
        var whole = hasArticle && Half().Match(printed) is { Success: true } half ? Whole(half, printed, article, casebook) : null;
        var name = whole ?? (hasArticle && NeedsArticle(printed) ? $"{before.In(sentence).ToLowerInvariant()} {printed}" : printed);
        return Known(casebook, name) ?? (whole is null && !Half().IsMatch(printed) ? Known(casebook, printed) : null) ?? name;
    }

    // As somebody has cited it, whatever the capitals.
    private static string? Known(Casebook casebook, string name) =>
        CitedNames.Of(casebook).Find(Folding.Of(name)) is { Actor: null } party ? party.Name : null;

    // “North” and “North’s army”; with more than one land in the north nobody knows which.
    private static string? Whole(Match half, string printed, IReadOnlyList<string> article, Casebook casebook)
    {
        var quarter = half.Groups["quarter"].Value;
        return (Land(article) ?? Land(CitedNames.Of(casebook).Others)) is { } land ? $"{quarter} {land}{printed[quarter.Length..]}" : null;

        string? Land(IEnumerable<string> texts)
        {
            var all = texts.SelectMany(t => Pattern(quarter).Matches(t)).Select(m => Named(m.Groups["land"].Value)).Distinct().ToList();
            return all is [var one] ? one : null;
        }

        static Regex Pattern(string quarter) => new($@"(?<![\p{{L}}’'-]){quarter} (?<land>(?>\p{{Lu}}\p{{Ll}}+))(?! \p{{Lu}}\p{{Ll}})");
    }

    // “North Korean” is of North Korea.
    private static string Named(string land) =>
        Array.Exists(["ean", "ian", "can"], e => land.EndsWith(e, StringComparison.Ordinal)) ? land[..^1] : land;

    private static bool NeedsArticle(string printed) =>
        Half().IsMatch(printed) || (Describing.Contains(printed.Split(' ')[0]) && !printed.EndsWith('s'));

    [GeneratedRegex(@"^(?<quarter>North|South|East|West)(?:[’']s(?: |$)|$)")]
    private static partial Regex Half();

    private static readonly FrozenSet<string> Articles = ["the", "a", "an"];

    private static readonly FrozenSet<string> HowMany = [.. "some many several most few both".Split(' ')];

    // What tells somebody apart only together with an article.
    private static readonly FrozenSet<string> Describing =
    [
        .. "former retired senior junior unnamed unidentified anonymous onetime veteran sitting current visiting second third".Split(' '),
    ];
}
