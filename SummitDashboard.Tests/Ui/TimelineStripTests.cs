using Bunit;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Features.Timeline;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Ui;

public sealed class TimelineStripTests
{
    [Fact]
    public void Strip_OfTheShippedCasebook_LinksEveryEventInItsZone()
    {
        var strip = Render(Repo.Casebook);
        Assert.Equal(Repo.Casebook.Events.Select(Urls.Event), strip.FindAll("li a").Select(a => a.GetAttribute("href")));
        Assert.Equal(Repo.Casebook.Head.Phases.Count, strip.FindAll("section").Count);
    }

    [Fact]
    public void Strip_OfVeryMany_CountsThem()
    {
        var casebook = Invented.Casebook(500);
        var strip = Render(casebook);
        Assert.Empty(strip.FindAll("li"));
        Assert.Contains(
            Labels.Count(casebook.EventColumns.ByPhase[(int)Phase.Visit].Count(), "event"),
            strip.Markup,
            StringComparison.Ordinal
        );
    }

    private static IRenderedComponent<TimelineStrip> Render(Casebook casebook)
    {
        var context = new BunitContext();
        return context.Render<TimelineStrip>(p => p.Add(s => s.Casebook, casebook).Add(s => s.Shown, ShownSources.Default(casebook)));
    }
}
