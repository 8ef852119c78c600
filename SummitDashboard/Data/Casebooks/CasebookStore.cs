using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// The one door to the casebook: reads are a look at <see cref="Current"/>, an immutable snapshot that all readers share; a change is
/// written to the database in one transaction and then published as the next snapshot.
/// </summary>
public sealed class CasebookStore(
    IDbContextFactory<SummitDb> databases,
    DataOptions options,
    Door door,
    TimeProvider clock,
    ILogger<CasebookStore> logger,
    Troubles? troubles = null
)
{
    private volatile Casebook? current;
    private volatile SetAsides aside = SetAsides.None;

    /// <summary>Tells of every new snapshot.</summary>
    public ChangeFeed Changes { get; } = new(logger);

    /// <summary>
    /// The article of a source; null where it is not at hand. What an edit brings in is held against it. Whoever keeps articles sets it.
    /// </summary>
    public Func<Source, ArticleText?> TextOf { get; set; } = _ => null;

    /// <summary>The casebook as it now stands. Throws before <see cref="Open"/> has succeeded.</summary>
    public Casebook Current => current ?? throw new InvalidOperationException("The casebook has not been opened.");

    /// <summary>
    /// Makes the database ready, takes over what changed in the casebook folder, and publishes the snapshot (<see cref="Opening"/>). Throws
    /// <see cref="StartupException"/>, having loaded nothing, where neither the database nor the folder gives a casebook.
    /// </summary>
    public void Open() =>
        (current, aside) = new Opening(
            databases,
            options,
            clock.GetUtcNow().UtcDateTime,
            troubles ?? new(clock, NullLogger<Troubles>.Instance)
        ).Open();

    /// <summary>
    /// Makes the database ready without reading the casebook: for the verbs that need no more. Throws <see cref="StartupException"/>.
    /// </summary>
    public void PrepareDatabase()
    {
        DatabaseFile.RequireWritable(options.DatabaseFile);
        DatabaseFile.Prepare(databases, options.DatabaseFile);
    }

    /// <summary>
    /// Carries out an edit for the account with this id: checks the right as it stands now, plans against the newest snapshot, holds the
    /// rules, writes everything in one transaction as one revision, then publishes. What is not <see cref="Outcome.Committed"/> has
    /// changed nothing. Never throws for what an edit contains, nor for a database that cannot be written.
    /// </summary>
    /// <param name="accountId">Who asks; null is nobody, and may change nothing.</param>
    /// <param name="reason">Why, if the author says; at most <see cref="MaxReason"/> characters are kept.</param>
    public Task<Outcome> Write(Edit edit, string? accountId, string? reason = null) => door.Enter(accountId, edit.Right, edit.Verb, entry =>
        {
            var writing = new Writing(entry, Newest(entry.Db, entry.Db.Database.CurrentTransaction!.GetDbTransaction()), aside, TextOf);
            var (outcome, next, changes) = writing.Carry(edit, reason is { Length: > MaxReason } ? reason[..MaxReason] : reason);
            if (next is not null)
                entry.Then(() => Publish(next, changes));
            return Task.FromResult(outcome);
        });

    /// <summary>
    /// Takes over what another process has written since, and tells of it as of a change made here. Throws
    /// <see cref="DatabaseUnavailableException"/>, or what the engine throws, where the database cannot be read.
    /// </summary>
    public async Task CatchUp()
    {
        if (current is not { } known || await Reads.Aside(Head) <= known.Revision)
            return;
        await door.Writer.Take(() =>
        {
            using var db = databases.CreateDbContext();
            using var moment = db.BeginReading();
            Newest(db, moment);
            return Task.CompletedTask;
        });
    }

    private long Head()
    {
        using var connection = Engine.Open(options.DatabaseFile);
        return StoredCasebook.Head(connection);
    }

    /// <summary>Longest reason kept, in characters.</summary>
    public const int MaxReason = 500;

    // Another process may have written since: its revisions are read before ours is planned.
    private Casebook Newest(SummitDb db, DbTransaction transaction)
    {
        var head = StoredCasebook.Head(transaction.Connection!, transaction);
        if (head == Current.Revision)
            return Current;
        if (head > Current.Revision && aside.All.Count == 0 && Revisions.Since(db, Current) is { } changes)
            return Publish(Current.With(head, changes), changes);
        var read = StoredCasebook.Read(transaction.Connection!, transaction, out var unreadable);
        aside = unreadable;
        return Publish(read, null);
    }

    private Casebook Publish(Casebook next, IReadOnlyList<ItemChange>? changes)
    {
        current = next;
        Changes.Publish(new(next, changes));
        return next;
    }
}
