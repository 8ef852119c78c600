using SummitDashboard.Reading;
using SummitDashboard.Tests.Features.Sources;

namespace SummitDashboard.Tests.Features.Editing;

/// <summary>Who is proposed something at the desk.</summary>
public sealed class ProposalPagesTests(SourcesSite site) : IClassFixture<SourcesSite>
{
    [Fact]
    public async Task Desk_ForWhoMayNotCode_ProposesNothing()
    {
        var html = await site.Html(Urls.Code(site.App.Casebook.Claims[0], site.Source));
        Assert.Contains(site.Source.Name, html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"proposals\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("mark-proposals", html, StringComparison.Ordinal);
    }
}
