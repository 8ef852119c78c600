using System.Collections.Immutable;

namespace SummitDashboard.Domain;

internal enum EdtfForm
{
    Date,
    Interval,
    OneOf,
}

/// <summary>What the parser read: a date or an interval is one span, a one-of set is a span for each of its items.</summary>
internal sealed record EdtfParts(EdtfForm Form, ImmutableArray<EdtfSpan> Spans);

/// <summary>From one date to another; a single date is a span whose two ends are the same object.</summary>
internal readonly record struct EdtfSpan(EdtfDate From, EdtfDate To)
{
    public bool IsSingle => ReferenceEquals(From, To);
}

internal enum EdtfShape
{
    Day,
    Month,
    Year,
    Season,

    /// <summary>2024-06-XX</summary>
    SomeDayOfMonth,

    /// <summary>2024-XX-XX, XXXX-XX-XX</summary>
    SomeDayOfYear,

    /// <summary>2024-XX, XXXX-XX</summary>
    SomeMonth,

    /// <summary>201X, 20XX, 2XXX, XXXX</summary>
    SomeYear,

    /// <summary>The end written with two dots.</summary>
    Open,

    /// <summary>The end of an interval left empty.</summary>
    Unknown,
}

/// <summary>One date, or one open or unknown end.</summary>
/// <param name="FirstYear">The first year it can be; below <paramref name="LastYear"/> only where digits of the year are
/// unspecified.</param>
/// <param name="Month">1 to 12, or the standard's number of the season, 21 (spring) to 24 (winter).</param>
internal sealed record EdtfDate(EdtfShape Shape, long FirstYear = 0, long LastYear = 0, int Month = 0, int Day = 0)
{
    public static readonly EdtfDate Open = new(EdtfShape.Open);
    public static readonly EdtfDate Unknown = new(EdtfShape.Unknown);

    public bool IsUncertain { get; init; }
    public bool IsApproximate { get; init; }

    /// <summary>A day, month or year with nothing unspecified and no qualifier.</summary>
    public bool IsPlain => Shape is EdtfShape.Day or EdtfShape.Month or EdtfShape.Year && !IsUncertain && !IsApproximate;

    /// <summary>XXXX: nothing is said of the year, so it has no bounds.</summary>
    public bool IsAnyYear => (FirstYear, LastYear) == (0, 9999);

    public long? Earliest =>
        Shape switch
        {
            EdtfShape.Open or EdtfShape.Unknown => null,
            _ when IsAnyYear => null,
            EdtfShape.Day => new CalendarDay(FirstYear, Month, Day).Number,
            EdtfShape.Month or EdtfShape.SomeDayOfMonth => MonthStart(FirstYear, Month),
            EdtfShape.Season => MonthStart(FirstYear, FirstMonthOfSeason),
            _ => MonthStart(FirstYear, 1),
        };

    public long? Latest =>
        Shape switch
        {
            EdtfShape.Open or EdtfShape.Unknown => null,
            _ when IsAnyYear => null,
            EdtfShape.Day => Earliest,
            EdtfShape.Month or EdtfShape.SomeDayOfMonth => MonthStart(FirstYear, Month + 1) - 1,
            EdtfShape.Season => MonthStart(FirstYear, FirstMonthOfSeason + 3) - 1,
            _ => MonthStart(LastYear, 13) - 1,
        };

    int FirstMonthOfSeason => 3 * (Month - 20);

    /// <summary>Months past December are those of the next year.</summary>
    static long MonthStart(long year, int month) =>
        month <= 12 ? new CalendarDay(year, month, 1).Number : new CalendarDay(year + 1, month - 12, 1).Number;
}
