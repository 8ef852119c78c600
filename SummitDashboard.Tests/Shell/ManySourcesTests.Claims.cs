using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Talks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

public sealed partial class ManySourcesTests
{
    [Theory, MemberData(nameof(Counts))]
    public async Task HeadToHead_OfAnyTwo_ShowsThem(int count)
    {
        var site = sites.With(count);
        var (first, last) = (site.Casebook.Sources[0], site.Casebook.Sources[^1]);
        var page = await Page(site, $"claims/claim-0?view=head&sources={first.Siglum},{last.Siglum}");
        Assert.Equal(new[] { first.Siglum, last.Siglum }.Distinct(), page.QuerySelectorAll(".tell thead .key").Select(e => e.TextContent));
        foreach (var choice in page.QuerySelectorAll(".pair label"))
            Assert.True(choice.QuerySelector("input") is not null || choice.QuerySelectorAll("option").Length == count);
    }

    /// <summary>A cell of the matrix leads to a page on which its source stands, whichever stretch that is.</summary>
    [Theory, MemberData(nameof(Counts))]
    public async Task Cell_OfTheLastSource_LeadsToItsColumn(int count)
    {
        var site = sites.With(count);
        var last = site.Casebook.Sources[^1];
        var page = await Page(site, $"claims?view=matrix&cols={last.Siglum}");
        Assert.Contains(last.Siglum, page.QuerySelectorAll(".mx thead .key").Select(e => e.TextContent));
        var cell = page.QuerySelectorAll($".mx tbody a[href$='#{last.Slug}']")[0].GetAttribute("href")!;
        Assert.NotNull((await Page(site, cell.Split('#')[0])).QuerySelector($".tell thead #{last.Slug}"));
    }

    [Theory, MemberData(nameof(Counts))]
    public async Task Stage_OfAClaim_LetsEverySourceSpeakThatTellsIt(int count)
    {
        var site = sites.With(count);
        var casebook = site.Casebook;
        var stop = Improvised.StopOf(casebook, casebook.Claims[0], ShownSources.Default(casebook));
        var stage = await Browser.GetStringAsync(
            site.Address + Improvised.Url([casebook.Claims[0]], ShownSources.Default(casebook)),
            TestContext.Current.CancellationToken
        );
        // What will be revealed lies in the page as data.
        var speaking = stop.Sources.Select(id => casebook.Sources[id].Siglum).Order().ToList();
        Assert.Equal(speaking, Speaking(stage));
        // And so in its file.
        Assert.Equal(
            speaking,
            Speaking(
                await Browser.GetStringAsync(
                    site.Address + Urls.TalkExport(Talk.Improvised, "html") + "?stops=claim.claim-0",
                    TestContext.Current.CancellationToken
                )
            )
        );
    }

    /// <summary>On paper nobody can step on: there every source has room, if on several sheets.</summary>
    [Theory, MemberData(nameof(Counts))]
    public async Task Print_OfAClaim_HasEverySourceThatTellsIt(int count)
    {
        var site = sites.With(count);
        var stop = Improvised.StopOf(site.Casebook, site.Casebook.Claims[0], ShownSources.Default(site.Casebook));
        var stage = Improvised.Url([site.Casebook.Claims[0]], ShownSources.Default(site.Casebook));
        var page = await Page(site, stage.Replace("/1?", "/print?"));
        Assert.Equal(
            stop.Sources.Select(id => site.Casebook.Sources[id].Siglum),
            page.QuerySelectorAll(".sheet .who .key").Select(e => e.TextContent)
        );
        Assert.All(page.QuerySelectorAll(".sheet"), s => Assert.InRange(s.QuerySelectorAll(".say").Length, 1, 9));
        if (stop.Sources.Count > 9)
            Assert.Equal($"sources 1 to 9 of {stop.Sources.Count}", page.QuerySelector(".sheet .run")?.TextContent);
    }

    private static IEnumerable<string> Speaking(string html) =>
        Who()
            .Matches(
                html.Replace("&quot;", "\"").Replace("\\u003C", "<").Replace("\\u003E", ">").Replace("\\u0022", "\"").Replace("\\\"", "\"")
            )
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .Order();
}
