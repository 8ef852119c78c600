using System.Collections.Immutable;
using System.Globalization;

namespace SummitDashboard.Domain;

/// <summary>Dates in English words.</summary>
internal static class EdtfWording
{
    public static string Describe(EdtfParts parts) =>
        parts.Form switch
        {
            EdtfForm.Interval => Interval(parts.Spans[0]),
            EdtfForm.OneOf => OneOf(parts.Spans),
            _ => Alone(parts.Spans[0].From),
        };

    public static string Day(CalendarDay day) => $"{day.Day} {Month(day.Year, day.Month)}";

    public static string Month(long year, int month) => $"{MonthName(month)} {Year(year)}";

    static string Interval(EdtfSpan span) =>
        (span.From.Shape, span.To.Shape) switch
        {
            (EdtfShape.Open, EdtfShape.Open) => "at any time",
            (EdtfShape.Unknown, EdtfShape.Unknown) => "start and end unknown",
            (EdtfShape.Open, EdtfShape.Unknown) => "without a start, end unknown",
            (EdtfShape.Unknown, EdtfShape.Open) => "start unknown, without an end",
            (_, EdtfShape.Open) => $"from {Within(span.From)} on",
            (_, EdtfShape.Unknown) => $"from {Within(span.From)}, end unknown",
            (EdtfShape.Open, _) => $"until {Within(span.To)}",
            (EdtfShape.Unknown, _) => $"until {Within(span.To)}, start unknown",
            _ when span.From.IsPlain && span.From == span.To => Alone(span.From),
            var (from, to) when from == to && span.From.IsPlain && span.To.IsPlain => Dashed(Shortened([span.From, span.To])),
            _ => $"from {Within(span.From)} to {Within(span.To)}",
        };

    /// <summary>The dash has spaces where words have: 18–19 June 2024, but 28 February – 2 March 2024.</summary>
    static string Dashed(string[] ends) => string.Join(ends[0].Contains(' ') ? " – " : "–", ends);

    static string OneOf(ImmutableArray<EdtfSpan> spans)
    {
        var isPlainList = spans.All(span => span.IsSingle);
        if (isPlainList && spans.Length == 1)
            return Alone(spans[0].From);

        var items = isPlainList ? Shortened([.. spans.Select(span => span.From)]) : [.. spans.Select(Possibility)];
        if (items.Length == 1)
            return items[0];
        // A comma before the last “or” keeps it apart from the words inside the items.
        return string.Join(", ", items[..^1]) + (isPlainList ? " or " : ", or ") + items[^1];
    }

    static string Possibility(EdtfSpan span)
    {
        if (span.IsSingle)
            return Within(span.From);
        if (span.From.Shape == EdtfShape.Open)
            return $"by {Within(span.To)}";
        if (span.To.Shape == EdtfShape.Open)
            return $"{Within(span.From)} or later";
        return $"between {string.Join(" and ", Shortened([span.From, span.To]))}";
    }

    /// <summary>All dates but the last without the month and year that they share with it.</summary>
    static string[] Shortened(EdtfDate[] dates)
    {
        var last = dates[^1];
        var isSameYear = dates.All(date => date.IsPlain && date.Shape == last.Shape && date.FirstYear == last.FirstYear);
        var isSameMonth = isSameYear && dates.All(date => date.Month == last.Month);
        return
        [
            .. dates[..^1]
                .Select(date =>
                    date.Shape switch
                    {
                        EdtfShape.Day when isSameMonth => $"{date.Day}",
                        EdtfShape.Day when isSameYear => $"{date.Day} {MonthName(date.Month)}",
                        EdtfShape.Month when isSameYear => MonthName(date.Month),
                        _ => Within(date),
                    }
                ),
            Within(last),
        ];
    }

    static string Alone(EdtfDate date) => Words(date, isAlone: true);

    static string Within(EdtfDate date) => Words(date, isAlone: false);

    static string Words(EdtfDate date, bool isAlone)
    {
        var isDecade = date.Shape == EdtfShape.SomeYear && IsDecade(date);
        var isVague =
            date.Shape is EdtfShape.SomeDayOfMonth or EdtfShape.SomeDayOfYear or EdtfShape.SomeMonth
            || date.Shape == EdtfShape.SomeYear && !isDecade;

        var words = Unqualified(date, isDecade);
        if (isDecade && (!isAlone || date.IsApproximate))
            words = $"the {words}";
        if (date.IsApproximate && !isVague)
            words = $"about {words}";

        var remarks = (date.IsApproximate && isVague, date.IsUncertain) switch
        {
            (true, true) => "approximate and uncertain",
            (true, false) => "approximate",
            (false, true) => "uncertain",
            _ => null,
        };
        return remarks is null ? words
            : isAlone ? $"{words}, {remarks}"
            : $"{words} ({remarks})";
    }

    static string Unqualified(EdtfDate date, bool isDecade) =>
        date.Shape switch
        {
            EdtfShape.Day => Day(new(date.FirstYear, date.Month, date.Day)),
            EdtfShape.Month => Month(date.FirstYear, date.Month),
            EdtfShape.Season => $"{SeasonName(date.Month)} {Year(date.FirstYear)}",
            EdtfShape.SomeDayOfMonth => $"some day in {Month(date.FirstYear, date.Month)}",
            EdtfShape.SomeDayOfYear => $"some day {OfYears(date)}",
            EdtfShape.SomeMonth => $"some month {OfYears(date)}",
            EdtfShape.SomeYear when isDecade => $"{Year(date.FirstYear)}s",
            EdtfShape.SomeYear when date.IsAnyYear => "some year",
            EdtfShape.SomeYear => $"some time {OfYears(date)}",
            _ => Year(date.FirstYear),
        };

    static string OfYears(EdtfDate date) =>
        date.FirstYear == date.LastYear ? $"of {Year(date.FirstYear)}"
        : date.IsAnyYear ? "of some year"
        : IsDecade(date) ? $"of the {Year(date.FirstYear)}s"
        : $"from {Year(date.FirstYear)} to {Year(date.LastYear)}";

    /// <summary>“The 1900s” would be taken for the century, and “the AD 80s” for nothing at all.</summary>
    static bool IsDecade(EdtfDate date) =>
        date is { FirstYear: >= 1000 } && date.LastYear - date.FirstYear == 9 && date.FirstYear % 100 != 0;

    /// <summary>Years below 1000 say their era, since “18 June 33” is no year to a reader's eye.</summary>
    static string Year(long year) =>
        year switch
        {
            < 1 => $"{Grouped(1 - year)} BC",
            < 1000 => $"AD {year}",
            _ => Grouped(year),
        };

    static string Grouped(long year) => year.ToString(year < 10_000 ? "0" : "#,0", CultureInfo.InvariantCulture);

    static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    static string SeasonName(int season) =>
        season switch
        {
            21 => "spring",
            22 => "summer",
            23 => "autumn",
            _ => "winter",
        };
}
