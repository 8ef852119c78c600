using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Reading.Claims;

/// <summary>What a choice of sources leaves out is counted against all sources, never among itself.</summary>
public sealed class LeftOutTests
{
    private static readonly Casebook Casebook = Repo.Casebook;

    [Fact]
    public void LeftOut_OfOneSource_IsWhatItIsSilentOnAndOthersTell()
    {
        foreach (var source in Casebook.Sources)
        {
            var left = LeftOut.Of(Casebook, ShownSources.Read(Casebook, source.Siglum, []))!;
            var expected = Casebook
                .Claims.Where(c => Cell.Of(Casebook, c, source).Kind == CellKind.Silent && c.Framings.Any(f => f.Stance != Stance.Silent))
                .Select(c => c.Slug);
            Assert.Equal(expected, left.Claims.Select(c => c.Slug));
            Assert.Contains($"{source.Siglum} is silent on", left.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void LeftOut_OfTwoSources_IsToldByNeitherOfThem()
    {
        var pairs = Casebook.Sources.SelectMany(a =>
            Casebook.Sources.Where(b => a.Order < b.Order).Select(b => ShownSources.Read(Casebook, $"{a.Siglum},{b.Siglum}", []))
        );
        var left = pairs.Select(shown => LeftOut.Of(Casebook, shown)!).ToList();
        Assert.Contains(left, l => l.Claims.Count > 0);
        Assert.All(left, l =>
            Assert.All(l.Claims, c => Assert.All(l.Shown.Sources, s => Assert.NotEqual(CellKind.Told, Cell.Of(Casebook, c, s).Kind)))
        );
        Assert.Null(LeftOut.Of(Casebook, ShownSources.Default(Casebook)));
    }

    [Fact]
    public void LeftOut_OfCellsThatNobodyCoded_SaysHowManyAndCountsNoneOfThem()
    {
        var (claim, sources) = (Casebook.Claims.First(c => c.Framings.All(f => f.Stance != Stance.Silent)), Casebook.Sources);
        Claim With(int silent) =>
            claim with
            {
                Framings =
                [
                    .. claim.Framings.Where(f => f.Source == sources[3].Id),
                    .. sources
                        .Take(silent)
                        .Select(s => new Framing
                        {
                            Source = s.Id,
                            Stance = Stance.Silent,
                            ReadBy = "test",
                            ReadOn = new(2026, 11, 22),
                        }),
                ],
            };
        var shown = string.Join(',', sources.Take(3).Select(s => s.Siglum));
        foreach (
            var (silent, says) in new[]
            {
                (1, $"none on which {Named(3)} are all silent. Not counted: 2 cells that nobody has coded yet."),
                (3, $"{Named(3)} are all silent on one."),
            }
        )
        {
            var book = Casebook.With(
                Casebook.Revision + 1,
                [.. Casebook.Claims.Select(c => new ItemChange(c, c.Id == claim.Id ? With(silent) : null))]
            );
            Assert.EndsWith(says, LeftOut.Of(book, ShownSources.Read(book, shown, []))!.Sentence, StringComparison.Ordinal);
        }

        string Named(int n) => Prose.List([.. sources.Take(n).Select(s => s.Siglum)]);
    }

    [Fact]
    public void Standing_OfOneSource_IsThatAmongAllAndSaysWhoElseTellsIt()
    {
        foreach (var source in Casebook.Sources)
        {
            var query = ClaimsQuery.Read(Casebook, Asked.For(("sources", source.Siglum)));
            Assert.Equal(
                Casebook.Claims.OrderByDescending(c => Casebook.Contested[c.Id].Score).Select(c => c.Slug),
                ClaimList.Of(Casebook, query).Claims.Select(c => c.Slug)
            );
            foreach (var claim in Casebook.Claims)
            {
                var standing = ScopedContestedness.Of(Casebook, claim, query);
                Assert.Equal(Casebook.Contested[claim.Id], standing.Contested);
                Assert.StartsWith(
                    $"{source.Siglum}: {Cell.Of(Casebook, claim, source).Word} · "
                        + $"{claim.Framings.Count(f => f.Source != source.Id && f.Stance != Stance.Silent)} of 4 others tell",
                    standing.InShort,
                    StringComparison.Ordinal
                );
            }
            Assert.All(ClaimList.Of(Casebook, query with { Stance = Stance.Silent }).Claims, c =>
                Assert.Equal(Stance.Silent, c.Of(source.Id)!.Stance)
            );
        }
    }
}
