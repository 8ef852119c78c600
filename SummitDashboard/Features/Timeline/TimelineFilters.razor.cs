using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Timeline;

namespace SummitDashboard.Features.Timeline;

/// <summary>The timeline's filters, zoom and views.</summary>
public partial class TimelineFilters
{
    /// <summary>Beyond this many actors the field offers the first in panel order, and the chosen one.</summary>
    private const int MostActors = 200;

    [Parameter, EditorRequired]
    public required Casebook Casebook { get; set; }

    [Parameter, EditorRequired]
    public required TimelineQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required TimelineEvents Events { get; set; }

    [Parameter, EditorRequired]
    public required TimelineZoom Zoom { get; set; }

    private string Count =>
        Events.Count == Events.Total ? Labels.Count(Events.Total, "event") : $"{Events.Count:N0} of {Labels.Count(Events.Total, "event")}";

    private string Hidden =>
        $"{Labels.Count(Events.HiddenBySources, "event")} not shown, since "
        + $"{(Query.Shown.Sources.Count == 1 ? "this source does not mention" : "none of these sources mentions")} "
        + $"{(Events.HiddenBySources == 1 ? "it" : "them")}.";

    // An event that was zoomed to is said in words beside the field, which is for dates.
    private static string? DateOf(TimelineBound? bound) => bound?.Place is null ? bound?.Text : null;

    private IReadOnlyList<Source> Chips =>
        Casebook.Sources.Count <= ShownSources.MostSwitches ? Casebook.Sources
        : Query.Shown.Sources.Count <= ShownSources.MostSwitches ? Query.Shown.Sources
        : [];

    private IEnumerable<Actor> Actors =>
        Query.Actor is { } chosen && Casebook.Actors.PlaceOf(chosen.Id) >= MostActors
            ? Casebook.Actors.Take(MostActors).Append(chosen)
            : Casebook.Actors.Take(MostActors);

    private IEnumerable<(string Sign, string Words, string? Key, TimelineQuery? To)> Moves =>
        [
            ("◀", "Earlier", null, Zoom.Earlier()),
            ("−", "Zoom out", "-", Zoom.Out()),
            ("+", "Zoom in", "+", Zoom.In()),
            ("▶", "Later", null, Zoom.Later()),
            ("Fit", "Fit: the whole story", null, Zoom.Fit()),
        ];
}
