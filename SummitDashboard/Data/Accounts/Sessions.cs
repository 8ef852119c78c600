using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Accounts;

/// <summary>
/// The sign-ins, and what is open of them. Each is a row, so that it can be ended here, whatever its cookie says; and everything that is
/// open under one (a circuit, a stream) hears of its end: at once where it was ended here, within a second where another process did
/// (<c>people disable</c>). Who is given another role is signed in still, and what is open is opened anew with it.
/// </summary>
public sealed class Sessions : IDisposable
{
    private readonly IDbContextFactory<ServerDb> databases;
    private readonly ServerFolder folder;
    private readonly ServerWriter writer;
    private readonly TimeProvider clock;
    private readonly PeriodicTask rounds;

    public Sessions(
        IDbContextFactory<ServerDb> databases,
        ServerFolder folder,
        ServerWriter writer,
        TimeProvider clock,
        ServerTroubles troubles,
        ILogger<Sessions> logger
    )
    {
        (this.databases, this.folder, this.writer, this.clock) = (databases, folder, writer, clock);
        rounds = new("looking after who is signed in", TimeSpan.FromSeconds(1), clock, troubles, logger, _ =>
        {
            Look();
            return Task.CompletedTask;
        });
    }

    /// <summary>How long a sign-in lasts that is not used.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private readonly Lock gate = new();
    private readonly Dictionary<object, (SignIn SignIn, Action Ended)> watched = [];

    /// <summary>Begins a sign-in; returns what its cookie is to hold.</summary>
    public Task<string> Begin(string accountId) =>
        writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            var (id, now) = (OneTimeLinks.NewSecret(), clock.GetUtcNow().UtcDateTime);
            var forgotten = now - Life - TimeSpan.FromDays(2);
            await db.SignIns.Where(s => s.Seen < forgotten).ExecuteDeleteAsync();
            db.SignIns.Add(
                new()
                {
                    Hash = OneTimeLinks.Hash(id),
                    AccountId = accountId,
                    At = now,
                    Seen = now,
                }
            );
            await db.SaveChangesAsync();
            return id;
        });

    /// <summary>Whether a sign-in has not ended.</summary>
    public async Task<bool> IsOpen(SignIn signIn)
    {
        var hash = OneTimeLinks.Hash(signIn.Id);
        if (
            await databases.Read(db => db.SignIns.AsNoTracking().SingleOrDefault(s => s.Hash == hash && s.AccountId == signIn.AccountId))
            is not { } row
        )
            return false;
        var now = clock.GetUtcNow().UtcDateTime;
        if (now - row.Seen > TimeSpan.FromDays(1))
            await Seen(hash, now);
        return true;
    }

    /// <summary>Ends a sign-in on the server; that of other devices goes on. What is open of it hears so from <see cref="Look"/>.</summary>
    public Task End(SignIn signIn) =>
        writer.Take(async () =>
        {
            await using var db = await databases.CreateDbContextAsync();
            var hash = OneTimeLinks.Hash(signIn.Id);
            await db.SignIns.Where(s => s.Hash == hash).ExecuteDeleteAsync();
        });

    /// <summary>
    /// Something is open under this sign-in; dispose what is returned when it closes. <paramref name="ended"/> is called once, from any
    /// thread.
    /// </summary>
    public IDisposable Watch(SignIn signIn, Action ended)
    {
        var key = new object();
        lock (gate)
            watched[key] = (signIn, ended);
        rounds.Start();
        return new Watching(() =>
        {
            lock (gate)
                watched.Remove(key);
        });
    }

    /// <summary>Looks at every sign-in that something is open under, and ends what is open under one that is over.</summary>
    public void Look()
    {
        List<(object Key, SignIn SignIn, Action Ended)> open;
        lock (gate)
            open = [.. watched.Select(w => (w.Key, w.Value.SignIn, w.Value.Ended))];
        foreach (var group in open.GroupBy(o => o.SignIn))
        {
            if (IsGood(group.Key) is not false)
                continue;
            foreach (var (key, _, ended) in group)
            {
                lock (gate)
                    if (!watched.Remove(key))
                        continue;
                try
                {
                    ended();
                }
                catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException)
                {
                    // That one is gone already.
                }
            }
        }
    }

    public void Dispose() => rounds.Dispose();

    // The cookie's stamp, as every request has it compared, and the role that was shown; null where it
    // cannot be read just now, and is looked at again.
    private bool? IsGood(SignIn signIn)
    {
        try
        {
            using var connection = Engine.Open(folder.DatabaseFile);
            using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT CASE WHEN "IsOwner" THEN 'Owner' ELSE "Member"."Role" END
                FROM "Account" JOIN "SignIn" ON "SignIn"."AccountId" = "Account"."Id"
                LEFT JOIN "Member" ON "Member"."AccountId" = "Account"."Id" AND "CasebookId" = @casebook
                WHERE "Account"."Id" = @id AND NOT "Disabled" AND "SecurityStamp" = @stamp AND "Hash" = @hash
                """;
            command.Add("@id", signIn.AccountId);
            command.Add("@casebook", signIn.CasebookId ?? "");
            command.Add("@stamp", signIn.Stamp);
            command.Add("@hash", OneTimeLinks.Hash(signIn.Id));
            using var rows = command.ExecuteReader();
            return rows.Read() && Roles.Read(rows[0]) == signIn.Role;
        }
        catch (DbException)
        {
            return null;
        }
    }

    private async Task Seen(string hash, DateTime now)
    {
        try
        {
            await writer.Take(async () =>
            {
                await using var db = await databases.CreateDbContextAsync();
                await db.SignIns.Where(s => s.Hash == hash).ExecuteUpdateAsync(s => s.SetProperty(r => r.Seen, now));
            });
        }
        catch (DatabaseUnavailableException)
        {
            // The next request says it.
        }
    }

    private sealed class Watching(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
