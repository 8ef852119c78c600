using System.Text;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Domain;

public sealed class ArticleTextTests
{
    [Theory]
    [InlineData("one\n\ntwo")]
    [InlineData("\uFEFFone\r\n\r\ntwo")]
    [InlineData("one\r\rtwo\r\n \r\n\r\n")]
    public void Sha256_SavedByAnotherEditor_IsTheSame(string text)
    {
        var article = ArticleText.From(Encoding.UTF8.GetBytes(text))!;
        Assert.Equal(ArticleText.From("one\n\ntwo").Sha256, article.Sha256);
        Assert.Equal(["one", "two"], article.Paragraphs);
    }

    [Fact]
    public void Sha256_PlainText_IsThatOfItsBytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ArticleText.From("abc").Sha256);

    [Fact]
    public void From_BytesThatAreNotUtf8_IsNull() => Assert.Null(ArticleText.From([0x63, 0xE9]));

    [Theory]
    [InlineData("the", 1, 0)]
    [InlineData("the", 2, 8)]
    [InlineData("the", 3, null)]
    [InlineData("The", 1, null)]
    public void Find_Occurrence_CountsFromOneAndMindsCase(string exact, int occurrence, int? start)
    {
        var text = ArticleText.From("the cat the dog");
        Assert.Equal(
            start,
            text.Find(
                new Quotation
                {
                    Exact = exact,
                    Paragraph = 1,
                    Occurrence = occurrence,
                }
            )?.Start
        );
    }
}
