using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>Where a sentence ends.</summary>
public sealed class SentencesTests
{
    [Theory]
    [InlineData("He came. “He left.” Who knows?", "He came.|“He left.”|Who knows?")]
    [InlineData("他来了。他走了！", "他来了。|他走了！")]
    [InlineData("no end", "no end")]
    [InlineData(
        "Of the U.S.  and of J. he spoke at 3 p.m. to us. It rained in the U.S. He left.",
        "Of the U.S.  and of J. he spoke at 3 p.m. to us.|It rained in the U.S.|He left."
    )]
    [InlineData("iPods? and so on. it went. on", "iPods?|and so on.|it went.|on")]
    [InlineData("", "")]
    public void In_AParagraph_GivesItsSentences(string paragraph, string sentences) =>
        Assert.Equal(
            sentences.Split('|', StringSplitOptions.RemoveEmptyEntries),
            Sentences.In(paragraph).Select(s => s.In(paragraph)).ToArray()
        );
}
