using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>Lines of a newspaper’s page that no author wrote: its name, its sections, what it says under an offer to sign up.</summary>
internal static partial class Furniture
{
    private const int FewestSections = 3;
    private const int LongestSection = 3;
    private const int LongestName = 5;
    private const int LongestBlurb = 70;

    /// <summary>Whether a line is the sections of a site, parted by strokes or points: “Politics | World | Sport”.</summary>
    public static bool IsNavigation(string line)
    {
        var parts = Sections(line);
        return parts.Length >= FewestSections
            && Array.TrueForAll(parts, p => p.Any(char.IsLetter) && Words.Count(p) <= LongestSection && !p.Any(char.IsDigit));
    }

    /// <summary>
    /// The paper that a line names and nothing else, or before its sections: “COAST HERALD”, “한바다일보 정치 | 경제 | 사회”; null where it
    /// names none.
    /// </summary>
    public static string? PaperOf(string line)
    {
        if (IsNavigation(line))
            return KoreanBefore().Match(Sections(line)[0]) is { Success: true } first ? first.Groups[1].Value : null;
        if (PaperNames.Quoted(line) is { } quoted)
            return quoted;
        if (PaperNames.Is(line))
            return line;
        if (Sections(line) is [var name, var section] && PaperNames.Is(name) && Words.Count(section) <= LongestSection)
            return name;
        return
            line.Length <= 60
            && Words.Count(line) is > 0 and <= LongestName
            && (
                KoreanPaper().IsMatch(line)
                || PaperPattern().IsMatch(line)
                    && line.Split(' ').All(w => !char.IsLower(w[0]) || w is "of" or "the" or "and" or "der" or "für" or "di" or "de")
            )
            ? line
            : null;
    }

    /// <summary>Whether a line is the name of a paper, with a section behind it or without, and no more.</summary>
    public static bool IsPaperAlone(string line) =>
        Sections(line) is [var name, .. var rest]
        && (PaperNames.Is(name) || PaperNames.Quoted(name) is not null)
        && (rest.Length == 0 || rest.Length == 1 && Words.Count(rest[0]) <= LongestSection && !rest[0].Any(char.IsDigit));

    /// <summary>Whether a paragraph under an offer to sign up goes on with it.</summary>
    public static bool IsBlurb(string line) => Words.Count(line) <= LongestBlurb && BlurbPattern().IsMatch(line);

    /// <summary>Whether a line is the names of networks and buttons to share by, without other letters in what is left of it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="left">The line without the words that were known already.</param>
    public static bool IsOfNetworks(string line, string left) =>
        ShareNames().IsMatch(line) && !ShareNames().Replace(left, " ").Any(char.IsLetter);

    /// <summary>Whether a line stands above a list of what others read.</summary>
    public static bool IsHeadOfList(string line) => ListHead().IsMatch(line);

    private static string[] Sections(string line) => SectionPattern().Split(line).Select(p => p.Trim()).Where(p => p.Length > 0).ToArray();

    // A point without blanks may stand within a headline: 미·중 정상회담.
    [GeneratedRegex(@"\s*[|｜¦]\s*|\s+[·•ㅣ]\s+")]
    private static partial Regex SectionPattern();

    [GeneratedRegex("^(" + FactProposals.KoreanPaper + @")\s+\p{L}+$")]
    private static partial Regex KoreanBefore();

    [GeneratedRegex("^" + FactProposals.KoreanPaper + "$")]
    private static partial Regex KoreanPaper();

    // By what papers, stations and agencies are called.
    [GeneratedRegex(
        @"^(?:the )?(?:\p{L}[\p{L}.’'-]* ){1,4}(?:herald|times|courier|gazette|tribune|chronicle|guardian|observer|telegraph|examiner|"
            + @"dispatch|sentinel|ledger|bulletin|inquirer|newswire|evening news|daily news|evening post|morning post)$|"
            + @"^(?:die |das |der )?(?:\p{L}[\p{L}-]* )*\p{L}*(?:zeitung|tagblatt|tageblatt|nachrichten|rundschau|anzeiger|kurier)$|"
            + @"^le (?:monde|figaro|courrier\b.*|journal\b.*)$|^(?:corriere|gazzetta|giornale) \p{L}.*$|^diario \p{L}.*$|"
            + @"^\p{Lu}\p{L}+ (?:газета|правда|известия|вестник|новости)$|^(?:جريدة|صحيفة|وكالة) \p{L}+(?: \p{L}+)?$|"
            + @"^\p{L}{1,6}(?:新闻|日报|晚报|新聞|日報)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PaperPattern();

    [GeneratedRegex(
        @"\bour (?:\p{L}+ ){0,3}(?:e-?mails?|newsletters?|briefing)\b|\bmarketing\b|\b(?:privacy|cookie) (?:policy|notice)\b|"
            + @"\bterms of (?:use|service)\b|\b(?:unsubscribe|opt out)\b|\b(?:to|in) your inbox\b|\byour e-?mail\b|"
            + @"\bunser(?:en?|em)? (?:\p{L}+ ){0,2}newsletter\b|datenschutz|\bnotre (?:\p{L}+ ){0,2}(?:newsletter|lettre)\b|"
            + @"politique de confidentialité|\bnuestro (?:\p{L}+ ){0,2}boletín\b|política de privacidad|nostra newsletter|"
            + @"informativa sulla privacy|"
            + @"наш\p{L}* рассылк|политик\p{L}* конфиденциальности|рекламн\p{L}+ (?:рассылк|сообщен)|뉴스레터|개인정보|광고성 정보|메일로|"
            + @"نشرتنا|سياسة الخصوصية|بريدك|隐私|邮箱|プライバシー|メールマガジン",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BlurbPattern();

    // Networks and buttons that only beside one another, or alone, are a line to share by.
    [GeneratedRegex(
        @"공유하기|페이스북|카카오(?:톡|스토리)|트위터|네이버\s?(?:밴드|블로그)?|텔레그램|(?:URL|링크|주소)\s?복사|스크랩|인쇄|"
            + @"글자\s?크기|기사\s?저장|"
            + @"フェイスブック|ツイート|はてなブックマーク|リンクをコピー|コピー|印刷|LINE|微信|微博|复制链接|打印|收藏|"
            + @"شارك(?: المقال| الخبر)?|مشاركة|فيسبوك|تويتر|واتساب|تيلي?غرام|نسخ الرابط|طباعة|"
            + @"ВКонтакте|Одноклассники|Телеграм|Скопировать(?: ссылку)?|Печать|copier le lien|copiar enlace|copia link|kopiuj link",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ShareNames();

    // Above what others read: the line and no more.
    [GeneratedRegex(
        @"^\W*(?:(?:the )?most (?:viewed|shared|commented|watched)|meistgelesen(?:e artikel)?|am meisten gelesen|les plus (?:lus|vus)|"
            + @"l[oa]s? más (?:leíd[oa]s?|vist[oa]s?)|(?:i )?più letti|(?:as )?mais lidas|самое (?:читаемое|популярное)|популярное|"
            + @"сейчас читают|"
            + @"meest gelezen|najczęściej czytane|en çok okunanlar|많이 본 (?:뉴스|기사)|인기 ?(?:뉴스|기사)|실시간 (?:뉴스|인기)|주요 ?뉴스|"
            + @"よく読まれている記事|アクセスランキング|人気記事|热门(?:文章|新闻)|阅读排行|الأكثر (?:قراءة|مشاهدة|تداولا|تداولًا|شيوعا)|"
            + @"اقرأ أيضا|اقرأ أيضًا|مواضيع ذات صلة|أخبار ذات صلة)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ListHead();
}
