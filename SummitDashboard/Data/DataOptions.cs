using SummitDashboard.Data.Database;

namespace SummitDashboard.Data;

/// <summary>Where things lie, as absolute paths: the casebook folder, the articles' folder, the database.</summary>
public sealed record DataOptions(string CasebookFolder, string TextsFolder, string DatabaseFile)
{
    /// <summary>
    /// How long a write waits for a lock that another program holds, in seconds (<c>Data:LockSeconds</c>); then it is said, and tried
    /// again.
    /// </summary>
    public int LockSeconds { get; init; } = 5;

    /// <summary>Where the keys of cookies lie, beside the database.</summary>
    public string KeysFolder => Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "keys");

    /// <summary>
    /// Reads <c>Casebook:Folder</c>, <c>Casebook:Texts</c> (left out: <c>texts</c> in the casebook folder) and <c>Data:Folder</c>. A
    /// relative path counts from the current folder where it exists there, else from the program's own folder, so that a clone and a
    /// published copy both work from any working directory.
    /// </summary>
    public static DataOptions From(IConfiguration configuration)
    {
        var seeds = Existing(configuration["Casebook:Folder"] is { Length: > 0 } f ? f : "seeds");
        var texts = configuration["Casebook:Texts"] is { Length: > 0 } t ? Existing(t) : TextsOf(seeds);
        var data = configuration["Data:Folder"] is { Length: > 0 } d ? d : "data";
        var wait = configuration["Data:LockSeconds"] is { Length: > 0 } w ? w : "5";
        if (
            !int.TryParse(wait, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            || seconds is < 1 or > 60
        )
            throw new StartupException($"Data:LockSeconds is “{wait}”; it is a number of seconds from 1 to 60.");
        return new(seeds, texts, Path.Combine(Path.IsPathRooted(data) ? data : Path.Combine(Home, data), "summit.db"))
        {
            LockSeconds = seconds,
        };
    }

    /// <summary>The folder of the articles as a page names it: inside the program's home by its path from there.</summary>
    public string TextsShown =>
        Path.GetRelativePath(Home, TextsFolder) is var inside
        && !inside.StartsWith("..", StringComparison.Ordinal)
        && !Path.IsPathRooted(inside)
            ? inside.Replace('\\', '/')
            : TextsFolder;

    /// <summary>Where the articles of a casebook folder are looked for, unless a setting says otherwise.</summary>
    public static string TextsOf(string casebookFolder) => Path.Combine(casebookFolder, "texts");

    private static string Existing(string path)
    {
        if (Path.IsPathRooted(path))
            return path;
        var here = Path.GetFullPath(path);
        var home = Path.Combine(Home, path);
        return Directory.Exists(home) || !Directory.Exists(here) ? home : here;
    }

    /// <summary>
    /// The checkout's top folder where the program runs out of one (found by its solution file), else the program's own folder.
    /// </summary>
    public static string Home { get; } = FindHome();

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SummitDashboard.sln")))
                return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
