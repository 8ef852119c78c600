using System.Collections.Concurrent;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>So many in so long for each name, counted in windows of that length. What was counted is forgotten with its window.</summary>
public sealed class Allowance(TimeProvider clock, int most, TimeSpan window)
{
    private ConcurrentDictionary<string, int> counts = new();
    private long current = -1;

    /// <summary>True where the name may once more.</summary>
    public bool Take(string name) => Counts().AddOrUpdate(name, 1, (_, n) => n + 1) <= most;

    /// <summary>True where the name has something left; nothing is counted.</summary>
    public bool Has(string name) => Counts().GetValueOrDefault(name) < most;

    private ConcurrentDictionary<string, int> Counts()
    {
        var now = clock.GetUtcNow().Ticks / window.Ticks;
        if (Interlocked.Exchange(ref current, now) != now)
            counts = new();
        return counts;
    }
}
