using SummitDashboard.Data.Live;
using SummitDashboard.Features.Presenting.Live;

namespace SummitDashboard.Tests.Features.Presenting;

/// <summary>Guesses that arrive together are written together, and each is answered when its own writing has ended.</summary>
public sealed class GuessCommitsTests
{
    [Fact]
    public async Task Guesses_OfAWholeHallAtOnce_AreAFewTransactionsAndKeepTheirOrder()
    {
        var (held, begun, written) = (new TaskCompletionSource(), new TaskCompletionSource(), new List<IReadOnlyList<GuessRow>>());
        var commits = new GuessCommits(
            async rows =>
            {
                written.Add(rows);
                begun.TrySetResult();
                await held.Task;
                return true;
            },
            TimeProvider.System
        );
        var first = commits.Add(Row(0));
        await begun.Task;
        var others = Enumerable.Range(1, 2000).Select(n => commits.Add(Row(n))).ToList();
        Assert.False(first.IsCompleted);
        held.SetResult();
        Assert.All(await Task.WhenAll([first, .. others]), Assert.True);
        Assert.Equal(2, written.Count);
        Assert.Equal(Enumerable.Range(0, 2001), written.SelectMany(w => w).Select(r => r.Wording));
    }

    [Fact]
    public async Task Guess_WhoseCommitFails_IsNotAnsweredAndTheNextIsWritten()
    {
        var isBroken = true;
        var commits = new GuessCommits(_ => isBroken ? throw new IOException("gone") : Task.FromResult(true), TimeProvider.System);
        await Assert.ThrowsAsync<IOException>(() => commits.Add(Row(0)));
        isBroken = false;
        Assert.True(await commits.Add(Row(0)));
    }

    private static GuessRow Row(int n) =>
        new()
        {
            SessionId = "s",
            Stop = 0,
            Wording = n,
            Token = "t",
            Option = "o",
        };
}
