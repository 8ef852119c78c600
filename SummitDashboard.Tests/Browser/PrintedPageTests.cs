using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>A page that Chromium prints to PDF, in two columns, with running heads, page numbers and hyphens at line ends.</summary>
public sealed class PrintedPageTests(Browser browser)
{
    [Theory, InlineData("en"), InlineData("de"), InlineData("ru"), InlineData("ko"), InlineData("ar")]
    public async Task Page_PrintedByChromium_GivesWhatWentIntoIt(string language)
    {
        var made = new MadeArticle(language);
        var (page, _) = await browser.Page();
        // Without a font of the script Chromium prints boxes, which no reader can know again.
        if (Environment.GetEnvironmentVariable("CI") != "true" && Fonts.GetValueOrDefault(language) is { } fonts)
            Assert.SkipUnless(await page.EvaluateAsync<bool>(HasOneOf, fonts), $"none of {string.Join(", ", fonts)} is installed");
        await page.SetContentAsync(Html(made));
        var pdf = await page.PdfAsync(
            new()
            {
                Width = "150mm",
                Height = "110mm",
                DisplayHeaderFooter = true,
                HeaderTemplate = "<div style='font-size:8px;width:100%;padding:0 10mm'><span class=title></span></div>",
                FooterTemplate =
                    "<div style='font-size:8px;width:100%;text-align:center'>"
                    + "<span class=pageNumber></span>/<span class=totalPages></span></div>",
                Margin = new()
                {
                    Top = "16mm",
                    Bottom = "16mm",
                    Left = "10mm",
                    Right = "10mm",
                },
            }
        );
        var read = ArticleFile.Read("printed.pdf", pdf, false, TestContext.Current.CancellationToken);
        var prose = read.Paragraphs.Where(p => p.Boilerplate is null && p.Text != made.Title).ToList();
        Assert.Equal(made.Lines.Select(l => l.Text), prose.Select(p => p.Text));
        // The bullets of a list are drawn, and are no letters.
        Assert.Equal(made.Lines.Select(l => l.Kind == ParagraphKind.Bullet ? ParagraphKind.Body : l.Kind), prose.Select(p => p.Kind));
        Assert.Equal((made.Title, made.Day), (read.Facts.Title?.Value, read.Facts.Published?.Value));
        Assert.Equal((made.Name, made.Language), (read.Facts.Byline?.Value, read.Facts.Language?.Value[..2]));
        Assert.Contains(read.Notices, n => n.Contains("Running heads", StringComparison.Ordinal));
    }

    private const string HasOneOf =
        "names => Promise.any(names.map(n => new FontFace('any', `local('${n}')`).load())).then(() => true, () => false)";

    private static readonly Dictionary<string, string[]> Fonts = new()
    {
        ["ar"] = ["Noto Naskh Arabic", "Noto Naskh Arabic Regular"],
        ["ko"] = ["Noto Sans CJK KR", "NanumGothic"],
    };

    private static string Html(MadeArticle made)
    {
        var body = string.Concat(
            made.Lines.Select(l =>
                l.Kind switch
                {
                    ParagraphKind.Headline => $"<h2>{l.Text}</h2>",
                    ParagraphKind.Bullet => $"<ul><li>{l.Text}</li></ul>",
                    _ => $"<p>{l.Text}</p>",
                }
            )
        );
        return $"<!doctype html><html lang={made.Language} dir={(made.Language == "ar" ? "rtl" : "ltr")}><title>{made.Title}</title><style>"
            + "body { font: 11pt/1.3 'Noto Sans', 'Noto Sans CJK KR', NanumGothic, 'Noto Naskh Arabic', sans-serif; margin: 0 }"
            + "body { hyphens: auto; word-break: keep-all }"
            + "main { columns: 2; column-gap: 8mm } h1 { font-size: 20pt; margin: 0 } h2 { font-size: 14pt } p { margin: 0 0 8pt }"
            + $"</style><body><h1>{made.Title}</h1><p>{made.Byline}</p><p>{made.Printed}</p><main>{body}</main>";
    }
}
