namespace SummitDashboard.Data.Articles;

/// <summary>A file as it lies in a folder: how large it is, and when it was last written, in ticks of UTC.</summary>
public sealed record LyingFile(string Path, long Size, long Written);

/// <summary>
/// What lies in a folder that is watched. No link is followed, neither on the way to the folder nor in it, so that nothing outside is ever
/// read; nothing is changed or deleted.
/// </summary>
/// <param name="Files">By their paths from the folder, the oldest first.</param>
/// <param name="Refused">What is left there, and why, in sentences.</param>
public sealed record FolderLook(IReadOnlyList<LyingFile> Files, IReadOnlyList<string> Refused)
{
    /// <summary>Most files looked at.</summary>
    public const int MostFiles = 10_000;

    private const int Deepest = 8;

    /// <summary>
    /// The folder of this name under the one that may be watched: null, and why in <paramref name="problem"/>, where it is none, or leads
    /// out of it.
    /// </summary>
    /// <param name="under">The folder under which others may be watched.</param>
    /// <param name="name">From there, or as a whole path.</param>
    /// <param name="own">Where the program’s own data lie, which are nobody’s to read.</param>
    public static string? Folder(string under, string name, string own, out string? problem)
    {
        try
        {
            var root = Real(new DirectoryInfo(under));
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(root, name)));
            problem =
                !IsWithin(full, root) ? $"“{name}” leads out of {under}, and only what lies there may be watched."
                : !Directory.Exists(root) ? $"The folder {under} is not there. It is looked for again."
                : LinkOnTheWay(root, full) is { } link ? $"“{link}” is a link, and links are not followed. Name the folder itself."
                : !Directory.Exists(full) ? $"The folder “{Path.GetRelativePath(root, full)}” is not there. It is looked for again."
                : IsWithin(full, Real(new DirectoryInfo(own))) || IsWithin(Real(new DirectoryInfo(own)), full)
                    ? "The program’s own data lie there. Name a folder apart from them."
                : null;
            return problem is null ? full : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = $"“{name}” cannot be looked into: {e.Message}";
            return null;
        }
    }

    /// <summary>The folder itself where a link stands for it. Throws <see cref="IOException"/>.</summary>
    public static string Root(string under) => Real(new(under));

    /// <summary>What lies in a folder now. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
    public static FolderLook At(string folder)
    {
        var (files, refused) = (new List<LyingFile>(), new List<string>());
        Into(new DirectoryInfo(folder), folder, 0, files, refused);
        return new([.. files.OrderBy(f => f.Written).ThenBy(f => f.Path, StringComparer.Ordinal)], refused);
    }

    /// <summary>The file as it lies there now; null where it is gone, or a link stands in its place.</summary>
    public static LyingFile? File(string folder, string path)
    {
        var full = Path.GetFullPath(Path.Combine(folder, path));
        var file = new FileInfo(full);
        return IsWithin(full, folder) && file.Exists && LinkOnTheWay(folder, full) is null ? Of(file, folder) : null;
    }

    private static void Into(DirectoryInfo at, string folder, int depth, List<LyingFile> files, List<string> refused)
    {
        foreach (var entry in at.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
            // What programs have under way, or put there for themselves.
            if (entry.Name[0] is '.' or '~' || Path.GetExtension(entry.Name).ToLowerInvariant() is ".part" or ".crdownload" or ".tmp")
                continue;
            if ((entry.Attributes & FileAttributes.ReparsePoint) != 0 || entry.LinkTarget is not null)
                refused.Add($"{path} is a link, and links are not followed. Put the file itself here.");
            else if (entry is FileInfo file && files.Count < MostFiles)
                files.Add(Of(file, folder));
            else if (entry is FileInfo)
            {
                refused.Add($"There are more than {MostFiles:N0} files here; the rest is left alone. Move some away.");
                return;
            }
            else if (depth == Deepest)
                refused.Add($"{path} lies too deep; folders are looked into {Deepest} deep.");
            else
                Within((DirectoryInfo)entry, path, folder, depth + 1, files, refused);
        }
    }

    private static void Within(DirectoryInfo at, string path, string folder, int depth, List<LyingFile> files, List<string> refused)
    {
        try
        {
            Into(at, folder, depth, files, refused);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refused.Add($"{path} cannot be looked into: {e.Message}");
        }
    }

    private static LyingFile Of(FileInfo file, string folder) =>
        new(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.Length, file.LastWriteTimeUtc.Ticks);

    private static bool IsWithin(string path, string folder) =>
        path == folder
        || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The folder that the settings name may itself be a link: who wrote them has the machine.
    private static string Real(DirectoryInfo folder) =>
        Path.TrimEndingDirectorySeparator(folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName);

    private static string? LinkOnTheWay(string root, string full)
    {
        var at = root;
        foreach (var part in Path.GetRelativePath(root, full).Split(Path.DirectorySeparatorChar).Where(p => p is not "."))
        {
            at = Path.Combine(at, part);
            if (new DirectoryInfo(at) is { LinkTarget: not null } || new FileInfo(at) is { LinkTarget: not null })
                return part;
        }
        return null;
    }
}
