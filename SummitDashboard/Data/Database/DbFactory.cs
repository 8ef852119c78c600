using Microsoft.EntityFrameworkCore;

namespace SummitDashboard.Data.Database;

/// <summary>
/// Opens a database for whoever reads or writes through EF Core. Its options are made at the first use and not where the factory is asked
/// for: EF Core takes long to wake, and most starts and most pages never need it. It logs nothing; what goes wrong is said in a sentence.
/// </summary>
internal sealed class DbFactory<TDb>(string file, DatabaseOptions settings, Func<DbContextOptions<TDb>, TDb> open) : IDbContextFactory<TDb>
    where TDb : DbContext
{
    private readonly Lazy<DbContextOptions<TDb>> options = new(() =>
        new DbContextOptionsBuilder<TDb>().UseSqlite(Engine.ConnectionString(file, settings.LockSeconds)).Options
    );

    public TDb CreateDbContext() => open(options.Value);
}
