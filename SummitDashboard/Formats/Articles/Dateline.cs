using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// How an agency begins a report: “PORT VESSEN, May 12 (Northwire) -”, “Hafen, 12. Mai (dpa) –”, “(서울=한울통신)”. Its day has seldom a
/// year.
/// </summary>
/// <param name="Agency">As it is printed.</param>
/// <param name="Day">The words of the day; null where none is printed.</param>
internal sealed partial record Dateline(string Agency, string? Day)
{
    /// <summary>Reads the beginning of a paragraph; null where it is no such.</summary>
    public static Dateline? Of(string paragraph)
    {
        if ((Western().Match(paragraph) is { Success: true } one ? one : Korean().Match(paragraph)) is not { Success: true } match)
            return null;
        var day = match.Groups["day"].Value;
        return new(match.Groups["agency"].Value, day.Length > 0 ? day : null);
    }

    /// <summary>The day in a year, as EDTF; null where it prints none, or none of that year.</summary>
    public string? In(string year) =>
        Day is null ? null
        : Dates.Of(Day) is { } whole ? whole
        : Dates.Of($"{Day} {year}") ?? Dates.Of($"{Day}, {year}");

    [GeneratedRegex(
        @"^\p{Lu}[\p{L} .’'/-]{1,40}(?:,\s*\p{Lu}[\p{L} .]{1,30})?,\s+"
            + @"(?<day>(?:\p{Lu}\p{L}{2,9}\.?\s+[0-9]{1,2}|[0-9]{1,2}\.?\s+\p{L}{3,9}\.?)(?:,?\s+[0-9]{4})?)\s*[.,]?\s+"
            + @"[(/](?<agency>\p{L}[\p{L}0-9 .&-]{1,30})[)/]\.?\s*[-–—]"
    )]
    private static partial Regex Western();

    [GeneratedRegex(@"^\(\p{L}{2,8}=(?<agency>\p{L}{2,12})\)(?<day>)")]
    private static partial Regex Korean();
}
