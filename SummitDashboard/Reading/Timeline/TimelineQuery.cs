using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Claims;

namespace SummitDashboard.Reading.Timeline;

/// <summary>What the timeline shows: everything that its address says, and nothing else.</summary>
public sealed record TimelineQuery
{
    public required ShownSources Shown { get; init; }

    /// <summary>The chosen event.</summary>
    public Event? Event { get; init; }

    public Actor? Actor { get; init; }

    /// <summary>Key of a theme.</summary>
    public string? Theme { get; init; }

    public Phase? Phase { get; init; }

    /// <summary>Shows only events that bear on a claim in which this search finds something; null shows all.</summary>
    public FoundSearch? Found { get; init; }

    public TimelineBound? From { get; init; }
    public TimelineBound? To { get; init; }

    /// <summary>The same content as a list.</summary>
    public bool List { get; init; }

    /// <summary>Which page of the list, from 1; null is the one with the chosen event, else the first.</summary>
    public int? Page { get; init; }

    /// <summary>Which page of the chosen event's words, from 1.</summary>
    public int Words { get; init; } = 1;

    /// <summary>Which stretch of the lanes is laid out (<see cref="ColumnWindow"/>); null is the first.</summary>
    public string? Cols { get; init; }

    /// <summary>How the lanes are laid out: in which order, and gathered by what.</summary>
    public ColumnChoice Lanes { get; init; } = new();

    /// <summary>True where something is filtered, zoomed or hidden.</summary>
    public bool IsFiltered =>
        Actor is not null
        || Theme is not null
        || Phase is not null
        || From is not null
        || To is not null
        || Shown.Chosen
        || Found is not null;

    /// <summary>True where a stretch of the story is shown.</summary>
    public bool IsZoomed => From is not null || To is not null;

    /// <summary>The address of this state.</summary>
    public string Url => UrlOf(Shown.Value, Cols);

    /// <summary>The address after a source is shown or hidden.</summary>
    public string UrlToggling(Source source) => (this with { Page = null, Words = 1 }).UrlWithSources(Shown.Toggled(source));

    /// <summary>The address without filters, with the chosen event and the view.</summary>
    public string UrlCleared =>
        (this with { Actor = null, Theme = null, Phase = null, Found = null, From = null, To = null, Page = null }).UrlWithSources(null);

    /// <summary>Reads an address; what is not understood is left out.</summary>
    public static TimelineQuery Read(Casebook casebook, QueryReader query)
    {
        var read = new TimelineQuery
        {
            Shown = ShownSources.Read(casebook, query),
            Event = query.Item("event", casebook.Events, slug => $"There is no event “{slug}” here."),
            Actor = query.Item("actor", casebook.Actors, slug => $"There is no actor “{slug}” here."),
            Theme = query.Theme("theme", casebook, key => $"There is no theme “{key}” here."),
            Phase = query.Term<Phase>("phase", word =>
                $"There is no phase “{word}”: it is one of {string.Join(", ", Vocabulary.All<Phase>())}."
            ),
            Found = FoundClaims.Read(query),
            From = Bound("from", true),
            To = Bound("to", false),
            List = query.OneOf("view", ["list"], word => $"There is no view “{word}”; the lanes are shown.") is not null,
            Page = Number("page"),
            Words = Number("words") ?? 1,
            Cols = ColumnWindow.Read(casebook, query),
            Lanes = ColumnChoice.Read(casebook, query),
        };
        if (!(read.From?.Day > read.To?.Day) && !(read.From?.Place > read.To?.Place))
            return read;
        query.Notices.Add("The start lies after the end, so the whole story is shown.");
        return read with { From = null, To = null };

        // In the form the field for a date stands before the hidden event, so that a typed date takes its place.
        TimelineBound? Bound(string name, bool isStart)
        {
            if (query.Filled(name) is not { } text)
                return null;
            if (!TimelineBound.TryRead(casebook, text.Trim(), isStart, out var bound, out var error))
                query.Notices.Add(error);
            return bound;
        }

        int? Number(string name) => query.Number(name, 999_999, text => $"“{text}” is no page; the first is shown.");
    }

    /// <summary>The address of this state with other sources; null shows the default ones.</summary>
    public string UrlWithSources(string? sources) => UrlOf(sources, null);

    private string UrlOf(string? sources, string? cols) => Urls.With(Urls.Timeline, [.. Fields(sources, cols)]);

    /// <summary>What a form that chooses lanes leaves as it is.</summary>
    public IEnumerable<(string Name, string? Value)> WithoutLanes() =>
        (this with { Lanes = new() }).Fields(null, null).Where(f => f.Value is not null);

    private IEnumerable<(string Name, string? Value)> Fields(string? sources, string? cols) =>
        [
            ("event", Event?.Slug),
            ("sources", sources),
            (FoundSearch.Claims, Found?.Value),
            ("actor", Actor?.Slug),
            ("theme", Theme),
            ("phase", Phase is { } phase ? Vocabulary.Of(phase) : null),
            ("from", From?.Text),
            ("to", To?.Text),
            ("view", List ? "list" : null),
            ("page", Number(Page)),
            ("words", Number(Words == 1 ? null : Words)),
            .. Lanes.Fields(),
            (ColumnWindow.Name, cols),
        ];

    private static string? Number(int? page) => page?.ToString(CultureInfo.InvariantCulture);
}
