using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Reading.Access;
using SummitDashboard.Shell;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>
/// What circuits are sent: done in order, of one address a few at a time, and no more of it kept waiting than a browser sends.
/// </summary>
public sealed class CircuitMessagesTests
{
    private static readonly Limits Few = new()
    {
        Drawings = 2,
        DrawingsPerAddress = 1,
        MessagesWaiting = 3,
    };

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turns_OfOneAddress_LeaveOneForOthersAndThoseSignedInHaveTheirOwn()
    {
        using var turns = new CircuitTurns(Few);
        var first = await turns.Turn(Reader("192.0.2.1"), Stop);
        var behind = turns.Turn(Reader("192.0.2.1"), Stop).AsTask();
        Assert.False(behind.IsCompleted);
        using var other = await turns.Turn(Reader("192.0.2.2"), Stop);
        var third = turns.Turn(Reader("192.0.2.3"), Stop).AsTask();
        Assert.False(third.IsCompleted); // two readers in all
        using var editor = await turns.Turn(Reader("192.0.2.1", "ada"), Stop);
        first.Dispose();
        (await third).Dispose();
        (await behind).Dispose();
    }

    [Fact]
    public async Task Messages_ThatWait_AreDoneInOrder()
    {
        using var turns = new CircuitTurns(Few);
        using var messages = Circuit(turns);
        var held = await turns.Turn(Reader("192.0.2.1"), Stop);
        var done = new List<int>();
        var waiting = Enumerable
            .Range(0, 4)
            .Select(n =>
                messages.Do(() =>
                {
                    done.Add(n);
                    return Task.CompletedTask;
                })
            )
            .ToList();
        Assert.Empty(done);
        held.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal([0, 1, 2, 3], done);
    }

    [Fact]
    public async Task Messages_WhereOneWaits_KeepNobodyFromItsTurn()
    {
        using var turns = new CircuitTurns(Few);
        using var messages = Circuit(turns);
        var answered = new TaskCompletionSource();
        var asking = messages.Do(() => answered.Task);
        await messages.Do(() =>
        {
            answered.SetResult(); // what was asked of the browser comes by the next message
            return Task.CompletedTask;
        });
        await asking;
    }

    [Fact]
    public async Task Messages_MoreThanMayWait_EndTheCircuitAndNoneOfThemIsDone()
    {
        using var turns = new CircuitTurns(Few);
        using var messages = Circuit(turns);
        var held = await turns.Turn(Reader("192.0.2.1"), Stop);
        var done = 0;
        Task Send() => messages.Do(() => Task.FromResult(done++));
        var waiting = Enumerable.Range(0, 1 + Few.MessagesWaiting).Select(_ => Send()).ToList();
        await Assert.ThrowsAsync<OperationCanceledException>(Send);
        held.Dispose();
        await Task.WhenAll(waiting);
        await Send();
        Assert.Equal(0, done);
    }

    [Fact]
    public async Task Circuit_SentMoreThanMayWait_IsEndedInWordsAndAnotherIsDrawn()
    {
        using var app = new TestApp(
            new Dictionary<string, string> { ["Limits:MessagesWaiting"] = "5", ["Limits:DrawingsPerAddress"] = "1" }
        ).Started();
        using var http = new HttpClient(Loopback.From("127.0.5.1"));
        var page = await RawCircuit.Read(http, app.Address + "/claims", Stop);
        using var connections = new HttpMessageInvoker(Loopback.From("127.0.5.1"));
        await using var flood = await RawCircuit.Open(page, connections, null, Stop);
        await flood.Live.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        // As another page of this address may.
        using var held = await app.Services.GetRequiredService<CircuitTurns>().Turn(Reader("127.0.5.1"), Stop);
        await flood.Go(Enumerable.Range(0, 2000).Select(n => app.Address + (n % 2 == 0 ? "/timeline" : "/claims")));
        await flood.Stopped.WaitAsync(TimeSpan.FromSeconds(60), Stop);
        Assert.Contains("reconnect-is-full", flood.Received, StringComparison.Ordinal);

        using var neighbours = new HttpMessageInvoker(Loopback.From("127.0.5.2"));
        await using var neighbour = await RawCircuit.Open(page, neighbours, null, Stop);
        await neighbour.Live.WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    private static CircuitMessages Circuit(CircuitTurns turns) =>
        new(turns, Reader("192.0.2.1"), Few, new BunitJSInterop { Mode = JSRuntimeMode.Loose }.JSRuntime);

    private static Visitor Reader(string address, string? account = null)
    {
        var from = new ClaimsIdentity([new(Arrival.AddressClaim, address)]);
        var person = account is null ? new ClaimsIdentity() : new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account)], "a cookie");
        ClaimsPrincipal user = new([person, from]);
        return new(() => user);
    }
}
