using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// How a report begins: “PORT VESSEN, May 12 (Northwire) -”, “Hafen, 12. Mai (dpa) –”, “(서울=한울통신)”, “平壤6月19日电”, or without an agency
/// “SEOUL, June 19 —”. Its day has seldom a year.
/// </summary>
/// <param name="Agency">As it is printed; null where none is.</param>
/// <param name="Day">The words of the day; null where none is printed.</param>
internal sealed partial record Dateline(string? Agency, string? Day)
{
    private const int FewestWords = 6;
    private const int FewestCharacters = 12; // of East Asia
    private const string LeapYear = "2024"; // in which every day can be

    // What begins a sentence and no name of a place, and a line that says who wrote it.
    private static readonly HashSet<string> NoPlaces =
    [
        .. "in on at by from since until till after before during around about between near this last next".Split(' '),
        .. "im am bei seit aus nach vor bis um von ab dans depuis avant après dès à au en par vers desde hasta por tras".Split(' '),
        .. "nel da dal dopo prima fino di em até no na в во на с со из от до после перед у к з від після під на".Split(' '),
        .. "지난 오는 올해 작년 내년 去年 今年 明年 昨年 来年 到 从 自 在 于".Split(' '),
    ];

    private static readonly HashSet<string> WithinNames =
    [
        .. "de la las los el del da do das dos di am an der im of upon sur sous aux en le les op aan den bei na на".Split(' '),
    ];

    /// <summary>Reads the beginning of a paragraph; null where it is no such.</summary>
    public static Dateline? Of(string paragraph)
    {
        foreach (var pattern in new[] { Western(), Korean(), Slashed(), Chinese(), Bracketed(), Bare() })
            if (pattern.Match(paragraph) is { Success: true } match && IsOne(match, paragraph))
            {
                var (agency, day) = (match.Groups["agency"].Value.Trim(), match.Groups["day"].Value.TrimEnd('.'));
                return new(agency.Length > 0 ? agency : null, day.Length > 0 ? day : null);
            }
        return null;
    }

    /// <summary>The day in a year, as EDTF; null where it prints none, or none of that year.</summary>
    public string? In(string year) =>
        Day is null ? null
        : Dates.Of(Day) is { } whole ? whole
        : new[] { $"{Day} {year}", $"{Day}, {year}", $"{year}年{Day}" }.Select(Dates.Of).FirstOrDefault(day => day is not null);

    // Without an agency a place, a day and a dash may stand anywhere: it is a day of the calendar, and a report begins behind it.
    private static bool IsOne(Match match, string paragraph)
    {
        if (!match.Groups["place"].Success)
            return true;
        var (place, rest) = (match.Groups["place"].Value, paragraph[match.Length..].TrimStart());
        var words = place.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (NoPlaces.Contains(words[0].ToLowerInvariant()) || DayNames.IsWeekday(words[0]))
            return false;
        if (Array.Exists(words, w => char.IsLower(w[0]) && !WithinNames.Contains(w)))
            return false;
        var day = match.Groups["day"].Value;
        if (Letters().Matches(day).Any(w => w.Length > 2 && !DayNames.IsMonth(w.Value)))
            return false;
        if (new Dateline(null, day).In(LeapYear) is null)
            return false;
        return rest.Length == 0
            || rest.FirstOrDefault(char.IsLetter) is var first
                && first == char.ToUpperInvariant(first)
                && !BeginsWithADay().IsMatch(rest)
                && (Words.Count(rest) >= FewestWords || Script.OfEastAsia(rest) >= FewestCharacters);
    }

    // May 12 | 12. Mai | 12 de mayo | 1er mai, with or without a year
    private const string MonthDay =
        @"(?<day>(?:\p{Lu}\p{L}{2,9}\.?\s+[0-9]{1,2}|[0-9]{1,2}(?:\.|er|º|st|nd|rd|th)?\s+(?:de\s+)?\p{L}{3,9}\.?)"
        + @"(?:,?\s+(?:de\s+)?[0-9]{4})?)";

    private const string Where = @"\p{Lu}[\p{L} .’'/-]{1,40}(?:,\s*\p{Lu}[\p{L} .]{1,30})?,\s+(?:le\s+|den\s+)?";

    [GeneratedRegex("^" + Where + MonthDay + @"\s*[.,]?\s+[(/](?<agency>\p{L}[\p{L}0-9 .&-]{1,30})[)/]\.?\s*[-–—]")]
    private static partial Regex Western();

    // “МОСКВА, 19 июня. /ТАСС/. Президент”
    [GeneratedRegex("^" + Where + MonthDay + @"\s*[.,]?\s+/(?<agency>\p{L}[\p{L}0-9 .&-]{1,30})/\.?\s+(?=[“„«""]?\p{Lu})")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^\(\p{L}{2,8}=(?<agency>\p{L}{2,12})\)(?<day>)")]
    private static partial Regex Korean();

    // Of 电视 and 电话 the sign for a wire is only the beginning.
    [GeneratedRegex(
        @"^(?:本[报報台]|(?<agency>[\p{IsCJKUnifiedIdeographs}]{2,5}社))?(?<place>[\p{IsCJKUnifiedIdeographs}]{2,8}?)"
            + @"(?<day>(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)[电電讯訊](?![视視话話影力子台信脑腦])"
    )]
    private static partial Regex Chinese();

    // 【ソウル6月19日】 | (평양 6월 19일발 조선중앙통신)
    [GeneratedRegex(
        @"^[【\[(（〔](?<place>[\p{L}・]{2,12})[\s,、，=＝]*(?<day>(?:[0-9]{4}\s*[年년]\s*)?[0-9]{1,2}\s*[月월]\s*[0-9]{1,2}\s*[日일])"
            + @"(?:\s*[発发發발])?[\s,、，=＝]*(?<agency>\p{L}[\p{L} ]{1,13})?[】\])）〕]"
    )]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"^(?<place>\p{Lu}[\p{L} .’'/-]{1,40}(?:,\s*\p{Lu}[\p{L} .]{1,30})?),\s+(?:le\s+|den\s+)?"
            + MonthDay
            + @"(?:\s*—|\s+[-–]|\s*--|\s*\.[-–—])(?=\s*$|\s*[“„«""‘(]?\p{L})"
    )]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\P{L}*(?:\p{L}{3,9}\.?\s+[0-9]{1,2}|[0-9]{1,2}\.?\s+\p{L}{3,9})(?![0-9])")]
    private static partial Regex BeginsWithADay();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();
}
