using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Actors;

namespace SummitDashboard.Features.Actors;

/// <summary>What the panel's address says: which sources are left in, which page of the people, and which page of what one person says.</summary>
/// <param name="Shown">The sources left in. Where the address names none nothing is taken away, however many sources there are.</param>
/// <param name="Page">Page of the people, from 1 to <paramref name="Pages"/>.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Part">Page of one person's statements, from 1; too high a number shows the last.</param>
public sealed record ActorsQuery(ShownSources Shown, int Page, int Pages, int Part)
{
    /// <summary>People on one page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>
    /// Reads the address; what is not understood falls back to the default and is said in <paramref name="notices"/>. Without a page of
    /// its own the list shows the one on which <paramref name="chosen"/> stands.
    /// </summary>
    public static ActorsQuery Read(
        Casebook casebook,
        Actor? chosen,
        string? sources,
        string? page,
        string? part,
        ICollection<string> notices
    )
    {
        var pages = Math.Max(1, (casebook.Actors.Count + PageSize - 1) / PageSize);
        var home = chosen is null ? 1 : (casebook.Actors.PlaceOf(chosen.Id) / PageSize) + 1;
        return new(
            ShownSources.Read(casebook, sources, notices),
            Number(page, home, pages, "page of the people", notices),
            pages,
            Number(part, 1, 10_000, "part of what is said", notices)
        );
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
    public string UrlOf(Actor? actor, string? sources) => Urls.With(actor is null ? Urls.Actors : Urls.Actor(actor), ("sources", sources));

    /// <summary>Another page of the people, with nobody chosen.</summary>
    public string PageUrl(int page) => Urls.With(Urls.Actors, ("sources", Shown.Value), ("page", page > 1 ? Text(page) : null));

    /// <summary>Another part of what a person says.</summary>
    public string PartUrl(Actor actor, int part) =>
        Urls.With(Urls.Actor(actor), ("sources", Shown.Value), ("part", part > 1 ? Text(part) : null));

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static int Number(string? value, int fallback, int most, string what, ICollection<string> notices)
    {
        if (string.IsNullOrEmpty(value))
            return fallback;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= most)
            return n;
        notices.Add($"There is no such {what}.");
        return fallback;
    }
}
