using System.Collections.Frozen;
using System.Globalization;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// Days as texts name them. The name of a weekday or a month alone tells nothing of a claim: every article has them. A day with its number
/// is sought as one, under the same key in whichever language or order it is printed.
/// </summary>
internal static class CalendarWords
{
    private static readonly FrozenSet<string> Weekdays = Keys(
        "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
            + "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
            + "lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
            + "poniedziałek wtorek środa niedziela понедельник вторник среду четверг пятница пятницу субботу воскресенье"
    );

    // Twelve a line.
    private static readonly string[] Years =
    [
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    ];

    // These mean something else, or are somebody’s name, where no number stands beside them.
    private static readonly FrozenSet<string> WithNumber = Keys("march may mai mars marzo mayo março mei marca maja марта мая");

    private static readonly FrozenDictionary<string, int> Months = Years
        .SelectMany(y => y.Split(' ').Index())
        .SelectMany(m => WordStems.In(m.Item).Select(s => (s.Key, Number: m.Index + 1)))
        .DistinctBy(m => m.Key)
        .ToFrozenDictionary(m => m.Key, m => m.Number);

    /// <summary>True for the name of a weekday or a month.</summary>
    public static bool IsName(string key) => Weekdays.Contains(key) || (Months.ContainsKey(key) && !WithNumber.Contains(key));

    /// <summary>True for one that means something else by itself (“may lose”).</summary>
    public static bool NeedsNumber(string key) => WithNumber.Contains(key);

    // Those of a day of this month, of a day of any month, and of a day whose month is not said.
    private static string Of(int month, int day) => string.Create(CultureInfo.InvariantCulture, $"#{month}-{day}");

    private static string OfAny(int day) => string.Create(CultureInfo.InvariantCulture, $"#*-{day}");

    private static string OfNone(int day) => string.Create(CultureInfo.InvariantCulture, $"#-{day}");

    /// <summary>The keys under which a day stands in a text that names its month, or does not.</summary>
    public static string[] KeysOf(int? month, int day) => month is { } known ? [Of(known, day), OfAny(day)] : [OfNone(day)];

    /// <summary>True for the key of a day.</summary>
    public static bool IsDay(string key) => key[0] == '#' && key.Contains('-', StringComparison.Ordinal);

    /// <summary>
    /// What is sought for a word: for a day the same with its month, or its number where no month is said; one of no known month is sought
    /// in any.
    /// </summary>
    public static IEnumerable<string> SoughtFor(string key)
    {
        if (!IsDay(key))
            return [key];
        var dash = key.IndexOf('-', StringComparison.Ordinal);
        return dash == 1 ? [key, $"#*{key[1..]}"]
            : key[1] == '*' ? []
            : [key, $"#{key[dash..]}"];
    }

    /// <summary>What is sought for a day.</summary>
    public static IEnumerable<string> SoughtFor(DateOnly day) => SoughtFor(Of(day.Month, day.Day));

    /// <summary>Its weekday, as articles in English have it, and its number, without a month.</summary>
    public static string Plainly(DateOnly day) => day.ToString("dddd d", CultureInfo.InvariantCulture);

    /// <summary>A month that is named with a day, or with a year, and at which of the words that number stands.</summary>
    public readonly record struct Dated(int Month, int? Day, int Beside);

    /// <summary>The date that a month’s name is part of; null for another word, and for a month without a number.</summary>
    /// <param name="n">The place of its name among the words.</param>
    public static Dated? At(string text, List<WordStem> words, int n)
    {
        if (!Months.TryGetValue(words[n].Key, out var month))
            return null;
        foreach (var beside in (int[])[n - 1, n + 1, n - 2, n + 2])
        {
            if (beside < 0 || beside >= words.Count || !words[beside].IsNumber || !AreBeside(text, words[beside].Span, words[n].Span))
                continue;
            if (DayOf(words[beside].Key) is { } day)
                return new(month, day, beside);
            if (SoughtWords.IsYear(words[beside].Key))
                return new(month, null, beside);
        }
        return null;
    }

    // “18 June”, “June the 18th”, “18 de junio”, “18. Juni”, “19-го июня”.
    private static bool AreBeside(string text, TextSpan number, TextSpan name)
    {
        var (end, start) = number.Start < name.Start ? (number.End, name.Start) : (name.End, number.Start);
        return start > end && text[end..start].Trim() is "" or "-" or "," or "de" or "of" or "the" or "-го"
            || (number.Start < name.Start && text[end..start] is ". " or ".");
    }

    // “18”, “18th”.
    private static int? DayOf(string key)
    {
        var figures = key.AsSpan().TrimEnd("stndrherгоº");
        return
            figures.Length is 1 or 2
            && int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31
            ? day
            : null;
    }

    private static FrozenSet<string> Keys(string words) => WordStems.In(words).Select(s => s.Key).ToFrozenSet();
}
