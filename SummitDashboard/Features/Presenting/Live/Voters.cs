namespace SummitDashboard.Features.Presenting.Live;

/// <summary>
/// From where the devices of one session vote, so that one place cannot vote for all: from each address as many as listen there, and a few
/// more for browsers without a script. Who has once voted may always change it. In memory only: no address is ever stored. Not safe for
/// many threads: the session holds its lock.
/// </summary>
public sealed class Voters
{
    /// <summary>Votes of an address at which nobody listens.</summary>
    public const int Unheard = 20;

    private readonly Dictionary<string, HashSet<string>> listened = [];
    private readonly Dictionary<string, HashSet<string>> voted = [];

    /// <summary>A device listens at an address.</summary>
    public void Listens(string address, string device, int most)
    {
        var here = Of(listened, address);
        if (here.Count < most)
            here.Add(device);
    }

    /// <summary>Whether a device that has not voted yet may vote from an address.</summary>
    public bool Admits(string address, string device, int most)
    {
        var here = Of(voted, address);
        if (here.Contains(device))
            return true;
        if (here.Count >= Math.Min(most, Unheard + (listened.GetValueOrDefault(address)?.Count ?? 0)))
            return false;
        here.Add(device);
        return true;
    }

    private static HashSet<string> Of(Dictionary<string, HashSet<string>> places, string address)
    {
        if (!places.TryGetValue(address, out var here))
            places[address] = here = [];
        return here;
    }
}
