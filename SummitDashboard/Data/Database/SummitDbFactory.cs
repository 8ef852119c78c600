using Microsoft.EntityFrameworkCore;

namespace SummitDashboard.Data.Database;

/// <summary>
/// Opens the database for whoever reads or writes through EF Core. Its options are made at the first use and not where the factory is asked
/// for: EF Core takes long to wake, and most starts and most pages never need it. It logs nothing; what goes wrong is said in a sentence.
/// </summary>
internal sealed class SummitDbFactory(DataOptions data, DatabaseOptions settings) : IDbContextFactory<SummitDb>
{
    private readonly Lazy<DbContextOptions<SummitDb>> options = new(() =>
        new DbContextOptionsBuilder<SummitDb>().UseSqlite(Engine.ConnectionString(data.DatabaseFile, settings.LockSeconds)).Options
    );

    public SummitDb CreateDbContext() => new(options.Value);
}
