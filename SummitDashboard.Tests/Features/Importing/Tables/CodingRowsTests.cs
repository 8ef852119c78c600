using System.Text;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing.Tables;

/// <summary>Codings in a table: what the exports write comes back as it was, and what cannot be right is named by row and column.</summary>
public sealed class CodingRowsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static (IReadOnlyList<ProposedCell> Cells, int Uncoded) Read(
        byte[] csv,
        Casebook casebook,
        Func<Source, ArticleText?>? texts = null
    )
    {
        var sheet = TableFile.Read(FileFormat.Csv, csv, 100_000)!.Sheets[0];
        Assert.Equal(RowsOf.Codings, Meanings.KindOf(sheet));
        var meanings = Meanings.Proposed(sheet, RowsOf.Codings, casebook);
        return CodingRows.Of(new(sheet, RowsOf.Codings, meanings, "t.csv", false), casebook, texts ?? (_ => null), "Ada");
    }

    private static (IReadOnlyList<ProposedCell> Cells, int Uncoded) Read(
        string csv,
        Casebook casebook,
        Func<Source, ArticleText?>? texts = null
    ) => Read(Encoding.UTF8.GetBytes(csv), casebook, texts);

    private static async Task<byte[]> Exported(Casebook casebook, CsvFile file)
    {
        var stream = new MemoryStream();
        await TellingsCsv.Write(stream, casebook, ClaimsQuery.Read(casebook, Asked.For()), file, Stop);
        return stream.ToArray();
    }

    private static Casebook Uncoded(Casebook c) =>
        new(c.Revision, c.Head, c.Sources, c.Actors, c.Events, c.Claims.Select(claim => claim with { Framings = [] }));

    [Fact]
    public async Task Sheet_OfTheMatrix_IsKnownAsOneToBeRead()
    {
        var query = ClaimsQuery.Read(Repo.Casebook, Asked.For());
        var matrix = CsvFile.Exact.Write(csv => ClaimCsv.OfMatrix(csv, Repo.Casebook, query, CsvFile.Exact));
        Assert.True(Meanings.IsOfMatrix(TableFile.Read(FileFormat.Csv, matrix, 100_000)!.Sheets[0]));
        var tellings = await Exported(Repo.Casebook, CsvFile.Exact);
        Assert.False(Meanings.IsOfMatrix(TableFile.Read(FileFormat.Csv, tellings, 100_000)!.Sheets[0]));
    }

    // Without what no column holds.
    private static string Bare(Framing? f) =>
        Documents.Part(
            f! with
            {
                Note = null,
                Quotations = [.. f.Quotations.Select(q => q with { Position = null, Unverified = false })],
                Aspects = [.. f.Aspects.OrderBy(a => a.Key)],
                Empty = [.. f.Empty.Order()],
                Frames = [.. f.Frames.Order()],
            }
        );

    public static TheoryData<bool> Both => [true, false];

    [Theory, MemberData(nameof(Both))]
    public async Task Export_OfTheWholeCoding_ComesBackAsItWas(bool forSpreadsheets)
    {
        var casebook = Repo.Casebook;
        var csv = await Exported(casebook, forSpreadsheets ? CsvFile.Spreadsheets : CsvFile.Exact);
        var (same, _) = Read(csv, casebook);
        Assert.Equal(casebook.Claims.Sum(c => c.Framings.Count), same.Count);
        Assert.All(same, c => Assert.True(c.IsThere, $"{c.Claim?.Slug} {c.Source?.Siglum}: {string.Join(' ', c.Problems)}"));

        var (fresh, uncoded) = Read(csv, Uncoded(casebook));
        Assert.Equal(casebook.Claims.Count * casebook.Sources.Count - same.Count, uncoded);
        Assert.All(fresh, c =>
        {
            Assert.True(c.IsProposed, $"{c.Claim?.Slug} {c.Source?.Siglum}: {string.Join(' ', c.Problems)}");
            Assert.Equal(Bare(casebook.Claims[c.Claim!.Id].Of(c.Source!.Id)), Bare(c.Next));
        });
    }

    [Fact]
    public void Export_OfOneClaim_ComesBackWithItsSlotsByTheirHeads()
    {
        var casebook = Repo.Casebook;
        foreach (var claim in casebook.Claims)
        {
            var comparison = Comparison.Of(casebook, claim, casebook.Sources, null);
            var (cells, _) = Read(ClaimCsv.OfClaim(comparison, ClaimsQuery.Read(casebook, Asked.For()), CsvFile.Exact), Uncoded(casebook));
            Assert.Equal(claim.Framings.Count, cells.Count);
            Assert.All(cells, c => Assert.Equal(Bare(claim.Of(c.Source!.Id)), Bare(c.Next)));
        }
    }

    [Fact]
    public void Row_OfACodedCell_IsLeftOutUnlessItIsChosen()
    {
        var casebook = Small;
        var (cells, _) = Read(
            "claim,source,stance,quotation,paragraph,our reading\nsigned,Se,asserts,signed the paper,1,Says that it was.\n",
            casebook,
            TextOf
        );
        var cell = Assert.Single(cells);
        Assert.True(cell.MayBeTaken, string.Join(' ', cell.Problems));
        Assert.False(cell.IsProposed);
        Assert.Contains("attributes, 1 quotation, by test", cell.LeftOut);
        Assert.Equal("paper", cell.Next!.TermOf("what")); // no column is about it
    }

    [Fact]
    public void Quotation_OfAText_IsHeldAgainstIt()
    {
        var casebook = Uncoded(Small);
        const string head = "claim,source,stance,quotation,paragraph,our reading,aspects\n";
        var (cells, _) = Read(
            head
                + "signed,Fi,anticipates,is expected  to sign,1,Expects it.,What: a short paper\n"
                + "Was it signed?,Se,asserts,signed the papers,1,Says so.,What: the paper | When: (not said)\n",
            casebook,
            TextOf
        );
        Assert.True(cells[0].IsProposed, string.Join(' ', cells[0].Problems));
        Assert.Equal(
            ("is expected to sign", 2, false),
            cells[0].Next!.Quotations.Select(q => (q.Exact, q.Paragraph, q.Unverified)).Single()
        );
        Assert.Contains(cells[0].Remarks, r => r.Says.Contains("not in ¶ 1"));
        Assert.Contains(cells[0].Remarks, r => r.Says.Contains("as the article prints it"));
        Assert.Equal("a-short-paper", cells[0].Next!.TermOf("what"));
        var problem = Assert.Single(cells[1].Problems);
        Assert.Equal((3, 3), (problem.Row, problem.Column));
        Assert.Contains("“signed the paper”", problem.Says);
    }

    [Theory]
    [InlineData("nowhere,Fi,asserts,x,1,y", 0, "There is no claim “nowhere”")]
    [InlineData("signed,Xx,asserts,x,1,y", 1, "There is no source “Xx”")]
    [InlineData("signed,Fi,maybe,x,1,y", 2, "is no stance")]
    [InlineData("signed,Fi,,expected to sign,2,y", 2, "The stance is missing")]
    [InlineData("signed,Fi,silent,,,", null, "signed")]
    [InlineData("signed,Fi,anticipates,expected to sign,two,y", 4, "whole number")]
    public void Row_ThatCannotBeRight_IsNamedByItsColumn(string row, int? column, string says)
    {
        var (cells, _) = Read($"claim,source,stance,quotation,paragraph,our reading\n{row}\n", Uncoded(Small));
        var problem = Assert.Single(cells).Problems[0];
        Assert.Equal((2, column), (problem.Row, problem.Column));
        Assert.Contains(says, problem.Says);
    }

    [Fact]
    public void Rows_OfOneCellThatDisagree_SayWhichRow()
    {
        var (cells, _) = Read(
            "claim,source,stance,quotation,paragraph,our reading\nsigned,Fi,asserts,expected,2,One.\nsigned,Fi,asserts,sign,2,Another.\n",
            Uncoded(Small)
        );
        var problem = Assert.Single(Assert.Single(cells).Problems);
        Assert.Equal((3, 5), (problem.Row, problem.Column));
        Assert.Contains("Row 2 says otherwise", problem.Says);
    }

    [Fact]
    public void Quotation_WrittenFromTheRight_TurnsNothingBesideIt()
    {
        var (cells, _) = Read("claim,source,stance,quotation,paragraph,our reading\nsigned,Fi,asserts,وقع الورقة,6,One.\n", Uncoded(Small));
        var cell = RowWords.Cells(Assert.Single(cells), Small)[3];
        Assert.Equal(("\u2068“وقع الورقة”\u2069 ¶ 6", "ltr"), (cell, RowWords.Way(cell)));
    }

    private static readonly Lazy<Casebook> SmallOne = new(() =>
    {
        using var folder = new TempFolder();
        using var store = new TestStore(SmallCasebook.Write);
        return store.Casebook;
    });

    private static Casebook Small => SmallOne.Value;

    private static ArticleText? TextOf(Source source) =>
        ArticleText.From(source.Siglum == "Fi" ? SmallCasebook.TextA : SmallCasebook.TextB);
}
