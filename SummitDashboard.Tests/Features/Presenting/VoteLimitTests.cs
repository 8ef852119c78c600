using SummitDashboard.Features.Presenting.Live;

namespace SummitDashboard.Tests.Features.Presenting;

/// <summary>How many devices of one address may vote: as many as follow, and a few more.</summary>
public sealed class VoteLimitTests
{
    private const string Hall = "192.0.2.1";
    private const int Most = 1000;
    private static readonly DateTimeOffset Start = new(2026, 6, 18, 9, 0, 0, TimeSpan.Zero);

    private readonly VoteLimit voters = new();

    [Fact]
    public void Votes_OfStreamsDroppedAtOnce_AreThoseOfAnAddressWhereNobodyListens()
    {
        var counted = 0;
        for (var n = 0; n < 100; n++)
        {
            voters.Listens(Hall, $"{n}", Start);
            voters.Leaves(Hall, $"{n}", Most, Start);
            counted += voters.Admits(Hall, $"{n}", Most) ? 1 : 0;
        }
        Assert.Equal(VoteLimit.Unheard, counted);
        voters.Listens(Hall, "neighbour", Start);
        Assert.True(voters.Admits(Hall, "neighbour", Most));
    }

    [Fact]
    public void Votes_OfDevicesThatListen_AllCount()
    {
        for (var n = 0; n < 100; n++)
            voters.Listens(Hall, $"{n}", Start);
        Assert.All(Enumerable.Range(0, 100), n => Assert.True(voters.Admits(Hall, $"{n}", Most)));
        Assert.Equal(VoteLimit.Unheard, Enumerable.Range(0, 100).Count(n => voters.Admits(Hall, $"unheard {n}", Most)));
    }

    [Fact]
    public void Votes_OfDevicesThatDoNotFollow_TakeNoFollowersPlace()
    {
        for (var n = 0; n < 30; n++)
            voters.Listens(Hall, $"{n}", Start);
        Assert.Equal(VoteLimit.Unheard, Enumerable.Range(0, 60).Count(n => voters.Admits(Hall, $"unheard {n}", Most)));
        Assert.All(Enumerable.Range(0, 30), n => Assert.True(voters.Admits(Hall, $"{n}", Most)));
    }

    [Fact]
    public void Votes_OfAHallThatHasChanged_CountForThoseWhoCameLater()
    {
        for (var n = 0; n < 100; n++)
        {
            voters.Listens(Hall, $"{n}", Start);
            Assert.True(voters.Admits(Hall, $"{n}", Most));
        }
        for (var n = 0; n < 100; n++)
            voters.Leaves(Hall, $"{n}", Most, Start + VoteLimit.Followed);
        voters.Listens(Hall, "late", Start + VoteLimit.Followed);
        Assert.True(voters.Admits(Hall, "late", Most));
        Assert.True(voters.Admits(Hall, "0", Most));
    }

    [Fact]
    public void Device_WithTwoStreams_ListensUntilBothHaveEnded()
    {
        for (var n = 0; n < VoteLimit.Unheard; n++)
            voters.Admits(Hall, $"unheard {n}", Most);
        voters.Listens(Hall, "two", Start);
        voters.Listens(Hall, "two", Start);
        voters.Leaves(Hall, "two", Most, Start);
        Assert.True(voters.Admits(Hall, "two", Most));
        voters.Leaves(Hall, "two", Most, Start);
        Assert.False(voters.Admits(Hall, "another", Most));
    }
}
