using System.Text.Json;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>Something of the data folder that takes another place in it; both with slashes.</summary>
internal sealed record Move(string From, string To);

/// <summary>
/// The step of a restore that replaces. What comes lies ready in <c>restoring/</c>, and what is to be moved is written down there in one
/// step; from then on the restore counts as done, and whoever takes the data folder next finishes it.
/// </summary>
internal static class PlannedMoves
{
    /// <summary>The folder, in the data folder, in which a restore makes ready what comes.</summary>
    public const string Staging = "restoring";

    private const string Plan = "moves.json";

    /// <summary>The same as an absolute path.</summary>
    public static string FolderOf(ServerFolder data) => Path.Combine(data.Path, Staging);

    /// <summary>Whether a restore was broken off while it replaced.</summary>
    public static bool AreWaiting(ServerFolder data) => File.Exists(Path.Combine(FolderOf(data), Plan));

    /// <summary>Throws <see cref="StartupException"/> where one was: what stands is then neither the old nor the new.</summary>
    public static void RequireNone(ServerFolder data)
    {
        if (AreWaiting(data))
            throw new StartupException(
                $"A restore into {data.Path} is under way or was broken off. Once it has ended, start the dashboard or restore again: "
                    + "either finishes it first."
            );
    }

    /// <summary>Writes the moves down, which decides the restore.</summary>
    public static void Decide(ServerFolder data, IReadOnlyList<Move> moves)
    {
        var plan = Path.Combine(FolderOf(data), Plan);
        using (var stream = File.Create(plan + ".new"))
        {
            JsonSerializer.Serialize(stream, moves);
            stream.Flush(flushToDisk: true);
        }
        File.Move(plan + ".new", plan);
    }

    /// <summary>
    /// Makes the moves that were written down and not made yet, and clears away what a restore left. Whoever calls holds the data folder.
    /// </summary>
    public static void Finish(ServerFolder data)
    {
        var staging = FolderOf(data);
        if (!Directory.Exists(staging))
            return;
        if (AreWaiting(data))
        {
            foreach (var move in JsonSerializer.Deserialize<List<Move>>(File.ReadAllBytes(Path.Combine(staging, Plan)))!)
                Make(data, move);
            File.Delete(Path.Combine(staging, Plan)); // first: what is kept of the old may be taken away from now on
        }
        Directory.Delete(staging, recursive: true);
    }

    // Each is one step of the file system, so that it was made or was not.
    private static void Make(ServerFolder data, Move move)
    {
        var (from, to) = (Path.Combine(data.Path, move.From), Path.Combine(data.Path, move.To));
        if (!Path.Exists(from))
            return;
        if (Path.Exists(to))
        {
            if (move.From.StartsWith(Staging + "/", StringComparison.Ordinal))
                throw new StartupException($"A restore cannot be finished, since {to} is in its way. Move it away, and start again.");
            return; // the old one was moved already: what stands there is the new one
        }
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (Directory.Exists(from))
            Directory.Move(from, to);
        else
            File.Move(from, to);
    }
}
