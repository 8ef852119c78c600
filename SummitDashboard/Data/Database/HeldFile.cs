namespace SummitDashboard.Data.Database;

/// <summary>A file that one process at a time can hold; the system lets go of it when the process ends, however it ends.</summary>
internal static class HeldFile
{
    // A holder that is just ending, or a process that was begun as another let go, has it for some milliseconds more: on Unix what is
    // open goes over into a begun process until that runs its own program.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Holds the file until it is disposed of; null where somebody else does, and goes on doing so for half a second.</summary>
    /// <param name="stays">Whether the file is left behind: one that is removed may, for a moment, be held by two.</param>
    public static IDisposable? TryTake(string path, bool stays = false)
    {
        IDisposable? held = null;
        SpinWait.SpinUntil(() => (held = TryOnce(path, stays)) is not null, Patience);
        return held;
    }

    private static FileStream? TryOnce(string path, bool stays)
    {
        try
        {
            return new FileStream(
                path,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                stays ? FileOptions.None : FileOptions.DeleteOnClose
            );
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
