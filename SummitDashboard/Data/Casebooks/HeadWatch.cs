namespace SummitDashboard.Data.Casebooks;

/// <summary>
/// Looks every second whether another process has written a revision, so that readers see it though nobody writes here. One cheap question:
/// the number of the newest revision.
/// </summary>
public sealed class HeadWatch(CasebookStore store, TimeProvider clock, Troubles troubles, ILogger<HeadWatch> logger)
    : IHostedService,
        IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly PeriodicTask rounds = new("looking for revisions of other processes", Every, clock, troubles, logger, _ =>
        store.CatchUp()
    );

    public Task StartAsync(CancellationToken cancellationToken)
    {
        rounds.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await rounds.DisposeAsync();

    public void Dispose() => rounds.Dispose();
}
