using System.Globalization;
using CsCheck;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Domain;

public class EdtfPropertyTests
{
    static readonly Gen<string> Year = Gen.Int[-9999, 9999].Select(year => year < 0 ? $"-{-year:0000}" : $"{year:0000}");
    static readonly Gen<string> Month = Gen.Int[1, 12].Select(month => $"{month:00}");
    static readonly Gen<string> Day = Gen.Int[1, 28].Select(day => $"{day:00}");

    static readonly Gen<string> Unqualified = Gen.OneOf(
        Year,
        Gen.Select(Year, Month, (year, month) => $"{year}-{month}"),
        Gen.Select(Year, Month, Day, (year, month, day) => $"{year}-{month}-{day}"),
        Gen.Select(Year, Gen.Int[21, 24], (year, season) => $"{year}-{season}"),
        Year.Select(year => $"{year[..^1]}X"),
        Year.Select(year => $"{year[..^2]}XX"),
        Year.Select(year => $"{year[..^3]}XXX"),
        Year.Select(year => $"{year[..^1]}X-XX"),
        Year.Select(year => $"{year}-XX"),
        Year.Select(year => $"{year}-XX-XX"),
        Gen.Select(Year, Month, (year, month) => $"{year}-{month}-XX"),
        Gen.Long[10_000, 999_999_999_999_999].Select(year => $"Y{year}"),
        Gen.Long[10_000, 999_999_999_999_999].Select(year => $"Y-{year}")
    );

    static readonly Gen<string> Date = Gen.Select(Unqualified, Gen.OneOf("", "", "?", "~", "%"), (date, mark) => date + mark);

    static readonly Gen<string> DateTime = Gen.Select(
        Year,
        Month,
        Day,
        Gen.OneOf("", "Z", "-04", "+04:30", ".5", ",25Z", "+14:00", "-12"),
        (year, month, day, offset) => $"{year}-{month}-{day}T23:20:30{offset}"
    );

    static readonly Gen<string> End = Gen.Frequency((6, Date), (1, Gen.Const("")), (1, Gen.Const("..")));

    static readonly Gen<string> Interval = Gen.Select(End, End, (a, b) => InOrder(a, b, "/"));

    static readonly Gen<string> OneOf = Gen.Select(
        Gen.Frequency((3, Date), (1, Date.Select(date => $"..{date}"))),
        Gen.OneOf(Date, Gen.Select(Date, Date, (a, b) => InOrder(a, b, ".."))).Array[0, 3],
        Gen.Frequency((3, Date), (1, Date.Select(date => $"{date}.."))),
        (first, between, last) => $"[{string.Join(',', [first, .. between, last])}]"
    );

    static readonly Gen<string> Text = Gen.Frequency((3, Date), (1, DateTime), (3, Interval), (3, OneOf));

    static readonly Gen<string> Edited = Gen.Select(
        Text,
        Gen.Int[0, 200],
        Gen.Int[0, 3],
        Gen.OneOf(Gen.Char["0123456789-/.,[]{}XYEST?~%Z:+"], Gen.Char),
        (text, place, kind, c) =>
        {
            var at = place % (text.Length + 1);
            var rest = text[Math.Min(text.Length, at + 1)..];
            return kind switch
            {
                0 => text[..at] + rest,
                1 => text[..at] + c + rest,
                2 => text[..at] + c + text[at..],
                _ => text[..at] + text,
            };
        }
    );

    [Fact]
    public void Parse_AnyWellFormedText_KeepsIt() => Text.Sample(text => Edtf.Parse(text).Text == text);

    [Fact]
    public void Bounds_OfAnyDate_AreInOrder() =>
        Text.Select(Edtf.Parse).Sample(date => date is { EarliestDay: null } or { LatestDay: null } || date.EarliestDay <= date.LatestDay);

    [Fact]
    public void Bounds_OfASet_HoldEveryPossibility() =>
        Date.Array[1, 4]
            .Sample(dates =>
            {
                var set = Edtf.Parse($"[{string.Join(',', dates)}]");
                var items = dates.Select(Edtf.Parse).ToArray();
                return set.EarliestDay == items.Min(item => item.EarliestDay) && set.LatestDay == items.Max(item => item.LatestDay);
            });

    [Fact]
    public void Describe_AnyDate_IsPlainWords() =>
        Text.Select(Edtf.Parse)
            .Sample(date =>
                date.Describe() is { Length: > 0 } words && !words.Any("?~%/[]X".Contains) && !words.Contains("  ") && words == words.Trim()
            );

    [Fact]
    public void Order_AnyThree_IsTotalAndTransitive() =>
        Gen.Select(Text, Text, Text)
            .Sample(
                (x, y, z) =>
                {
                    Edtf a = Edtf.Parse(x),
                        b = Edtf.Parse(y),
                        c = Edtf.Parse(z);
                    var isAntisymmetric = Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a));
                    var isTransitive = !(a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0) || a.CompareTo(c) <= 0;
                    return isAntisymmetric && isTransitive && a.CompareTo(b) == 0 == a.Equals(b);
                }
            );

    [Fact]
    public void TryParse_AnyString_AnswersWithoutThrowing() =>
        Gen.OneOf(Gen.String, Gen.String["0123456789-/.,[]{}XYEST?~%Z:+"], Edited).Sample(AnswersEitherWay, iter: 20_000);

    [Fact]
    public void DayNumber_AnyDateOnly_AgreesWithIt() =>
        Gen.DateOnly.Sample(day =>
        {
            var number = Edtf.DayNumber(day);
            var read = Edtf.Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return number == day.DayNumber - new DateOnly(1970, 1, 1).DayNumber
                && read.EarliestDay == number
                && read.LatestDay == number
                && Edtf.FormatDay(number) == read.Describe();
        });

    [Fact]
    public void FormatDay_AnyLong_IsADay() =>
        Gen.OneOf(Gen.Long, Gen.OneOf(long.MinValue, long.MaxValue, 0L)).Sample(day => char.IsAsciiDigit(Edtf.FormatDay(day)[0]));

    [Fact]
    public void DayNumbers_OfFollowingYears_LeaveNoGap() =>
        Gen.Long[-999_999_999_999_999, 999_999_999_999_998]
            .Sample(year => Edtf.Parse(YearText(year)).LatestDay + 1 == Edtf.Parse(YearText(year + 1)).EarliestDay);

    static bool AnswersEitherWay(string text) =>
        Edtf.TryParse(text, out var value, out var error)
            ? value.Text == text && error is null && value.Describe().Length > 0
            : value is null && error is { Length: > 20 } && error.EndsWith('.');

    /// <summary>Two ends as they were drawn, or swapped where they were drawn the wrong way round.</summary>
    static string InOrder(string a, string b, string separator) =>
        Edtf.TryParse($"{a}/{b}", out _, out _) ? a + separator + b : b + separator + a;

    static string YearText(long year) =>
        Math.Abs(year) switch
        {
            > 9999 => $"Y{year}",
            _ when year < 0 => $"-{-year:0000}",
            _ => $"{year:0000}",
        };
}
