using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// Days, months and numbers as Chinese, Japanese and Korean print them (“6月18日”, “十八日”, “6월 18일”, “三百人”). Each is yielded under the
/// keys that the same has in other writings, so that “18 June” and “6月18日” are found by one another.
/// </summary>
internal static partial class EastAsianNumbers
{
    private const string Digits = "0123456789";
    private const string Numerals = "〇一二三四五六七八九";

    // Keys of the months as English texts have them.
    private static readonly string[] Months =
    [
        .. WordStems.In("January February March April May June July August September October November December").Select(s => s.Key),
    ];

    /// <summary>
    /// What stands in a text, in order: the keys of a day together with <see cref="SoughtWords.Date"/>, of a month or weekday alone with
    /// <see cref="SoughtWords.DayName"/>, those of another number in characters with <see cref="SoughtWords.Number"/>.
    /// </summary>
    public static IEnumerable<WordStem> In(string text)
    {
        if (!text.Any(c => c >= '\u2E80'))
            yield break;
        foreach (Match found in DayPattern().Matches(text))
        {
            var (month, day) = (found.Groups["month"], found.Groups["day"]);
            if (month.Success && !(Value(month.Value) is >= 1 and <= 12) || day.Success && !(Value(day.Value) is >= 1 and <= 31))
                continue;
            if (day.Success)
                foreach (var key in CalendarWords.KeysOf(month.Success ? Value(month.Value) : null, Value(day.Value)!.Value))
                    yield return new(key, new(found.Index, found.Length));
            else if (month.Success)
                yield return new(Months[Value(month.Value)!.Value - 1], SpanOf(month, 1));
            yield return new(day.Success ? SoughtWords.Date : SoughtWords.DayName, new(found.Index, found.Length));
        }
        foreach (Match found in NumberPattern().Matches(text))
            if (Value(found.Groups["number"].Value) is { } number)
            {
                var span = SpanOf(found.Groups["number"], 0);
                yield return new(Key(number), span);
                yield return new(SoughtWords.Number, span);
            }
    }

    private static string Key(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // With the character that says what it is the number of.
    private static TextSpan SpanOf(Group group, int unit) => new(group.Index, group.Length + unit);

    // Null for what is no number, or one that nobody writes so.
    private static int? Value(string written)
    {
        var (all, part, digit) = (0L, 0L, 0L);
        foreach (var c in written)
        {
            if (DigitOf(c) is >= 0 and var value)
                digit = digit * 10 + value;
            else if (c is '两' or '兩')
                digit = 2;
            else if (c is '万' or '萬' or '亿' or '億')
                (all, part, digit) = (all + (part + digit) * (c is '万' or '萬' ? 10_000 : 100_000_000), 0, 0);
            else
                (part, digit) = (
                    part
                        + Math.Max(digit, 1)
                            * (
                                c switch
                                {
                                    '十' => 10,
                                    '百' => 100,
                                    _ => 1000,
                                }
                            ),
                    0
                );
            if (digit > 99_999 || part > 9_999_999)
                return null;
        }
        return all + part + digit is var sum && sum <= int.MaxValue ? (int)sum : null;
    }

    private static int DigitOf(char c) =>
        c is >= '０' and <= '９' ? c - '０'
        : Digits.IndexOf(c) is >= 0 and var digit ? digit
        : Numerals.IndexOf(c);

    // Those in digits or characters.
    private const string Month = "(?<month>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})[月월](?![間间])";
    private const string Day = "(?<day>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[日号號일](?![間间간])";
    private const string Alone = "(?<![0-9０-９一二三四五六七八九十百千])";

    // What goes on (“3日間”, “18일간”) counts days and names none; “星期” alone names none either.
    [GeneratedRegex(
        $"{Alone}{Month}(?:\\s?{Day})?|{Alone}{Day}"
            + "|(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일"
    )]
    private static partial Regex DayPattern();

    private const string Figures = "〇一二三四五六七八九十百千万萬亿億";

    // One character alone counts only what it stands before; “十分” and “千万” are words.
    [GeneratedRegex(
        $"(?<![{Figures}两兩])(?:(?<number>[一二三四五六七八九十两兩][{Figures}]{{0,12}}[十百千万萬亿億][〇一二三四五六七八九]{{0,4}})"
            + $"(?![{Figures}月日号號分])|(?<number>[二三四五六七八九十两兩])(?=[个個人名次枚艘架岁歳年天]))"
    )]
    private static partial Regex NumberPattern();
}
