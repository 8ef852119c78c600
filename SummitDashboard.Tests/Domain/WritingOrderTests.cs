using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Domain;

/// <summary>A source stands where its date belongs, or where it was put; the others keep their order.</summary>
public sealed class WritingOrderTests
{
    // Br and Tu, Ye, Al and Wy.
    private static readonly IReadOnlyList<WrittenTogether> Places = WritingOrder.Of(Repo.Casebook.Sources);

    [Fact]
    public void Of_TheShippedCasebook_KeepsTiesTogether() =>
        Assert.Equal(["Br Tu", "Ye", "Al Wy"], Places.Select(p => string.Join(' ', p.Sources.Select(s => s.Siglum))));

    [Theory]
    [InlineData("2023-01-01", 0, false), InlineData("2024-06-18", 1, false), InlineData("[2024-06-18,2024-06-19]", 2, true)]
    [InlineData("2025-01-01", 3, false), InlineData(null, 3, false)]
    public void PlaceOf_ADate_IsAfterWhatWasWrittenByThen(string? date, int after, bool isTie) =>
        Assert.Equal((after, isTie), WritingOrder.PlaceOf(date is null ? null : Edtf.Parse(date), Places));

    [Fact]
    public void Number_OfAPlace_KeepsEverySourceInOrder()
    {
        for (var after = 0; after <= Places.Count; after++)
            foreach (var isTie in new[] { false, true }.Take(after == 0 ? 1 : 2))
            {
                var text = WritingPlace.Of(after, isTie, Places);
                Assert.Equal((after, isTie), WritingPlace.Read(text, null, Places));
                var placed = Repo.Casebook.Sources[0] with
                {
                    Id = new("new"),
                    Slug = "new",
                    Order = WritingPlace.Number((after, isTie), null, Places),
                };
                var moved =
                    isTie || Places.All(p => p.Order != placed.Order)
                        ? []
                        : WritingOrder.MakingRoom(placed, Repo.Casebook.Sources).ToDictionary(s => s.Id);
                var now = WritingOrder.Of([placed, .. Repo.Casebook.Sources.Select(s => moved.GetValueOrDefault(s.Id, s))]);
                Assert.Equal(Places.Count + (isTie ? 0 : 1), now.Count);
                Assert.Equal(isTie ? after - 1 : after, now.ToList().FindIndex(p => p.Sources.Contains(placed)));
                Assert.Equal(
                    Places.SelectMany(p => p.Sources.Select(s => s.Id)),
                    now.SelectMany(p => p.Sources.Where(s => s != placed).OrderBy(s => s.Siglum, StringComparer.Ordinal).Select(s => s.Id))
                );
            }
    }

    [Fact]
    public void Read_NeighbourThatIsGone_IsNoPlace() => Assert.Null(WritingPlace.Read("after:gone", null, Places));

    [Fact]
    public async Task PutSource_BetweenTwo_MovesThoseBehindInOneRevision()
    {
        using var test = new TestStore();
        var ada = test.Person("Ada", AccountRole.Editor);
        var first = test.Casebook.Sources[0];
        var added = new Source
        {
            Id = new("new-one"),
            Slug = "new-one",
            Siglum = "Zz",
            Name = "A new one",
            Order = 2,
            Colour = 6,
            Article = Article.Unknown,
        };
        var revision = await test.Commit(new PutSource(null, added), ada);
        Assert.Equal(["Br", "Tu", "Zz", "Ye", "Al", "Wy"], test.Casebook.Sources.Select(s => s.Siglum));
        Assert.Equal([1, 1, 2, 3, 4, 4], test.Casebook.Sources.Select(s => s.Order));
        await test.Commit(new Undo(revision), ada);
        Assert.Equal([1, 1, 2, 3, 3], test.Casebook.Sources.Select(s => s.Order));
        Assert.Equal(first, test.Casebook.Sources[0]);

        // One that came in between since is no reason to keep it.
        revision = await test.Commit(new PutSource(null, added with { Id = new("new-two"), Slug = "new-two" }), ada);
        await test.Commit(new PutSource(null, added with { Id = new("later"), Slug = "later", Siglum = "Zy", Colour = 7 }), ada);
        await test.Commit(new Undo(revision), ada);
        Assert.Equal(["Br", "Tu", "Zy", "Ye", "Al", "Wy"], test.Casebook.Sources.Select(s => s.Siglum));
    }
}
