using Microsoft.AspNetCore.Components.Server.Circuits;
using SummitDashboard.Data.Library;

namespace SummitDashboard.Shell.Casebooks;

/// <summary>How many circuits there are in a casebook, those included that have lost their connection and may be taken up again.</summary>
public sealed class HeldByCircuits : IHoldsCasebook
{
    private int circuits;

    public bool IsBusy => Volatile.Read(ref circuits) > 0;

    private void Count(int change) => Interlocked.Add(ref circuits, change);

    /// <summary>Counts one.</summary>
    public sealed class Handler(HeldByCircuits held) : CircuitHandler
    {
        public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            held.Count(1);
            return Task.CompletedTask;
        }

        public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            held.Count(-1);
            return Task.CompletedTask;
        }
    }
}
