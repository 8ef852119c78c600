using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using SummitDashboard.Data;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Library;

namespace SummitDashboard.Shell.Casebooks;

/// <summary>
/// A casebook while it is open: services and a pipeline of its own, beside those of the others, so that nothing in it has to know that
/// there are others, and nothing of one can be shown in another. What there is once on a server is handed in.
/// </summary>
public sealed class OpenCasebook : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly ServiceProvider services;
    private readonly RequestDelegate pipeline;
    private readonly IDisposable listening;
    private readonly DataOptions place;
    private readonly ConcurrentDictionary<HttpContext, bool> requests = new();
    private int users;
    private readonly List<IHostedService> workers;
    private readonly List<IHoldsCasebook> holders;
    private Task? stopping;

    /// <summary>Opens it. Throws <see cref="StartupException"/> where there is nothing to serve.</summary>
    public OpenCasebook(IServiceProvider server, CasebookParts parts, string id, DataOptions place)
    {
        (Id, this.place) = (id, place);
        var registered = new ServiceCollection();
        foreach (var type in ServerServices.Shared)
            registered.AddSingleton(type, server.GetRequiredService(type));
        registered.AddLogging().AddOptions().AddRouting();
        // Who asks was found out before it came here, and is changed there too.
        registered.AddScoped(provider =>
            provider
                .GetRequiredService<IHttpContextAccessor>()
                .HttpContext!.Features.Get<Outside>()!
                .Services.GetRequiredService<IAuthenticationService>()
        );
        registered.AddSingleton(place);
        registered.AddSingleton(new ThisCasebook(id));
        parts.Services(registered);
        foreach (var configure in server.GetServices<ConfigureCasebook>())
            configure(registered);
        services = registered.BuildServiceProvider();
        try
        {
            var store = services.GetRequiredService<CasebookStore>();
            store.Open();
            services.GetRequiredService<TextLibrary>(); // reads the articles, which no page should wait for
            var (library, clock) = (server.GetRequiredService<CasebookLibrary>(), server.GetRequiredService<TimeProvider>());
            library.Tell(id, CasebookSummary.Of(store.Current, StoredCasebook.ChangedAt(place.DatabaseFile)));
            listening = store.Changes.Subscribe(published =>
                library.Tell(id, CasebookSummary.Of(published.Casebook, clock.GetUtcNow().UtcDateTime))
            );
            // The framework’s own are the server’s.
            workers = [.. services.GetServices<IHostedService>().Where(s => s.GetType().Assembly == typeof(OpenCasebook).Assembly)];
            holders = [.. services.GetServices<IHoldsCasebook>()];
            var builder = new ApplicationBuilder(services);
            parts.Pipeline(builder);
            pipeline = builder.Build();
        }
        catch
        {
            services.Dispose();
            throw;
        }
    }

    public string Id { get; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => services;

    /// <summary>When somebody left it last, as ticks of the environment.</summary>
    public long LastAsked { get; private set; } = Environment.TickCount64;

    /// <summary>Whether a request is being answered in it.</summary>
    public bool HasVisitors => Volatile.Read(ref users) > 0;

    /// <summary>Whether anything holds it open: a request, a circuit that may be taken up again, work in the background.</summary>
    public bool IsInUse => Volatile.Read(ref users) > 0 || holders.Any(h => h.IsBusy);

    /// <summary>Begins what works in the background.</summary>
    public async Task Start(CancellationToken cancel)
    {
        foreach (var worker in workers)
        {
            var more = worker as IHostedLifecycleService;
            await (more?.StartingAsync(cancel) ?? Task.CompletedTask);
            await worker.StartAsync(cancel);
            await (more?.StartedAsync(cancel) ?? Task.CompletedTask);
        }
    }

    /// <summary>Ends what works in the background, once: whoever asks again waits for the same end.</summary>
    public Task Stop()
    {
        lock (workers)
            return stopping ??= StopWorkers();
    }

    private async Task StopWorkers()
    {
        foreach (var worker in workers)
        {
            var more = worker as IHostedLifecycleService;
            await (more?.StoppingAsync(default) ?? Task.CompletedTask);
            await worker.StopAsync(default);
            await (more?.StoppedAsync(default) ?? Task.CompletedTask);
        }
    }

    /// <summary>Answers a request in it; whoever calls holds it open.</summary>
    public async Task Answer(HttpContext context)
    {
        var outside = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.Features.Set(new Outside(outside));
        requests[context] = true;
        try
        {
            await pipeline(context);
        }
        finally
        {
            requests.TryRemove(context, out _);
            context.RequestServices = outside;
        }
    }

    /// <summary>
    /// Breaks off what is open, circuits and streams: every request that is being answered now and still is a moment later, so that who
    /// asked for it has his answer.
    /// </summary>
    public async Task CutOff()
    {
        var open = requests.Keys.ToList();
        await Task.Delay(Grace);
        foreach (var context in open.Where(requests.ContainsKey))
            context.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        listening.Dispose();
        await Stop();
        var settings = services.GetRequiredService<DatabaseOptions>();
        await services.DisposeAsync();
        Engine.Release(place.DatabaseFile, settings.LockSeconds);
    }

    internal void Enter() => Interlocked.Increment(ref users);

    internal void Leave()
    {
        LastAsked = Environment.TickCount64;
        Interlocked.Decrement(ref users);
    }

    // The server’s services for a request that is answered in a casebook.
    private sealed record Outside(IServiceProvider Services);
}
