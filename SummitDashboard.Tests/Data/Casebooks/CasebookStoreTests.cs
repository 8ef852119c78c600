using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

public sealed class CasebookStoreTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_AfterTheFileCouldOnlyBeRead_IsDoneWhenAskedAgain()
    {
        using var store = new TestStore(SmallCasebook.Write(folder), pooling: true);
        var ada = store.Person("Ada", AccountRole.Editor);
        // Kept connections that cannot write, as those are that were opened meanwhile.
        var kept = Enumerable.Range(0, 4).Select(_ => store.CreateDbContext()).ToList();
        foreach (var db in kept)
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA query_only = 1", TestContext.Current.CancellationToken);
        }
        kept.ForEach(db => db.Dispose());
        var edit = new PutItem(store.Casebook.Head, store.Casebook.Head with { Title = "Another" });
        Assert.Contains("read-only", Assert.IsType<Outcome.Failed>(await store.Store.Write(edit, ada)).Why);
        Assert.IsType<Outcome.Committed>(await store.Store.Write(edit, ada));
    }

    [Fact]
    public void Open_SameFolderTwice_MakesOneRevision()
    {
        var seeds = SmallCasebook.Write(folder);
        Assert.Equal(1, Open(seeds).Current.Revision);
        Assert.Equal(1, Open(seeds).Current.Revision);
    }

    [Fact]
    public void Open_OneFileChanged_RecordsThatChangeAsTheNextRevision()
    {
        var seeds = SmallCasebook.Write(folder);
        Open(seeds);
        folder.Write("seeds/claims/signed.md", SmallCasebook.Claim.Replace("Was it signed?", "Who signed it?"));
        var store = Open(seeds);

        Assert.Equal(2, store.Current.Revision);
        Assert.Equal("Who signed it?", store.Current.Claims[0].Question);
        using var db = Databases().CreateDbContext();
        var change = Assert.Single(db.Changes.Where(c => c.Revision == 2));
        Assert.Contains("Was it signed?", change.Before);
        Assert.Contains("Who signed it?", change.After);
    }

    [Fact]
    public void Open_FileRemoved_RemovesTheItem()
    {
        var seeds = SmallCasebook.Write(folder);
        Open(seeds);
        File.Delete(Path.Combine(seeds, "actors", "envoy.md"));
        folder.Write("seeds/events/signing.md", SmallCasebook.Event.Replace("actors: [envoy]", "actors: []"));
        Assert.Empty(Open(seeds).Current.Actors);
    }

    [Fact]
    public void Open_FolderBrokenSinceLastTime_KeepsTheDatabaseAsItWas()
    {
        var seeds = SmallCasebook.Write(folder);
        Open(seeds);
        folder.Write("seeds/claims/signed.md", SmallCasebook.Claim.Replace("order: 1", "order: x"));
        Assert.Equal(1, Open(seeds).Current.Claims[0].Order);
        using var db = Databases().CreateDbContext();
        Assert.Equal(1, db.Revisions.Max(r => r.Number));
    }

    [Fact]
    public void Open_ShippedCasebook_SurvivesTheDatabaseUnchanged()
    {
        var read = Repo.Casebook;
        var stored = Open(Repo.Seeds).Current;
        foreach (var (before, after) in Everything(read).Zip(Everything(stored)))
            Assert.Equal(Documents.Write(before), Documents.Write(after));

        static IEnumerable<Item> Everything(Casebook c) => [c.Head, .. c.Sources, .. c.Actors, .. c.Events, .. c.Claims];
    }

    [Fact]
    public void Open_TwoItemsSwapTheirFileNames_KeepTheirIds()
    {
        var seeds = SmallCasebook.Write(folder);
        WithId("sources/first.md", "aaa");
        WithId("sources/second.md", "bbb");
        Open(seeds);
        var (a, b) = (Path.Combine(seeds, "sources", "first.md"), Path.Combine(seeds, "sources", "second.md"));
        System.IO.File.Move(a, a + "x");
        System.IO.File.Move(b, a);
        System.IO.File.Move(a + "x", b);
        Assert.Equal("second", Open(seeds).Current.Sources[new SourceId("aaa")].Slug);
    }

    [Fact]
    public void Open_HeadGone_SaysThatTheDatabaseIsDamaged()
    {
        var seeds = SmallCasebook.Write(folder);
        Open(seeds);
        using (var db = Databases().CreateDbContext())
            db.Database.ExecuteSqlRaw("DELETE FROM Item WHERE Kind = 0");
        Assert.Contains("is damaged", Assert.Throws<StartupException>(() => Open(seeds)).Message);
    }

    [Fact]
    public void Open_EditorsLockFileInTheFolder_IsPassedOver()
    {
        var seeds = SmallCasebook.Write(folder);
        Open(seeds);
        System.IO.File.CreateSymbolicLink(Path.Combine(seeds, "claims", ".#signed.md"), "/nowhere/at-all");
        Assert.Equal(1, Open(seeds).Current.Revision);
    }

    [Theory]
    [InlineData("events/signing.md", false)]
    [InlineData("events", true)]
    public void Open_LinkInThePlaceOfWhatWasRead_IsNamedAndRemovesNothing(string place, bool isFolder)
    {
        var seeds = SmallCasebook.Write(folder);
        var event1 = Open(seeds).Current.Events[0];
        var (at, away) = (Path.Combine(seeds, place), Path.Combine(folder.Path, "away"));
        if (isFolder)
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, "apart"));
            Directory.Move(Path.Combine(seeds, "events"), away);
            Directory.CreateDirectory(at);
            Directory.CreateSymbolicLink(Path.Combine(at, "deeper"), away);
        }
        else
        {
            System.IO.File.Move(at, away);
            System.IO.File.CreateSymbolicLink(at, away);
        }
        Assert.Contains(CaseFolderReader.Read(seeds).Problems, p => p.Message.StartsWith("is a link", StringComparison.Ordinal));
        var casebook = Open(seeds).Current;
        Assert.Equal((1, event1.Id), (casebook.Revision, casebook.Events[0].Id));
    }

    [Fact]
    public void Open_FileMovedTooDeep_IsNamedAndRemovesNothing()
    {
        var seeds = SmallCasebook.Write(folder);
        Open(seeds);
        var deep = Directory.CreateDirectory(Path.Combine(seeds, "events", "a", "b", "c", "d", "e", "f")).FullName;
        System.IO.File.Move(Path.Combine(seeds, "events", "signing.md"), Path.Combine(deep, "signing.md"));
        Assert.Contains(CaseFolderReader.Read(seeds).Problems, p => p.Message.StartsWith("lies too deep", StringComparison.Ordinal));
        Assert.Single(Open(seeds).Current.Events);
    }

    private void WithId(string file, string id)
    {
        var path = Path.Combine(folder.Path, "seeds", file);
        System.IO.File.WriteAllText(path, $"---\nid: {id}\n" + System.IO.File.ReadAllText(path)[4..]);
    }

    private CasebookStore Open(string seeds)
    {
        var store = new CasebookStore(
            Databases(),
            new DataOptions(seeds, "", DatabaseFile),
            Spare.Door(Databases()),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<CasebookStore>.Instance
        );
        store.Open();
        return store;
    }

    private string DatabaseFile => Path.Combine(folder.Path, "data", "summit.db");

    private Factory Databases() =>
        new(new DbContextOptionsBuilder<SummitDb>().UseSqlite($"Data Source={DatabaseFile};Pooling=false").Options);

    private sealed class Factory(DbContextOptions<SummitDb> options) : IDbContextFactory<SummitDb>
    {
        public SummitDb CreateDbContext() => new(options);
    }
}
