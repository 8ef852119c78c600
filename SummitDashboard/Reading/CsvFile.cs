using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.Primitives;

namespace SummitDashboard.Reading;

/// <summary>
/// For whom a table is written as CSV (RFC 4180, UTF-8). <see cref="Exact"/> holds the values as they are, for R, pandas and other
/// programs. <see cref="Spreadsheets"/> begins with a byte-order mark, without which they take it for another encoding, and puts an
/// apostrophe before a cell that they would take for a formula.
/// </summary>
public sealed class CsvFile
{
    private const string Spreadsheet = "spreadsheets";

    public static readonly CsvFile Exact = new(isSafe: false);
    public static readonly CsvFile Spreadsheets = new(isSafe: true);

    private readonly bool isSafe;
    private readonly CsvConfiguration format;
    private readonly UTF8Encoding encoding;

    private CsvFile(bool isSafe)
    {
        this.isSafe = isSafe;
        encoding = new(encoderShouldEmitUTF8Identifier: isSafe);
        format = new(CultureInfo.InvariantCulture)
        {
            InjectionOptions = isSafe ? InjectionOptions.Escape : InjectionOptions.None,
            // The wide ones too: some spreadsheets read them alike.
            InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
            NewLine = "\r\n",
            ShouldQuote = cell =>
                cell.Field is { Length: > 0 } text
                && (text.AsSpan().ContainsAny(",\"\r\n") || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])),
        };
    }

    /// <summary>
    /// What <c>?for=</c> asks for: nothing, or <c>spreadsheets</c>. Null, and why in <paramref name="problem"/>, for anything else.
    /// </summary>
    public static CsvFile? Asked(StringValues asked, out string? problem)
    {
        var file = asked switch
        {
            [] or [""] or [null] => Exact,
            [Spreadsheet] => Spreadsheets,
            _ => null,
        };
        problem = file is not null
            ? null
            : $"“{(asked.ToString() is { Length: > 20 } text ? text[..20] + "…" : asked.ToString())}” is nothing that a file is "
                + $"written for. Leave “for” out for the exact values (R, pandas), or write for={Spreadsheet} for a file that is safe to "
                + "open in one.";
        return file;
    }

    /// <summary>The same address, asking for the file that is safe for spreadsheets.</summary>
    public static string ForSpreadsheets(string url) =>
        $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}for={Spreadsheet}";

    /// <summary>The name under which it is saved; the two do not overwrite each other.</summary>
    public string Name(string name) => isSafe ? $"{name}-for-{Spreadsheet}.csv" : $"{name}.csv";

    /// <summary>A share from 0 to 1: as it is, or for the eye.</summary>
    public string Share(double share) => share.ToString(isSafe ? "0.00" : "R", CultureInfo.InvariantCulture);

    /// <summary>Writes into a stream, which stays open.</summary>
    public CsvWriter Writer(Stream stream) => new(new StreamWriter(stream, encoding, 1 << 14, leaveOpen: true), format);

    /// <summary>The whole file.</summary>
    public byte[] Write(Action<CsvWriter> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = Writer(bytes))
            rows(csv);
        return bytes.ToArray();
    }
}
