namespace SummitDashboard.Data;

/// <summary>Something on this server that somebody has to mend, while the rest goes on.</summary>
/// <param name="About">What it is about, in a few words: “the casebook folder”, “the nightly backup”. One trouble each.</param>
/// <param name="What">What is wrong, where, and how to mend it: whole sentences, plain text, lines of their own for each of
/// several.</param>
/// <param name="Since">When it was first said, UTC.</param>
public sealed record Trouble(string About, string What, DateTimeOffset Since);

/// <summary>
/// What waits to be mended in a casebook: told in the log, and to its owners on every page, until it is mended. Held in memory and per
/// server, since whoever finds a trouble finds it again after a start.
/// </summary>
public class Troubles(TimeProvider clock, ILogger<Troubles> logger)
{
    private readonly Lock gate = new();
    private volatile IReadOnlyList<Trouble> now = [];

    /// <summary>Raised after every change, from whatever thread.</summary>
    public event Action? Changed;

    /// <summary>What waits now, the oldest first.</summary>
    public IReadOnlyList<Trouble> Now => now;

    /// <summary>Says what is wrong with something, in place of what was said of it before; the same words again say nothing.</summary>
    public void Say(string about, string what)
    {
        lock (gate)
        {
            var before = now.FirstOrDefault(t => t.About == about);
            if (before?.What == what)
                return;
            now = [.. now.Where(t => t.About != about), new(about, what, before?.Since ?? clock.GetUtcNow())];
        }
        logger.LogError("To be mended, {About}: {What}", about, what);
        Changed?.Invoke();
    }

    /// <summary>It is mended, or was never wrong.</summary>
    public void Clear(string about)
    {
        lock (gate)
        {
            if (now.All(t => t.About != about))
                return;
            now = [.. now.Where(t => t.About != about)];
        }
        logger.LogInformation("Mended: {About}.", about);
        Changed?.Invoke();
    }
}

/// <summary>The same of the server as a whole, told to its owners.</summary>
public sealed class ServerTroubles(TimeProvider clock, ILogger<ServerTroubles> logger) : Troubles(clock, logger);
