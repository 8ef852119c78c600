using System.Collections.Frozen;
using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Reading.Suggestions;

/// <summary>
/// The words of a text as they are sought, and of those that are numbers, days, hedges or loaded words also that they are: who asks when,
/// how many, how surely or in which tone looks for any.
/// </summary>
public static class SoughtWords
{
    /// <summary>The key of any number.</summary>
    public const string Number = "#number";

    /// <summary>The key of any day or month by its name, with the number beside it.</summary>
    public const string Date = "#date";

    /// <summary>The key of any word that weakens, and of any that evaluates.</summary>
    public const string Hedge = "#hedge";
    public const string Loaded = "#loaded";

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
        "when date dates day days year years month wann datum tag quand jour année cuándo fecha día когда дата день год "
            + "何时 何時 么时 麼時 日期 哪天 哪日 几月 幾月 几日 幾日 几号 幾號 いつ 何日 何月 日付 언제 며칠 날짜"
    );

    private static readonly FrozenSet<string> AskForNumbers = Keys(
        "many number numbers count figure amount percent viele zahl anzahl combien nombre cuántos cuántas número сколько число "
            + "多少 几个 幾個 几人 幾人 人数 人數 何人 いくつ 数字 몇 얼마 인원"
    );

    private static readonly FrozenSet<string> AskForDoubt = Keys(
        "sure certain uncertain doubt doubts doubtful confirmed verified unverified confidence likely probability proven evidence hedge "
            + "hedges alleged rumour rumor gewissheit unsicher zweifel bestätigt belegt wahrscheinlich certitude doute confirmé preuve "
            + "certeza duda confirmado prueba уверенность сомнение подтверждено вероятность 确定 確定 疑问 疑問 证实 證實 確か 確実 확실 의문"
    );

    private static readonly FrozenSet<string> AskForJudgement = Keys(
        "tone loaded judgement judgment judged evaluation evaluates evaluated verdict wording portrayed portrayal label labels adjective "
            + "characterised characterized wertung urteil bewertung jugement juicio valoración оценка 评价 評價 語気 语气 評価 평가 어조"
    );

    /// <summary>The words of a text in order, those that are a number or a day once more under the key for all of these.</summary>
    public static IEnumerable<WordStem> In(string text) => In(text, [.. WordStems.In(text)]);

    /// <param name="words">Those of the text, where they are known already.</param>
    internal static IEnumerable<WordStem> In(string text, List<WordStem> words) =>
        EastAsianNumbers.In(text).ToList() is { Count: > 0 } more
            ?
            [
                .. Spaced(text, words)
                    .Concat(more)
                    .DistinctBy(s => (s.Key, s.Span.Start))
                    .OrderBy(s => s.Span.Start)
                    .ThenBy(s => s.Span.End),
            ]
            : Spaced(text, words);

    /// <summary>What of these lists stands in a text.</summary>
    internal static IEnumerable<WordStem> Marked(string text, WordList marks) =>
        Phrases
            .In(text, marks.Hedges)
            .Select(s => new WordStem(Hedge, s))
            .Concat(Phrases.In(text, marks.Loaded).Select(s => new WordStem(Loaded, s)));

    private static IEnumerable<WordStem> Spaced(string text, List<WordStem> stems)
    {
        for (var n = 0; n < stems.Count; n++)
        {
            yield return stems[n];
            if (stems[n].IsNumber && !IsYear(stems[n].Key) && !IsOfName(text, stems[n].Span.Start))
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
        if (AskForDoubt.Overlaps(keys))
            yield return (Hedge, ClueKind.Hedge);
        if (AskForJudgement.Overlaps(keys))
            yield return (Loaded, ClueKind.Loaded);
    }

    /// <summary>
    /// A day in words: its name, its number and its month, without one that means something else by itself (“may lose”).
    /// </summary>
    internal static string Plainly(DateOnly day)
    {
        var month = day.ToString("MMMM", CultureInfo.InvariantCulture);
        return day.ToString("dddd d", CultureInfo.InvariantCulture)
            + (WordStems.In(month).Any(s => WithNumber.Contains(s.Key)) ? "" : " " + month);
    }

    /// <summary>True for a key that stands for any word of its kind.</summary>
    internal static bool IsAnyOf(string key) => key is Number or Date or Hedge or Loaded;

    /// <summary>True for the name of a day or a month.</summary>
    internal static bool IsDate(string key) => Names.Contains(key);

    // The 7 of “Orion-7” counts nothing.
    private static bool IsOfName(string text, int at) => at > 1 && text[at - 1] is '-' or '‐' or '‑' && char.IsLetter(text[at - 2]);

    // Who asks how many does not ask for a year.
    private static bool IsYear(string key) => key.Length == 4 && key[..2] is ("19" or "20") && key.All(char.IsAsciiDigit);

    private static bool IsDay(string key) => key.Length <= 2 && key.All(char.IsAsciiDigit);

    private static FrozenSet<string> Keys(string words) => WordStems.In(words).Select(s => s.Key).ToFrozenSet();
}
