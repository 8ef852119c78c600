using SummitDashboard.Reading;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Reading;

public sealed class ProseTests
{
    [Theory, InlineData(0, "no events"), InlineData(1, "one event"), InlineData(12, "twelve events"), InlineData(1300, "1,300 events")]
    public void Count_AnyNumber_HasItsPlural(int n, string expected) => Assert.Equal(expected, Prose.Count(n, "event"));

    [Theory, InlineData(0, ""), InlineData(1, "a"), InlineData(2, "a and b"), InlineData(3, "a, b and c"), InlineData(5, "a, b and 3 more")]
    public void List_UpToThree_IsCutBeyond(int n, string expected) =>
        Assert.Equal(expected, Prose.List([.. "abcde".Take(n).Select(c => c.ToString())], 3));
}
