using SummitDashboard.Domain;
using SummitDashboard.Reading.Claims;

namespace SummitDashboard.Reading.Tables;

/// <summary>What a cross-table shows: the one place where the addresses of all of them are read and written.</summary>
public sealed record TablesQuery
{
    /// <summary>The sources that are its rows.</summary>
    public required ShownSources Shown { get; init; }

    /// <summary>Key of the only theme counted; null counts all.</summary>
    public string? Theme { get; init; }

    /// <summary>Counts only claims in which this search finds something; null counts all.</summary>
    public FoundSearch? Found { get; init; }

    /// <summary>Leaves out sources that did not exist by the end of this day (<see cref="Edtf.DayNumber"/>).</summary>
    public long? AsOf { get; init; }

    /// <summary>Counts only what is told with this stance.</summary>
    public Stance? Stance { get; init; }

    /// <summary>What of the table is shown, where it has more than one part, by the table’s own words.</summary>
    public string? Kind { get; init; }

    /// <summary>By which column it is sorted, and which way (<see cref="RowOrder"/>); null is the table’s own order.</summary>
    public string? Sort { get; init; }
    public string? Order { get; init; }

    /// <summary>The page of the rows, from 1; not yet held against how many there are.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Which stretch of the columns is laid out (<see cref="ColumnWindow"/>); null is the first.</summary>
    public string? Cols { get; init; }

    /// <summary>The row of the cell that is open, and its column, as the table names it.</summary>
    public Source? In { get; init; }
    public string? Of { get; init; }

    /// <summary>The page of what the open cell leads to.</summary>
    public int Part { get; init; } = 1;

    /// <summary>True where only some of the claims are counted.</summary>
    public bool IsOfSomeClaims => Theme is not null || Found is not null;

    /// <summary>True where a cell, a row or a column is open.</summary>
    public bool IsOpen => In is not null || Of is not null;

    /// <summary>Reads an address; what is not understood falls back to the default, with a notice.</summary>
    /// <param name="kinds">The words that the table has for its parts.</param>
    public static TablesQuery Read(Casebook casebook, QueryReader query, params string[] kinds) =>
        new()
        {
            Shown = ShownSources.Read(casebook, query),
            Theme = query.Theme("theme", casebook, key => $"There is no theme “{key}”; all themes are counted."),
            Found = FoundClaims.Read(query),
            AsOf = AsOfDay.Read(query),
            Stance = query.Term<Stance>("stance", word => $"There is no stance “{word}”; all are counted."),
            Kind = query.OneOf("kind", kinds, word => $"This table has no part “{word}”; the first one is shown."),
            Sort = query.Text("sort"),
            Order = query.OneOf("order", RowOrder.Ways, word =>
                $"Rows stand {RowOrder.Ways[0]} or {RowOrder.Ways[1]}, not “{word}”; they stand as they do at first."
            ),
            Page = query.Number("page", int.MaxValue, page => $"There is no page “{page}”; the first one is shown.") ?? 1,
            Cols = ColumnWindow.Read(casebook, query),
            In = SourceOf(casebook, query, "in"),
            Of = query.Text("of"),
            Part = query.Number("part", int.MaxValue, part => $"There is no part “{part}”; the first one is shown.") ?? 1,
        };

    /// <summary>How the rows stand; null where the table has no column of the name that the address sorts by.</summary>
    public RowOrder? Rows(Predicate<string> has) => Sort is { } by && by != RowOrder.Name && !has(by) ? null : RowOrder.Of(Sort, Order);

    /// <summary>The same in another order, from its first page.</summary>
    public TablesQuery Sorted(RowOrder order) => (this with { Sort = order.By, Order = order.Value, Page = 1 }).Closed;

    /// <summary>The same without an open cell.</summary>
    public TablesQuery Closed => this with { In = null, Of = null, Part = 1 };

    /// <summary>The address of a table with these choices; defaults are left out.</summary>
    public string ToUrl(string path) => Urls.With(path, [.. Fields()]);

    /// <summary>The same with other sources; null shows all.</summary>
    public string ToUrl(string path, string? sources) =>
        Urls.With(path, [("sources", sources), .. (this with { Cols = null, Page = 1 }).Closed.Fields().Where(f => f.Name != "sources")]);

    /// <summary>The address of the same table with a cell open, at its passages.</summary>
    public string CellUrl(string path, Source? row, string? column) =>
        (this with { In = row, Of = column, Part = 1 }).ToUrl(path) + "#" + Opened;

    /// <summary>The name of the place where an open cell’s passages stand.</summary>
    public const string Opened = "cell";

    /// <summary>What a form leaves as it is.</summary>
    /// <param name="except">The fields that the form has itself.</param>
    public IEnumerable<(string Name, string? Value)> Kept(params string[] except) =>
        (this with { Cols = null, Page = 1 }).Closed.Fields().Where(f => !except.Contains(f.Name));

    private IEnumerable<(string Name, string? Value)> Fields() =>
        new (string Name, string? Value)[]
        {
            ("sources", Shown.Value),
            (FoundSearch.Claims, Found?.Value),
            ("theme", Theme),
            ("asOf", AsOf is { } day ? AsOfDay.Write(day) : null),
            ("stance", Stance is { } stance ? Vocabulary.Of(stance) : null),
            ("kind", Kind),
            ("sort", Sort),
            ("order", Order),
            ("page", Paging.Value(Page)),
            (ColumnWindow.Name, Cols),
            ("in", In?.Siglum),
            ("of", Of),
            ("part", Paging.Value(Part)),
        }.Where(f => f.Value is not null);

    private static Source? SourceOf(Casebook casebook, QueryReader query, string name)
    {
        if (query.Text(name) is not { } siglum)
            return null;
        var found = casebook.Sources.FirstOrDefault(s => s.Siglum.Equals(siglum, StringComparison.OrdinalIgnoreCase));
        if (found is null)
            query.Notices.Add($"There is no source {QueryReader.Short(siglum)} here; no cell is open.");
        return found;
    }
}
