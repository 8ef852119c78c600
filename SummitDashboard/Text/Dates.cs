using System.Globalization;
using System.Text.RegularExpressions;

namespace SummitDashboard.Text;

/// <summary>Days as articles print them, in a dozen languages, as EDTF; the words they were read from beside them.</summary>
internal static partial class Dates
{
    private const int MostDays = 6;

    // January to December, by their beginnings; the program carries no table of the world’s months.
    private static readonly string[][] Months =
    [
        [.. "jan|januar|janvier|enero|gennaio|januari|stycz|янв|січ|sty|oca|tammi|ιαν|يناير|جانفي|كانون الثاني".Split('|')],
        [.. "feb|fév|fev|lut|фев|лют|şub|helmi|φεβ|فبراير|فيفري|شباط".Split('|')],
        [.. "mar|mär|märz|mrz|maa|мар|берез|maalis|μαρ|marz|مارس|آذار".Split('|')],
        [.. "apr|avr|abr|kwie|апр|квіт|nis|huhti|απρ|أبريل|إبريل|ابريل|أفريل|نيسان".Split('|')],
        [.. "may|mai|mayo|mag|maj|mei|май|мая|трав|touko|μαΐ|μάι|مايو|ماي|أيار".Split('|')],
        [.. "jun|juin|giu|czerw|июн|черв|haz|kesä|ιουν|يونيو|جوان|حزيران".Split('|')],
        [.. "jul|juil|lug|lip|июл|лип|tem|heinä|ιουλ|يوليو|جويلية|تموز".Split('|')],
        [.. "aug|aoû|aou|ago|sier|авг|серп|ağu|elo|αυγ|أغسطس|اغسطس|أوت|آب".Split('|')],
        [.. "sep|set|wrze|сен|верес|eyl|syys|σεπ|سبتمبر|شتنبر|أيلول".Split('|')],
        [.. "oct|okt|ott|out|paźd|окт|жовт|eki|loka|οκτ|أكتوبر|اكتوبر|تشرين الأول".Split('|')],
        [.. "nov|noi|list|ноя|листоп|kas|marras|νοε|نوفمبر|نونبر|تشرين الثاني".Split('|')],
        [.. "dec|dez|déc|dic|grud|дек|груд|ara|joulu|δεκ|ديسمبر|دجنبر|كانون الأول".Split('|')],
    ];

    /// <summary>
    /// The first day in a line, as EDTF: of <c>6/7/2024</c> nobody can tell which is the month, so it is one of two days. Null where there
    /// is none.
    /// </summary>
    public static (string Edtf, string Words)? Find(string line)
    {
        if (IsoPattern().Match(line) is { Success: true } iso && Day(iso, "y", "m", "d") is { } day)
            return (day, iso.Value);
        if (CjkPattern().Match(line) is { Success: true } cjk && Day(cjk, "y", "m", "d") is { } eastern)
            return (eastern, cjk.Value);
        if (DayMonthPattern().Match(line) is { Success: true } first && Named(first) is { } named)
            return (named, first.Value);
        if (MonthDayPattern().Match(line) is { Success: true } second && Named(second) is { } american)
            return (american, second.Value);
        return NumberPattern().Match(line) is { Success: true } numbers && Numbers(numbers) is { } either ? (either, numbers.Value) : null;
    }

    /// <summary>The days in a line in their order, each with where it begins.</summary>
    public static List<(string Edtf, string Words, int At)> All(string line)
    {
        var all = new List<(string Edtf, string Words, int At)>();
        for (var left = line; all.Count < MostDays && Find(left) is var (edtf, words); )
        {
            var at = left.IndexOf(words, StringComparison.Ordinal);
            all.Add((edtf, words, at));
            left = string.Concat(left.AsSpan(0, at), new string('\n', words.Length), left.AsSpan(at + words.Length));
        }
        return [.. all.OrderBy(d => d.At)];
    }

    /// <summary>The day of a moment as files write it: <c>2024-06-20T08:00:00Z</c>, or any that a line may hold.</summary>
    public static string? Of(string value) => Find(value) is var (edtf, _) ? edtf : null;

    /// <summary>A day as somebody types it, in words or numbers, as EDTF: null where it is none alone, or nobody can tell which.</summary>
    public static string? Typed(string text) =>
        Find(text) is var (edtf, words)
        && edtf[0] != '['
        && Doubt(words) is null
        && WithoutWeekday(text).Trim(' ', '.') == words.Trim(' ', '.')
        && WordPattern().Matches(words).All(w => w.Length < 3 || DayNames.IsMonth(w.Value))
            ? edtf
            : null;

    private static string WithoutWeekday(string text) =>
        WeekdayPattern().Match(text) is { Success: true } first && DayNames.IsWeekday(first.Groups["word"].Value)
            ? text[first.Length..]
            : text;

    /// <summary>What is not sure about a day that was found: which of its numbers is the month. Null where nothing is.</summary>
    public static string? Doubt(string words) =>
        Find(words) is not var (edtf, found) || NumberPattern().Match(found) is not { Success: true } numbers || numbers.Value != found
            ? null
        : edtf[0] == '[' ? "Which number is the month is not said."
        : (Number(numbers, "a"), Number(numbers, "b")) is (<= 12 and var a, <= 12 and var b) && a != b
            ? "Read with the day first, as dates with points are; where the source has the month first, turn it round."
        : null;

    private static string? Day(Match match, string year, string month, string day) =>
        Iso(Number(match, year), Number(match, month), Number(match, day));

    private static string? Named(Match match) =>
        MonthOf(match.Groups["name"].Value) is { } month ? Iso(Number(match, "y"), month, Number(match, "d")) : null;

    // 20.6.2024 and 20/6/2024 have the day first; 6/20/2024 can only have the month first.
    private static string? Numbers(Match match)
    {
        var (a, b, year) = (Number(match, "a"), Number(match, "b"), Number(match, "y"));
        var (dayFirst, monthFirst) = (Iso(year, b, a), match.Groups["sep"].Value == "." ? null : Iso(year, a, b));
        if (dayFirst is null || monthFirst is null || dayFirst == monthFirst)
            return dayFirst ?? monthFirst;
        return string.CompareOrdinal(dayFirst, monthFirst) < 0 ? $"[{dayFirst},{monthFirst}]" : $"[{monthFirst},{dayFirst}]";
    }

    private static int? MonthOf(string name)
    {
        for (var month = 0; month < Months.Length; month++)
            if (Months[month].Any(m => name.StartsWith(m, StringComparison.OrdinalIgnoreCase)))
                return month + 1;
        return null;
    }

    private static int Number(Match match, string group) => Number(match.Groups[group].Value);

    /// <summary>A number in the digits of whatever script.</summary>
    public static int Number(string digits) => digits.Aggregate(0, (sum, digit) => sum * 10 + CharUnicodeInfo.GetDecimalDigitValue(digit));

    private static string? Iso(int year, int month, int day) =>
        year is >= 1800 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")
            : null;

    [GeneratedRegex(@"^\s*(?<word>[\p{L}\p{M}ʼ-]+)\.?[,،]?\s+")]
    private static partial Regex WeekdayPattern();

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)")]
    private static partial Regex IsoPattern();

    [GeneratedRegex(@"(?<y>\d{4})\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]")]
    private static partial Regex CjkPattern();

    [GeneratedRegex(
        @"(?<!\d)(?<d>\d{1,2})(?:\.|er|st|nd|rd|th|º)?\s+(?:de\s+|of\s+)?"
            + @"(?<name>\p{L}{2,12}(?:\s(?:الأول|الثاني))?)\.?[,،]?\s+(?:de\s+)?(?<y>\d{4})(?!\d)"
    )]
    private static partial Regex DayMonthPattern();

    [GeneratedRegex(@"(?<name>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?!\d)")]
    private static partial Regex MonthDayPattern();

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,2})(?<sep>[./-])(?<b>\d{1,2})[./-](?<y>\d{4})(?!\d)")]
    private static partial Regex NumberPattern();
}
