using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

/// <summary>What no page can show is refused with what and how long.</summary>
public sealed class UnfitTextsTests
{
    private static readonly RuleContext Context = new(Repo.Casebook);
    private static readonly Claim Claim = Repo.Casebook.Claims[0];

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(200_000, false)]
    public void Of_QuestionOfSomeLength_IsRefusedPastWhatALineShows(int length, bool isFit) =>
        Assert.Equal(
            isFit,
            !Messages(Claim with { Question = new('x', length) }).Any(m => m.Contains("the question has", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0")]
    [InlineData("\u200B")]
    [InlineData("\u2060\u00AD\uFEFF")]
    [InlineData("\u3164\u2800")]
    [InlineData("\uFE0F\U000E0041")]
    public void Of_QuestionThatNobodyCanSee_IsMissing(string question) =>
        Assert.Contains(Messages(Claim with { Question = question }), m => m.Contains("the question is missing", StringComparison.Ordinal));

    [Theory]
    [InlineData("x")]
    [InlineData("ぁ\uFE0F")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("👩\u200D🚀")]
    public void Of_QuestionOfAnyScript_IsThere(string question) =>
        Assert.DoesNotContain(Messages(Claim with { Question = question }), m => m.Contains("is missing", StringComparison.Ordinal));

    [Fact]
    public void Of_StatementOfSeveralLines_IsFit() => Assert.Empty(Messages(Claim with { Statement = "It was so.\r\n\tOr not." }));

    private static List<string> Messages(Item item) => [.. CodebookRules.Of(item, Context).Select(f => f.Message)];
}
