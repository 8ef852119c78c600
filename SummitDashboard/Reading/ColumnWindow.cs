using System.Globalization;
using SummitDashboard.Domain;

namespace SummitDashboard.Reading;

/// <summary>
/// Which of its columns a page lays out at once: a stretch of them that a browser draws without effort, with the way to the rest as
/// <c>cols=2</c> in the address, or <c>cols=Br</c>, the stretch in which a source stands. The one rule for every page whose columns, or
/// lanes, are sources: what is chosen is all there, and where a part is shown the page says which of how many (<c>ColumnPager</c>). Files
/// hold all of it.
/// </summary>
/// <param name="Stretch">The stretch shown.</param>
/// <param name="Of">How many columns there are in all.</param>
/// <param name="Missed">That what the address asked for is not there, in a sentence; null where it is.</param>
public sealed record ColumnWindow(Paging Stretch, int Of, string? Missed = null)
{
    /// <summary>Its name in an address.</summary>
    public const string Name = "cols";

    /// <summary>So many elements stand in a page’s columns at once, about.</summary>
    public const int MostElements = 1_000;

    /// <summary>Reads which stretch an address asks for, by its number or by a source’s siglum.</summary>
    public static string? Read(Casebook casebook, QueryReader query)
    {
        if (query.Text(Name) is not { } text)
            return null;
        if (IsNumber(text) || casebook.Sources.Any(s => IsOf(s, text)))
            return text;
        query.Notices.Add($"“{QueryReader.Short(text)}” is no stretch of the columns; the first one is shown.");
        return null;
    }

    /// <summary>The stretch of these columns that was asked for.</summary>
    /// <param name="asked">What <see cref="Read"/> gave; null, or what is not among the columns, is the first.</param>
    /// <param name="elements">How many elements a column takes.</param>
    /// <param name="room">How many there is room for; fewer on pages that hold much besides.</param>
    public static ColumnWindow At(string? asked, IReadOnlyList<SourceColumn> columns, int elements, int room = MostElements) =>
        At(asked, columns, elements, room, (column, siglum) => column.Sources.Any(s => IsOf(s, siglum)));

    /// <summary>The same of sources, each a column of its own.</summary>
    public static ColumnWindow At(string? asked, IReadOnlyList<Source> columns, int elements, int room = MostElements) =>
        At(asked, columns, elements, room, IsOf);

    /// <summary>The same of columns that are no sources; <paramref name="word"/> is what the page calls them.</summary>
    public static ColumnWindow Among<T>(string? asked, IReadOnlyList<T> columns, int elements, string word) =>
        At(asked, columns, elements, MostElements, (_, _) => false, word);

    private static ColumnWindow At<T>(
        string? asked,
        IReadOnlyList<T> columns,
        int elements,
        int room,
        Func<T, string, bool> isOf,
        string word = "sources"
    )
    {
        var stretches = Paging.Count(columns.Count, Math.Max(1, room / Math.Max(1, elements)));
        // As many in each, rather than one or two in the last.
        var size = Math.Max(1, (columns.Count + stretches - 1) / stretches);
        if (asked is null)
            return new(Paging.Of(1, columns.Count, size), columns.Count);
        var at = columns.TakeWhile(c => !isOf(c, asked)).Count();
        if (at < columns.Count)
            return new(Paging.Of(Paging.With(at, size), columns.Count, size), columns.Count);
        var isNumber = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var stretch = Paging.Of(isNumber ? number : 1, columns.Count, size);
        return new(stretch, columns.Count, isNumber && number == stretch.Page ? null : Miss(asked, isNumber, stretch, word));
    }

    private static string Miss(string asked, bool isNumber, Paging stretch, string word) =>
        (isNumber ? $"There is no stretch {asked} of the {word}" : $"{asked} is not among the {word} shown")
        + (
            stretch.Pages == 1 ? "; all of them stand here."
            : isNumber ? $"; this is the last of {stretch.Pages}."
            : $"; this is the first of {stretch.Pages} stretches of them."
        );

    /// <summary>Another stretch of the same columns.</summary>
    public ColumnWindow Other(int stretch) => this with { Stretch = Stretch with { Page = stretch } };

    /// <summary>True where all columns are shown.</summary>
    public bool IsWhole => Stretch.Pages == 1;

    /// <summary>The first column shown, from 1.</summary>
    public int First => Math.Min(Of, Stretch.Before + 1);

    /// <summary>The last column shown.</summary>
    public int Last => Math.Min(Of, Stretch.Before + Stretch.Size);

    /// <summary>Those of the columns that are shown.</summary>
    public IReadOnlyList<T> On<T>(IReadOnlyList<T> columns) => IsWhole ? columns : Stretch.On(columns);

    /// <summary>The value for the address; null for the first stretch.</summary>
    public static string? Value(int stretch) => Paging.Value(stretch);

    private static bool IsNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static bool IsOf(Source source, string siglum) => source.Siglum.Equals(siglum, StringComparison.OrdinalIgnoreCase);
}
