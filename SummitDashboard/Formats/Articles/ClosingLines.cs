using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>
/// What papers, agencies and mails print around a report besides: who edited it, who the author is, where else to read on, how to reach
/// somebody, why a mail came. By language; the lists are short, and made by hand to be added to.
/// </summary>
internal static partial class ClosingLines
{
    /// <summary>The word for what is said of the author, and of who else worked on a report.</summary>
    public const string AuthorBlurb = "author blurb";

    private const int Longest = 320;
    private const int LongestBlurb = 70;
    private const int LongestReference = 8;
    private const int LongestOffer = 40;
    private const int LongestPostal = 18;

    // Who else worked on it.
    private static readonly Dictionary<string, string> Credits = new()
    {
        ["en"] = @"[(\[]*\s*(?:additional )?(?:reporting|writing|editing|compiled|production|graphics|research) by (?-i:\p{Lu}).*",
        ["de"] = @"[(\[]\s*(?:mit material von|bearbeitet von|redaktion:|mitarbeit:|zusätzliche berichterstattung).*",
        ["fr"] = @"[(\[]\s*(?:avec|reportage de|édité par|version française|rédigé par)\b.*[)\]]",
        ["es"] = @"[(\[]\s*(?:reporte de|editado por|con información de|información de)\b.*",
        ["pt"] = @"[(\[]\s*(?:reportagem de|edição de|com informações)\b.*",
        ["it"] = @"[(\[]\s*(?:a cura di|in redazione|con la collaborazione)\b.*",
        ["ru"] = @"[(\[]\s*(?:репортаж|редактор|подготовил|перевод)\b.*",
    };

    // Under which rules an agency works.
    private static readonly Dictionary<string, string> Standards = new()
    {
        ["en"] = "our standards:.*|our thomson reuters trust principles.*|corrections? policy:?.*",
        ["de"] = "unsere standards:.*",
        ["fr"] = "nos standards ?:.*",
        ["es"] = "nuestros estándares:.*",
        ["pt"] = "nossos padrões:.*",
        ["it"] = "i nostri standard:.*",
    };

    // To what else it leads.
    private static readonly Dictionary<string, string> Others = new()
    {
        ["el"] =
            "διαβάστε (?:επίσης|ακόμα|ακόμη|περισσότερα|εδώ).*|σχετικά (?:άρθρα|θέματα).*|δείτε (?:επίσης|ακόμα|ακόμη).*|περισσότερα νέα.*",
        ["nl"] = "lees ook.*|lees verder.*|meer over dit onderwerp.*",
        ["pl"] = "czytaj (?:też|także|również).*|zobacz (?:też|także|również).*",
        ["tr"] = "ayrıca okuyun.*|ilgili haberler.*|bunlar da ilginizi çekebilir.*",
        ["sv"] = "läs (?:också|även|mer).*",
        ["da"] = "læs (?:også|mere).*",
        ["ja"] = "あわせて読みたい.*|【関連記事】.*|関連ニュース.*",
        ["zh"] = "延伸阅读.*|延伸閱讀.*|更多(?:新闻|报道).*|相關新聞.*",
        ["uk"] = "читайте також.*",
    };

    // To follow, to sign up, to pay, or why a mail came.
    private static readonly Dictionary<string, string> Offers = new()
    {
        ["en"] =
            "follow us (?:on|at)\\b.*|you(?: are|['’]re)? (?:are )?receiv(?:ed|ing) this (?:e-?mail|newsletter|message).*|"
            + "this (?:e-?mail|newsletter) was sent to.*|"
            + "(?:view|read) (?:this (?:e-?mail|newsletter|message) )?(?:online|in (?:your|a) browser).*|"
            + "if (?:you can(?:not|['’]t) (?:see|read)|this (?:e-?mail|message) (?:does not|doesn['’]t)).*|"
            + "this (?:article|story) is for (?:subscribers|members).*|subscribers? only.*|(?:get|receive) (?:our|the) .*newsletter.*",
        ["de"] =
            "folgen sie uns.*|folge uns.*|(?:sie|du) erh(?:alten|ältst) diese (?:e-?mail|nachricht|newsletter).*|"
            + "(?:sollte|falls|wenn) diese (?:e-?mail|nachricht) nicht (?:korrekt|richtig).*|dieser artikel ist (?:nur )?für abonnenten.*|"
            + "(?:im browser|online) (?:ansehen|lesen).*",
        ["fr"] =
            "suivez-nous.*|retrouvez-nous sur.*|vous recevez ce (?:courriel|mail|message|courrier|e-?mail).*|"
            + "si ce (?:message|courriel|mail|e-?mail) ne s['’]affiche pas.*|(?:article )?réservé aux abonnés.*|"
            + "recevez (?:chaque|tous les|toutes les|notre|la) .*(?:lettre|newsletter|infolettre).*",
        ["es"] =
            "síguenos.*|sigue toda la información.*|(?:recibes|usted recibe|has recibido) este (?:correo|mensaje|boletín).*|"
            + "si no (?:puedes|puede) ver (?:este|bien).*|(?:contenido|artículo) (?:exclusivo|solo) para suscriptores.*|"
            + "reci(?:be|ba) .*(?:boletín|newsletter).*|apúntate.*",
        ["pt"] =
            "siga-nos.*|(?:você )?receb(?:eu|e) este (?:e-?mail|boletim).*|(?:conteúdo )?exclusivo para assinantes.*|receba .*newsletter.*",
        ["it"] =
            "seguici.*|(?:hai ricevuto|ricevi) questa (?:e-?mail|newsletter).*|se non visualizzi.*|"
            + "(?:contenuto|articolo) riservato agli abbonati.*|ricevi .*newsletter.*",
        ["nl"] = "volg ons.*|u ontvangt deze (?:e-?mail|nieuwsbrief).*|alleen voor abonnees.*|ontvang .*nieuwsbrief.*",
        ["pl"] = "(?:obserwuj|śledź) nas.*|otrzymujesz tę wiadomość.*",
        ["ru"] =
            "подписывайтесь на (?:наш|нас|канал).*|следите за нами.*|вы получили это письмо.*|материал доступен (?:только )?подписчикам.*",
        ["uk"] = "підписуйтесь на.*|ви отримали цей лист.*",
        ["el"] = "ακολουθήστε (?:μας|το|τη|την)\\b.*|εγγραφείτε.*newsletter.*|λαμβάνετε αυτό το (?:email|μήνυμα).*|μόνο για συνδρομητές.*",
        ["tr"] = "bizi takip edin.*|bu e-?postayı.*",
        ["ko"] = ".*(?:유료|멤버십) ?(?:회원|구독자) ?(?:전용|만).*|.*(?:팔로우|구독)(?:하세요|해 ?주세요).*",
        ["ja"] =
            ".*有料(?:会員|記事|購読者)(?:限定)?.*(?:記事|文字|限定).*|残り文字数.*|.*会員限定(?:記事|です).*|フォローする.*|.*をフォロー$",
        ["zh"] = "(?:请|請|欢迎|歡迎)?(?:关注|關注)(?:我们|我們|本报).*|扫码关注.*|(?:会员|會員|订户|付费)(?:专享|專享|独家|可见).*",
        ["ar"] = "تابعونا.*|تابعنا.*|تابعوا (?:آخر|صفحتنا).*|وصلتك هذه الرسالة.*|(?:هذا )?المحتوى للمشتركين.*",
    };

    // What an author is said to be, under a report.
    private static readonly Dictionary<string, string> Authors = new()
    {
        ["en"] =
            @"(?:is|was|has been) (?:an?|the|our)\b.*\b(?:reporter|writer|correspondent|editor|columnist|journalist|critic|producer|fellow|"
            + @"professor|author|freelance\w*|contributor|director|researcher|analyst|lecturer)\b|covers\b|writes (?:about|on|for)\b|"
            + @"(?:reports|reported) (?:on|for|from)\b|teaches\b|joined\b|can be reached\b|contributed (?:to|reporting)\b",
        ["de"] =
            @"ist\b.*\b(?:korrespondent|reporter|redakteur|journalist|autor|kolumnist|professor)(?:in)?\b|"
            + @"(?:schreibt|berichtet) (?:über|für|aus)\b|"
            + @"\(?(?:jahrgang|geboren)\b",
        ["fr"] =
            @"est\b.*\b(?:journaliste|correspondante?|reporter|rédact\w+|chroniqueu\w+|auteure?|professeure?)\b|"
            + @"(?:couvre|écrit (?:sur|pour))\b",
        ["es"] =
            @"es\b.*\b(?:periodista|corresponsal|redactora?|reporter[oa]|columnista|autora?|profesora?)\b|"
            + @"(?:cubre|escribe (?:sobre|para))\b",
        ["pt"] = @"é\b.*\b(?:jornalista|correspondente|repórter|colunista|autora?|professora?)\b|(?:cobre|escreve (?:sobre|para))\b",
        ["it"] = @"è\b.*\b(?:giornalista|corrispondente|inviat[oa]|redattore|redattrice|autore|autrice|docente)\b|scrive (?:di|per)\b",
        ["nl"] = @"is\b.*\b(?:verslaggever|correspondent|journalist|redacteur|columnist)\b|schrijft (?:over|voor)\b",
        ["ru"] = @".*(?:корреспондент|журналист|обозреватель|редактор|колумнист)\b.*|пишет (?:о|об|для)\b",
    };

    private static readonly Regex CreditPattern = Whole(Credits);
    private static readonly Regex StandardPattern = Whole(Standards);
    private static readonly Regex OtherPattern = Whole(Others);
    private static readonly Regex OfferPattern = Whole(Offers);
    private static readonly Regex AuthorPattern = new(
        $@"^\W*(?<name>\p{{Lu}}[\p{{L}}.’'-]+(?: (?:van|von|de|der|den)? ?\p{{Lu}}[\p{{L}}.’'-]+){{1,3}}),? (?:—|–|-)?\s?"
            + $"(?:{Joined(Authors)})",
        RegexOptions.CultureInvariant
    );

    /// <summary>What such a line is, by the word for it; null where it is none.</summary>
    public static string? KindOf(string line)
    {
        if (line.Length > Longest)
            return null;
        if (CreditPattern.IsMatch(line))
            return AuthorBlurb;
        if (StandardPattern.IsMatch(line) || IsOfAddresses(line) || IsReference(line) || IsPostal(line))
            return ParagraphKinds.Other;
        if (Words.Count(line) > LongestOffer)
            return null;
        return OfferPattern.IsMatch(line) ? ParagraphKinds.Subscription
            : OtherPattern.IsMatch(line) ? ParagraphKinds.Related
            : null;
    }

    /// <summary>Whether a paragraph near the end says who the author is: it begins with a name, best that of the byline.</summary>
    public static bool IsAuthorBlurb(string line, IEnumerable<FoundParagraph> above)
    {
        if (Words.Count(line) > LongestBlurb || AuthorPattern.Match(line) is not { Success: true } match)
            return false;
        var name = Folding.Of(match.Groups["name"].Value);
        return above.Any(p => p.Kind == ParagraphKind.Byline && Folding.Of(p.Text).Contains(name, StringComparison.Ordinal))
            || Mail().IsMatch(line);
    }

    // How to reach somebody, and no more.
    private static bool IsOfAddresses(string line) =>
        (Mail().IsMatch(line) || Phone().IsMatch(line))
        && !Labels().Replace(Phone().Replace(Mail().Replace(line, " "), " "), " ").Any(char.IsLetterOrDigit);

    // “Kommentar Seite 4”, “Continued on page 12”.
    private static bool IsReference(string line) => Words.Count(line) <= LongestReference && Page().IsMatch(line) && !Stop().IsMatch(line);

    // A house in a street, and a town with its number.
    private static bool IsPostal(string line) =>
        Words.Count(line) <= LongestPostal && Street().IsMatch(line) && Code().IsMatch(line) && !Stop().IsMatch(line);

    private static string Joined(Dictionary<string, string> byLanguage) => string.Join('|', byLanguage.Values);

    private static Regex Whole(Dictionary<string, string> byLanguage) =>
        new($@"^[\s>*•·▶►→]*(?:{Joined(byLanguage)})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w])(?:\+|\(?0)[\d\s()/.–-]{6,20}\d(?!\w)")]
    private static partial Regex Phone();

    [GeneratedRegex(
        @"\b(?:e-?mails?|mail|tel|telephone|phone|fax|contact|kontakt|telefon|téléphone|correo|teléfono|courriel|почта|тел|телефон|"
            + @"messaging|twitter|signal)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Labels();

    [GeneratedRegex(
        @"(?:^|\s)[(\[]?(?:pages?|p\.|seiten?|s\.|página|pág\.|pagina|blz\.|side|sida|strona|str\.|страница|стр\.|с\.|σελ\.|σελίδα)\s?"
            + @"[A-Z]?\d{1,3}(?:\s?(?:,|and|und|et|y|e|[-–])\s?[A-Z]?\d{1,3})?[)\]]?(?:\s+\S+\.\p{L}{2,}(?:/\S*)?)?$|"
            + @"(?:関連記事)?\s*\d{1,2}\s*面(?:に続く|へ|に関連記事)$|\d{1,2}면에? ?(?:계속|관련기사)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Page();

    [GeneratedRegex(
        @"\d+[a-z]?,? (?:bis |ter )?(?:rue|avenue|av\.|boulevard|bd|place|quai|impasse|chemin|street|st\.?|road|rd\.?|lane|square|drive)\b|"
            + @"\b(?:\p{L}+(?:straße|strasse|str\.|gasse|allee|platz|weg|ufer|straat|laan|gracht|plein|kade|gatan|gade|vej)|"
            + @"calle|avenida|via|"
            + @"piazza|rua|praça|ulica|ul\.|ул\.|улица|οδός)\s+(?:[\p{L}.’' -]{2,40}\s*,?\s*)?(?:n[.º°]*\s*)?\d+|"
            + @"\d+ (?:\p{L}+ ){1,3}(?:street|road|lane|avenue|square|drive|boulevard|way)\b|〒|p\.?\s?o\.? box|postfach|boîte postale",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Street();

    [GeneratedRegex(@"(?<!\d)(?:\d{4,6}|\d{3}[- ]\d{2,4})(?!\d)|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"[.!?…。]$")]
    private static partial Regex Stop();
}
