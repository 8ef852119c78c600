using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Tests.Reading.Access;

/// <summary>
/// Heavy reads: few at a time, fewer of one address, the rest wait without a thread or are told to come again; who leaves gives up the
/// turn.
/// </summary>
public sealed class HeavyReadsTests
{
    [Fact]
    public async Task Reads_MoreThanAreMadeAtATime_WaitAndAreToldWhenTooManyDo()
    {
        using var heavy = new HeavyReads(
            new()
            {
                HeavyReads = 1,
                HeavyReadsPerAddress = 9,
                HeavyReadsWaiting = 2,
            },
            TimeProvider.System
        );
        var (first, second, third, fourth) = (Ask(heavy), Ask(heavy), Ask(heavy), Ask(heavy));
        Assert.True(first.Begun.Task.IsCompleted);
        Assert.False(second.Begun.Task.IsCompleted);
        await fourth.Answered;
        Assert.Equal((503, "5"), (fourth.Context.Response.StatusCode, fourth.Context.Response.Headers.RetryAfter.ToString()));
        second.Leave();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.Answered);
        first.Finish();
        await third.Begun.Task; // the place of who left has gone to the next
        third.Finish();
        await Task.WhenAll(first.Answered, third.Answered);
    }

    [Fact]
    public async Task Reads_OfOneAddress_LeaveATurnForOthers()
    {
        using var heavy = new HeavyReads(
            new()
            {
                HeavyReads = 3,
                HeavyReadsPerAddress = 2,
                HeavyReadsWaiting = 9,
            },
            TimeProvider.System
        );
        var many = Enumerable.Range(0, 8).Select(_ => Ask(heavy, "192.0.2.1")).ToList();
        Assert.Equal(2, many.Count(m => m.Begun.Task.IsCompleted));
        var other = Ask(heavy, "192.0.2.2");
        Assert.True(other.Begun.Task.IsCompleted);
        foreach (var one in many.Append(other))
            one.Finish();
        await Task.WhenAll(many.Select(m => m.Answered).Append(other.Answered));
    }

    [Fact]
    public async Task Reads_InCircuitsOfOneAddress_CountWithItsRequests()
    {
        using var heavy = new HeavyReads(
            new()
            {
                HeavyReads = 3,
                HeavyReadsPerAddress = 2,
                HeavyReadsWaiting = 2,
            },
            TimeProvider.System
        );
        using var first = await heavy.Turn(null, "192.0.2.1", TestContext.Current.CancellationToken);
        using var second = await heavy.Turn(null, "192.0.2.1", TestContext.Current.CancellationToken);
        var waiting = Enumerable
            .Range(0, 2)
            .Select(_ => heavy.Turn(null, "192.0.2.1", TestContext.Current.CancellationToken).AsTask())
            .ToList();
        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        var same = Ask(heavy, "192.0.2.1");
        await same.Answered;
        Assert.Equal(503, same.Context.Response.StatusCode);
        var other = Ask(heavy, "192.0.2.2");
        Assert.True(other.Begun.Task.IsCompleted);
        other.Finish();
        await other.Answered;
    }

    [Fact]
    public async Task Pages_ThatAreLight_NeverWait()
    {
        using var heavy = new HeavyReads(new() { HeavyReads = 1, HeavyReadsWaiting = 1 }, TimeProvider.System);
        var first = Ask(heavy);
        var light = Ask(heavy, query: "?sources=Br");
        Assert.True(light.Begun.Task.IsCompleted);
        light.Finish();
        first.Finish();
        await Task.WhenAll(first.Answered, light.Answered);
    }

    [Fact]
    public async Task Reads_OfAnAddressThatAsksForMany_StandInTheLineOfAllOnce()
    {
        using var heavy = new HeavyReads(new() { HeavyReads = 1, HeavyReadsWaiting = 3 }, TimeProvider.System);
        var first = Ask(heavy);
        var many = Enumerable.Range(0, 3).Select(_ => Ask(heavy, "192.0.2.2")).ToList();
        var other = Ask(heavy, "192.0.2.3");
        var person = Ask(heavy, "192.0.2.2", account: "ada"); // who is signed in waits for no crowd
        Assert.True(person.Begun.Task.IsCompleted);
        first.Finish();
        await many[0].Begun.Task;
        many[0].Finish();
        await other.Begun.Task;
        Assert.False(many[1].Begun.Task.IsCompleted);
        foreach (var one in many.Skip(1).Append(other).Append(person))
            one.Finish();
        await Task.WhenAll(many.Append(other).Append(person).Select(m => m.Answered));
    }

    [Fact]
    public async Task Polls_OfACircuit_HoldNoTurnWhateverTheirAddressSays()
    {
        using var heavy = new HeavyReads(new() { HeavyReads = 1, HeavyReadsWaiting = 1 }, TimeProvider.System);
        var poll = Ask(heavy, kind: new HubMetadata(typeof(object)));
        var page = Ask(heavy);
        Assert.True(poll.Begun.Task.IsCompleted && page.Begun.Task.IsCompleted);
        poll.Finish();
        page.Finish();
        await Task.WhenAll(poll.Answered, page.Answered);
    }

    private static Asked Ask(
        HeavyReads heavy,
        string address = "192.0.2.1",
        string query = "?rev=1",
        string? account = null,
        params object[] kind
    )
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = System.Net.IPAddress.Parse(address) } };
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = ("GET", "/claims", new(query));
        context.SetEndpoint(new(null, new(kind), "a page"));
        if (account is not null)
            context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account)], "test"));
        var left = new CancellationTokenSource();
        context.RequestAborted = left.Token;
        var (begun, finished) = (new TaskCompletionSource(), new TaskCompletionSource());
        return new(context, begun, heavy.Admit(context, () =>
            {
                begun.SetResult();
                return finished.Task;
            }), finished.SetResult, left.Cancel);
    }

    private sealed record Asked(HttpContext Context, TaskCompletionSource Begun, Task Answered, Action Finish, Action Leave);
}
