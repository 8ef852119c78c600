using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading;

public sealed class ShownSourcesTests
{
    private static readonly Casebook Large = new SyntheticCasebook(200, 1, 1, 1).Build();

    [Theory]
    [InlineData(1), InlineData(2), InlineData(8), InlineData(9), InlineData(40), InlineData(200)]
    public void Read_Nothing_ChoosesEverySource(int count)
    {
        var casebook = new SyntheticCasebook(count, 1, 1, 1).Build();
        var shown = ShownSources.Read(casebook, null, []);
        Assert.Equal(casebook.Sources, shown.Sources);
        Assert.False(shown.Chosen);
        Assert.Null(shown.Value);
    }

    [Theory]
    [InlineData(1), InlineData(9), InlineData(100), InlineData(101), InlineData(199)]
    public void Value_OfAnyChoice_ChoosesTheSameAgain(int count)
    {
        var some = new Random(count).GetItems(Enumerable.Range(0, 200).ToArray(), 200).Distinct().Take(count).Select(n => Large.Sources[n]);
        var shown = ShownSources.Of(Large, some);
        var again = ShownSources.Read(Large, shown.Value, []);
        Assert.Equal(shown.Sources, again.Sources);
        Assert.True(again.Chosen);
        Assert.All(Large.Sources, s => Assert.Equal(shown.Sources.Contains(s), again.Contains(s)));
    }

    [Fact]
    public void Toggled_OneOfTwoHundred_IsAShortAddress()
    {
        var all = ShownSources.Default(Large);
        var without = ShownSources.Read(Large, all.Toggled(Large.Sources[7]), []);
        Assert.Equal(Large.Sources.Where(s => s != Large.Sources[7]), without.Sources);
        Assert.Equal("-" + Large.Sources[7].Siglum, without.Value);
        Assert.Null(without.Toggled(Large.Sources[7]));
    }

    [Theory]
    [InlineData("-"), InlineData("-Qqqq"), InlineData("-,")]
    public void Read_AllButNobody_ChoosesAll(string value) => Assert.False(ShownSources.Read(Large, value, []).Chosen);
}
