using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Domain;

public sealed class EventSetTests
{
    [Theory]
    [
        InlineData(0, 0),
        InlineData(0, 1),
        InlineData(0, 64),
        InlineData(3, 64),
        InlineData(63, 65),
        InlineData(64, 128),
        InlineData(5, 300),
        InlineData(130, 130)
    ]
    public void Range_BetweenTwoPlaces_HoldsExactlyThem(int start, int end)
    {
        var set = EventSet.Range(300, start, end);
        Assert.Equal(Enumerable.Range(start, end - start), set.Places());
        Assert.Equal(end - start, set.Count());
    }

    [Theory]
    [
        InlineData(0, 0),
        InlineData(0, 64),
        InlineData(10, 70),
        InlineData(63, 64),
        InlineData(64, 65),
        InlineData(0, 200),
        InlineData(199, 200)
    ]
    public void CountIn_AnyStretch_AgreesWithCountingOneByOne(int start, int end)
    {
        var (set, other) = (Striped(200, 3), Striped(200, 2));
        Assert.Equal(set.Places().Count(p => p >= start && p < end), set.CountIn(start, end));
        Assert.Equal(set.Places().Count(p => p >= start && p < end && other[p]), set.CountIn(other, start, end));
    }

    [Theory]
    [InlineData(1), InlineData(7), InlineData(64), InlineData(150), InlineData(499)]
    public void At_EveryRank_IsThePlaceInStoryOrder(int step)
    {
        var set = Striped(500, step).Without(EventSet.Range(500, 0, 70)); // long stretches without any, at the start too
        var places = set.Places().ToList();
        Assert.Equal(places, Enumerable.Range(0, places.Count).Select(set.At));
        Assert.Equal(-1, set.At(places.Count));
        Assert.Equal(-1, set.At(-1));
        Assert.Equal(-1, new EventSet(0).At(0));
        Assert.All(places, place => Assert.Equal(places.IndexOf(place), set.CountIn(0, place)));
    }

    [Fact]
    public void Places_FromAPlace_LeavesOutWhatComesBefore() =>
        Assert.Equal(Striped(300, 5).Places().Where(p => p >= 71), Striped(300, 5).Places(71));

    [Fact]
    public void Without_AnotherSet_LeavesOutItsEvents() =>
        Assert.Equal(Enumerable.Range(0, 100).Where(p => p % 3 == 0 && p % 2 != 0), Striped(100, 3).Without(Striped(100, 2)).Places());

    private static EventSet Striped(int size, int step) =>
        Enumerable
            .Range(0, size)
            .Where(p => p % step == 0)
            .Aggregate(new EventSet(size), (set, p) => set.Or(EventSet.Range(size, p, p + 1)));
}
