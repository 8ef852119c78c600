using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Domain;
using SummitDashboard.Features.Timeline;
using SummitDashboard.Reading.Timeline;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Features.Timeline;

public sealed class EventDetailTests
{
    private static readonly Casebook Casebook = Repo.Casebook;

    [Fact]
    public void Detail_DatedDifferently_ShowsEveryDateWithItsSource()
    {
        var evt = Casebook.Events[0] with { Mentions = [Mention(0, "2024-06-18"), Mention(1, "2024-06-19")] };
        var detail = Render(evt);
        Assert.Contains("date it differently", detail.Markup, StringComparison.Ordinal);
        Assert.Equal(["18 June 2024", "19 June 2024"], detail.FindAll(".dates li").Select(li => li.TextContent.Split(' ', 2)[1].Trim()));
    }

    [Fact]
    public void Detail_MentionedByNobody_SaysSoOfEverySource()
    {
        var detail = Render(Casebook.Events[0] with { Mentions = [] });
        Assert.Equal(Casebook.Sources.Count, detail.FindAll(".absent li").Count);
        Assert.Empty(detail.FindAll("table"));
    }

    [Fact]
    public void Detail_OfAnEventToCome_TellsSourcesWrittenBeforeFromThoseThatAreSilent()
    {
        var evt = Casebook.Events.First(e =>
            e.Phase == Phase.Visit && Casebook.Sources.Any(s => Before(s, e)) && Casebook.Sources.Any(s => !Before(s, e))
        ) with
        {
            Mentions = [],
        };
        var detail = Render(evt);
        Assert.Equal(
            Casebook.Sources.Count(s => Before(s, evt)),
            detail.FindAll(".absent li").Count(li => li.TextContent.Contains("was written before it", StringComparison.Ordinal))
        );

        static bool Before(Source source, Event e) => source.Against(e, Casebook) == WritingTime.Before;
    }

    [Fact]
    public void Detail_WithVeryManyWords_ShowsAPageOfThem()
    {
        var detail = Render(Casebook.Events[0] with { Mentions = [.. Enumerable.Repeat(Mention(0, null), 130)] });
        Assert.Equal(50, detail.FindAll("tbody tr").Count);
        Assert.Contains("words=2", detail.Find("nav a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Detail_HiddenByTheFilters_SaysSo() =>
        Assert.Contains("Not among the events shown", Render(Casebook.Events[0], isShown: false).Markup, StringComparison.Ordinal);

    private static Mention Mention(int source, string? date) =>
        new(
            Casebook.Sources[source].Id,
            MentionMode.Reported,
            new() { Exact = "words", Paragraph = 1 },
            date is null ? null : Edtf.Parse(date)
        );

    private static IRenderedComponent<EventDetail> Render(Event evt, bool isShown = true)
    {
        var context = new BunitContext();
        context.Services.AddSingleton<MarkdownRenderer>();
        context.AsNobody();
        var query = TimelineQuery.Read(Casebook, Asked.For(("event", evt.Slug)));
        return context.Render<EventDetail>(p =>
            p.Add(d => d.Casebook, Casebook).Add(d => d.Query, query).Add(d => d.Event, evt).Add(d => d.IsShown, isShown)
        );
    }
}
