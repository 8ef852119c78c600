using System.Net;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Timeline;

/// <summary>The page as the first response brings it, before any script.</summary>
public sealed class TimelinePageTests(TimelinePageTests.Site site) : IClassFixture<TimelinePageTests.Site>
{
    public sealed class Site : IDisposable
    {
        public TestApp App { get; } = TestApp.With();

        public void Dispose() => App.Dispose();
    }

    [Fact]
    public async Task Page_Bare_HasEveryEventAndALaneForEverySource()
    {
        var html = await Get("/timeline");
        Assert.All(site.App.Casebook.Events, e => Assert.Contains(e.Label, html, StringComparison.Ordinal));
        Assert.All(site.App.Casebook.Sources, s => Assert.Contains($"aria-label=\"{s.Name}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_WithEveryEventChosen_ShowsEverySourcesWords()
    {
        foreach (var evt in site.App.Casebook.Events)
        {
            var html = await Get(Urls.Event(evt));
            Assert.Contains("<title>" + evt.Label, html, StringComparison.Ordinal);
            Assert.All(evt.Mentions, m => Assert.Contains($"#p{m.Quotation.Paragraph}", html, StringComparison.Ordinal));
            Assert.All(evt.Actors, a => Assert.Contains(Urls.Actor(site.App.Casebook.Actors[a]), html, StringComparison.Ordinal));
            Assert.All(evt.Claims, c => Assert.Contains(Urls.Claim(site.App.Casebook.Claims[c]), html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task List_OfTheSame_HasTheEventsInStoryOrder()
    {
        var html = await Get("/timeline?view=list");
        Assert.DoesNotContain("class=\"tl ", html, StringComparison.Ordinal);
        var at = site.App.Casebook.Events.Select(e => html.IndexOf($">{e.Label}</a>", StringComparison.Ordinal)).ToList();
        Assert.All(at, a => Assert.True(a > 0));
        Assert.Equal(at.Order(), at);
    }

    [Theory]
    [InlineData("?event=x&sources=x&actor=x&theme=x&phase=x&from=x&to=x&view=x&page=x&words=x")]
    [InlineData("?event=a&event=b&sources=,,,&from=..&page=0")]
    [InlineData("?from=%00%FF&to=%F0%9F%98%80&event=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("?phase=visit&from=1800&to=1801")]
    public async Task Page_WithHostileValues_AnswersWithSentences(string query)
    {
        var html = await Raw("/timeline" + query);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be shown", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithNothingLeft_SaysSoAndOffersTheWayBack()
    {
        var html = await Get("/timeline?phase=visit&from=1800&to=1801");
        Assert.Contains("No event passes these filters", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ZoomedByEvents_LeavesTheDateFieldsForDates()
    {
        var events = site.App.Casebook.Events;
        var html = await Get($"/timeline?from={events[2].Slug}&to={events[9].Slug}");
        Assert.Contains($"type=\"hidden\" name=\"from\" value=\"{events[2].Slug}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"type=\"text\" name=\"from\" value=\"{events[2].Slug}\"", html, StringComparison.Ordinal);
        Assert.Contains($"Do not end at “{events[9].Label}”", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithADateTypedOverAnEvent_GoesByTheDate()
    {
        var slug = site.App.Casebook.Events[2].Slug;
        Assert.Contains(
            "name=\"from\" value=\"2024-06-18\"",
            await Get($"/timeline?from=2024-06-18&from={slug}"),
            StringComparison.Ordinal
        );
        Assert.Contains($"name=\"from\" value=\"{slug}\"", await Get($"/timeline?from=&from={slug}"), StringComparison.Ordinal);
    }

    private async Task<string> Get(string path) => WebUtility.HtmlDecode(await Raw(path));

    private async Task<string> Raw(string path)
    {
        using var client = new HttpClient();
        var response = await client.GetAsync(site.App.Address + path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
