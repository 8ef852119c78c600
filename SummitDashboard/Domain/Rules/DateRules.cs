using System.Text.RegularExpressions;

namespace SummitDashboard.Domain;

/// <summary>
/// When a source was published and when it was retrieved are dates (EDTF) where anything is said of them; how the source prints one stands
/// beside it, in its words.
/// </summary>
internal static partial class DateRules
{
    /// <summary>The dates of a source that are none. A day that does not exist breaks the codebook’s rules already.</summary>
    public static IEnumerable<Finding> Of(Source source)
    {
        foreach (var (fact, field) in new[] { (source.Published, "published"), (source.Retrieved, "retrieved") })
            if (fact is not null && !Edtf.TryParse(fact.Value, out _, out _) && !CodebookRules.IsNoDay(fact.Value))
                yield return new(fact, $"{field} “{fact.Value}” is no date: {HowToWrite(fact.Value)}", field);
    }

    /// <summary>
    /// How to write what was meant for a date, in a sentence. Which number is the month is never guessed: who has the source before him
    /// says so.
    /// </summary>
    public static string HowToWrite(string text)
    {
        if (NumbersPattern().Match(text) is not { Success: true } match)
            return "write the day as 2024-06-18, a month as 2024-06, a year as 2024.";
        var (dayFirst, monthFirst) = (Day(match, "b", "a"), Day(match, "a", "b"));
        return (dayFirst, monthFirst) switch
        {
            ({ } one, { } other) when one != other => $"write {one} or {other}, whichever the source means; where it does not say, "
                + $"[{(string.CompareOrdinal(one, other) < 0 ? $"{one},{other}" : $"{other},{one}")}].",
            ({ } one, _) => $"write {one}.",
            (_, { } one) => $"write {one}.",
            _ => "there is no such day or month.",
        };
    }

    private static string? Day(Match match, string month, string day)
    {
        var iso = $"{match.Groups["y"].Value}-{Two(month)}-{Two(day)}";
        return Edtf.TryParse(iso, out _, out _) ? iso : null;

        string Two(string group) => match.Groups[group].Value.PadLeft(2, '0');
    }

    /// <summary>Whether a text was meant in words, or in numbers with the year last, and not as EDTF.</summary>
    public static bool IsOfPeople(string text) => text.Any(char.IsLower) || NumbersPattern().IsMatch(text);

    [GeneratedRegex(@"^\s*(?<a>[0-9]{1,2})\s*[./-]\s*(?<b>[0-9]{1,2})\s*[./-]\s*(?<y>[0-9]{4})\.?\s*$")]
    private static partial Regex NumbersPattern();
}
