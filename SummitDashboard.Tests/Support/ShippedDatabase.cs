using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Tests.Support;

/// <summary>
/// A database into which the shipped casebook has been loaded, made once for all tests and copied by each: a server that finds its folder
/// unchanged starts several times sooner, as it does for whoever starts it a second time.
/// </summary>
internal static class ShippedDatabase
{
    private static readonly Lazy<byte[]> Whole = new(Make);

    /// <summary>Puts a copy into this data folder, where there is none yet.</summary>
    public static void CopyTo(string data)
    {
        var file = Path.Combine(data, "summit.db");
        if (!File.Exists(file))
            File.WriteAllBytes(file, Whole.Value);
    }

    private static byte[] Make()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Sub("data"), "summit.db");
        new CasebookStore(
            new Unpooled(file),
            new DataOptions(Repo.Seeds, "no-texts", file),
            Spare.Door(new Unpooled(file)),
            TimeProvider.System,
            NullLogger<CasebookStore>.Instance
        ).Open();
        return File.ReadAllBytes(file); // whole: the last connection that closes takes the write-ahead log in
    }

    private sealed class Unpooled(string file) : IDbContextFactory<SummitDb>
    {
        public SummitDb CreateDbContext() =>
            new(new DbContextOptionsBuilder<SummitDb>().UseSqlite($"Data Source={file};Pooling=false").Options);
    }
}
