using SummitDashboard.Data.Live;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>The guesses of one session: one for each wording and device, the newest counts. Safe for many threads.</summary>
public sealed class GuessBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<(int Stop, int Wording), Dictionary<string, string>> guesses = [];
    private readonly HashSet<string> devices = [];

    /// <summary>Keeps a place for a device that is about to guess; false where so many have guessed that no more are taken in.</summary>
    public bool Admit(string token, int mostDevices)
    {
        lock (gate)
            return devices.Contains(token) || (devices.Count < mostDevices && devices.Add(token));
    }

    /// <summary>Counts what the database holds, the newest last.</summary>
    public void Put(IEnumerable<GuessRow> kept)
    {
        lock (gate)
            foreach (var row in kept)
            {
                devices.Add(row.Token);
                Of(row.Stop, row.Wording)[row.Token] = row.Option;
            }
    }

    /// <summary>How often each option was chosen for a wording.</summary>
    public Dictionary<string, int> Counts(int stop, int wording)
    {
        lock (gate)
            return Of(stop, wording).Values.CountBy(o => o).ToDictionary();
    }

    /// <summary>How many devices have guessed at a stop.</summary>
    public int Devices(int stop)
    {
        lock (gate)
            return guesses.Where(g => g.Key.Stop == stop).SelectMany(g => g.Value.Keys).Distinct().Count();
    }

    /// <summary>What a device chose for a wording, or null.</summary>
    public string? Of(int stop, int wording, string token)
    {
        lock (gate)
            return Of(stop, wording).GetValueOrDefault(token);
    }

    private Dictionary<string, string> Of(int stop, int wording)
    {
        if (!guesses.TryGetValue((stop, wording), out var known))
            guesses[(stop, wording)] = known = [];
        return known;
    }
}
