using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Columns that Chromium prints: a gutter is hardly wider than the white in a justified line, and lines may be loose.</summary>
public sealed class PrintedColumnsTests(Browser browser)
{
    private const string Doubt = "may have columns";

    private static readonly string[] Prose =
    [
        "The lock at Oosterveld is a modest thing, 110 metres long and 12 wide, and until Tuesday nobody outside the province had reason "
            + "to know that its sill stands forty centimetres proud of the chamber floor.",
        "At 5.38 am, according to the log of the control room in Veenmeer, the operator began to drain the chamber. Two minutes later the "
            + "barge, with a bell of fourteen tonnes lashed amidships, hung by her stern.",
        "“She sat on the sill like a plank on a step, and the bell did the rest,” said Kees Noordzij, who lives above the basin and was "
            + "woken by the noise. He counted three men on the quay and, he insists, a fourth who walked away.",
        "Divers who went down on Wednesday afternoon reported that the bell, Great Margriet, lay mouth down in two metres of silt and "
            + "appeared intact. “Appeared is the word,” said one salvage engineer. “You cannot see a crack in the dark.”",
        "The parish has opened a fund. By last night it held 41,300 euros, some of it from Pella, Iowa, whose carillon society had "
            + "already paid for the clapper.",
    ];

    private static readonly string[] ArabicProse =
    [
        "قالت مديرة الميناء إن مؤخرة السفينة علقت عندما بدأ الماء ينخفض في الهويس صباح يوم الثلاثاء، وإن أفراد الطاقم الثلاثة وصلوا إلى "
            + "الرصيف سالمين. وأضافت أن الكاميرا المعطلة لم تكن لتغير شيئا.",
        "ونقلت السفينة جرسا وزنه 14 طنا كان من المقرر تعليقه في برج الكنيسة في 14 أكتوبر 2023، وقال صاحب المسبك إن قيمته بلغت 1.2 مليون "
            + "يورو. وقالت نقابة عمال الأهوسة إن الحادث كان متوقعا منذ شهور طويلة.",
    ];

    [Theory]
    [InlineData("columns: 2; column-gap: 1em; text-align: justify")]
    [InlineData("columns: 2; column-gap: 1em; text-align: left")]
    [InlineData("columns: 2; column-gap: .5em; text-align: justify")]
    [InlineData("columns: 2; column-gap: 2.2em; text-align: justify")]
    [InlineData("columns: 3; column-gap: 1em; text-align: justify")]
    [InlineData("columns: 3; column-gap: 2.2em; text-align: left")]
    [InlineData("width: 70mm; text-align: justify; word-spacing: .3em")]
    [InlineData("width: 70mm; text-align: justify")]
    public async Task Columns_HoweverNarrowTheirGutterAndLooseTheirLines_AreReadOneAfterTheOther(string style)
    {
        var read = await Printed($"<div class=text style='{style}'>{InParagraphs(Prose)}</div>");
        Assert.Equal(Prose, read.Paragraphs.Where(p => p.Text.Length > 60).Select(p => p.Text));
        Assert.Equal("Letters, page 22", read.Paragraphs[^1].Text);
        Assert.DoesNotContain(read.Notices, n => n.Contains(Doubt, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Columns_FromTheRight_KeepTheirOrderAndTheirNumbers()
    {
        string[] prose = [.. ArabicProse, .. ArabicProse];
        var read = await Printed(
            $"<div dir=rtl class=text style='columns: 2; column-gap: 1em; text-align: justify; font-family: Noto Naskh Arabic'>"
                + $"{InParagraphs(prose)}</div>"
        );
        Assert.Equal(prose, read.Paragraphs.Where(p => p.Text.Length > 60).Select(p => p.Text));
    }

    [Fact]
    public async Task Columns_WithAnInitialAHeadlineAcrossAndAPicture_KeepTheirOrder()
    {
        const string Across = "A headline that goes across both columns";
        const string Columns = "class=text style='columns: 2; column-gap: 1em; text-align: justify'";
        var read = await Printed(
            $"<div {Columns}><div class=initial>{InParagraphs(Prose)}</div><h2 style='column-span: all'>{Across}</h2>"
                + $"<div style='height: 30mm; background: #ccc'></div><div style='font-size: 9pt'>Photo: A. Lind</div>"
                + $"{InParagraphs(Prose)}</div>"
        );
        Assert.Equal(
            [.. Prose, Across, "Photo: A. Lind", .. Prose],
            read.Paragraphs.Where(p => p.Text.Length > 60 || p.Text is Across or "Photo: A. Lind").Select(p => p.Text)
        );
    }

    [Fact]
    public async Task Columns_ThatCannotBeToldApart_AreSaidToBeInDoubt()
    {
        var read = await Printed($"<div class=text style='columns: 2; column-gap: .2em; text-align: justify'>{InParagraphs(Prose)}</div>");
        Assert.Contains(read.Notices, n => n.StartsWith("Page 1 " + Doubt, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Table_UnderProse_IsNoColumnOfText()
    {
        string[] towns = ["Sandholm", "Port Vessen", "Halden", "Oosterveld", "Veenmeer"];
        var rows = string.Concat(towns.Select((t, n) => $"<tr><td>{t}<td>{12 + n} May<td>{n} people"));
        var read = await Printed($"<div class=text>{InParagraphs(Prose)}</div><table style='border-spacing: .6em 0'>{rows}</table>");
        Assert.Equal(Prose, read.Paragraphs.Where(p => p.Text.Length > 100).Select(p => p.Text));
        Assert.All(towns, t => Assert.Contains(t, read.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(read.Notices, n => n.Contains(Doubt, StringComparison.Ordinal));
    }

    private static string InParagraphs(string[] prose) => string.Concat(prose.Select(p => $"<p>{p}</p>"));

    private async Task<ArticleReading> Printed(string body)
    {
        var (page, _) = await browser.Page();
        await page.SetContentAsync(
            "<html lang=en><style>body{font:15pt 'Liberation Serif'} .text p{margin:0 0 .3em;text-indent:1em}"
                + ".initial p:first-child{text-indent:0} .initial p:first-child::first-letter{font-size:3.2em;float:left;line-height:.8}"
                + "footer{font-size:9pt;margin-top:2em}</style><h1>The sill, the stern and the silent bell</h1>"
                + $"<p>Fergus MacAllister in Oosterveld</p>{body}<footer>Letters, page 22</footer></html>"
        );
        var pdf = await page.PdfAsync(
            new()
            {
                Format = "A4",
                Margin = new()
                {
                    Top = "18mm",
                    Bottom = "18mm",
                    Left = "18mm",
                    Right = "18mm",
                },
            }
        );
        return ArticleFile.Read("printed.pdf", pdf, false, TestContext.Current.CancellationToken);
    }
}
