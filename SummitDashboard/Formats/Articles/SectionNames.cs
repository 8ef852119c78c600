using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// What the sections of a paper are called, as they stand above a headline: “FRONT PAGE”, “SPORTS / LOCAL”, “World | 7”. The lists are
/// short, and made by hand to be added to.
/// </summary>
internal static partial class SectionNames
{
    private const int Longest = 100;

    private static readonly FrozenSet<string> Known = Read(
        new()
        {
            ["en"] =
                "front page, page one, home, home news, world, world news, international, foreign, foreign news, national, nation, local, "
                + "local news, metro, city, region, regional, state, politics, business, economy, finance, markets, money, sport, sports, "
                + "culture, arts, books, film, music, life, lifestyle, living, style, science, technology, tech, health, environment, "
                + "climate, education, travel, weather, crime, law, religion, media, society, features, feature, opinion, opinions, "
                + "editorial, editorials, letters, comment, commentary, analysis, news, obituaries, weekend, magazine, "
                + "europe, asia, africa, americas, middle east",
            ["de"] =
                "titelseite, seite eins, politik, ausland, inland, welt, wirtschaft, finanzen, sport, kultur, feuilleton, gesellschaft, "
                + "wissen, wissenschaft, panorama, vermischtes, meinung, lokales, lokalteil, regionales, region, aus aller welt, "
                + "leserbriefe, reise, medien, nachrichten",
            ["fr"] =
                "à la une, une, première page, monde, international, politique, économie, société, culture, sport, sports, sciences, "
                + "opinion, opinions, débats, idées, régions, région, faits divers, actualité, actualités, france",
            ["es"] =
                "portada, primera plana, mundo, internacional, nacional, política, economía, sociedad, cultura, deportes, opinión, local, "
                + "locales, sucesos, ciencia, actualidad, españa",
            ["pt"] =
                "capa, primeira página, mundo, internacional, nacional, política, economia, sociedade, cultura, desporto, esportes, "
                + "opinião, local",
            ["it"] =
                "prima pagina, mondo, esteri, interni, politica, economia, cronaca, cronache, cultura, sport, società, opinioni, commenti",
            ["nl"] = "voorpagina, buitenland, binnenland, wereld, politiek, economie, cultuur, sport, opinie, regio",
            ["pl"] = "strona główna, świat, kraj, polityka, gospodarka, kultura, sport, opinie, region",
            ["ru"] =
                "первая полоса, мир, в мире, политика, экономика, общество, культура, спорт, наука, мнения, мнение, происшествия, регионы, "
                + "новости, за рубежом",
            ["uk"] = "перша шпальта, світ, політика, економіка, суспільство, культура, спорт, думки, новини",
            ["el"] =
                "πρώτη σελίδα, πρωτη σελιδα, πρωτοσέλιδο, πρωτοσελιδο, κόσμος, κοσμος, διεθνή, διεθνη, πολιτική, πολιτικη, οικονομία, "
                + "οικονομια, κοινωνία, κοινωνια, πολιτισμός, πολιτισμος, αθλητικά, αθλητικα, απόψεις, αποψεις, γνώμη, γνωμη, "
                + "τοπικά, τοπικα, ελλάδα, ελλαδα",
            ["tr"] = "birinci sayfa, dünya, politika, ekonomi, spor, kültür, yorum, gündem, yerel",
            ["ko"] = "정치, 사회, 경제, 국제, 문화, 스포츠, 오피니언, 사설, 지역, 종합",
            ["ja"] = "一面, 政治, 社会, 経済, 国際, 文化, スポーツ, オピニオン, 社説, 地域, 総合",
            ["zh"] = "头版, 頭版, 要闻, 要聞, 政治, 社会, 社會, 经济, 經濟, 国际, 國際, 文化, 体育, 體育, 评论, 評論",
            ["ar"] = "الصفحة الأولى, العالم, دولي, سياسة, اقتصاد, مجتمع, ثقافة, رياضة, رأي, محليات",
        }
    );

    /// <summary>Whether a line is one section or more, with a page or without, and no more.</summary>
    public static bool Is(string line)
    {
        if (line.Length > Longest)
            return false;
        var parts = Parting()
            .Split(Tidy.Line(line))
            .Select(p => p.Trim(' ', '.', '-', '–', '—', '[', ']', '(', ')'))
            .Where(p => p.Length > 0);
        var (named, printed) = (0, 0);
        foreach (var part in parts)
            if (Known.Contains(Folding.Of(PageBehind().Replace(part, ""))) || EasternPage().IsMatch(part))
                named++;
            else if (Page().IsMatch(part))
                printed++;
            else
                return false;
        return named > 0 && printed <= 1;
    }

    private static FrozenSet<string> Read(Dictionary<string, string> byLanguage) =>
        byLanguage.Values.SelectMany(words => words.Split(", ")).Select(Folding.Of).ToFrozenSet();

    [GeneratedRegex(@"\s*[/|｜·•,:&+>]\s*|\s+[-–—]\s+|\s+(?:and|und|et|y|e|en|i|и|та|και|ve)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Parting();

    [GeneratedRegex(@"\s+[A-Z]?[0-9]{1,3}$")]
    private static partial Regex PageBehind();

    [GeneratedRegex(
        @"^(?:page|p\.?|pg\.?|seite|s\.?|pág(?:ina)?\.?|pag(?:ina)?\.?|стр\.?|σελ(?:ίδα)?\.?|sayfa)?\s*[A-Z]?[0-9]{1,3}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Page();

    [GeneratedRegex(@"^[0-9]{1,3}\s?(?:면|面|版)$")]
    private static partial Regex EasternPage();
}
