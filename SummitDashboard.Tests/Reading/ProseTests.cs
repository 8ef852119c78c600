using SummitDashboard.Domain;
using SummitDashboard.Reading;

namespace SummitDashboard.Tests.Reading;

public sealed class ProseTests
{
    [Theory, InlineData(0, "no events"), InlineData(1, "one event"), InlineData(12, "twelve events"), InlineData(1300, "1,300 events")]
    public void Count_AnyNumber_HasItsPlural(int n, string expected) => Assert.Equal(expected, Prose.Count(n, "event"));

    [Theory, InlineData(0, ""), InlineData(1, "a"), InlineData(2, "a and b"), InlineData(3, "a, b and c"), InlineData(5, "a, b and 3 more")]
    public void List_UpToThree_IsCutBeyond(int n, string expected) =>
        Assert.Equal(expected, Prose.List([.. "abcde".Take(n).Select(c => c.ToString())], 3));

    [Fact]
    public void List_NamesFromTheRight_EachStandsForItself() =>
        Assert.Equal("\u2068شم\u2069, 한강 and \u2068הד\u2069", Prose.List(["شم", "한강", "הד"]));

    [Theory]
    [InlineData(Basis.Given, null, null, "printed in the source")]
    [InlineData(Basis.Inferred, "by then", "A guess.", "inferred from its words")]
    [InlineData(Basis.Inferred, null, "A guess.", "inferred; the note says why")]
    [InlineData(Basis.Inferred, null, null, "inferred")]
    [InlineData(Basis.InferredAcrossSources, null, "A guess.", "inferred across sources")]
    public void Labels_OfADate_SayWhatItRestsOn(Basis basis, string? words, string? note, string says)
    {
        Assert.Equal(says, Labels.Of(new Fact("2020", basis, Words: words, Note: note)));
        Assert.Equal(says, Labels.Of(new DateBasis(basis, words is null ? [] : [new("a")], note)));
    }
}
