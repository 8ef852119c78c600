using SummitDashboard.Domain;
using SummitDashboard.Features.Timeline;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Timeline;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

/// <summary>What is only known to lie before a day comes before it, wherever events stand in a row.</summary>
public class EventOrderTests
{
    [Theory]
    [InlineData("[..1948]", "1948")]
    [InlineData("../1948", "1948")]
    [InlineData("/1948", "1948-01-01")]
    [InlineData("[..1948-09-09,1950]", "1948-09-09")]
    [InlineData("[..1948]", "../1950")]
    [InlineData("../1948", "1948/..")]
    [InlineData("1948", "../..")]
    [InlineData("[..1948]", "XXXX")]
    [InlineData("XXXX", null)]
    [InlineData("1948", null)]
    public void Events_OpenAtTheStart_ComeBeforeWhatBeginsThen(string earlier, string? later)
    {
        // Named so that the slugs would put them the other way round.
        var (first, second) = (Event("z-first", earlier), Event("a-second", later));
        if (earlier == "XXXX")
            (first, second) = (first with { Slug = "a-first" }, second with { Slug = "z-second" }); // as good as undated
        foreach (var phase in Enum.GetValues<Phase>())
            Assert.Equal(
                [first.Id, second.Id],
                Story(first with { Phase = phase }, second with { Phase = phase }).Events.Select(e => e.Id)
            );
    }

    [Fact]
    public void Lanes_AndTheStretchShown_HaveOpenDatesInTheirPlace()
    {
        var casebook = Story(Event("a-later", "1953"), Event("b-undated", null), Event("c-any", "XXXX"), Event("z-before", "[..1948]"));
        Assert.Equal(["z-before", "a-later", "b-undated", "c-any"], Shown(Asked.For()));
        Assert.Equal(["z-before"], Shown(Asked.For(("to", "1950")), dated: true));
        Assert.Equal(["a-later"], Shown(Asked.For(("from", "1950")), dated: true));
        Assert.Equal(["z-before", "a-later"], Shown(Asked.For(("from", "1940")), dated: true));

        IEnumerable<string> Shown(QueryReader address, bool dated = false)
        {
            var query = TimelineQuery.Read(casebook, address);
            return TimelineLayout
                .Of(casebook, query, TimelineEvents.Of(casebook, query))
                .Slots.Where(s => s.Events > 0)
                .Select(s => casebook.Events[s.First])
                .Where(e => !dated || e.Date is { LatestDay: not null })
                .Select(e => e.Slug);
        }
    }

    [Fact]
    public void StartsIn_APhaseWithOpenStartsOnly_IsNotWithoutDates() =>
        Assert.NotNull(Story(Event("before", "../1948")).EventColumns.StartsIn(Phase.Background));

    private static Event Event(string slug, string? date) =>
        new()
        {
            Id = new(slug),
            Slug = slug,
            Label = slug,
            Phase = Phase.Background,
            Date = date is null ? null : Edtf.Parse(date),
        };

    private static Casebook Story(params Event[] events) => new(1, Repo.Casebook.Head, [], [], events, []);
}
