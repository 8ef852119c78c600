namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// From where the devices of one session vote, so that one place cannot vote for all: from each address as many as follow there, and a few
/// more for browsers without a script. A device follows while it listens, and has followed once it has listened for a minute: a stream that
/// is dropped at once is no follower. Who has once voted may always change it. In memory only: no address is ever stored. Not safe for many
/// threads: the session holds its lock.
/// </summary>
public sealed class VoteLimit
{
    /// <summary>Votes of an address at which nobody listens.</summary>
    public const int Unheard = 20;

    /// <summary>How long a device listens until it counts after it has left too.</summary>
    public static readonly TimeSpan Followed = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Dictionary<string, Follower>> followers = [];
    private readonly Dictionary<string, HashSet<string>> voted = [];

    /// <summary>A device begins to listen at an address.</summary>
    public void Listens(string address, string device, DateTimeOffset now)
    {
        if (!followers.TryGetValue(address, out var here))
            followers[address] = here = [];
        var before = here.GetValueOrDefault(device);
        here[device] = before with { Streams = before.Streams + 1, Since = before.Streams == 0 ? now : before.Since };
    }

    /// <summary>One of its streams has ended.</summary>
    public void Leaves(string address, string device, int most, DateTimeOffset now)
    {
        var here = followers[address];
        var left = here[device];
        left = left with { Streams = left.Streams - 1, HasFollowed = left.HasFollowed || now - left.Since >= Followed };
        if (left.Streams > 0 || left.HasFollowed && here.Count <= most)
            here[device] = left;
        else
            here.Remove(device);
        if (here.Count == 0)
            followers.Remove(address);
    }

    /// <summary>Whether a device that has not voted yet may vote from an address.</summary>
    public bool Admits(string address, string device, int most)
    {
        if (!voted.TryGetValue(address, out var here))
            voted[address] = here = [];
        if (here.Contains(device))
            return true;
        if (here.Count >= Math.Min(most, Unheard + (followers.GetValueOrDefault(address)?.Count ?? 0)))
            return false;
        here.Add(device);
        return true;
    }

    private readonly record struct Follower(int Streams, DateTimeOffset Since, bool HasFollowed);
}
