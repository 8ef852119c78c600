namespace SummitDashboard.Data;

/// <summary>
/// What a casebook does in the background, round after round (<see cref="PeriodicTask"/>): from when it is open, so that the database is
/// ready, until it is closed, which waits for the round that is under way.
/// </summary>
public abstract class HostedRounds : IHostedLifecycleService, IAsyncDisposable
{
    private readonly PeriodicTask rounds;

    protected HostedRounds(string about, TimeSpan every, TimeProvider clock, Troubles troubles, ILogger logger) =>
        rounds = new(about, every, clock, troubles, logger, Round);

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        rounds.Start();
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken) => await rounds.DisposeAsync();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await rounds.DisposeAsync();
    }

    /// <summary>One round; what it throws is said and tried again.</summary>
    protected abstract Task Round(CancellationToken cancel);
}
