using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;

namespace SummitDashboard.Tests.Support;

/// <summary>
/// A database into which the shipped casebook has been loaded, made once for all tests and copied by each: a server that finds its folder
/// unchanged starts several times sooner, as it does for whoever starts it a second time.
/// </summary>
internal static class ShippedDatabase
{
    private static readonly Lazy<(byte[] Database, byte[] Index)> Whole = new(Make);

    /// <summary>Puts a copy into this data folder, where there is none yet.</summary>
    public static void CopyTo(string data)
    {
        var file = Path.Combine(data, "summit.db");
        if (File.Exists(file))
            return;
        File.WriteAllBytes(file, Whole.Value.Database);
        File.WriteAllBytes(Path.Combine(data, "search.db"), Whole.Value.Index);
    }

    private static (byte[] Database, byte[] Index) Make()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Sub("data"), "summit.db");
        var options = new DataOptions(Repo.Seeds, "no-texts", file);
        var store = new CasebookStore(
            new Unpooled(file),
            options,
            Spare.Door(new Unpooled(file)),
            TimeProvider.System,
            NullLogger<CasebookStore>.Instance
        );
        store.Open();
        // Whole: the last connection that closes takes the write-ahead log in.
        return (File.ReadAllBytes(file), Index(store.Current, options.SearchFile));
    }

    private static byte[] Index(Casebook casebook, string file)
    {
        var index = new FullTextIndex(file);
        index.Prepare();
        index.Replace(
            [.. new SearchEntries(casebook, _ => null).All().Select(o => (o.Name, (string?)o.Stamp(), o.Entries()))],
            casebook.Revision
        );
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        var bytes = File.ReadAllBytes(file);
        index.Discard();
        return bytes;
    }

    private sealed class Unpooled(string file) : IDbContextFactory<SummitDb>
    {
        public SummitDb CreateDbContext() =>
            new(new DbContextOptionsBuilder<SummitDb>().UseSqlite($"Data Source={file};Pooling=false").Options);
    }
}
