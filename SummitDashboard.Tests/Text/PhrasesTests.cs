using CsCheck;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>Words and phrases of a list, found in texts.</summary>
public sealed class PhrasesTests
{
    [Theory]
    [InlineData("It may be, and maybe MAY.", "may", "may|MAY")]
    [InlineData("It is believed to be so, it is believed.", "believed; is believed to", "is believed to|believed")]
    [InlineData("a desperately much-needed, needed thing", "desperate*; needed", "desperately|needed")]
    [InlineData("据报道，数据可能有误。", "可能; 据", "据|可能")]
    [InlineData("그는 역사적인 방문이라고 말했다.", "역사적*; 말했다", "역사적인|말했다")]
    [InlineData("قال إنه ربّما يأتي", "ربما", "ربّما")]
    [InlineData("anything", "; *", "")]
    public void In_AText_GivesThemAsPrinted(string text, string phrases, string found) =>
        Assert.Equal(
            found.Split('|', StringSplitOptions.RemoveEmptyEntries),
            Phrases.In(text, phrases.Split("; ")).Select(s => s.In(text)).ToArray()
        );

    [Fact]
    public void In_AnyText_FindsItsOwnWordsOneAfterAnother() =>
        Gen.Select(Scripts.Texts, Scripts.Texts)
            .Sample(
                (text, other) =>
                {
                    var at = 0;
                    foreach (var span in Phrases.In(text, [.. Words.Of(text), .. Words.Of(other), other + "*"]))
                    {
                        Assert.True(span.Start >= at && span.Length > 0 && span.End <= text.Length);
                        Assert.True(Characters.IsWhole(text, span));
                        at = span.End;
                    }
                },
                iter: 1_000
            );
}
