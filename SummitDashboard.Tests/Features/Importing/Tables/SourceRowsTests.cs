using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing.Tables;

/// <summary>Rows as sources: matched, dated, told apart from those that are there.</summary>
public sealed class SourceRowsTests
{
    private static IReadOnlyList<ProposedSource> Read(
        string text,
        string name = "t.csv",
        Casebook? casebook = null,
        bool? isDayFirst = null
    )
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var table = TableFile.Read(FileFormats.Of(name, bytes), bytes, 1000)!;
        var (sheet, book) = (table.Sheets[0], casebook ?? Repo.Casebook);
        var meanings = Meanings.Proposed(sheet, RowsOf.Sources, book);
        return SourceRows.Of(
            new(sheet, RowsOf.Sources, meanings, name, table.IsOfReferences)
            {
                Defaults = RowDefaults.None with { IsDayFirst = isDayFirst },
            },
            book,
            _ => false
        );
    }

    [Fact]
    public void Row_WithItsColumnsMatched_IsASourceWithItsEvidence()
    {
        var source = Read(
            "Headline;Author;Outlet;Date;Lang;Link;Keywords;Accessed\n"
                + "Ferry to Sandholm sails again;"
                + "Ines Okafor;The Bay Courier;6 May 2031;English;https://c.example/f;\"wire; country:KR\";45461\n"
        )[0];
        Assert.Empty(source.Problems);
        var s = source.Source;
        Assert.Equal(("The Bay Courier", "BC"), (s.Name, s.Siglum)); // as of an article that is read from a file
        Assert.Equal(("2031-05-06", Basis.Given), (s.Published!.Value, s.Published.Basis));
        Assert.Equal("t.csv, row 2, column “Date”", s.Published.InFile);
        Assert.Equal(("en", "The Bay Courier"), (s.Language!.Value, s.Publisher!.Value));
        Assert.Equal("2031-05-06", s.Written!.Date.Text);
        Assert.False(s.Article.IsKnown);
    }

    [Theory]
    [InlineData("03/04/2024", "[2024-03-04,2024-04-03]")]
    [InlineData("03/04/2024\nB,18/06/2024", "2024-04-03")]
    [InlineData("03/04/2024\nB,06/18/2024", "2024-03-04")]
    [InlineData("45461", "2024-06-18")]
    [InlineData("2024-06", "2024-06")]
    [InlineData("2024-06-18T08:00:00Z", "2024-06-18")]
    [InlineData("2024년 6월 18일", "2024-06-18")]
    public void Date_AsPeopleWriteIt_IsReadAsTheColumnShows(string date, string edtf) =>
        Assert.Equal(edtf, Read($"title,date\nA,{date}\n")[0].Source.Published!.Value);

    [Fact]
    public void Dates_WhoseOrderSomebodySaid_AreReadSoAndSaySo()
    {
        var rows = Read("title,date\nA,03/04/2024\nB,05/06/2024\n", isDayFirst: true);
        Assert.Equal(["2024-04-03", "2024-06-05"], rows.Select(r => r.Source.Published!.Value));
        Assert.All(rows, r => Assert.Contains(r.Remarks, m => m.Says.EndsWith("as you said.", StringComparison.Ordinal)));
        Assert.Equal("2024-03-04", Read("title,date\nA,03/04/2024\n", isDayFirst: false)[0].Source.Published!.Value);
    }

    [Theory]
    [InlineData("٠٥/٠٦/٢٠٢٤", "2024-06-05")]
    [InlineData("۰۵/۰۶/۲۰۲۴", "2024-06-05")]
    [InlineData("6/20/2024", "2024-06-20")] // by itself it can be no other
    public void Date_InOtherDigitsOrTheOtherWayRound_IsReadAllTheSame(string date, string edtf)
    {
        var row = Read($"title,date\nA,{date}\nB,15/06/2024\n", isDayFirst: true)[0];
        Assert.Equal(edtf, row.Source.Published!.Value);
        Assert.Empty(row.Problems);
        Assert.Equal(edtf, Read($"title,date\nA,{date}\nB,15/06/2024\n")[0].Source.Published!.Value);
        Assert.Single(row.Remarks);
    }

    [Fact]
    public void Row_OfAWorkThatMayBeOfTheSameDay_IsLeftOutWithTheReason()
    {
        var rows = Read("title,date\nA,2024-04-03\nA,03/04/2024\nA,05/06/2024\n");
        Assert.Equal([null, "The same title as row 2, and perhaps the same date.", null], rows.Select(r => r.LeftOut));
    }

    [Fact]
    public void Rows_OfOnePaper_AreToldApartByTheirDays()
    {
        var rows = Read("title,outlet,date\nA,Norfolk Wire,2024-04-03\nB,Norfolk Wire,2024-04-04\nC,Norfolk Wire,2024-04-04\n");
        Assert.Equal("Norfolk Wire", rows[0].Source.Name);
        Assert.Equal(3, rows.Select(r => r.Source.Name).Distinct().Count());
        Assert.StartsWith("Norfolk Wire, 4 April", rows[1].Source.Name, StringComparison.Ordinal);
        Assert.Equal("NW", rows[0].Source.Siglum);
    }

    [Theory]
    [InlineData("title,date\nA,soonish\n", 1, "is no date")]
    [InlineData("title,url\nA,www.example.org\n", 1, "is not a web address")]
    [InlineData("title,siglum\nA,Br\n", 1, "that of another source")]
    [InlineData("title,siglum\nA,1\n", 1, "two to four letters")]
    [InlineData("title,language\nA,klingonisch\n", 1, "not a language tag")]
    [InlineData("title,date\n,2024\n", 0, "neither a title nor a short name")]
    public void Row_ThatCannotBeRight_IsNamedByItsColumn(string csv, int column, string says)
    {
        var row = Read(csv)[0];
        Assert.False(row.MayBeTaken);
        Assert.Contains(row.Problems, p => p.Row == 2 && p.Column == column && p.Says.Contains(says));
    }

    [Fact]
    public void Row_OfAWorkThatIsThere_IsLeftOutWithTheReason()
    {
        var rows = Read(
            "title,date,url,doi\nA,2024,https://www.a.example/x/?utm_source=m,\nB,2024,http://a.example/x,\nC,2024,,10.1000/AbC\n"
                + "D,2024,https://doi.org/10.1000/abc,\nE,2024-01-02,,\ne,2024-01-02,,\nE,2024-01-03,,\n"
        );
        Assert.Equal(
            [null, "The same address as row 2.", null, "The same address as row 4.", null, "The same title and date as row 6.", null],
            rows.Select(r => r.LeftOut)
        );
        Assert.All(rows, r => Assert.Empty(r.Problems));
        Assert.Equal(rows.Count, rows.Select(r => r.Source.Siglum).Distinct().Count());
    }

    [Theory]
    [InlineData("title,byline\n{0},{1}\n", true)]
    [InlineData("title,byline\n{0},Somebody Else\n", false)]
    public void Row_OfWhichASourceSaysAllAlready_BringsNothing(string csv, bool isThere)
    {
        var source = Repo.Casebook.Sources.First(s => s is { Title: not null, Byline: not null, Published: null });
        var row = Assert.Single(Read(string.Format(null, csv, $"\"{source.Title!.Value}\"", $"\"{source.Byline!.Value}\"")));
        Assert.NotNull(row.LeftOut);
        Assert.Equal((isThere, !isThere), (row.IsThere, row.MayBeTaken));
    }

    [Fact]
    public void References_TwoHundred_AreEachASourceOfItsOwn()
    {
        var ris = string.Concat(
            Enumerable
                .Range(1, 200)
                .Select(n => $"TY  - NEWS\nTI  - Ferry {n} is back\nAU  - Lind, Astrid\nDA  - 2031/05/{n % 28 + 1:00}/\nER  - \n")
        );
        var rows = Read(ris, "r.ris");
        Assert.Equal(200, rows.Count);
        Assert.All(rows, r => Assert.True(r.IsProposed, string.Join(' ', r.Problems)));
        Assert.Equal(200, rows.Select(r => r.Source.Siglum).Distinct().Count());
        Assert.Equal(200, rows.Select(r => r.Source.Slug).Distinct().Count());
    }

    [Theory]
    [InlineData("r.ris", "TY  - NEWS\nTI  - 하나\nAU  - 최, 민수\nER  - \nTY  - NEWS\nTI  - 둘\nAU  - Lind, Astrid\nER  - \n")]
    [InlineData("r.bib", "@article{a, author = {최, 민수}, title = {하나}}\n@article{b, author = {Lind, Astrid}, title = {둘}}\n")]
    [InlineData(
        "r.json",
        """[{"title":"하나","author":[{"family":"최","given":"민수"}]},{"title":"둘","author":[{"family":"Lind","given":"Astrid"}]}]"""
    )]
    public void References_OfAuthorsWhoseSurnameStandsFirst_KeepItThere(string name, string works) =>
        Assert.Equal([("최민수", "최민"), ("Astrid Lind", "Li")], Read(works, name).Select(r => (r.Source.Byline!.Value, r.Source.Siglum)));

    [Fact]
    public void References_OfWhichOneHasNoTitle_NameIt()
    {
        var rows = Read("""[{"title":"One","DOI":"10.1000/1"},{"author":[{"family":"Lind"}]},{"title":"Three"}]""", "c.json");
        Assert.Equal([true, false, true], rows.Select(r => r.IsProposed));
        Assert.Contains("neither a title nor", Assert.Single(rows[1].Problems).Says);
        Assert.Equal("https://doi.org/10.1000/1", rows[0].Source.Url!.Value);
    }
}
