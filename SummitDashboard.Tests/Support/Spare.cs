using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Tests.Support;

/// <summary>What the parts of the data layer need of each other, where there is no host to hand it out.</summary>
public static class Spare
{
    public static Troubles Troubles() => new(TimeProvider.System, NullLogger<Troubles>.Instance);

    public static Writer Writer() => new(Troubles(), NullLogger<Writer>.Instance);
}
