using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>The day at the beginning of a report, proposed as the article’s, and never with a year that nothing in the file has.</summary>
public sealed class DatelineTests
{
    private const string En = "The two ministers met on the quay and spoke for an hour about the ferry.";
    private const string De = "Die beiden Minister trafen sich am Kai und sprachen eine Stunde über die Fähre.";
    private const string Ru = "Министры встретились на набережной и час говорили о новой паромной линии.";
    private const string Fr = "Les deux ministres se sont retrouvés sur le quai et ont parlé du bac pendant une heure.";
    private const string Es = "Los dos ministros se reunieron en el muelle y hablaron una hora del nuevo barco.";
    private const string Zh = "（记者林港）两国部长在码头会面，就新渡轮航线交谈了一个小时。";
    private const string Ja = "両国の閣僚が埠頭で会い、新しい航路について一時間にわたり話し合った。";
    private const string Ko = " 두 나라 장관이 부두에서 만나 새 항로를 두고 한 시간 동안 이야기를 나누었다.";

    [Theory]
    [InlineData("SEOUL, June 19 — " + En, "June 19"), InlineData("Port Vessen, Island, June 19 – “" + En + "”", "June 19")]
    [InlineData("SEOUL, Wednesday, June 19 -- " + En, "June 19"), InlineData("Rio de Janeiro, 19 June — " + En, "19 June")]
    [InlineData("Seoul, 19. Juni (dpa) – " + De, "19. Juni"), InlineData("Frankfurt am Main, 19. Juni – " + De, "19. Juni")]
    [InlineData("МОСКВА, 19 июня — " + Ru, "19 июня"), InlineData("МОСКВА, 19 июня. /ТАСС/. " + Ru, "19 июня")]
    [InlineData("Нижний Новгород, 19 июн - " + Ru, "19 июн"), InlineData("SÉOUL, le 19 juin — " + Fr, "19 juin")]
    [InlineData("SÉOUL, 19 juin (AFP) – " + Fr, "19 juin"), InlineData("Seúl, 19 de junio (EFE).- " + Es, "19 de junio")]
    [InlineData("La Paz, 19 de junio — " + Es, "19 de junio"), InlineData("平壤6月19日电" + Zh, "6月19日")]
    [InlineData("新华社平壤6月19日电" + Zh, "6月19日"), InlineData("本报北京6月19日讯" + Zh, "6月19日")]
    [InlineData("【ソウル6月19日】" + Ja, "6月19日"), InlineData("【平壌6月19日発朝鮮中央通信】" + Ja, "6月19日")]
    [InlineData("(평양 6월 19일발 조선중앙통신)" + Ko, "6월 19일")]
    public void Dateline_BelowHeadlineAndByline_IsProposedWithTheOneYearThatIsPrinted(string report, string words)
    {
        var read = Read("Ferry sails again", "By Ines Okafor", report, "© 2031 Bay Courier");
        var published = read.Facts.Published!;
        Assert.Equal(("2031-06-19", Basis.Inferred, 3, words), (published.Value, published.Basis, published.Paragraph, published.Words));
        Assert.Contains("¶ 4 has 2031", published.Note, StringComparison.Ordinal);

        // A lead between them; and no year anywhere, or several.
        var lower = Read("Ferry sails again", "By Ines Okafor", En, report, "© 2031 Bay Courier").Facts.Published!;
        Assert.Equal(("2031-06-19", 4), (lower.Value, lower.Paragraph));
        foreach (var foot in new[] { "© Bay Courier", "© 2029–2031 Bay Courier" })
        {
            var without = Read("Ferry sails again", "By Ines Okafor", report, foot);
            Assert.Null(without.Facts.Published);
            Assert.Contains(without.Notices, n => n.Contains($"“{words}” without a year", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("It had sailed last on June 12, 2031, at noon.", "2031-06-19"), InlineData("It sails on 1 July 2031 again.", "2031-06-19")]
    [InlineData("It had first sailed on 19 April 2019.", null), InlineData("It had first sailed in 2019.", null)]
    [InlineData("It sailed on 18 June 2030, and on 18 June 2031.", null), InlineData("It will sail in June.", null)]
    public void Year_OfADateInTheReport_IsTakenWhereThatIsNearAndTheOnlyOne(string later, string? day)
    {
        var published = Read("Ferry sails again", "By Ines Okafor", "SEOUL, June 19 — " + En, En + " " + later).Facts.Published;
        Assert.Equal(day, published?.Value);
        if (day is not null)
            Assert.Equal((Basis.Inferred, "June 19"), (published!.Basis, published.Words));
    }

    [Fact]
    public void Year_PrintedInTheDateline_IsItsOwn()
    {
        var published = Read("Ferry sails again", "By Ines Okafor", "SEOUL, June 19, 2031 — " + En, "© 2035 Bay Courier").Facts.Published!;
        Assert.Equal(("2031-06-19", Basis.Inferred, "June 19, 2031"), (published.Value, published.Basis, published.Words));
    }

    [Fact]
    public void Date_ThatTheFileSays_IsTheArticlesWhateverItsDatelineSays()
    {
        var page =
            "<html><head><meta property='article:published_time' content='2031-06-20'></head><body><article><h1>Ferry sails again</h1>"
            + $"<p>SEOUL, June 19 — {En}</p><p>{En}</p></article></body></html>";
        var read = ArticleFile.Read("a.html", Encoding.UTF8.GetBytes(page), false, TestContext.Current.CancellationToken);
        Assert.Equal("2031-06-20", read.Facts.Published!.Value);
    }

    [Theory]
    [InlineData("In Geneva, June 19 was a holiday, and the two ministers stayed at home all day.")]
    [InlineData("In Geneva, June 19 — A holiday, the two ministers stayed at home, and so did all others.")]
    [InlineData("Monday, June 19 — The two ministers stayed at home, and so did everybody else there.")]
    [InlineData("Washington, June 19 — the day slaves were freed — is a holiday for everybody there.")]
    [InlineData("Geneva, June 19 – June 21 The two ministers meet at the lake and speak of the ferry.")]
    [InlineData("Geneva, June 19-21 The two ministers meet at the lake and speak of the ferry again.")]
    [InlineData("Geneva, Room 19 — The two ministers meet at the lake and speak of the ferry again.")]
    [InlineData("Geneva, June 31 — The two ministers meet at the lake and speak of the ferry again.")]
    [InlineData("Geneva, June 19 — Signing")]
    [InlineData("The ministers met in Seoul, June 19 — " + En)]
    [InlineData("Im Hafen, 19. Juni – Die beiden Minister trafen sich am Kai und sprachen eine Stunde.")]
    [InlineData("В Москве, 19 июня — Министры встретились на набережной и час говорили о линии.")]
    [InlineData("En Séoul, 19 juin — Les deux ministres se sont retrouvés sur le quai et ont parlé du bac.")]
    [InlineData("平壤6月19日电视台播出了两国部长在码头会面并就新渡轮航线交谈的画面。")]
    [InlineData("在平壤6月19日举行的会谈上，两国部长就新渡轮航线交谈了一个小时。")]
    [InlineData("(지난 6월 19일) 두 나라 장관이 부두에서 만나 새 항로를 두고 한 시간 동안 이야기를 나누었다.")]
    public void Words_ThatOnlyLookLikeADateline_AreNone(string report)
    {
        var read = Read("Ferry sails again", "By Ines Okafor", report, En, "© 2031 Bay Courier");
        Assert.Null(read.Facts.Published);
        Assert.DoesNotContain(read.Notices, n => n.Contains("dateline", StringComparison.Ordinal));
    }

    [Fact]
    public void List_OfEvents_HasNoDateline()
    {
        var read = Read(
            "What comes",
            "By Ines Okafor",
            "SEOUL, June 19 — " + En,
            "TOKYO, June 20 — " + En,
            "HANOI, June 21 — " + En,
            "© 2031 Bay Courier"
        );
        Assert.Null(read.Facts.Published);
        var far = Read("What comes", "By Ines Okafor", En, En, "SEOUL, June 19 — " + En, "© 2031 Bay Courier");
        Assert.Null(far.Facts.Published); // in the midst of a report it begins none
    }

    private static ArticleReading Read(params string[] lines) =>
        ArticleFile.Read("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)), false, TestContext.Current.CancellationToken);
}
