using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading;

public sealed class QueryReaderTests
{
    private readonly List<string> notices = [];

    [Theory, InlineData(""), InlineData("claims"), InlineData("claims?"), InlineData("claims?page="), InlineData("?#page=2")]
    public void Text_NothingSaid_IsNullWithoutANotice(string uri)
    {
        Assert.Null(new QueryReader(uri, notices).Text("page"));
        Assert.Empty(notices);
    }

    [Fact]
    public void Text_OtherValuesOfTheSameName_AreSaidOnce()
    {
        var query = new QueryReader("?a=1&A=2&b=3&b=3", notices);
        Assert.Equal(("1", "1", "3"), (query.Text("a"), query.Text("a"), query.Text("b")));
        Assert.Contains("more than once", Assert.Single(notices));
    }

    [Fact]
    public void ListAndFilled_SeveralValues_AreNoMistake()
    {
        var query = new QueryReader("?sources=Br&sources=Tu,Ye&from=&from=2024", notices);
        Assert.Equal(("Br,Tu,Ye", "2024"), (query.List("sources"), query.Filled("from")));
        Assert.Empty(notices);
    }

    [Fact]
    public void EveryKind_NotUnderstood_IsLeftOutAndSaid()
    {
        var query = new QueryReader($"?x={new string('x', 10_000)}", notices);
        Assert.Null(query.Term<Stance>("x", text => text));
        Assert.Null(query.OneOf("x", ["y"], text => text));
        Assert.Null(query.Theme("x", Repo.Casebook, text => text));
        Assert.Null(query.Item("x", Repo.Casebook.Claims, text => text));
        Assert.Null(query.Number("x", 7, text => text));
        Assert.True(query.Switch("x", true));
        Assert.Equal(1, query.Page(100, 10, "x").Page);
        Assert.Equal(7, notices.Count);
        Assert.All(notices, n => Assert.InRange(n.Length, 1, 100));
    }

    [
        Theory,
        InlineData("0", 1),
        InlineData("-1", 1),
        InlineData("3", 3),
        InlineData("11", 10),
        InlineData("99999999999", 1),
        InlineData("٣", 1)
    ]
    public void Page_AnyText_IsAPageThatThereIs(string text, int page) =>
        Assert.Equal(page, new QueryReader($"?page={Uri.EscapeDataString(text)}", notices).Page(100, 10).Page);
}
