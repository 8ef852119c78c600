using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsvHelper;
using SummitDashboard.Domain;
using SummitDashboard.Features.Tables;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Tables;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Tables;

/// <summary>
/// The cross-tables as they are served: what a cell leads to is there, and nothing of an article where it may not be read.
/// </summary>
public sealed partial class TablesPagesTests(TablesPagesTests.Site site, Browser browser) : IClassFixture<TablesPagesTests.Site>
{
    public sealed class Site : IDisposable
    {
        public TestApp App { get; } = TestApp.With();

        public void Dispose() => App.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<IDocument> Page(TestApp app, string address)
    {
        using var client = InCasebook.Client(app.Address);
        return await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(address, Stop), Stop);
    }

    private static List<IDictionary<string, object>> Parse(string csv)
    {
        using var reader = new CsvReader(new StringReader(csv), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(r => (IDictionary<string, object>)r)];
    }

    [Theory]
    [InlineData(Urls.CitationTable, "section#cell li")]
    [InlineData(Urls.WordTable, "section#cell li")]
    [InlineData(Urls.SilenceTable, "section#cell tbody tr")]
    public async Task Cell_OfATable_LeadsToAsManyAsItSays(string table, string parts)
    {
        var page = await Page(site.App, table);
        var cells = page.QuerySelectorAll("[data-cells] td a[href*='#cell']").Take(40).ToList();
        Assert.NotEmpty(cells);
        foreach (var cell in cells)
        {
            var there = await Page(site.App, cell.GetAttribute("href")!);
            Assert.Empty(there.QuerySelectorAll("main .notice"));
            Assert.Equal(int.Parse(cell.TextContent, CultureInfo.InvariantCulture), there.QuerySelectorAll(parts).Length);
            Assert.NotEmpty(there.QuerySelectorAll("[data-cells] td.open"));
        }
    }

    [Fact]
    public async Task Passage_OfACell_LeadsToItsPlaceAndItsClaim()
    {
        var page = await Page(site.App, Urls.With(Urls.CitationTable, ("in", "Tu")));
        foreach (var passage in page.QuerySelectorAll("section#cell li"))
        {
            var reader = await Page(site.App, passage.QuerySelector("a.place")!.GetAttribute("href")!);
            Assert.Empty(reader.QuerySelectorAll("main .notice"));
            Assert.Contains(passage.QuerySelector("q")!.TextContent, reader.QuerySelector("main")!.TextContent);
            Assert.All(passage.QuerySelectorAll(".for a"), a => Assert.Matches("^(claims/.+#|timeline|actors/)", a.GetAttribute("href")!));
        }
    }

    [Fact]
    public async Task Pair_OfSources_SaysItsFiguresAndEveryClaimThatBothTell()
    {
        var page = await Page(site.App, Urls.With(Urls.SimilarityTable, ("in", "Br"), ("of", "Tu")));
        var pair = SimilarityTable.Of(new(site.App.Casebook, TablesQuery.Read(site.App.Casebook, Asked.For())));
        var likeness = pair.Of(site.App.Casebook.Sources[0], site.App.Casebook.Sources[1]);
        Assert.Equal(likeness.Both, page.QuerySelectorAll("section#cell tbody tr").Length);
        Assert.Contains($"n {likeness.Both}", page.QuerySelector("[data-cells] td.open")!.TextContent);
        Assert.Contains($"{likeness.SameStance} are told with the same stance", page.QuerySelector("section#cell")!.TextContent);
    }

    [Fact]
    public async Task Sort_ByAColumn_StandsInTheAddressAndOrdersTheRows()
    {
        var page = await Page(site.App, Urls.SilenceTable);
        var head = page.QuerySelectorAll("[data-cells] thead th").First(h => h.TextContent.Contains("told elsewhere"));
        var sorted = await Page(site.App, head.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("descending", sorted.QuerySelector("[data-cells] thead th[aria-sort]")!.GetAttribute("aria-sort"));
        var counts = sorted
            .QuerySelectorAll("[data-cells] tbody tr")
            .Select(r => int.Parse(r.QuerySelector("td")!.TextContent, CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.NotEqual(
            page.QuerySelectorAll("[data-cells] tbody .key").Select(k => k.TextContent),
            sorted.QuerySelectorAll("[data-cells] tbody .key").Select(k => k.TextContent)
        );
    }

    [Theory]
    [InlineData(Urls.CitationTable)]
    [InlineData(Urls.WordTable)]
    public async Task File_OfASortedTable_HasItsRowsInTheSameOrder(string table)
    {
        var unsorted = await Page(site.App, table);
        var orders = new HashSet<string>();
        foreach (var way in RowOrder.Ways)
        foreach (var head in unsorted.QuerySelectorAll("[data-cells] thead th a").Take(6).Select(a => a.GetAttribute("href")!))
        {
            var by = $"{head}{(head.Contains('?') ? '&' : '?')}order={way}";
            var page = await Page(site.App, by);
            var shown = string.Join(
                ' ',
                page.QuerySelector("[data-cells]")!.QuerySelectorAll("tbody .key").Select(k => k.TextContent.Trim())
            );
            using var client = InCasebook.Client(site.App.Address);
            var file = page.QuerySelector("a[download]")!.GetAttribute("href")!;
            var rows = Parse(await client.GetStringAsync(file, Stop));
            Assert.Equal(shown, string.Join(' ', rows.Select(r => (string)r["source"])));
            orders.Add(shown);
        }
        Assert.True(orders.Count > 1);
        using var anybody = InCasebook.Client(site.App.Address);
        using var refused = await anybody.GetAsync(Urls.With(Urls.TableExport(table), ("sort", "';drop")), Stop);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.StartsWith("No file was made.", await refused.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task File_OfEveryTable_HoldsWhatThePageCountsAndIsWrittenForWhomItIsAsked()
    {
        using var client = InCasebook.Client(site.App.Address);
        var table = CitationTable.Of(new(site.App.Casebook, TablesQuery.Read(site.App.Casebook, Asked.For())), null);
        var rows = Parse(await client.GetStringAsync(Urls.TableExport(Urls.CitationTable), Stop));
        Assert.Equal(table.All.Count, rows.Sum(r => int.Parse((string)r["all"], CultureInfo.InvariantCulture)));
        Assert.Equal(
            table.All.Count,
            Parse(await client.GetStringAsync(Urls.TableExport(Urls.CitationTable) + "?as=passages", Stop)).Count
        );
        Assert.Equal(
            site.App.Casebook.Claims.Count * site.App.Casebook.Sources.Count,
            Parse(await client.GetStringAsync(Urls.TableExport(Urls.SilenceTable), Stop)).Count
        );
        foreach (var url in new[] { Urls.CitationTable, Urls.WordTable, Urls.SilenceTable, Urls.SimilarityTable }.Select(Urls.TableExport))
        {
            Assert.False((await client.GetByteArrayAsync(url, Stop)).AsSpan().StartsWith(Encoding.UTF8.Preamble));
            Assert.True((await client.GetByteArrayAsync(url + "?for=spreadsheets", Stop)).AsSpan().StartsWith(Encoding.UTF8.Preamble));
            foreach (var query in new[] { "?for=excel", "?rev=999", "?theme=weather", "?as=poem", "?sources=Zz" })
                Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(url + query, Stop)).StatusCode);
            using var file = await client.GetAsync(url + "?rev=1", Stop);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.True(file.Headers.CacheControl is { NoStore: true }, url); // another visitor gets another
        }
    }

    [Theory]
    [InlineData(1, 1, null, "0")]
    [InlineData(1, 2, "1 of 2 cells coded", "0")]
    [InlineData(0, 2, "not coded", "–")]
    public void Row_OfASourceThatWasNotRead_IsToldFromOneInWhichNothingIs(int coded, int claims, string? said, string figure)
    {
        var casebook = new Casebook(
            1,
            Repo.Casebook.Head,
            [Coded.Source],
            [],
            [],
            [
                .. Enumerable
                    .Range(0, claims)
                    .Select(n =>
                        Coded.Claim($"c{n}", Coded.Words("it sailed")) is var claim && n < coded ? claim : claim with { Framings = [] }
                    ),
            ]
        );
        var scope = new TableScope(casebook, TablesQuery.Read(casebook, Asked.For()));
        var row = CrossRow.Of(scope, Coded.Source, [CrossCell.Of(0, "there")]);
        Assert.Equal((said, figure), (row.Coded, row.Cells[0].Text));
        var inFile = figure == "–" ? "" : figure;
        foreach (
            var (columns, write) in new (string[], Action<CsvWriter>)[]
            {
                (["all"], csv => TablesCsv.Citations(csv, CitationTable.Of(scope, null), new())),
                (["hedges", "loaded words", "loaded per claim told", "loaded words marked in a translation alone"], csv =>
                    TablesCsv.Words(csv, WordTable.Of(scope), CsvFile.Exact, new())
                ),
            }
        )
        {
            var line = Assert.Single(Parse(Encoding.UTF8.GetString(CsvFile.Exact.Write(write))));
            Assert.Equal(($"{coded}", $"{claims}"), ((string)line["cells coded"], (string)line["cells"]));
            Assert.Equal(columns.Select(c => (c, inFile)), columns.Select(c => (c, (string)line[c])));
        }
    }

    [Fact]
    public void Csv_WithAFormula_IsNoneForSpreadsheets()
    {
        const string formula = "=HYPERLINK(\"http://x\")";
        var claim = Coded.Claim("a", Coded.Words(formula, hedges: [formula], cites: new(null, formula)));
        var casebook = new Casebook(
            1,
            Repo.Casebook.Head,
            [Coded.Source with { Name = formula }],
            [],
            [],
            [claim with { Question = formula }]
        );
        var scope = new TableScope(casebook, TablesQuery.Read(casebook, Asked.For()));
        foreach (
            var write in new Action<CsvWriter>[]
            {
                csv => TablesCsv.Citations(csv, CitationTable.Of(scope, null), new()),
                csv => TablesCsv.CitingPassages(csv, CitationTable.Of(scope, null), new()),
                csv => TablesCsv.Words(csv, WordTable.Of(scope), CsvFile.Spreadsheets, new()),
                csv => TablesCsv.WordPassages(csv, WordTable.Of(scope), new()),
                csv => TablesCsv.Silence(csv, SilenceTable.Of(scope), new()),
            }
        )
        {
            using var reader = new CsvParser(
                new StreamReader(new MemoryStream(CsvFile.Spreadsheets.Write(write))),
                CultureInfo.InvariantCulture
            );
            var cells = new List<string>();
            while (reader.Read())
                cells.AddRange(reader.Record!);
            Assert.DoesNotContain(cells, c => c.StartsWith('='));
            Assert.Contains("'" + formula, cells);
        }
    }

    /// <summary>Two articles of which one says what the other says, in a casebook whose articles are for these people.</summary>
    private static TestApp Served(TempFolder folder, string texts)
    {
        var seeds = SmallCasebook.Write(folder);
        foreach (var (file, was) in new[] { ("a", SmallCasebook.TextA), ("b", SmallCasebook.TextB) })
        {
            var text = was + "\nThe two delegations sat under the old lime tree until dusk.";
            folder.Write($"texts/{file}.txt", text);
            var source = Path.Combine(seeds, "sources", file == "a" ? "first.md" : "second.md");
            File.WriteAllText(
                source,
                File.ReadAllText(source).Replace(ArticleText.From(was).Sha256, ArticleText.From(text).Sha256, StringComparison.Ordinal)
            );
        }
        return new TestApp(
            new()
            {
                ["Casebook:Folder"] = seeds,
                ["Casebook:Texts"] = Path.Combine(folder.Path, "texts"),
                ["Access:Texts"] = texts,
            }
        ).Started();
    }

    [Fact]
    public async Task SharedWording_WhereArticlesMayBeRead_IsShownWithItsPlaces()
    {
        using var folder = new TempFolder();
        using var app = Served(folder, "all");
        using var client = InCasebook.Client(app.Address);
        Assert.All(
            Parse(await client.GetStringAsync(Urls.TableExport(Urls.SimilarityTable), Stop)), // waits until it is worked out
            r => Assert.NotEqual("", r["share of the source’s wording in the other"])
        );
        var page = await Page(app, Urls.With(Urls.SimilarityTable, ("kind", "wording"), ("in", "Fi"), ("of", "Se")));
        Assert.Matches("^[1-9]\\d? %|^[1-9]\\d?%", page.QuerySelector("[data-cells] td.open")!.TextContent.Trim());
        Assert.Equal(
            [11],
            page.QuerySelectorAll("section#cell .runs li")
                .Select(l => int.Parse(l.TextContent.Trim().Split(' ')[0], CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public async Task SharedWording_WhereArticlesMayNotBeRead_IsNowhere()
    {
        using var folder = new TempFolder();
        using var app = Served(folder, "none");
        using var client = InCasebook.Client(app.Address);
        foreach (var kind in new[] { null, "wording" })
        {
            var page = await Page(app, Urls.With(Urls.SimilarityTable, ("kind", kind), ("in", "Fi"), ("of", "Se")));
            Assert.DoesNotContain("%", page.QuerySelector("main")!.TextContent);
            Assert.Empty(page.QuerySelectorAll(".runs"));
            if (kind is not null)
                Assert.Contains("You may not read them here", page.QuerySelector(".notice")!.TextContent);
        }
        var file = await client.GetStringAsync(Urls.TableExport(Urls.SimilarityTable), Stop);
        Assert.DoesNotContain("wording", file);
    }
}
