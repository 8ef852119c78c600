using System.Net;
using AngleSharp.Dom;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Tables;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Tables;

/// <summary>By what the rows stand, and which way round: a head says it, the address says it, and the file follows.</summary>
public sealed partial class TablesPagesTests
{
    /// <summary>A name without a space is broken, and runs neither over the figures nor out of the page.</summary>
    [Fact]
    public async Task Tables_OfASourceWithOneLongWordForAName_HoldIt()
    {
        var (page, _) = await browser.Page();
        foreach (var table in new[] { Urls.CitationTable, Urls.SimilarityTable, Urls.SilenceTable })
        {
            await page.GotoAsync(site.App.Address + table);
            await page.EvaluateAsync(
                """
                () => {
                  const long = "M".repeat(60);
                  for (const name of document.querySelectorAll("[data-cells] tbody th bdi")) name.textContent = long;
                  for (const cell of document.querySelectorAll("[data-cells] td")) cell.dataset.label = long;
                }
                """
            );
            await page.OnWideAndNarrow(async at =>
                Assert.Equal(
                    (table, at, 0, 0),
                    (
                        table,
                        at,
                        await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"),
                        await page.EvaluateAsync<int>(
                            """
                            [...document.querySelectorAll("[data-cells] tbody th")].filter(head => {
                              const name = head.querySelector("bdi").getBoundingClientRect(), own = head.getBoundingClientRect();
                              return name.left < own.left - 1 || name.right > own.right + 1;
                            }).length
                            """
                        )
                    )
                )
            );
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(Urls.CitationTable)]
    [InlineData(Urls.WordTable)]
    [InlineData(Urls.SilenceTable)]
    [InlineData(Urls.SimilarityTable)]
    public async Task Head_PressedAgain_TurnsTheOrderRoundAndThenBack(string table)
    {
        // Of a second table on the page what it counts; its sources are those of the first.
        static List<IElement> Heads(IDocument page) =>
            [
                .. page.QuerySelectorAll("[data-cells] thead th a")
                    .Where((a, n) => n < 2 || a.Closest("th")!.PreviousElementSibling is not null),
            ];

        var heads = Heads(await Page(site.App, table)).Count;
        Assert.True(heads > 3);
        for (var n = 0; n < heads; n++)
        {
            var seen = new List<(string? Way, string Rows)>();
            var shown = await Page(site.App, Urls.With(table, ("sort", n == 0 ? null : RowOrder.Name))); // by another column, or as it is
            for (var press = 0; press < 3; press++)
            {
                shown = await Page(site.App, Heads(shown)[n].GetAttribute("href")!);
                Assert.Empty(shown.QuerySelectorAll("main .notice"));
                var said = shown.QuerySelectorAll("[data-cells]").SelectMany(t => t.QuerySelectorAll("thead th[aria-sort]")).ToList();
                Assert.Contains(Heads(shown)[n].Closest("th"), said);
                seen.Add((said[0].GetAttribute("aria-sort"), Keys(shown)));
            }
            Assert.Equal(
                n >= 2 ? ["descending", "ascending", "descending"] : ["ascending", "descending", "ascending"],
                seen.Select(s => s.Way)
            );
            Assert.Equal(seen[0].Rows, seen[2].Rows);
        }
    }

    private static string Keys(IDocument page) =>
        string.Join(' ', page.QuerySelector("[data-cells]")!.QuerySelectorAll("tbody .key").Select(k => k.TextContent.Trim()));

    [Theory]
    [InlineData(Urls.CitationTable)]
    [InlineData(Urls.WordTable)]
    [InlineData(Urls.SilenceTable)]
    [InlineData(Urls.SimilarityTable)]
    public async Task Order_ThatIsNone_IsSaidByThePageAndRefusedByTheFile(string table)
    {
        using var client = InCasebook.Client(site.App.Address);
        foreach (var forged in new[] { ("sort", "no<b>body"), ("order", "side<b>ways") })
        {
            var page = await Page(site.App, Urls.With(table, forged));
            Assert.Contains(forged.Item2, Assert.Single(page.QuerySelectorAll("main .notice li, main .notice p")).TextContent);
            Assert.Equal(Keys(await Page(site.App, table)), Keys(page));
            using var file = await client.GetAsync(Urls.With(Urls.TableExport(table), forged), Stop);
            Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
            Assert.Contains(forged.Item2, await file.Content.ReadAsStringAsync(Stop));
            Assert.Contains(
                forged.Item1,
                (await Page(site.App, Urls.With(Urls.Tables, forged))).QuerySelector("main .notice")!.TextContent
            );
        }
    }

    [Fact]
    public async Task File_OfPairs_FollowsTheOrderAndTheFigureShown()
    {
        using var client = InCasebook.Client(site.App.Address);
        foreach (var order in RowOrder.Ways)
        {
            var page = await Page(site.App, Urls.With(Urls.SimilarityTable, ("kind", "terms"), ("sort", "Br"), ("order", order)));
            var rows = Parse(await client.GetStringAsync(page.QuerySelector("a[download]")!.GetAttribute("href")!, Stop));
            var shown = Keys(page).Split(' ');
            Assert.Equal("Br", shown[0]);
            Assert.Equal(shown[1..], rows.Where(r => (string)r["source"] == "Br").Select(r => (string)r["other"]));
        }
    }
}
