using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>One bad record is one bad record: it is set aside and named, nothing is written over it, and the rest goes on.</summary>
public sealed class BadRecordTests : IDisposable
{
    private readonly TestStore test = new(folder => SmallCasebook.Write(folder));
    private readonly Troubles troubles = new(TimeProvider.System, NullLogger<Troubles>.Instance);

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData("Json = '{ broken'")]
    [InlineData("Json = ''")]
    [InlineData("Json = 'null'")]
    [InlineData("Json = '{}'")]
    [InlineData("Json = x'00ff'")]
    [InlineData("Json = replace(Json, '\"Was it signed?\"', 'null')")]
    [InlineData("Json = replace(Json, '\"signed\"', '\"another\"')")]
    [InlineData("Kind = 99")]
    [InlineData("Kind = 'claim'")]
    [InlineData("Kind = 3")]
    public async Task Open_ItemThatCannotBeRead_ShowsWhatTheHistoryKeptAndRefusesToWriteOverIt(string damage)
    {
        var (good, raw) = (Documents.Write(test.Casebook.Claims[0]), Damage(damage));
        var store = Open();
        Assert.Equal(good, Documents.Write(store.Current.Claims.Single()));
        Assert.Single(store.Current.EventsByClaim[store.Current.Claims[0].Id]);
        Assert.Contains("“signed”", Assert.Single(troubles.Now).What);
        Assert.Contains("what revision 1 left of it is shown", troubles.Now[0].What);

        var ada = test.Person("Ada", AccountRole.Editor);
        var claim = store.Current.Claims[0];
        Assert.Contains(
            "not written over",
            Assert.Single(
                Assert.IsType<Outcome.Invalid>(await store.Write(new PutItem(claim, claim with { Question = "Another?" }), ada)).Problems
            )
        );
        var actor = store.Current.Actors[0];
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(actor, actor with { Name = "Somebody" }), ada));
        Assert.Equal("Somebody", Open().Current.Actors[0].Name);
        Assert.Equal(raw, Raw());
        Assert.Contains(
            "signed",
            Assert.Throws<StartupException>(() => new CasebookExport(test, Options).Read(false, (_, files) => files.Count())).Message
        );
    }

    [Fact]
    public async Task Draft_ThatCannotBeRead_IsKeptAsideAndTold()
    {
        var ada = test.Person("Ada", AccountRole.Editor);
        var drafts = new DraftStore(test, Spare.Writer(), TimeProvider.System, troubles);
        await drafts.Put(ada, "claim/1", "{\"at\"");
        Assert.Null(await drafts.Get(ada, "claim/1"));
        await drafts.Put(ada, "claim/1", "{}");
        Assert.Equal(("{}", "claim/1"), (await drafts.Get(ada, "claim/1"), Assert.Single(await drafts.Keys(ada))));
        using var db = test.CreateDbContext();
        Assert.Single(db.Drafts, d => d.Json == "{\"at\"");
        Assert.Contains("claim/1", Assert.Single(troubles.Now).What);
    }

    [Fact]
    public async Task Offer_ThatCannotBeRead_IsLeftOutOfTheOthersAndTold()
    {
        using (var db = test.CreateDbContext())
            db.Database.ExecuteSql($"UPDATE SeedBase SET Offered = CASE Kind WHEN 2 THEN 'x' ELSE Json END WHERE Kind IN (2, 4)");
        Assert.Equal(ItemKind.Claim, Assert.Single(await new FolderOffers(test, troubles).List()).Kind);
        Assert.Single(troubles.Now);
    }

    [Fact]
    public void Backup_OfADatabaseWithABadRecord_IsMadeAsItIs()
    {
        var raw = Damage("Json = '{'");
        var made = SummitDashboard.Data.Database.Backups.Backup.Make(new(Path.GetDirectoryName(test.File)!), test.File + ".copy");
        Assert.Equal(1, made.Revision);
        Assert.Equal(raw, Raw());
    }

    [Fact]
    public void Open_ItemOfWhichNothingCanBeRead_LeavesOutOnlyWhatNamesIt()
    {
        using (var db = test.CreateDbContext())
            db.Database.ExecuteSqlRaw("""UPDATE Change SET After = '{{' WHERE ItemId = (SELECT Id FROM Item WHERE Kind = 4)""");
        Damage("Json = '{'");
        var casebook = Open().Current;
        Assert.Equal((2, 0, 0, 0), (casebook.Sources.Count, casebook.Claims.Count, casebook.Events.Count, casebook.Actors.Count));
        var what = Assert.Single(troubles.Now).What;
        Assert.Contains("claim “signed”", what);
        Assert.Contains("event “signing”", what);
        Assert.Contains("it names claim “signed”, which is left out", what);
        Assert.Contains("actor “envoy”", what);
    }

    [Theory]
    [InlineData(1, "source “first”")]
    [InlineData(2, "")]
    [InlineData(4, "claim “signed”")]
    public void Open_ItemsThatAreGoneThoughOthersNameThem_AreShownAsTheHistoryKeptThem(int kind, string told)
    {
        var before = test.Casebook.Items().Select(Documents.Write).ToList();
        using (var db = test.CreateDbContext())
            db.Database.ExecuteSql($"DELETE FROM Item WHERE Kind = {kind}; UPDATE Item SET Json = '' WHERE Kind = 3");
        Assert.Equal(before, Open().Current.Items().Select(Documents.Write));
        Assert.Contains(told, Assert.Single(troubles.Now).What);
    }

    [Fact]
    public void Open_ItemOfANewerVersionOfTheProgram_IsSetAside()
    {
        using (var db = test.CreateDbContext())
            db.Database.ExecuteSqlRaw(
                """
                INSERT INTO Revision (Number, At, By, Command) VALUES (2, '2026-01-01', 'later', 'claim');
                INSERT INTO Change (Revision, ItemId, Kind, Before, After, Schema)
                    SELECT 2, Id, Kind, Json, Json, 99 FROM Item WHERE Kind = 4;
                UPDATE SeedLoad SET Fingerprint = 'of a newer build';
                """
            );
        Assert.Equal(2, Open().Current.Revision);
        Assert.Contains("written by a newer version of the program; what revision 1 left", Assert.Single(troubles.Now).What);
    }

    [Fact]
    public void Open_FolderThatChangesAnItemThatCannotBeRead_LeavesItAndTakesTheRest()
    {
        var raw = Damage("Json = '{'");
        File.WriteAllText(
            Path.Combine(test.Seeds, "claims", "signed.md"),
            SmallCasebook.Claim.Replace("Was it signed?", "Another question?")
        );
        File.WriteAllText(Path.Combine(test.Seeds, "actors", "envoy.md"), SmallCasebook.Actor.Replace("The Envoy", "Another name"));
        var casebook = Open().Current;
        Assert.Equal(("Was it signed?", "Another name"), (casebook.Claims[0].Question, casebook.Actors[0].Name));
        Assert.Equal(raw, Raw());
    }

    [Fact]
    public async Task History_WithARecordThatCannotBeRead_ListsTheRestAndRefusesWhatNeedsIt()
    {
        var ada = test.Person("Ada", AccountRole.Editor);
        var claim = test.Casebook.Claims[0];
        await test.Commit(new PutItem(claim, claim with { Question = "Was it?" }), ada);
        await test.Commit(new PutItem(test.Casebook.Claims[0], claim), ada);
        using (var db = test.CreateDbContext())
            db.Database.ExecuteSql($"UPDATE Change SET Before = 'x', After = 'x' WHERE Revision = 2");
        var history = new History(test, test.Store, troubles);
        Assert.Equal([3L, 2, 1], history.List(10).Select(r => r.Number));
        Assert.Equal((1, 0), (history.Find(2)!.Items, history.ChangesOf(2).Count));
        Assert.Null(history.AsOf(1, TestContext.Current.CancellationToken));
        Assert.NotNull(history.AsOf(2, TestContext.Current.CancellationToken));
        Assert.Contains($"Revision 2, {claim.Id}", Assert.Single(troubles.Now).What);
        Assert.IsType<Outcome.Failed>(await test.Store.Write(new Undo(2), ada));
        Assert.Contains(
            "--no-history",
            Assert
                .Throws<StartupException>(() => new CasebookExport(test, Options).Read(true, (_, files) =>
                    {
                        foreach (var file in files)
                            file.WriteTo(Stream.Null);
                        return 0;
                    }))
                .Message
        );
        Assert.Equal("Was it signed?", Open().Current.Claims[0].Question);
    }

    [Fact]
    public async Task Open_WhatTheFolderSaidLastCannotBeRead_OffersWhatDiffers()
    {
        using (var db = test.CreateDbContext())
            db.Database.ExecuteSql($"UPDATE SeedBase SET Json = 'x' WHERE Kind = 2");
        File.WriteAllText(Path.Combine(test.Seeds, "actors", "envoy.md"), SmallCasebook.Actor.Replace("The Envoy", "Another name"));
        Assert.Equal("The Envoy", Open().Current.Actors[0].Name);
        Assert.Equal(ItemKind.Actor, Assert.Single(await new FolderOffers(test).List()).Kind);
    }

    [Fact]
    public void Open_HeadOfWhichNothingCanBeRead_IsRefusedWithAWayToMendIt()
    {
        using (var db = test.CreateDbContext())
            db.Database.ExecuteSqlRaw("UPDATE Change SET After = '{{' WHERE Kind = 0; UPDATE Item SET Json = '{{' WHERE Kind = 0");
        Assert.Contains("restore", Assert.Throws<StartupException>(Open).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Open_CasebookWithoutItsHead_SaysWhatIsMissingWhereAndHowToMendIt()
    {
        using (var db = test.CreateDbContext())
            db.Database.ExecuteSqlRaw("DELETE FROM Item WHERE Kind = 0");
        var why = Assert.Throws<StartupException>(Open).Message;
        Assert.Contains(test.File, why);
        Assert.Contains("title page (title, phases and themes) is missing", why);
        Assert.Contains("Restore a backup", why);
        Assert.DoesNotContain("damaged or is not a database", why);
    }

    private DataOptions Options => new(test.Seeds, "no-texts", test.File);

    private CasebookStore Open()
    {
        var store = new CasebookStore(test, Options, Spare.Door(test), TimeProvider.System, NullLogger<CasebookStore>.Instance, troubles);
        store.Open();
        return store;
    }

    private string Damage(string change)
    {
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={test.File};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE Item SET {change} WHERE Kind = 4";
            command.ExecuteNonQuery();
        }
        return Raw();
    }

    private string Raw()
    {
        using var db = test.CreateDbContext();
        return db.Database.SqlQueryRaw<string>("SELECT quote(Kind) || quote(Json) AS Value FROM Item WHERE Slug = 'signed'").Single();
    }
}
