namespace SummitDashboard.Formats.Articles;

/// <summary>A file in a zip of files, or why it was left there.</summary>
public sealed record ZippedFile(string Name, byte[]? Bytes, string? Problem);

/// <summary>The files in a zip, one after another; none is written to a disk.</summary>
public static class ZipFiles
{
    /// <summary>
    /// Each file. What cannot be unpacked is named with why, and the others go on. Throws <see cref="UnreadableException"/> where the zip
    /// itself cannot be read.
    /// </summary>
    public static IEnumerable<ZippedFile> In(byte[] bytes, long mostPerFile)
    {
        using var zip = Unpacking.Open(bytes);
        foreach (var entry in zip.Files)
        {
            var path = entry.FullName.Replace('\\', '/');
            // What systems put beside people’s files.
            if (path.StartsWith("__MACOSX/", StringComparison.Ordinal) || entry.Name is ".DS_Store" or "Thumbs.db" or "desktop.ini")
                continue;
            if (path.StartsWith('/') || path.Contains(':') || path.Split('/').Contains(".."))
                yield return new(
                    entry.Name,
                    null,
                    "Its path leads out of the zip, as no program that means well makes one. It was left there."
                );
            else
                yield return Unpacked(zip, entry, path, mostPerFile);
        }
    }

    private static ZippedFile Unpacked(Unpacking zip, System.IO.Compression.ZipArchiveEntry entry, string path, long most)
    {
        try
        {
            return new(path, zip.Read(entry, most), null);
        }
        catch (UnreadableException e)
        {
            return new(path, null, e.Message);
        }
    }
}
