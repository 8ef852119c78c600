using System.Globalization;
using ICU4N.Text;
using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Support;

/// <summary>One source of the casebook in many languages, and what is coded of it.</summary>
/// <param name="Tag">Its language.</param>
/// <param name="Text">Its article, which we have written: a headline and three paragraphs.</param>
/// <param name="Sailed">A fragment of paragraph 2.</param>
/// <param name="Fine">A fragment of paragraph 3, in which <paramref name="Hedge"/> weakens.</param>
/// <param name="When">What fills a slot, in the source’s own words; it stands in paragraph 2.</param>
/// <param name="Form">
/// How it names the harbour master; counted <paramref name="Count"/> times, by beginnings where <paramref name="IsPrefix"/>.
/// </param>
public sealed record WorldSource(
    string Tag,
    string Siglum,
    string Name,
    string Text,
    string Sailed,
    string Fine,
    string Hedge,
    string When,
    string Form,
    bool IsPrefix,
    int Count
)
{
    public string Slug => $"source-{Tag}";
}

/// <summary>
/// A casebook of eleven sources in as many languages, invented and written by us: one ferry, one claim, one person, every cell coded and
/// every quotation in its article. It breaks no rule, and <c>check</c> finds nothing.
/// </summary>
public static class WorldCasebook
{
    public static readonly IReadOnlyList<WorldSource> Sources =
    [
        new(
            "en",
            "En",
            "The Ferry Post",
            """
            The ferry sails again
            The ferry between the two towns sailed again on Monday, the harbour master said, and three hundred people came.
            It was perhaps the finest day of the year — nobody on the quay had expected so many.
            The two towns had waited for eleven years; the old ferry had been sold, and whoever wanted to cross drove around the bay.
            """,
            "sailed again on Monday",
            "perhaps the finest day",
            "perhaps",
            "Monday",
            "harbour master",
            false,
            1
        ),
        new(
            "de",
            "De",
            "Fährbote",
            """
            Die Fähre fährt wieder
            Die Fähre zwischen den beiden Städten fuhr am Montag wieder, sagte Hafenmeister Jürgen Groß; dreihundert Menschen kamen.
            Es war wohl der schönste Tag des Jahres, und auf dem Kai hatte niemand so viele erwartet.
            Elf Jahre lang hatten die Städte gewartet; die alte Fähre war verkauft, und wer hinüber wollte, fuhr um die Bucht herum.
            """,
            "fuhr am Montag wieder",
            "wohl der schönste Tag",
            "wohl",
            "Montag",
            "Groß",
            false,
            1
        ),
        new(
            "ru",
            "Ru",
            "Паромный вестник",
            """
            Паром снова ходит
            Паром между двумя городами снова вышел в понедельник, сообщил начальник порта Иван Петров, и пришло триста человек.
            Это был, пожалуй, лучший день года, и столько людей на причале не ждал никто. Петрову вручили цветы.
            Одиннадцать лет оба города ждали этого дня; старый паром продали, и кто хотел на другой берег, ехал вокруг залива.
            """,
            "снова вышел в понедельник",
            "пожалуй, лучший день года",
            "пожалуй",
            "понедельник",
            "Петров",
            true,
            2
        ),
        new(
            "ar",
            "Ar",
            "بريد العبّارة",
            """
            العبّارة تعود
            عادت العبّارة Ferry 7 بين المدينتين يوم الاثنين، كما قال مدير الميناء سالم، وحضر 300 شخص من المدينتين ومن القرى.
            كان ربما أجمل يوم في السنة كلها، وسالم نفسه لم يتوقع أن يأتي هذا العدد من الناس إلى الرصيف.
            انتظرت المدينتان أحد عشر عاما، فقد بيعت العبّارة القديمة، ومن أراد العبور قاد سيارته ثلاث ساعات حول الخليج كله.
            """,
            "بين المدينتين يوم الاثنين",
            "ربما أجمل يوم في السنة",
            "ربما",
            "الاثنين",
            "سالم",
            true,
            2
        ),
        new(
            "he",
            "He",
            "דואר המעבורת",
            """
            המעבורת חוזרת
            המעבורת AB-7 בין שתי הערים יצאה שוב ביום שני, אמר מנהל הנמל דן לוי, ושלוש מאות איש באו אל הרציף.
            זה היה אולי היום היפה ביותר בשנה כולה, ולוי עצמו לא ציפה שכל כך הרבה אנשים יבואו אל הנמל.
            שתי הערים חיכו אחת עשרה שנים; המעבורת הישנה נמכרה, ומי שרצה לעבור נסע שלוש שעות סביב המפרץ כולו.
            """,
            "יצאה שוב ביום שני",
            "אולי היום היפה ביותר",
            "אולי",
            "ביום שני",
            "לוי",
            true,
            2
        ),
        new(
            "ko",
            "Ko",
            "나루 신문",
            """
            배가 다시 다닌다
            두 도시를 잇는 배가 월요일에 다시 떠났다고 항만장 김민수가 말했고, 300명이 부두에 나왔다.
            아마도 올해 가장 좋은 날이었을 것이며, 김민수는 부두에 이렇게 많은 사람이 오리라고 기대하지 않았다.
            두 도시는 열한 해를 기다렸다. 옛 배는 팔렸고, 건너려는 사람은 만을 돌아 세 시간을 달려야 했다.
            """,
            "월요일에 다시 떠났다고",
            "아마도 올해 가장 좋은 날이었을",
            "아마도",
            "월요일",
            "김민수",
            true,
            2
        ),
        new(
            "zh",
            "Zh",
            "渡口报",
            """
            渡轮恢复航行
            连接两座城市的渡轮星期一恢复航行，港务长李明说，码头上来了三百人，两岸的店铺也都重新开了门。
            这也许是今年最美好的一天，码头上谁也没想到会来这么多人，连邻近村子里的老人也都赶来了。
            两座城市等了十一年。旧渡轮早已卖掉，想过海的人只好开车绕着海湾走三个小时，路上既没有商店也没有加油站。
            """,
            "星期一恢复航行",
            "也许是今年最美好的一天",
            "也许",
            "星期一",
            "李明",
            false,
            1
        ),
        new(
            "ja",
            "Ja",
            "渡し場新聞",
            """
            フェリーが再び運航
            二つの町を結ぶフェリーが月曜日に再び出港したと港長の田中さんは述べ、岸壁には三百人が集まった。
            おそらく今年いちばんの日で、これほど多くの人が岸壁に来るとは、町の誰も思っていなかった。
            二つの町は十一年待っていた。古いフェリーは売られ、渡りたい人は湾を回って三時間車を走らせるしかなかった。
            """,
            "月曜日に再び出港した",
            "おそらく今年いちばんの日",
            "おそらく",
            "月曜日",
            "田中",
            false,
            1
        ),
        new(
            "th",
            "Th",
            "ข่าวท่าเรือ",
            """
            เรือข้ามฟากกลับมาแล่น
            เรือข้ามฟากระหว่างสองเมืองกลับมาแล่นอีกครั้งในวันจันทร์ นายท่าเรือสมชายกล่าว และมีคนมาที่ท่าเรือสามร้อยคน
            อาจเป็นวันที่ดีที่สุดของปี และไม่มีใครที่ท่าเรือคาดว่าจะมีคนมามากขนาดนี้ แม้แต่คนแก่จากหมู่บ้านใกล้เคียงก็มา
            ทั้งสองเมืองรอมาสิบเอ็ดปี เรือลำเก่าถูกขายไปแล้ว และใครที่อยากข้ามก็ต้องขับรถอ้อมอ่าวนานสามชั่วโมง
            """,
            "กลับมาแล่นอีกครั้งในวันจันทร์",
            "อาจเป็นวันที่ดีที่สุดของปี",
            "อาจ",
            "วันจันทร์",
            "สมชาย",
            false,
            1
        ),
        new(
            "hi",
            "Hi",
            "घाट समाचार",
            """
            नाव फिर चली
            दो शहरों के बीच की नाव सोमवार को फिर चली, बंदरगाह प्रमुख राम सिंह ने कहा, और घाट पर तीन सौ लोग आए।
            यह शायद साल का सबसे अच्छा दिन था, और घाट पर इतने लोगों के आने की किसी को उम्मीद नहीं थी।
            दोनों शहरों ने ग्यारह साल इंतज़ार किया; पुरानी नाव बिक चुकी थी, और पार जाने वाला खाड़ी के चारों ओर गाड़ी चलाता था।
            """,
            "सोमवार को फिर चली",
            "शायद साल का सबसे अच्छा दिन",
            "शायद",
            "सोमवार",
            "राम सिंह",
            false,
            1
        ),
        Decomposed(
            new(
                "vi",
                "Vi",
                "Tin bến phà",
                """
                Phà chạy trở lại
                Phà nối hai thành phố đã chạy trở lại hôm thứ Hai, giám đốc cảng Trần Văn Hải nói, và ba trăm người đã đến bến.
                Có lẽ đó là ngày đẹp nhất trong năm, và trên bến không ai ngờ lại có đông người đến như thế.
                Hai thành phố đã chờ mười một năm; chiếc phà cũ đã bán, và ai muốn sang bên kia phải lái xe vòng quanh vịnh.
                """,
                "chạy trở lại hôm thứ Hai",
                "Có lẽ đó là ngày đẹp nhất",
                "Có lẽ",
                "thứ Hai",
                "Trần Văn Hải",
                false,
                1
            )
        ),
    ];

    /// <summary>The source in a language.</summary>
    public static WorldSource In(string tag) => Sources.Single(s => s.Tag == tag);

    /// <summary>Writes the casebook into <c>seeds</c> and its articles into <c>texts</c>; returns the casebook's folder.</summary>
    public static string Write(TempFolder folder)
    {
        folder.Write("seeds/casebook.md", Head);
        folder.Write("seeds/events/ferry-sails.md", Event);
        folder.Write("seeds/actors/harbour-master.md", Actor);
        folder.Write("seeds/claims/sailed.md", Claim);
        foreach (var (order, source) in Sources.Index())
        {
            folder.Write($"texts/{source.Tag}.txt", source.Text);
            folder.Write($"seeds/sources/{source.Slug}.md", File(source, order + 1));
        }
        return Path.Combine(folder.Path, "seeds");
    }

    private const string Head = """
        ---
        title: A ferry in many tongues
        headline: Eleven sources, one ferry
        lede: What eleven sources in eleven languages say of one ferry.
        visit: "2020-01-06/2020-01-07"
        language: en
        phases: { background: Background, before: Before, visit: The days, aftermath: After }
        themes: { ferry: The ferry }
        ---
        """;

    private static string Event =>
        $"""
            ---
            label: The ferry sails
            date: "2020-01-06"
            dateBasis: {"{"} basis: inferred, sources: [source-en] {"}"}
            phase: visit
            actors: [harbour-master]
            themes: [ferry]
            claims: [sailed]
            mentions:
            {Lines(s => $"  - {{ source: {s.Slug}, mode: reported, exact: \"{s.Sailed}\", paragraph: 2 }}")}
            ---
            """;

    private static string Actor =>
        $"""
            ---
            name: The harbour master
            order: 1
            roles: []
            names:
            {Lines(s => $"  - {{ source: {s.Slug}, form: \"{s.Form}\", kind: surname, count: {Number(s.Count)}, boilerplate: 0{
                (s.IsPrefix ? ", match: prefix" : "")} }}")}
            statements: []
            ---
            """;

    private static string Claim =>
        $"""
            ---
            question: Did the ferry sail again?
            statement: The ferry sailed again on some day.
            theme: ferry
            order: 1
            event: ferry-sails
            aspects: {"{"} day: Day, praise: Praise {"}"}
            framings:
            {Lines(Framing)}
            ---
            """;

    private static string Framing(WorldSource s) =>
        $"""
              - source: {s.Slug}
                stance: asserts
                coder: test
                quotations:
                  - {"{"} exact: "{s.Sailed}", paragraph: 2 {"}"}
                  - {"{"} exact: "{s.Fine}", paragraph: 3, stance: hedges, hedges: ["{s.Hedge}"] {"}"}
                aspects:
                  day: {"{"} value: "{Terms.Of(s.When)}", text: "{s.When}" {"}"}
                empty: [praise]
                gloss: Says that it did.
            """;

    private static string File(WorldSource source, int order)
    {
        var article = ArticleText.From(source.Text);
        return $"""
            ---
            siglum: {source.Siglum}
            name: "{source.Name}"
            order: {Number(order)}
            article: {"{"} file: {source.Tag}.txt, sha256: {article.Sha256}, words: {Number(article.WordCount)}, paragraphs: 4 {"}"}
            title: unknown
            byline: unknown
            publisher: unknown
            published: unknown
            written: {"{"} value: "2020-01-08", basis: inferred {"}"}
            language: {"{"} value: {source.Tag}, basis: inferred {"}"}
            url: unknown
            archivedUrl: unknown
            retrieved: unknown
            paragraphs:
              - {"{"} n: 1, kind: headline, gist: Says what came. {"}"}
              - {"{"} n: 2, kind: lead, gist: Says who says so. {"}"}
              - {"{"} n: 3, kind: body, gist: Praises the day. {"}"}
              - {"{"} n: 4, kind: body, gist: Looks back. {"}"}
            ---
            """;
    }

    private static string Lines(Func<WorldSource, string> line) => string.Join('\n', Sources.Select(line));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // As some systems save Vietnamese: letters and their marks apart.
    private static WorldSource Decomposed(WorldSource s)
    {
        var nfd = Normalizer2.NFDInstance;
        return s with
        {
            Text = nfd.Normalize(s.Text),
            Sailed = nfd.Normalize(s.Sailed),
            Fine = nfd.Normalize(s.Fine),
            Hedge = nfd.Normalize(s.Hedge),
            When = nfd.Normalize(s.When),
        };
    }
}
