using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Claims;

public sealed class ClaimListTests
{
    private static readonly Casebook Casebook = Repo.Casebook;
    private static readonly Casebook Large = new SyntheticCasebook(40, 130, 2_000, 10).Build();

    private static ClaimsQuery Query(Casebook casebook, QueryReader address) => ClaimsQuery.Read(casebook, address);

    [Fact]
    public void Of_Default_PutsTheMostContestedFirst()
    {
        var scores = ClaimList.Of(Casebook, Query(Casebook, Asked.For())).Claims.Select(c => Casebook.Contested[c.Id].Score).ToList();
        Assert.Equal(Casebook.Claims.Count, scores.Count);
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Theory]
    [InlineData("first,last", null)]
    [InlineData(null, "2024-06-18")]
    [InlineData("first,last", "2024-06-18")]
    public void Of_ChosenSourcesOrDay_GoesByTheScoresShown(string? sources, string? asOf)
    {
        foreach (var book in new[] { Casebook, Large })
        {
            var sigla = sources is null ? null : $"{book.Sources[0].Siglum},{book.Sources[^1].Siglum}";
            var query = Query(book, Asked.For(("sources", sigla), ("asOf", asOf)));
            var list = ClaimList.Of(book, query);
            var scores = list.Claims.Select(c => ScopedContestedness.Of(book, c, query).Contested.Score).ToList();
            Assert.Equal(book.Claims.Count, scores.Count);
            Assert.Equal(scores.OrderDescending(), scores);
            Assert.All(list.Claims.Select((c, n) => (c, n)), p => Assert.Equal(p.n, list.PlaceOf(p.c)));
        }
    }

    [Fact]
    public void Of_MoreChoicesThanAreKept_StaysInOrder()
    {
        foreach (var source in Large.Sources)
        {
            var query = Query(
                Large,
                Asked.For(("sources", $"{Large.Sources[0].Siglum},{source.Siglum}"), ("theme", Large.Claims[0].Theme))
            );
            var scores = ClaimList.Of(Large, query).Claims.Select(c => ScopedContestedness.Of(Large, c, query).Contested.Score).ToList();
            Assert.Equal(scores.OrderDescending(), scores);
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("story", null)]
    [InlineData("theme", null)]
    [InlineData("contested", "on")]
    public void AfterAndBefore_FromEndToEnd_VisitEveryListedClaim(string? sort, string? diff)
    {
        var list = ClaimList.Of(Large, Query(Large, Asked.For(("sort", sort), ("diff", diff))));
        List<Claim> forth = [list.Claims[0]],
            back = [list.Claims[^1]];
        while (list.After(forth[^1]) is { } next)
            forth.Add(next);
        while (list.Before(back[^1]) is { } next)
            back.Add(next);
        Assert.Equal(list.Claims, forth);
        Assert.Equal(list.Claims.Reverse(), back);
        Assert.Equal(Enumerable.Range(0, forth.Count), forth.Select(list.PlaceOf));
    }

    [Fact]
    public void After_ClaimNotListed_IsTheNextListedOne()
    {
        var theme = Casebook.Claims[^1].Theme;
        var list = ClaimList.Of(Casebook, Query(Casebook, Asked.For(("sort", "story"), ("theme", theme))));
        var outside = Casebook.Claims.First(c => c.Theme != theme);
        Assert.Equal(-1, list.PlaceOf(outside));
        Assert.Equal(
            list.Claims.FirstOrDefault(c => Casebook.Claims.PlaceOf(c.Id) > Casebook.Claims.PlaceOf(outside.Id)),
            list.After(outside)
        );
        Assert.Equal(
            list.Claims.LastOrDefault(c => Casebook.Claims.PlaceOf(c.Id) < Casebook.Claims.PlaceOf(outside.Id)),
            list.Before(outside)
        );
    }

    [Fact]
    public void On_EveryPage_TogetherAreTheList()
    {
        var list = ClaimList.Of(Large, Query(Large, Asked.For()));
        Assert.Equal((list.Claims.Count + ClaimList.PageSize - 1) / ClaimList.PageSize, list.Pages);
        Assert.Equal(list.Claims, Enumerable.Range(1, list.Pages).SelectMany(list.On));
        Assert.Equal(list.On(list.Pages), list.On(int.MaxValue));
        Assert.All(list.Claims, c => Assert.Contains(c, list.On(list.PageWith(c))));
    }

    [Fact]
    public void Of_Stance_KeepsWhatAShownSourceTakes()
    {
        foreach (var stance in Enum.GetValues<Stance>())
        {
            var query = Query(Casebook, Asked.For(("sources", Casebook.Sources[0].Siglum), ("stance", Vocabulary.Of(stance))));
            var expected = Casebook.Claims.Where(c => c.Of(Casebook.Sources[0].Id) is { } f && (f.Stance == stance || f.Also == stance));
            Assert.Equivalent(expected.Select(c => c.Slug), ClaimList.Of(Casebook, query).Claims.Select(c => c.Slug));
        }
    }

    [Fact]
    public void Of_OnlyDifferences_AgreesWithContestednessForEveryPair()
    {
        foreach (var book in new[] { Casebook, Large })
        foreach (var (a, b) in book.Sources.Zip(book.Sources.Skip(1)))
        {
            var query = Query(book, Asked.For(("sources", $"{a.Siglum},{b.Siglum}"), ("diff", "on")));
            var listed = ClaimList.Of(book, query).Claims.ToHashSet();
            foreach (var claim in book.Claims)
                Assert.Equal(
                    Contestedness.Among(claim, [Cell.Of(book, claim, a), Cell.Of(book, claim, b)]).Score > 0,
                    listed.Contains(claim)
                );
        }
    }

    [Fact]
    public void Standing_AsOfADay_CountsOnlySourcesThatMayHaveExisted()
    {
        var day = Casebook.Head.Visit!.EarliestDay!.Value;
        var query = Query(Casebook, Asked.For(("asOf", AsOfDay.Write(day))));
        var existing = Casebook.Sources.Where(s => s.ExistedBy(day) != Existence.NotYet).ToList();
        foreach (var claim in Casebook.Claims)
        {
            var standing = ScopedContestedness.Of(Casebook, claim, query);
            Assert.Equal(existing.Count, standing.Sources);
            Assert.Equal(Contestedness.Among(claim, existing.Select(s => Cell.Of(Casebook, claim, s))), standing.Contested);
        }
    }

    [Fact]
    public void Standing_OfAClaimThatNobodyTells_IsNoFigure()
    {
        var told = ScopedContestedness.Of(Casebook, Casebook.Claims[0], Query(Casebook, Asked.For()));
        Assert.Equal($"{told.Contested.Score:0.00}", told.Score);
        var claim = Casebook.Claims[0] with { Framings = [] };
        var untold = told with { Contested = Contestedness.Of(Casebook, claim) };
        Assert.Equal("–", untold.Score);
        Assert.Contains("no source tells it", untold.Parts);
    }

    [Fact]
    public void Standing_InShort_CountsEverySourceOnce()
    {
        foreach (var claim in Casebook.Claims)
        {
            var standing = ScopedContestedness.Of(Casebook, claim, Query(Casebook, Asked.For()));
            Assert.Equal(Casebook.Sources.Count, standing.Contested.Knowing + standing.Before + standing.Uncoded);
            Assert.DoesNotContain("-", standing.InShort);
        }
    }
}
