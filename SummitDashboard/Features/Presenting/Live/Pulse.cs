namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// Wakes everybody who waits, at once, and takes nobody's place in a queue: who wakes late sees the newest and skips what was between.
/// </summary>
public sealed class Pulse
{
    private TaskCompletionSource next = New();

    /// <summary>Ends with the next beat. Take it before looking at what it tells of, or a beat may be missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Beat() => Interlocked.Exchange(ref next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
