using System.Collections.Frozen;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// Who a byline names that is no person: a desk, a paper’s own people without a name, the agencies. The lists are short, and made by hand
/// to be added to.
/// </summary>
internal static class Desks
{
    private static readonly FrozenSet<string> Known = Read(
        new()
        {
            ["en"] =
                "staff, staff writer, staff writers, staff reporter, staff reporters, staff correspondent, a staff reporter, "
                + "a staff writer, our staff, our reporter, our reporters, our correspondent, our correspondents, our own correspondent, "
                + "our own reporter, our special correspondent, special correspondent, a special correspondent, a correspondent, "
                + "agencies, our agencies, news agencies, wire services, wire reports, newsroom, news desk, newsdesk, online desk, "
                + "web desk, "
                + "foreign desk, city desk, news staff, editors, the editors, editorial board, the editorial board, editorial staff, "
                + "editorial team, staff and agencies, staff and wire reports, agencies and staff",
            ["de"] =
                "redaktion, die redaktion, der redaktion, unserer redaktion, online-redaktion, onlineredaktion, red, unser korrespondent, "
                + "unserem korrespondenten, unseren korrespondenten, unserer korrespondentin, unserem reporter, unserer reporterin, "
                + "unserem mitarbeiter, unserer mitarbeiterin, unserem redakteur, unserer redakteurin, eigener bericht, agenturen, "
                + "redaktion und agenturen, unserem redaktionsmitglied",
            ["fr"] =
                "rédaction, la rédaction, notre correspondant, notre correspondante, nos correspondants, notre envoyé spécial, "
                + "notre envoyée spéciale, nos envoyés spéciaux, notre reporter, agences, avec agences, la rédaction avec agences",
            ["es"] =
                "redacción, la redacción, nuestra redacción, nuestro corresponsal, nuestra corresponsal, nuestros corresponsales, "
                + "enviado especial, agencias, redacción y agencias, corresponsal",
            ["it"] =
                "redazione, la redazione, redazione online, nostro corrispondente, dal nostro corrispondente, nostro inviato, "
                + "dal nostro inviato, nostra inviata, agenzie",
            ["pt"] = "redação, da redação, a redação, nosso correspondente, nossa correspondente, agências, da redação com agências",
            ["nl"] =
                "redactie, de redactie, onze redactie, onze correspondent, van onze correspondent, onze verslaggever, "
                + "van onze verslaggever, een onzer verslaggevers, van een onzer verslaggevers, van onze redactie, persbureaus",
            ["pl"] = "redakcja, od redakcji, nasz korespondent, nasz reporter, agencje, oprac. red",
            ["ru"] =
                "редакция, от редакции, наш корреспондент, нашего корреспондента, наши корреспонденты, соб. корр, собкор, "
                + "собственный корреспондент, специальный корреспондент, агентства, отдел новостей",
            ["uk"] = "редакція, від редакції, наш кореспондент, власкор, агентства",
            ["tr"] = "haber merkezi, muhabirimiz, ajanslar, dış haberler servisi",
            ["ko"] =
                "편집부, 편집국, 취재팀, 특별취재팀, 뉴스팀, 온라인뉴스팀, 디지털뉴스팀, 온라인팀, 국제부, 정치부, 사회부, 본지 기자, 본보 기자",
            ["ja"] = "編集部, 編集局, 取材班, 本紙記者, 本紙取材班, 国際部, 政治部, 社会部, 外信部, 通信社",
            ["zh"] = "本报记者, 本報記者, 本刊记者, 本网记者, 编辑部, 編輯部, 本报讯, 综合报道, 綜合報導, 特约记者",
            ["ar"] =
                "المحرر, هيئة التحرير, أسرة التحرير, فريق التحرير, قسم التحرير, مراسلنا, مراسلتنا, من مراسلنا, مراسلونا, وكالات, الوكالات, "
                + "قسم الأخبار, غرفة الأخبار",
        }
    );

    // What one person is, whose name may stand above it.
    private static readonly FrozenSet<string> Callings = (
        "staff writer, staff reporter, staff correspondent, special correspondent, "
        + "staff writers, staff reporters, staff correspondents, special correspondents"
    )
        .Split(", ")
        .ToFrozenSet();

    // No line that names somebody is longer.
    private const int Longest = 300;

    /// <summary>Whether a byline, with or without its “By”, names no person.</summary>
    public static bool Is(string byline) =>
        byline.Length <= Longest
        && (
            Known.Contains(Folded(byline))
            || Known.Contains(Folded(FactProposals.NameIn(byline)))
            || PaperOf(byline) is not null
            || IsRole(byline)
        );

    /// <summary>The paper before its desk: “Coast Herald staff”; null where a byline is no such.</summary>
    public static string? PaperOf(string byline)
    {
        if (byline.Length > Longest)
            return null;
        var words = Tidy.Line(FactProposals.NameIn(byline)).Split(' ');
        // Names of persons are parted so, and no paper’s before its desk.
        if (Array.Exists(words, w => w.EndsWith(',') || Joining.Contains(Folding.Of(w))))
            return null;
        for (var n = 1; n < words.Length; n++)
            if (Known.Contains(Folded(string.Join(' ', words[n..]))) && string.Join(' ', words[..n]) is var paper && PaperNames.Is(paper))
                return paper;
        return null;
    }

    /// <summary>The paper before the desk that stands behind a name: “Ann Lee, Coast Herald staff writer”; null where none does.</summary>
    public static string? PaperBehind(string byline) =>
        byline.LastIndexOf(',') is >= 0 and var at && PaperOf(byline[(at + 1)..]) is { } paper ? paper : null;

    /// <summary>Whether a line says what one person is, or some: “Staff Writer”, “Courier Staff Writers”, under a name.</summary>
    public static bool IsRole(string line)
    {
        if (line.Length > Longest)
            return false;
        if (Callings.Contains(Folded(line)))
            return true;
        var words = Tidy.Line(line).Split(' ');
        for (var n = 1; n < words.Length && char.IsUpper(words[n - 1][0]); n++)
            if (PaperNames.HasWord(words[n - 1]) && Callings.Contains(Folded(string.Join(' ', words[n..]))))
                return true;
        return false;
    }

    private static readonly FrozenSet<string> Joining = "and & und et y e i и та και".Split(' ').ToFrozenSet();

    private static string Folded(string words) =>
        Folding.Of(Tidy.Line(words)).Trim('.', ',', ':', '(', ')', '[', ']', '-', '–', '—', '/', ' ');

    private static FrozenSet<string> Read(Dictionary<string, string> byLanguage) =>
        byLanguage.Values.SelectMany(words => words.Split(", ")).Select(Folding.Of).ToFrozenSet();
}
