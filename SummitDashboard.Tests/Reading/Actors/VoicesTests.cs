using SummitDashboard.Domain;
using SummitDashboard.Reading.Actors;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Actors;

public sealed class VoicesTests
{
    private static readonly Casebook Shipped = Repo.Casebook;

    [Fact]
    public void Among_AllSources_LosesNobody() => Assert.All(Voices.Of(Shipped).All, v => Assert.Equal(Presence.Heard, v.Among(_ => true)));

    [Fact]
    public void NotCoded_SourceInWhichNobodyIsCoded_IsSaidAndNotCountedAsAbsence()
    {
        var added = Shipped.Sources[0] with { Id = new("new"), Slug = "new", Siglum = "Nw", Article = Article.Unknown, Colour = null };
        var voices = Voices.Of(Shipped.With(Shipped.Revision + 1, [new ItemChange(null, added)]));
        Assert.Equal([added.Id], voices.NotCoded.Select(s => s.Id));
        Assert.Equal("of the five sources coded", voices.Among);
        Assert.StartsWith("No person is coded in Nw", voices.NotCodedYet, StringComparison.Ordinal);
        Assert.Equal("source", Voices.Of(Shipped).Among);
        Assert.Empty(Voices.Of(Shipped).NotCodedYet);
        Assert.Empty(voices.Left(s => s.Id != added.Id).NotCoded);
    }

    [Fact]
    public void Among_NoSource_LosesEverybody() =>
        Assert.All(Voices.Of(Shipped).All, v => Assert.Equal(Presence.Gone, v.Among(_ => false)));

    [Fact]
    public void Among_OnlySourceTakenAway_IsGoneAndAnyOtherTakenAwayIsNot()
    {
        foreach (var voice in Voices.Of(Shipped).All.Where(v => v.Only is not null))
        foreach (var source in Shipped.Sources)
            Assert.Equal(source == voice.Only, voice.Among(s => s != source) == Presence.Gone);
    }

    [Fact]
    public void Among_NamedButNeverQuoted_IsNotUnquoted()
    {
        var voice = Voice((true, false), (false, false));
        Assert.Equal(Presence.Heard, voice.Among(s => s.Slug == "s0"));
        Assert.Equal(Presence.Silenced, voice.Among(s => s.Slug == "s1"));
    }

    [Fact]
    public void Among_QuotedInOneAndParaphrasedInAnother_IsUnquotedWithoutTheFirst() =>
        Assert.Equal(Presence.Unquoted, Voice((true, true), (true, false)).Among(s => s.Slug == "s1"));

    [Fact]
    public void Left_EachSourceHiddenInTurn_LeavesOutTheGoneAndCountsTheRest()
    {
        var voices = Voices.Of(Shipped);
        foreach (var hidden in Shipped.Sources)
        {
            var left = voices.Left(s => s != hidden);
            Assert.Equal(voices.All.Where(v => v.Only != hidden).Select(v => v.Actor.Id), left.All.Select(v => v.Actor.Id));
            Assert.All(left.All, v => Assert.Equal(voices[v.Actor].Named - (voices[v.Actor].In(hidden)?.Count ?? 0), v.Named));
            Assert.Equal(left.All.Count(v => v.Sources.Count == 1), left.InOneOnly);
        }
    }

    [Fact]
    public void Of_SameSnapshot_IsWorkedOutOnce() => Assert.Same(Voices.Of(Shipped), Voices.Of(Shipped));

    private static Voice Voice(params (bool Speaks, bool Quoted)[] sources) =>
        new(
            new Actor
            {
                Id = new("a"),
                Slug = "a",
                Name = "A",
                Order = 1,
            },
            [
                .. sources.Select(
                    (s, i) =>
                        new VoiceIn(
                            new Source
                            {
                                Id = new($"s{i}"),
                                Slug = $"s{i}",
                                Siglum = $"S{i}",
                                Name = "S",
                                Order = i,
                                Article = new("", "", 0, 0),
                            },
                            1,
                            0,
                            s.Speaks,
                            s.Quoted
                        )
                ),
            ]
        );
}
