using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Shell;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>A server that stops is not held up by browsers that take their circuits up again.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly TestApp app = TestApp.With();
    private readonly Stopping lifetime = new();

    [Fact]
    public async Task Circuit_OpenWhenTheServerStops_IsBrokenOff()
    {
        var (context, connection) = AskForACircuit();
        var reached = new TaskCompletionSource();

        var open = Gate().Admit(context, _ => WaitFor(connection, reached));
        await reached.Task;
        lifetime.StopApplication();

        await open;
        Assert.True(connection.RequestAborted.IsCancellationRequested);
    }

    [Fact]
    public async Task Circuit_AskedForWhileTheServerStops_IsNotLetIn()
    {
        lifetime.StopApplication();
        var (context, connection) = AskForACircuit();
        var isLetIn = false;

        await Gate()
            .Admit(context, _ =>
            {
                isLetIn = true;
                return Task.CompletedTask;
            });

        Assert.False(isLetIn);
        Assert.True(connection.RequestAborted.IsCancellationRequested);
    }

    public void Dispose()
    {
        app.Dispose();
        lifetime.Dispose();
    }

    private CircuitGate Gate() => new(app.Services.GetRequiredService<Limits>(), app.Services.GetRequiredService<Sessions>(), lifetime);

    private static async Task WaitFor(Connection connection, TaskCompletionSource reached)
    {
        var ended = new TaskCompletionSource();
        await using var _ = connection.RequestAborted.Register(ended.SetResult);
        reached.SetResult();
        await ended.Task;
    }

    private static (HttpContext Context, Connection Connection) AskForACircuit()
    {
        var context = new DefaultHttpContext();
        var connection = new Connection();
        context.Features.Set<IHttpRequestLifetimeFeature>(connection);
        context.Request.Method = HttpMethods.Get;
        context.SetEndpoint(new(null, new(new HubMetadata(typeof(Hub))), "a circuit"));
        return (context, connection);
    }

    // A request whose connection can be broken off, as Kestrel's.
    private sealed class Connection : IHttpRequestLifetimeFeature
    {
        private readonly CancellationTokenSource aborted = new();

        public CancellationToken RequestAborted
        {
            get => aborted.Token;
            set => throw new NotSupportedException();
        }

        public void Abort() => aborted.Cancel();
    }

    private sealed class Stopping : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => stopping.Cancel();

        public void Dispose() => stopping.Dispose();
    }
}
