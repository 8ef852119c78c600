using System.Text.RegularExpressions;

namespace SummitDashboard.Text;

/// <summary>
/// Stretches of days as somebody types them: <c>14 to 16 June 2019</c>, <c>June 14–16, 2019</c>, <c>30. Mai bis 2. Juni 2019</c>.
/// </summary>
internal static partial class DaySpans
{
    private const int MostCharacters = 80;

    /// <summary>
    /// A stretch from its first day to its last, as an EDTF interval. What one of them leaves out is the other’s; null where either is no
    /// day, nobody can tell which, or the first is not before the last.
    /// </summary>
    public static string? Typed(string text)
    {
        if (text.Length > MostCharacters)
            return null;
        var days = AroundPattern().Replace(text, "");
        return BetweenPattern()
            .Matches(days)
            .Select(between => Of(days[..between.Index], days[(between.Index + between.Length)..]))
            .FirstOrDefault(span => span is not null);
    }

    private static string? Of(string first, string last)
    {
        var year = YearPattern().Match(last).Value;
        return Interval(first, last)
            ?? Interval($"{first}, {year}", last)
            ?? Interval(NumberPattern().Match(first).Groups["day"].Value + DayPattern().Replace(last, ""), last)
            ?? Interval($"{first}, {year}", MonthPattern().Match(first).Value + last)
            ?? Interval(first, EasternPattern().Replace(first, last));
    }

    private static string? Interval(string first, string last) =>
        Dates.Typed(first) is { } from && Dates.Typed(last) is { } to && string.CompareOrdinal(from, to) < 0 ? $"{from}/{to}" : null;

    [GeneratedRegex(@"^\s*(?:(?:from|vom|von|du|del|desde|dal|de|van|od|с|من)\s+)?|\s*(?:까지|まで)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex AroundPattern();

    // A hyphen within a day leaves two halves that are none.
    [GeneratedRegex(
        @"\s*[–—−~〜～至到-]\s*|\s*(?:부터|から)\s*|\s+(?:to|until|till|through|bis|au|al|a|até|tot|do|по|до|إلى)\s+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BetweenPattern();

    [GeneratedRegex(@"\d{4}$")]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"^(?<day>\d{1,2})(?:\.|er|st|nd|rd|th|º)?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^\d{1,2}(?:\.|er|st|nd|rd|th|º)?(?=\s)")]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"^[\p{L}\p{M}]+\.?\s+(?=\d)")]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"(?<=[月월]\s*)\d{1,2}\s*[日일]$")]
    private static partial Regex EasternPattern();
}
