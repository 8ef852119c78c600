using SummitDashboard.Domain;
using SummitDashboard.Reading.Timeline;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Timeline;

public sealed class TimelineQueryTests
{
    private static readonly string[] Names = ["event", "sources", "actor", "theme", "phase", "from", "to", "view", "page", "words"];

    private readonly List<string> notices = [];

    [Fact]
    public void Url_OfEveryPart_ReadsBackAsTheSame()
    {
        var casebook = Repo.Casebook;
        var query = Read(
            ("event", casebook.Events[3].Slug),
            ("sources", $"{casebook.Sources[0].Siglum},{casebook.Sources[2].Siglum}"),
            ("actor", casebook.Actors[0].Slug),
            ("theme", casebook.Head.Themes[0].Key),
            ("phase", "visit"),
            ("from", "2024-06-18"),
            ("to", casebook.Events[^1].Slug),
            ("view", "list"),
            ("page", "2"),
            ("words", "3")
        );
        Assert.Empty(notices);
        var again = TimelineQuery.Read(casebook, new(query.Url, notices));
        Assert.Equal(query.Url, again.Url);
        Assert.Equal(query with { Shown = again.Shown }, again);
        Assert.Equal(query.Shown.Sources, again.Shown.Sources);
    }

    [Fact]
    public void Url_OfNothing_IsTheBareRoute() => Assert.Equal("timeline", Read().Url);

    [Theory]
    [
        InlineData("no-such"),
        InlineData("<script>"),
        InlineData("2024-13-45"),
        InlineData("'; drop table"),
        InlineData("-1"),
        InlineData("99999999999999999999")
    ]
    public void Read_ValuesThatMeanNothing_AreLeftOutAndSaid(string value)
    {
        var query = Read([.. Names.Select(n => (n, (string?)value))]);
        Assert.Equal("timeline", query.Url);
        Assert.Equal(10, notices.Count);
    }

    [Fact]
    public void Read_HugeValues_AreNotRepeatedWhole()
    {
        var huge = new string('x', 100_000);
        Read([.. Names.Where(n => n != "sources").Select(n => (n, (string?)huge))]);
        Assert.All(notices, n => Assert.True(n.Length < 200));
    }

    [Fact]
    public void Read_AStartAfterTheEnd_ShowsTheWholeStory()
    {
        var query = Read(("from", "2024-06-19"), ("to", "2024-06-18"));
        Assert.False(query.IsZoomed);
        Assert.Single(notices);
    }

    [Fact]
    public void Read_AnOpenStart_SaysThatItHasNoDay()
    {
        Assert.Null(Read(("from", "../2024")).From);
        Assert.Contains("no first day", Assert.Single(notices), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ASlugAsBound_GoesByItsPlaceInTheStory()
    {
        var evt = Repo.Casebook.Events[7];
        Assert.Equal(7, Read(("from", evt.Slug)).From?.Place);
    }

    [Fact]
    public void UrlCleared_OfAFilteredState_KeepsTheEventAlone()
    {
        var evt = Repo.Casebook.Events[2];
        var query = Read(
            ("event", evt.Slug),
            ("sources", Repo.Casebook.Sources[0].Siglum),
            ("actor", Repo.Casebook.Actors[0].Slug),
            ("phase", "visit"),
            ("from", "2024")
        );
        Assert.Equal($"timeline?event={evt.Slug}", query.UrlCleared);
    }

    private TimelineQuery Read(params ReadOnlySpan<(string Name, string? Value)> values) =>
        TimelineQuery.Read(Repo.Casebook, Asked.For(notices, values));
}
