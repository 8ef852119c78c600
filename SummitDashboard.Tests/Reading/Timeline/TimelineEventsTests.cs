using SummitDashboard.Domain;
using SummitDashboard.Features.Timeline;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Timeline;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Timeline;

public sealed class TimelineEventsTests
{
    private static readonly Casebook Casebook = Repo.Casebook;

    [Fact]
    public void Of_NoFilter_ShowsEveryEvent() => Assert.Equal(Casebook.Events.Count, Of(Asked.For()).Count);

    [Fact]
    public void Of_Filters_AgreeWithAskingEachEvent()
    {
        var actor = Casebook.Actors[0];
        var theme = Casebook.Head.Themes[0].Key;
        var events = Of(Asked.For(("actor", actor.Slug), ("theme", theme), ("phase", "visit")));
        Assert.Equal(
            Casebook.Events.Where(e => e.Actors.Contains(actor.Id) && e.Themes.Contains(theme) && e.Phase == Phase.Visit),
            events.Visible.Places().Select(p => Casebook.Events[p])
        );
    }

    [Fact]
    public void Of_OneSource_CountsWhatDisappears()
    {
        var source = Casebook.Sources[0];
        var events = Of(Asked.For(("sources", source.Siglum)));
        Assert.All(events.Visible.Places(), p => Assert.Contains(Casebook.Events[p].Mentions, m => m.Source == source.Id));
        Assert.Equal(Casebook.Events.Count, events.Count + events.HiddenBySources);
    }

    [Fact]
    public void Of_DaysOfTheVisit_KeepsUndatedEventsOfThatPhaseOnly()
    {
        var visit = Casebook.Head.Visit!;
        var shown = Of(Asked.For(("from", visit.Text), ("to", visit.Text))).Visible.Places().Select(p => Casebook.Events[p]).ToList();
        Assert.Equal(Casebook.Events.Where(e => e.Phase == Phase.Visit), shown.Where(e => e.Phase == Phase.Visit));
        Assert.DoesNotContain(shown, e => e.Phase == Phase.Background && e.Date is null);
        Assert.All(shown, e =>
            Assert.True(e.Date is null || (!(e.Date.LatestDay < visit.EarliestDay) && !(e.Date.EarliestDay > visit.LatestDay)))
        );
    }

    [Fact]
    public void AfterAndBefore_FromEveryEvent_StepThroughTheFilteredOnesBothWays()
    {
        var events = Of(Asked.For(("sources", Casebook.Sources[1].Siglum)));
        var walk = new List<int>();
        for (var place = events.After(-1); place >= 0; place = events.After(place))
            walk.Add(place);
        Assert.Equal(events.Visible.Places(), walk);
        Assert.Equal(walk.SkipLast(1), walk.Skip(1).Select(events.Before));
        Assert.Equal(-1, events.Before(walk[0]));
        Assert.Equal(-1, events.Before(-1));
    }

    [Fact]
    public void Zoom_InAndOut_ComesBackToTheWholeStory()
    {
        var query = Query(Asked.For());
        var counts = new List<int>();
        while (Zoom(query).In() is { } closer)
            counts.Add(TimelineEvents.Of(Casebook, query = closer).Count);
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.InRange(counts[^1], 2, 4);
        var steps = 0;
        while (Zoom(query).Out() is { } wider && steps++ < 50)
            query = wider;
        Assert.Equal("timeline", query.Url);
    }

    [Fact]
    public void Zoom_AroundAChosenEvent_KeepsItInSight()
    {
        foreach (var evt in Casebook.Events)
        {
            var query = Query(Asked.For(("event", evt.Slug)));
            while (Zoom(query).In() is { } closer)
                query = closer;
            Assert.True(TimelineEvents.Of(Casebook, query).Visible[Casebook.Events.PlaceOf(evt.Id)], evt.Slug);
        }
    }

    [Fact]
    public void Zoom_Panning_KeepsTheNumberOfEventsAndStopsAtTheEnds()
    {
        var query = Zoom(Query(Asked.For())).In()!;
        var count = TimelineEvents.Of(Casebook, query).Count;
        var steps = 0;
        while (Zoom(query).Later() is { } later && steps++ < 50)
            Assert.Equal(count, TimelineEvents.Of(Casebook, query = later).Count);
        Assert.True(TimelineEvents.Of(Casebook, query).Visible[Casebook.Events.Count - 1]);
        while (Zoom(query).Earlier() is { } earlier && steps++ < 50)
            query = earlier;
        Assert.True(TimelineEvents.Of(Casebook, query).Visible[0]);
        Assert.Null(Zoom(Query(Asked.For())).Later());
    }

    private static TimelineQuery Query(QueryReader address) => TimelineQuery.Read(Casebook, address);

    private static TimelineEvents Of(QueryReader address) => TimelineEvents.Of(Casebook, Query(address));

    private static TimelineZoom Zoom(TimelineQuery query) => new(Casebook, query, TimelineEvents.Of(Casebook, query));
}
