using SummitDashboard.Data;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>The guesses of one session: one for each wording and device, the newest counts. Safe for many threads.</summary>
public sealed class GuessBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<(int Stop, int Wording), Dictionary<string, string>> guesses = [];
    private readonly Dictionary<(int Stop, int Wording, string Token), string> unsaved = [];
    private readonly HashSet<string> devices = [];

    /// <summary>Takes a guess; false where so many devices have guessed that no more are taken in.</summary>
    public bool Put(int stop, int wording, string token, string option, int mostDevices)
    {
        lock (gate)
        {
            if (!devices.Contains(token) && devices.Count >= mostDevices) return false;
            devices.Add(token);
            Of(stop, wording)[token] = option;
            unsaved[(stop, wording, token)] = option;
            return true;
        }
    }

    /// <summary>How often each option was chosen for a wording.</summary>
    public Dictionary<string, int> Counts(int stop, int wording)
    {
        lock (gate) return Of(stop, wording).Values.CountBy(o => o).ToDictionary();
    }

    /// <summary>How many devices have guessed at a stop.</summary>
    public int Devices(int stop)
    {
        lock (gate) return guesses.Where(g => g.Key.Stop == stop).SelectMany(g => g.Value.Keys).Distinct().Count();
    }

    /// <summary>What a device chose for a wording, or null.</summary>
    public string? Of(int stop, int wording, string token)
    {
        lock (gate) return Of(stop, wording).GetValueOrDefault(token);
    }

    /// <summary>What was not yet saved; it counts as saved from now on.</summary>
    public IReadOnlyList<GuessRow> TakeUnsaved(string sessionId)
    {
        lock (gate)
        {
            if (unsaved.Count == 0) return [];
            List<GuessRow> rows = [.. unsaved.Select(u => new GuessRow { SessionId = sessionId, Stop = u.Key.Stop, Wording = u.Key.Wording, Token = u.Key.Token, Option = u.Value })];
            unsaved.Clear();
            return rows;
        }
    }

    /// <summary>Puts back what could not be saved, unless it was guessed anew since; or, with <paramref name="saved"/>, what a database held.</summary>
    public void Restore(IEnumerable<GuessRow> rows, bool saved = false)
    {
        lock (gate)
            foreach (var row in rows)
            {
                devices.Add(row.Token);
                Of(row.Stop, row.Wording).TryAdd(row.Token, row.Option);
                if (!saved) unsaved.TryAdd((row.Stop, row.Wording, row.Token), row.Option);
            }
    }

    private Dictionary<string, string> Of(int stop, int wording)
    {
        if (!guesses.TryGetValue((stop, wording), out var known)) guesses[(stop, wording)] = known = [];
        return known;
    }
}
