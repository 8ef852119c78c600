using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;
using YamlDotNet.RepresentationModel;

namespace SummitDashboard.Data.Casebooks.Exchange;

/// <summary>What an export did to its folder.</summary>
/// <param name="Written">Files that are new or changed.</param>
/// <param name="Unchanged">Files that already said the same, and were not touched.</param>
/// <param name="Removed">Files of items that are no longer in the casebook.</param>
/// <param name="TooLarge">Files larger than a casebook folder's may be, which cannot be loaded again as they are.</param>
public sealed record ExportResult(int Written, int Unchanged, int Removed, IReadOnlyList<string> TooLarge);

/// <summary>
/// Puts a casebook's files into a folder. All are first written aside, so that a full disk or a broken-off run leaves the old ones whole;
/// then they are moved into place, casebook.md last: a folder in which that was broken off is no casebook until the export is run again.
/// </summary>
public static class ExportFolder
{
    private const string Head = "casebook.md";

    /// <summary>
    /// Writes the files. Throws <see cref="StartupException"/>, having changed nothing, for a folder that holds something other than a
    /// casebook. Whatever else lies in a casebook folder is left alone.
    /// </summary>
    public static ExportResult Write(string folder, IEnumerable<CaseFile> files)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(folder))
            throw new StartupException($"{folder} is a file; name a folder to export to.");
        var exists = Directory.Exists(folder);
        var aside = exists
            ? Path.Combine(folder, ".export")
            : Path.Combine(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.export");
        if (exists)
            RequireCasebook(folder, aside);

        Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
        using var alone = HeldFile.TryTake(aside + ".lock")
            ?? throw new StartupException($"Another export is writing to {folder}. Wait for it to end.");
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
        var (written, tooLarge) = Stage(aside, files);
        if (exists)
            return MoveInto(folder, aside, written, tooLarge);
        Directory.Move(aside, folder);
        return new(written.Count, 0, 0, tooLarge);
    }

    /// <summary>The files of a folder that belong to its casebook; notes named README and everything else do not.</summary>
    internal static IEnumerable<string> OwnFiles(string folder) =>
        [
            .. new[] { Head, HistoryFile.Name }.Select(name => Path.Combine(folder, name)).Where(File.Exists),
            .. KindFiles
                .Folders.Select(name => Path.Combine(folder, name))
                .Where(Directory.Exists)
                .SelectMany(sub => Files.Markdown(sub))
                .Where(path => !CaseFolderReader.IsReadme(Path.GetFileNameWithoutExtension(path))),
        ];

    private static void RequireCasebook(string folder, string aside)
    {
        if (Directory.Exists(aside))
            return; // an export was broken off here
        if (Directory.EnumerateFileSystemEntries(folder).All(path => Path.GetFileName(path) == ".export.lock"))
            return;
        var head = Path.Combine(folder, Head);
        if (
            File.Exists(head)
            && FrontMatter.Read(head, Head, [])?.Root is { } root
            && new[] { "title", "phases", "themes" }.All(name => root.Children.ContainsKey(new YamlScalarNode(name)))
        )
            return;
        throw new StartupException(
            $"{folder} is not empty and holds no casebook (no casebook.md with title, phases and themes). Name an empty folder, a new "
                + "one, or one that was exported before; nothing was written."
        );
    }

    private static (List<string> Written, List<string> TooLarge) Stage(string aside, IEnumerable<CaseFile> files)
    {
        var (written, tooLarge) = (new List<string>(), new List<string>());
        Directory.CreateDirectory(aside);
        foreach (var file in files)
        {
            var path = Path.Combine(aside, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = File.Create(path);
            file.WriteTo(stream);
            if (file.Path != HistoryFile.Name && stream.Length > FrontMatter.MaxBytes)
                tooLarge.Add(file.Path);
            written.Add(file.Path);
        }
        return (written, tooLarge);
    }

    private static ExportResult MoveInto(string folder, string aside, List<string> written, List<string> tooLarge)
    {
        var changed = written.Where(name => !Same(Path.Combine(aside, name), Path.Combine(folder, name))).ToList();
        var kept = written.Select(name => Path.Combine(folder, name)).ToHashSet();
        var gone = OwnFiles(folder).Where(path => !kept.Contains(path)).ToList();
        if (changed.Count + gone.Count > 0)
        {
            if (File.Exists(Path.Combine(folder, Head)))
                File.Delete(Path.Combine(folder, Head)); // the new one stands aside, and comes last
            foreach (var path in gone)
                File.Delete(path);
            foreach (var name in changed.Where(name => name != Head).Append(Head))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
                File.Move(Path.Combine(aside, name), Path.Combine(folder, name), overwrite: true);
            }
        }
        Directory.Delete(aside, recursive: true);
        return new(changed.Count, written.Count - changed.Count, gone.Count, tooLarge);
    }

    private static bool Same(string a, string b)
    {
        if (!File.Exists(b) || new FileInfo(a).Length != new FileInfo(b).Length)
            return false;
        using var one = File.OpenRead(a);
        using var other = File.OpenRead(b);
        return System
            .Security.Cryptography.SHA256.HashData(one)
            .AsSpan()
            .SequenceEqual(System.Security.Cryptography.SHA256.HashData(other));
    }
}
