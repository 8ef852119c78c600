using SummitDashboard.Data.Database;

namespace SummitDashboard.Data.Library;

/// <summary>
/// A folder that is being filled. It is marked and held for as long, so that what a server that was killed left behind is told from
/// what another process is filling just now, and from everything else.
/// </summary>
internal sealed class UnfinishedFolder : IDisposable
{
    private const string MarkName = ".unfinished";

    private readonly IDisposable mark;
    private bool isFinished;

    /// <summary>Makes it; nothing is there yet.</summary>
    public UnfinishedFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
        mark = Held(path) ?? throw new IOException($"The folder {path} is being filled by another process.");
    }

    public string Path { get; }

    /// <summary>It is somebody’s now, and stays.</summary>
    public void Finish() => isFinished = true;

    /// <summary>Lets go of it; what was not finished is removed.</summary>
    public void Dispose()
    {
        mark.Dispose();
        if (!isFinished)
            Directory.Delete(Path, recursive: true);
    }

    /// <summary>Removes the folders that were left unfinished, of those in a folder, and names them.</summary>
    /// <param name="isKept">Whether one is somebody’s, by its name; asked once nobody can fill it any more.</param>
    public static IReadOnlyList<string> RemoveLeft(string parent, Func<string, bool> isKept)
    {
        var removed = new List<string>();
        if (!Directory.Exists(parent))
            return removed;
        foreach (var path in Directory.EnumerateDirectories(parent).Where(p => File.Exists(System.IO.Path.Combine(p, MarkName))))
        {
            using var held = Held(path);
            if (held is null || isKept(System.IO.Path.GetFileName(path)))
                continue;
            Directory.Delete(path, recursive: true);
            removed.Add(path);
        }
        return removed;
    }

    private static IDisposable? Held(string path) => HeldFile.TryTake(System.IO.Path.Combine(path, MarkName));
}
