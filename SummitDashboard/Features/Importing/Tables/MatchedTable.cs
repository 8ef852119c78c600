using SummitDashboard.Formats.Tables;
using SummitDashboard.Text;

namespace SummitDashboard.Features.Importing;

/// <summary>A table whose columns are matched: what each cell of a row says.</summary>
/// <param name="Meanings">Of each column, its meaning’s word; “” of one that is left out.</param>
/// <param name="File">The file’s name, for what is said of where a fact stands.</param>
public sealed record MatchedTable(Sheet Sheet, RowsOf Kind, IReadOnlyList<string> Meanings, string File, bool IsOfReferences)
{
    /// <summary>What is said for all rows that leave it out.</summary>
    public RowDefaults Defaults { get; init; } = RowDefaults.None;

    /// <summary>The column of a meaning; null where none has it.</summary>
    public int? ColumnOf(string key) => Meanings.Index().Where(m => m.Item == key).Select(m => (int?)m.Index).FirstOrDefault();

    /// <summary>True where a column has this meaning.</summary>
    public bool Has(string key) => Meanings.Contains(key);

    /// <summary>What a row says under a meaning, without white space at its ends; “” where it says nothing.</summary>
    public string Of(SheetRow row, string key) => ColumnOf(key) is { } column ? row.Cells[column].Trim() : "";

    /// <summary>Where a row says it, as a fact notes it.</summary>
    public string PlaceOf(SheetRow row, string key) =>
        IsOfReferences
            ? $"{File}, work {row.Number}, {Sheet.Columns[ColumnOf(key)!.Value]}"
            : $"{File}, row {row.Number}, column {Head(ColumnOf(key)!.Value)}";

    /// <summary>How a column is called: by its head, or the letters that a spreadsheet has above it.</summary>
    public string Head(int column) => Sheet.Columns[column] is { Length: > 0 } head ? $"“{head}”" : TableFile.Letters(column);

    /// <summary>What the file’s reader noted of a row, where its column is one that counts.</summary>
    public IEnumerable<Remark> Noted(SheetRow row) =>
        from note in row.Notes ?? []
        where note.Column is not { } column || Meanings[column].Length > 0
        select new Remark(row.Number, note.Column, note.Says);
}

/// <summary>Something that is said of a row, and of one of its columns (from 0) where it is about one.</summary>
public sealed record Remark(int Row, int? Column, string Says)
{
    /// <summary>True where somebody is asked for it once for all rows, above them.</summary>
    public bool IsAsked { get; init; }

    /// <summary>A cell’s words as they stand in what is said of it: whichever way they run, they turn nothing around them.</summary>
    internal static string Quoted(string words) => WritingDirection.Isolated($"“{words}”");
}

/// <summary>What a row, or several of one cell, would bring.</summary>
public abstract record Proposed
{
    /// <summary>The rows it comes from.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Why it cannot be taken in, and how to mend it.</summary>
    public IReadOnlyList<Remark> Problems { get; init; } = [];

    /// <summary>What should be known of it, and hinders nothing.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Why it is left out unless it is chosen: it is there already, or something else is. Null where nothing is.</summary>
    public string? LeftOut { get; init; }

    /// <summary>True where the casebook says just this already.</summary>
    public bool IsThere { get; init; }

    /// <summary>The row by which it is chosen.</summary>
    public int Row => Rows[0];

    /// <summary>False where nothing can come of it.</summary>
    public bool MayBeTaken => Problems.Count == 0 && !IsThere;

    /// <summary>Whether it is taken in where nobody says otherwise.</summary>
    public bool IsProposed => MayBeTaken && LeftOut is null;
}
