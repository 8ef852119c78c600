using System.Collections.Concurrent;
using System.Text.Json;
using SummitDashboard.Data;
using SummitDashboard.Data.Edits;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// The sessions that are open, and those that ended within a day. Read from the database when first asked for, so that a restart goes on at
/// the same step; one timer serves them all.
/// </summary>
public sealed class LiveSessions : IHostedService, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly LiveStore store;
    private readonly LiveOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<LiveSessions> log;
    private readonly ConcurrentDictionary<string, LiveSession> byCode = new();
    private readonly SemaphoreSlim one = new(1);
    private readonly Lazy<Task> loaded;
    private ITimer? timer;
    private int ticks;
    private int busy;

    public LiveSessions(LiveStore store, LiveOptions options, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<LiveSessions> log)
    {
        (this.store, this.options, this.clock, this.log) = (store, options, clock, log);
        loaded = new(Load);
        // Before the server waits for its connections: streams would hold it until it cuts them off.
        lifetime.ApplicationStopping.Register(() => { foreach (var session in byCode.Values) session.Close(); });
        Misses = new(clock, options.Misses, TimeSpan.FromSeconds(1));
        Guesses = new(clock, options.Guesses, TimeSpan.FromSeconds(1));
        GuessesPerVisitor = new(clock, options.GuessesPerVisitor, TimeSpan.FromSeconds(10));
    }

    public Allowance Misses { get; }
    public Allowance Guesses { get; }
    public Allowance GuessesPerVisitor { get; }

    /// <summary>The session with a code as somebody typed it, open or ended within a day; null where there is none.</summary>
    public async Task<LiveSession?> Find(string? typed)
    {
        if (LiveCode.Read(typed) is not { } code) return null;
        await loaded.Value;
        return byCode.GetValueOrDefault(code);
    }

    /// <summary>The open sessions.</summary>
    public async Task<IReadOnlyList<LiveSession>> Open()
    {
        await loaded.Value;
        return [.. byCode.Values.Where(s => !s.IsEnded).OrderByDescending(s => s.Moved)];
    }

    /// <summary>Those that ended within a day: what was guessed in them can still be had.</summary>
    public async Task<IReadOnlyList<LiveSession>> Ended()
    {
        await loaded.Value;
        return [.. byCode.Values.Where(s => s.IsEnded).OrderByDescending(s => s.Moved)];
    }

    /// <summary>Opens a talk to an audience; the same presenter's open session of the same talk where there is one.</summary>
    public async Task<LiveSession> Start(TalkScript script, LivePerson who)
    {
        await loaded.Value;
        await one.WaitAsync();
        try
        {
            if (byCode.Values.FirstOrDefault(s => !s.IsEnded && s.Driver.Id == who.Id && s.Script.Slug == script.Slug && s.Script.TalkId == script.TalkId && script.TalkId is not null) is { } running) return running;
            var code = LiveCode.New();
            while (byCode.ContainsKey(code)) code = LiveCode.New();
            var now = clock.GetUtcNow().UtcDateTime;
            var row = new LiveSessionRow
            {
                Id = Ids.New(), Code = code, Script = JsonSerializer.Serialize(script, TalkScriptJson.Default.TalkScript),
                DriverId = who.Id, DriverName = who.Name, Salt = OneTimeLinks.NewSecret(), Started = now, Moved = now,
            };
            await store.Add(row);
            return byCode[code] = new(row, script, clock);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Moves, and keeps where it stands; false as <see cref="LiveSession.Move"/>.</summary>
    public async Task<bool> Move(LiveSession session, string accountId, LiveState to)
    {
        if (!session.Move(accountId, to)) return false;
        await store.Save(session.Id, to.Seq, to.Stop, to.Shown, to.Blank, session.Moved);
        return true;
    }

    public Task Hand(LiveSession session) => store.Hand(session.Id, session.Driver.Id, session.Driver.Name);

    public async Task End(LiveSession session)
    {
        if (session.IsEnded) return;
        await Keep(session);
        await store.End(session.Id, clock.GetUtcNow().UtcDateTime, session.End());
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        timer = clock.CreateTimer(_ => _ = Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(500));
        return Task.CompletedTask;
    }

    /// <summary>Keeps what was guessed.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        timer?.Dispose();
        foreach (var session in byCode.Values) await Keep(session);
    }

    public void Dispose()
    {
        timer?.Dispose();
        one.Dispose();
    }

    // Twice a second the presenters hear of guesses, every two seconds the audience, every fifteen everybody of nothing new.
    private async Task Tick()
    {
        if (!loaded.IsValueCreated || Interlocked.Exchange(ref busy, 1) == 1) return;
        try
        {
            ticks++;
            foreach (var session in byCode.Values.Where(s => !s.IsEnded))
            {
                session.Tell(audienceToo: ticks % 4 == 0);
                if (ticks % 30 == 0) session.Heartbeat();
                if (ticks % 2 == 0) await Keep(session);
                if (clock.GetUtcNow().UtcDateTime - session.Moved > TimeSpan.FromHours(options.Hours)) await End(session);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "A live session could not be looked after.");
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    private async Task Keep(LiveSession session)
    {
        var rows = session.Guesses.TakeUnsaved(session.Id);
        try
        {
            await store.Keep(rows);
        }
        catch (System.Data.Common.DbException e)
        {
            session.Guesses.Restore(rows);
            log.LogWarning("Guesses wait to be saved: {Why}", e.Message);
        }
    }

    private async Task Load()
    {
        foreach (var row in await store.Recent(clock.GetUtcNow().UtcDateTime - Kept))
        {
            if (JsonSerializer.Deserialize(row.Script, TalkScriptJson.Default.TalkScript) is not { } script) continue;
            var session = new LiveSession(row, script, clock);
            if (row.Ended is null) session.Guesses.Restore(await store.Guesses(row.Id), saved: true);
            byCode.TryAdd(row.Code, session);
        }
    }
}
