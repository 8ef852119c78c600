using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Reading.Access;

namespace SummitDashboard.Shell;

/// <summary>
/// How many circuits may be open: of everybody who is not signed in together, of one address, and of one person. Who is signed in has
/// places apart, so that a crowd of readers never keeps an editor out. A refused page can still be read; <c>circuit.js</c> says so on it.
/// </summary>
/// <remarks>
/// When the server stops, what is open is broken off and nothing new is let in: a browser asks again at once, and a circuit that it took
/// up in between would hold the server up for as long as a stop may take.
/// </remarks>
public sealed class CircuitGate(Limits limits, Sessions sessions, IHostApplicationLifetime lifetime) : IDisposable
{
    private readonly LimiterChain<HttpContext> places = new(
        context =>
            PersonOf(context) is { } id
                ? Concurrent("person " + id, limits.CircuitsPerPerson)
                : Concurrent("address " + ClientAddress.Of(context), limits.CircuitsPerAddress),
        context => PersonOf(context) is null ? Concurrent("all readers", limits.Circuits) : RateLimitPartition.GetNoLimiter("people")
    );

    // A connection that is asked for and never taken up is forgotten after some seconds: so many in a minute are few at a time.
    private readonly PartitionedRateLimiter<HttpContext> asked = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(context), _ =>
            new() { PermitLimit = limits.CircuitsPerAddress, Window = TimeSpan.FromMinutes(1) }
        )
    );

    /// <summary>The middleware; there is one gate for all casebooks.</summary>
    public async Task Admit(HttpContext context, RequestDelegate next)
    {
        // By what answers it, and not by how it is spelled.
        var (method, answers) = (context.Request.Method, context.GetEndpoint()?.Metadata);
        if (answers?.GetMetadata<HubMetadata>() is null)
        {
            await next(context);
            return;
        }
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Abort();
            return;
        }
        // A socket (over HTTP/2 a CONNECT) and a long poll are held for as long as they are open.
        var asks = answers.GetMetadata<NegotiateMetadata>() is not null;
        var holds = !HttpMethods.IsPost(method) && !HttpMethods.IsDelete(method);
        using var place = holds || asks ? places.AttemptAcquire(context) : null;
        using var ask = asks ? asked.AttemptAcquire(context) : null;
        if (place is { IsAcquired: false } || ask is { IsAcquired: false })
        {
            var response = context.Response;
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = 30.ToString(CultureInfo.InvariantCulture);
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync("As many pages are open here as may be live at once.", context.RequestAborted);
            return;
        }
        using var watch =
            place is not null && SignIn.Of(context.User) is { } signIn ? sessions.Watch(signIn, () => _ = CutOff(context)) : null;
        using var end = holds ? lifetime.ApplicationStopping.Register(context.Abort) : default;
        await next(context);
    }

    // The page is asked to load itself again (Routes); a browser that does not is cut off all the same.
    private static async Task CutOff(HttpContext context)
    {
        var gone = context.RequestAborted;
        await Task.Delay(Routes.Grace + TimeSpan.FromSeconds(1), gone).ContinueWith(_ => { }, TaskScheduler.Default);
        if (!gone.IsCancellationRequested)
            context.Abort();
    }

    public void Dispose()
    {
        places.Dispose();
        asked.Dispose();
    }

    private static string? PersonOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    private static RateLimitPartition<string> Concurrent(string name, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(name, _ => new() { PermitLimit = most, QueueLimit = 0 });
}
