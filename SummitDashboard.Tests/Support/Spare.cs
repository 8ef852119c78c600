using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Tests.Support;

/// <summary>What the parts of the data layer need of each other, where there is no host to hand it out.</summary>
public static class Spare
{
    public static Troubles Troubles() => new(TimeProvider.System, NullLogger<Troubles>.Instance);

    public static Door Door(IDbContextFactory<SummitDb> databases) =>
        new(databases, Writer(), TimeProvider.System, NullLogger<Door>.Instance);

    public static Writer Writer() => new(Troubles(), NullLogger<Writer>.Instance);
}
