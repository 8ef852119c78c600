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
    [InlineData(
        "U.S. President Biden spoke. In the U.S. He rested. The U.N. Security Council met at 3 p.m. Nobody came at 9 a.m. Monday.",
        "U.S. President Biden spoke.|In the U.S.|He rested.|The U.N. Security Council met at 3 p.m.|Nobody came at 9 a.m. Monday."
    )]
    [InlineData(
        "Mr. Kim and Gen. Pak met Dr. Ri in St. Mary. “Mrs. Choe” left.",
        "Mr. Kim and Gen. Pak met Dr. Ri in St. Mary.|“Mrs. Choe” left."
    )]
    [InlineData("George W. Bush and J. R. R. Tolkien. He met V. Putin.", "George W. Bush and J. R. R. Tolkien.|He met V. Putin.")]
    [InlineData(
        "See No. 5 and Art. 4 of Jan. 3. No. 7 is new. No. He said no. 3 came.",
        "See No. 5 and Art. 4 of Jan. 3.|No. 7 is new.|No.|He said no. 3 came."
    )]
    [InlineData(
        "Am 3. Oktober kam Dr. Falk. Er kam als 2. an. Es waren 3. Das gilt.",
        "Am 3. Oktober kam Dr. Falk.|Er kam als 2. an.|Es waren 3.|Das gilt."
    )]
    [InlineData(
        "Plan B. It failed in 2019. May came. They are in the army. Gen",
        "Plan B.|It failed in 2019.|May came.|They are in the army.|Gen"
    )]
    [InlineData("Он в им. Ленина. Она там.", "Он в им. Ленина.|Она там.")]
    [InlineData("A. ", "A.")]
    [InlineData("PYONGYANG, June 19, 2024 - Mr. Putin came. He left.", "PYONGYANG, June 19, 2024|Mr. Putin came.|He left.")]
    [InlineData("SEOUL, South Korea (AP) — “We saw it,” he said.", "SEOUL, South Korea (AP)|“We saw it,” he said.")]
    [InlineData("MOSCOW — The talks ended.", "MOSCOW|The talks ended.")]
    [InlineData("NATO — the alliance — said so.", "NATO — the alliance — said so.")]
    [InlineData("Seoul - The capital - slept.", "Seoul - The capital - slept.")]
    [InlineData("", "")]
    public void In_AParagraph_GivesItsSentences(string paragraph, string sentences) =>
        Assert.Equal(
            sentences.Split('|', StringSplitOptions.RemoveEmptyEntries),
            Sentences.In(paragraph).Select(s => s.In(paragraph)).ToArray()
        );
}
