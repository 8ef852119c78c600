using SummitDashboard.Domain;
using SummitDashboard.Formats.Articles;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Formats.Articles;

/// <summary>
/// Pages as news sites build them (<c>Pages</c>, of the invented event): what is taken, and what is proposed as boilerplate.
/// </summary>
public sealed class NewsPageTests
{
    private static readonly MadeArticle Made = new("en");

    [Theory, InlineData("nested"), InlineData("amp"), InlineData("print"), InlineData("form")]
    public void Page_OfANewsSite_GivesTheArticleAlone(string page)
    {
        var read = Read(page);
        var prose = read.Paragraphs.Where(p => p.Boilerplate is null && p.Text != Made.Title).ToList();
        Assert.Equal(Made.Lines.Select(l => l.Text), prose.Select(p => p.Text));
        Assert.Equal((Made.Title, Made.Name, Made.Day), (read.Facts.Title?.Value, read.Facts.Byline?.Value, read.Facts.Published?.Value));
        Assert.Contains(read.Paragraphs, p => p is { Kind: ParagraphKind.Headline, Boilerplate: null } && p.Text == Made.Title);
        Assert.DoesNotContain("script", read.Text);
    }

    [Theory]
    [InlineData("nested", "Advertisement", "other boilerplate"), InlineData("nested", "Sign up for our newsletter", "subscription note")]
    [InlineData("nested", "The harbour tower on Sunday. Photo: A. Lind", "photo caption")]
    [InlineData("nested", "You have read 3 of 3 free articles this month. Subscribe to read on.", "subscription note")]
    [InlineData("print", "URL: https://courier.example/clock", "other boilerplate"), InlineData("live", "18:42", "date line")]
    [InlineData("none", "Skip to content", "other boilerplate"), InlineData("none", "World", "other boilerplate")]
    public void Line_AroundAnArticle_IsProposedAsBoilerplate(string page, string line, string boilerplate) =>
        Assert.Equal(boilerplate, Read(page).Paragraphs.First(p => p.Text == line).Boilerplate);

    [Theory]
    [InlineData("nested", "We and our 812 partners store cookies"), InlineData("nested", "Read more: Ice house vote put off")]
    [InlineData("nested", "At last! My grandmother would have loved this."), InlineData("nested", "Facebook")]
    [InlineData("amp", "We use cookies."), InlineData("form", "Should it strike at night?"), InlineData("live", "WhatsApp")]
    public void Line_OfThePageAlone_IsLeftOutAndNamed(string page, string line)
    {
        var read = Read(page);
        Assert.DoesNotContain(line, read.Text);
        Assert.Contains(read.LeftOut, l => l.StartsWith(line, StringComparison.Ordinal));
    }

    [Fact]
    public void Graph_WhoseThingsAreNamedByTheirIds_GivesTheirNames()
    {
        var facts = Read("nested").Facts;
        Assert.Equal(("The Marrow Bay Courier", "JSON-LD publisher"), (facts.Publisher?.Value, facts.Publisher?.InFile));
        Assert.Equal(("Oona Farrell", "en-GB"), (facts.Byline?.Value, facts.Language?.Value));
    }

    [Theory, InlineData("live", "4 articles, and 4 of them"), InlineData("several", "3 articles, and 2 of them")]
    [InlineData("nested", "paywall"), InlineData("none", "No article could be told")]
    public void Page_ThatMayHoldMoreOrLess_SaysSo(string page, string words) =>
        Assert.Contains(Read(page).Notices, n => n.Contains(words, StringComparison.Ordinal));

    [Theory, InlineData("frames", "made of frames"), InlineData("script", "a script would have fetched it")]
    public void Page_WithoutItsText_SaysWhatToDo(string page, string why) =>
        Assert.Contains(why, Assert.Throws<UnreadableException>(() => Read(page)).Message);

    private static ArticleReading Read(string page) =>
        ArticleFile.Read(
            page + ".html",
            File.ReadAllBytes(Path.Combine(MadeArticle.Folder, "..", "Pages", page + ".html")),
            false,
            TestContext.Current.CancellationToken
        );
}
