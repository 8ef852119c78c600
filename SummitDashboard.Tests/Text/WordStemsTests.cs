using CsCheck;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>Words as they are sought, in many languages.</summary>
public sealed class WordStemsTests
{
    [Theory]
    [InlineData("Sanctions were sanctioned", "sancti|wer|sancti")]
    [InlineData("Kim Jong-un’s 20,000 shells", "kim|jong|un|20000|shel")]
    [InlineData("٢٤ عاما", "24|عاما")]
    [InlineData("俄罗斯总统", "俄罗|罗斯|总统")]
    [InlineData("김정은은", "김정|정은|은은")]
    [InlineData("Straße STRASSE", "stras|stras")]
    [InlineData("a I 7", "7")]
    [InlineData("warn warns warned warning warnings", "warn|warn|warn|warn|warn")]
    [InlineData("visit visits visited visiting", "visit|visit|visit|visit")]
    [InlineData("ship ships shipped shipping", "ship|ship|ship|ship")]
    [InlineData("ally allies allied", "alli|alli|alli")]
    [InlineData("state states stated stating", "stat|stat|stat|stat")]
    [InlineData("need needs needed speed string us bus crisis pass", "need|need|need|speed|string|us|bus|crisis|pas")]
    [InlineData("Straßen Krieg Löwen", "strass|krieg|löwen")]
    public void In_ATextInALanguage_GivesWhatIsSought(string text, string keys) =>
        Assert.Equal(keys.Split('|'), WordStems.In(text).Select(s => s.Key).ToArray());

    [Fact]
    public void In_AnyText_StandsInItInOrder() =>
        Gen.OneOf(Gen.String, Scripts.Texts)
            .Sample(
                text =>
                {
                    var at = 0;
                    foreach (var stem in WordStems.In(text))
                    {
                        Assert.True(stem.Key.Length > 0 && stem.Span.Length > 0 && stem.Span.Start >= at && stem.Span.End <= text.Length);
                        at = stem.Span.Start;
                    }
                },
                iter: 3_000
            );
}
