using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using SummitDashboard.Formats.Articles;

namespace SummitDashboard.Formats.Tables;

/// <summary>CSV as programs of all countries write it: by commas, semicolons, tabs or bars, in whatever encoding.</summary>
internal static class CsvTable
{
    private const int Looked = 40;

    private static readonly (string Sign, string Name)[] Separators =
    [
        (",", "commas"),
        (";", "semicolons"),
        ("\t", "tabs"),
        ("|", "vertical bars"),
    ];

    /// <summary>What a spreadsheet would take for a formula, and what is put before it in a file that is made safe for one.</summary>
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    public static TableReading Read(byte[] bytes, int mostRows)
    {
        var (text, encoding) = Encodings.Read(bytes, null);
        text = text.TrimStart('\uFEFF');
        var separator = Said(ref text) ?? Found(text);
        var rows = new List<SheetRow>();
        int? open = null;
        var escaped = 0;
        foreach (var (number, record, raw) in Records(text, separator))
        {
            if (raw.Count(c => c == '"') % 2 != 0)
                open = number;
            string[] cells = [.. TableFile.Filled(record).Select(c => Bare(c, ref escaped))];
            if (cells.Length == 0)
                continue;
            TableFile.Count(rows.Count + 1, mostRows);
            rows.Add(new(number, cells) { Notes = [.. cells.Index().Where(c => IsFormula(c.Item)).Select(c => Formula(c.Index))] });
        }
        var sheet = TableFile.Sheet("", [.. rows.Select(r => r.Notes!.Count > 0 ? r : r with { Notes = null })])
            ?? throw new UnreadableException("It holds no rows: a first line with the heads of the columns, and a line for each below it.");
        return new()
        {
            Format = "a table (CSV)",
            Reader = "CsvHelper",
            Encoding = encoding,
            Separator = Separators.First(s => s.Sign == separator).Name,
            Sheets = [sheet],
            Notices =
            [
                .. open is { } at
                    ? new[]
                    {
                        $"In row {at} a quotation mark is opened and not closed, so that what follows may stand in one cell. "
                            + "Close it in the file, or save the table anew.",
                    }
                    : [],
                .. escaped > 0
                    ? new[]
                    {
                        $"The apostrophe was taken off {escaped:N0} {(escaped == 1 ? "cell" : "cells")}, which tables that are made "
                            + "safe for spreadsheets have before = + - @.",
                    }
                    : [],
            ],
        };
    }

    private static bool IsFormula(string cell) => cell is ['=', _, ..] && (char.IsLetter(cell[1]) || "(@+-'".Contains(cell[1]));

    private static CellNote Formula(int column) => new(column, "It looks like a formula; it is taken as the text that stands there.");

    private static string Bare(string cell, ref int escaped)
    {
        if (cell is not ['\'', var second, ..] || !Formulas.Contains(second))
            return cell;
        escaped++;
        return cell[1..];
    }

    // “sep=;” in a line of its own, which one spreadsheet writes for itself.
    private static string? Said(ref string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.IndexOf('\n') is not (>= 5 and <= 7) || text.Length < 6)
            return null;
        var sign = text[4].ToString();
        if (Array.TrueForAll(Separators, s => s.Sign != sign))
            return null;
        text = text[(text.IndexOf('\n') + 1)..];
        return sign;
    }

    // The one that cuts the first rows into equally many cells; of several the one that cuts most.
    private static string Found(string text) =>
        Separators
            .Select(s => s.Sign)
            .Select(sign =>
            {
                var widths = Records(text, sign).Take(Looked).Select(r => r.Cells.Length).Where(n => n > 0).ToList();
                var usual = widths.GroupBy(n => n).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
                return (sign, Width: usual?.Key ?? 0, Share: usual is null ? 0 : (double)usual.Count() / widths.Count);
            })
            .OrderByDescending(s => s.Width > 1)
            .ThenByDescending(s => Math.Round(s.Share, 1))
            .ThenByDescending(s => s.Width)
            .First()
            .sign;

    private static IEnumerable<(int Number, string[] Cells, string Raw)> Records(string text, string separator)
    {
        using var parser = new CsvParser(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator,
                BadDataFound = null,
                IgnoreBlankLines = false,
                LineBreakInQuotedFieldIsBadData = false,
            }
        );
        while (parser.Read())
            yield return (parser.Row, parser.Record ?? [], parser.RawRecord);
    }
}
