using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>Who sends reports to papers, and is no person. The list is short, and made by hand to be added to.</summary>
internal static partial class Agencies
{
    private const int LongestAcronym = 4;

    private static readonly FrozenSet<string> Known = (
        "reuters, thomson reuters, afp, agence france-presse, ap, associated press, the associated press, upi, united press international, "
        + "dpa, apa, epd, kna, ansa, adnkronos, agi, efe, agencia efe, europa press, lusa, anp, belga, ritzau, ntb, tt, stt, pap, "
        + "ctk, čtk, mti, "
        + "тасс, tass, риа новости, ria novosti, интерфакс, interfax, укринформ, ukrinform, унн, уніан, апе-мпе, απε-μπε, απε, αμπε, "
        + "anadolu ajansı, aa, anka, dha, yonhap, 연합뉴스, 뉴시스, 뉴스1, kyodo, kyodo news, 共同通信, 時事通信, jiji press, xinhua, 新华社, 新華社, "
        + "中新社, kcna, pti, ani, bernama, antara, aap, pa, pa media, press association, bloomberg, bloomberg news, mena, wafa, sana, irna, "
        + "spa, wam, kuna, qna, وكالة الأنباء, رويترز"
    )
        .Split(", ")
        .Select(Folding.Of)
        .ToFrozenSet();

    /// <summary>Whether a name is of an agency.</summary>
    public static bool Is(string name) => Known.Contains(Folding.Of(name)) && !IsFirstName(name) || OfNames().IsMatch(name);

    // “EFE” and “dpa”, and not “Efe”.
    private static bool IsFirstName(string name) => name.Length <= LongestAcronym && char.IsUpper(name[0]) && name[1..].All(char.IsLower);

    [GeneratedRegex(
        @"(?<!\p{L})(?:(?:news|press|wire) (?:agency|association|service|wire)|newswire|nachrichtenagentur|presseagentur|pressedienst|"
            + @"agence (?:de presse|d['’]information)|agence \p{Lu}\p{L}+|agencia (?:de noticias|de prensa|efe)|agência de notícias|"
            + @"agenzia (?:di stampa|giornalistica)|persbureau|nieuwsdienst|agencja (?:prasowa|informacyjna)|информагентство|"
            + @"агентство|агенція|"
            + @"πρακτορείο|πρακτορειο|ajansı|وكالة)(?!\p{L})|통신사?$|通信社$|通讯社$|通訊社$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfNames();
}
