using System.Globalization;
using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Formats.Tables;
using SummitDashboard.Reading;

namespace SummitDashboard.Features.Importing;

/// <summary>Which sheet of a file is shown, what its rows are, what its columns hold: as the address says, or as is proposed.</summary>
public sealed record TableQuery(int Sheet, RowsOf Kind, IReadOnlyList<string> Meanings)
{
    /// <summary>What is said for all rows that leave it out.</summary>
    public RowDefaults Defaults { get; init; } = RowDefaults.None;

    /// <summary>Reads the address.</summary>
    public static TableQuery Read(QueryReader address, TableReading table, Casebook casebook)
    {
        var number = address.Number("sheet", table.Sheets.Count, text => $"There is no sheet {text}; the first is shown.")
            ?? (table.Sheets.Index().MaxBy(s => s.Item.Rows.Count).Index + 1);
        var sheet = table.Sheets[number - 1];
        var kind = table.IsOfReferences
            ? RowsOf.Sources
            : address.Term<RowsOf>("as", text => $"Rows are sources, claims or codings, not “{text}”.") ?? Importing.Meanings.KindOf(sheet);
        return new(number, kind, MeaningsIn(address, sheet, kind) ?? Importing.Meanings.Proposed(sheet, kind, casebook))
        {
            Defaults = kind == RowsOf.Claims ? RowDefaults.Read(address, casebook) : RowDefaults.ReadDates(address),
        };
    }

    /// <summary>The rows, matched so.</summary>
    public MatchedTable Of(TableReading table, ImportRow file) =>
        new(table.Sheets[Sheet - 1], Kind, Meanings, file.Name, table.IsOfReferences) { Defaults = Defaults };

    /// <summary>The address of the same file seen otherwise; without meanings they are proposed anew.</summary>
    public static string Url(
        string id,
        int sheet,
        RowsOf kind,
        IReadOnlyList<string>? meanings = null,
        int page = 1,
        RowDefaults? defaults = null
    ) =>
        Urls.With(
            Urls.Import(id),
            [
                ("sheet", sheet.ToString(CultureInfo.InvariantCulture)),
                ("as", Vocabulary.Of(kind)),
                ("columns", meanings is null ? null : string.Join(',', meanings)),
                .. defaults?.InAddress ?? [],
                ("page", Paging.Value(page)),
            ]
        );

    /// <summary>The address of one page of these rows, as they are matched and with what is said for all of them.</summary>
    public string Url(string id, int page) => Url(id, Meanings, page);

    private string Url(string id, IReadOnlyList<string> meanings, int page = 1) => Url(id, Sheet, Kind, meanings, page, Defaults);

    /// <summary>The address with one column read otherwise. What only one column may hold leaves the one that held it.</summary>
    public string With(string id, int column, string meaning) =>
        Url(
            id,
            [
                .. Meanings.Select(
                    (m, n) =>
                        n == column ? meaning
                        : m == meaning && !Importing.Meanings.MayRepeat(meaning) ? ""
                        : m
                ),
            ]
        );

    private static string[]? MeaningsIn(QueryReader address, Sheet sheet, RowsOf kind)
    {
        if (address.List("columns") is not { } said)
            return null;
        var found = new string[sheet.Columns.Count];
        var words = said.Split(',');
        for (var n = 0; n < found.Length; n++)
        {
            var word = n < words.Length ? words[n] : "";
            found[n] = "";
            if (word.Length > 0 && Importing.Meanings.Named(kind, word) is null)
                address.Notices.Add($"“{QueryReader.Short(word)}” is nothing that a column may hold; column {n + 1} is left out.");
            else if (word.Length > 0 && found.AsSpan(0, n).Contains(word) && !Importing.Meanings.MayRepeat(word))
                address.Notices.Add($"Only one column may hold “{word}”; column {n + 1} is left out.");
            else
                found[n] = word;
        }
        return found;
    }
}
