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
    private readonly Queue<(string Id, DateTimeOffset? Damaged)> waiting = [];
    private readonly Dictionary<string, DateTimeOffset> asked = [];
    private bool isWorking;

    /// <summary>Asks for some; nobody waits for it.</summary>
    /// <param name="ids">Each with whether its index was met damaged: then it is made anew, and who has the casebook open knows nothing
    /// of that yet.</param>
    public void Make(IEnumerable<(string Id, bool IsDamaged)> ids)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var (id, isDamaged) in ids.Where(i => !asked.TryGetValue(i.Id, out var at) || now - at > Longest))
            {
                asked[id] = now;
                waiting.Enqueue((id, isDamaged ? now : null));
            }
            if (isWorking || waiting.Count == 0)
                return;
            isWorking = true;
        }
        _ = Task.Run(Work);
    }

    private async Task Work()
    {
        while (Next() is var (id, damaged))
            try
            {
                using var longest = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
                longest.CancelAfter(Longest);
                var isWhole = await casebooks.In(id, async services =>
                {
                    var indexing = services.GetRequiredService<SearchIndexing>();
                    if (await indexing.WhenWholeOrStuck(longest.Token) && damaged is { } when)
                        indexing.DamagedAt(when);
                    return await indexing.WhenWholeOrStuck(longest.Token);
                });
                if (isWhole)
                    lock (gate)
                        asked.Remove(id);
            }
            catch (Exception e)
            {
                if (!lifetime.ApplicationStopping.IsCancellationRequested)
                    logger.LogWarning(e, "The search index of the casebook {Casebook} was not made.", id);
            }
    }

    private (string Id, DateTimeOffset? Damaged)? Next()
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
