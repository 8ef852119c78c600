namespace SummitDashboard.Data;

/// <summary>A file that one process at a time can hold; the system lets go of it when the process ends, however it ends.</summary>
internal static class HeldFile
{
    /// <summary>Holds the file until it is disposed of, which removes it; null where somebody else does.</summary>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
