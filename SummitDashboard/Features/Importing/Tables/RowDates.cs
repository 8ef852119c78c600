using System.Globalization;
using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>
/// The dates of one column, as EDTF: days as people write them, numbers of days as spreadsheets keep them. Whether the day stands before
/// the month is told by another row of the column, where one shows it.
/// </summary>
public sealed partial class RowDates
{
    // A number that is meant as a day: from 1954 to 2119.
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;

    private readonly (bool IsDayFirst, string? By)? order; // by which cell, or by somebody’s word

    /// <param name="column">Its cells.</param>
    /// <param name="isDayFirst">What somebody has said of it; null where nobody has.</param>
    public RowDates(IEnumerable<string> column, bool? isDayFirst = null)
    {
        if (isDayFirst is { } said)
        {
            order = (said, null);
            return;
        }
        foreach (var text in column)
            if (SlashPattern().Match(text.Trim()) is { Success: true } match)
                if ((Number(match, 1) > 12, Number(match, 2) > 12) is var (first, second) && first != second)
                {
                    order = (first, text.Trim());
                    return;
                }
    }

    /// <summary>The date in a cell, and what should be known of how it was read; null where it is none.</summary>
    public (string Edtf, string? Says)? Of(string text)
    {
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is >= FirstSerial and <= LastSerial
        )
            return SerialDates.Iso(serial) is { } day ? (day, $"{text} is read as a spreadsheet’s number of the day {day}.") : null;
        if (order is var (isDayFirst, by) && SlashPattern().Match(text) is { Success: true } parts)
        {
            var (d, m) = isDayFirst ? (Number(parts, 1), Number(parts, 2)) : (Number(parts, 2), Number(parts, 1));
            var iso = string.Create(CultureInfo.InvariantCulture, $"{Number(parts, 3):0000}-{m:00}-{d:00}");
            var shown = by is null ? "you said" : $"“{by}” in the same column shows";
            if (Edtf.TryParse(iso, out _, out _))
                return (iso, Dates.Of(text) is ['[', ..] ? $"{text} is read as {iso}, as {shown}." : null);
            // The other way round is the only one in which it is a day.
            return Dates.Of(text) is { } only ? (only, $"{text} can only be {only}, though {shown} otherwise.") : null;
        }
        if (!text.Contains('T') && Edtf.TryParse(text, out var date, out _))
            return (date.Text, null);
        return Dates.Of(text) is not { } found ? null
            : found[0] == '[' ? (found, $"Which number of {text} is the month is not said: one of two days.")
            : (found, null);
    }

    /// <summary>Whether a cell is a date of which nobody can tell which number is the month.</summary>
    public bool IsOpen(string text) => order is null && SlashPattern().IsMatch(text.Trim()) && Dates.Of(text) is ['[', ..];

    /// <summary>How to mend what is no date.</summary>
    public static string NoDate(string text) =>
        $"“{text}” is no date. Write the day as 2024-06-18, a month as 2024-06, a year as 2024; or leave the column out.";

    private static int Number(Match match, int group) => Dates.Number(match.Groups[group].Value);

    [GeneratedRegex(@"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$")]
    private static partial Regex SlashPattern();
}
