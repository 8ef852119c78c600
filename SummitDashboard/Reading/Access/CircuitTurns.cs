using System.Threading.RateLimiting;
using SummitDashboard.Data;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// Turns at working for a circuit: of one address fewer at a time than of all readers together, so that one that asks for more than the
/// server can draw waits behind itself. Who is signed in has a share apart. A turn is for what takes a thread, never for what waits.
/// </summary>
public sealed class CircuitTurns(Limits limits) : IDisposable
{
    private readonly LimiterChain<Visitor> turns = new(
        visitor => Concurrent(visitor.AccountId is { } id ? "person " + id : "address " + visitor.Address, limits.DrawingsPerAddress),
        visitor => visitor.AccountId is null ? Concurrent("all readers", limits.Drawings) : RateLimitPartition.GetNoLimiter("people")
    );

    /// <summary>
    /// A turn, until it is disposed. It is waited for without a thread and in order; throws where the visitor leaves first.
    /// </summary>
    public ValueTask<RateLimitLease> Turn(Visitor visitor, CancellationToken left = default) => turns.AcquireAsync(visitor, left);

    public void Dispose() => turns.Dispose();

    // Few wait: of each circuit its first message, and a page that reads the database.
    private static RateLimitPartition<string> Concurrent(string name, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(name, _ => new() { PermitLimit = most, QueueLimit = int.MaxValue });
}
