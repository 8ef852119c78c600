using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data;

/// <summary>What is done again and again in the background, whatever it meets.</summary>
public sealed class PeriodicTaskTests
{
    private readonly Troubles troubles = Spare.Troubles();

    public static TheoryData<Exception> Failures() =>
        [
            new UnauthorizedAccessException("not yours"),
            new NullReferenceException("a slip"),
            new OperationCanceledException("not by us"),
            new StartupException("damaged"),
        ];

    [Theory, MemberData(nameof(Failures))]
    public async Task Round_ThatFails_IsShownAndTriedAgainUntilItWorks(Exception failure)
    {
        var (tries, shown) = (0, "");
        var worked = new TaskCompletionSource();
        await using var rounds = Every(() =>
        {
            if (++tries <= 3)
                throw failure;
            if (shown.Length == 0)
                shown = troubles.Now.Single().What;
            else if (troubles.Now.Count == 0)
                worked.TrySetResult();
        });
        await worked.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Contains(failure.Message, shown);
    }

    [Fact]
    public async Task Rounds_Ended_DoNoMore()
    {
        var first = new TaskCompletionSource();
        var tries = 0;
        var rounds = Every(() =>
        {
            tries++;
            first.TrySetResult();
        });
        await first.Task.WaitAsync(TestContext.Current.CancellationToken);
        await rounds.DisposeAsync();
        var ended = tries;
        await Task.Yield();
        rounds.Start();
        Assert.Equal(ended, tries);
    }

    private PeriodicTask Every(Action round)
    {
        var rounds = new PeriodicTask("the test", TimeSpan.FromMilliseconds(1), TimeProvider.System, troubles, NullLogger.Instance, _ =>
        {
            round();
            return Task.CompletedTask;
        });
        rounds.Start();
        return rounds;
    }
}
