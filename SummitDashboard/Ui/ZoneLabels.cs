using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Ui;

/// <summary>The days that the timeline's zones stand for, in words: they follow from the visit and from the events' dates.</summary>
public static class ZoneLabels
{
    /// <summary>“1948–2024”, “up to 18 June 2024”, “18–19 June 2024”, “from 19 June 2024”; “no dates” where nothing can be said.</summary>
    public static string Span(Casebook casebook, Phase phase)
    {
        var visit = casebook.Head.Visit;
        return phase switch
        {
            Phase.Visit => visit?.Describe() ?? "no days yet",
            Phase.Before when visit?.EarliestDay is { } day => $"up to {Edtf.FormatDay(day)}",
            Phase.Aftermath when visit?.LatestDay is { } day => $"from {Edtf.FormatDay(day)}",
            Phase.Background when casebook.EventColumns.StartsIn(phase) is var (first, last) => Between(first, last, inYears: true),
            _ => "no dates",
        };
    }

    /// <summary>From one day to another (<see cref="Edtf.DayNumber"/>), or from year to year.</summary>
    public static string Between(long first, long last, bool inYears)
    {
        var (from, to) = (Text(first), Text(last));
        return Edtf.TryParse(from == to ? from : $"{from}/{to}", out var span, out _) ? span.Describe() : $"{from} – {to}";

        string Text(long number)
        {
            var day = CalendarDay.FromNumber(number);
            var year = day.Year.ToString("0000;-0000", CultureInfo.InvariantCulture);
            return inYears ? year : FormattableString.Invariant($"{year}-{day.Month:00}-{day.Day:00}");
        }
    }
}
