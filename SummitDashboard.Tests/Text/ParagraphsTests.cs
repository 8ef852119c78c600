using SummitDashboard.Domain;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Text;

public sealed class ParagraphsTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void ArticleText_AnySeparatorOfUnicode_DividesParagraphsAndKeepsPositions(string separator)
    {
        var article = ArticleText.From($"one𝒜{separator}{separator}two\tthree");
        Assert.Equal(["one𝒜", "two three"], article.Paragraphs);
        Assert.Equal(new TextPosition(10, 15), article.PositionOf(new() { Exact = "three", Paragraph = 2 }));
    }

    [Fact]
    public void ArticleText_HashAndSize_AreOfWhatWasSaved() =>
        Assert.Equal(
            ArticleText.From("a\u2028b\tc").Sha256,
            ArticleText.From(System.Text.Encoding.UTF8.GetBytes("a\u2028b\tc\n\n"))!.Sha256
        );

    private const string Letter = """
        The ferry between the two towns sailed again on
        Monday, the harbour master said, and nobody had
        expected so many people. It was perhaps the well-
        known singer who brought them here.

        The two towns had waited for eleven years. The old
        ferry had been sold, and whoever wanted to cross
        drove around the bay for three hours.
        """;

    [Fact]
    public void Wrapped_LinesOfOneWidth_AreJoinedAndParagraphsStay()
    {
        var wrapped = Paragraphs.Wrapped(Letter);
        Assert.Equal((7, 2, 1), (wrapped?.Lines, wrapped?.Paragraphs, wrapped?.Hyphens));
        Assert.StartsWith("The ferry between the two towns sailed again on Monday, the harbour", wrapped!.Joined, StringComparison.Ordinal);
        Assert.Contains("the well-known singer who brought them here.\n\nThe two", wrapped.Joined, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrapped_WithoutBlankLines_KeepsTheEndsOfParagraphs() =>
        Assert.Equal(2, Paragraphs.Wrapped(Letter.Replace("\n\n", "\n", StringComparison.Ordinal))?.Paragraphs);

    [Fact]
    public void Wrapped_LinesOfHan_AreJoinedWithoutSpaces()
    {
        const string line = "连接两座城市的渡轮星期一恢复航行港务长李明说这也许是今年最美好的一天";
        var text = string.Join('\n', Enumerable.Range(0, 6).Select(i => line[..(i == 5 ? 10 : 34)]));
        Assert.Equal(5 * 34 + 10, Paragraphs.Wrapped(text)?.Joined.Length);
    }

    [Theory]
    [InlineData("One.\nTwo.\nThree.\nFour.\nFive.\nSix.")]
    [InlineData("- a list\n- of things\n- that stand\n- one by one\n- and are many\n- of different length, some of them quite long")]
    public void Wrapped_LinesThatMeantToEnd_AreNot(string text) => Assert.Null(Paragraphs.Wrapped(text));
}
