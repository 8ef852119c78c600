using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading;

/// <summary>A page that shows a stretch of its columns shows all of them, one stretch after another.</summary>
public sealed class ColumnWindowTests
{
    private static readonly Casebook Casebook = new SyntheticCasebook(200, 1, 1, 1).Build();

    [Theory]
    [InlineData(0), InlineData(1), InlineData(8), InlineData(13), InlineData(40), InlineData(200)]
    public void At_EveryStretch_ShowsEveryColumnOnceInOrder(int count)
    {
        var columns = Casebook.Sources.Take(count).ToList();
        foreach (var elements in new[] { 1, 40, 85, 5_000 })
        {
            var first = ColumnWindow.At(null, columns, elements);
            var all = Enumerable.Range(1, first.Stretch.Pages).Select(n => ColumnWindow.At($"{n}", columns, elements)).ToList();
            Assert.Equal(columns, all.SelectMany(w => w.On(columns)));
            Assert.All(all, w => Assert.Equal(w.On(columns).Count, count == 0 ? 0 : w.Last - w.First + 1));
            Assert.All(all, w => Assert.True(w.On(columns).Count * elements <= ColumnWindow.MostElements || w.On(columns).Count == 1));
            Assert.Equal(all.Count == 1, first.IsWhole);
        }
    }

    [Fact]
    public void At_ASiglum_IsTheStretchInWhichItStands()
    {
        foreach (var source in Casebook.Sources)
            Assert.Contains(source, ColumnWindow.At(source.Siglum.ToLowerInvariant(), Casebook.Sources, 80).On(Casebook.Sources));
    }

    [Fact]
    public void At_WhatIsNotAmongTheColumns_IsTheFirstStretch() =>
        Assert.Equal(1, ColumnWindow.At(Casebook.Sources[150].Siglum, [.. Casebook.Sources.Take(100)], 80).Stretch.Page);

    [Theory]
    [InlineData("0"), InlineData("-1"), InlineData("Qqqq"), InlineData("1.5"), InlineData("99999999999")]
    public void Read_NoStretch_SaysSoAndIsTheFirst(string text)
    {
        List<string> notices = [];
        Assert.Null(ColumnWindow.Read(Casebook, Asked.For(notices, ("cols", text))));
        Assert.Contains(text, Assert.Single(notices));
    }

    [Fact]
    public void Read_TooHighANumber_IsTheLastStretch()
    {
        var window = ColumnWindow.At(ColumnWindow.Read(Casebook, Asked.For(("cols", "999"))), Casebook.Sources, 80);
        Assert.Equal(Casebook.Sources.Count, window.Last);
        Assert.Equal("There is no stretch 999 of the sources; this is the last of 17.", window.Missed);
    }

    [Theory]
    [InlineData("2", 5, "There is no stretch 2 of the sources; all of them stand here.")]
    [InlineData("1", 5, null), InlineData("17", 200, null), InlineData(null, 200, null)]
    public void At_AStretchOrNone_SaysWhetherItIsThere(string? asked, int count, string? said) =>
        Assert.Equal(said, ColumnWindow.At(asked, [.. Casebook.Sources.Take(count)], 80).Missed);

    [Fact]
    public void At_ASourceThatIsNotShown_SaysSo()
    {
        var last = Casebook.Sources[^1].Siglum;
        Assert.Equal(
            $"{last} is not among the sources shown; this is the first of 9 stretches of them.",
            ColumnWindow.At(last, [.. Casebook.Sources.Take(100)], 80).Missed
        );
        Assert.Null(ColumnWindow.At(last, Casebook.Sources, 80).Missed);
    }
}
