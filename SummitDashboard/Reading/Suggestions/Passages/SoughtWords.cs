using System.Collections.Frozen;
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

    /// <summary>The key of any month that is named with a day’s or a year’s number.</summary>
    public const string Date = "#date";

    /// <summary>The key of the name of any weekday or month alone.</summary>
    public const string DayName = "#day";

    /// <summary>The key of any word that weakens, and of any that evaluates.</summary>
    public const string Hedge = "#hedge";
    public const string Loaded = "#loaded";

    // How many or which one of a few: found in every article, so that it tells something only where the claim says it.
    private static readonly FrozenSet<string> SmallNumbers = Keys(
        "one two three four five six seven eight nine ten first second third once twice zwei drei vier fünf sechs sieben acht neun zehn "
            + "erste ersten zweite zweiten dritte dritten deux trois quatre cinq sept huit neuf premier première deuxième "
            + "dos tres cuatro cinco seis siete ocho nueve diez primera primero segundo два две три четыре пять первый первая первого"
    );

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
                    .Where(s =>
                        !s.IsNumber
                        || !more.Exists(m => CalendarWords.IsDay(m.Key) && m.Span.Start <= s.Span.Start && m.Span.End >= s.Span.End)
                    )
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
        var dates = Enumerable.Range(0, stems.Count).Select(n => CalendarWords.At(text, stems, n)).ToList();
        var days = dates.Where(d => d?.Day is not null).Select(d => d!.Value.Beside).ToHashSet();
        for (var n = 0; n < stems.Count; n++)
        {
            if (dates[n] is { } date)
            {
                if (date.Day is { } day)
                    foreach (var key in CalendarWords.KeysOf(date.Month, day))
                        yield return new(key, Over(stems[n].Span, stems[date.Beside].Span));
                else
                    yield return stems[n];
                yield return new(Date, stems[n].Span);
                continue;
            }
            if (days.Contains(n))
                continue;
            yield return stems[n];
            if (stems[n].IsNumber && !IsYear(stems[n].Key) && !IsOfName(text, stems[n].Span.Start))
                yield return new(Number, stems[n].Span);
            if (CalendarWords.IsName(stems[n].Key))
                yield return new(DayName, stems[n].Span);
        }
    }

    private static TextSpan Over(TextSpan one, TextSpan other) =>
        new(Math.Min(one.Start, other.Start), Math.Max(one.End, other.End) - Math.Min(one.Start, other.Start));

    /// <summary>Which of these a question asks for.</summary>
    internal static IEnumerable<(string Key, ClueKind Kind)> AskedBy(IEnumerable<string> texts)
    {
        var keys = texts.SelectMany(WordStems.In).Select(s => s.Key).ToHashSet();
        if (AskForDates.Overlaps(keys))
        {
            yield return (Date, ClueKind.Date);
            yield return (DayName, ClueKind.Date);
        }
        if (AskForNumbers.Overlaps(keys))
            yield return (Number, ClueKind.Number);
        if (AskForDoubt.Overlaps(keys))
            yield return (Hedge, ClueKind.Hedge);
        if (AskForJudgement.Overlaps(keys))
            yield return (Loaded, ClueKind.Loaded);
    }

    /// <summary>True for a key that stands for any word of its kind.</summary>
    internal static bool IsAnyOf(string key) => key is Number or Date or DayName or Hedge or Loaded;

    /// <summary>True for the name of a day or a month.</summary>
    internal static bool IsDate(string key) => CalendarWords.IsName(key);

    /// <summary>True for a number of which every article has some: up to ten in words or figures, and the first few in order.</summary>
    internal static bool IsSmallNumber(string key) =>
        SmallNumbers.Contains(key) || (key.Length == 1 && char.IsAsciiDigit(key[0])) || key == "10";

    // The 7 of “Orion-7” counts nothing.
    private static bool IsOfName(string text, int at) => at > 1 && text[at - 1] is '-' or '‐' or '‑' && char.IsLetter(text[at - 2]);

    // Who asks how many does not ask for a year.
    internal static bool IsYear(string key) => key.Length == 4 && key[..2] is ("19" or "20") && key.All(char.IsAsciiDigit);

    private static FrozenSet<string> Keys(string words) => WordStems.In(words).Select(s => s.Key).ToFrozenSet();
}
