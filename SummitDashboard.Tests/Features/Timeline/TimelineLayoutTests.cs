using System.Globalization;
using System.Text.RegularExpressions;
using SummitDashboard.Domain;
using SummitDashboard.Features.Timeline;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Timeline;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Timeline;

public sealed partial class TimelineLayoutTests
{
    [Fact]
    public void Of_TheShippedCasebook_GivesEveryEventItsOwnColumn()
    {
        var casebook = Repo.Casebook;
        var layout = Layout(casebook, Asked.For());
        Assert.Equal(Enumerable.Range(0, casebook.Events.Count), layout.Slots.Select(s => s.First));
        Assert.Equal(Enum.GetValues<Phase>(), layout.Zones.Select(z => z.Phase));
        foreach (var lane in layout.Lanes)
            Assert.Equal(
                casebook.Events.Where(e => e.Mentions.Any(m => m.Source == lane.Source.Id)),
                lane.Marks.Select(m => casebook.Events[layout.Slots[m.Column].First])
            );
    }

    [Theory]
    [
        InlineData(0, 5),
        InlineData(1, 5),
        InlineData(48, 5),
        InlineData(49, 5),
        InlineData(400, 8),
        InlineData(5000, 8),
        InlineData(5000, 40)
    ]
    public void Of_AnyNumberOfEvents_StaysWithinTheMarksAndLosesNone(int events, int sources)
    {
        var casebook = Invented.Casebook(events, sources);
        var layout = Layout(casebook, Asked.For());
        Assert.True(layout.Slots.Count(s => s.Events > 0) + layout.Lanes.Sum(l => l.Marks.Count) <= TimelineLayout.MostMarks);
        Assert.Equal(events, layout.Slots.Sum(s => s.Events));
        var held = layout.Slots.Where(s => s.Events > 0).ToList();
        Assert.All(held.Zip(held.Skip(1)), p => Assert.True(p.First.Last < p.Second.First));
        Assert.All(held, s => Assert.Equal(s.Phase, casebook.Events[s.First].Phase));
        foreach (var lane in layout.Lanes)
            Assert.Equal(casebook.EventColumns.MentionedBy(lane.Source.Id).Count(), lane.Marks.Sum(m => m.Events));
    }

    [Fact]
    public void Of_ACluster_ZoomsToJustItsEvents()
    {
        var casebook = Invented.Casebook(3000);
        var query = TimelineQuery.Read(casebook, Asked.For(("theme", "the-trade")));
        var layout = Layout(casebook, Asked.For(("theme", "the-trade")));
        var zoom = new TimelineZoom(casebook, query, TimelineEvents.Of(casebook, query));
        foreach (var slot in layout.Slots.Where(s => s.IsCluster).Take(5))
        {
            var inside = TimelineEvents.Of(casebook, zoom.Between(slot.First, slot.Last));
            Assert.Equal(slot.Events, inside.Count);
        }
    }

    [Fact]
    public void Of_APhaseThatTheFilterEmpties_KeepsItsZone()
    {
        var casebook = Repo.Casebook;
        var actor = casebook.Actors.First(a => casebook.EventsByActor[a.Id].Select(e => e.Phase).Distinct().Count() is 1 or 2);
        var layout = Layout(casebook, Asked.For(("actor", actor.Slug)));
        Assert.Equal(4, layout.Zones.Count);
        Assert.Contains(layout.Slots, s => s.Events == 0);
    }

    [Theory]
    [InlineData(3), InlineData(17), InlineData(43), InlineData(900)]
    public void Labels_UnderEveryPlan_NeverOverlap(int events)
    {
        var casebook = Invented.Casebook(events);
        var layout = Layout(casebook, Asked.For());
        var plan = new LabelPlan(
            layout,
            [.. layout.Slots.Select((_, i) => ("", "A label of " + new string('w', i * 7 % 23) + " some words and more of them"))]
        );
        foreach (var name in "abcd")
        {
            var boxes = layout.Slots.Select((_, column) => Box(plan.StyleOf(column), name)).ToList();
            Assert.All(boxes, b => Assert.True(b.End > b.Start && b.End <= layout.Slots.Count + 2));
            foreach (var row in boxes.GroupBy(b => b.Row))
                Assert.All(row.Zip(row.Skip(1)), p => Assert.True(p.First.End <= p.Second.Start));
        }
    }

    [Fact]
    public void Written_OfTheShippedSources_AgreesWithWhatTheirWordsTreatAsPastAndToCome()
    {
        var casebook = Repo.Casebook;
        var layout = Layout(casebook, Asked.For());
        foreach (var lane in layout.Lanes)
        {
            var span = Assert.IsType<WritingSpan>(lane.Written);
            Assert.InRange(span.Start, 0, span.End);
            if (lane.Source.Written!.Before is { } later)
                Assert.True(span.End <= casebook.Events.PlaceOf(later));
            if (lane.Source.Written!.After is { } past)
                Assert.True(span.Start > casebook.Events.PlaceOf(past));
            Assert.Equal(lane.Source.Published is { Basis: Basis.Given }, span.Printed);
        }
    }

    [Fact]
    public void Written_WhereAFilterLeavesItsEventsOut_StaysOnItsSideOfTheVisit()
    {
        var casebook = Repo.Casebook;
        foreach (var actor in casebook.Actors)
        {
            var layout = Layout(casebook, Asked.For(("actor", actor.Slug)));
            var visit = layout.Zones.Single(z => z.Phase == Phase.Visit);
            foreach (var lane in layout.Lanes)
                if (lane.Source.AgainstVisit(casebook) == WritingTime.Before)
                    Assert.True(lane.Written!.End <= visit.Start, $"{lane.Source.Siglum}, {actor.Slug}");
                else
                    Assert.True(lane.Written!.Start >= visit.Start, $"{lane.Source.Siglum}, {actor.Slug}");
        }
    }

    [Fact]
    public void Written_OutsideTheStretchShown_IsSaidAndNotDrawnInIt()
    {
        var casebook = Repo.Casebook;
        var end = casebook.Events.Last(e => e.Phase == Phase.Before);
        var lanes = Layout(casebook, Asked.For(("to", end.Slug))).Lanes;
        Assert.All(lanes.Where(l => l.Source.Written!.Date.EarliestDay > casebook.Head.Visit!.LatestDay), l =>
            Assert.Equal(WritingSide.Later, l.Written!.Side)
        );
        Assert.Contains(lanes, l => l.Written!.Side == WritingSide.Later && l.Written.Printed);
        Assert.All(lanes.Where(l => l.Written!.Side == WritingSide.Shown), l =>
            Assert.True(l.Written!.End <= Layout(casebook, Asked.For(("to", end.Slug))).Slots.Count)
        );

        var after = Layout(casebook, Asked.For(("phase", "aftermath"))).Lanes;
        Assert.All(after.Where(l => l.Source.AgainstVisit(casebook) == WritingTime.Before), l =>
            Assert.Equal(WritingSide.Earlier, l.Written!.Side)
        );
        Assert.All(Layout(casebook, Asked.For()).Lanes, l => Assert.Equal(WritingSide.Shown, l.Written!.Side));
    }

    [Fact]
    public void WrittenWords_OfASourceThatLooksBackAndAhead_NameBothEvents()
    {
        var casebook = Repo.Casebook;
        var source = casebook.Sources.First(s => s.Written is { Before: not null, After: not null });
        var words = TimelineLabels.Written(casebook, source);
        Assert.Contains($"look back on “{casebook.Events[source.Written!.After!.Value].Label}”", words, StringComparison.Ordinal);
        Assert.Contains($"expect “{casebook.Events[source.Written!.Before!.Value].Label}”", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Written_OfASourceWithoutADate_IsUnknown() =>
        Assert.All(Layout(Invented.Casebook(10), Asked.For()).Lanes, l => Assert.Null(l.Written));

    private static TimelineLayout Layout(Casebook casebook, QueryReader address)
    {
        var query = TimelineQuery.Read(casebook, address);
        return TimelineLayout.Of(casebook, query, TimelineEvents.Of(casebook, query));
    }

    private static (int Start, int End, int Row) Box(string style, char plan)
    {
        int At(string name) =>
            int.Parse(Property().Matches(style).First(m => m.Groups[1].Value == name).Groups[2].Value, CultureInfo.InvariantCulture);
        return (At("i"), At(plan + "e"), At(plan.ToString()));
    }

    [GeneratedRegex(@"--(\w+):(\d+)")]
    private static partial Regex Property();
}
