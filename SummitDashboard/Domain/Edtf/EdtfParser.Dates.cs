using System.Globalization;
using System.Text.RegularExpressions;

namespace SummitDashboard.Domain;

internal sealed partial class EdtfParser
{
    // With 15 digits the day number is far inside a long.
    const int LongestYear = 15;

    int at;
    int stop;

    // Offsets run from -12:00 to +14:00, and -00:00 is none.
    [GeneratedRegex(
        @"\AT(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.,][0-9]+)?|24:00:00([.,]0+)?)"
            + @"(Z|\+((0[0-9]|1[0-3])(:[0-5][0-9])?|14(:00)?)|-((?!00(:00)?\z)(0[0-9]|1[01])(:[0-5][0-9])?|12(:00)?))?\z"
    )]
    private static partial Regex Time { get; }

    EdtfDate? Date(int start, int stop, bool withTime = false)
    {
        at = start;
        this.stop = stop;
        if (at == stop)
            return Fail(at, "a date is missing here; write one such as 2024-06-18.");

        var date = Next == 'Y' ? LongYear() : CommonDate();
        if (date is null || at == stop)
            return date;
        return Next == 'T' ? TimeOfDay(date, withTime) : Qualified(date);
    }

    /// <summary>The character to read next, or NUL at the end.</summary>
    char Next => at < stop ? text[at] : '\0';

    EdtfDate? LongYear()
    {
        var start = at++;
        var isNegative = Take('-');
        var digits = TakeDigits();
        if (digits.Contains('X'))
            return Fail(start, "unspecified digits (X) are read only in years of four digits, as in 201X.");
        if (Next is 'E' or 'S')
            return Fail(at, "exponents and significant digits are level 2; write all digits of the year.");
        if (digits.Length < 5)
            return Fail(start, "Y is for years of five digits and more; write this one with four digits and no Y.");
        if (digits[0] == '0')
            return Fail(start, "a year after Y begins with no zero; take the zeros out.");
        if (digits.Length > LongestYear)
            return Fail(start, $"years are read up to {LongestYear} digits; this one has {digits.Length}.");

        var year = Number(digits) * (isNegative ? -1 : 1);
        return new(EdtfShape.Year, year, year);
    }

    EdtfDate? CommonDate()
    {
        var start = at;
        var isNegative = Take('-');
        var digits = TakeDigits();
        if (digits.Length != 4)
            return Fail(start, AboutYear(digits));

        var known = digits.TrimEnd('X');
        if (known.Contains('X'))
            return Fail(start, "only the last digits of a year can be left unspecified, as in 201X or 20XX.");

        var width = known.Length switch
        {
            4 => 1,
            3 => 10,
            2 => 100,
            1 => 1_000,
            _ => 10_000,
        };
        var year = known.Length == 0 ? 0 : Number(known) * width;
        var last = year + width - 1;
        if (isNegative && last == 0)
            return Fail(start, "there is no year -0000; the year before 0001 is written 0000.");
        // Of the years from -0009 to -0000 the last does not exist.
        if (isNegative)
            (year, last) = (-last, Math.Min(-year, -1));

        if (Next != '-')
            return new(width == 1 ? EdtfShape.Year : EdtfShape.SomeYear, year, last);
        at++;
        return MonthAndDay(year, last);
    }

    EdtfDate? MonthAndDay(long year, long last)
    {
        var start = at;
        if (Pair("month") is not { } digits)
            return null;

        if (digits == "XX")
        {
            if (!Take('-'))
                return new(EdtfShape.SomeMonth, year, last);
            if (Pair("day") is not { } unspecified)
                return null;
            return unspecified == "XX"
                ? new(EdtfShape.SomeDayOfYear, year, last)
                : Fail(at - 2, "a day in an unspecified month is level 2 and not read here; write XX for the day too.");
        }
        if (year != last)
            return Fail(
                start,
                "a year with unspecified digits stands alone, or with XX for the month and the day; write XX here, or take it out."
            );

        var month = (int)Number(digits);
        if (month is >= 21 and <= 24)
            return Next == '-'
                ? Fail(at, "a season has no days; end the date before this hyphen.")
                : new(EdtfShape.Season, year, year, month);
        if (month is >= 25 and <= 41)
            return Fail(start, "of the seasons only 21 (spring), 22 (summer), 23 (autumn) and 24 (winter) are read here.");
        if (month is < 1 or > 12)
            return Fail(start, $"there is no month {digits}; months are 01 to 12, seasons 21 to 24.");

        return Take('-') ? DayOfMonth(year, month) : new(EdtfShape.Month, year, year, month);
    }

    EdtfDate? DayOfMonth(long year, int month)
    {
        var start = at;
        if (Pair("day") is not { } digits)
            return null;
        if (digits == "XX")
            return new(EdtfShape.SomeDayOfMonth, year, year, month);

        var day = (int)Number(digits);
        var length = CalendarDay.DaysIn(year, month);
        if (day >= 1 && day <= length)
            return new(EdtfShape.Day, year, year, month, day);
        var why = (month, day) == (2, 29) ? ", not being a leap year" : "";
        return Fail(start, $"there is no day {digits} here; {EdtfWording.Month(year, month)} has {length} days{why}.");
    }

    /// <summary>Two digits, or XX.</summary>
    string? Pair(string what)
    {
        var start = at;
        var digits = TakeDigits();
        if (digits.Length == 2 && (digits == "XX" || !digits.Contains('X')))
            return digits;
        Fail(
            start,
            digits.Length == 2
                ? $"one unspecified digit of a {what} is level 2 and not read here; write XX for the {what}."
                : $"a {what} has two digits, as in 06, or XX where it is unspecified."
        );
        return null;
    }

    EdtfDate? TimeOfDay(EdtfDate date, bool withTime)
    {
        if (date.Shape != EdtfShape.Day)
            return Fail(at, "a time of day follows only a full date, as in 1985-04-12T23:20:30.");
        if (!withTime)
            return Fail(at, "intervals and sets hold dates without a time of day; end the date before the T.");
        return Time.IsMatch(text[at..stop])
            ? date
            : Fail(at, "a time is written T23:20:30 or T23:20:30.5, with Z or an offset from -12:00 to +14:00 behind it where known.");
    }

    EdtfDate? Qualified(EdtfDate date)
    {
        if (Next is not ('?' or '~' or '%'))
            return Fail(at, $"“{Next}” cannot stand here; after a date comes only ? (uncertain), ~ (about) or % (both).");

        var mark = text[at++];
        return Next switch
        {
            '\0' => date with { IsUncertain = mark is '?' or '%', IsApproximate = mark is '~' or '%' },
            '?' or '~' or '%' => Fail(at, "a date has one qualifier; for uncertain and approximate together write %."),
            _ => Fail(at, "a qualifier ends the date; qualifying only a part of it is level 2 and not read here."),
        };
    }

    string AboutYear(string digits) =>
        digits.Length switch
        {
            0 when Next is '?' or '~' or '%' => "the qualifier belongs at the end, as in 1984?.",
            0 => "a date begins with a year of four digits, as in 2024-06-18.",
            < 4 => "a year has four digits, as in 0987; digits that are not known are written X, as in 201X.",
            8 when !digits.Contains('X') => $"write hyphens between year, month and day: {digits[..4]}-{digits[4..6]}-{digits[6..]}.",
            _ => "a year has four digits; a longer one has a Y before it, as in Y170000002.",
        };

    bool Take(char c)
    {
        if (Next != c)
            return false;
        at++;
        return true;
    }

    string TakeDigits()
    {
        var start = at;
        while (Next is 'X' or (>= '0' and <= '9'))
            at++;
        return text[start..at];
    }

    static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
