using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SummitDashboard.Data.Live;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// One talk before an audience, in memory. Everybody who listens waits for the same pulse and then sends the same bytes, made once for each
/// step, so that a listener costs little more than its connection, and one who is slow skips steps instead of piling them up.
/// </summary>
public sealed partial class LiveSession
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly string salt;
    private readonly Dictionary<string, (LivePerson Person, int Open)> presenters = [];
    private readonly Dictionary<string, int> visitors = [];
    private readonly TimeProvider clock;
    private DateTimeOffset driverLeft;
    private readonly HashSet<int> revealed = [];
    private readonly Dictionary<string, int> addresses = [];
    private readonly HashSet<string> members = [];
    private readonly VoteLimit voters = new();
    private int here;
    private int unnamed;
    private bool counted;

    public LiveSession(LiveSessionRow row, TalkScript script, TimeProvider clock)
    {
        (Id, Code, Script, salt, this.clock) = (row.Id, row.Code, script, row.Salt, clock);
        State = new(row.Seq, row.Stop, row.Shown, row.Blank);
        Driver = new(row.DriverId, row.DriverName);
        (Moved, IsEnded, Results) = (row.Moved, row.Ended is not null, row.Results);
        driverLeft = clock.GetUtcNow();
        if (State.Shown > 0)
            revealed.Add(State.Stop);
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
        if (ShowsJoin == join)
            return;
        ShowsJoin = join;
        Wheel.Beat();
    }

    /// <summary>Open streams of the audience.</summary>
    public int Here => Volatile.Read(ref here);

    public IReadOnlyList<LivePerson> Presenters
    {
        get
        {
            lock (gate)
                return [.. presenters.Values.Select(p => p.Person)];
        }
    }

    /// <summary>A visitor's token as it is kept: salted, so that it tells nothing outside this session.</summary>
    public string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + token)))[..32];

    /// <summary>
    /// One change at a time: whoever asks first is weighed, written, and only then shown, before the next is weighed. What could not be
    /// written has changed nothing.
    /// </summary>
    public async Task<T> InTurn<T>(Func<Task<T>> change)
    {
        await turn.WaitAsync();
        try
        {
            return await change();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A guess as it is to be kept, where it is open; else why not.</summary>
    public (GuessRow? Row, string? Why) Guess(int stop, int wording, string option, string token, string address, LiveOptions limits)
    {
        lock (gate)
        {
            if (IsEnded)
                return (null, Over);
            if (stop != State.Stop || State.Shown > 0 || revealed.Contains(stop) || Script.Stops[stop].Guess is not { } guess)
                return (null, "This guess is closed.");
            if (wording < 0 || wording >= guess.WordingsHtml.Count || guess.Options.All(o => o.Key != option))
                return (null, "There is no such choice here.");
            var name = Hash(token);
            if (!voters.Admits(address, name, limits.VotersPerAddress))
                return (
                    null,
                    "More have guessed from where you are than follow the talk there. Keep this page open, load it again, and choose "
                        + "once more."
                );
            if (!Guesses.Admit(name, limits.Streams))
                return (null, "So many have guessed that no more can be counted.");
            return (
                new()
                {
                    SessionId = Id,
                    Stop = stop,
                    Wording = wording,
                    Token = name,
                    Option = option,
                },
                null
            );
        }
    }

    /// <summary>Why nothing is taken any more.</summary>
    public const string Over = "This session has ended.";

    /// <summary>Counts guesses that are on the disk.</summary>
    public void Take(IReadOnlyList<GuessRow> kept)
    {
        Guesses.Put(kept);
        lock (gate)
            counted = true;
    }

    /// <summary>Tells of what was counted since the last call, if anything was.</summary>
    public void Tell(bool audienceToo)
    {
        lock (gate)
        {
            if (!counted)
                return;
            counted = !audienceToo;
            if (
                audienceToo
                && State.Shown == 0
                && Script.Stops[State.Stop].Guess is not null
                && Guesses.Devices(State.Stop) is var devices and > 0
            )
                Count = Frame("count", new { text = $"{devices} of {Math.Max(devices, here)} have guessed" });
        }
        Wheel.Beat();
        if (audienceToo && Count is not null)
            Audience.Beat();
    }

    /// <summary>Wakes every listener, so that it shows that it is alive and notices who has gone.</summary>
    public void Heartbeat()
    {
        Audience.Beat();
        Wheel.Beat();
    }

    /// <summary>The counts as JSON: what stays when it ends.</summary>
    public string Counted() =>
        JsonSerializer.Serialize(
            Script.Stops.Select((s, i) => s.Guess?.WordingsHtml.Select((_, w) => Guesses.Counts(i, w)).ToList()).ToList()
        );

    /// <summary>Ends it for everybody, once its counts are on the disk.</summary>
    public void End(string results)
    {
        lock (gate)
        {
            (IsEnded, Results) = (true, results);
            Step = Draw();
        }
        Heartbeat();
    }

    public void Close()
    {
        IsClosing = true;
        Heartbeat();
    }

    /// <summary>The counts of a wording: of the guesses at hand, or of those that were counted when it ended.</summary>
    public Dictionary<string, int> CountsOf(int stop, int wording) =>
        Results is { } json
            ? JsonSerializer.Deserialize<List<List<Dictionary<string, int>>?>>(json)?.ElementAtOrDefault(stop)?.ElementAtOrDefault(wording)
                ?? []
            : Guesses.Counts(stop, wording);

    private long version;

    private LiveFrame Draw() =>
        Frame(
            "state",
            IsEnded
                ? new
                {
                    seq = State.Seq,
                    place = "",
                    html = "",
                    ended = true,
                }
                : new
                {
                    seq = State.Seq,
                    place = $"{State.Stop + 1} of {Script.Stops.Count}",
                    html = LiveView.Html(this, State),
                    ended = false,
                }
        );

    private LiveFrame Frame(string name, object data) =>
        new(++version, Encoding.UTF8.GetBytes($"event: {name}\nid: {version}\ndata: {JsonSerializer.Serialize(data)}\n\n"));
}
