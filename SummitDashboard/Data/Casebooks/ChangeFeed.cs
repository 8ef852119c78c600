using System.Collections.Immutable;
using SummitDashboard.Domain;

namespace SummitDashboard.Data.Casebooks;

/// <summary>What is told of a change: the snapshot that now is, and the items that differ from the one before.</summary>
/// <param name="Changes">Null where that is not known and everything may differ.</param>
public sealed record Published(Casebook Casebook, IReadOnlyList<ItemChange>? Changes);

/// <summary>
/// Tells whoever asked of every new snapshot of a casebook, in the order of revisions, whether this process wrote it or another. What is
/// kept with a snapshot need not ask: the next one begins without it.
/// </summary>
public sealed class ChangeFeed(ILogger logger)
{
    private ImmutableList<Listener> listeners = [];

    /// <summary>
    /// Tells this listener until what is returned is disposed. It is called on the writer's thread, so it does little; one that throws is
    /// logged and passed over.
    /// </summary>
    public IDisposable Subscribe(Action<Published> told)
    {
        var listener = new Listener(this, told);
        ImmutableInterlocked.Update(ref listeners, all => all.Add(listener));
        return listener;
    }

    /// <summary>Tells everybody. Called by one writer at a time.</summary>
    internal void Publish(Published published)
    {
        foreach (var listener in listeners)
        {
            try
            {
                listener.Told(published);
            }
            catch (Exception e)
            {
                logger.LogError(e, "A listener failed on revision {Revision}.", published.Casebook.Revision);
            }
        }
    }

    private sealed class Listener(ChangeFeed feed, Action<Published> told) : IDisposable
    {
        public Action<Published> Told => told;

        public void Dispose() => ImmutableInterlocked.Update(ref feed.listeners, all => all.Remove(this));
    }
}
