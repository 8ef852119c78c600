using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Library;
using SummitDashboard.Data.Live;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// The sessions that are open, and those that ended within a day. Read from the database when first asked for, so that a restart goes on at
/// the same step; one timer serves them all.
/// </summary>
public sealed partial class LiveSessions : IHostedService, IHoldsCasebook, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly LiveStore store;
    private readonly LiveOptions options;
    private readonly ClosedReading access;
    private readonly ThisCasebook casebook;
    private readonly CasebookLibrary library;
    private readonly LiveCodes codes;
    private readonly TimeProvider clock;
    private readonly Troubles troubles;
    private readonly ConcurrentDictionary<string, LiveSession> byCode = new();
    private readonly ConditionalWeakTable<LiveSession, GuessCommits> commits = [];
    private readonly SemaphoreSlim one = new(1);
    private readonly PeriodicTask telling;
    private readonly PeriodicTask ending;
    private readonly CancellationTokenRegistration stopping;
    private bool isLoaded;
    private int ticks;

    public LiveSessions(
        LiveStore store,
        LiveOptions options,
        ClosedReading access,
        ThisCasebook casebook,
        CasebookLibrary library,
        LiveCodes codes,
        TimeProvider clock,
        IHostApplicationLifetime lifetime,
        Troubles troubles,
        ILogger<LiveSessions> log
    )
    {
        (this.store, this.options, this.access, this.clock, this.troubles) = (store, options, access, clock, troubles);
        (this.casebook, this.library, this.codes) = (casebook, library, codes);
        telling = new("telling audiences of guesses", TimeSpan.FromMilliseconds(500), clock, troubles, log, _ => Tell());
        ending = new("ending live sessions that nobody moves", TimeSpan.FromMinutes(1), clock, troubles, log, _ => EndForgotten());
        // Before the server waits for its connections: streams would hold it until it cuts them off.
        stopping = lifetime.ApplicationStopping.Register(() =>
        {
            foreach (var session in byCode.Values)
                session.Close();
        });
        misses = new(clock, options.Misses, TimeSpan.FromMinutes(1));
        Guesses = new(clock, options.Guesses, TimeSpan.FromSeconds(1));
        GuessesPerVisitor = new(clock, options.GuessesPerVisitor, TimeSpan.FromSeconds(10));
    }

    private readonly Allowance misses;

    public Allowance Guesses { get; }
    public Allowance GuessesPerVisitor { get; }

    /// <summary>The session with a code as somebody typed it, open or ended within a day; null where there is none.</summary>
    public async Task<LiveSession?> Find(string? typed)
    {
        if (LiveCode.Read(typed) is not { } code)
            return null;
        await Loaded();
        return byCode.GetValueOrDefault(code);
    }

    /// <summary>
    /// The session that an audience asks for by a code. Whoever tries too many that do not exist is told to wait, of right and wrong ones
    /// alike, so that trying on tells nothing; who has been in a session is not.
    /// </summary>
    /// <param name="token">The visitor's token.</param>
    /// <returns>The session; null where there is none, or where one has to wait.</returns>
    public async Task<(LiveSession? Session, bool Wait)> Seek(string? typed, string address, string? token)
    {
        var found = await Find(typed);
        if (found is not null && found.IsMember(token))
            return (found, false);
        lock (misses) // many tries at once are still one after another; a right one costs nothing
        {
            if (!misses.Has(address))
                return (null, true);
            if (found is null)
                misses.Take(address);
            return (found, false);
        }
    }

    /// <summary>The open sessions.</summary>
    public async Task<IReadOnlyList<LiveSession>> Open()
    {
        await Loaded();
        return [.. byCode.Values.Where(s => !s.IsEnded).OrderByDescending(s => s.Moved)];
    }

    /// <summary>Those that ended within a day: what was guessed in them can still be had.</summary>
    public async Task<IReadOnlyList<LiveSession>> Ended()
    {
        await Loaded();
        return [.. byCode.Values.Where(s => s.IsEnded).OrderByDescending(s => s.Moved)];
    }

    /// <summary>Opens a talk to an audience; the same presenter's open session of the same talk where there is one.</summary>
    public async Task<LiveSession> Start(TalkScript script, LivePerson who)
    {
        await Loaded();
        await one.WaitAsync();
        try
        {
            if (
                byCode.Values.FirstOrDefault(s =>
                    !s.IsEnded
                    && s.Driver.Id == who.Id
                    && s.Script.Slug == script.Slug
                    && s.Script.TalkId == script.TalkId
                    && script.TalkId is not null
                ) is
                { } running
            )
                return running;
            var code = LiveCode.New(access.IsClosed);
            while (byCode.ContainsKey(code) || !codes.Take(code, casebook.Id))
                code = LiveCode.New(access.IsClosed);
            await library.SetLive(casebook.Id, true);
            var now = clock.GetUtcNow().UtcDateTime;
            var row = new LiveSessionRow
            {
                Id = Ids.New(),
                Code = code,
                Script = JsonSerializer.Serialize(script, TalkScriptJson.Default.TalkScript),
                DriverId = who.Id,
                DriverName = who.Name,
                Salt = OneTimeLinks.NewSecret(),
                Started = now,
                Moved = now,
            };
            await store.Add(row);
            return byCode[code] = new(row, script, clock);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>
    /// Keeps a step, then moves to it; false as <see cref="LiveSession.MayMove"/>, true also for the one that was sent twice.
    /// </summary>
    public Task<bool> Move(LiveSession session, string accountId, LiveState to) =>
        session.InTurn(async () =>
        {
            if (!session.MayMove(accountId, to))
                return session.Driver.Id == accountId && session.State == to;
            var at = clock.GetUtcNow().UtcDateTime;
            await store.Save(session.Id, to.Seq, to.Stop, to.Shown, to.Blank, at);
            session.Move(to, at);
            return true;
        });

    /// <summary>Gives the wheel to another; false as <see cref="LiveSession.Heir"/>.</summary>
    public Task<bool> Hand(LiveSession session, string from, string to) => session.InTurn(() => Drive(session, session.Heir(from, to)));

    /// <summary>Takes the wheel; false as <see cref="LiveSession.MayTake"/>.</summary>
    public Task<bool> Take(LiveSession session, LivePerson who) =>
        session.InTurn(() => Drive(session, session.MayTake(who, TimeSpan.FromSeconds(options.AwaySeconds)) ? who : null));

    private async Task<bool> Drive(LiveSession session, LivePerson? who)
    {
        if (who is null)
            return false;
        await store.Hand(session.Id, who.Id, who.Name);
        session.Drive(who);
        return true;
    }

    /// <summary>Takes a guess; null where it is on the disk and counts, else why not.</summary>
    public async Task<string?> Guess(LiveSession session, int stop, int wording, string option, string token, string address)
    {
        var (row, why) = session.Guess(stop, wording, option, token, address, options);
        if (row is null)
            return why;
        return await commits.GetValue(session, CommitsOf).Add(row) ? null : LiveSession.Over;
    }

    private GuessCommits CommitsOf(LiveSession session) =>
        new(
            rows =>
                session.InTurn(async () =>
                {
                    if (session.IsEnded)
                        return false;
                    await store.Keep(rows);
                    session.Take(rows);
                    return true;
                }),
            clock
        );

    /// <summary>Ends a session, once its counts are on the disk.</summary>
    public Task<bool> End(LiveSession session) =>
        session.InTurn(async () =>
        {
            if (session.IsEnded)
                return true;
            var results = session.Counted();
            await store.End(session.Id, clock.GetUtcNow().UtcDateTime, results);
            session.End(results);
            if (byCode.Values.All(s => s.IsEnded))
                await library.SetLive(casebook.Id, false);
            return true;
        });

    /// <summary>Whether an audience may be there.</summary>
    public bool IsBusy => byCode.Values.Any(s => !s.IsEnded);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        telling.Start();
        ending.Start();
        // Its code is known before anybody asks for it.
        if (library.Get(casebook.Id) is { IsLive: true })
            await Loaded();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await telling.DisposeAsync();
        await ending.DisposeAsync();
    }

    public void Dispose()
    {
        stopping.Dispose();
        foreach (var code in byCode.Keys)
            codes.Free(code);
        telling.Dispose();
        ending.Dispose();
        one.Dispose();
    }

    // Twice a second the presenters hear of guesses, every two seconds the audience, every fifteen everybody of nothing new.
    private Task Tell()
    {
        ticks++;
        foreach (var session in byCode.Values.Where(s => !s.IsEnded))
        {
            session.Tell(audienceToo: ticks % 4 == 0);
            if (ticks % 30 == 0)
                session.Heartbeat();
        }
        return Task.CompletedTask;
    }

    private async Task EndForgotten()
    {
        foreach (
            var session in byCode.Values.Where(s =>
                !s.IsEnded && clock.GetUtcNow().UtcDateTime - s.Moved > TimeSpan.FromHours(options.Hours)
            )
        )
            await End(session);
    }
}
