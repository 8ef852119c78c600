using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Tests.Support;

/// <summary>What the parts of the data layer need of each other, where there is no host to hand it out.</summary>
public static class Spare
{
    public static Troubles Troubles() => new(TimeProvider.System, NullLogger<Troubles>.Instance);

    /// <summary>A door at which nobody has a right but those that a <see cref="TestStore"/> or a <see cref="Desk"/> made.</summary>
    public static Door Door(IDbContextFactory<SummitDb> databases, AuthorOf? authorOf = null) =>
        new(
            databases,
            Writer(),
            authorOf ?? (databases as IKnowsPeople)?.AuthorOf ?? ((_, _) => null),
            TimeProvider.System,
            NullLogger<Door>.Instance
        );

    public static ServerTroubles ServerTroubles() => new(TimeProvider.System, NullLogger<ServerTroubles>.Instance);

    public static Writer Writer() => new(Troubles(), NullLogger<Writer>.Instance);
}
