using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.FullText;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Search;

/// <summary>How far the index is.</summary>
/// <param name="Done">How many of <paramref name="All"/> claims, articles and the like are as they are now.</param>
/// <param name="Why">Why it is made anew, or cannot be written, in a sentence; null where it only follows.</param>
/// <param name="IsStuck">Whether it cannot be written just now: what was changed last cannot be found until it can.</param>
public sealed record SearchState(int Done, int All, string? Why, bool IsStuck = false)
{
    /// <summary>Whether everything can be found.</summary>
    public bool IsWhole => Done >= All && Why is null;
}

/// <summary>
/// Keeps the index as the casebook and its articles are, in the background and in small portions: nobody who edits waits for it, and what
/// is missing, old or damaged is made anew while the server serves.
/// </summary>
public sealed class SearchIndexing : HostedRounds, IHoldsCasebook
{
    private const int Portion = 400; // entries in one transaction
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(0.25);

    private readonly CasebookStore store;
    private readonly TextLibrary texts;
    private readonly ILogger<SearchIndexing> logger;
    private readonly TimeProvider clock;
    private readonly IDisposable subscription;
    private volatile TaskCompletionSource round = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isBehind = true;
    private volatile bool isWorking;
    private volatile bool isDamaged;
    private long stamp;
    private DateTimeOffset made = DateTimeOffset.MinValue;
    private volatile SearchState state = new(0, 1, null);
    private (Casebook Casebook, HashSet<object> Of)? indexed; // what stands in the index since the last round

    public SearchIndexing(
        FullTextIndex index,
        CasebookStore store,
        TextLibrary texts,
        TimeProvider clock,
        Troubles troubles,
        ILogger<SearchIndexing> logger
    )
        : base("the search index", Every, clock, troubles, logger)
    {
        (Index, this.store, this.texts, this.clock, this.logger) = (index, store, texts, clock, logger);
        subscription = store.Changes.Subscribe(_ => isBehind = true);
        texts.Changed += OnTexts;
    }

    /// <summary>Raised when what can be found has changed, from whatever thread.</summary>
    public event Action? Changed;

    /// <summary>Another number whenever what can be found is another: by it one knows whether what was found still stands.</summary>
    public long Stamp => Volatile.Read(ref stamp);

    public FullTextIndex Index { get; }

    /// <summary>How far it is.</summary>
    public SearchState State => state;

    /// <summary>Whether it works.</summary>
    public bool IsBusy => isWorking;

    /// <summary>Ends once what there is now can be found; earlier where the index is ended.</summary>
    public async Task WhenWhole(CancellationToken cancel)
    {
        while (isBehind || isWorking || isDamaged)
            await round.Task.WaitAsync(cancel);
    }

    /// <summary>The same, but ends as well where the index cannot be written just now; false then.</summary>
    public async Task<bool> WhenWholeOrStuck(CancellationToken cancel)
    {
        while ((isBehind || isWorking || isDamaged) && !state.IsStuck)
            await round.Task.WaitAsync(cancel);
        return !state.IsStuck;
    }

    /// <summary>Told by whoever met a damaged index: it is made anew.</summary>
    public void Damaged()
    {
        if (!state.IsStuck) // else it says already why that cannot be
            state = new(0, Math.Max(1, state.All), "The index was damaged and is being made anew.");
        isDamaged = true;
    }

    /// <summary>Told by who met a damaged index some time ago; one that was made anew since is left.</summary>
    public void DamagedAt(DateTimeOffset when)
    {
        if (made <= when)
            Damaged();
    }

    public override async ValueTask DisposeAsync()
    {
        subscription.Dispose();
        texts.Changed -= OnTexts;
        await base.DisposeAsync();
    }

    private void OnTexts() => isBehind = true;

    protected override Task Round(CancellationToken stop)
    {
        if (!isBehind && !isDamaged && File.Exists(Index.File))
            return Task.CompletedTask;
        isWorking = true;
        var isAnew = isDamaged || !File.Exists(Index.File);
        try
        {
            if (isAnew)
            {
                Index.Discard(); // who has a file open that is gone would go on in it
                indexed = null;
                made = clock.GetUtcNow();
            }
            isDamaged = false;
            isBehind = false;
            Catch(stop);
        }
        catch (FullTextDamagedException e) when (!isAnew)
        {
            logger.LogWarning(e, "The search index of the casebook is of no use and is made anew.");
            Damaged();
            Tell();
        }
        catch (Exception e)
        {
            isBehind = true; // a disk that is full today has room tomorrow
            isDamaged |= e is FullTextDamagedException;
            if (e is not OperationCanceledException)
                Stick(e);
            throw;
        }
        finally
        {
            isWorking = false;
            var ended = round;
            round = new(TaskCreationOptions.RunContinuationsAsynchronously);
            ended.SetResult();
        }
        return Task.CompletedTask;
    }

    private void Catch(CancellationToken stop)
    {
        Index.Prepare();
        var stamps = Index.Stamps();
        var casebook = store.Current;
        var all = new SearchEntries(casebook, texts.Of);
        var owners = all.All().ToList();
        var same = indexed is { } last && stamps.Count > 0 && all.HangsOnTheSame(last.Casebook) ? last.Of : [];
        indexed = null;
        var why = (state.IsStuck ? null : state.Why) ?? (stamps.Count == 0 ? "The index is being made." : null);
        var gone = stamps.Keys.Except(owners.Select(o => o.Name)).ToList();
        var portion = new List<(string, string?, IReadOnlyList<SearchEntry>)>(gone.Select(g => (g, (string?)null, Nothing)));
        var (size, done, isNew) = (0, 0, gone.Count > 0);
        foreach (var owner in owners)
        {
            stop.ThrowIfCancellationRequested();
            done++;
            if (same.Contains(owner.Of))
                continue;
            var stamp = owner.Stamp();
            if (stamps.GetValueOrDefault(owner.Name) == stamp)
                continue;
            var entries = owner.Entries();
            portion.Add((owner.Name, stamp, entries));
            (size, isNew) = (size + entries.Count + 1, true);
            if (size < Portion)
                continue;
            Index.Replace(portion);
            portion.Clear();
            size = 0;
            state = new(done, owners.Count, why);
            Tell();
        }
        if (portion.Count > 0 || Index.Whole() != casebook.Revision)
            Index.Replace(portion, casebook.Revision);
        indexed = (casebook, new(owners.Select(o => o.Of), ReferenceEqualityComparer.Instance));
        var was = state;
        state = new(owners.Count, owners.Count, null);
        if (isNew || !was.IsWhole)
            Tell();
    }

    // Whoever searches meanwhile is told that there is more, and why it is not found.
    private void Stick(Exception e)
    {
        var why = DatabaseUnavailableException.Of(e)?.Why.Replace("The database", "The index", StringComparison.Ordinal);
        var next = state with { Why = why ?? "The index cannot be written just now.", IsStuck = true };
        if (next == state)
            return;
        state = next;
        Tell();
    }

    private void Tell()
    {
        Interlocked.Increment(ref stamp);
        Changed?.Invoke();
    }

    private static readonly IReadOnlyList<SearchEntry> Nothing = [];
}
