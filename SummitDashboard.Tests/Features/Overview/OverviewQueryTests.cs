using SummitDashboard.Features.Overview;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Overview;

public sealed class OverviewQueryTests
{
    [Fact]
    public void Read_NothingSaid_ShowsAllSourcesAndNoNotice()
    {
        var notices = new List<string>();
        var query = OverviewQuery.Read(Repo.Casebook, Asked.For(notices));
        Assert.Equal("", query.ToUrl());
        Assert.Equal(Repo.Casebook.Claims.Select(c => c.Slug), query.Rows(Repo.Casebook).Select(c => c.Slug));
        Assert.Empty(notices);
    }

    [
        Theory,
        InlineData("page", "0"),
        InlineData("page", "-1"),
        InlineData("page", "99999999999999999999"),
        InlineData("page", "<script>"),
        InlineData("page", "1.0"),
        InlineData("sources", "<script>"),
        InlineData("sources", "zz,,;'--")
    ]
    public void Read_Nonsense_FallsBackWithANotice(string name, string value)
    {
        var notices = new List<string>();
        var query = OverviewQuery.Read(Repo.Casebook, Asked.For(notices, (name, value)));
        Assert.Equal("", query.ToUrl());
        Assert.Single(notices);
    }

    [Fact]
    public void Rows_ManyClaims_FillPagesWithoutGapOrOverlap()
    {
        var casebook = new SyntheticCasebook(3, 250, 500, 10).Build();
        var first = OverviewQuery.Read(casebook, Asked.For());
        var rows = Enumerable
            .Range(1, first.Claims.Pages)
            .SelectMany(p => OverviewQuery.Read(casebook, Asked.For(("page", p.ToString()))).Rows(casebook))
            .ToList();
        Assert.Equal(casebook.Claims.Select(c => c.Id), rows.Select(c => c.Id));
        Assert.True(first.Rows(casebook).Count <= OverviewQuery.PageSize);
    }

    [Fact]
    public void ToUrl_ChosenSourcesAndPage_ReadsBackTheSame()
    {
        var casebook = new SyntheticCasebook(3, 250, 500, 10).Build();
        var query = OverviewQuery.Read(casebook, Asked.For(("sources", casebook.Sources[1].Siglum), ("page", "2")));
        Assert.Equal(query.ToUrl(), OverviewQuery.Read(casebook, new(query.ToUrl(), [])).ToUrl());
        Assert.Equal(2, query.Claims.Page);
    }
}
