namespace SummitDashboard.Formats.Tables;

/// <summary>What a reader made of a file of rows: a table, a workbook, a bibliography. What they mean is not said here.</summary>
public sealed record TableReading
{
    /// <summary>What the file is, whatever its name says.</summary>
    public required string Format { get; init; }

    /// <summary>Which reader, with its version.</summary>
    public required string Reader { get; init; }

    /// <summary>The encoding in which the text was found, and how it is known; null where the format has its own.</summary>
    public string? Encoding { get; init; }

    /// <summary>What parts the cells, in words; null where the format has its own way.</summary>
    public string? Separator { get; init; }

    /// <summary>Those with at least one row under their heads.</summary>
    public required IReadOnlyList<Sheet> Sheets { get; init; }

    /// <summary>What an editor should know before it counts, in sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>True where the rows are works, and the columns what a bibliography says of one.</summary>
    public bool IsOfReferences { get; init; }
}

/// <summary>One table: the heads of its columns, “” where there is none, and the rows under them.</summary>
public sealed record Sheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows);

/// <summary>A row: its number as the file’s own program shows it, and a cell for each column, “” where nothing stands.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>What should be known of its cells; null where nothing should.</summary>
    public IReadOnlyList<CellNote>? Notes { get; init; }
}

/// <summary>What should be known of a cell, in a sentence; of the whole row where there is no column (from 0).</summary>
public sealed record CellNote(int? Column, string Says);
