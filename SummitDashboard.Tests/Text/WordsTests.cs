using CsCheck;
using SummitDashboard.Data.Articles;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

/// <summary>Words in many languages: found as Unicode has it, counted by a rule that hangs on no dictionary.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("don't stop—the U.S. says 3.5% of well-known O’Neil’s", "don't|stop|the|U.S|says|3.5|of|well-known|O’Neil’s")]
    [InlineData("俄罗斯总统访问朝鲜。", "俄罗斯|总统|访问|朝鲜")]
    [InlineData("김정은은 푸틴을 맞이했다.", "김정은은|푸틴을|맞이했다")]
    [InlineData("زار الرئيس بوتين كوريا", "زار|الرئيس|بوتين|كوريا")]
    [InlineData("राष्ट्रपति ने दौरा किया।", "राष्ट्रपति|ने|दौरा|किया")]
    [InlineData("ארה\"ב הגיבה", "ארה\"ב|הגיבה")]
    [InlineData("ประธานาธิบดีรัสเซีย", "ประธานาธิบดี|รัสเซีย")]
    [InlineData("俄罗斯-朝鲜", "俄罗斯|朝鲜")]
    [InlineData("2024년 6월 19일, G7이 KN-23은 24년만에 3.5km를", "2024년|6월|19일|G7이|KN-23은|24년만에|3.5km를")]
    [InlineData("5-го июня СУ-35С и 24х", "5-го|июня|СУ-35С|и|24х")]
    [InlineData("في 19يونيو و٢٤عاما وG7", "في|19يونيو|و٢٤عاما|وG7")]
    [InlineData("ב-19ביוני ה7", "ב-19ביוני|ה7")]
    [InlineData("19वें दिन २४वां", "19वें|दिन|२४वां")]
    [InlineData("6月19日", "6|月|19|日")]
    public void Of_ATextInALanguage_GivesItsWords(string text, string words) => Assert.Equal(words.Split('|'), Words.Of(text).ToArray());

    // What forces the other path: a letter that is not of the Latin alphabet.
    [Fact]
    public void In_LatinText_IsWhatIcuSays() =>
        Scripts.Latin.Sample(text => Assert.Equal(Words.In(text + " д").SkipLast(1), Words.In(text)), iter: 20_000);

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \t ", 0)]
    [InlineData("a rare sight.", 3)]
    [InlineData("the U.S.-led “Indo-Pacific” on 6/20/2024 – and/or 10,000", 8)]
    [InlineData("one—two…three", 3)]
    [InlineData("- a bullet & co", 5)]
    [InlineData("俄罗斯总统访问朝鲜", 5)] // nine characters, two for a word
    [InlineData("普京（Putin）访问", 3)]
    [InlineData("ロシアのプーチン大統領", 6)]
    [InlineData("เรือ", 1)] // three characters
    [InlineData("กลับมาแล่นอีกครั้ง", 4)]
    [InlineData("김정은은 푸틴을 맞이했다", 3)]
    [InlineData("ארה\"ב הגיבה", 2)]
    [InlineData("राष्ट्रपति पुतिन ने", 3)]
    [InlineData("Vie\u0323\u0302t Nam", 2)]
    public void Count_OfAText_IsOfItsScript(string text, int count) => Assert.Equal(count, Words.Count(text));

    [Fact]
    public void Count_OfAnyText_GrowsWithItAndIsNoneOnlyOfNothing() =>
        Gen.Select(Scripts.Texts, Scripts.Texts)
            .Sample(
                (a, b) =>
                {
                    Assert.Equal(string.IsNullOrWhiteSpace(a), Words.Count(a) == 0);
                    Assert.Equal(Words.Count(a) + Words.Count(b), Words.Count(a + " " + b));
                },
                iter: 5_000
            );

    [Fact]
    public void Count_OfTheShippedArticles_IsWhatTheirFilesSay()
    {
        var texts = TextLibrary.ReadFolder(Repo.TextsOrSkip());
        Assert.All(Repo.Casebook.Sources, s => Assert.Equal(s.Article.Words, texts[s.Article.Sha256].WordCount));
    }

    [Theory]
    [InlineData("a backing", 2, false)]
    [InlineData("a backing", 6, true)]
    [InlineData("朝鲜访问", 2, false)]
    [InlineData("朝鲜访问", 1, false)]
    [InlineData("e\u0301lan", 1, true)]
    [InlineData("김정은은", 3, true)]
    [InlineData("प्रधान", 2, true)]
    public void IsCutAt_APlaceInAText_HoldsInsideWordsAndCharacters(string text, int at, bool isCut) =>
        Assert.Equal(isCut, Words.IsCutAt(text, at));

    [Theory]
    [InlineData("may have signed", 5, 7, "have")]
    [InlineData("well-known words", 2, 3, "well")]
    [InlineData("a cafe\u0301 here", 4, 6, "cafe\u0301")]
    [InlineData("可能签署", 0, 1, "可")]
    [InlineData("may", 1, 1, "")]
    public void Whole_StretchInsideWords_TakesThemWhole(string text, int start, int end, string whole) =>
        Assert.Equal(whole, Words.Whole(text, new(start, end - start)).In(text));
}
