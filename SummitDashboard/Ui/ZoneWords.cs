using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Ui;

/// <summary>The days that the timeline's zones stand for, in words: they follow from the visit and from the events' dates.</summary>
public static class ZoneWords
{
    /// <summary>“1948–2024”, “up to 18 June 2024”, “18–19 June 2024”, “from 19 June 2024”; “no dates” where nothing can be said.</summary>
    public static string Span(Casebook casebook, Phase phase)
    {
        var visit = casebook.Head.Visit;
        return phase switch
        {
            Phase.Visit => visit.Describe(),
            Phase.Before when visit.EarliestDay is { } day => $"up to {Edtf.FormatDay(day)}",
            Phase.Aftermath when visit.LatestDay is { } day => $"from {Edtf.FormatDay(day)}",
            Phase.Background when casebook.EventColumns.StartsIn(phase) is var (first, last) => Years(first, last),
            _ => "no dates",
        };
    }

    private static string Years(long first, long last)
    {
        var (from, to) = (Year(first), Year(last));
        return Edtf.TryParse(from == to ? from : $"{from}/{to}", out var years, out _) ? years.Describe() : $"{from} – {to}";
    }

    private static string Year(long day) => CalendarDay.FromNumber(day).Year.ToString("0000;-0000", CultureInfo.InvariantCulture);
}
