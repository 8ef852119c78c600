using SummitDashboard.Data;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Library;

namespace SummitDashboard.Shell.Casebooks;

/// <summary>
/// The casebooks that are open: each is opened by the first who asks for it, and let go once nobody was in it for some minutes, or sooner
/// where more stay open than the settings allow. The one that the settings name is opened at the start and stays.
/// </summary>
public sealed class OpenCasebooks(
    IServiceProvider server,
    CasebookParts parts,
    CasebookLibrary library,
    LibraryOptions options,
    TimeProvider clock,
    ServerTroubles troubles,
    ILogger<OpenCasebooks> logger
) : IOpensCasebooks, IHostedLifecycleService, IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim lettingGo = new(1);
    private readonly Dictionary<string, Task<OpenCasebook>> open = [];
    private PeriodicTask? rounds;

    /// <summary>The casebook that the settings name.</summary>
    public OpenCasebook First => open[CasebookRow.First].Result;

    /// <summary>How many are open.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return open.Count;
        }
    }

    /// <summary>Opens the one that the settings name. Throws <see cref="StartupException"/>.</summary>
    public void OpenFirst(DataOptions place) =>
        open[CasebookRow.First] = Task.FromResult(new OpenCasebook(server, parts, CasebookRow.First, place));

    /// <summary>
    /// A casebook, held open until what is returned is disposed. Throws <see cref="StartupException"/> where it cannot be opened.
    /// </summary>
    public async Task<Held> Take(string id)
    {
        while (true)
        {
            Task<OpenCasebook> opening;
            lock (gate)
                if (!open.TryGetValue(id, out opening!))
                    open[id] = opening = Task.Run(() => Open(id));
            OpenCasebook casebook;
            try
            {
                casebook = await opening;
            }
            catch
            {
                lock (gate)
                    if (open.GetValueOrDefault(id) == opening)
                        open.Remove(id);
                throw;
            }
            lock (gate)
                if (open.GetValueOrDefault(id) == opening)
                    return new(casebook); // taken while nobody can let it go
        }
    }

    /// <inheritdoc/>
    public async Task<T> In<T>(string id, Func<IServiceProvider, Task<T>> ask)
    {
        using var held = await Take(id);
        return await ask(held.Casebook.Services);
    }

    // The pipeline, for which the first one was opened, is built by the last that is started.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        library.Changed += OnChanged;
        await First.Start(cancellationToken);
        rounds = new("letting idle casebooks go", TimeSpan.FromSeconds(15), clock, troubles, logger, _ => LetGo());
        rounds.Start();
        var others = library.All.Where(c => c.Deleted is null && c.Id != CasebookRow.First).ToList();
        foreach (var live in others.Where(c => c.IsLive))
            _ = Task.Run(() => OpenAhead(live), cancellationToken);
        _ = Task.Run(
            async () =>
            {
                RemoveLeft();
                foreach (var watching in others.Where(c => !c.IsLive && WatchedFolder.IsNamedIn(library.PlaceOf(c).DatabaseFile)))
                    await OpenAhead(watching);
            },
            cancellationToken
        );
    }

    // That some of it cannot be removed is no reason not to serve.
    private void RemoveLeft()
    {
        try
        {
            library.RemoveLeft();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.LogError(e, "What a process left of a casebook that it was beginning could not be removed.");
        }
    }

    // What goes on in it while nobody looks goes on after a restart.
    private async Task OpenAhead(CasebookRow casebook)
    {
        try
        {
            using var held = await Take(casebook.Id);
        }
        catch (StartupException e)
        {
            logger.LogError("The casebook {Casebook} could not be opened: {Why}", casebook.Slug, e.Message);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        library.Changed -= OnChanged;
        if (rounds is not null)
            await rounds.DisposeAsync();
        foreach (var casebook in All())
            await casebook.Stop();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var casebook in All())
            await casebook.DisposeAsync();
        lock (gate)
            open.Clear();
    }

    /// <summary>Lets go of those that nobody is in: those idle too long, and the longest idle where more are idle than may be.</summary>
    public async Task LetGo()
    {
        await lettingGo.WaitAsync();
        try
        {
            await LetGoOfIdle();
        }
        finally
        {
            lettingGo.Release();
        }
    }

    private async Task LetGoOfIdle()
    {
        var idle = All().Where(c => c.Id != CasebookRow.First && !c.IsInUse).OrderByDescending(c => c.LastAsked).ToList();
        for (var n = 0; n < idle.Count; n++)
            if (n >= options.Idle || Environment.TickCount64 - idle[n].LastAsked > options.IdleMinutes * 60_000L)
                await Close(idle[n]);
    }

    // Who may read it was changed, or it was deleted: what is open in it is broken off, and the browsers ask anew.
    private void OnChanged(string id)
    {
        foreach (var casebook in All().Where(c => c.Id == id))
            _ = library.Get(id) is { Deleted: null } || id == CasebookRow.First ? casebook.CutOff() : End(casebook);
    }

    private async Task Close(OpenCasebook casebook)
    {
        lock (gate)
        {
            if (casebook.IsInUse || !IsOpen(casebook))
                return;
            open.Remove(casebook.Id);
        }
        await casebook.DisposeAsync();
        logger.LogInformation("Nobody is in the casebook {Casebook}: it was let go.", casebook.Id);
    }

    private async Task<OpenCasebook> Open(string id)
    {
        if (library.Get(id) is not { Deleted: null } row)
            throw new StartupException("There is no such casebook.");
        var casebook = new OpenCasebook(server, parts, id, library.PlaceOf(row));
        try
        {
            await casebook.Start(default);
        }
        catch
        {
            await casebook.DisposeAsync();
            throw;
        }
        _ = Task.Run(LetGo); // one more is open
        return casebook;
    }

    // This one, and not another that was opened since. Asked under the lock.
    private bool IsOpen(OpenCasebook casebook) =>
        open.TryGetValue(casebook.Id, out var now) && now.IsCompletedSuccessfully && now.Result == casebook;

    // A deleted casebook ends whatever works in it, once who was in it has had his answer.
    private async Task End(OpenCasebook casebook)
    {
        await casebook.CutOff();
        lock (gate)
        {
            if (!IsOpen(casebook))
                return;
            open.Remove(casebook.Id);
        }
        await casebook.Stop();
        for (var n = 0; casebook.HasVisitors && n < 100; n++)
            await Task.Delay(100);
        await casebook.DisposeAsync();
    }

    private List<OpenCasebook> All()
    {
        lock (gate)
            return [.. open.Values.Where(o => o.IsCompletedSuccessfully).Select(o => o.Result)];
    }

    /// <summary>A casebook that somebody holds open.</summary>
    public sealed class Held : IDisposable
    {
        internal Held(OpenCasebook casebook)
        {
            Casebook = casebook;
            casebook.Enter();
        }

        public OpenCasebook Casebook { get; }

        public void Dispose() => Casebook.Leave();
    }
}
