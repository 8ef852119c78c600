namespace SummitDashboard.Data;

/// <summary>
/// Something that is done again and again in the background. A round that fails is logged, shown to owners, and tried again after pauses
/// that double; it ends neither the rounds nor the server.
/// </summary>
/// <param name="about">What it is, for the log and for owners: <c>the nightly backup</c>.</param>
public sealed class PeriodicTask(
    string about,
    TimeSpan every,
    TimeProvider clock,
    Troubles troubles,
    ILogger logger,
    Func<CancellationToken, Task> round
) : IAsyncDisposable, IDisposable
{
    /// <summary>Longest pause after failures, in rounds.</summary>
    public const int MostPause = 60;

    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private Task? running;

    /// <summary>Begins, once; the first round comes after one pause.</summary>
    public void Start()
    {
        lock (gate)
            if (!stop.IsCancellationRequested)
                running ??= Task.Run(Go);
    }

    /// <summary>Ends the rounds, without waiting for one that is under way.</summary>
    public void Dispose() => stop.Cancel();

    /// <summary>Ends the rounds, and waits for one that is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (running is { } last)
            await last;
    }

    private async Task Go()
    {
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(every * Math.Min(MostPause, Math.Pow(2, failures)), clock, stop.Token);
                await round(stop.Token);
                if (failures > 0)
                    troubles.Clear(about);
                failures = 0;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failures++;
                logger.LogError(e, "In the background {About} failed, and is tried again.", about);
                troubles.Say(about, $"It failed: {e.Message} It is tried again by itself.");
            }
        }
    }
}
