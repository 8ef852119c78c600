using Microsoft.EntityFrameworkCore;

namespace SummitDashboard.Data.Database;

/// <summary>Reading for whoever must not wait on its thread: SQLite blocks, whatever its methods are called.</summary>
public static class Reads
{
    /// <summary>Reads the database on another thread. Throws <see cref="DatabaseUnavailableException"/>.</summary>
    public static Task<T> Read<TDb, T>(this IDbContextFactory<TDb> databases, Func<TDb, T> read)
        where TDb : DbContext =>
        Aside(() =>
        {
            using var db = databases.CreateDbContext();
            return read(db);
        });

    /// <summary>The same of anything that reads it.</summary>
    public static async Task<T> Aside<T>(Func<T> read)
    {
        try
        {
            return await Task.Run(read);
        }
        catch (Exception e) when (DatabaseUnavailableException.Of(e) is { } unavailable)
        {
            throw unavailable;
        }
    }
}
