using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data;

/// <summary>
/// The door for every change that others see: to the casebook, its articles, and people. Each goes through in the same way: it waits for
/// the turn to write, opens one transaction, asks the database for the right of its author as it now stands, is planned and held against
/// its rules by whoever owns what it changes, is committed, and then is told. Nothing throws for what a change contains, nor for a database
/// that cannot be written.
/// </summary>
public sealed class Door(IDbContextFactory<SummitDb> databases, Writer writer, TimeProvider clock, ILogger<Door> logger)
{
    /// <summary>Asks in the name of <see cref="Author.Shell"/>, which may do everything.</summary>
    public const string Shell = "/shell";

    /// <summary>The turn itself, for what nobody asked for.</summary>
    internal Writer Writer => writer;

    /// <summary>Carries out a change for the account with this id; null is nobody, and may change nothing.</summary>
    /// <param name="verb">What it is, for the log.</param>
    /// <param name="change">Writes it, without committing. What it reads is as the database now has it.</param>
    public Task<Outcome> Enter(string? accountId, Right right, string verb, Func<Entry, Task<Outcome>> change) => InTurn(verb, async () =>
        {
            await using var db = databases.CreateDbContext();
            return await Inside(db, AuthorOf(accountId, right), right, change);
        });

    /// <summary>The same on a context of the caller's, where others write through it too.</summary>
    public Task<Outcome> Enter(SummitDb db, string? accountId, Right right, string verb, Func<Entry, Task<Outcome>> change) =>
        InTurn(verb, () => Inside(db, AuthorOf(accountId, right), right, change));

    /// <summary>
    /// The same for who needs no role, because something else gives the right: <paramref name="change"/> asks for that first.
    /// </summary>
    public Task<Outcome> Enter(SummitDb db, Author author, string verb, Func<Entry, Task<Outcome>> change) =>
        InTurn(verb, () => Inside(db, _ => author, Right.Read, change));

    /// <summary>The turn, without transaction and right: for what stays written even where the answer is no.</summary>
    public async Task<Outcome> InTurn(string verb, Func<Task<Outcome>> change)
    {
        try
        {
            return await writer.Take(change);
        }
        catch (DatabaseUnavailableException e)
        {
            return new Outcome.Failed(e.Message);
        }
        catch (JsonException e)
        {
            logger.LogError(e, "A change ({Verb}) needs a record that cannot be read.", verb);
            return new Outcome.Failed(
                "A record in the database that this needs cannot be read. Nothing was changed; an owner sees more under “Server”."
            );
        }
        catch (Exception e) when (e is DbException or DbUpdateException or IOException)
        {
            logger.LogError(e, "A change ({Verb}) could not be written.", verb);
            return new Outcome.Failed("The database could not be written just now. Nothing was lost; try again.");
        }
    }

    private static Func<SummitDb, Author?> AuthorOf(string? accountId, Right right) =>
        db =>
            accountId == Shell ? Author.Shell
            : accountId is null ? null
            : db.Users.AsNoTracking().SingleOrDefault(a => a.Id == accountId) is { Disabled: false } account
            && Rights.Allows(account.Role, right)
                ? new(account.Id, account.Name)
            : null;

    private async Task<Outcome> Inside(SummitDb db, Func<SummitDb, Author?> who, Right right, Func<Entry, Task<Outcome>> change)
    {
        Outcome? outcome = null;
        try
        {
            await using var transaction = db.BeginWriting();
            db.ChangeTracker.Clear(); // what was read before may be old
            if (who(db) is not { } author)
                return new Outcome.Forbidden(right);
            var now = clock.GetUtcNow().UtcDateTime;
            var entry = new Entry(db, author, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)));
            outcome = await change(entry);
            if (outcome is not Outcome.Done)
                return outcome;
            transaction.Commit();
            entry.Tell(logger);
            return outcome;
        }
        finally
        {
            if (outcome is not Outcome.Done)
                db.ChangeTracker.Clear();
        }
    }
}

/// <summary>
/// A change that has come through the <see cref="Door"/>: the database inside its transaction, who makes it, and when (UTC, to the second).
/// </summary>
public sealed class Entry(SummitDb db, Author author, DateTime now)
{
    private readonly List<Action> told = [];

    public SummitDb Db => db;
    public Author Author => author;
    public DateTime Now => now;

    /// <summary>Has somebody told once it is on the disk, in the order asked, before the next one may write.</summary>
    public void Then(Action tell) => told.Add(tell);

    // It is written, whoever fails to hear of it.
    internal void Tell(ILogger logger)
    {
        foreach (var tell in told)
        {
            try
            {
                tell();
            }
            catch (Exception e)
            {
                logger.LogError(e, "A change by {Author} was written, but not told to everybody.", author.Name);
            }
        }
    }
}
