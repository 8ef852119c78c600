using System.Text;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Formats.Tables;

/// <summary>Tables as programs of all countries save them.</summary>
public sealed class TableFileTests
{
    private const int Most = 100;

    private static TableReading Read(string name, byte[] bytes, int most = Most) =>
        TableFile.Read(FileFormats.Of(name, bytes), bytes, most)!;

    private static TableReading Csv(string text, Encoding? encoding = null) =>
        Read("t.csv", (encoding ?? new UTF8Encoding(false)) is var e ? [.. e.Preamble, .. e.GetBytes(text)] : []);

    [Theory]
    [InlineData("a,b,c\n1,\"x, y\",3\n", "commas")]
    [InlineData("a;b;c\n1;x, y;3\n", "semicolons")]
    [InlineData("a\tb\tc\n1\tx, y\t3\n", "tabs")]
    [InlineData("sep=;\r\na;b;c\r\n1;x, y;3\r\n", "semicolons")]
    [InlineData("a|b|c\n1|x, y|3\n", "vertical bars")]
    public void Csv_AnySeparator_IsFoundAndSaid(string text, string separator)
    {
        var table = Csv(text);
        Assert.Equal(separator, table.Separator);
        Assert.Equal(["a", "b", "c"], table.Sheets[0].Columns);
        Assert.Equal(["1", "x, y", "3"], table.Sheets[0].Rows[0].Cells);
    }

    [Fact]
    public void Csv_InAnOlderEncoding_IsReadAndTheEncodingSaid()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var marks = Csv("title;date\n“Fähre” – wieder da, und alle froh;2024\n", Encoding.GetEncoding(1252));
        Assert.Equal("“Fähre” – wieder da, und alle froh", marks.Sheets[0].Rows[0].Cells[0]);
        const string text = "title;date\nПереговоры в Пхеньяне о договоре;2024-06-19\nВстреча на аэродроме поздно ночью;2024-06-18\n";
        var table = Csv(text, Encoding.GetEncoding(1251));
        Assert.Equal("Переговоры в Пхеньяне о договоре", table.Sheets[0].Rows[0].Cells[0]);
        Assert.Contains("windows-1251", table.Encoding);
        Assert.Equal(text.Split('\n')[1].Split(';')[0], Csv(text, Encoding.Unicode).Sheets[0].Rows[0].Cells[0]);
    }

    [Fact]
    public void Csv_WithBlankLinesAndLineBreaksInCells_KeepsTheNumbersOfItsRows()
    {
        var rows = Csv("a,b\n\n1,\"two\nlines\"\n,\n2,x\n").Sheets[0].Rows;
        Assert.Equal([(3, "two\nlines"), (5, "x")], rows.Select(r => (r.Number, r.Cells[1])));
    }

    [Fact]
    public void Csv_WithAnOpenQuotationMark_NamesItsRow() =>
        Assert.Contains("In row 3", Assert.Single(Csv("a,b\n1,x\n2,\"never closed\n3,y\n").Notices));

    [Fact]
    public void Csv_MadeSafeForSpreadsheets_LosesItsApostrophesAndSaysSo()
    {
        var table = Csv("a,b\n'=1+1,'-x\n=SUM(A1),'plain\n");
        Assert.Equal(["=1+1", "-x"], table.Sheets[0].Rows[0].Cells);
        Assert.Equal(["=SUM(A1)", "'plain"], table.Sheets[0].Rows[1].Cells);
        Assert.Contains("2 cells", Assert.Single(table.Notices));
        Assert.Contains("looks like a formula", Assert.Single(table.Sheets[0].Rows[1].Notes!).Says);
    }

    [Fact]
    public void Workbook_OfAllKindsOfCells_GivesWhatIsStored()
    {
        var bytes = MadeTables.Workbook(
            is1904: false,
            (
                "Sheet",
                MadeTables.Row(1, "text", "shared", "day", "number", "formula", "error", "moment")
                    + """<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>x</t></is></c><c r="B3" t="s"><v>1</v></c>"""
                    + """<c r="C3" s="1"><v>45461</v></c><c r="D3" s="3"><v>45461</v></c><c r="E3" t="str"><f>A3&amp;"y"</f><v>xy</v></c>"""
                    + """<c r="F3" t="e"><v>#N/A</v></c><c r="G3" s="2"><v>45461.5</v></c></row>"""
            )
        );
        var row = Assert.Single(Read("t.xlsx", bytes).Sheets[0].Rows);
        Assert.Equal(3, row.Number);
        Assert.Equal(["x", "in pieces", "2024-06-18", "45461", "xy", "", "2024-06-18T12:00:00"], row.Cells);
        Assert.Equal([null, 4, 5], row.Notes!.Select(n => n.Column));
        Assert.Contains("last result", row.Notes![1].Says);
    }

    [Fact]
    public void Workbook_OfTheYear1904_CountsItsDaysFromThere()
    {
        var bytes = MadeTables.Workbook(
            is1904: true,
            ("S", MadeTables.Row(1, "day") + """<row r="2"><c r="A2" s="2"><v>43999</v></c></row>""")
        );
        Assert.Equal("2024-06-18", Read("t.xlsx", bytes).Sheets[0].Rows[0].Cells[0]);
    }

    [Fact]
    public void Workbook_OfSeveralSheets_GivesEachWithRows()
    {
        var bytes = MadeTables.Workbook(
            is1904: false,
            ("One", MadeTables.Row(1, "a") + MadeTables.Row(2, "1")),
            ("Empty", ""),
            ("Two", MadeTables.Row(4, "b") + MadeTables.Row(9, "2"))
        );
        var table = Read("t.xlsx", bytes);
        Assert.Equal([("One", 2), ("Two", 9)], table.Sheets.Select(s => (s.Name, s.Rows[0].Number)));
    }

    [Fact]
    public void Workbook_WithLooksFarBeyondItsTable_IsReadAsFarAsSomethingStands()
    {
        var looks = string.Concat(Enumerable.Range(4, 500).Select(n => $"<row r=\"{n}\"><c r=\"XFD{n}\" s=\"1\"/></row>"));
        var bytes = MadeTables.Workbook(
            is1904: false,
            (
                "S",
                MadeTables.Row(1, "a", "b")
                    + """<row r="2"><c r="B2"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="XFD2" s="1"/></row>"""
                    + looks
            )
        );
        var sheet = Read("t.xlsx", bytes).Sheets[0];
        Assert.Equal(["a", "b"], sheet.Columns);
        Assert.Equal(["", "1"], Assert.Single(sheet.Rows).Cells);
        Assert.Empty(sheet.Rows[0].Notes ?? []);
        Assert.Equal(["1"], Csv($"a,b\n1{new string(',', 5_000)}\n").Sheets[0].Rows[0].Cells.Where(c => c.Length > 0));
    }

    [Fact]
    public void Workbook_WithValuesInTooManyColumns_SaysSo()
    {
        var bytes = MadeTables.Workbook(is1904: false, ("S", MadeTables.Row(1, "a") + """<row r="2"><c r="XFD2"><v>1</v></c></row>"""));
        Assert.Contains("columns", Assert.Throws<UnreadableException>(() => Read("t.xlsx", bytes)).Message);
    }

    [Theory]
    [InlineData("head,only\n", "no rows")]
    [InlineData("a\n1\n2\n3\n4\n", "more than 3 rows")]
    public void Csv_ThatCannotBeTaken_SaysWhy(string text, string why) =>
        Assert.Contains(why, Assert.Throws<UnreadableException>(() => Read("t.csv", Encoding.UTF8.GetBytes(text), most: 3)).Message);

    [Theory, InlineData(0.25, "06:00"), InlineData(1, "1900-01-01"), InlineData(59, "1900-02-28"), InlineData(61, "1900-03-01")]
    public void SerialDate_AroundTheDayThatNeverWas_IsTheDayThatSpreadsheetsShow(double serial, string iso) =>
        Assert.Equal(iso, SerialDates.Iso(serial));

    [Theory, InlineData(60), InlineData(-1), InlineData(double.NaN), InlineData(1e9)]
    public void SerialDate_OfNoDay_IsNone(double serial) => Assert.Null(SerialDates.Iso(serial));
}
