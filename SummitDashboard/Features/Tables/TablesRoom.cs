using SummitDashboard.Domain;
using SummitDashboard.Reading.Tables;
using SummitDashboard.Ui;

namespace SummitDashboard.Features.Tables;

/// <summary>A cross-table: reads the one query that all of them share, and what is counted.</summary>
public abstract class TablesRoom : CasebookPage
{
    /// <summary>So many rows stand on a page.</summary>
    public const int Rows = 40;

    /// <summary>So many passages, claims or pairs that a cell leads to stand on a page.</summary>
    public const int Parts = 40;

    /// <summary>What the address asks for.</summary>
    protected TablesQuery Query { get; private set; } = null!;

    protected TableScope Scope { get; private set; } = null!;

    /// <summary>The words that the table has for its parts.</summary>
    protected virtual string[] Kinds => [];

    protected override bool Shows(ItemChange change) => change.Kind != ItemKind.Talk;

    protected sealed override void Read()
    {
        Query = TablesQuery.Read(Casebook, Address, Kinds);
        Scope = new(Casebook, Query);
        Show();
    }

    /// <summary>Works out the page from <see cref="Query"/> and <see cref="Scope"/>.</summary>
    protected abstract void Show();

    /// <summary>How the rows stand; a column that the table has not is said, and they stand in the order of writing.</summary>
    /// <param name="has">Whether the table has a column of a name.</param>
    /// <param name="otherwise">The beginning of the sentence, of the name as it can be repeated.</param>
    protected RowOrder OrderOf(Predicate<string> has, Func<string, string> otherwise)
    {
        if (Query.Rows(has) is { } order)
            return order;
        Notices.Add($"{otherwise(Reading.QueryReader.Short(Query.Sort!))}; the sources stand in the order of writing.");
        return new();
    }

    /// <summary>The page of the rows that was asked for; what is too high is said, and becomes the last.</summary>
    protected Reading.Paging PageOf(int items, int size, int asked, string what)
    {
        var page = Reading.Paging.Of(asked, items, size);
        if (page.Page < asked)
            Notices.Add($"There are {page.Pages:N0} pages of the {what}, numbered from 1; this is the last.");
        return page;
    }

    /// <summary>A figure as people read it, as many places after the point down a whole column; a dash where there is none.</summary>
    protected static string Said(double? figure, int places = 0) =>
        figure is { } some ? some.ToString($"N{places}", System.Globalization.CultureInfo.InvariantCulture) : "–";
}
