using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.Tables;

namespace SummitDashboard.Formats.References;

/// <summary>A bibliography of several works as a table, a row for each.</summary>
internal static class ReferenceTable
{
    private static readonly string[] Columns = ["Title", "Author", "Published in", "Date", "Language", "URL", "DOI", "Accessed"];

    /// <summary>Null where there is one entry alone.</summary>
    public static TableReading? Read(FileFormat format, byte[] bytes, int mostRows)
    {
        var entries = ReferenceFile.Read(format, bytes);
        if (entries.Count < 2)
            return null;
        TableFile.Count(entries.Count + 1, mostRows);
        var name = FileFormats.NameOf(format);
        return new()
        {
            Format = name.Replace("a reference", "a bibliography", StringComparison.Ordinal),
            Reader = "the program’s own reader",
            IsOfReferences = true,
            Sheets = [new("", Columns, [.. entries.Select((e, n) => new SheetRow(n + 1, Cells(e)))])],
            Notices =
            [
                "Taken are title, authors, where and when it was published, language, addresses and the day of access; of abstracts, "
                    + "keywords and pages nothing is.",
            ],
        };
    }

    private static string[] Cells(Reference e) =>
        [
            .. new[] { e.Title, string.Join(", ", e.Authors), e.PublishedIn, e.Date, e.Language, e.Url, e.Doi, e.Accessed }.Select(v =>
                Tidy.Line(v ?? "")
            ),
        ];
}
