using SummitDashboard.Domain;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Claims;

public sealed class AsOfDayTests
{
    [Theory]
    [InlineData("2024-06-18")]
    [InlineData("0001-01-01")]
    [InlineData("-0044-03-15")]
    [InlineData("0000-02-29")]
    public void Write_DayRead_IsTheSame(string text)
    {
        List<string> notices = [];
        Assert.Equal(text, AsOfDay.Write(AsOfDay.Read(Asked.For(notices, ("asOf", text)))!.Value));
        Assert.Empty(notices);
    }

    [Theory]
    [InlineData("2024-06")]
    [InlineData("2024-06-18/2024-06-19")]
    [InlineData("Y170000002")]
    [InlineData("yesterday")]
    public void Read_NotADay_IsNoneAndSaysSo(string text)
    {
        List<string> notices = [];
        Assert.Null(AsOfDay.Read(Asked.For(notices, ("asOf", text))));
        Assert.Single(notices);
    }

    [Fact]
    public void Offered_Days_AreTheVisitsAndTheSourcesBounds()
    {
        var casebook = Repo.Casebook;
        var offered = AsOfDay.Offered(casebook, casebook.Sources);
        Assert.Equal(offered.Order().Distinct(), offered);
        Assert.Contains(casebook.Head.Visit!.EarliestDay!.Value, offered);
        Assert.Contains(casebook.Head.Visit!.LatestDay!.Value, offered);
        Assert.All(casebook.Sources, s => Assert.True(s.Written?.Date.LatestDay is not { } day || offered.Contains(day)));
    }

    [Theory]
    [InlineData(
        "2024-06-18",
        "Br and Tu were written; Ye may or may not have been (written 18 or 19 June 2024); Al and Wy were not written yet."
    )]
    [InlineData(
        "2024-06-17",
        "Br and Tu may or may not have been (written between 1 March and 18 June 2024); Ye, Al and Wy were not written yet."
    )]
    [InlineData("2024-06-20", "Br, Tu, Ye and Al were written; Wy may or may not have been (written 19 June 2024 or later).")]
    public void ExistedByName_DayWithinAnInterval_SaysThatTheSourceMayNotHaveExisted(string day, string expected) =>
        Assert.Equal(expected, ClaimLabels.ExistedByName([.. Repo.Casebook.Sources], AsOfDay.Read(Asked.For(("asOf", day)))!.Value));

    [Fact]
    public void Offered_LongVisit_OffersItsEndsOnly()
    {
        var book = new SyntheticCasebook(0, 0, 0, 0).Build();
        var long_ = new Casebook(1, book.Head with { Visit = Edtf.Parse("1900/2000") }, [], [], [], []);
        Assert.Equal(2, AsOfDay.Offered(long_, []).Count);
    }
}
