using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Reading.Search;

/// <summary>A search that the visitor keeps.</summary>
/// <param name="New">The sources in which it is found now and was not when it was last looked at; none where he is not told.</param>
/// <param name="Found">The ids of all in which it is found, where he is told and everything can be found.</param>
public sealed record MySearch(SavedSearch Saved, IReadOnlyList<Source> New, IReadOnlySet<string>? Found);

/// <summary>
/// The searches that the visitor keeps, with what is new in them: worked out when a page is opened, and while it is open whenever what can
/// be found is another, for as long as there are any of which he is told. Nothing is worked out for people who are not there.
/// </summary>
public sealed class MySearches(
    SavedSearches saved,
    CasebookSearch search,
    SearchIndexing indexing,
    CasebookStore store,
    Visitor visitor,
    TimeProvider clock,
    ILogger<MySearches> logger
) : IDisposable
{
    // Who edits changes the index several times a second; who is told of it can wait for a moment.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Of all that is new, for whomever, one search is asked at a time.
    private static readonly SemaphoreSlim One = new(1);

    private readonly CancellationTokenSource leaving = new();
    private Task? loading;
    private int waiting;
    private int reading;
    private bool isWatching;

    /// <summary>Raised when they are others, or something else is new in them, from whatever thread.</summary>
    public event Action? Changed;

    /// <summary>All of them, by name; none where nobody is signed in, or before they are read.</summary>
    public IReadOnlyList<MySearch> All { get; private set; } = [];

    /// <summary>The sources that are new in any of them.</summary>
    public IReadOnlyList<Source> New => [.. All.SelectMany(s => s.New).DistinctBy(s => s.Id)];

    /// <summary>The one with these words.</summary>
    public MySearch? With(string words) => All.FirstOrDefault(s => s.Saved.Words == words);

    /// <summary>Reads them, once.</summary>
    public Task Load() => loading ??= Read();

    /// <summary>Keeps them as they are from now on, in an open page.</summary>
    public void Watch()
    {
        if (isWatching || visitor.AccountId is null)
            return;
        isWatching = true;
        saved.Changed += OnSaved;
        indexing.Changed += OnIndexed;
    }

    public void Dispose()
    {
        saved.Changed -= OnSaved;
        indexing.Changed -= OnIndexed;
        leaving.Cancel();
        leaving.Dispose();
    }

    private void OnSaved(string accountId)
    {
        if (accountId == visitor.AccountId)
            Follow(TimeSpan.Zero);
    }

    private void OnIndexed()
    {
        if (All.Any(s => s.Saved.IsTold))
            Follow(Pause);
    }

    private async void Follow(TimeSpan pause)
    {
        if (pause > TimeSpan.Zero && Interlocked.Exchange(ref waiting, 1) == 1)
            return; // what is to come reads what is newest then
        try
        {
            await Task.Delay(pause, clock, leaving.Token);
            if (pause > TimeSpan.Zero)
                Volatile.Write(ref waiting, 0);
            await Task.Run(Read, leaving.Token);
            Changed?.Invoke();
        }
        catch (Exception e) when (e is ObjectDisposedException || leaving.IsCancellationRequested)
        {
            // The visitor left meanwhile.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogError(e, "What is new in saved searches could not be worked out.");
        }
    }

    private async Task Read()
    {
        if (visitor.AccountId is not { } account)
            return;
        var mine = Interlocked.Increment(ref reading);
        try
        {
            var all = new List<MySearch>();
            foreach (var one in await saved.Of(account))
                all.Add(one.IsTold ? await Newest(one) : new(one, [], null));
            if (mine == Volatile.Read(ref reading)) // one that was begun later knows better
                All = all;
        }
        catch (DatabaseUnavailableException)
        {
            // A page is shown without them; what is asked of the database there says why.
        }
    }

    private async Task<MySearch> Newest(SavedSearch one)
    {
        await One.WaitAsync(leaving.Token);
        try
        {
            var casebook = store.Current;
            var found = await search.Among(casebook, new(FoundSearch.Sources, one.Words));
            if (found is not { Ids: { } ids, IsPending: false })
                return new(one, All.FirstOrDefault(s => s.Saved.Id == one.Id)?.New ?? [], null);
            return new(one, [.. casebook.Sources.Where(s => ids.Contains(s.Id.Value) && !one.Seen.Contains(s.Id.Value))], ids);
        }
        finally
        {
            One.Release();
        }
    }
}
