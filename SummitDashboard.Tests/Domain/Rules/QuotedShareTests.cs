using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

/// <summary>How much of an article is quoted: what overlaps counts once, in any script, with the text at hand or without.</summary>
public sealed class QuotedShareTests
{
    private const string Text = "One two three four five six seven eight.\nNine ten eleven twelve.\n一二三四五六七八";

    private static readonly ArticleText Article = ArticleText.From(Text);
    private static readonly Source Source = Repo.Casebook.Sources[0] with
    {
        Article = new("a.txt", Article.Sha256, Article.WordCount, Article.Paragraphs.Count),
    };

    [Theory]
    [InlineData(1, "two three", "three four", 3)]
    [InlineData(1, "two three", "six", 3)]
    [InlineData(2, "Nine ten eleven", "ten", 3)]
    [InlineData(3, "一二三", "三四", 2)]
    public void In_FragmentsThatOverlap_CountsOnce(int paragraph, string one, string other, int words)
    {
        Quotation[] quoted = [Of(one, paragraph), Of(other, paragraph)];
        Assert.Equal(words, QuotedShare.In(Source, Article, quoted).Quoted);
    }

    [Theory]
    [InlineData("two three", "three four", 3)]
    [InlineData("two three", "six", 3)]
    public void In_WithoutTheText_JoinsWhatOverlaps(string one, string other, int words) =>
        Assert.Equal(words, QuotedShare.In(Source, null, [Of(one, 1), Of(other, 1)]).Quoted);

    [Theory]
    [InlineData(100, 400, false, "25 % of this article is quoted (100 of 400 words); at most 25 % may be.")]
    [InlineData(101, 400, true, "26 % of this article is quoted (101 of 400 words); at most 25 % may be.")]
    [InlineData(2, 4000, false, "Less than 1 % of this article is quoted (2 of 4,000 words); at most 25 % may be.")]
    [InlineData(0, 400, false, "0 % of this article is quoted (0 of 400 words); at most 25 % may be.")]
    public void Says_OfAShare_IsOverOnlyPastAQuarter(int quoted, int of, bool isOver, string says)
    {
        var share = new QuotedShare(quoted, of);
        Assert.Equal((isOver, says), (share.IsOver, share.Says));
    }

    [Fact]
    public void IsOver_OfAnArticleThatNobodyKnows_IsNot() =>
        Assert.False(QuotedShare.In(Source with { Article = SummitDashboard.Domain.Article.Unknown }, null, [Of("two", 1)]).IsOver);

    private static Quotation Of(string words, int paragraph) => new() { Exact = words, Paragraph = paragraph };
}
