using SummitDashboard.Domain;
using SummitDashboard.Features.Timeline;
using SummitDashboard.Reading.Timeline;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Timeline;

public sealed class TimelineQueryTests
{
    private readonly List<string> notices = [];

    [Fact]
    public void Url_OfEveryPart_ReadsBackAsTheSame()
    {
        var casebook = Repo.Casebook;
        var query = Read(
            new(
                casebook.Events[3].Slug,
                $"{casebook.Sources[0].Siglum},{casebook.Sources[2].Siglum}",
                casebook.Actors[0].Slug,
                casebook.Head.Themes[0].Key,
                "visit",
                "2024-06-18",
                casebook.Events[^1].Slug,
                "list",
                "2",
                "3"
            )
        );
        Assert.Empty(notices);
        var again = Read(Parse(query.Url));
        Assert.Equal(query.Url, again.Url);
        Assert.Equal(query with { Shown = again.Shown }, again);
        Assert.Equal(query.Shown.Sources, again.Shown.Sources);
    }

    [Fact]
    public void Url_OfNothing_IsTheBareRoute() => Assert.Equal("timeline", Read(new()).Url);

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
        var query = Read(new(value, value, value, value, value, value, value, value, value, value));
        Assert.Equal("timeline", query.Url);
        Assert.Equal(10, notices.Count);
    }

    [Fact]
    public void Read_HugeValues_AreNotRepeatedWhole()
    {
        var huge = new string('x', 100_000);
        Read(new(huge, null, huge, huge, huge, huge, huge, huge, huge, huge));
        Assert.All(notices, n => Assert.True(n.Length < 200));
    }

    [Fact]
    public void Read_AStartAfterTheEnd_ShowsTheWholeStory()
    {
        var query = Read(new(From: "2024-06-19", To: "2024-06-18"));
        Assert.False(query.IsZoomed);
        Assert.Single(notices);
    }

    [Fact]
    public void Read_AnOpenStart_SaysThatItHasNoDay()
    {
        Assert.Null(Read(new(From: "../2024")).From);
        Assert.Contains("no first day", Assert.Single(notices), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ASlugAsBound_GoesByItsPlaceInTheStory()
    {
        var evt = Repo.Casebook.Events[7];
        Assert.Equal(7, Read(new(From: evt.Slug)).From?.Place);
    }

    [Fact]
    public void UrlCleared_OfAFilteredState_KeepsTheEventAlone()
    {
        var evt = Repo.Casebook.Events[2];
        var query = Read(new(evt.Slug, Repo.Casebook.Sources[0].Siglum, Repo.Casebook.Actors[0].Slug, null, "visit", "2024"));
        Assert.Equal($"timeline?event={evt.Slug}", query.UrlCleared);
    }

    private TimelineQuery Read(TimelineAddress address) => TimelineQuery.Read(Repo.Casebook, address, notices);

    private static TimelineAddress Parse(string url)
    {
        var q = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url[url.IndexOf('?', StringComparison.Ordinal)..]);
        string? At(string name) => q.TryGetValue(name, out var v) ? v.ToString() : null;
        return new(
            At("event"),
            At("sources"),
            At("actor"),
            At("theme"),
            At("phase"),
            At("from"),
            At("to"),
            At("view"),
            At("page"),
            At("words")
        );
    }
}
