using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>Reads a backup’s zip, and holds every file against what the backup says of itself.</summary>
internal static class BackupReader
{
    private const int Chunk = 128 * 1024;

    /// <summary>Whether a file begins as a zip does.</summary>
    public static bool IsZip(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> head = stackalloc byte[4];
        return stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("PK\u0003\u0004"u8);
    }

    /// <summary>Whether a zip that nobody writes to has its end: a look at its first and its last bytes.</summary>
    public static bool IsWhole(string file)
    {
        const int end = 22; // the end record of a zip without a comment
        try
        {
            if (!IsZip(file))
                return false;
            using var stream = File.OpenRead(file);
            Span<byte> last = stackalloc byte[end];
            if (stream.Length < end)
                return false;
            stream.Position = stream.Length - end;
            stream.ReadExactly(last);
            return last.StartsWith("PK\u0005\u0006"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Reads the whole backup. Throws <see cref="StartupException"/> where it is not as it says.
    /// </summary>
    /// <param name="to">The folder to unpack into; null to read alone.</param>
    public static BackupContents Read(string file, string? to = null)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var contents = ContentsOf(zip) ?? throw new StartupException($"{file} is a zip, but no backup of this program.");
            foreach (var said in contents.Files)
            {
                if (!IsPlace(said.Path))
                    throw new StartupException($"{file} is no backup of this program: it holds “{said.Path}”.");
                if (zip.GetEntry(said.Path) is not { } entry || !Copy(entry, said, to))
                    throw new StartupException($"{file} is damaged: its entry {said.Path} is not as it was written. Take another backup.");
            }
            return contents;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw new StartupException($"{file} is damaged or cut off ({e.Message.TrimEnd('.')}). Take another backup.", e);
        }
    }

    private static BackupContents? ContentsOf(ZipArchive zip)
    {
        if (zip.GetEntry(BackupContents.Name) is not { } entry)
            return null;
        using var stream = entry.Open();
        return JsonSerializer.Deserialize<BackupContents>(stream) is { Files: not null, Missing: not null } contents ? contents : null;
    }

    // In the data folder and nowhere else, whoever made the zip.
    private static bool IsPlace(string path) =>
        path.Split('/') is var parts
        && parts.All(p => p is not ("" or "." or "..") && p.IndexOf('\0') < 0)
        && parts switch
        {
            [ServerFolder.DatabaseName] or [ServerFolder.FirstName] => true,
            [ServerFolder.CasebooksName, var id, ServerFolder.CasebookName] => IsId(id),
            [ServerFolder.CasebooksName, var id, ServerFolder.FilesName, _, ..] => IsId(id)
                && !(OperatingSystem.IsWindows() && path.AsSpan().ContainsAny('\\', ':')),
            _ => false,
        };

    private static bool IsId(string id) => id.Length == 12 && id.All(char.IsAsciiHexDigitLower);

    private static bool Copy(ZipArchiveEntry entry, BackupFile said, string? to)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var from = entry.Open();
            using var target = to is null ? Stream.Null : Create(Path.Combine(to, said.Path));
            var bytes = 0L;
            for (int read; bytes <= said.Bytes && (read = from.Read(buffer, 0, Chunk)) > 0; bytes += read)
            {
                hash.AppendData(buffer, 0, read);
                target.Write(buffer, 0, read);
            }
            (target as FileStream)?.Flush(flushToDisk: true);
            return bytes == said.Bytes && Convert.ToHexStringLower(hash.GetHashAndReset()) == said.Sha256;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path.EndsWith(".db", StringComparison.Ordinal) ? DatabaseCopy.CreateForOwner(path) : File.Create(path);
    }
}
