namespace SummitDashboard.Data.Database;

/// <summary>A file that one process at a time can hold; the system lets go of it when the process ends, however it ends.</summary>
internal static class HeldFile
{
    /// <summary>Holds the file until it is disposed of; null where somebody else does.</summary>
    /// <param name="stays">Whether the file is left behind: one that is removed may, for a moment, be held by two.</param>
    public static IDisposable? TryTake(string path, bool stays = false)
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
