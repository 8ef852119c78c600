using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

public sealed class SourceColoursTests
{
    private static readonly IReadOnlyList<Source> Twelve =
    [
        .. new SyntheticCasebook(12, 1, 1, 1).Build().Sources.Select(s => s with { Colour = null }),
    ];

    [Fact]
    public void Given_NoneHasOne_GoesByTheOrderOfWritingUntilAllAreTaken() =>
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0], Colours(SourceColours.Given([.. Twelve], [])));

    [Fact]
    public void Given_SomeHaveOne_LeavesTheirs()
    {
        var some = Twelve.Select((s, n) => n is 1 or 2 ? s with { Colour = 4 - n } : s).ToList();
        Assert.Equal([1, 3, 2, 4, 6, 7, 8, 0, 0, 0, 0, 0], Colours(SourceColours.Given(some, [Twelve[0] with { Colour = 5 }])));
    }

    [Fact]
    public void Next_AllTaken_IsNone()
    {
        var given = SourceColours.Given([.. Twelve], []);
        Assert.Equal(SourceColours.Neutral, SourceColours.Next(given));
        Assert.Equal(4, SourceColours.Next(given.Where(s => s.Colour != 4)));
    }

    [Theory]
    [InlineData(-1), InlineData(9)]
    public void Rules_NoSuchColour_IsSaid(int colour) =>
        Assert.Contains(
            $"colour {colour} is none",
            Assert.Single(CodebookRules.Of(Twelve[0] with { Colour = colour }, new RuleContext(Repo.Casebook))).Message
        );

    private static IEnumerable<int?> Colours(IEnumerable<Source> sources) => sources.OrderBy(s => s.Order).Select(s => s.Colour);
}
