using System.Collections.Frozen;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// The words of a text as they are sought, and of those that are numbers or days also that they are: who asks when or how many looks for
/// any.
/// </summary>
public static class SoughtWords
{
    /// <summary>The key of any number.</summary>
    public const string Number = "#number";

    /// <summary>The key of any day or month by its name, with the number beside it.</summary>
    public const string Date = "#date";

    private static readonly FrozenSet<string> Names = Keys(
        "january february april june july august september october november december monday tuesday wednesday thursday friday saturday "
            + "sunday januar februar märz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag janvier "
            + "février avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche "
            + "enero febrero abril junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes "
            + "января февраля апреля июня июля августа сентября октября ноября декабря понедельник вторник среду четверг пятницу субботу "
            + "воскресенье"
    );

    // These mean something else where no number stands beside them.
    private static readonly FrozenSet<string> WithNumber = Keys("march may mai mars marzo mayo марта мая");

    private static readonly FrozenSet<string> AskForDates = Keys(
        "when date dates day days year years month wann datum tag quand jour année cuándo fecha día когда дата день год"
    );

    private static readonly FrozenSet<string> AskForNumbers = Keys(
        "many number numbers count figure amount percent viele zahl anzahl combien nombre cuántos cuántas número сколько число"
    );

    /// <summary>The words of a text in order, those that are a number or a day once more under the key for all of these.</summary>
    public static IEnumerable<WordStem> In(string text)
    {
        var stems = WordStems.In(text).ToList();
        for (var n = 0; n < stems.Count; n++)
        {
            yield return stems[n];
            if (stems[n].IsNumber && !IsYear(stems[n].Key))
                yield return new(Number, stems[n].Span);
            var (before, after) = (n > 0 && IsDay(stems[n - 1].Key), n + 1 < stems.Count && IsDay(stems[n + 1].Key));
            if (Names.Contains(stems[n].Key) || ((before || after) && WithNumber.Contains(stems[n].Key)))
                yield return new(Date, stems[n].Span);
        }
    }

    /// <summary>Which of these a question asks for.</summary>
    internal static IEnumerable<(string Key, ClueKind Kind)> AskedBy(IEnumerable<string> texts)
    {
        var keys = texts.SelectMany(WordStems.In).Select(s => s.Key).ToHashSet();
        if (AskForDates.Overlaps(keys))
            yield return (Date, ClueKind.Date);
        if (AskForNumbers.Overlaps(keys))
            yield return (Number, ClueKind.Number);
    }

    /// <summary>True for the name of a day or a month.</summary>
    internal static bool IsDate(string key) => Names.Contains(key);

    // Who asks how many does not ask for a year.
    private static bool IsYear(string key) => key.Length == 4 && key[..2] is ("19" or "20") && key.All(char.IsAsciiDigit);

    private static bool IsDay(string key) => key.Length <= 2 && key.All(char.IsAsciiDigit);

    private static FrozenSet<string> Keys(string words) => WordStems.In(words).Select(s => s.Key).ToFrozenSet();
}
