using SummitDashboard.Domain;
using SummitDashboard.Reading.Suggestions;
using SummitDashboard.Tests.Reading.Sources;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.Reading.Suggestions;

/// <summary>What is proposed for a cell, or why nothing is.</summary>
public sealed class ProposedPassagesTests
{
    private static ProposedPassages Of(string question, string? article) =>
        ProposedPassages.Of(
            Coded.Casebook(),
            Coded.Claim("c") with
            {
                Question = question,
                Statement = question,
                Framings = [],
            },
            Coded.Source,
            article is null ? null : ArticleText.From(article),
            []
        );

    [Theory]
    [InlineData("A ferry?", null, "the article is not here")]
    [InlineData("?", "A ferry sails.", "the claim is too short")]
    [InlineData("Rain?", "A ferry sails over the bay.", "no paragraph shares a telling word")]
    public void Of_WhereNothingIsFound_SaysWhy(string question, string? article, string why)
    {
        var none = Of(question, article);
        Assert.Empty(none.Passages);
        Assert.StartsWith($"Nothing is proposed: {why}", none.Nothing, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnArticleOfTenThousandParagraphs_ProposesFive()
    {
        var article = string.Join(
            '\n',
            Enumerable.Range(0, 10_000).Select(n => $"Paragraph {n} of a long book on ships {n % 97} and bays.")
        );
        Assert.Equal(ProposedPassages.Most, Of("Which ships are in bay 96?", article).Passages.Count);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(50, 12)]
    [InlineData(190, 10)]
    public void InContext_OfAFragment_HasItsWordsWhole(int start, int length)
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("ferry", 40))[..200];
        var span = Words.Whole(paragraph, new(start, length));
        var around = InContext.Of(paragraph, span);
        Assert.Equal(span.In(paragraph), around.Words);
        Assert.Contains((around.Before + around.Words + around.After).Trim(' ', '…'), paragraph, StringComparison.Ordinal);
        Assert.Equal(span.Start > 80, around.Before.StartsWith('…'));
    }
}
