using System.Globalization;
using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Reading.Timeline;

/// <summary>The values of the timeline's address as they came, unread.</summary>
public sealed record TimelineAddress(
    string? Event = null,
    string? Sources = null,
    string? Actor = null,
    string? Theme = null,
    string? Phase = null,
    string? From = null,
    string? To = null,
    string? View = null,
    string? Page = null,
    string? Words = null
);

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
    public TimelineBound? From { get; init; }
    public TimelineBound? To { get; init; }

    /// <summary>The same content as a list.</summary>
    public bool List { get; init; }

    /// <summary>Which page of the list, from 1; null is the one with the chosen event, else the first.</summary>
    public int? Page { get; init; }

    /// <summary>Which page of the chosen event's words, from 1.</summary>
    public int Words { get; init; } = 1;

    /// <summary>True where something is filtered, zoomed or hidden.</summary>
    public bool IsFiltered =>
        Actor is not null || Theme is not null || Phase is not null || From is not null || To is not null || Shown.Chosen;

    /// <summary>True where a stretch of the story is shown.</summary>
    public bool IsZoomed => From is not null || To is not null;

    /// <summary>The address of this state.</summary>
    public string Url => UrlWithSources(Shown.Value);

    /// <summary>The address after a source is shown or hidden.</summary>
    public string UrlToggling(Source source) => (this with { Page = null, Words = 1 }).UrlWithSources(Shown.Toggled(source));

    /// <summary>The address without filters, with the chosen event and the view.</summary>
    public string UrlCleared =>
        (this with { Actor = null, Theme = null, Phase = null, From = null, To = null, Page = null }).UrlWithSources(null);

    /// <summary>Reads an address. What is not understood is left out, with a sentence in <paramref name="notices"/>.</summary>
    public static TimelineQuery Read(Casebook casebook, TimelineAddress address, ICollection<string> notices)
    {
        var query = new TimelineQuery
        {
            Shown = ShownSources.Read(casebook, address.Sources, notices),
            Event = Find(casebook.Events, address.Event, "event"),
            Actor = Find(casebook.Actors, address.Actor, "actor"),
            Theme = Theme(),
            Phase = Phase(),
            From = Bound(address.From, true),
            To = Bound(address.To, false),
            List = address.View == "list",
            Page = Number(address.Page),
            Words = Number(address.Words) ?? 1,
        };
        if (address.View is { Length: > 0 } view && view != "list")
            notices.Add($"There is no view “{TimelineBound.Clip(view)}”; the lanes are shown.");
        if (!(query.From?.Day > query.To?.Day) && !(query.From?.Place > query.To?.Place))
            return query;
        notices.Add("The start lies after the end, so the whole story is shown.");
        return query with { From = null, To = null };

        T? Find<T>(Shelf<T> shelf, string? slug, string kind)
            where T : Item
        {
            if (string.IsNullOrEmpty(slug))
                return null;
            if (shelf.TryGetBySlug(slug, out var item))
                return item;
            notices.Add($"There is no {kind} “{TimelineBound.Clip(slug)}” here.");
            return null;
        }

        string? Theme()
        {
            if (string.IsNullOrEmpty(address.Theme))
                return null;
            if (casebook.Head.Themes.Any(t => t.Key == address.Theme))
                return address.Theme;
            notices.Add($"There is no theme “{TimelineBound.Clip(address.Theme)}” here.");
            return null;
        }

        Phase? Phase()
        {
            if (string.IsNullOrEmpty(address.Phase))
                return null;
            if (Domain.Words.TryRead<Phase>(address.Phase, out var phase))
                return phase;
            notices.Add(
                $"There is no phase “{TimelineBound.Clip(address.Phase)}”: it is one of {string.Join(", ", Domain.Words.All<Phase>())}."
            );
            return null;
        }

        TimelineBound? Bound(string? text, bool isStart)
        {
            if (string.IsNullOrWhiteSpace(text))
                return null;
            if (!TimelineBound.TryRead(casebook, text.Trim(), isStart, out var bound, out var error))
                notices.Add(error);
            return bound;
        }

        int? Number(string? text)
        {
            if (string.IsNullOrEmpty(text))
                return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000)
                return number;
            notices.Add($"“{TimelineBound.Clip(text)}” is no page; the first is shown.");
            return null;
        }
    }

    internal string UrlWithSources(string? sources) =>
        Urls.With(
            Urls.Timeline,
            ("event", Event?.Slug),
            ("sources", sources),
            ("actor", Actor?.Slug),
            ("theme", Theme),
            ("phase", Phase is { } phase ? Domain.Words.Of(phase) : null),
            ("from", From?.Text),
            ("to", To?.Text),
            ("view", List ? "list" : null),
            ("page", Number(Page)),
            ("words", Number(Words == 1 ? null : Words))
        );

    private static string? Number(int? page) => page?.ToString(CultureInfo.InvariantCulture);
}
