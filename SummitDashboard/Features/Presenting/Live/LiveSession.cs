using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SummitDashboard.Data;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// One talk before an audience, in memory. Everybody who listens waits for the same pulse and then sends the same bytes, made once for each
/// step, so that a listener costs little more than its connection, and one who is slow skips steps instead of piling them up.
/// </summary>
public sealed class LiveSession
{
    private readonly Lock gate = new();
    private readonly string salt;
    private readonly Dictionary<string, (LivePerson Person, int Open)> presenters = [];
    private readonly Dictionary<string, int> visitors = [];
    private readonly TimeProvider clock;
    private DateTimeOffset driverLeft;
    private readonly HashSet<int> revealed = [];
    private int here;
    private bool counted;

    public LiveSession(LiveSessionRow row, TalkScript script, TimeProvider clock)
    {
        (Id, Code, Script, salt, this.clock) = (row.Id, row.Code, script, row.Salt, clock);
        State = new(row.Seq, row.Stop, row.Shown, row.Blank);
        Driver = new(row.DriverId, row.DriverName);
        (Moved, IsEnded, Results) = (row.Moved, row.Ended is not null, row.Results);
        driverLeft = clock.GetUtcNow();
        if (State.Shown > 0) revealed.Add(State.Stop);
        Step = Draw();
    }

    /// <summary>More moves than this nobody makes while cut off; a higher count would leave no next one.</summary>
    public const long MostMoves = 100_000;

    public string Id { get; }
    public string Code { get; }
    public TalkScript Script { get; }
    public GuessBook Guesses { get; } = new();
    public LiveState State { get; private set; }
    public LivePerson Driver { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Moved { get; private set; }
    public bool IsEnded { get; private set; }

    /// <summary>True once the server stops: streams end, the session goes on after.</summary>
    public bool IsClosing { get; private set; }

    /// <summary>The counts as JSON, once it has ended.</summary>
    public string? Results { get; private set; }

    /// <summary>Beats with every step; and with the wheel's for presenters, whose counts change more often.</summary>
    public Pulse Audience { get; } = new();
    public Pulse Wheel { get; } = new();

    /// <summary>What every listener is to have: the step, and while a guess is open how many have guessed.</summary>
    public LiveFrame Step { get; private set; }
    public LiveFrame? Count { get; private set; }

    /// <summary>True while the stage shows how to join. Of the stage alone: no step, not kept, and over with the next step.</summary>
    public bool ShowsJoin { get; private set; }

    /// <summary>Shows how to join on the stage, or the talk again.</summary>
    public void Show(bool join)
    {
        if (ShowsJoin == join) return;
        ShowsJoin = join;
        Wheel.Beat();
    }

    /// <summary>Open streams of the audience.</summary>
    public int Here => Volatile.Read(ref here);

    public IReadOnlyList<LivePerson> Presenters
    {
        get { lock (gate) return [.. presenters.Values.Select(p => p.Person)]; }
    }

    /// <summary>A visitor's token as it is kept: salted, so that it tells nothing outside this session.</summary>
    public string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + token)))[..32];

    /// <summary>Moves where the driver says; false where somebody else drives, it is not newer, or the talk has no such step.</summary>
    public bool Move(string accountId, LiveState to)
    {
        lock (gate)
        {
            if (IsEnded || accountId != Driver.Id || to.Seq <= State.Seq || to.Seq - State.Seq > MostMoves || !Script.Has(to.Stop, to.Shown)) return false;
            State = to;
            ShowsJoin = false;
            if (to.Shown > 0) revealed.Add(to.Stop);
            Moved = clock.GetUtcNow().UtcDateTime;
            Count = null;
            Step = Draw();
        }
        Audience.Beat();
        Wheel.Beat();
        return true;
    }

    /// <summary>Gives the wheel to another presenter who has stage or desk open; false where there is none, or it is not one's own to give.</summary>
    public bool Hand(string from, string to)
    {
        lock (gate)
        {
            if (IsEnded || Driver.Id != from || !presenters.TryGetValue(to, out var other)) return false;
            Driver = other.Person;
        }
        Wheel.Beat();
        return true;
    }

    /// <summary>Takes the wheel where its driver has had nothing open for so long.</summary>
    public bool Take(LivePerson who, TimeSpan away)
    {
        lock (gate)
        {
            if (IsEnded || (Driver.Id != who.Id && (presenters.ContainsKey(Driver.Id) || clock.GetUtcNow() - driverLeft < away))) return false;
            Driver = who;
        }
        Wheel.Beat();
        return true;
    }

    /// <summary>A presenter has stage or desk open until what is returned is disposed.</summary>
    public IDisposable Open(LivePerson who)
    {
        lock (gate) presenters[who.Id] = (who, presenters.GetValueOrDefault(who.Id).Open + 1);
        Wheel.Beat();
        return new Closing(() =>
        {
            lock (gate)
            {
                if (presenters[who.Id].Open > 1) presenters[who.Id] = (who, presenters[who.Id].Open - 1);
                else presenters.Remove(who.Id);
                if (who.Id == Driver.Id) driverLeft = clock.GetUtcNow();
            }
            Wheel.Beat();
        });
    }

    /// <summary>A visitor listens until what is returned is disposed; null where it, or the session, has as many streams as it may.</summary>
    public IDisposable? Listen(string? token, LiveOptions limits)
    {
        var name = token is null ? "" : Hash(token);
        lock (gate)
        {
            var own = visitors.GetValueOrDefault(name);
            // Who sends no token shares a quarter of the places, so that such visitors can follow and cannot crowd out the rest.
            if (here >= limits.Streams || own >= (token is null ? limits.Streams / 4 : limits.StreamsPerVisitor)) return null;
            visitors[name] = own + 1;
            here++;
            counted = true;
        }
        return new Closing(() =>
        {
            lock (gate)
            {
                if (visitors[name] > 1) visitors[name]--;
                else visitors.Remove(name);
                here--;
                counted = true;
            }
        });
    }

    /// <summary>Takes a guess where it is open; null where it was taken, else why not.</summary>
    public string? Guess(int stop, int wording, string option, string token, LiveOptions limits)
    {
        lock (gate)
        {
            if (IsEnded) return "This session has ended.";
            if (stop != State.Stop || State.Shown > 0 || revealed.Contains(stop) || Script.Stops[stop].Guess is not { } guess) return "This guess is closed.";
            if (wording < 0 || wording >= guess.WordingsHtml.Count || guess.Options.All(o => o.Key != option)) return "There is no such choice here.";
            if (!Guesses.Put(stop, wording, Hash(token), option, limits.Streams)) return "So many have guessed that no more can be counted.";
            counted = true;
            return null;
        }
    }

    /// <summary>Tells of what was counted since the last call, if anything was.</summary>
    public void Tell(bool audienceToo)
    {
        lock (gate)
        {
            if (!counted) return;
            counted = !audienceToo;
            if (audienceToo && State.Shown == 0 && Script.Stops[State.Stop].Guess is not null && Guesses.Devices(State.Stop) is var devices and > 0)
                Count = Frame("count", new { text = $"{devices} of {Math.Max(devices, here)} have guessed" });
        }
        Wheel.Beat();
        if (audienceToo && Count is not null) Audience.Beat();
    }

    /// <summary>Wakes every listener, so that it shows that it is alive and notices who has gone.</summary>
    public void Heartbeat()
    {
        Audience.Beat();
        Wheel.Beat();
    }

    /// <summary>Ends it for everybody. The counts are what stays.</summary>
    public string End()
    {
        lock (gate)
        {
            if (!IsEnded)
            {
                IsEnded = true;
                Results = JsonSerializer.Serialize(Script.Stops.Select((s, i) => s.Guess?.WordingsHtml.Select((_, w) => Guesses.Counts(i, w)).ToList()).ToList());
                Step = Draw();
            }
        }
        Heartbeat();
        return Results!;
    }

    public void Close()
    {
        IsClosing = true;
        Heartbeat();
    }

    /// <summary>The counts of a wording: of the guesses at hand, or of those that were counted when it ended.</summary>
    public Dictionary<string, int> CountsOf(int stop, int wording) => Results is { } json
        ? JsonSerializer.Deserialize<List<List<Dictionary<string, int>>?>>(json)?.ElementAtOrDefault(stop)?.ElementAtOrDefault(wording) ?? []
        : Guesses.Counts(stop, wording);

    private long version;

    private LiveFrame Draw() => Frame("state", IsEnded
        ? new { seq = State.Seq, place = "", html = "", ended = true }
        : new { seq = State.Seq, place = $"{State.Stop + 1} of {Script.Stops.Count}", html = LiveView.Html(this, State), ended = false });

    private LiveFrame Frame(string name, object data) => new(++version, Encoding.UTF8.GetBytes($"event: {name}\nid: {version}\ndata: {JsonSerializer.Serialize(data)}\n\n"));

    private sealed class Closing(Action close) : IDisposable
    {
        private Action? once = close;

        public void Dispose() => Interlocked.Exchange(ref once, null)?.Invoke();
    }
}
