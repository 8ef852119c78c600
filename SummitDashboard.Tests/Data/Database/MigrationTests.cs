using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Data.Casebooks;
using SummitDashboard.Tests.Data.Casebooks.Edits;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database;

/// <summary>Databases that earlier versions of the program made.</summary>
public sealed class MigrationTests
{
    /// <summary>Before there were editors: items, one load, and what the folder said, without its kinds.</summary>
    [Fact]
    public async Task Database_OfTheFirstVersion_OpensWithoutANewRevisionAndCanBeEdited()
    {
        using var test = new TestStore(Prepare);
        Assert.Equal(1, test.Casebook.Revision);
        Assert.Equal(Repo.Casebook.Items().Select(Documents.Write), test.Casebook.Items().Select(Documents.Write));
        Assert.Empty(await new FolderOffers(test).List());
        using (var db = test.CreateDbContext())
        {
            Assert.Empty(db.Database.GetPendingMigrations());
            Assert.All(db.Items.ToList(), i => Assert.Equal(i.Kind, db.Seeds.Single(s => s.ItemId == i.Id).Kind));
        }
        var listed = Assert.Single(test.History.List(10));
        Assert.Equal((1L, "casebook folder", "load"), (listed.Number, listed.By, listed.Verb));

        await test.Commit(Sample.Of("claim", test.Casebook), test.Person("Ada", AccountRole.Editor));
        Assert.Equal(2, test.Open().Current.Revision);
        Assert.Equal(
            Repo.Casebook.Claims.Select(Documents.Write),
            test.History.AsOf(1, TestContext.Current.CancellationToken)!.Claims.Select(Documents.Write)
        );
    }

    private static string Prepare(TempFolder folder)
    {
        FirstVersion(folder);
        return Repo.Seeds;
    }

    /// <summary>Makes <c>data/summit.db</c> as the first version left it after its first start.</summary>
    internal static string FirstVersion(TempFolder folder)
    {
        var file = Path.Combine(folder.Sub("data"), "summit.db");
        using var db = new SummitDb(new DbContextOptionsBuilder<SummitDb>().UseSqlite($"Data Source={file};Pooling=false").Options);
        db.GetService<IMigrator>().Migrate("20261122200824_Initial");
        using var transaction = db.Database.BeginTransaction();
        db.Database.ExecuteSql(
            $"INSERT INTO Revision (Number, At, By, Command) VALUES (1, '2026-11-22 20:10:00', 'casebook folder', 'load')"
        );
        db.Database.ExecuteSql($"INSERT INTO SeedLoad (Id, Fingerprint) VALUES (1, 'that of an older build')");
        foreach (var item in Repo.Casebook.Items())
        {
            var (kind, json) = ((int)Kinds.Of(item).Number, UpcastTests.AsSchema1(Documents.Write(item)));
            db.Database.ExecuteSql(
                $"INSERT INTO Item (Id, Kind, Slug, Version, Json) VALUES ({item.RawId}, {kind}, {item.Slug}, 1, {json})"
            );
            db.Database.ExecuteSql(
                $"INSERT INTO Change (Revision, ItemId, Kind, After, Schema) VALUES (1, {item.RawId}, {kind}, {json}, 1)"
            );
            db.Database.ExecuteSql($"INSERT INTO SeedBase (ItemId, Json) VALUES ({item.RawId}, {json})");
        }
        transaction.Commit();
        return file;
    }
}
