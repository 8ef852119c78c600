using System.Net;
using AngleSharp.Html.Parser;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Sources;

public sealed class SourcePagesTests(SourcesSite site) : IClassFixture<SourcesSite>
{
    private static readonly HtmlParser Parser = new();

    [Fact]
    public async Task Reader_OnTheMachineItself_ShowsEveryParagraphAsItStands()
    {
        var page = Parser.ParseDocument(await site.Html(site.Reader));
        Assert.Equal(site.Text.Split('\n'), page.QuerySelectorAll(".para .words").Select(p => p.TextContent));
        Assert.Contains(page.QuerySelectorAll(".para mark.cited"), m =>
            site.Quoted.Exact.Contains(m.TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Reader_EveryHighlight_LeadsToANoteAndBack()
    {
        var page = Parser.ParseDocument(await site.Html(site.Reader));
        var links = page.QuerySelectorAll(".words a, .notes a.st, .notes a.does").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, href =>
        {
            Assert.StartsWith(site.Reader + "?at=", href);
            Assert.NotNull(page.GetElementById(href.Split('#')[1]));
        });
    }

    [Fact]
    public async Task Reader_FragmentsThatDoNotStand_AreListedAsOrphaned()
    {
        var page = Parser.ParseDocument(await site.Html(site.Reader));
        Assert.NotEmpty(page.QuerySelectorAll("#orphaned li"));
        Assert.NotEmpty(page.QuerySelectorAll(".notes .orphan"));
        Assert.Matches(
            "no longer match(es)? it and (is|are) listed in the reader",
            Parser.ParseDocument(await site.Html(Urls.Source(site.Source))).Body!.TextContent
        );
    }

    public static TheoryData<string, string> Strangers() =>
        new()
        {
            { "Host", "example.org" },
            { "X-Forwarded-For", "203.0.113.9" },
            { "X-Real-IP", "203.0.113.9" },
            { "Forwarded", "for=203.0.113.9" },
            { "Via", "1.1 proxy" },
        };

    [Theory, MemberData(nameof(Strangers))]
    public async Task EveryPage_NotOnTheMachineItself_HoldsNothingOfTheArticle(string header, string value)
    {
        foreach (var path in new[] { site.Reader, Urls.Source(site.Source), Urls.Sources, site.Reader + "?show=none", Urls.Overview })
        {
            var html = await site.Html(path, r => r.Headers.TryAddWithoutValidation(header, value));
            Assert.DoesNotContain(SourcesSite.Secret, html);
            Assert.Contains("<h1", html);
        }
        Assert.Contains("and on the machine itself", await site.Html(site.Reader, r => r.Headers.TryAddWithoutValidation(header, value)));
    }

    [Fact]
    public async Task Reader_WithoutTheArticle_ShowsGistsAndHowToAddIt()
    {
        var source = site.App.Casebook.Sources[^1];
        var html = await site.Html(Urls.Reader(source));
        var page = Parser.ParseDocument(html);
        Assert.Contains(source.Article.Sha256, html);
        Assert.Equal(source.Paragraphs.Select(p => $"p{p.Number}"), page.QuerySelectorAll(".para").Select(p => p.Id));
        Assert.All(source.Paragraphs, p => Assert.Contains(p.Gist, page.GetElementById($"p{p.Number}")!.TextContent));
    }

    [Fact]
    public async Task Reader_FiltersInTheAddress_AreFollowed()
    {
        var page = Parser.ParseDocument(await site.Html(site.Reader + "?show=events"));
        Assert.NotEmpty(page.QuerySelectorAll(".notes .event"));
        Assert.Empty(page.QuerySelectorAll(".notes .claim, .notes .person"));
        Assert.NotNull(page.QuerySelector(".paras.no-hedges.no-loaded"));
    }

    [Fact]
    public async Task Sources_AreAllThereInWritingOrder()
    {
        var page = Parser.ParseDocument(await site.Html(Urls.Sources));
        Assert.Equal(site.App.Casebook.Sources.Select(s => s.Slug), page.QuerySelectorAll("tbody tr").Select(r => r.Id));
        Assert.Equal(
            site.App.Casebook.Sources.Count(s => s.Published is null),
            page.QuerySelectorAll("td[data-label=Published] .unknown").Length
        );
    }

    [Fact]
    public async Task Source_UnknownFacts_AreSaid()
    {
        var source = site.App.Casebook.Sources[0];
        var page = Parser.ParseDocument(await site.Html(Urls.Source(source)));
        var unknown = new[]
        {
            source.Title,
            source.Byline,
            source.Publisher,
            source.Published,
            source.Language,
            source.Url,
            source.ArchivedUrl,
            source.Retrieved,
        }.Count(f => f is null);
        Assert.Equal(unknown, page.QuerySelectorAll(".facts .unknown").Length);
        Assert.Contains(WebUtility.HtmlDecode(source.Article.Sha256), page.Body!.TextContent);
        Assert.All(site.App.Casebook.Claims, c => Assert.NotEmpty(page.QuerySelectorAll($"a[href='{Urls.Telling(c, source)}']")));
    }

    [Theory]
    [InlineData("/sources/no-such-source"), InlineData("/sources/no-such-source/text"), InlineData("/sources/%3Cscript%3E")]
    public async Task UnknownSource_IsSaidWithTheWayBack(string path)
    {
        var page = Parser.ParseDocument(await site.Html(path));
        Assert.Equal("Not in this casebook", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector($"main a[href='{Urls.Sources}']"));
    }

    [Theory, InlineData("/new/banana", "banana"), InlineData("/edit/banana/none", "none"), InlineData("/edit/claim/none", "none")]
    public async Task UnknownItem_ToBeEdited_IsSaidByWhatWasAskedFor(string path, string asked)
    {
        var page = Parser.ParseDocument(await site.Html(path));
        Assert.Contains($"“{asked}” here", page.QuerySelector("p.lede")!.TextContent);
    }
}
