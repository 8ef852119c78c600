using System.IO.Compression;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Exchange;

namespace SummitDashboard.Data.Library;

/// <summary>A casebook folder as one zip, as it is taken from one server to another: its files, its history,
/// its articles, and the files that these were read from.</summary>
public static class CasebookZip
{
    /// <summary>Most bytes that are unpacked, and most files.</summary>
    public const long MaxBytes = 2L * 1024 * 1024 * 1024;
    public const int MaxFiles = 50_000;

    /// <summary>Largest zip that is taken, in bytes.</summary>
    public const long MaxZip = 1024L * 1024 * 1024;

    private const string Texts = "texts";

    /// <summary>
    /// Unpacks the files of a casebook folder, and passes over what is none; a folder around all of them may be there. Bytes are counted as
    /// they come out, and nothing is written outside of the folder.
    /// </summary>
    /// <returns>Why it cannot be unpacked, in a sentence; null where it was.</returns>
    public static string? Unpack(Stream zip, string folder)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxFiles)
                return $"The zip holds more than {MaxFiles:N0} files, which no casebook has.";
            var head = archive.Entries.Where(e => e.Name == "casebook.md").OrderBy(e => e.FullName.Length).FirstOrDefault();
            if (head is null)
                return "The zip holds no casebook: there is no casebook.md in it.";
            var around = head.FullName[..^head.Name.Length];
            var left = MaxBytes;
            foreach (var entry in archive.Entries)
            {
                if (!entry.FullName.StartsWith(around, StringComparison.Ordinal) || entry.Name.Length == 0)
                    continue;
                var path = entry.FullName[around.Length..];
                if (!IsOfCasebook(path))
                    continue;
                if (entry.IsEncrypted)
                    return "The zip asks for a password. Unpack it, and zip it again without one.";
                var to = Path.Combine(folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                using var from = entry.Open();
                using var file = File.Create(to);
                if ((left -= Copy(from, file, left)) < 0)
                    return $"The zip unpacks to more than {MaxBytes >> 30} GiB, which no casebook has.";
            }
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException)
        {
            return "This is no zip that can be read, or it is cut off. Export it again.";
        }
    }

    // One folder deep, and of no name that could lead elsewhere.
    private static bool IsOfCasebook(string path) =>
        path.Split('/') is var parts
        && parts.All(p => p is not ("" or "." or "..") && p.IndexOfAny(['\\', ':', '\0']) < 0)
        && parts switch
        {
            [var name] => name == "casebook.md" || name == HistoryFile.Name || name == OriginalFiles.ListName,
            [var sub, _] => sub is Texts or OriginalFiles.Folder || KindFiles.Folders.Contains(sub),
            _ => false,
        };

    private static long Copy(Stream from, Stream to, long most)
    {
        var (buffer, copied) = (new byte[64 * 1024], 0L);
        for (int read; (read = from.Read(buffer)) > 0 && copied <= most; copied += read)
            to.Write(buffer, 0, read);
        return copied;
    }
}
