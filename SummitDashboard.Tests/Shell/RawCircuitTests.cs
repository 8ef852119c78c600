using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>The benchmarks’ client without a browser: what it opens is a circuit as browsers open it.</summary>
public sealed class RawCircuitTests
{
    [Fact]
    public async Task RawCircuit_OfAPage_IsDrawnByTheServer()
    {
        using var app = new TestApp().Started();
        using var http = new HttpClient(Loopback.From("127.0.0.1"));
        var page = await RawCircuit.Read(http, app.Address + "/claims", TestContext.Current.CancellationToken);
        using var connections = new HttpMessageInvoker(Loopback.From("127.0.0.1"));
        await using var circuit = await RawCircuit.Open(page, connections, null, TestContext.Current.CancellationToken);
        await circuit.Live.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.True(circuit.Batches >= 2);
    }
}
