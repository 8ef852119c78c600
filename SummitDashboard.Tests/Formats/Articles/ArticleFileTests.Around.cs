using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>What stands around an article, and what it says of it.</summary>
public sealed partial class ArticleFileTests
{
    [Theory]
    [InlineData("한바다일보 정치 | 경제 | 사회 | 국제", "other boilerplate"), InlineData("Politics | World | Sport", "other boilerplate")]
    [InlineData("Политика · Мир · Спорт", "other boilerplate"), InlineData("سياسة | اقتصاد | رياضة", "other boilerplate")]
    [InlineData("공유하기 페이스북 카카오톡 URL복사", "share buttons"), InlineData("شارك فيسبوك تويتر واتساب نسخ الرابط", "share buttons")]
    [InlineData("Поделиться ВКонтакте Одноклассники Телеграм", "share buttons"), InlineData("シェア LINE 印刷", "share buttons")]
    [InlineData("저작권자 © 한바다일보 무단전재 및 재배포 금지", "copyright line"), InlineData("جميع الحقوق محفوظة", "copyright line")]
    [InlineData("많이 본 뉴스", "related posts"), InlineData("Most viewed", "related posts"), InlineData("الأكثر قراءة", "related posts")]
    [InlineData("Les plus lus", "related posts"), InlineData("Meistgelesen", "related posts"), InlineData("热门文章", "related posts")]
    [
        InlineData("페이스북이 새 규칙을 발표했다.", null),
        InlineData("미·중·러 정상회담 합의", null),
        InlineData("저작권자는 소송을 냈다.", null)
    ]
    public void Line_OfASite_IsBoilerplateAndNeverTheTitle(string line, string? boilerplate)
    {
        Line_AroundAnArticle_IsNamedAndProseIsNot(line, boilerplate);
        if (boilerplate is null)
            return;
        var prose = string.Concat(MadeFiles.Prose.Select(p => $"<p>{p}</p>"));
        var page = $"<html><body><h2>{line}</h2><h1>{MadeFiles.Title}</h1>{prose}</body></html>";
        Assert.Equal(MadeFiles.Title, Read("a.html", Encoding.UTF8.GetBytes(page), whole: true).Facts.Title!.Value);
    }

    [Fact]
    public void Title_OfAPage_IsItsLargestHeadline()
    {
        var prose = string.Concat(MadeFiles.Prose.Select(p => $"<p>{p}</p>"));
        var page = $"<html><body><h3>Our coast and its people</h3><h1>{MadeFiles.Title}</h1>{prose}</body></html>";
        Assert.Equal((MadeFiles.Title, 2), Placed(Read("a.html", Encoding.UTF8.GetBytes(page), whole: true).Facts.Title));
    }

    [Fact]
    public void Line_UnderAnOfferToSignUp_IsPartOfIt()
    {
        const string Offer = "Sign up to First Light";
        const string Blurb =
            "Our morning email breaks down the key stories of the day, telling you what’s happening. We may send marketing.";
        ArticleReading Of(params string[] lines) => Read("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var read = Of("Ferry sails again", MadeFiles.Prose[0], Offer, Blurb, MadeFiles.Prose[1]);
        Assert.Equal("subscription note", Boilerplate(read, Blurb));
        Assert.Null(Boilerplate(read, MadeFiles.Prose[1]));
        Assert.Null(Boilerplate(Of("Ferry sails again", MadeFiles.Prose[0], Blurb, MadeFiles.Prose[1]), Blurb));
    }

    [
        Theory,
        InlineData("COAST HERALD", "Coast Herald"),
        InlineData("The Quay Courier"),
        InlineData("한바다일보"),
        InlineData("Sandholmer Zeitung")
    ]
    public void Masthead_OfADocument_IsBoilerplateAndSaysWhoPublishedIt(string paper, string? name = null)
    {
        var read = Read("ferry.docx", MadeFiles.Docx([MadeFiles.Title, .. MadeFiles.Prose], paper));
        Assert.Equal("other boilerplate", Boilerplate(read, paper));
        Assert.Equal((name ?? paper, 1), Placed(read.Facts.Publisher));
        Assert.Equal((MadeFiles.Title, 2), Placed(read.Facts.Title));
    }

    [Theory]
    [InlineData("PORT VESSEN, May 12 (Northwire) - The ferry sailed.", "© 2025 Northwire", "Northwire", "2025-05-12", Basis.Inferred)]
    [InlineData("Hafen, 12. Mai 2025 (nwd) – Die Fähre fährt.", "A line", "nwd", "2025-05-12", Basis.Given)]
    [InlineData("PORT VESSEN, May 12 (Northwire) - The ferry sailed.", "A line", "Northwire", null, Basis.Given)]
    [InlineData("Port Vessen (Island) is old.", "© 2025 Northwire", null, null, Basis.Given)]
    public void Dateline_OfAnAgency_NamesItAndItsDayAndGuessesNoYear(string line, string foot, string? agency, string? day, Basis basis)
    {
        var read = Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{line} {MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}\n{foot}"));
        Assert.Equal(agency, read.Facts.Publisher?.Value);
        Assert.Equal((day, day is null ? null : basis), (read.Facts.Published?.Value, read.Facts.Published?.Basis));
        Assert.Equal(
            agency is not null && day is null,
            read.Notices.Any(n => n.Contains("“May 12” without a year", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("By Ines Okafor", true), InlineData("Ines Okafor", true), InlineData("Ines Okafor, 6 May 2031", true)]
    [InlineData("By Tom Vale", false), InlineData("Ines Okafor was on the quay.", false), InlineData("It was late.", false)]
    public void Maker_OfADocument_IsItsAuthorOnlyWhereALineHasTheNameAsAByline(string line, bool isAuthor)
    {
        var facts = Read("ferry.docx", MadeFiles.Docx([line, .. MadeFiles.Prose])).Facts;
        if (isAuthor)
        {
            Assert.Equal(("Ines Okafor", Basis.Given, 2), (facts.Byline!.Value, facts.Byline.Basis, facts.Byline.Paragraph));
            Assert.Null(facts.Maker);
            return;
        }
        Assert.NotEqual("Ines Okafor", facts.Byline?.Value);
        Assert.Equal(("Ines Okafor", "document property author"), (facts.Maker!.Value, facts.Maker.InFile));
    }

    [Theory]
    [InlineData("Halden Gazette, 14 March 2024", "Halden Gazette"), InlineData("14 March 2024 | Halden Gazette", "Halden Gazette")]
    [
        InlineData("Halden Gazette — Thursday, March 14, 2024", "Halden Gazette"),
        InlineData("HALDEN GAZETTE 14.03.2024", "Halden Gazette", "HALDEN GAZETTE")
    ]
    [
        InlineData("Halden Gazette (14 March 2024)", "Halden Gazette"),
        InlineData("The Morning Star, Thursday 14 March 2024", "The Morning Star")
    ]
    [
        InlineData("Source: Halden Gazette, 14 March 2024, 09:30", "Halden Gazette"),
        InlineData("Gazette of Halden, Oslo, 14 March 2024", "Gazette of Halden")
    ]
    [
        InlineData("Haldener Zeitung, 14. März 2024", "Haldener Zeitung"),
        InlineData("Haldener Zeitung vom 14. März 2024", "Haldener Zeitung")
    ]
    [InlineData("Donnerstag, 14. März 2024 · Hafenblatt", "Hafenblatt"), InlineData("Die Welt, 14.3.2024", "Die Welt")]
    [
        InlineData("Le Courrier de Halden, jeudi 14 mars 2024", "Le Courrier de Halden"),
        InlineData("L’Écho du Nord, le 14 mars 2024", "L’Écho du Nord")
    ]
    [InlineData("Published on 14 March 2024 in the Halden Gazette", "Halden Gazette")]
    [InlineData("The Halden Gazette and Advertiser, Thursday 14 March 2024, p. 3", "The Halden Gazette and Advertiser")]
    [InlineData("El País, 14 de marzo de 2024", "El País"), InlineData("Морской вестник, 14 марта 2024 г.", "Морской вестник")]
    [InlineData("14 марта 2024 | Новая газета", "Новая газета"), InlineData("صحيفة الميناء، 14 مارس 2024", "صحيفة الميناء")]
    [InlineData("الخميس 14 مارس 2024 - جريدة الميناء", "جريدة الميناء"), InlineData("항구일보 | 2024년 3월 14일 목요일", "항구일보")]
    [
        InlineData("2024.03.14 09:30 항구일보", "항구일보"),
        InlineData("港湾新聞 2024年3月14日", "港湾新聞"),
        InlineData("2024年3月14日(木) 港湾新聞", "港湾新聞")
    ]
    [InlineData("SEOUL, 14 March 2024 —", null), InlineData("Updated 14 March 2024", null), InlineData("New York, 14 March 2024", null)]
    [InlineData("Last updated: Thursday, 14 March 2024", null), InlineData("World News | 14 March 2024", null)]
    [InlineData("Halden, 14 March 2024", null), InlineData("Politik, 14. März 2024", null), InlineData("Seoul, 2024년 3월 14일", null)]
    [
        InlineData("Blog Post, 14 March 2024", null),
        InlineData("Последние новости, 14 марта 2024", null),
        InlineData("서울, 2024년 3월 14일", null)
    ]
    [
        InlineData("The Hague, 14 March 2024", null),
        InlineData("東京 2024年3月14日", null),
        InlineData("Halden Gazette | Oslo Herald | 14 March 2024", null)
    ]
    public void Line_WithADay_NamesThePaperBesideItAndNoTown(string line, string? paper, string? printed = null)
    {
        var read = Read(
            "a.txt",
            Encoding.UTF8.GetBytes($"Ferry sails again\n{line}\nBy Ann Lee\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}")
        );
        Assert.Equal((paper, paper is null ? null : 2), Placed(read.Facts.Publisher));
        Assert.Equal("2024-03-14", read.Facts.Published?.Value);
        Assert.Equal("Ann Lee", read.Facts.Byline?.Value);
        if (paper is not null)
            Assert.Equal((printed ?? paper, "date line"), (read.Facts.Publisher!.Words, Boilerplate(read, line)));
    }

    [Fact]
    public void Line_OfAnAuthorAndADay_NamesNoPaper()
    {
        var facts = Read(
            "a.txt",
            Encoding.UTF8.GetBytes($"Ferry sails again\nBy Ann Lee, 14 March 2024\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}")
        ).Facts;
        Assert.Equal(("Ann Lee", null, "2024-03-14"), (facts.Byline?.Value, facts.Publisher?.Value, facts.Published?.Value));
    }

    [Theory]
    [InlineData("By Staff", "Staff"), InlineData("Staff writer", "Staff writer"), InlineData("By our reporter", "By our reporter")]
    [
        InlineData("Agencies", "Agencies"),
        InlineData("Von unserem Korrespondenten", "Von unserem Korrespondenten"),
        InlineData("Redaktion", "Redaktion")
    ]
    [
        InlineData("Par la rédaction", "Par la rédaction"),
        InlineData("편집부", "편집부"),
        InlineData("本报记者", "本报记者"),
        InlineData("هيئة التحرير", "هيئة التحرير")
    ]
    [
        InlineData("Staff, 14 March 2024", "Staff"),
        InlineData("Halden Gazette staff", "Halden Gazette staff"),
        InlineData("Наш корреспондент", "Наш корреспондент")
    ]
    public void Byline_OfADesk_IsKeptAsThatAndAsNoPerson(string line, string byline)
    {
        var facts = Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{line}\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}")).Facts;
        Assert.Equal((byline, 2), Placed(facts.Byline));
        Assert.Contains("no person", facts.Byline!.Note);
    }

    [Theory]
    [InlineData("By Ann Lee", "Ann Lee"), InlineData("By Anna Staff", "Anna Staff"), InlineData("Von Jörg Weber", "Jörg Weber")]
    public void Byline_OfAPerson_IsNoDesk(string line, string byline)
    {
        var facts = Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{line}\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}")).Facts;
        Assert.Equal((byline, null), (facts.Byline?.Value, facts.Byline?.Note));
    }

    [Fact]
    public void Byline_OfADeskInATag_MakesNoLineWithTheWordOne()
    {
        const string Line = "Staff were late at the quay.";
        var prose = string.Concat(MadeFiles.Prose.Select(p => $"<p>{p}</p>"));
        var page =
            "<html><head><meta name=author content=Staff></head><body><article>"
            + $"<h1>{MadeFiles.Title}</h1>{prose}<p>{Line}</p></article></body></html>";
        var read = Read("a.html", Encoding.UTF8.GetBytes(page), whole: true);
        Assert.Null(Boilerplate(read, Line));
        Assert.Equal("Staff", read.Facts.Byline!.Value);
        Assert.Contains("no person", read.Facts.Byline!.Note);
    }

    [Theory]
    [
        InlineData("Most viewed"),
        InlineData("Most read"),
        InlineData("Read more"),
        InlineData("Meistgelesen"),
        InlineData("많이 본 뉴스"),
        InlineData("الأكثر قراءة")
    ]
    public void List_UnderItsHead_IsBoilerplateUntilTheArticleGoesOn(string head)
    {
        string[] items = ["Storm closes the coast road for a second week", "Who pays for the harbour wall?", "Council puts off its vote"];
        var read = Read(
            "a.txt",
            Encoding.UTF8.GetBytes(
                string.Join('\n', ["Ferry sails again", MadeFiles.Prose[0], head, .. items, "It was late.", MadeFiles.Prose[1]])
            )
        );
        Assert.All(items, item => Assert.Equal("related posts", Boilerplate(read, item)));
        Assert.Null(Boilerplate(read, "It was late."));
        Assert.Null(Boilerplate(read, MadeFiles.Prose[1]));
        Assert.Equal("Ferry sails again", read.Facts.Title!.Value);
        Assert.Contains(items[0], read.Text); // by kind, and nothing is dropped
    }

    [Fact]
    public void List_ThatIsNumbered_EndsWithWhatIsNot()
    {
        string[] lines =
        [
            "Ferry sails again",
            MadeFiles.Prose[0],
            "Most viewed",
            "1. Storm closes the road",
            "2. Council votes",
            "What the drivers fear",
            MadeFiles.Prose[1],
        ];
        var read = Read("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.Equal(["related posts", "related posts", "related posts", null], lines[2..6].Select(l => Boilerplate(read, l)));
    }

    [Fact]
    public void Head_WithItsOneItem_AndAHeadAboveTheHeadline_TakeNothingAlong()
    {
        var read = Read(
            "a.txt",
            Encoding.UTF8.GetBytes(
                $"Ferry sails again\n{MadeFiles.Prose[0]}\nLesen Sie auch: Sturm\nWhat the drivers fear\n{MadeFiles.Prose[1]}"
            )
        );
        Assert.Null(Boilerplate(read, "What the drivers fear"));
        var above = Read("a.txt", Encoding.UTF8.GetBytes($"Most read\nFerry sails again\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}"));
        Assert.Equal("Ferry sails again", above.Facts.Title!.Value);
    }

    [Fact]
    public void List_WithItsNumbersInLinesOfTheirOwn_IsBoilerplateWhole()
    {
        string[] lines =
        [
            "Ferry sails again",
            MadeFiles.Prose[0],
            "Most viewed",
            "1",
            "Storm closes the road",
            "2",
            "Council votes",
            MadeFiles.Prose[1],
        ];
        var read = Read("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.All(lines[2..7], line => Assert.Equal("related posts", Boilerplate(read, line)));
        Assert.Null(Boilerplate(read, lines[7]));
    }
}
