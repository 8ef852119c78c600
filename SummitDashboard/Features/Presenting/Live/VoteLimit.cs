namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// From where the devices of one session vote, so that one place cannot vote for all: of each address those that follow there, and a few
/// more for browsers without a script, which take nothing from who follows. A device follows while it listens, and has followed once it has
/// listened for a minute: a stream that is dropped at once is no follower. Who has once voted may always change it. In memory only: no
/// address is ever stored. Not safe for many threads: the session holds its lock.
/// </summary>
public sealed class VoteLimit
{
    /// <summary>Votes of an address from devices that do not follow.</summary>
    public const int Unheard = 20;

    /// <summary>How long a device listens until it counts after it has left too.</summary>
    public static readonly TimeSpan Followed = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Place> places = [];

    /// <summary>A device begins to listen at an address.</summary>
    public void Listens(string address, string device, DateTimeOffset now)
    {
        var here = At(address).Followers;
        var before = here.GetValueOrDefault(device);
        here[device] = before with { Streams = before.Streams + 1, Since = before.Streams == 0 ? now : before.Since };
    }

    /// <summary>One of its streams has ended.</summary>
    public void Leaves(string address, string device, int most, DateTimeOffset now)
    {
        var place = places[address];
        var here = place.Followers;
        var left = here[device];
        left = left with { Streams = left.Streams - 1, HasFollowed = left.HasFollowed || now - left.Since >= Followed };
        if (left.Streams > 0 || left.HasFollowed && here.Count <= most)
            here[device] = left;
        else
            here.Remove(device);
        if (here.Count == 0 && place.Voted.Count == 0)
            places.Remove(address);
    }

    /// <summary>Whether a device may vote from an address, at which at most so many may in all.</summary>
    public bool Admits(string address, string device, int most)
    {
        var place = At(address);
        if (place.Voted.Contains(device))
            return true;
        var follows = place.Followers.ContainsKey(device);
        if (place.Voted.Count >= most || !follows && place.Unheard >= Unheard)
            return false;
        place.Voted.Add(device);
        if (!follows)
            place.Unheard++;
        return true;
    }

    private Place At(string address) => places.TryGetValue(address, out var place) ? place : places[address] = new();

    private readonly record struct Follower(int Streams, DateTimeOffset Since, bool HasFollowed);

    private sealed class Place
    {
        public Dictionary<string, Follower> Followers { get; } = [];
        public HashSet<string> Voted { get; } = [];

        /// <summary>How many of those who voted did not follow.</summary>
        public int Unheard { get; set; }
    }
}
