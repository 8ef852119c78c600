using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SummitDashboard.Formats.Articles;

namespace SummitDashboard.Formats.Tables;

/// <summary>
/// A workbook (xlsx): the stored values of its sheets. Nothing is worked out: of a formula its last result stands in the file, and is
/// taken, and said.
/// </summary>
internal sealed partial class Workbook
{
    private readonly Unpacking zip;
    private readonly Dictionary<string, string> parts;
    private readonly bool is1904;
    private readonly List<string> shared;
    private readonly bool[] isDate;
    private readonly List<string> notices = [];
    private int rows;

    private Workbook(Unpacking zip, XDocument book)
    {
        this.zip = zip;
        parts = (zip.Xml("xl/_rels/workbook.xml.rels")?.Root?.Elements() ?? [])
            .Select(r => (Id: Of(r, "Id"), Path: Of(r, "Target")))
            .Where(r => r.Id is not null && r.Path is not null)
            .ToDictionary(r => r.Id!, r => r.Path!.StartsWith('/') ? r.Path[1..] : "xl/" + r.Path);
        is1904 = Named(book.Root, "workbookPr").Any(p => Of(p, "date1904") is "1" or "true");
        shared = [.. zip.Elements(Path("sharedStrings"), "si").Select(Words)];
        isDate = DateStyles(zip.Xml(Path("styles")));
    }

    public static TableReading Read(byte[] bytes, int mostRows)
    {
        using var zip = Unpacking.Open(bytes);
        var book = zip.Xml("xl/workbook.xml") ?? throw new UnreadableException("It is no workbook: its list of sheets is missing.");
        var reader = new Workbook(zip, book);
        var sheets = Named(book.Root, "sheet").Select(s => reader.SheetOf(s, mostRows)).OfType<Sheet>().ToList();
        return sheets.Count == 0
            ? throw new UnreadableException("It holds no rows: a first row with the heads of the columns, and rows below it.")
            : new()
            {
                Format = "a workbook (xlsx)",
                Reader = "its own stored values",
                Sheets = sheets,
                Notices = reader.notices,
            };
    }

    private string Path(string name) =>
        parts.Values.FirstOrDefault(p => p.EndsWith($"{name}.xml", StringComparison.OrdinalIgnoreCase)) ?? "";

    private Sheet? SheetOf(XElement sheet, int mostRows)
    {
        var name = Of(sheet, "name") ?? "";
        if (Of(sheet, "id") is not { } id || !parts.TryGetValue(id, out var path))
            return null;
        var (found, last) = (new List<SheetRow>(), 0);
        foreach (var part in zip.Elements(path, "row", "mergeCell"))
            if (part.Name.LocalName == "mergeCell")
            {
                notices.Add($"{name}: some cells are merged ({Of(part, "ref")} …). What stands in them is read in the first one alone.");
                break;
            }
            else if (Row(part, ++last) is { } row)
            {
                TableFile.Count(++rows, mostRows);
                found.Add(row);
                last = row.Number;
            }
        var table = TableFile.Sheet(Of(sheet, "state") is { } state && state != "visible" ? $"{name} (hidden)" : name, found);
        if (table is null && found.Count > 0)
            notices.Add($"{name}: it holds no row under a row of heads, and was passed over.");
        return table;
    }

    // Null of one in which nothing stands: looks may go on for a million of them.
    private SheetRow? Row(XElement row, int next)
    {
        var number = int.TryParse(Of(row, "r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : next;
        var (cells, notes) = (new List<string>(), new List<CellNote>());
        if (Of(row, "hidden") is "1" or "true")
            notes.Add(new(null, "The row is hidden in the file."));
        foreach (var cell in row.Elements().Where(c => c.Name.LocalName == "c"))
        {
            var column = ColumnOf(Of(cell, "r")) ?? cells.Count;
            var value = Value(cell, column, notes);
            if (value.Length == 0)
                continue;
            if (column >= TableFile.MostColumns || column < cells.Count)
                throw new UnreadableException(
                    column < cells.Count
                        ? $"Row {number} has a cell where none can stand. Save the workbook again."
                        : $"It has more than {TableFile.MostColumns} columns. Take out those that are not needed."
                );
            while (cells.Count < column)
                cells.Add("");
            cells.Add(value);
        }
        return TableFile.Filled(cells) is { Count: > 0 } filled ? new(number, filled) { Notes = notes.Count > 0 ? notes : null } : null;
    }

    private string Value(XElement cell, int column, List<CellNote> notes)
    {
        var value = Named(cell, "v").FirstOrDefault()?.Value ?? "";
        if (Named(cell, "f").Any())
            notes.Add(
                new(
                    column,
                    value.Length > 0
                        ? "A formula: its last result, as the file holds it, is taken."
                        : "A formula, of which the file holds no result; the cell counts as empty."
                )
            );
        switch (Of(cell, "t"))
        {
            case "s":
                return int.TryParse(value, out var n) && n >= 0 && n < shared.Count ? shared[n] : "";
            case "inlineStr":
                return string.Concat(Named(cell, "is").Select(Words));
            case "b":
                return value == "1" ? "true" : "false";
            case "e":
                notes.Add(new(column, $"The cell holds the error {value} and counts as empty."));
                return "";
            case "str" or "d":
                return Unescaped(value);
            default:
                return
                    double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)
                    && int.TryParse(Of(cell, "s"), out var style)
                    && style < isDate.Length
                    && isDate[style]
                    ? SerialDates.Iso(figure, is1904) ?? value
                    : value;
        }
    }

    // Cells with several looks are in pieces; how East Asian names are read aloud is no part of them.
    private static string Words(XElement text) =>
        Unescaped(
            string.Concat(
                text.Descendants()
                    .Where(t => t.Name.LocalName == "t" && t.Ancestors().All(a => a.Name.LocalName != "rPh"))
                    .Select(t => t.Value)
            )
        );

    // _x000D_ is how the format writes what XML cannot hold.
    private static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? EscapePattern()
                .Replace(text, m => ((char)int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            : text;

    // Which looks of cells show a day: fourteen are built in, others say so by their letters.
    private static bool[] DateStyles(XDocument? styles)
    {
        var own = Named(styles?.Root, "numFmt")
            .Select(f => (Id: Of(f, "numFmtId"), Code: Of(f, "formatCode") ?? ""))
            .Where(f => f.Id is not null)
            .DistinctBy(f => f.Id)
            .ToDictionary(f => f.Id!, f => DayPattern().IsMatch(AsidePattern().Replace(f.Code, "")));
        return
        [
            .. Named(Named(styles?.Root, "cellXfs").FirstOrDefault(), "xf")
                .Select(x => Of(x, "numFmtId") ?? "0")
                .Select(id =>
                    own.TryGetValue(id, out var isDay)
                        ? isDay
                        : int.TryParse(id, out var number) && number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 58)
                ),
        ];
    }

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
            if (!char.IsAsciiLetterUpper(c))
                break;
            else if (column < 100_000)
                column = column * 26 + (c - 'A' + 1);
        return column == 0 ? null : column - 1;
    }

    private static IEnumerable<XElement> Named(XContainer? within, string name) =>
        within?.Descendants().Where(e => e.Name.LocalName == name) ?? [];

    private static string? Of(XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex EscapePattern();

    [GeneratedRegex("""\\.|"[^"]*"|\[[^\]]*\]|_.""")]
    private static partial Regex AsidePattern();

    [GeneratedRegex("[dyDY年月日]|[mM]{3}|[hHsS]")]
    private static partial Regex DayPattern();
}
