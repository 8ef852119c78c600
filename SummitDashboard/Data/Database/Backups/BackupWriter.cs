using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SummitDashboard.Data.Database.Backups;

/// <summary>Writes a backup’s zip, file by file, without holding one in memory. Only its owner may read it.</summary>
internal sealed class BackupWriter : IDisposable
{
    private const int Chunk = 128 * 1024;

    private readonly FileStream stream;
    private readonly ZipArchive zip;
    private readonly List<BackupFile> files = [];
    private readonly List<BackupGap> missing = [];

    public BackupWriter(string file)
    {
        stream = DatabaseCopy.CreateForOwner(file);
        zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Adds a file that nobody writes to.</summary>
    public void Add(string from, string path)
    {
        using var source = File.OpenRead(from);
        if (Copy(source, path) is { } unreadable)
            throw unreadable;
    }

    /// <summary>Adds all files below a folder; what cannot be read, and links, are said to be missing.</summary>
    public void AddFolder(string folder, string path, string casebook)
    {
        if (!Directory.Exists(folder))
            return;
        FileSystemInfo[] entries;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Miss(path, casebook, e.Message);
            return;
        }
        foreach (var entry in entries)
        {
            var place = $"{path}/{entry.Name}";
            if ((entry.Attributes & FileAttributes.ReparsePoint) != 0)
                Miss(place, casebook, "It is a link, and links are not followed; put the file itself there.");
            else if (entry is DirectoryInfo)
                AddFolder(entry.FullName, place, casebook);
            else
                AddFile((FileInfo)entry, place, casebook);
        }
    }

    /// <summary>Says that something could not be copied.</summary>
    public void Miss(string path, string casebook, string why) => missing.Add(new(path, casebook, why));

    /// <summary>Writes what the backup says of itself, and sees to it that all of it is on the disk.</summary>
    public BackupContents Finish()
    {
        var contents = new BackupContents(files, missing);
        using (var entry = zip.CreateEntry(BackupContents.Name, CompressionLevel.Fastest).Open())
            JsonSerializer.Serialize(entry, contents);
        zip.Dispose();
        stream.Flush(flushToDisk: true);
        return contents;
    }

    public void Dispose()
    {
        zip.Dispose();
        stream.Dispose();
    }

    private void AddFile(FileInfo file, string path, string casebook)
    {
        Stream source;
        try
        {
            // Pipes and devices have no size, and would block. Others may write to the file.
            source =
                file.Length == 0
                    ? Stream.Null
                    : new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return; // it was taken away since the folder was looked into
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Miss(path, casebook, e.Message);
            return;
        }
        using (source)
            if (Copy(source, path) is { } unreadable)
                Miss(path, casebook, unreadable.Message);
    }

    // What cannot be read is returned, what cannot be written is thrown. An entry that is not told among the files counts for nothing.
    private IOException? Copy(Stream source, string path)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
            var bytes = 0L;
            while (true)
            {
                int read;
                try
                {
                    read = source.Read(buffer, 0, Chunk);
                }
                catch (IOException e)
                {
                    return e;
                }
                if (read == 0)
                    break;
                entry.Write(buffer, 0, read);
                hash.AppendData(buffer, 0, read);
                bytes += read;
            }
            files.Add(new(path, bytes, Convert.ToHexStringLower(hash.GetHashAndReset())));
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
