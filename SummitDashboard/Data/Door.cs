using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data;

/// <summary>
/// The door for every change that others see: to a casebook and its articles, or to the server and its people. Each goes through in the
/// same way: it waits for the turn to write, opens one transaction, asks for the right of its author as it now stands, is planned and held
/// against its rules by whoever owns what it changes, is committed, and then is told. Nothing throws for what a change contains, nor for a
/// database that cannot be written.
/// </summary>
public abstract class Door<TDb>(IDbContextFactory<TDb> databases, Writer writer, TimeProvider clock, ILogger logger)
    where TDb : DbContext
{
    /// <summary>Asks in the name of <see cref="Author.Shell"/>, which may do everything.</summary>
    public const string Shell = "/shell";

    /// <summary>The turn itself, for what nobody asked for.</summary>
    internal Writer Writer => writer;

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

    /// <summary>A change on a context of its own.</summary>
    /// <param name="who">The author, if he has the right; asked before the change and once more before it is committed.</param>
    protected Task<Outcome> Enter(string verb, Func<TDb, Author?> who, Right right, Func<Entry<TDb>, Task<Outcome>> change) =>
        InTurn(verb, async () =>
        {
            await using var db = databases.CreateDbContext();
            return await Inside(db, who, right, change);
        });

    /// <summary>The same inside the turn, on a context of the caller’s.</summary>
    protected async Task<Outcome> Inside(TDb db, Func<TDb, Author?> who, Right right, Func<Entry<TDb>, Task<Outcome>> change)
    {
        Outcome? outcome = null;
        try
        {
            await using var transaction = db.BeginWriting();
            db.ChangeTracker.Clear(); // what was read before may be old
            if (who(db) is not { } author)
                return new Outcome.Forbidden(right);
            var now = clock.GetUtcNow().UtcDateTime;
            var entry = new Entry<TDb>(db, author, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)));
            outcome = await change(entry);
            if (outcome is not Outcome.Done)
                return outcome;
            if (RightMayEnd && who(db) is null)
                return outcome = new Outcome.Forbidden(right);
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

    /// <summary>Whether the right can be taken while the transaction is open, because it lies in another database.</summary>
    protected virtual bool RightMayEnd => false;
}

/// <summary>The author that an account is, if it has this right now; null where it has not. Asked of the server’s database.</summary>
public delegate Author? AuthorOf(string accountId, Right right);

/// <summary>The door to a casebook.</summary>
public sealed class Door(IDbContextFactory<SummitDb> databases, Writer writer, AuthorOf authorOf, TimeProvider clock, ILogger<Door> logger)
    : Door<SummitDb>(databases, writer, clock, logger)
{
    /// <summary>Carries out a change for the account with this id; null is nobody, and may change nothing.</summary>
    /// <param name="verb">What it is, for the log.</param>
    /// <param name="change">Writes it, without committing. What it reads is as the database now has it.</param>
    public Task<Outcome> Enter(string? accountId, Right right, string verb, Func<Entry, Task<Outcome>> change) =>
        Enter(
            verb,
            _ =>
                accountId is null ? null
                : accountId == Shell ? Author.Shell
                : authorOf(accountId, right),
            right,
            change
        );

    /// <summary>Whether the account with this id has the right now: for what goes on in its name long after it asked.</summary>
    public bool May(string accountId, Right right) => accountId == Shell || authorOf(accountId, right) is not null;

    protected override bool RightMayEnd => true;
}

/// <summary>
/// A change that has come through a <see cref="Door{TDb}"/>: the database inside its transaction, who makes it, and when (UTC, to the
/// second).
/// </summary>
public sealed class Entry<TDb>(TDb db, Author author, DateTime now)
{
    private readonly List<Action> told = [];

    public TDb Db => db;
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
