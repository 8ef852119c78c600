using SummitDashboard.Features.Actors;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Actors;

public sealed class ActorsQueryTests
{
    [Theory, InlineData("0"), InlineData("two"), InlineData("99999999999"), InlineData("<b>"), InlineData("-3")]
    public void Read_Nonsense_FallsBackWithANotice(string value)
    {
        var notices = new List<string>();
        var query = ActorsQuery.Read(Repo.Casebook, null, Asked.For(notices, ("page", value), ("part", value)));
        Assert.Equal((1, 1), (query.People.Page, query.Part));
        Assert.Equal(2, notices.Count);
    }

    [Fact]
    public void Keeps_NothingChosen_TakesNothingAwayHoweverManySources()
    {
        var casebook = new SyntheticCasebook(30, 5, 20, 5).Build();
        var query = ActorsQuery.Read(casebook, null, Asked.For());
        Assert.All(casebook.Sources, s => Assert.True(query.Keeps(s)));
        Assert.False(query.Hides(casebook));
    }

    [Fact]
    public void UrlOf_SomeSourcesLeftIn_CarriesThemToEveryPerson()
    {
        var casebook = Repo.Casebook;
        var query = ActorsQuery.Read(casebook, null, Asked.For(("sources", casebook.Sources[0].Siglum)));
        Assert.True(query.Hides(casebook));
        Assert.Equal($"actors/{casebook.Actors[0].Slug}?sources={casebook.Sources[0].Siglum}", query.UrlOf(casebook.Actors[0]));
        Assert.Equal("actors", query.UrlOf(null, null));
    }
}
