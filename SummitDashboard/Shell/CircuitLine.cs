using Microsoft.AspNetCore.Components.Server.Circuits;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Shell;

/// <summary>Tells a circuit's <see cref="BrowserConnection"/> of what becomes of it.</summary>
public sealed class CircuitLine(BrowserConnection browser) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        browser.Found();
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => browser.Lost();
}
