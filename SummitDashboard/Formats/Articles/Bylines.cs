using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// Who wrote an article, as papers print it: “Par Maëlle Desrousseaux (avec AFB), envoyée spéciale à Oosterveld”, “Της Ελένης Μαυρίδου”,
/// “【アムステルダム＝北村遥】”. What stands behind the name (a place, a calling, an agency) is no part of it. The lists are short, and made by
/// hand to be added to.
/// </summary>
internal static partial class Bylines
{
    // No line that says whose an article is is longer.
    private const int Longest = 300;

    // What leads to a name, by language.
    private static readonly Dictionary<string, string> Leads = new()
    {
        ["en"] = "by|written by|reported by|reporting by|words by|story by",
        ["de"] = "von|text:|autor:|autorin:",
        ["fr"] = "par|texte :|propos recueillis par",
        ["es"] = "por|texto:",
        ["pt"] = "por|texto:",
        ["it"] = "di|a cura di|testo di",
        ["nl"] = "door|tekst:",
        ["da"] = "af|tekst:",
        ["sv"] = "av|text:",
        ["pl"] = "autor:|tekst:|oprac.",
        ["ru"] = "автор:|автор|текст:|подготовил|подготовила",
        ["uk"] = "автор:|автор|текст:",
        ["el"] = "του|της|των|γράφει ο|γράφει η|γράφουν οι|ρεπορτάζ:|ανταπόκριση:",
        ["tr"] = "yazan:|haber:",
    };

    // What somebody is, behind a name; a place may follow.
    private static readonly Dictionary<string, string> Callings = new()
    {
        ["en"] =
            "staff writers?|staff reporters?|staff correspondents?|senior reporter|senior writer|special correspondents?|"
            + "foreign correspondent|"
            + "correspondents?|reporters?|chief reporter|contributor|contributing writer|(?:political|foreign|world|business|arts|science|"
            + "europe|international|environment|religion|diplomatic|crime|health|education|city|night|sports?) (?:editor|correspondent|"
            + "reporter|writer)|special to the .+|for the .+",
        ["de"] = "korrespondent(?:in)?|reporter(?:in)?|redakteur(?:in)?|volontär(?:in)?|unser(?:e)? korrespondent(?:in)?",
        ["fr"] = "envoyée?s? spécia(?:le?s?|ux)|correspondante?s?|notre (?:correspondante?|envoyée? spéciale?)|journaliste",
        ["es"] = "enviad[oa] especial|corresponsal|periodista|redactora?",
        ["pt"] = "enviad[oa] especial|correspondente|repórter",
        ["it"] = "inviat[oa](?: speciale)?|corrispondente|(?:dal|dalla) nostr[oa] (?:inviat[oa]|corrispondente)",
        ["nl"] = "correspondent|verslaggever|verslaggeefster|redacteur",
        ["ru"] = "корреспондент|собкор|специальный корреспондент|обозреватель",
        ["el"] = "ανταποκριτής|ανταποκρίτρια|απεσταλμένος|απεσταλμένη",
    };

    // What stands before a place, behind a name or a calling.
    private const string InAPlace = "in|at|from|à|a|en|au|aux|da|em|no|na|aus|uit|из|в|из-под|στο|στη|στην|από";

    // A town of several words begins so; another name of two words may be a person’s.
    private const string TownWords = "new|den|san|los|las|saint|st|st\\.|bad|port|hong|tel|abu|buenos|kuala|sankt|cape|são";

    private const string Particles = @"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|bin|al|el|af|zu)\s+)*";
    private const string Name = @"\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+" + Particles + @"(?:d[’'])?\p{Lu}[\p{L}\p{M}.’'-]*){0,4}";
    private const string And = @"(?:\s*,\s*|\s+(?:and|und|et|y|e|en|og|och|i|и|та|και|&)\s+)";

    // Whose somebody is: “Courier Staff Writer”.
    private const string OfPaper = @"(?:(?:\p{Lu}[\p{L}\p{M}.’'-]*|of|the)\s+){0,4}";
    private const string Place = @"\p{Lu}[\p{L}\p{M}.’'-]*(?:[ -]\p{Lu}[\p{L}\p{M}.’'-]*){0,3}";

    private static readonly Regex Led = new(
        $@"^\W*(?:(?i:{Any(Leads)}))\s*(?<name>{Name}(?:{And}{Name})*)(?<rest>.*)$",
        RegexOptions.CultureInvariant
    );

    // Of what may follow a name each once, and nothing else.
    private static readonly Regex Rest = new(
        $@"^(?:\s*[(\[][^()\[\]]{{2,40}}[)\]])?(?:\s*[,–—|/-]?\s*(?i:{Any(Callings)}))?(?:\s*[,–—|/-]?\s+(?i:{InAPlace})\s+{Place})?"
            + @"(?:\s*[(\[][^()\[\]]{2,40}[)\]])?\W*$",
        RegexOptions.CultureInvariant
    );

    // “Lucille Okafor, Staff Writer”, where it is written as names are.
    private static readonly Regex Calling = new($@"\s*,\s*{OfPaper}(?i:{Any(Callings)})$", RegexOptions.CultureInvariant);

    // “RODRIGO ECHENIQUE, corresponsal en Puerto Cálamo”: a name of two words or more, with nothing before it.
    private static readonly Regex Called = new(
        $@"^(?!(?i:{TownWords})\s)(?<name>\p{{Lu}}[\p{{L}}\p{{M}}.’'-]*\s+{Particles}{Name}(?:{And}{Name})*?)\s*[,–—|/-]\s*{OfPaper}"
            + $@"(?i:{Any(Callings)})(?:\s*,?\s+(?i:{InAPlace})\s+{Place})?\W*$",
        RegexOptions.CultureInvariant
    );

    // “Του ανταποκριτή μας Π. Λαζαρίδη”, “De notre correspondant à Oosterveld, Luc Martin”.
    private const string Own =
        @"(?i:(?:του|της) (?:ειδικ(?:ού|ής) )?(?:ανταποκρ[ιί]τ(?:ή|ριάς)|απεσταλμέν(?:ου|ης)) μας|"
        + "von unsere[mr] (?:korrespondent(?:en|in)|reporter(?:in)?|mitarbeiter(?:in)?|redakteur(?:in)?)|"
        + "(?:de )?notre (?:correspondante?|envoyée? spéciale?)|(?:de )?nuestr[oa] (?:corresponsal|enviad[oa] especial)|"
        + "(?:d[oa] )?noss[oa] (?:correspondente|enviad[oa] especial)|"
        + "d(?:al nostro|alla nostra) (?:corrispondente|inviat[oa](?: speciale)?)|"
        + "van onze (?:correspondent|verslaggever|verslaggeefster)|"
        + "от (?:нашего|нашей) (?:(?:специального|собственного) )?корреспондент(?:а|ки)|"
        + "(?:from|by) our (?:own |special |foreign )?(?:correspondent|reporter))";

    private static readonly Regex OwnLine = new(
        $@"^\W*{Own}(?:\s+(?i:{InAPlace})\s+{Place})?\s*[,:–—-]?\s*(?<name>{Name}(?:{And}{Name})*)\W*$",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex OwnInBrackets = new(
        $@"[(\[]\s*(?<words>{Own}(?:\s+(?i:{InAPlace})\s+{Place})?\s*[,:–—-]?\s*(?<name>{Name}(?:{And}{Name})*))\s*[)\]]",
        RegexOptions.CultureInvariant
    );

    // “By Ann Lee, Courier Staff Writer, and Tom Vale, Herald Reporter”.
    private static readonly Regex InnerCalling = new(
        $@"\s*,\s*{OfPaper}(?i:{Any(Callings)})(?:\s*,?(?=\s+(?:and|und|et|y|e|en|i|и|και|&)\s)|(?=\s*,)|$)",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex CallingFirst = new($@"^\s+(?i:{Any(Callings)})", RegexOptions.CultureInvariant);

    private static readonly Regex Town = new(
        $@"^(?<name>{Name}(?:{And}{Name})*?)\s*,\s*(?:(?i:{TownWords})\s+\p{{Lu}}[\p{{L}}\p{{M}}’'-]*|\p{{Lu}}[\p{{L}}\p{{M}}’'-]*)$",
        RegexOptions.CultureInvariant
    );

    /// <summary>Whether a line says whose an article is, and no more.</summary>
    public static bool Is(string line) => NameOf(line) is not null;

    /// <summary>The name in a line that says whose an article is, and no more; null where it does not, as far as is known here.</summary>
    public static string? NameOf(string line)
    {
        if (line.Length > Longest)
            return null;
        if (Eastern().Match(line) is { Success: true } eastern)
            return eastern.Groups["name"].Value;
        if (Arabic().Match(line) is { Success: true } arabic)
            return arabic.Groups["name"].Value;
        if (OwnLine.Match(line) is { Success: true } own)
            return own.Groups["name"].Value;
        if (Led.Match(InnerCalling.Replace(line, "")) is not { Success: true } led || !Rest.IsMatch(led.Groups["rest"].Value))
            return null;
        var name = led.Groups["name"].Value;
        // Of one word alone it may be anything: “Της Ελλάδας”, “Von Oosterveld in Holland”.
        if (!name.Contains(' ', StringComparison.Ordinal) && (IsGreek(led.Value) || led.Groups["rest"].Value.Any(char.IsLetter)))
            return null;
        // “By Ann Lee, Fog Gazette staff writer”: the paper belongs to what she is.
        if (CallingFirst.IsMatch(led.Groups["rest"].Value) && name.LastIndexOf(',') is > 0 and var comma)
            if (PaperNames.HasWord(name.Split(' ')[^1]))
                name = name[..comma];
        return WithoutTown(Calling.Replace(name, ""));
    }

    /// <summary>
    /// The name in a line with nothing before it, which only its place tells for a byline: “Fergus MacAllister in Oosterveld”, under the
    /// headline. Null where it is no such.
    /// </summary>
    public static string? NameAlone(string line) =>
        NameWithCalling(line) is { } called ? called
        : Alone().Match(line) is { Success: true } alone && !FromALead().IsMatch(line) && !Led.IsMatch(line) ? alone.Groups["name"].Value
        : null;

    /// <summary>The name in a line that says what somebody is behind it, and no more: “Ilse Marrow, Courier Staff Writer”.</summary>
    public static string? NameWithCalling(string line) =>
        line.Length <= Longest && Called.Match(line) is { Success: true } called && !FromALead().IsMatch(line) && !Led.IsMatch(line)
            ? called.Groups["name"].Value
            : null;

    /// <summary>Who is named in brackets for the paper’s own: “Αθήνα, 6 Οκτωβρίου 2023 (του ανταποκριτή μας Π. Λαζαρίδη)”.</summary>
    public static (string Name, string Words, int At)? InBrackets(string line) =>
        OwnInBrackets.Match(line.Length > Longest ? line[..Longest] : line) is { Success: true } own
            ? (own.Groups["name"].Value, own.Groups["words"].Value, own.Index)
            : null;

    /// <summary>A line without such brackets.</summary>
    public static string WithoutBrackets(string line) => OwnInBrackets.Replace(line, " ");

    /// <summary>
    /// Who signs at the beginning of a report: “【アムステルダム＝北村遥】”, “(서울=한울통신) 김철수 기자 =”, “（记者 王小明）”; null where nobody does.
    /// </summary>
    public static (string Name, string Words)? Opening(string paragraph) =>
        OpeningPattern().Match(paragraph) is { Success: true } opening
            ? (opening.Groups["name"].Value, opening.Groups["words"].Value)
            : null;

    // “Jörg Wetzlar, Oosterveld”: one word behind a name of two is a place.
    private static string WithoutTown(string name) =>
        Town.Match(name) is { Success: true } town && town.Groups["name"].Value.Contains(' ', StringComparison.Ordinal)
            ? town.Groups["name"].Value
            : name;

    private static bool IsGreek(string text) => text.Any(c => c is >= '\u0370' and <= '\u03FF');

    private static string Any(Dictionary<string, string> words) =>
        string.Join(
            '|',
            words
                .Values.SelectMany(w => w.Split('|', StringSplitOptions.None))
                .Aggregate(new List<string>(), (all, part) =>
                {
                    // A group within a calling has strokes of its own.
                    if (all.Count > 0 && all[^1].Count(c => c == '(') > all[^1].Count(c => c == ')'))
                        all[^1] += "|" + part;
                    else
                        all.Add(part);
                    return all;
                })
                .OrderByDescending(w => w.Length)
                .Select(w => char.IsLetter(w[^1]) || w.EndsWith("s?", StringComparison.Ordinal) ? w + @"(?!\p{L})" : w)
        );

    // 文/王小明, 作者：王小明, 本报记者 王小明, 記者 北村遥, 写真・文 …; 김서윤 기자; 글 김서윤.
    [GeneratedRegex(
        @"^\W*(?:(?:文\s*[/／|｜·・:：]|作者\s*[:：]|撰文\s*[:：]?|(?:本[报報刊网]|特[约約派])?\s*(?:[记記]者|通讯员)\s*[:：]?)\s*)"
            + @"(?<name>[\p{IsCJKUnifiedIdeographs}]{2,4}(?:[\s、，]+[\p{IsCJKUnifiedIdeographs}]{2,4}){0,3})"
            + @"(?:\s*[\p{IsCJKUnifiedIdeographs}]{2,6}(?:报道|報道|報導|摄影|供稿))?\W*$|"
            + @"^\W*(?<name>[\p{IsCJKUnifiedIdeographs}]{1,4}\s?[\p{IsCJKUnifiedIdeographs}]{1,4})\s*(?:記者|特派員|通信員)\W*$|"
            + @"^\W*(?:글|취재)\s*[·:/=]\s*(?<name>\p{IsHangulSyllables}{2,4})(?:\s+기자)?\W*$"
    )]
    private static partial Regex Eastern();

    [GeneratedRegex(@"^\W*(?:بقلم|كتبت?|كتابة|تقرير|إعداد|أعدّ?ه|تحرير)\s*[:–-]\s*(?<name>\p{L}+(?:[ ،]+\p{L}+){1,5})\W*$")]
    private static partial Regex Arabic();

    [GeneratedRegex(
        @"^(?<name>\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}\.|van|de|der|von|\p{Lu}[\p{L}’'-]+)){1,3}) (?:in|à|en|aus) "
            + @"\p{Lu}[\p{L}’'-]+(?:[ -]\p{Lu}[\p{L}’'-]+)?$"
    )]
    private static partial Regex Alone();

    // No name begins so, but a headline with large letters may.
    [GeneratedRegex(@"^(?:The|A|An|This|That|Our|New|More|No|All|What|Why|How|When|Die|Der|Das|Ein|Eine|Le|La|Les|Un|Une|El|Los|Las)\s")]
    private static partial Regex FromALead();

    [GeneratedRegex(
        @"^(?<words>【[^】＝=]{1,20}[＝=](?<name>[\p{IsCJKUnifiedIdeographs}\p{IsKatakana}・ 　]{2,12}"
            + @"(?:、[\p{IsCJKUnifiedIdeographs}・]{2,8})*)】)|"
            + @"^(?<words>(?:[(（\[【][^)）\]】]{2,24}[)）\]】]\s*)?(?<name>\p{IsHangulSyllables}{2,4})\s+(?:선임|수습|특파원\s*)?기자\s*[=＝])|"
            + @"^(?<words>[\[(](?:[\p{IsHangulSyllables}A-Za-z]+\s+)?(?<name>\p{IsHangulSyllables}{2,4})\s+기자[\])])|"
            + @"^(?<words>[^。]{0,30}?[（(]\s*(?:本[报報]|特[约約派])?\s*[记記]者\s*(?<name>[\p{IsCJKUnifiedIdeographs}]{2,4}"
            + @"(?:[\s、，]+[\p{IsCJKUnifiedIdeographs}]{2,4}){0,2})\s*[）)])|"
            + @"^(?<words>本[报報]记?者\s*(?<name>[\p{IsCJKUnifiedIdeographs}]{2,4}))(?=\s)"
    )]
    private static partial Regex OpeningPattern();
}
