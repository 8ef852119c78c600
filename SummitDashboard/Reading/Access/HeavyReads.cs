using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using SummitDashboard.Data;

namespace SummitDashboard.Reading.Access;

/// <summary>Marks a page or an endpoint that takes long or much memory to make: a few of them are made at a time.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HeavyReadAttribute : Attribute;

/// <summary>
/// Admits heavy reads (the casebook as it was, exports) a few at a time, and of one address fewer than all, so that none who asks for many
/// holds the others up: what one address asks for beyond that waits behind itself, and not in the line of all. Who is signed in has turns
/// apart. Nobody waits on a thread; who leaves gives up the turn.
/// </summary>
public sealed class HeavyReads(Limits limits, TimeProvider clock) : IDisposable
{
    /// <summary>How long a request keeps its turn at most; what takes longer than this waits for something.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly LimiterChain<Asker> turns = new(
        asker => Concurrent(asker.AccountId is { } id ? "person " + id : "address " + asker.Address, limits.HeavyReadsPerAddress, limits),
        asker => Concurrent(asker.AccountId is null ? "all readers" : "people", limits.HeavyReads, limits)
    );

    /// <summary>
    /// A turn, until it is disposed, for a request or a circuit of this person (null: nobody) from this address; not acquired where too
    /// many wait already. Throws where the visitor leaves first.
    /// </summary>
    public ValueTask<RateLimitLease> Turn(string? accountId, string address, CancellationToken left) =>
        turns.AcquireAsync(new(accountId, address), left);

    /// <summary>
    /// The middleware: a request has its turn until its answer begins, so that one who reads slowly keeps nobody waiting.
    /// </summary>
    public async Task Admit(HttpContext context, Func<Task> next)
    {
        if (!IsHeavy(context))
        {
            await next();
            return;
        }
        var account = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        using var turn = await Turn(account, ClientAddress.Of(context), context.RequestAborted);
        if (!turn.IsAcquired)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = 5.ToString(CultureInfo.InvariantCulture);
            return;
        }
        context.Response.OnStarting(() =>
        {
            turn.Dispose();
            return Task.CompletedTask;
        });
        context.Items[typeof(HeavyReads)] = true;
        using var longest = new CancellationTokenSource(Longest, clock);
        using var givesUp = longest.Token.Register(turn.Dispose);
        await next();
    }

    /// <summary>
    /// What may be large, made in a file and sent from there: neither a large casebook nor many who ask should fill the memory, and who
    /// reads slowly holds no turn.
    /// </summary>
    public static async Task<IResult> File(Func<Stream, Task> write, string type, Func<string> name, CancellationToken left)
    {
        var file = new FileStream(
            Path.GetTempFileName(),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None,
            64 * 1024,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        try
        {
            await Task.Run(() => write(file), left);
            file.Position = 0;
            return Results.File(file, type, name());
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the request that is being answered has its turn.</summary>
    public static bool IsAdmitted(HttpContext? context) => context?.Items.ContainsKey(typeof(HeavyReads)) == true;

    public void Dispose() => turns.Dispose();

    private static RateLimitPartition<string> Concurrent(string name, int most, Limits limits) =>
        RateLimitPartition.GetConcurrencyLimiter(name, _ => new() { PermitLimit = most, QueueLimit = limits.HeavyReadsWaiting });

    private readonly record struct Asker(string? AccountId, string Address);

    // The polls of a circuit wait for something to say: they work at nothing, whatever their address says besides.
    private static bool IsHeavy(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<HubMetadata>() is null
        && (
            endpoint.Metadata.GetMetadata<HeavyReadAttribute>() is not null
            || context.Request.Query.ContainsKey("rev")
            || context.Request.Query.ContainsKey("since")
            || context.Request.RouteValues["talk"] is Domain.Talk.Improvised
        );
}
