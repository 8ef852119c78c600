using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Formats.Articles;

/// <summary>What each line of an article seems to be, for an editor to confirm: prose, or what stands around it.</summary>
internal static partial class ParagraphKinds
{
    // A line of the page’s furniture is short.
    private const int LongestFurniture = 14;
    private const int LongestFurnitureEastAsia = 28;
    private const int ShortestSentenceEastAsia = 12;
    private const int LongestShare = 8;
    private const int ShortestTitle = 3;
    private const int LongestKicker = 3;
    private const int NearHead = 8;
    private const int NearTop = 3;

    private const string Subscription = "subscription note";

    /// <summary>The word for what is no part of the article, and none of the kinds that have a word of their own.</summary>
    internal const string Other = "other boilerplate";

    /// <summary>
    /// The lines with their kinds; <paramref name="title"/> and <paramref name="byline"/> as the file gives them, and the name of whoever
    /// made it, which is a byline where it stands alone.
    /// </summary>
    public static List<FoundParagraph> Of(IReadOnlyList<Line> lines, string? title, string? byline, string? maker = null)
    {
        var found = new List<FoundParagraph>();
        var (headlines, hasLead) = (new HashSet<string>(), false);
        var hasTitle = lines.Take(NearHead).Any(l => IsTitle(l.Text, title));
        var largest = lines.Take(NearHead).Where(l => !Furniture.IsNavigation(l.Text)).Select(l => l.Size).DefaultIfEmpty().Max();
        foreach (var (n, line) in lines.Index())
        {
            if (IsMasthead(lines, n, headlines.Count > 0))
            {
                found.Add(new(line.Text, ParagraphKind.Boilerplate, Other));
                continue;
            }
            if (n < NearHead && headlines.Count == 0 && IsKicker(lines, n, title, hasTitle))
            {
                found.Add(new(line.Text, ParagraphKind.Boilerplate, "kicker"));
                continue;
            }
            var paragraph =
                n < NearHead && maker is not null && IsName(line.Text, maker) ? new(line.Text, ParagraphKind.Byline, "byline")
                : found is [.., { Boilerplate: Subscription }] && Furniture.IsBlurb(line.Text)
                    ? new(line.Text, ParagraphKind.Boilerplate, Subscription)
                : Of(line, byline) ?? new(line.Text, line.Kind ?? ParagraphKind.Body);
            var isHeadline =
                paragraph.Boilerplate is null
                && (
                    paragraph.Kind == ParagraphKind.Headline
                    || IsTitle(line.Text, title)
                    || !hasTitle
                        && line.Size >= largest
                        && found.TrueForAll(f => f.Boilerplate is not null)
                        && LooksLikeHeadline(line.Text, lines.Count - n)
                );
            if (isHeadline)
                paragraph = headlines.Add(Folding.Of(line.Text))
                    ? paragraph with
                    {
                        Kind = ParagraphKind.Headline,
                    }
                    : paragraph with
                    {
                        Kind = ParagraphKind.Headline,
                        Boilerplate = "repeated headline",
                    };
            else if (paragraph is { Boilerplate: null, Kind: ParagraphKind.Body } && !hasLead && IsProse(line.Text))
                (paragraph, hasLead) = (paragraph with { Kind = ParagraphKind.Lead }, true);
            found.Add(paragraph);
        }
        return found;
    }

    // A paper’s name alone, with the headline below it.
    private static bool IsMasthead(IReadOnlyList<Line> lines, int n, bool hasHeadline) =>
        n < NearTop
        && !hasHeadline
        && Furniture.PaperOf(lines[n].Text) is not null
        && !Furniture.IsNavigation(lines[n].Text)
        && lines
            .Skip(n + 1)
            .Take(NearTop)
            .Index()
            .Any(l => l.Item.Kind == ParagraphKind.Headline || LooksLikeHeadline(l.Item.Text, lines.Count - n - 1 - l.Index));

    // A sentence in Korean, Chinese or Japanese has few words, or blanks: its characters are counted, and its end tells it.
    private static bool IsProse(string line) =>
        Words.Count(line) > LongestFurniture
        || Script.OfEastAsia(line) is >= ShortestSentenceEastAsia and var characters
            && characters * 2 > line.Count(char.IsLetter)
            && (characters > LongestFurnitureEastAsia || FullStop().IsMatch(line));

    // Pages put their own name before or behind it.
    private static bool IsTitle(string line, string? title) =>
        title is not null
        && (Folding.Of(line), Folding.Of(title)) is var (own, whole)
        && (own == whole || Words.Count(line) > ShortestTitle && (Ends(whole, own) || Begins(whole, own)));

    private static bool Ends(string whole, string own) => whole.EndsWith(" " + own, StringComparison.Ordinal);

    private static bool Begins(string whole, string own) => whole.StartsWith(own + " ", StringComparison.Ordinal);

    // A word or two above the headline that say what it is, or in which section: “Exclusive”, “World”.
    private static bool IsKicker(IReadOnlyList<Line> lines, int n, string? title, bool hasTitle)
    {
        var line = lines[n];
        if (n + 1 >= lines.Count || line.Kind is not (null or ParagraphKind.Body or ParagraphKind.Headline))
            return false;
        var isNamed = KickerPattern().IsMatch(line.Text);
        if (IsTitle(line.Text, title) || !isNamed && line.Kind == ParagraphKind.Headline)
            return false;
        var next = lines[n + 1];
        var isAbove = hasTitle
            ? IsTitle(next.Text, title)
            : next.Kind == ParagraphKind.Headline || n == 0 && LooksLikeHeadline(next.Text, lines.Count - n - 1);
        var words = Words.Count(line.Text);
        return isAbove
            && (
                isNamed
                || words <= (hasTitle || next.Kind == ParagraphKind.Headline ? LongestKicker : 1)
                    && line.Text.Length <= LongestFurnitureEastAsia
                    && line.Text.Any(char.IsLetter)
                    && !FullStop().IsMatch(line.Text)
                    && Of(line, null) is null
            );
    }

    // A short first line without a full stop, with prose behind it.
    private static bool LooksLikeHeadline(string line, int left) =>
        left > 2 && Words.Count(line) is > 1 and < 25 && !FullStop().IsMatch(line);

    private static FoundParagraph? Of(Line line, string? byline)
    {
        var text = line.Text;
        FoundParagraph Around(string what, ParagraphKind kind = ParagraphKind.Boilerplate) => new(text, kind, what);

        if (line.Kind == ParagraphKind.Boilerplate)
            return Around(Other);
        if (line.Kind == ParagraphKind.Caption || CaptionPattern().IsMatch(text) && text.Length < 400)
            return Around("photo caption", ParagraphKind.Caption);
        if (text.Length <= 300 && Invitation().IsMatch(text))
            return Around(Subscription);
        if (text.Length > 200 || Words.Count(text) is var words && words > LongestFurniture)
            return null;
        if (ReadingTime().IsMatch(text))
            return Around("reading time");
        if (words <= LongestShare && SharePattern().IsMatch(text) && Words.Of(SharePattern().Replace(text, " ")).Count() <= 1)
            return Around("share buttons");
        if (Furniture.IsOfNetworks(text, SharePattern().Replace(text, " ")))
            return Around("share buttons");
        if (CommentPattern().IsMatch(text))
            return Around("comment header");
        if (RelatedPattern().IsMatch(text) || Furniture.IsHeadOfList(text))
            return Around("related posts");
        if (SubscribePattern().IsMatch(text))
            return Around(Subscription);
        if (CopyrightPattern().IsMatch(text))
            return Around("copyright line");
        if (
            byline is not null && Folding.Of(text).Contains(Folding.Of(byline), StringComparison.Ordinal)
            || IsByline(text)
            || SignedLine.Of(text) is not null
        )
            return Around("byline", ParagraphKind.Byline);
        if (Furniture.IsNavigation(text))
            return Around(Other);
        if (AdvertPattern().IsMatch(text) || AddressPattern().IsMatch(text) || line is { IsLinks: true, Kind: not ParagraphKind.Headline })
            return Around(Other);
        if (ClockPattern().IsMatch(text))
            return Around("date line");
        return Dates.Find(text) is var (_, date) && Words.Of(text.Replace(date, " ")).Count() <= 6 && !FullStop().IsMatch(text)
            ? Around("date line")
            : null;
    }

    /// <summary>Whether a line is this name, with a “By” before it or a day behind it, and no more.</summary>
    internal static bool IsName(string line, string name)
    {
        var bare = SignedLine.Of(line)?.Author
            ?? (Dates.Find(line) is var (_, day) ? line.Replace(day, " ", StringComparison.Ordinal) : line);
        return Words.Of(FactProposals.NameIn(bare)).SequenceEqual(Words.Of(name), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a line says whose an article is, and no more.</summary>
    internal static bool IsByline(string line) => BylinePattern().IsMatch(line);

    [GeneratedRegex(@"[.!?…。！？؟।]['”’""»)]*$")]
    private static partial Regex FullStop();

    [GeneratedRegex(
        @"^\W*(?:advertise?ment|ad|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità|reklam[ae]?|reclame|реклама|"
            + @"광고|広告|广告|إعلان|cookies?|accept(?: all)?|skip to (?:main )?content)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AdvertPattern();

    [GeneratedRegex(@"^\W*(?:(?:url|source|quelle|link|адрес)\s*:?\s*)?https?://\S+$", RegexOptions.IgnoreCase)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^\W*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:uhr|[ap]\.?m\.?|h|[A-Z]{3,4})?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex ClockPattern();

    [GeneratedRegex(
        @"\b(?:photo|foto|bild|image|picture)\s*:\s*[^!?]{2,60}$|"
            + @"^(?:photo|image|picture|foto|bild|photo credit|credit|crédit|фото|사진|写真|图片)\s*[:：/|]|[(/|]\s*(?:AP|AFP|dpa|"
            + @"EPA|Reuters|Getty(?: Images)?|TASS|Yonhap|Xinhua)\)?\.?$|Getty Images$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CaptionPattern();

    [GeneratedRegex(
        @"^\W*(?:(?:estimated )?reading time|read time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|"
            + @"время чтения|leestijd)\b.*\d|^\W*\d+\s*(?:-|–)?\s*(?:min(?:ute)?s?\.?|мин\.?|minuten|분)\s*(?:read|lesen|"
            + @"lesezeit|de lecture|de lectura|di lettura|чтения)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ReadingTime();

    [GeneratedRegex(
        @"\b(?:share(?: this)?(?: article| story| post)?(?: on| via)?|teilen|partager|compartir|condividi|udostępnij|"
            + @"delen|поделиться|tweet|facebook|twitter|x\.com|whatsapp|telegram|linkedin|pinterest|reddit|flipboard|e-?mail|"
            + @"print|drucken|imprimer|copy link|link kopieren|copied|save|bookmark)\b|공유(?:하기)?|シェア(?:する)?|分享",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SharePattern();

    [GeneratedRegex(
        @"^\W*(?:\d+\s+)?(?:comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|kommentare?|"
            + @"commentaires?|comentarios|commenti|комментарии|댓글|コメント|评论)\b[\s\d()]*\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CommentPattern();

    [GeneratedRegex(
        @"^\W*(?:related(?: articles?| posts?| stories| topics?| content)?|read (?:more|next|also)|more (?:on this|from|"
            + @"stories|like this)|see also|you (?:may|might) also (?:like|be interested)|recommended|most (?:read|popular)|"
            + @"trending|mehr zum thema|lesen sie auch|auch interessant|à lire aussi|lire aussi|leer también|lea también|"
            + @"leggi anche|читайте также|관련 기사|関連記事|相关阅读)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex RelatedPattern();

    [GeneratedRegex(
        @"\b(?:(?:un)?subscribe|sign up|newsletter|manage (?:your )?(?:subscription|preferences)|"
            + @"view (?:this )?(?:e-?mail )?in (?:your|a) browser|"
            + @"in your inbox|already a (?:subscriber|member)|log in to (?:read|continue)|"
            + @"continue reading|start your free trial|jetzt abonnieren|abonnieren|s['’]abonner|abonnez-vous|suscríbete|"
            + @"abbonati|подписаться|подпишитесь|boletín (?:diario|de noticias)|darse de baja|cancelar (?:la suscripción|inscrição)|"
            + @"inscreva-se|iscriviti|annulla (?:l['’])?iscrizione|abbestellen|se désabonner|(?:se )?désinscrire|отписаться|"
            + @"nieuwsbrief|afmelden|abone ol|zapisz się na)\b|구독|수신\s?거부|뉴스레터|退订|订阅|取消订阅|配信停止|メールマガジン|メルマガ|"
            + @"إلغاء (?:هذا )?الاشتراك|(?:نشرتنا|النشرة|للنشرة) (?:البريدية|الإخبارية|اليومية|الأسبوعية)|(?:ب|في )نشرتنا|"
            + @"\bاشترك(?:وا|ي)? (?:الآن|معنا|مجان)|لم تعد ترغب|بريدك الإلكتروني",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SubscribePattern();

    // So no report begins: it is asked for, however long it is.
    [GeneratedRegex(
        @"^(?:sign up (?:to|for|now|here)|subscribe (?:to|now|today|for)|jetzt abonnieren|abonnez-vous|inscrivez-vous|suscríbete|iscriviti|"
            + @"inscreva-se|подпишитесь)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Invitation();

    [GeneratedRegex(
        @"^\W*(?:exclusive|analysis|opinion|editorial|comment|commentary|column|interview|explainer|breaking(?: news)?|live|update[d]?|"
            + @"news|world(?: news)?|politics|business|international|feature|report|background|exklusiv|analyse|kommentar|meinung|"
            + @"leitartikel|hintergrund|politik|ausland|exclusif|éditorial|opinions?|monde|exclusiv[ao]|análisis|opinión|entrevista|"
            + @"mundo|análise|opinião|esclusiva|analisi|opinioni|editoriale|mondo|эксклюзив|аналитика|мнение|анализ|интервью|мир|политика|"
            + @"단독|속보|분석|사설|칼럼|논평|기획|정치|국제|북한|独家|社论|社評|评论|观点|分析|国际|時評|独自|社説|特集|国際|政治|"
            + @"حصري|خاص|تحليل|رأي|افتتاحية|تقرير|عاجل|مقابلة|سياسة|أخبار|العالم|دولي)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex KickerPattern();

    [GeneratedRegex(
        @"^\W*(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|ⓒ)|\ball rights reserved\b|"
            + @"저작권자\s*(?:©|ⓒ|\(c\))|무단\s*(?:전재|복제|배포)|재배포\s*금지|無断(?:転載|複製)|禁止转载|未经授权|版权所有|著作権所有|"
            + @"(?:جميع )?الحقوق محفوظة|все права защищены|перепечатка|(?:todos )?los derechos reservados|todos os direitos reservados|"
            + @"tutti i diritti riservati|riproduzione riservata|reproduction interdite|tüm hakları saklıdır|prawa zastrzeżone|"
            + @"alle rechten voorbehouden|nachdruck verboten",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CopyrightPattern();

    [GeneratedRegex(
        @"^(?i:(?:written |reported )?by|von|par|por|di|door|af|автор:?|text:|"
            + @"autor(?:in)?:?)\s+\p{Lu}[\p{L}.’'-]+(?:[ ,]+(?:and |und |et |y |e |& )?\p{Lu}[\p{L}.’'-]+){0,7}\W*$|"
            + @"^\p{L}{2,4} 기자\b|^(?:\p{L}+ ){1,2}\p{L}{2,4} 기자(?:\s+\S+@\S+)?\W*$|"
            + @"^(?:بقلم|كتبت?|تقرير)\s*:?\s*\p{L}+(?:[ ،]+\p{L}+){1,5}\W*$"
    )]
    private static partial Regex BylinePattern();
}
