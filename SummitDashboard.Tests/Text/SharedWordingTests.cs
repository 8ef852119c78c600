using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>What two texts share in words, whatever their marks and case.</summary>
public sealed class SharedWordingTests
{
    [Fact]
    public void Between_TheSameText_IsWhole()
    {
        var shingles = SharedWording.ShinglesOf(MadeFiles.Prose);
        Assert.Equal(new SharedWording(1, 1), SharedWording.Between(shingles, shingles));
        Assert.Equal(new SharedWording(0, 0), SharedWording.Between(shingles, SharedWording.ShinglesOf(["Nothing here is like that."])));
    }

    [Fact]
    public void Between_APartOfAText_IsAllOfTheOneAndSomeOfTheOther()
    {
        var shared = SharedWording.Between(SharedWording.ShinglesOf(MadeFiles.Prose), SharedWording.ShinglesOf(MadeFiles.Prose[..2]));
        Assert.Equal(1, shared.OfOther);
        Assert.InRange(shared.OfThis, 0.3, 0.7);
    }

    [Fact]
    public void Runs_WithOtherQuotesAndCase_AreFoundWhereTheyStand()
    {
        string[] one = ["He said so.", "In the end it was “a good day for the island”, as all agreed."];
        string[] other = ["They called it \"A good day for the ISLAND\", he wrote."];
        var run = Assert.Single(SharedWording.Runs(one, other));
        Assert.Equal((2, 1, 6), (run.Paragraph, run.OtherParagraph, run.Words));
        Assert.Equal("a good day for the island", run.Span.In(one[1]));
        Assert.Equal("A good day for the ISLAND", run.OtherSpan.In(other[0]));
    }

    [Fact]
    public void Runs_OfATextWithoutSpaces_AreWordsToo()
    {
        string[] one = ["渡轮时隔十一年后再次驶向岛上，市长说这是个好日子。"];
        Assert.NotEmpty(SharedWording.Runs(one, ["记者写道：" + one[0]]));
    }
}
