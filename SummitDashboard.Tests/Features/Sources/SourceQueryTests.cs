using SummitDashboard.Domain;
using SummitDashboard.Features.Sources;
using SummitDashboard.Reading.Sources;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Sources;

public class SourceQueryTests
{
    private static readonly Casebook Casebook = Repo.Casebook;

    private static ReaderQuery Read(ICollection<string> notices, params ReadOnlySpan<(string Name, string? Value)> values) =>
        ReaderQuery.Read(Casebook, 500, _ => (7 * 50, 50), Asked.For(notices, values));

    [Theory]
    [
        InlineData(ReaderMarks.All, false, 1),
        InlineData(ReaderMarks.None, false, 2),
        InlineData(ReaderMarks.Claims | ReaderMarks.Loaded, true, 3)
    ]
    public void ReaderQuery_WrittenAndRead_IsTheSame(ReaderMarks show, bool one, int page)
    {
        var query = new ReaderQuery(show, one ? Casebook.Claims[0] : null, one ? "p4-event-x" : null, new(page, 7, 50), one ? 4 : null);
        List<string> notices = [];
        Assert.Equal(query, ReaderQuery.Read(Casebook, 500, _ => (7 * 50, 50), new(query.ToUrl(Casebook.Sources[0]), notices)));
        Assert.Empty(notices);
    }

    [Fact]
    public void ReaderQuery_Default_NeedsNoQuery() =>
        Assert.DoesNotContain('?', new ReaderQuery(ReaderMarks.All, null, null, default).ToUrl(Casebook.Sources[0]));

    [Theory]
    [
        InlineData("everything", null, null),
        InlineData(null, "<script>", null),
        InlineData(null, null, "-1"),
        InlineData(null, null, "99999999999999"),
        InlineData(null, null, "٣")
    ]
    [InlineData(null, null, null, "501"), InlineData(null, null, null, "0"), InlineData(null, null, null, "four")]
    public void ReaderQuery_NotUnderstood_FallsBackAndSaysSo(string? show, string? claim, string? page, string? paragraph = null)
    {
        List<string> notices = [];
        var query = Read(notices, ("show", show), ("claim", claim), ("page", page), ("paragraph", paragraph));
        Assert.Single(notices);
        Assert.Equal((ReaderMarks.All, (Claim?)null, (int?)null), (query.Show, query.Claim, query.Paragraph));
        Assert.InRange(query.Paging.Page, 1, 7);
    }

    [Fact]
    public void ReaderQuery_HugeValues_AreCutShort()
    {
        List<string> notices = [];
        Read(
            notices,
            ("show", string.Join(',', Enumerable.Repeat("x", 100_000))),
            ("claim", new string('y', 100_000)),
            ("page", new string('9', 100_000))
        );
        Assert.Equal(3, notices.Count);
        Assert.All(notices, n => Assert.InRange(n.Length, 10, 200));
    }

    [Fact]
    public void Toggled_Twice_IsTheSame()
    {
        var query = new ReaderQuery(ReaderMarks.All, null, null, default);
        Assert.Equal(query, query.Toggled(ReaderMarks.Events).Toggled(ReaderMarks.Events));
        Assert.Equal("claims,people,hedges,loaded", query.Toggled(ReaderMarks.Events).ShowValue);
    }

    [Fact]
    public void SourceQuery_EveryList_IsReadBack()
    {
        List<string> notices = [];
        foreach (var list in SourceQuery.Lists)
            Assert.Equal(new SourceQuery(list), SourceQuery.Read(Asked.For(notices, ("list", list))));
        Assert.Empty(notices);
    }

    [Fact]
    public void SourceQuery_UnknownList_FallsBackAndSaysSo()
    {
        List<string> notices = [];
        Assert.Null(SourceQuery.Read(Asked.For(notices, ("list", new string('q', 10_000)), ("page", "2"))).List);
        Assert.InRange(Assert.Single(notices).Length, 10, 200);
    }

    [Fact]
    public void SourceQuery_LongList_IsShortUnlessChosenAndThenPaged()
    {
        var items = Enumerable.Range(0, 120).ToList();
        List<string> notices = [];
        Assert.Equal(SourceQuery.Short, new SourceQuery(null).Of("silent", items, items.Count, Asked.For(notices)).Items.Count);
        var last = new SourceQuery("silent").Of("silent", items, items.Count, Asked.For(notices, ("page", "3")));
        Assert.Equal((3, 3, 20, 119), (last.Page.Page, last.Page.Pages, last.Items.Count, last.Items[^1]));
        Assert.Empty(notices);
        Assert.Equal(3, new SourceQuery("silent").Of("silent", items, items.Count, Asked.For(notices, ("page", "4"))).Page.Page);
        Assert.Single(notices);
    }

    [Fact]
    public void Tally_OfEverySource_AddsUpToTheClaims()
    {
        foreach (var source in Casebook.Sources)
        {
            var tally = SourceIndex.Of(Casebook).Tally(source);
            Assert.Equal(Casebook.Claims.Count, tally.Total);
            Assert.Equal(Casebook.Claims.Count(c => Cell.Of(Casebook, c, source).Kind == CellKind.Told), tally.Told);
            Assert.Equal(0, tally["no such word"]);
        }
    }

    [Fact]
    public void WritingReason_OfEverySource_DecidesWhereTheTimeIsKnown()
    {
        foreach (var source in Casebook.Sources)
            Assert.Equal(
                source.AgainstVisit(Casebook) == WritingTime.CannotTell,
                WritingReason.Of(Casebook, source).Contains("overlap", StringComparison.Ordinal)
            );
        Assert.Contains("Nothing", WritingReason.Of(Casebook, Casebook.Sources[0] with { Written = null }));
    }
}
