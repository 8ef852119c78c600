using System.Text.Json;
using SummitDashboard.Data.Database;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>What a restart finds in the database: read once, when somebody first asks.</summary>
public sealed partial class LiveSessions
{
    // A database that could not be read is asked again by the next who comes.
    private async Task Loaded()
    {
        if (Volatile.Read(ref isLoaded))
            return;
        await one.WaitAsync();
        try
        {
            if (isLoaded)
                return;
            await Load();
            Volatile.Write(ref isLoaded, true);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task Load()
    {
        var unreadable = new List<string>();
        foreach (var id in await store.Recent(clock.GetUtcNow().UtcDateTime - Kept))
        {
            try
            {
                await Load(id, unreadable);
            }
            catch (Exception e) when (e is not (OutOfMemoryException or System.Data.Common.DbException or DatabaseUnavailableException))
            {
                unreadable.Add($"Session {id}: {e.Message}");
            }
        }
        if (unreadable.Count > 0)
            troubles.Say(
                "live sessions that cannot be read",
                "They are left as they are in the database, and the others go on. What was lost can be had from a backup; else wait "
                    + $"a day after they would have ended.\n{string.Join('\n', unreadable)}"
            );
    }

    // One bad record is one session, or one guess.
    private async Task Load(string id, List<string> unreadable)
    {
        if (await store.Find(id) is not { } row)
            return;
        var script = JsonSerializer.Deserialize(row.Script, TalkScriptJson.Default.TalkScript)
            ?? throw new JsonException("its script is null");
        var session = new LiveSession(row, script, clock);
        _ = session.CountsOf(0, 0); // reads the counts of one that has ended
        if (row.Ended is null)
        {
            var (rows, bad) = await store.Guesses(id);
            session.Guesses.Put(rows);
            if (bad > 0)
                unreadable.Add($"Session {id}: {bad} of its guesses, which are not counted.");
        }
        byCode.TryAdd(row.Code, session);
        codes.Take(row.Code, casebook.Id);
    }
}
