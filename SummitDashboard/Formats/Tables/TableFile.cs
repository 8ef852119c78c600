using SummitDashboard.Formats.Articles;
using SummitDashboard.Formats.References;

namespace SummitDashboard.Formats.Tables;

/// <summary>Reads a file of rows of any kind that is read here.</summary>
public static class TableFile
{
    /// <summary>Most columns of one table.</summary>
    public const int MostColumns = 256;

    /// <summary>
    /// What a file holds; null where it is no table. A bibliography is one from its second entry on: a single one is read as an article’s
    /// facts. Throws <see cref="UnreadableException"/>.
    /// </summary>
    /// <param name="format">What the file is.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="mostRows">Most rows, those of all sheets together.</param>
    public static TableReading? Read(FileFormat format, byte[] bytes, int mostRows) =>
        format switch
        {
            FileFormat.Csv => CsvTable.Read(bytes, mostRows),
            FileFormat.Xlsx => Workbook.Read(bytes, mostRows),
            _ when FileFormats.IsOfReferences(format) => ReferenceTable.Read(format, bytes, mostRows),
            _ => null,
        };

    /// <summary>The letters by which spreadsheets call a column (from 0).</summary>
    public static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + (char)('A' + column % 26);

    /// <summary>
    /// A table of the filled rows of a file (<see cref="Filled"/>), with their numbers: the first holds the heads. Null where there is no
    /// row under it.
    /// </summary>
    internal static Sheet? Sheet(string name, IReadOnlyList<SheetRow> filled)
    {
        if (filled.Count < 2)
            return null;
        var width = filled.Max(r => r.Cells.Count);
        return new(
            name,
            [.. Wide(filled[0].Cells).Select(Tidy.Line)],
            [
                .. filled
                    .Skip(1)
                    .Select(r =>
                        r with
                        {
                            Cells = [.. Wide(r.Cells)],
                            Notes = r.Notes?.Where(n => n.Column is null || n.Column < width).ToList(),
                        }
                    ),
            ]
        );

        IEnumerable<string> Wide(IReadOnlyList<string> cells) => Enumerable.Range(0, width).Select(n => n < cells.Count ? cells[n] : "");
    }

    /// <summary>The cells up to the last in which something stands. Refuses more than are read.</summary>
    internal static IReadOnlyList<string> Filled(IReadOnlyList<string> cells)
    {
        var width = cells.Count;
        while (width > 0 && string.IsNullOrWhiteSpace(cells[width - 1]))
            width--;
        return width <= MostColumns
            ? [.. cells.Take(width)]
            : throw new UnreadableException(
                $"It has {width:N0} columns; at most {MostColumns} are read. Take out those that are not needed."
            );
    }

    /// <summary>Refuses what has more rows than are read, that of the heads counted too.</summary>
    internal static void Count(int rows, int most)
    {
        if (rows > most + 1)
            throw new UnreadableException($"It has more than {most:N0} rows. Split it into several files.");
    }
}
