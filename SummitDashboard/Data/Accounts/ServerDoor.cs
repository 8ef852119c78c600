using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Accounts;

/// <summary>The turn to write to the server’s database.</summary>
public sealed class ServerWriter(ServerTroubles troubles, ILogger<ServerWriter> logger) : Writer(troubles, logger);

/// <summary>The door to the server: its people, and which casebooks there are.</summary>
public sealed class ServerDoor(IDbContextFactory<ServerDb> databases, ServerWriter writer, TimeProvider clock, ILogger<ServerDoor> logger)
    : Door<ServerDb>(databases, writer, clock, logger)
{
    /// <summary>
    /// Carries out a change for the account with this id, by its right in a casebook, or on the server where none is named; null is nobody,
    /// and may change nothing.
    /// </summary>
    public Task<Outcome> Enter(
        string? accountId,
        Right right,
        string? casebookId,
        string verb,
        Func<Entry<ServerDb>, Task<Outcome>> change
    ) => Enter(verb, Who(accountId, right, casebookId), right, change);

    /// <summary>The same on a context of the caller’s, where others write through it too.</summary>
    public Task<Outcome> Enter(
        ServerDb db,
        string? accountId,
        Right right,
        string? casebookId,
        string verb,
        Func<Entry<ServerDb>, Task<Outcome>> change
    ) => InTurn(verb, () => Inside(db, Who(accountId, right, casebookId), right, change));

    /// <summary>
    /// The same for who needs no role, because something else gives the right: <paramref name="change"/> asks for that first.
    /// </summary>
    public Task<Outcome> Enter(ServerDb db, Author author, string verb, Func<Entry<ServerDb>, Task<Outcome>> change) =>
        InTurn(verb, () => Inside(db, _ => author, Right.Read, change));

    private static Func<ServerDb, Author?> Who(string? accountId, Right right, string? casebookId) =>
        db =>
            accountId is null ? null
            : accountId == Shell ? Author.Shell
            : Roles.AuthorIn(db, accountId, casebookId, right);
}
