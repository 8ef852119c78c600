using SummitDashboard.Data.Library;

namespace SummitDashboard.Data.Search;

/// <summary>
/// Has the index made of casebooks that nobody is in, where somebody searched all and theirs was missing: one after another, each opened
/// for as long as that takes.
/// </summary>
public sealed class SearchAhead(
    IOpensCasebooks casebooks,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<SearchAhead> logger
)
{
    // What could not be made is left for a while, and nothing waits longer than this for one.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Queue<string> waiting = [];
    private readonly Dictionary<string, DateTimeOffset> asked = [];
    private bool isWorking;

    /// <summary>Asks for some; nobody waits for it.</summary>
    public void Make(IEnumerable<string> ids)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var id in ids.Where(id => !asked.TryGetValue(id, out var at) || now - at > Longest))
            {
                asked[id] = now;
                waiting.Enqueue(id);
            }
            if (isWorking || waiting.Count == 0)
                return;
            isWorking = true;
        }
        _ = Task.Run(Work);
    }

    private async Task Work()
    {
        while (Next() is { } id)
            try
            {
                using var longest = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
                longest.CancelAfter(Longest);
                await casebooks.In(id, async services =>
                {
                    await services.GetRequiredService<SearchIndexing>().WhenWhole(longest.Token);
                    return true;
                });
                lock (gate)
                    asked.Remove(id);
            }
            catch (Exception e)
            {
                if (!lifetime.ApplicationStopping.IsCancellationRequested)
                    logger.LogWarning(e, "The search index of the casebook {Casebook} was not made.", id);
            }
    }

    private string? Next()
    {
        lock (gate)
        {
            if (!lifetime.ApplicationStopping.IsCancellationRequested && waiting.TryDequeue(out var next))
                return next;
            isWorking = false;
            return null;
        }
    }
}
