using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>Marks around words, and names among words of the other direction.</summary>
public sealed class QuotationMarksTests
{
    [Theory]
    [InlineData("a rare sight", "“a rare sight”")]
    [InlineData("“a rare” sight", "‘“a rare” sight’")]
    [InlineData("a “rare sight”", "‘a “rare sight”’")]
    [InlineData("„selten“, sagte er", "‘„selten“, sagte er’")]
    [InlineData("a \"rare\" sight", "“a \"rare\" sight”")]
    [InlineData("‘rare’", "“‘rare’”")]
    [InlineData("", "“”")]
    public void Around_Words_TwoMarksOfAKindNeverMeet(string words, string marked) => Assert.Equal(marked, QuotationMarks.Around(words));

    [Theory]
    [InlineData("شم", "\u2068شم\u2069")]
    [InlineData("הארץ daily", "\u2068הארץ daily\u2069")]
    [InlineData("a\u202Eb", "\u2068a\u202Eb\u2069")]
    [InlineData("한강", "한강")]
    [InlineData("Прав", "Прав")]
    [InlineData("Br", "Br")]
    public void Isolated_AName_IsSetApartWhereItTurnsWhatStandsBesideIt(string name, string isolated) =>
        Assert.Equal(isolated, WritingDirection.Isolated(name));
}
