using Microsoft.AspNetCore.Components;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Reading.Timeline;

namespace SummitDashboard.Features.Timeline;

/// <summary>The timeline's page: reads the address and lays the parts out.</summary>
public partial class TimelinePage
{
    private TimelineQuery query = null!;
    private TimelineEvents events = null!;
    private TimelineZoom zoom = null!;
    private TimelineLayout layout = null!;
    private int place;

    private string Title => $"{(query.Event is { } evt ? evt.Label + " – " : "")}Timeline – {Casebook.Head.Title}";

    private string Where =>
        place >= 0 && events.Visible[place]
            ? $"{events.Visible.CountIn(0, place + 1):N0} of {Labels.Count(events.Count, "event")}"
            : Labels.Count(events.Count, "event");

    // From which width on the lanes take the list's place (as in Timeline.razor.css); 0 where the list was asked for.
    private int Fit => query.List || events.Count == 0 ? 0 : LabelPlan.FitOf(layout);

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    // Talks stand in a presenter's menu.
    protected override bool Shows(ItemChange change) => change.Kind != ItemKind.Talk || Visitor.May(Right.Compose);

    protected override void Read()
    {
        query = TimelineQuery.Read(Casebook, Address);
        events = TimelineEvents.Of(Casebook, query);
        zoom = new(Casebook, query, events);
        layout = TimelineLayout.Of(Casebook, query, events);
        place = query.Event is { } evt ? Casebook.Events.PlaceOf(evt.Id) : -1;
    }

    // The events shown, from the chosen one on.
    private IEnumerable<Item> FromHere()
    {
        var at = place >= 0 && events.Visible[place] ? place : events.After(-1);
        for (; at >= 0; at = events.After(at))
            yield return Casebook.Events[at];
    }

    private TimelineQuery? StepTo(int to) => to < 0 ? null : query with { Event = Casebook.Events[to], Page = null, Words = 1 };
}
