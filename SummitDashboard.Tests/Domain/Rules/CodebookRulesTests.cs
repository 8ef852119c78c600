using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Domain;

/// <summary>What a text of a fact may be.</summary>
public sealed class CodebookRulesTests
{
    [Theory]
    [InlineData("de", true)]
    [InlineData("ko-KP", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("es-419", true)]
    [InlineData("x-klingon", true)]
    [InlineData("German", false)]
    [InlineData("Klingonish", false)]
    [InlineData("de_AT", false)]
    [InlineData("de-", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [InlineData("de AT", false)]
    [InlineData("дe", false)]
    public void IsLanguageTag_OfWhatIsWritten_FollowsBcp47(string tag, bool isOne) => Assert.Equal(isOne, LanguageTag.IsWellFormed(tag));

    [Theory]
    [InlineData("2024-06-31", true)]
    [InlineData("2023-02-29", true)]
    [InlineData("2024-13", true)]
    [InlineData("2024-00-10", true)]
    [InlineData("2024-02-29", false)]
    [InlineData("2024-06", false)]
    [InlineData("2024", false)]
    [InlineData("20 June 2024", false)]
    [InlineData("June 31, 2024", false)] // as it is printed
    public void IsNoDay_OfWhatIsWritten_IsTrueForDaysThatDoNotExist(string date, bool isNone) =>
        Assert.Equal(isNone, CodebookRules.IsNoDay(date));
}
