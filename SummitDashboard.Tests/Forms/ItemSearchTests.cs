using SummitDashboard.Domain;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Forms;

/// <summary>Items are found by the words of their names, wherever these stand, and no two look alike.</summary>
public sealed class ItemSearchTests
{
    private static readonly Casebook Book = Repo.Casebook;

    [Fact]
    public void Find_NothingTyped_IsEverythingInItsOrder() => Assert.Equal(Book.Claims, ItemSearch.Of(Book.Claims).Find(" "));

    [Theory]
    [InlineData("arrives north", "Putin arrives in North Korea")]
    [InlineData("NORTH  arrives", "Putin arrives in North Korea")]
    public void Find_WordsInAnyOrder_FindsTheEvent(string typed, string label) =>
        Assert.Equal(label, Assert.IsType<Event>(Assert.Single(ItemSearch.Of(Book.Events).Find(typed))).Label);

    [Fact]
    public void Find_Siglum_ComesFirst()
    {
        foreach (var source in Book.Sources)
            Assert.Equal(source, ItemSearch.Of(Book.Sources).Find(source.Siglum.ToLowerInvariant()).First());
    }

    [Theory]
    [InlineData("munitions")] // a claim's short name, and a word within events
    [InlineData("Does North Korea supply")]
    public void Find_AmongShelves_WhatFitsBestComesFirst(string typed)
    {
        var found = ItemSearch.Find([Book.Events, Book.Claims], typed).ToList();
        Assert.Equal("munitions", Assert.IsType<Claim>(found[0]).Slug);
        Assert.True(typed != "munitions" || found.OfType<Event>().Any());
    }

    [Fact]
    public void Find_PartOfAWord_ComesAfterItsBeginning()
    {
        var found = ItemSearch.Find([Book.Events, Book.Claims], "arm").ToList();
        var begins = found.Select(i => $" {Kinds.Of(i).TitleOf(i)} {i.Slug}".Contains(" arm", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(begins.OrderDescending(), begins);
    }

    [Fact]
    public void Find_ShortName_FindsIt() =>
        Assert.All(Book.Actors, actor => Assert.Contains(actor, ItemSearch.Of(Book.Actors).Find(actor.Slug)));

    [Fact]
    public void Find_WordsThatStandNowhere_IsEmpty() => Assert.Empty(ItemSearch.Of(Book.Sources).Find("zzz"));

    [Fact]
    public void Shown_TwoOfOneName_AreToldApart()
    {
        var twin = Book.Actors[0] with { Id = new("twin"), Slug = "another" };
        var search = ItemSearch.Of(
            new Shelf<Actor>([.. Book.Actors, twin], Comparer<Actor>.Create((a, b) => string.CompareOrdinal(a.Slug, b.Slug)))
        );
        Assert.Equal($"{twin.Name} (another)", search.Shown(twin));
        Assert.Equal($"{twin.Name} ({Book.Actors[0].Slug})", search.Shown(Book.Actors[0]));
        Assert.Equal(Book.Actors[1].Name, search.Shown(Book.Actors[1]));
    }
}
