using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// What a paper is called, told by the words that papers are called by: in a line with a day beside it nothing else tells it from a town or
/// a section. The lists are short, and made by hand to be added to; a paper that they do not know is not proposed.
/// </summary>
internal static partial class PaperNames
{
    private const int MostWords = 7;
    private const int MostCharacters = 60;
    private const int ShortestEastAsian = 4;

    // By language: a word of a name, with or without a large letter.
    private static readonly FrozenSet<string> OfNames = Read(
        new()
        {
            ["en"] =
                "herald times courier gazette tribune chronicle guardian observer telegraph examiner dispatch sentinel ledger bulletin "
                + "inquirer enquirer newswire post mail journal star press standard argus advertiser echo mirror monitor globe independent "
                + "express mercury register wire weekly daily",
            ["de"] =
                "zeitung blatt tagblatt tageblatt abendblatt volksblatt nachrichten rundschau anzeiger kurier bote post presse "
                + "morgenpost allgemeine echo merkur tagesspiegel spiegel welt zeit",
            ["fr"] = "journal courrier gazette dépêche monde figaro presse quotidien républicain voix écho matin soir tribune télégramme",
            ["es"] = "diario periódico país mundo gaceta heraldo vanguardia prensa correo nación voz",
            ["it"] = "corriere gazzetta giornale repubblica stampa messaggero mattino",
            ["pt"] = "jornal diário folha correio gazeta",
            ["nl"] = "dagblad krant courant telegraaf volkskrant nieuwsblad",
            ["pl"] = "gazeta dziennik kurier tygodnik",
            ["ru"] = "газета вестник правда известия ведомости курьер листок новости",
            ["uk"] = "газета вісник правда листок кур’єр",
            ["tr"] = "gazetesi postası gazete",
            ["el"] =
                "εφημερίδα πρωινή ΠΡΩΙΝΗ εσπερινή ΕΣΠΕΡΙΝΗ καθημερινή ΚΑΘΗΜΕΡΙΝΗ νέα ΝΕΑ βήμα ΒΗΜΑ "
                + "ταχυδρόμος ΤΑΧΥΔΡΟΜΟΣ αυγή ΑΥΓΗ έθνος ΕΘΝΟΣ",
        }
    );

    // Of these languages a name has one large letter: “Морской вестник”.
    private static readonly FrozenSet<string> Small = Read(
        new()
        {
            ["fr"] = "journal courrier gazette dépêche quotidien voix écho",
            ["es"] = "diario periódico gaceta voz",
            ["ru"] = "газета вестник правда известия ведомости курьер листок",
            ["uk"] = "газета вісник правда листок кур’єр",
            ["tr"] = "gazetesi postası",
        }
    );

    // Within a name, and before it.
    private static readonly FrozenSet<string> Joining = Read(
        new()
        {
            ["en"] = "the of and for",
            ["de"] = "der die das des für und am",
            ["fr"] = "le la les l de du des d et",
            ["es"] = "el la los las de del y",
            ["it"] = "il lo la i gli di del della dello e",
            ["pt"] = "o a os as de do da dos das e",
            ["nl"] = "de het van en",
            ["el"] = "ο η το οι τα του της των και",
        }
    );

    // What a section or something else that is printed is called, with such a word behind it.
    private static readonly FrozenSet<string> NoPaper = Read(
        new()
        {
            ["en"] = "blog guest book film breaking latest local world top live business sports political national international",
            ["de"] = "aktuelle lokale neueste letzte weitere kurze regionale",
            ["fr"] = "dernières dernier votre ce",
            ["es"] = "últimas último este",
            ["ru"] = "последние главные все другие местные свежие",
        }
    );

    // Where words are not told by large letters a paper’s name ends, or begins, so.
    private static readonly string[] Endings =
    [
        .. "일보 신문 통신 타임스 타임즈 데일리 투데이 저널 방송 경제".Split(' '),
        .. "新聞 日報 新報 時報 タイムズ タイムス".Split(' '),
        .. "日报 晚报 晨报 早报 时报 商报 晚報 早報 新闻网 周刊 通讯社 通訊社".Split(' '),
    ];
    private static readonly FrozenSet<string> Beginnings = "صحيفة جريدة وكالة مجلة قناة شبكة".Split(' ').ToFrozenSet();

    // Of one word, in German.
    private static readonly string[] Compounds = ["zeitung", "blatt", "nachrichten", "rundschau", "anzeiger", "kurier", "bote", "spiegel"];

    // What joins a day to what stands before it, and what leads to a paper.
    private static readonly FrozenSet<string> Leads =
    [
        .. "on of vom am den du le les el del il di de op z dnia от за في بتاريخ يوم г".Split(' '),
    ];

    /// <summary>The paper that a line with a day names; null where it names none, or where more than one thing might be it.</summary>
    public static string? Beside(string line)
    {
        if (Dates.Find(line) is not var (_, date))
            return null;
        var papers = Parts()
            .Split(line.Replace(date, "|", StringComparison.Ordinal))
            .Select(Bare)
            .Select(part => Quoted(part) ?? (Is(part) ? part : null))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return papers is [var paper] ? paper : null;
    }

    /// <summary>Whether a name is of a paper.</summary>
    public static bool Is(string name)
    {
        if (
            name.Length is 0 or > MostCharacters
            || name.Any(char.IsDigit)
            || Desks.IsRole(name)
            || Bylines.NameWithCalling(name) is not null
        )
            return false;
        var words = name.Split([' ', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostWords || NoPaper.Contains(Folding.Of(words[0])))
            return false;
        if (Script.OfEastAsia(name) * 2 > name.Count(char.IsLetter))
            return words.Length <= 2
                && name.Count(char.IsLetter) >= ShortestEastAsian
                && Array.Exists(Endings, e => name.EndsWith(e, StringComparison.Ordinal));
        if (Beginnings.Contains(words[0]))
            return words.Length is > 1 and <= 4;
        if (!Array.TrueForAll(words, w => char.IsUpper(Letter(w)) || Joining.Contains(Folding.Of(w)) || Small.Contains(Folding.Of(w))))
            return false;
        var own = Array.FindAll(words, w => !Joining.Contains(Folding.Of(w)) || char.IsUpper(Letter(w)));
        return words is [var one]
            ? IsCompound(one)
            : own.Length > 1 && Array.Exists(own, w => OfNames.Contains(Folding.Of(w)) || IsCompound(w));
    }

    /// <summary>Whether a word alone is one of those by which papers are called: “Courier”.</summary>
    public static bool HasWord(string word) => OfNames.Contains(Folding.Of(word)) || IsCompound(word);

    /// <summary>Whether a word belongs to a day beside it: a day of the week, “on”.</summary>
    public static bool BelongsToADay(string word) => IsBesideADay(Folding.Of(word));

    // “Hafenblatt”, and not “Blatt”.
    private static bool IsCompound(string word) =>
        char.IsUpper(Letter(word))
        && Array.Exists(Compounds, c => word.Length > c.Length + 2 && word.EndsWith(c, StringComparison.OrdinalIgnoreCase));

    private static char Letter(string word) => word.FirstOrDefault(char.IsLetter);

    // Without what leads to it, and what belongs to the day.
    private static string Bare(string part)
    {
        var words = Tidy.Line(Leading().Replace(Around().Replace(part, " ").Trim(' ', '-', '/'), "")).Split(' ').ToList();
        while (words.Count > 0 && IsBesideADay(Folding.Of(words[^1]).Trim('.', ',', '(', ')')))
            words.RemoveAt(words.Count - 1);
        while (words.Count > 1 && DayNames.IsWeekday(words[0]))
            words.RemoveAt(0);
        return string.Join(' ', words).Trim(' ', '.', ',', ':', '、', '،');
    }

    private static bool IsBesideADay(string word) => Leads.Contains(word) || DayNames.IsWeekday(word);

    private static FrozenSet<string> Read(Dictionary<string, string> byLanguage) =>
        byLanguage.Values.SelectMany(words => words.Split(' ')).Select(Folding.Of).ToFrozenSet();

    [GeneratedRegex(@"\s*[,،、|｜·•;；]\s*|\s+[-–—/]\s+|\s*[—–]\s*")]
    private static partial Regex Parts();

    // A clock, or the day of the week in brackets.
    [GeneratedRegex(@"\(\p{L}{1,4}\)|[()\[\]]|(?<![0-9])[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?")]
    private static partial Regex Around();

    [GeneratedRegex(
        @"^\s*(?:in the|in|im|in der|dans|en|nel|nella|в газете|в|(?:first )?(?:published|printed|appeared) (?:in|by)|from|source|aus|"
            + @"quelle|erschienen in|(?:publié|paru) dans|source :|"
            + @"publicado en|fuente|fonte|pubblicato su|источник|из|المصدر|نشر في|출처|出典|来源|來源)\s*[:：]?\s+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Leading();
}
