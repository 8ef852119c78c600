using System.Security;

namespace SummitDashboard.Tests.Support;

/// <summary>Workbooks as spreadsheets save them, written part by part.</summary>
public static class MadeTables
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook of sheets, whose rows are given as XML (<see cref="Row"/>).</summary>
    public static byte[] Workbook(bool is1904, params (string Name, string Rows)[] sheets) =>
        MadeFiles.Zip([
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr date1904=\"{(is1904 ? 1 : 0)}\"/><sheets>"
                    + string.Concat(sheets.Select((s, n) => $"<sheet name=\"{s.Name}\" sheetId=\"{n + 1}\" r:id=\"r{n}\"/>"))
                    + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + string.Concat(
                        sheets.Select(
                            (_, n) => $"<Relationship Id=\"r{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n + 1}.xml\"/>"
                        )
                    )
                    + $"<Relationship Id=\"s\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                    + $"<Relationship Id=\"t\" Type=\"{Office}/styles\" Target=\"/xl/styles.xml\"/></Relationships>"
            ),
            (
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/>"
                    + "<numFmt numFmtId=\"171\" formatCode=\"0 &quot;days&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
                    + "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>"
            ),
            (
                "xl/sharedStrings.xml",
                $"<sst xmlns=\"{Main}\"><si><t>shared</t></si><si><r><t>in </t></r><r><t>pieces</t></r><rPh><t>aloud</t></rPh></si></sst>"
            ),
            .. sheets.Select(
                (s, n) => ($"xl/worksheets/sheet{n + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{s.Rows}</sheetData></worksheet>")
            ),
        ]);

    /// <summary>A row of texts.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((c, n) => Cell((char)('A' + n), number, c)))}</row>";

    private static string Cell(char column, int row, string text) =>
        $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";
}
