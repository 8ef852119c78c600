namespace SummitDashboard.Tests.Support;

/// <summary>What lies in a folder, byte for byte.</summary>
public static class FolderFiles
{
    /// <summary>Every file by its path inside the folder, its bytes as hexadecimal digits.</summary>
    public static SortedDictionary<string, string> Of(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => Convert.ToHexStringLower(File.ReadAllBytes(f))),
            StringComparer.Ordinal
        );
}
