using SummitDashboard.Reading;

namespace SummitDashboard.Tests.Reading;

public sealed class PagingTests
{
    [Fact]
    public void Count_OfHugeNumbers_DoesNotOverflow() => Assert.Equal(42_949_673, Paging.Count(int.MaxValue, 50));

    [Theory]
    [InlineData(0, 1), InlineData(1, 1), InlineData(10, 1), InlineData(11, 2), InlineData(25, 3)]
    public void On_EveryPage_TogetherIsTheListWithoutGapOrOverlap(int items, int pages)
    {
        var list = Enumerable.Range(0, items).ToList();
        Assert.Equal(pages, Paging.Count(items, 10));
        Assert.Equal(list, Enumerable.Range(1, pages).SelectMany(p => Paging.Of(p, items, 10).On(list)));
        Assert.Equal(list, Enumerable.Range(1, pages).SelectMany(p => Paging.Of(p, items, 10).On(list.Where(_ => true))));
        Assert.All(list, n => Assert.Contains(n, Paging.Of(Paging.With(n, 10), items, 10).On(list)));
    }

    [Theory, InlineData(-1, 1), InlineData(0, 1), InlineData(2, 2), InlineData(99, 3)]
    public void Of_PageThatIsNone_IsTheNearest(int asked, int page) => Assert.Equal(page, Paging.Of(asked, 25, 10).Page);
}
