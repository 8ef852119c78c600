using System.Text.RegularExpressions;

namespace SummitDashboard.Formats.Articles;

/// <summary>By which words a line around an article is known, in a dozen languages.</summary>
internal static partial class ParagraphKinds
{
    // “2024 г.”, behind which no sentence ends.
    [GeneratedRegex(@"(?<=\d{4})\s*(?:г|р|r)\.$")]
    private static partial Regex YearSign();

    [GeneratedRegex(
        @"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?(?!\p{L}))?|(?<!\d)\d{1,2}\s*[ap]\.?m\.?(?!\p{L})"
    )]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<!\d)\d{1,2}(?:[:.]\d{2})?\s*[ap]\.m\.\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex ClockEnd();

    // A question, and what is left open, may be a headline.
    [GeneratedRegex(@"[.。।]['”’""»)]*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^\p{Nd}{1,2}[.):]?(?:\s|$)")]
    private static partial Regex Numbered();

    // A number in a line of its own.
    [GeneratedRegex(@"^\p{Nd}{1,2}[.):]?$")]
    private static partial Regex Rank();

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
