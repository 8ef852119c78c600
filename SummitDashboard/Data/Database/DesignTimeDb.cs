using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SummitDashboard.Data.Database;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the server.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<SummitDb>
{
    public SummitDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SummitDb>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>The same for the server’s database: <c>--context ServerDb --output-dir Data/Database/ServerMigrations</c>.</summary>
internal sealed class DesignTimeServerDb : IDesignTimeDbContextFactory<ServerDb>
{
    public ServerDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ServerDb>().UseSqlite("Data Source=design.db").Options);
}
