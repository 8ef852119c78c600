using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SummitDashboard.Shell;

/// <summary>Whether the browser of a circuit is connected; a circuit is kept for a while after its browser has gone.</summary>
public sealed class CircuitLine : CircuitHandler
{
    private volatile bool isUp;

    public bool IsUp => isUp;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        isUp = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        isUp = false;
        return Task.CompletedTask;
    }
}
