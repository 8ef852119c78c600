using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>How papers of other languages sign, who sends their mails, and what they print under an article.</summary>
public sealed partial class ArticleFileTests
{
    [Theory]
    [InlineData("Par Maëlle Desrousseaux (avec AFB), envoyée spéciale à Oosterveld", "Maëlle Desrousseaux")]
    [InlineData("Par Luc Martin et Anne Dubois, correspondants à Bruxelles", "Luc Martin et Anne Dubois")]
    [InlineData("Von Jörg Wetzlar, Oosterveld", "Jörg Wetzlar")]
    [InlineData("Von Jörg Wetzlar, Den Haag", "Jörg Wetzlar")]
    [InlineData("Von Jörg Wetzlar (dpa)", "Jörg Wetzlar")]
    [InlineData("By Ines Okafor in Port Vessen", "Ines Okafor")]
    [InlineData("By LUCILLE OKAFOR, Staff Writer", "LUCILLE OKAFOR")]
    [InlineData("By Ines Okafor, Tom Vale and Ana de la Cruz", "Ines Okafor, Tom Vale and Ana de la Cruz")]
    [InlineData("Por Íñigo Larrañaga, enviado especial a Bruselas", "Íñigo Larrañaga")]
    [InlineData("Fergus MacAllister in Oosterveld", "Fergus MacAllister")]
    [InlineData("Της Ελένης Μαυρίδου", "Ελένης Μαυρίδου")]
    [InlineData("Του Νίκου Παπαδάκη, ανταποκριτής στις Βρυξέλλες", null)]
    [InlineData("Автор: Пётр Лобанов", "Пётр Лобанов")]
    [InlineData("كتب: محمد حداد", "محمد حداد")]
    [InlineData("本报记者 王小明", "王小明")]
    [InlineData("作者：王小明", "王小明")]
    [InlineData("北村遥 記者", "北村遥")]
    [InlineData("Της Ελλάδας", null), InlineData("By the quay in Oosterveld", null), InlineData("Von Oosterveld in Holland", null)]
    [InlineData("The Harbour in Oosterveld", null), InlineData("By night the harbour is quiet", null)]
    public void Byline_InTheFormOfItsLanguage_GivesTheNameAlone(string line, string? name)
    {
        var read = Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{line}\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}"));
        Assert.Equal(name, read.Facts.Byline?.Value);
        Assert.Equal(name is null ? null : "byline", Boilerplate(read, line));
    }

    [Theory]
    [InlineData("【アムステルダム＝北村遥】オランダの運河で3日未明、はしけが閘門の中で沈没した。", "北村遥", "【アムステルダム＝北村遥】")]
    [InlineData("(서울=한울통신) 김철수 기자 = 섬으로 가는 배가 월요일 아침에 다시 떠났다고 시장이 말했다.", "김철수", null)]
    [InlineData("[남평일보 김서윤 기자] 섬으로 가는 배가 월요일 아침에 다시 떠났다고 시장이 말했다.", "김서윤", "[남평일보 김서윤 기자]")]
    [InlineData("海岛日报10月4日电（记者 王小明）因风暴停航的渡轮昨日清晨再次驶向海岛。", "王小明", null)]
    [InlineData("本报记者王小明 因风暴停航的渡轮昨日清晨再次驶向海岛。", "王小明", null)]
    [InlineData("渡轮昨日驶向海岛，一名记者（男）在场。", null, null)]
    public void Report_ThatBeginsWithWhoSignsIt_GivesTheNameAndKeepsItsText(string lead, string? name, string? words)
    {
        var read = Read(
            "a.txt",
            Encoding.UTF8.GetBytes($"海岛 渡轮恢复航行\n{lead}\n居民们来到码头迎接渡轮，孩子们当天没有去上学。\n他们很高兴。")
        );
        Assert.Equal(name, read.Facts.Byline?.Value);
        Assert.Null(Boilerplate(read, lead));
        if (words is not null)
            Assert.Equal((words, 2), (read.Facts.Byline!.Words, read.Facts.Byline.Paragraph));
    }

    [Theory]
    [InlineData("(Reporting by Hanneke Brand in Oosterveld and Tom Osei in London; Editing by Priya Raman)", "author blurb")]
    [InlineData("Additional reporting by Tom Osei", "author blurb"), InlineData("Reporting by radio, the crew said it was safe.", null)]
    [InlineData("Our Standards: The Norfolk Wire Trust Principles.", "other boilerplate")]
    [InlineData("((hanneke.brand@norfolkwire.example; +31 20 555 0142))", "other boilerplate")]
    [InlineData("E-mail: desk@paper.example", "other boilerplate"), InlineData("Call 020 555 0142 if you saw the boat.", null)]
    [InlineData("Kommentar Seite 4", "other boilerplate"), InlineData("Continued on page A12", "other boilerplate")]
    [InlineData("Letters, page 22 courier.example/bell", "other boilerplate"), InlineData("The report has a page 4.", null)]
    [InlineData("La Dépêche des Flandres, 12 rue des Tisserands, 59000 Lille", "other boilerplate")]
    [InlineData("Hafenblatt GmbH, Kaistraße 12, 20457 Hamburg", "other boilerplate")]
    [InlineData("Am 3. Mai 2019 zogen 12000 Leute durch die Hafenstraße 12 und sangen.", null)]
    [InlineData("Διαβάστε επίσης: Νέα απεργία στα λιμάνια την Παρασκευή", "related posts")]
    [InlineData("Ακολουθήστε μας στο Google News", "subscription note"), InlineData("Suivez-nous sur Facebook", "subscription note")]
    [InlineData("有料会員限定記事です。残り文字数：812文字", "subscription note"), InlineData("تابعونا على تويتر", "subscription note")]
    [InlineData("Recibe cada mañana nuestro boletín de Internacional", "subscription note")]
    [InlineData(
        "Vous recevez ce courriel parce que vous êtes abonné à La Dépêche des Flandres. Se désabonner : https://depeche.example/u",
        "subscription note"
    )]
    [InlineData("Si ce message ne s’affiche pas correctement, consultez la version en ligne : https://d.example/v/8", "subscription note")]
    public void Line_ThatAPaperPrintsBesides_IsNamedAndProseIsNot(string line, string? boilerplate) =>
        Line_AroundAnArticle_IsNamedAndProseIsNot(line, boilerplate);

    [Theory]
    [InlineData("Lucille Okafor covers faith and small towns. Reach her at lokafor@ledger.example.", true)]
    [InlineData("Lucille Okafor is a reporter at the paper.", true), InlineData("Lucille Okafor was on the quay.", false)]
    [InlineData("Marleen Kuiper is a director of the port.", false)]
    public void Paragraph_AtTheEndOfTheAuthor_IsABlurb(string last, bool isBlurb)
    {
        var text = $"Ferry sails again\nBy Lucille Okafor\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}\n{last}";
        Assert.Equal(isBlurb ? "author blurb" : null, Boilerplate(Read("a.txt", Encoding.UTF8.GetBytes(text)), last));
    }

    [Theory]
    [InlineData("La Dépêche des Flandres <newsletter@depeche-flandres.example>", null, "La Dépêche des Flandres")]
    [InlineData("Harbour Now <news@harbour-now.example>", null, "Harbour Now")]
    [InlineData("Ines Okafor <ines@courier.example>", "Ines Okafor", null)]
    [InlineData("Ines Okafor <newsletter@courier.example>", "Ines Okafor", null)]
    public void Mail_FromAPaper_HasItForItsPublisherAndFromAPersonForItsAuthor(string from, string? author, string? paper)
    {
        var facts = Read("a.eml", Mail(from, MadeFiles.Prose[0])).Facts;
        Assert.Equal((author, paper), (facts.Byline?.Value, facts.Publisher?.Value));
    }

    [Fact]
    public void Mail_OfAPaper_HasItsPrintedAuthorAndItsNameIsAMasthead()
    {
        const string Address = "La Dépêche des Flandres, 12 rue des Tisserands, 59000 Lille";
        string[] head =
        [
            "LA DÉPÊCHE DES FLANDRES",
            "À Oosterveld, la cloche",
            "Par Maëlle Desrousseaux (avec AFB), envoyée spéciale à Oosterveld",
        ];
        var read = Read(
            "a.eml",
            Mail("La Dépêche des Flandres <newsletter@depeche.example>", [.. head, MadeFiles.Prose[0], MadeFiles.Prose[1], Address])
        );
        Assert.Equal(("Maëlle Desrousseaux", "La Dépêche des Flandres"), (read.Facts.Byline!.Value, read.Facts.Publisher!.Value));
        Assert.Equal(("other boilerplate", "other boilerplate"), (Boilerplate(read, head[0]), Boilerplate(read, Address)));
    }

    [Theory]
    [InlineData(
        "a.md",
        "# {0}\n\n**The Prairie Ledger** | World\n\n*By LUCILLE OKAFOR, Staff Writer*\nPublished Tuesday, October 3, 2023, "
            + "6:42 p.m. CDT | Updated Wednesday, October 4, 2023, 9:15 a.m. CDT\n\n{1}\n\n{2}\n"
    )]
    [InlineData("a.md", "# {0}\n\nThe Prairie Ledger\nBy LUCILLE OKAFOR, Staff Writer\nOctober 3, 2023\n{1}\n\n{2}\n")]
    [InlineData(
        "a.txt",
        "{0}\n\nThe Prairie Ledger | World\n\nBy LUCILLE OKAFOR, Staff Writer\nPublished Tuesday, October 3, 2023, 6:42 p.m. "
            + "CDT\n\n{1}\n\n{2}\n"
    )]
    [InlineData(
        "a.html",
        "<html><body><h1>{0}</h1><p>The Prairie Ledger | World</p><p>By LUCILLE OKAFOR, Staff Writer<br>Published Tuesday, "
            + "October 3, 2023, 6:42 p.m. CDT</p><p>{1}</p><p>{2}</p></body></html>"
    )]
    public void Lines_OfAHeadInOneParagraph_AreLinesOfTheirOwn(string name, string text)
    {
        var made = string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            text,
            MadeFiles.Title,
            MadeFiles.Prose[0],
            MadeFiles.Prose[1]
        );
        var read = Read(name, Encoding.UTF8.GetBytes(made), whole: true);
        Assert.Equal(
            ("LUCILLE OKAFOR", "The Prairie Ledger", "2023-10-03"),
            (read.Facts.Byline?.Value, read.Facts.Publisher?.Value, read.Facts.Published?.Value)
        );
        Assert.Equal(
            [MadeFiles.Title, MadeFiles.Prose[0], MadeFiles.Prose[1]],
            read.Paragraphs.Where(p => p.Boilerplate is null).Select(p => p.Text)
        );
    }

    [Theory]
    [InlineData("© 2023 Oostervelder Anzeiger", "Oostervelder Anzeiger")]
    [InlineData("© Rheinische Abendzeitung, alle Rechte vorbehalten", "Rheinische Abendzeitung")]
    [InlineData("저작권자 © 한바다일보 무단전재 및 재배포 금지", "한바다일보")]
    [InlineData("© 2023. All rights reserved.", null)]
    public void CopyrightLine_WhereNothingElseDoes_NamesThePublisher(string line, string? paper)
    {
        var facts = Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}\n{line}")).Facts;
        Assert.Equal((paper, paper is null ? null : (int?)4), Placed(facts.Publisher));
    }

    [Theory]
    [InlineData("THE CALEDONIAN COURIER", "The Caledonian Courier"), InlineData("COAST HERALD", "Coast Herald")]
    [
        InlineData("HERALD OF THE COAST", "Herald of the Coast"),
        InlineData("NRC HERALD", "NRC HERALD"),
        InlineData("The Quay Post", "The Quay Post")
    ]
    public void Publisher_InCapitals_IsProposedAsOneWouldWriteIt(string printed, string name)
    {
        var read = Read("ferry.docx", MadeFiles.Docx([MadeFiles.Title, .. MadeFiles.Prose], printed));
        Assert.Equal((name, 1), Placed(read.Facts.Publisher));
        if (name != printed)
            Assert.Equal(printed, read.Facts.Publisher!.Words);
    }

    [Theory]
    [InlineData("Ann Lee\nStaff Writer", "Ann Lee", null), InlineData("항구일보 온라인뉴스팀", "항구일보 온라인뉴스팀", "항구일보")]
    [InlineData("Halden Gazette staff", "Halden Gazette staff", "Halden Gazette")]
    public void Byline_OfADeskWithANameBesideIt_GivesThatToo(string lines, string byline, string? paper)
    {
        var facts = Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{lines}\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}")).Facts;
        Assert.Equal((byline, 2), Placed(facts.Byline));
        Assert.Equal(paper, facts.Publisher?.Value);
    }

    private static byte[] Mail(string from, params string[] lines)
    {
        var quoted = from.Split(" <") is [var name, var address]
            ? $"=?utf-8?b?{Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}?= <{address}"
            : from;
        return Encoding.UTF8.GetBytes(
            $"From: {quoted}\r\nSubject: Ferry sails again\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + $"Content-Transfer-Encoding: 8bit\r\n\r\n{string.Join("\r\n\r\n", lines)}\r\n"
        );
    }
}
