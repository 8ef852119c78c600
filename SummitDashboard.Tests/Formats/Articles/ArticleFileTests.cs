using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>Every format gives the same paragraphs, and what it says of itself with where it says so.</summary>
public sealed partial class ArticleFileTests
{
    [Fact]
    public void Facts_WithMarksThatNobodySees_AreReadWithoutAndTheTextKeepsThem()
    {
        const string head = "\u202Bمعاهدة جديدة في الميناء\u202C";
        var lines = string.Join("\n\n", [head, "20\u200F يونيو\u200F 2031", .. MadeFiles.Prose]);
        var read = ArticleFile.Read(
            "marked.txt",
            System.Text.Encoding.UTF8.GetBytes(lines),
            whole: false,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(("معاهدة جديدة في الميناء", 1), (read.Facts.Title!.Value, read.Facts.Title.Paragraph));
        Assert.Equal(("2031-06-20", 2, null), (read.Facts.Published!.Value, read.Facts.Published.Paragraph, read.Facts.Published.Words));
        Assert.Null(read.Facts.Written!.Words);
        Assert.Equal(head, read.Paragraphs[0].Text);
        Assert.Contains(read.Notices, n => n.EndsWith("taken out of its title and date; its text keeps what it has of them.", Sign));
        var plain = ArticleFile.Read(
            "plain.txt",
            System.Text.Encoding.UTF8.GetBytes(Oddities.Without(head) + "\n\nIt came."),
            false,
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotContain(plain.Notices, n => n.Contains("nobody sees", Sign));
    }

    private const StringComparison Sign = StringComparison.Ordinal;

    [Fact]
    public void Html_OfANewsSite_GivesTheArticleAndWhatItSaysOfItself()
    {
        var read = Read("ferry.html", MadeFiles.NewsPage());
        Assert.Equal(MadeFiles.Title, read.Paragraphs[0].Text);
        Assert.Equal(MadeFiles.Prose, read.Paragraphs.Where(p => p.Boilerplate is null).Skip(1).Select(p => p.Text));
        Assert.Equal(("The Bay Courier", "meta og:site_name"), (read.Facts.Publisher!.Value, read.Facts.Publisher.InFile));
        Assert.Equal((MadeFiles.Title, 1), (read.Facts.Title!.Value, read.Facts.Title.Paragraph));
        Assert.Equal("Ines Okafor", read.Facts.Byline!.Value);
        Assert.Equal(("2031-05-06", Basis.Given), (read.Facts.Published!.Value, read.Facts.Published.Basis));
        Assert.Equal(("en-GB", Basis.Given), (read.Facts.Language!.Value, read.Facts.Language.Basis));
        Assert.Equal("https://courier.example/news/ferry", read.Facts.Url!.Value);
        Assert.Equal("2031-05-06", read.Facts.Written!.Date.Text);
        Assert.DoesNotContain("a script ran", read.Text);
        Assert.Contains(read.LeftOut, line => line.StartsWith("Storm closes", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_AsItStands_HoldsThePageWithItsBoilerplateNamed()
    {
        var read = Read("ferry.html", MadeFiles.NewsPage(), whole: true);
        Assert.Empty(read.LeftOut);
        Assert.Equal("byline", Boilerplate(read, "By Ines Okafor"));
        Assert.Equal("date line", Boilerplate(read, "6 May 2031"));
        Assert.Equal("reading time", Boilerplate(read, "3 min read"));
        Assert.Equal("share buttons", Boilerplate(read, "WhatsApp"));
        Assert.Equal("photo caption", Boilerplate(read, "People on the quay at Sandholm. Photo: A. Lind"));
        Assert.Equal("related posts", Boilerplate(read, "Related articles"));
        Assert.Equal("copyright line", Boilerplate(read, "© 2031 The Bay Courier. All rights reserved."));
        Assert.Contains(read.Paragraphs, p => p is { Kind: ParagraphKind.Quotation, Boilerplate: null });
    }

    [Fact]
    public void Docx_WithTrackedChanges_ReadsAsAccepted()
    {
        var read = Read("ferry.docx", MadeFiles.Docx(MadeFiles.Prose));
        Assert.Equal([MadeFiles.Title, .. MadeFiles.Prose, "This was put in."], read.Paragraphs.Select(p => p.Text));
        Assert.Equal(ParagraphKind.Headline, read.Paragraphs[0].Kind);
        Assert.Equal(ParagraphKind.Lead, read.Paragraphs[1].Kind);
        Assert.Contains(read.Notices, n => n.Contains("tracked changes", StringComparison.Ordinal));
        Assert.Equal("[..2031-05-07]", read.Facts.Written!.Date.Text);
        Assert.Null(read.Facts.Published);
        Assert.Null(read.Facts.Publisher);
    }

    [Theory]
    [InlineData(
        "섬 연락선 다시 뜬다",
        "폭풍으로 멈췄던 연락선이 어제 아침 다시 섬으로 향했다.",
        "주민들은 부두에 나와 배를 맞으며 손을 흔들었고 아이들은 학교에 가지 않았다."
    )]
    [InlineData("海岛渡轮恢复航行", "因风暴停航的渡轮昨日清晨再次驶向海岛。", "居民们来到码头迎接渡轮，孩子们当天没有去上学。")]
    public void Sentence_OfFewWordsInEastAsia_IsTheLead(string title, string first, string second)
    {
        var read = Read("a.txt", Encoding.UTF8.GetBytes($"{title}\n{first}\n{second}\n{second}"));
        Assert.Equal(
            [ParagraphKind.Headline, ParagraphKind.Lead, ParagraphKind.Body, ParagraphKind.Body],
            read.Paragraphs.Select(p => p.Kind)
        );
    }

    [Theory, InlineData("user"), InlineData("Microsoft Office User"), InlineData("Unknown"), InlineData("admin"), InlineData("python-docx")]
    public void Property_OfNobody_IsNoByline(string author)
    {
        byte[] Made(string line) =>
            Encoding.UTF8.GetBytes($"---\nauthor: {author}\n---\n\n# 섬 연락선\n\n{line}\n\n{MadeFiles.Prose[0]}\n");
        Assert.Null(Read("a.md", Made("A line of the page.")).Facts.Byline);
        Assert.Equal("김서윤", Read("a.md", Made("남평일보 김서윤 기자")).Facts.Byline!.Value);
    }

    [Fact]
    public void Property_BesideAPrintedByline_GivesWay()
    {
        var text = $"---\nauthor: 박관리\n---\n\n# 섬 연락선\n\n남평일보 김서윤 기자\n\n{MadeFiles.Prose[0]}\n";
        var byline = Read("a.md", Encoding.UTF8.GetBytes(text)).Facts.Byline!;
        Assert.Equal(("김서윤", 2), (byline.Value, byline.Paragraph));
    }

    [Fact]
    public void Odt_WithNotesAndLists_KeepsNotesOutAndNamesThem()
    {
        var read = Read("ferry.odt", MadeFiles.Odt(MadeFiles.Prose));
        Assert.Equal([MadeFiles.Title, .. MadeFiles.Prose, "first point"], read.Paragraphs.Select(p => p.Text));
        Assert.Equal(ParagraphKind.Bullet, read.Paragraphs[^1].Kind);
        Assert.Equal(4, read.LeftOut.Count);
        Assert.Equal("en-GB", read.Facts.Language!.Value);
    }

    [Fact]
    public void Epub_Spine_IsReadInItsOrder()
    {
        var read = Read("ferry.epub", MadeFiles.Epub(MadeFiles.Prose));
        Assert.Equal([MadeFiles.Title, .. MadeFiles.Prose], read.Paragraphs.Select(p => p.Text));
        Assert.Equal(("Bay Books", "2031-05-06"), (read.Facts.Publisher!.Value, read.Facts.Published!.Value));
    }

    [Fact]
    public void Mail_SaidTwice_IsReadOnce()
    {
        var read = Read("ferry.eml", MadeFiles.Mail());
        Assert.Equal(MadeFiles.Prose, read.Paragraphs.Select(p => p.Text));
        Assert.Equal((MadeFiles.Title, "mail header Subject"), (read.Facts.Title!.Value, read.Facts.Title.InFile));
        Assert.Equal("2031-05-06", read.Facts.Published!.Value);
    }

    [Fact]
    public void Mhtml_SavedPage_GivesTheArticleAndItsAddress()
    {
        var read = Read("ferry.mhtml", MadeFiles.SavedPage());
        Assert.Equal(MadeFiles.Prose, read.Paragraphs.Where(p => p.Boilerplate is null).Skip(1).Select(p => p.Text));
        Assert.Equal("https://courier.example/news/ferry?from=front", read.Facts.Url!.Value);
    }

    [Fact]
    public void Markdown_WithFrontMatter_LosesItsMarksAndKeepsItsFacts()
    {
        var text =
            $"---\ntitle: \"{MadeFiles.Title}\"\nauthor: Ines Okafor\ndate: 2031-05-06\nlang: en\n---\n\n"
            + $"# {MadeFiles.Title}\n\nIt *sailed*\nagain, said [the\nmayor](https://courier.example).\n\n- one point\n";
        var read = Read("ferry.md", Encoding.UTF8.GetBytes(text));
        Assert.Equal([MadeFiles.Title, "It sailed again, said the mayor.", "one point"], read.Paragraphs.Select(p => p.Text));
        Assert.Equal(("Ines Okafor", "2031-05-06"), (read.Facts.Byline!.Value, read.Facts.Published!.Value));
    }

    [Fact]
    public void Text_Wrapped_IsJoinedAndSaysSo()
    {
        const string text =
            "The ferry between the two towns sailed again on\nMonday, the harbour master said, and nobody had\n"
            + "expected so many people. It was perhaps the very\n"
            + "singer who brought them here, said a man there.\n\nThe two towns had waited for eleven years. The old\nferry had been sold.";
        var read = Read("ferry.txt", Encoding.UTF8.GetBytes(text));
        Assert.Equal(2, read.Paragraphs.Count);
        Assert.Contains(read.Notices, n => n.Contains("wrapped", StringComparison.Ordinal));
        Assert.Equal(6, Read("ferry.txt", Encoding.UTF8.GetBytes(text), whole: true).Paragraphs.Count);
    }

    [
        Theory,
        InlineData(
            "windows-1251",
            "Паром снова пошёл на остров, сказал мэр города, и никто не ждал столько людей на причале в это утро.",
            "ru"
        )
    ]
    [InlineData(
        "iso-8859-1",
        "Die Fähre fährt wieder zur Insel, sagte der Bürgermeister, und für die Leute auf der Mole ist das ein großer Tag.",
        "de"
    )]
    [InlineData("utf-16", "The ferry to the island sails again, said the mayor, and it is a good day for the town and for us all.", "en")]
    [InlineData("shift_jis", "フェリーは月曜日の朝に再び島へ向けて出航し、港には多くの人が集まったと市長は話した。", "ja")]
    [InlineData("euc-kr", "섬으로 가는 배가 월요일 아침에 다시 떠났고 부두에는 많은 사람이 모였다고 시장이 말했다.", "ko")]
    public void Text_InAnOlderEncoding_IsReadAndSaysWhich(string encoding, string text, string language)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var of = Encoding.GetEncoding(encoding);
        var read = Read("ferry.txt", [.. of.Preamble, .. of.GetBytes(string.Concat(Enumerable.Repeat(text + "\r\n", 3)))]);
        Assert.Equal(text, read.Paragraphs[0].Text);
        Assert.NotEqual("utf-8", read.Encoding);
        Assert.Equal((language, Basis.Inferred), (read.Facts.Language!.Value, read.Facts.Language.Basis));
    }

    [
        Theory,
        InlineData("Published: 6/20/2024", "2024-06-20"),
        InlineData("am 3. März 2024", "2024-03-03"),
        InlineData("20 июня 2024", "2024-06-20")
    ]
    [
        InlineData("le 1er août 2024", "2024-08-01"),
        InlineData("2024년 6월 20일 09:30", "2024-06-20"),
        InlineData("6/7/2024", "[2024-06-07,2024-07-06]")
    ]
    [
        InlineData("June 20th, 2024", "2024-06-20"),
        InlineData("20.06.2024", "2024-06-20"),
        InlineData("31.02.2024", null),
        InlineData("in 2024", null)
    ]
    [InlineData("٢٠ يونيو ٢٠٢٤", "2024-06-20"), InlineData("14 كانون الثاني 2024", "2024-01-14"), InlineData("٢٠٢٤/٦/٢٠", "2024-06-20")]
    [InlineData("2 de junio de 2024", "2024-06-02"), InlineData("2024-06-20T08:00:00Z", "2024-06-20")]
    public void Date_InALine_IsTheDayOrEitherDay(string line, string? edtf)
    {
        var read = Read("a.txt", Encoding.UTF8.GetBytes($"Ferry sails again\n{line}\n{MadeFiles.Prose[0]}\n{MadeFiles.Prose[1]}"));
        Assert.Equal(edtf, read.Facts.Published?.Value);
        if (edtf is not null)
            Assert.Equal(2, read.Facts.Published!.Paragraph);
    }

    private static (string?, int?) Placed(Fact? fact) => (fact?.Value, fact?.Paragraph);

    private static string? Boilerplate(ArticleReading read, string text) => read.Paragraphs.First(p => p.Text == text).Boilerplate;

    private static ArticleReading Read(string name, byte[] bytes, bool whole = false) =>
        ArticleFile.Read(name, bytes, whole, TestContext.Current.CancellationToken);
}
