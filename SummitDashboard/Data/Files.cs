namespace SummitDashboard.Data;

/// <summary>Reading folders that people write into: pipes, devices, links that lead in circles and editors' lock files among them.</summary>
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

    /// <summary>The Markdown files of a folder and its subfolders, in a fixed order; hidden files and links are passed over.</summary>
    public static IEnumerable<string> Markdown(string folder) => Directory.EnumerateFiles(folder, "*.md", Plain).Order(StringComparer.Ordinal);

    /// <summary>Files that were meant as Markdown and are not read, since their names do not end in <c>.md</c>: <c>.MD</c>, <c>.markdown</c>.</summary>
    public static IEnumerable<string> AlmostMarkdown(string folder) => Directory.EnumerateFiles(folder, "*", Plain)
        .Where(path => Path.GetExtension(path) is var end && end != ".md" && (end.Equals(".md", StringComparison.OrdinalIgnoreCase) || end.Equals(".markdown", StringComparison.OrdinalIgnoreCase)))
        .Order(StringComparer.Ordinal);

    /// <summary>
    /// A file's bytes, or null where there are more than <paramref name="most"/>. A file without a size is never opened: pipes and devices
    /// have none, and would block.
    /// </summary>
    public static byte[]? Read(string path, long most)
    {
        var info = new FileInfo(path);
        if (info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) info = target;
        if (!info.Exists) throw new FileNotFoundException("the file is gone, or a link leads nowhere", path);
        if (info.Length == 0) return [];
        if (info.Length > most) return null;
        using var stream = info.OpenRead();
        var bytes = new byte[most + 1 < info.Length + 1 ? most + 1 : info.Length + 1];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read > most || read == bytes.Length ? null : bytes[..read];
    }
}
