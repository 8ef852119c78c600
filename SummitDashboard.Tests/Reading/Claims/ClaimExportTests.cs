using System.Globalization;
using System.Net;
using System.Text;
using CsvHelper;
using Markdig;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Claims;

public sealed class ClaimExportTests
{
    private static readonly Casebook Casebook = Repo.Casebook;
    private static readonly (string, string) Cite = ("“A claim?” In A casebook, revision 1.", "http://localhost/claims/x?rev=1");

    private static List<IDictionary<string, object>> Parse(byte[] csv)
    {
        using var reader = new CsvReader(new StreamReader(new MemoryStream(csv)), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(r => (IDictionary<string, object>)r)];
    }

    private static ClaimsQuery Query(QueryReader? address = null) => ClaimsQuery.Read(Casebook, address ?? Asked.For());

    [Fact]
    public void CsvOfClaim_EveryClaim_HasARowPerQuotationAndOnePerEmptyCell()
    {
        foreach (var claim in Casebook.Claims)
        {
            var rows = Parse(ClaimCsv.OfClaim(Comparison.Of(Casebook, claim, Casebook.Sources, null), Query(), CsvFile.Exact));
            Assert.Equal(Casebook.Sources.Sum(s => Math.Max(1, claim.Of(s.Id)?.Quotations.Count ?? 0)), rows.Count);
            Assert.Equal(
                claim.Framings.SelectMany(f => f.Quotations).Select(q => q.Exact).Order(),
                rows.Select(r => (string)r["quotation"]).Where(q => q.Length > 0).Order()
            );
        }
    }

    [Fact]
    public void CsvOfMatrix_Default_HasARowPerCell()
    {
        var rows = Parse(CsvFile.Exact.Write(csv => ClaimCsv.OfMatrix(csv, Casebook, Query(), CsvFile.Exact)));
        Assert.Equal(Casebook.Claims.Count * Casebook.Sources.Count, rows.Count);
        Assert.All(rows, r =>
            Assert.Equal(
                Cell.Of(Casebook, BySlug(r["claim"]), Casebook.Sources.Single(s => s.Siglum == (string)r["source"])).Word,
                r["stance"]
            )
        );
        foreach (var row in rows)
            if (
                BySlug(row["claim"]).Of(Casebook.Sources.Single(s => s.Siglum == (string)row["source"]).Id) is
                { Stance: not Stance.Silent } told
            )
                Assert.Contains(told.Quotations, q => q.Exact == (string)row["quotation"] && $"{q.Paragraph}" == (string)row["paragraph"]);
            else
                Assert.Equal("", row["quotation"]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", true)]
    [InlineData("+1", true)]
    [InlineData("-2+3", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("\tx", true)]
    [InlineData("\rx", true)]
    [InlineData("\nx", true)]
    [InlineData("＝1+1", true)]
    [InlineData("two\nlines, “quoted” and \"plain\"", false)]
    [InlineData(" blanks at its ends ", false)]
    [InlineData("북한, Владимир, مرحبا", false)]
    public async Task Csv_AnyCell_IsExactForProgramsAndNoFormulaForSpreadsheets(string cell, bool isFormula)
    {
        var claims = Casebook.Claims.Select(c => c with { Question = cell }).ToList();
        var book = new Casebook(1, Casebook.Head, Casebook.Sources, Casebook.Actors, Casebook.Events, claims);
        var query = ClaimsQuery.Read(book, Asked.For());
        foreach (var file in new[] { CsvFile.Exact, CsvFile.Spreadsheets })
        foreach (
            var csv in new[]
            {
                ClaimCsv.OfClaim(Comparison.Of(book, book.Claims[0], book.Sources, null), query, file),
                file.Write(rows => ClaimCsv.OfMatrix(rows, book, query, file)),
                await Bytes(book, query, file),
            }
        )
        {
            Assert.Equal(file == CsvFile.Spreadsheets, csv.AsSpan().StartsWith(Encoding.UTF8.Preamble));
            Assert.All(Parse(csv), r => Assert.Equal(isFormula && file == CsvFile.Spreadsheets ? "'" + cell : cell, r["question"]));
        }
    }

    [Fact]
    public async Task Csv_ForWhom_IsAskedInTheAddressAndAnythingElseIsRefusedInWords()
    {
        using var app = TestApp.With();
        using var client = InCasebook.Client(app.Address);
        var stop = TestContext.Current.CancellationToken;
        foreach (var path in new[] { Urls.ClaimExport(app.Casebook.Claims[0], "csv"), Urls.MatrixExport("csv"), Urls.TellingsExport })
        {
            foreach (var (query, isSafe) in new[] { ("", false), ("?for=spreadsheets", true) })
            {
                var answer = await client.GetAsync(path + query, stop);
                Assert.Equal(isSafe, (await answer.Content.ReadAsByteArrayAsync(stop)).AsSpan().StartsWith(Encoding.UTF8.Preamble));
                Assert.True(answer.Headers.CacheControl is { NoStore: true }); // another visitor gets another
                Assert.Equal(
                    isSafe,
                    answer.Content.Headers.ContentDisposition!.FileNameStar!.EndsWith("-for-spreadsheets.csv", StringComparison.Ordinal)
                );
            }
            foreach (var query in new[] { "?for=excel", "?for=spreadsheets&for=r" })
            {
                var answer = await client.GetAsync(path + query, stop);
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                Assert.Contains("for=spreadsheets", await answer.Content.ReadAsStringAsync(stop));
            }
        }
        var page = await client.GetStringAsync(Urls.Claims, stop);
        Assert.Contains("CSV (exact values, for R, pandas)", page);
        Assert.Contains($"{Urls.TellingsExport}?for=spreadsheets", page);
    }

    [Fact]
    public void MarkdownOfClaim_HostileWords_ShowAsTheyAre()
    {
        const string hostile = "1. <img src=x onerror=alert(1)> | *b* [l](javascript:x) `c` # &lt; \\ line\nbreak";
        var telling = Casebook.Claims.First(c => c.Framings.All(f => f.Stance != Stance.Silent));
        var claim = telling with
        {
            Question = hostile,
            Statement = hostile,
            Framings =
            [
                .. telling.Framings.Select(f => f with { Gloss = hostile, Quotations = [f.Quotations[0] with { Exact = hostile }] }),
            ],
        };
        var markdown = ClaimMarkdown.OfClaim(Comparison.Of(Casebook, claim, Casebook.Sources, null), Query(), Cite);
        var html = Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build());
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("<em>b", html);
        Assert.DoesNotContain("<code>", html);
        Assert.DoesNotContain("javascript:x\"", html);
        Assert.DoesNotContain("<ol>", html);
        var cells = Casebook.Sources.Count + 1;
        Assert.Equal(0, html.Split("<td>").Length - 1 - cells * (html.Split("<tr>").Length - 2));
        Assert.Contains(hostile.Replace('\n', ' '), System.Net.WebUtility.HtmlDecode(html));
    }

    [Fact]
    public void MarkdownOfClaim_EveryClaim_HasItsQuotationsWithSiglumAndParagraph()
    {
        foreach (var claim in Casebook.Claims)
        {
            var markdown = ClaimMarkdown.OfClaim(Comparison.Of(Casebook, claim, Casebook.Sources, null), Query(), Cite);
            foreach (var framing in claim.Framings)
            foreach (var quotation in framing.Quotations)
                Assert.Contains(
                    $"- **{Casebook.Sources[framing.Source].Siglum}** ¶ {quotation.Paragraph}: “{ClaimMarkdown.Escape(quotation.Exact)}”",
                    markdown
                );
            Assert.Contains("<http://localhost/claims/x?rev=1>", markdown);
        }
    }

    [Fact]
    public void Exports_WithFilters_HoldWhatThePageLists()
    {
        var query = Query(Asked.For(("sources", Casebook.Sources[0].Siglum), ("theme", Casebook.Head.Themes[0].Key)));
        var listed = ClaimList.Of(Casebook, query).Claims.Select(c => c.Slug);
        Assert.Equal(
            listed,
            Parse(CsvFile.Exact.Write(csv => ClaimCsv.OfMatrix(csv, Casebook, query, CsvFile.Exact))).Select(r => (string)r["claim"])
        );
        var markdown = ClaimMarkdown.OfMatrix(Casebook, query, Cite);
        Assert.All(Casebook.Claims.Where(c => c.Theme != query.Theme), c =>
            Assert.DoesNotContain(ClaimMarkdown.Escape(c.Question), markdown)
        );
    }

    private static async Task<List<IDictionary<string, object>>> Tellings(Casebook casebook, ClaimsQuery query) =>
        Parse(await Bytes(casebook, query, CsvFile.Exact));

    private static async Task<byte[]> Bytes(Casebook casebook, ClaimsQuery query, CsvFile file)
    {
        using var stream = new MemoryStream();
        await TellingsCsv.Write(stream, casebook, query, file, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    [Fact]
    public async Task Tellings_WholeCasebook_HaveARowPerQuotationAndOnePerCellWithout()
    {
        var rows = await Tellings(Casebook, Query());
        Assert.Equal(Casebook.Claims.Sum(c => Casebook.Sources.Sum(s => Math.Max(1, c.Of(s.Id)?.Quotations.Count ?? 0))), rows.Count);
        Assert.Equal(Casebook.Claims.Count * Casebook.Sources.Count, rows.Count(r => r["quotation number"] is "" or "1"));
        Assert.All(rows, r =>
        {
            var cell = Cell.Of(Casebook, BySlug(r["claim"]), Casebook.Sources.Single(s => s.Siglum == (string)r["source"]));
            Assert.Equal(cell.Word, r["stance"]);
            Assert.Equal(cell.Framing?.Gloss ?? "", r["our reading"]);
            Assert.All(cell.Framing?.Aspects ?? [], a => Assert.Contains($"{a.Key}: {a.Value}", (string)r["aspects (compared as)"]));
        });
    }

    [Fact]
    public async Task Tellings_WithFilters_HoldWhatThePageListsAsOfItsDay()
    {
        var day = Casebook.Head.Visit!.EarliestDay!.Value;
        var query = Query(Asked.For(("theme", Casebook.Head.Themes[0].Key), ("asOf", AsOfDay.Write(day))));
        var rows = await Tellings(Casebook, query);
        Assert.Equal(ClaimList.Of(Casebook, query).Claims.Select(c => c.Slug), rows.Select(r => (string)r["claim"]).Distinct());
        var later = Casebook.Sources.Where(s => s.ExistedBy(day) == Existence.NotYet).Select(s => s.Siglum).ToHashSet();
        Assert.All(rows, r => Assert.Equal(later.Contains((string)r["source"]), (string)r["stance"] == "not yet written"));
        Assert.All(rows.Where(r => later.Contains((string)r["source"])), r =>
            Assert.Equal("", string.Concat(r["quotation"], r["aspects"], r["our reading"], r["also"]))
        );
    }

    [Fact]
    public async Task Tellings_ManySources_HoldEveryCell()
    {
        var large = new SyntheticCasebook(40, 130, 2_000, 10).Build();
        var rows = await Tellings(large, ClaimsQuery.Read(large, Asked.For()));
        Assert.Equal(large.Claims.Count * large.Sources.Count, rows.Select(r => (r["claim"], r["source"])).Distinct().Count());
    }

    [Fact]
    public async Task Columns_OfEveryFile_HaveTheSameNamesForTheSame()
    {
        var tellings = (await Tellings(Casebook, Query()))[0].Keys;
        Assert.Subset(
            tellings.ToHashSet(),
            Parse(CsvFile.Exact.Write(csv => ClaimCsv.OfMatrix(csv, Casebook, Query(), CsvFile.Exact)))[0]
                .Keys.Where(k => !k.StartsWith("contested", StringComparison.Ordinal))
                .ToHashSet()
        );
        var claim = Casebook.Claims[0];
        var ofClaim = Parse(ClaimCsv.OfClaim(Comparison.Of(Casebook, claim, Casebook.Sources, null), Query(), CsvFile.Exact));
        Assert.Subset(
            tellings.ToHashSet(),
            ofClaim[0].Keys.Where(k => !claim.Aspects.Any(a => k.StartsWith(a.Label, StringComparison.Ordinal))).ToHashSet()
        );
        Assert.All(ofClaim, r => Assert.Equal(claim.Slug, r["claim"]));
    }

    [Fact]
    public void MarkdownOfClaim_OnlyDifferences_SaysWhichRowsAreFolded()
    {
        var query = Query(Asked.For(("diff", "on")));
        foreach (var claim in Casebook.Claims)
        {
            var comparison = Comparison.Of(Casebook, claim, Casebook.Sources, null);
            var folded = comparison.Rows.Except(comparison.Visible(true)).Where(r => r.Kind != RowKind.Words).ToList();
            var markdown = ClaimMarkdown.OfClaim(comparison, query, Cite);
            Assert.Equal(folded.Count > 0, markdown.Contains("folded away"));
            Assert.All(folded, r => Assert.Contains(ClaimMarkdown.Escape(r.Label), markdown));
        }
    }

    private static Claim BySlug(object slug) =>
        Casebook.Claims.TryGetBySlug((string)slug, out var claim) ? claim : throw new InvalidOperationException();

    [Fact]
    public async Task Export_OfAnEarlierRevision_IsThatRevisionsAndNothingElseIsGivenForIt()
    {
        using var app = TestApp.With();
        var ada = await app.Person("Ada", AccountRole.Editor);
        var claim = app.Casebook.Claims[0];
        Assert.IsType<Outcome.Committed>(
            await app.Services.GetRequiredService<CasebookStore>().Write(new PutItem(claim, claim with { Question = "Asked anew?" }), ada)
        );
        using var client = InCasebook.Client(app.Address);
        var stop = TestContext.Current.CancellationToken;
        var url = Urls.ClaimExport(claim, "md");
        Assert.Contains("Asked anew?", await client.GetStringAsync(url, stop));
        Assert.Contains(claim.Question, await client.GetStringAsync(url + "?rev=1", stop));
        Assert.Contains($"{url}?rev=1\"", await client.GetStringAsync(Urls.Claim(claim) + "?rev=1", stop)); // the page leads there
        foreach (
            var (query, said) in new[]
            {
                ("rev=99", "no revision “99”"),
                ("sources=zz", "no source zz"),
                ("asOf=soon", "“soon” is not a day"),
            }
        )
        foreach (var path in new[] { url, Urls.MatrixExport("csv"), Urls.TellingsExport })
        {
            var answer = await client.GetAsync($"{path}?{query}", stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(said, await answer.Content.ReadAsStringAsync(stop));
        }
    }
}
