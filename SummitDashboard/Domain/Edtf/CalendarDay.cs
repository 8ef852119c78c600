namespace SummitDashboard.Domain;

/// <summary>
/// A day of the proleptic Gregorian calendar with a year of any size. <see cref="DateOnly"/> ends at the years 1 and 9999,
/// EDTF does not.
/// </summary>
/// <param name="Year">Astronomical: 0 is 1 BC, -400 is 401 BC.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to the length of the month.</param>
internal readonly record struct CalendarDay(long Year, int Month, int Day)
{
    // Years are reckoned from March, so that the leap day ends a year; 400 of them always have the same number of days.
    const int DaysIn400Years = 146_097;
    const int DaysFromYear0MarchTo1970 = 719_468;

    /// <summary>Days since 1970-01-01, which is day 0; negative before it.</summary>
    public long Number
    {
        get
        {
            var marchYear = Month > 2 ? Year : Year - 1;
            var cycle = FloorDiv(marchYear, 400);
            var yearOfCycle = marchYear - cycle * 400;
            var dayOfYear = (153 * ((Month + 9) % 12) + 2) / 5 + Day - 1;
            return cycle * DaysIn400Years + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear - DaysFromYear0MarchTo1970;
        }
    }

    /// <summary>The inverse of <see cref="Number"/>, for every value of a <see cref="long"/>.</summary>
    public static CalendarDay FromNumber(long number)
    {
        // The cycle is split off before the origin is moved: the other way round would overflow for the largest numbers.
        var cycle = FloorDiv(number, DaysIn400Years);
        var dayOfCycle = number - cycle * DaysIn400Years + DaysFromYear0MarchTo1970;
        cycle += dayOfCycle / DaysIn400Years;
        dayOfCycle %= DaysIn400Years;

        var yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
        var dayOfYear = (int)(dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100));
        var marchMonth = (5 * dayOfYear + 2) / 153;
        var month = (marchMonth + 2) % 12 + 1;
        return new(cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1);
    }

    public static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysIn(long year, int month) =>
        month switch
        {
            2 => IsLeap(year) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };

    static long FloorDiv(long value, long by) => value / by - (value % by < 0 ? 1 : 0);
}
