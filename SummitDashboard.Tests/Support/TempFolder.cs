namespace SummitDashboard.Tests.Support;

/// <summary>A folder of its own for one test, removed after it.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("summit-").FullName;

    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    /// <summary>Writes a file, and the folders above it.</summary>
    public string Write(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    /// <summary>Changes words of a file, which holds them.</summary>
    public void Replace(string name, string was, string now)
    {
        var file = System.IO.Path.Combine(Path, name);
        var text = File.ReadAllText(file);
        Assert.Contains(was, text);
        File.WriteAllText(file, text.Replace(was, now, StringComparison.Ordinal));
    }

    /// <summary>Copies the shipped casebook into this folder, to be changed by a test.</summary>
    public string CopyOfSeeds()
    {
        var to = Sub("seeds");
        foreach (var file in Directory.EnumerateFiles(Repo.Seeds, "*.md", SearchOption.AllDirectories))
            Write(System.IO.Path.Combine("seeds", System.IO.Path.GetRelativePath(Repo.Seeds, file)), File.ReadAllText(file));
        return to;
    }

    public void Dispose()
    {
        // Elsewhere a file can be removed that is open, and what the tests beside this one keep open is theirs.
        if (OperatingSystem.IsWindows())
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        SpinWait.SpinUntil(TryRemove, TimeSpan.FromSeconds(5)); // a host that is stopped while it starts may still write its last file
        Assert.False(Directory.Exists(Path), $"{Path} is still in use.");
    }

    private bool TryRemove()
    {
        try
        {
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
