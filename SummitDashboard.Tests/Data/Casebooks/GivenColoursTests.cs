using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>A source keeps its colour, from wherever it came, on every revision.</summary>
public sealed class GivenColoursTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestStore test;
    private readonly string ada;

    public GivenColoursTests()
    {
        test = new TestStore(SmallCasebook.Write(folder));
        ada = test.Person("Ada", AccountRole.Editor);
    }

    public void Dispose()
    {
        test.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Folder_SaysNoColour_GivesTheFirstOnesInWritingOrder() => Assert.Equal([1, 2], test.Casebook.Sources.Select(s => s.Colour));

    [Fact]
    public void Open_DatabaseWithoutColours_GivesThemInOneRevision()
    {
        Forget();
        var opened = test.Open();
        Assert.Equal([1, 2], opened.Current.Sources.Select(s => s.Colour));
        Assert.Equal(2, opened.Current.Revision);
        Assert.Equal("colours given", test.History.Find(2)?.Verb);
        Assert.Equal(2, test.Open().Current.Revision);
    }

    [Fact]
    public void Open_DatabaseWithoutColoursAndAFolderThatWaits_GivesThemToo()
    {
        Forget();
        folder.Write("seeds/claims/signed.md", "");
        Assert.Equal([1, 2], test.Open().Current.Sources.Select(s => s.Colour));
    }

    [Fact]
    public async Task Open_SourceRemovedHere_IsNotOfferedForItsColour()
    {
        var source = test.Casebook.Sources[1];
        await test.Commit(new PutItem(source, null), ada);
        Forget();
        Assert.Single(test.Open().Current.Sources);
        using var db = test.CreateDbContext();
        Assert.DoesNotContain(db.Seeds, s => s.Offered != null && s.ItemId == source.RawId);
    }

    [Fact]
    public async Task Folder_TakenUpAgain_LeavesTheColourThatAnEditorChose()
    {
        var source = test.Casebook.Sources[0];
        await test.Commit(new PutItem(source, source with { Colour = 7 }), ada);
        folder.Write(
            "seeds/sources/first.md",
            File.ReadAllText(Path.Combine(folder.Path, "seeds", "sources", "first.md")).Replace("name: The a.txt", "name: Another")
        );
        var now = test.Open().Current.Sources[source.Id];
        Assert.Equal((7, "Another"), (now.Colour, now.Name));
    }

    [Fact]
    public async Task Write_ColourOfAnother_IsRefusedByName()
    {
        var source = test.Casebook.Sources[0];
        var refused = Assert.IsType<Outcome.Invalid>(await test.Store.Write(new PutItem(source, source with { Colour = 2 }), ada));
        Assert.Contains("olour 2 is also that of second", Assert.Single(refused.Problems));
    }

    [Fact]
    public async Task Undo_OfARemovalWhoseColourIsAnothersNow_BringsTheSourceBackWithAFreeOneAndSaysSo()
    {
        var (first, second) = (test.Casebook.Sources[0], test.Casebook.Sources[1]);
        var removed = await test.Commit(new PutItem(first, null), ada);
        await test.Commit(new PutItem(second, second with { Colour = 1 }), ada);
        var done = Assert.IsType<Outcome.Committed>(await test.Store.Write(new Undo(removed), ada));
        Assert.Equal((2, 1), (test.Casebook.Sources[first.Id].Colour, test.Casebook.Sources[second.Id].Colour));
        Assert.Equal(
            $"Taken back, as revision {done.Revision}. The colour of {first.Siglum} is now that of {second.Siglum}, so it has "
                + "another.",
            Undo.Said(done)
        );
    }

    [Fact]
    public async Task Undo_OfARemovalWhereNoColourIsFree_BringsTheSourceBackNeutral()
    {
        var first = test.Casebook.Sources[0];
        var removed = await test.Commit(new PutItem(first, null), ada);
        foreach (var colour in SourceColours.Free(test.Casebook.Sources).ToList())
        {
            var id = Ids.New<Source>();
            var more = new Source
            {
                Id = id,
                Slug = $"more-{colour}",
                Siglum = "M" + (char)('a' + colour),
                Name = "More",
                Order = 10 + colour,
                Colour = colour,
                Article = Article.Unknown,
            };
            await test.Commit(new PutItem(null, more), ada);
        }
        var done = Assert.IsType<Outcome.Committed>(await test.Store.Write(new Undo(removed), ada));
        Assert.Equal(SourceColours.Neutral, test.Casebook.Sources[first.Id].Colour);
        Assert.EndsWith("has none of its own.", Undo.Said(done), StringComparison.Ordinal);
        Assert.Equal(test.Casebook.Revision, test.Open().Current.Revision);
    }

    [Fact]
    public async Task AsOf_AnOldRevision_ShowsTheColoursOfToday()
    {
        var source = test.Casebook.Sources[0];
        await test.Commit(new PutItem(source, source with { Colour = 5 }), ada);
        Assert.Equal([5, 2], test.History.AsOf(1, TestContext.Current.CancellationToken)!.Sources.Select(s => s.Colour));
        await test.Commit(new PutItem(test.Casebook.Sources[0], source with { Colour = 6 }), ada);
        Assert.Equal([6, 2], test.History.AsOf(1, TestContext.Current.CancellationToken)!.Sources.Select(s => s.Colour));
        Assert.Equal(1, ((Source)Assert.Single(test.History.Since(1)).Before!).Colour);
    }

    // As a database of before: neither the items nor what the folder said have colours.
    private void Forget()
    {
        using var db = test.CreateDbContext();
        db.Database.ExecuteSql(
            $"""
            UPDATE "Item" SET "Json" = replace(replace("Json", '"colour":1,', ''), '"colour":2,', '');
            UPDATE "SeedBase" SET "Json" = replace(replace("Json", '"colour":1,', ''), '"colour":2,', '');
            UPDATE "Change" SET "After" = replace(replace("After", '"colour":1,', ''), '"colour":2,', '');
            """
        );
        db.Database.ExecuteSql($"""UPDATE "SeedLoad" SET "Fingerprint" = '' """);
    }
}
