using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading;

/// <summary>A picked stretch in an address is of one article, and of no other.</summary>
public sealed class PickedPlaceTests
{
    private static readonly ArticleText Text = ArticleText.From(SmallCasebook.TextB);

    [Fact]
    public void Place_SaidOfAnArticle_IsReadOfThatAndNotOfItsSuccessor()
    {
        var source = Repo.Casebook.Sources[0] with { Article = new("b.txt", Text.Sha256, Text.WordCount, Text.Paragraphs.Count) };
        var said = PickedPlace.Say(source, 1, 4, 9);
        Assert.Equal(new PickedPlace(1, new(4, 5)), PickedPlace.Read(said, Text));
        var next = ArticleText.From("Some " + SmallCasebook.TextB);
        Assert.Null(PickedPlace.Read(said, next));
        Assert.Equal((false, true), (PickedPlace.IsOfAnother(said, Text), PickedPlace.IsOfAnother(said, next)));
    }

    [Theory]
    [InlineData("1.4.9", true)] // an older address
    [InlineData("2.0.20", true)]
    [InlineData("2.0.21", false)]
    [InlineData("1.9.9", false)]
    [InlineData("1.9.4", false)]
    [InlineData("0.0.1", false)]
    [InlineData("3.0.1", false)]
    [InlineData("1.-1.4", false)]
    [InlineData("1.4.99999999999", false)]
    [InlineData("1.4", false)]
    [InlineData("١.٤.٩", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Place_InAnAddress_IsReadWhereTheTextHasIt(string? said, bool isThere) =>
        Assert.Equal(isThere, PickedPlace.Read(said, Text) is not null);

    [Fact]
    public async Task QuotePage_OfAPlaceInAnArticleThatWasReplaced_SaysSo()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        using var http = InCasebook.Client(app.Address);
        var page = await http.GetStringAsync("/sources/second/quote?at=1.4.9.00000000", TestContext.Current.CancellationToken);
        Assert.Contains(PickedPlace.Replaced, page);
        var now = PickedPlace.Say(app.Casebook.Sources.First(s => s.Slug == "second"), 1, 4, 9);
        page = await http.GetStringAsync($"/sources/second/quote?at={now}", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(PickedPlace.Replaced, page);
    }
}
