using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading.Claims;

/// <summary>“As known on a day”: the day in the address, and the days worth offering.</summary>
public static class AsOfDay
{
    // Of a longer visit only the ends are offered: a menu of every day would hide the ones that change something.
    private const int MostDaysOfVisit = 7;

    /// <summary>
    /// Reads a calendar day from <c>asOf</c> (ISO 8601, <c>2024-06-18</c>; years before 1 as EDTF writes them). Null where there is none.
    /// </summary>
    public static long? Read(QueryReader query)
    {
        if (query.Text("asOf") is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        if (Edtf.TryParse(text, out var date, out _) && date.EarliestDay is { } day && day == date.LatestDay && Write(day) is not null)
            return day;
        query.Notices.Add($"“{QueryReader.Short(text)}” is not a day; write it as year-month-day. All tellings are shown.");
        return null;
    }

    /// <summary>The day as the address has it; null for a year that no day can be written in.</summary>
    public static string? Write(long day)
    {
        var date = CalendarDay.FromNumber(day);
        var year = Math.Abs(date.Year);
        return year > 9999
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{(date.Year < 0 ? "-" : "")}{year:0000}-{date.Month:00}-{date.Day:00}");
    }

    /// <summary>The days of the visit, and the first and last on which each of these sources can have been written; in order.</summary>
    public static IReadOnlyList<long> Offered(Casebook casebook, IEnumerable<Source> sources)
    {
        var days = new SortedSet<long>();
        if (casebook.Head.Visit is { EarliestDay: { } first, LatestDay: { } last })
        {
            days.Add(first);
            days.Add(last);
            if (last - first < MostDaysOfVisit)
                for (var day = first; day <= last; day++)
                    days.Add(day);
        }
        foreach (var written in sources.Select(s => s.Written?.Date))
        {
            if (written?.EarliestDay is { } earliest)
                days.Add(earliest);
            if (written?.LatestDay is { } latest)
                days.Add(latest);
        }
        days.RemoveWhere(day => Write(day) is null);
        return [.. days];
    }

    /// <summary>How many of these sources existed by a day: certainly, and possibly besides.</summary>
    public static (int Certainly, int Possibly) Count(IEnumerable<Source> sources, long day)
    {
        var (certainly, possibly) = (0, 0);
        foreach (var source in sources)
        {
            var existence = source.ExistedBy(day);
            if (existence == Existence.Certainly)
                certainly++;
            else if (existence == Existence.Possibly)
                possibly++;
        }
        return (certainly, possibly);
    }
}
