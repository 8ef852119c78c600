using SummitDashboard.Data.Live;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// Guesses on their way to the disk. A hall guesses at once: what arrives within a moment, or while the last ones are being written, is one
/// transaction, and everybody is answered when theirs has ended.
/// </summary>
/// <param name="commit">Writes them; false where the session no longer takes any.</param>
public sealed class GuessCommits(Func<IReadOnlyList<GuessRow>, Task<bool>> commit, TimeProvider clock)
{
    /// <summary>How long the first of a transaction waits for others.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private List<(GuessRow Row, TaskCompletionSource<bool> Done)> waiting = [];
    private bool isRunning;

    /// <summary>Ends once the guess is on the disk. Throws what the commit threw; then it was not kept.</summary>
    public Task<bool> Add(GuessRow row)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Add((row, done));
            if (isRunning)
                return done.Task;
            isRunning = true;
        }
        _ = Run();
        return done.Task;
    }

    private async Task Run()
    {
        while (true)
        {
            await Task.Delay(Moment, clock);
            List<(GuessRow Row, TaskCompletionSource<bool> Done)> batch;
            lock (gate)
            {
                (batch, waiting) = (waiting, []);
                isRunning = batch.Count > 0;
            }
            if (batch.Count == 0)
                return;
            try
            {
                var taken = await commit(batch.ConvertAll(w => w.Row));
                foreach (var (_, done) in batch)
                    done.SetResult(taken);
            }
            catch (Exception e)
            {
                foreach (var (_, done) in batch)
                    done.SetException(e);
            }
        }
    }
}
