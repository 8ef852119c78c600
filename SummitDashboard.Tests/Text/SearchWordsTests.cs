using CsCheck;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>What is one word to whoever searches.</summary>
public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Café", "cafe")]
    [InlineData("Ørsted Łódź", "orsted lodz")]
    [InlineData("STRASSE Straße", "strasse strasse")]
    [InlineData("ﬁne ﬁrst", "fine first")]
    [InlineData("Ёлка йод", "елка иод")]
    [InlineData("أخبار", "اخبار")]
    [InlineData("الصِّين", "صين")]
    [InlineData("والصين", "صين")]
    [InlineData("٢٠٢٤ ２０２４", "2024 2024")]
    [InlineData("well-known U.N.", "well known u n")]
    [InlineData("Kim’s", "kim s")]
    [InlineData("制裁です", "制 裁 で す")]
    [InlineData("북한은", "북한은")]
    [InlineData("snake_case", "snake case")]
    [InlineData("— … → • ■ §", "")]
    [InlineData("Sanctions😀gone 😀😀 ✔\uFE0F", "sanctions 😀 gone 😀 😀 ✔")]
    [InlineData("👍 👍🏽 👍🏿", "👍 👍 👍")]
    [InlineData("👨\u200D👩\u200D👧 👩🏽\u200D🚀", "👨\u200D👩\u200D👧 👩\u200D🚀")]
    [InlineData(
        "🇷🇺🇰🇵 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
        "🇷🇺 🇰🇵 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"
    )]
    public void Of_AText_FoldsWhatTypistsLeaveOut(string text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(text)));

    [Fact]
    public void In_AScriptWithoutSpaces_TakesCharacterByCharacter() =>
        Assert.Equal(Characters.In("สวัสดี").Count(), SearchWords.In("สวัสดี").Count);

    // Composed or not, in whatever case: the same words.
    [Fact]
    public void Of_AnyText_IsTheSameOfItsFolding() =>
        Gen.String[Gen.OneOf(Gen.Char["aéÖßłŁИйЁأةし制裁한국 -'’.١２✔\u200D\uFE0F"], Gen.Char), 0, 40]
            .Sample(text =>
            {
                var words = SearchWords.Of(text).ToList();
                Assert.Equal(words, words.SelectMany(SearchWords.Of).ToList());
                Assert.Equal(words, SearchWords.Of(Folding.Composed(text)).ToList());
            });

    [Fact]
    public void In_AnyText_SaysWhereEachWordStands() =>
        Gen.String[Gen.OneOf(Gen.Char["aéÖßﬁИйЁأةし制裁한국 -'’.١２\u0301\u200D😀"], Gen.Char), 0, 40]
            .Sample(text =>
            {
                var end = 0;
                foreach (var word in SearchWords.In(text))
                {
                    Assert.InRange(word.Span.Start, 0, text.Length - 1);
                    Assert.True(word.Span.End <= text.Length && word.Span.End >= end);
                    Assert.DoesNotContain('"', word.Word);
                    Assert.DoesNotContain(' ', word.Word);
                    end = word.Span.End;
                }
            });
}
