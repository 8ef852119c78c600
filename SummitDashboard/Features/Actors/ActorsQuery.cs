using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Actors;

namespace SummitDashboard.Features.Actors;

/// <summary>
/// What the panel's address says: which sources are left in, which page of the people, and which page of what one person says.
/// </summary>
/// <param name="Shown">The sources left in. Where the address names none nothing is taken away, however many sources there are.</param>
/// <param name="People">The page of the people.</param>
/// <param name="Part">Page of one person's statements, from 1; too high a number shows the last.</param>
/// <param name="Cols">Which stretch of the sources is laid out (<see cref="ColumnWindow"/>); null is the first.</param>
public sealed record ActorsQuery(ShownSources Shown, Paging People, int Part, string? Cols = null)
{
    /// <summary>How the sources are laid out.</summary>
    public ColumnChoice Columns { get; init; } = new();

    /// <summary>People on one page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>
    /// Reads the address; what is not understood falls back to the default. Without a page of its own the list shows the one on which
    /// <paramref name="chosen"/> stands.
    /// </summary>
    public static ActorsQuery Read(Casebook casebook, Actor? chosen, QueryReader query)
    {
        var people = casebook.Actors.Count;
        var home = chosen is null ? 1 : Paging.With(casebook.Actors.PlaceOf(chosen.Id), PageSize);
        return new(
            ShownSources.Read(casebook, query),
            Paging.Of(
                query.Number("page", Paging.Count(people, PageSize), _ => "There is no such page of the people.") ?? home,
                people,
                PageSize
            ),
            query.Number("part", 10_000, _ => "There is no such part of what is said.") ?? 1,
            ColumnWindow.Read(casebook, query)
        )
        {
            Columns = ColumnChoice.Read(casebook, query),
        };
    }

    /// <summary>True where the address takes sources away.</summary>
    public bool Hides(Casebook casebook) => Shown.Chosen && Shown.Sources.Count < casebook.Sources.Count;

    /// <summary>True for a source that is left in.</summary>
    public bool Keeps(Source source) => !Shown.Chosen || Shown.Contains(source);

    /// <summary>What the sources left in alone know of a person; all of it where the address takes none away.</summary>
    public Voice Left(Voice voice) => Shown.Chosen ? voice.Left(Shown.Contains) : voice;

    /// <summary>The address of a person, or of the panel with nobody chosen, with the same sources left in.</summary>
    public string UrlOf(Actor? actor) => UrlOf(actor, Shown.Value);

    /// <summary>The same with other sources left in; null leaves in all.</summary>
    public string UrlOf(Actor? actor, string? sources) => Urls.With(PathOf(actor), [("sources", sources), .. Columns.Fields()]);

    /// <summary>The same with the sources laid out in another way.</summary>
    public string LaidUrl(Actor? actor, ColumnChoice columns) => (this with { Columns = columns }).UrlOf(actor);

    /// <summary>The page of a person, or of the panel with nobody chosen.</summary>
    public static string PathOf(Actor? actor) => actor is null ? Urls.Actors : Urls.Actor(actor);

    /// <summary>The sources left in, in the columns in which they are laid out.</summary>
    public IReadOnlyList<SourceColumn> Laid(Casebook casebook) => SourceColumns.Of(casebook, Shown.Sources, Columns);

    /// <summary>Another stretch of the sources.</summary>
    public string ColumnsUrl(Actor? actor, int stretch) =>
        Urls.With(
            PathOf(actor),
            [
                ("sources", Shown.Value),
                ("page", actor is null ? Paging.Value(People.Page) : null),
                .. Columns.Fields(),
                (ColumnWindow.Name, ColumnWindow.Value(stretch)),
            ]
        );

    /// <summary>Another page of the people, with nobody chosen.</summary>
    public string PageUrl(int page) =>
        Urls.With(Urls.Actors, [("sources", Shown.Value), ("page", Paging.Value(page)), .. Columns.Fields()]);

    /// <summary>Another part of what a person says.</summary>
    public string PartUrl(Actor actor, int part) =>
        Urls.With(Urls.Actor(actor), [("sources", Shown.Value), ("part", Paging.Value(part)), .. Columns.Fields()]);
}
