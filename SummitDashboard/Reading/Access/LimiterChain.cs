using System.Threading.RateLimiting;

namespace SummitDashboard.Reading.Access;

/// <summary>
/// Limits one after the other: who is let through by the first asks the next, and holds a place of each. Each link says for an asker
/// which of its places he shares (<see cref="RateLimitPartition"/>). Disposes of its links, which
/// <see cref="PartitionedRateLimiter.CreateChained"/> leaves to their maker: each has a clock that would go on.
/// </summary>
public sealed class LimiterChain<T> : IDisposable
{
    private readonly PartitionedRateLimiter<T>[] links;
    private readonly PartitionedRateLimiter<T> chain;

    public LimiterChain(params Func<T, RateLimitPartition<string>>[] links)
    {
        this.links = [.. links.Select(l => PartitionedRateLimiter.Create(l))];
        chain = PartitionedRateLimiter.CreateChained(this.links);
    }

    /// <summary>A place at once, or a lease that is not acquired.</summary>
    public RateLimitLease AttemptAcquire(T asker) => chain.AttemptAcquire(asker);

    /// <summary>
    /// A place as soon as there is one, in order; not acquired where too many wait. Throws where <paramref name="left"/> is set.
    /// </summary>
    public ValueTask<RateLimitLease> AcquireAsync(T asker, CancellationToken left) => chain.AcquireAsync(asker, 1, left);

    public void Dispose()
    {
        chain.Dispose();
        foreach (var link in links)
            link.Dispose();
    }
}
