using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;
using SummitDashboard.Data;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Shell;

/// <summary>
/// What a circuit is sent is done one after the other, each in its turn (<see cref="CircuitTurns"/>). A browser sends a few messages and
/// waits to see what comes of them; a circuit for which too many wait is ended.
/// </summary>
public sealed class CircuitMessages(CircuitTurns turns, Visitor visitor, Limits limits, IJSRuntime js) : CircuitHandler, IDisposable
{
    private readonly ConcurrencyLimiter line = new(new() { PermitLimit = 1, QueueLimit = limits.MessagesWaiting });
    private volatile bool isOver;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) => context => Do(() => next(context));

    /// <summary>Does it in its turn; does nothing where the circuit is over, and throws where too many wait.</summary>
    public async Task Do(Func<Task> message)
    {
        if (isOver)
            return;
        Task doing;
        using (var mine = await line.AcquireAsync())
        {
            if (isOver)
                return;
            if (!mine.IsAcquired)
                throw End();
            using var turn = await turns.Turn(visitor);
            if (isOver)
                return;
            doing = message(); // up to where it waits
        }
        await doing;
    }

    public void Dispose()
    {
        isOver = true;
        line.Dispose();
    }

    private OperationCanceledException End()
    {
        isOver = true;
        var saying = js.InvokeVoidAsync("components-reconnect-modal.classList.add", "reconnect-is-full").AsTask();
        _ = saying.ContinueWith(said => said.Exception, TaskScheduler.Default);
        return new("More was asked of this circuit than is kept waiting.");
    }
}
