namespace SummitDashboard.Data;

/// <summary>
/// Reading folders that people write into: pipes, devices, links that lead in circles and editors' lock files among them.
/// </summary>
internal static class Files
{
    private static readonly EnumerationOptions Plain = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 4,
        IgnoreInaccessible = true,
        MatchCasing = MatchCasing.CaseSensitive, // a folder means the same on every system
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint, // dot-files are hidden
    };

    /// <summary>Where a path leads once every link on the way is followed: two names of one folder are one.</summary>
    public static string Real(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        path = Path.Combine(Real(parent), Path.GetFileName(path));
        return new DirectoryInfo(path) is { Exists: true } at && at.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Real(target.FullName)
            : path;
    }

    /// <summary>The Markdown files of a folder and its subfolders, in a fixed order; hidden files and links are passed over.</summary>
    public static IEnumerable<string> Markdown(string folder) =>
        Directory.EnumerateFiles(folder, "*.md", Plain).Order(StringComparer.Ordinal);

    /// <summary>
    /// Files that were meant as Markdown and are not read, since their names do not end in <c>.md</c>: <c>.MD</c>, <c>.markdown</c>.
    /// </summary>
    public static IEnumerable<string> AlmostMarkdown(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", Plain)
            .Where(path =>
                Path.GetExtension(path) is var end
                && end != ".md"
                && (end.Equals(".md", StringComparison.OrdinalIgnoreCase) || end.Equals(".markdown", StringComparison.OrdinalIgnoreCase))
            )
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// What may hold Markdown files and is not read, with why: links, folders that may not be looked into, and what lies too deep. Nothing
    /// is known of what it says, so that nothing of it may be taken for removed.
    /// </summary>
    public static IEnumerable<(string Path, string Why)> Unread(string folder, int depth = 0)
    {
        List<FileSystemInfo> entries = [];
        var isOpen = true;
        try
        {
            entries =
            [
                .. new DirectoryInfo(folder)
                    .EnumerateFileSystemInfos()
                    .Where(e => !e.Name.StartsWith('.'))
                    .OrderBy(e => e.Name, StringComparer.Ordinal),
            ];
        }
        catch (UnauthorizedAccessException)
        {
            isOpen = false;
        }
        if (!isOpen)
            yield return (folder, "cannot be looked into; give this user the right to.");
        foreach (var entry in entries)
        {
            var isFolder = entry is DirectoryInfo;
            if (!isFolder && !entry.Name.EndsWith(".md", StringComparison.Ordinal))
                continue;
            if ((entry.Attributes & FileAttributes.ReparsePoint) != 0)
                yield return (
                    entry.FullName,
                    $"is a link, and links are not followed; put the {(isFolder ? "folder" : "file")} itself here, or take the link away."
                );
            else if (!isFolder && depth > Plain.MaxRecursionDepth)
                yield return (entry.FullName, $"lies too deep; folders are looked into {Plain.MaxRecursionDepth} deep.");
            else if (isFolder && depth < 2 * Plain.MaxRecursionDepth)
                foreach (var unread in Unread(entry.FullName, depth + 1))
                    yield return unread;
        }
    }

    /// <summary>
    /// Files that look like a casebook file and are none, with why: what editors, version control and sync tools leave beside one, hidden
    /// files and links.
    /// </summary>
    public static IEnumerable<(string Path, string Why)> LeftBeside(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*", Everything).Order(StringComparer.Ordinal)
        let name = Path.GetFileName(path)
        where
            !name.StartsWith("._", StringComparison.Ordinal)
            && (name.Contains(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith('~'))
        let isLink = (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0
        where
            isLink && !name.EndsWith(".md", StringComparison.Ordinal)
            || name.StartsWith('.')
            || !(name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase))
        select (
            path,
            isLink
                ? "is a link, and links are not followed; put the file itself here, or take the link away."
                : "is not read: an editor, a sync tool or version control left it, or it is hidden. Take from it what is missing in "
                    + "the file beside it, then take it away."
        );

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 4,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Device,
    };

    /// <summary>
    /// A file's bytes, or null where there are more than <paramref name="most"/>. A file without a size is never opened: pipes and devices
    /// have none, and would block.
    /// </summary>
    public static byte[]? Read(string path, long most)
    {
        var info = new FileInfo(path);
        if (info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
            info = target;
        if (!info.Exists)
            throw new FileNotFoundException("the file is gone, or a link leads nowhere", path);
        if (info.Length == 0)
            return [];
        if (info.Length > most)
            return null;
        using var stream = info.OpenRead();
        var bytes = new byte[most + 1 < info.Length + 1 ? most + 1 : info.Length + 1];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read > most || read == bytes.Length ? null : bytes[..read];
    }
}
