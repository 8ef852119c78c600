using System.Globalization;
using System.Text;
using CsvHelper;
using Markdig;
using SummitDashboard.Domain;
using SummitDashboard.Features.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Claims;

public sealed class ClaimExportTests
{
    private static readonly Casebook Casebook = Repo.Casebook;
    private static readonly (string, string) Cite = ("“A claim?” In A casebook, revision 1.", "http://localhost/claims/x?rev=1");

    private static List<IDictionary<string, object>> Parse(byte[] csv)
    {
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        using var reader = new CsvReader(new StreamReader(new MemoryStream(csv)), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(r => (IDictionary<string, object>)r)];
    }

    private static ClaimsQuery Query(ClaimsAddress? address = null) => ClaimsQuery.Read(Casebook, address ?? new(), []);

    [Fact]
    public void CsvOfClaim_EveryClaim_HasARowPerQuotationAndOnePerEmptyCell()
    {
        foreach (var claim in Casebook.Claims)
        {
            var rows = Parse(ClaimCsv.OfClaim(Comparison.Of(Casebook, claim, Casebook.Sources, null), Query()));
            Assert.Equal(Casebook.Sources.Sum(s => Math.Max(1, claim.Of(s.Id)?.Quotations.Count ?? 0)), rows.Count);
            Assert.Equal(claim.Framings.SelectMany(f => f.Quotations).Select(q => q.Exact).Order(), rows.Select(r => (string)r["quotation"]).Where(q => q.Length > 0).Order());
        }
    }

    [Fact]
    public void CsvOfMatrix_Default_HasARowPerCell()
    {
        var rows = Parse(ClaimCsv.OfMatrix(Casebook, Query()));
        Assert.Equal(Casebook.Claims.Count * Casebook.Sources.Count, rows.Count);
        Assert.All(rows, r => Assert.Equal(Cell.Of(Casebook, BySlug(r["claim"]), Casebook.Sources.Single(s => s.Siglum == (string)r["source"])).Word, r["stance"]));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    public void Csv_FormulaInACell_IsPrefixed(string hostile)
    {
        var claim = Casebook.Claims[0] with { Question = hostile };
        var rows = Parse(ClaimCsv.OfClaim(Comparison.Of(Casebook, claim, Casebook.Sources, null), Query()));
        Assert.All(rows, r => Assert.Equal("'" + hostile, r["claim"]));
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
            Framings = [.. telling.Framings.Select(f => f with { Gloss = hostile, Quotations = [f.Quotations[0] with { Exact = hostile }] })],
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
                    Assert.Contains($"- **{Casebook.Sources[framing.Source].Siglum}** ¶ {quotation.Paragraph}: “{ClaimMarkdown.Escape(quotation.Exact)}”", markdown);
            Assert.Contains("<http://localhost/claims/x?rev=1>", markdown);
        }
    }

    [Fact]
    public void Exports_WithFilters_HoldWhatThePageLists()
    {
        var query = Query(new([Casebook.Sources[0].Siglum], Theme: Casebook.Head.Themes[0].Key));
        var listed = ClaimList.Of(Casebook, query).Claims.Select(c => c.Slug);
        Assert.Equal(listed, Parse(ClaimCsv.OfMatrix(Casebook, query)).Select(r => (string)r["claim"]));
        var markdown = ClaimMarkdown.OfMatrix(Casebook, query, Cite);
        Assert.All(Casebook.Claims.Where(c => c.Theme != query.Theme), c => Assert.DoesNotContain(ClaimMarkdown.Escape(c.Question), markdown));
    }

    private static Claim BySlug(object slug) => Casebook.Claims.TryGetBySlug((string)slug, out var claim) ? claim : throw new InvalidOperationException();
}
