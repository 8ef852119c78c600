namespace SummitDashboard.Data;

/// <summary>Where a casebook lies, as absolute paths: its folder, the articles' folder, its database.</summary>
public sealed record DataOptions(string CasebookFolder, string TextsFolder, string DatabaseFile)
{
    /// <summary>
    /// The casebook that the settings name: <c>Casebook:Folder</c>, <c>Casebook:Texts</c> (left out: <c>texts</c> in the casebook folder)
    /// and <c>Data:Folder</c>. A relative path counts from the current folder where it exists there, else from the
    /// program's own folder, so that a clone and a published copy both work from any working directory.
    /// </summary>
    public static DataOptions From(IConfiguration configuration)
    {
        var seeds = Existing(configuration["Casebook:Folder"] is { Length: > 0 } f ? f : "seeds");
        var texts = configuration["Casebook:Texts"] is { Length: > 0 } t ? Existing(t) : TextsOf(seeds);
        return new(seeds, texts, ServerFolder.From(configuration).FirstCasebook);
    }

    /// <summary>Where what can be found is kept: beside the database, and made anew where it is missing.</summary>
    public string SearchFile => Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "search.db");

    /// <summary>
    /// The folder of the articles as a page names it: inside the program's home by its path from there, elsewhere by its end alone, since
    /// where a server keeps its things is nobody’s business.
    /// </summary>
    public string TextsShown =>
        Path.GetRelativePath(Home, TextsFolder) is var inside
        && !inside.StartsWith("..", StringComparison.Ordinal)
        && !Path.IsPathRooted(inside)
            ? inside.Replace('\\', '/')
            : $"…/{Path.GetFileName(Path.GetDirectoryName(TextsFolder))}/{Path.GetFileName(TextsFolder)}";

    /// <summary>Where the articles of a casebook folder are looked for, unless a setting says otherwise.</summary>
    public static string TextsOf(string casebookFolder) => Path.Combine(casebookFolder, "texts");

    /// <summary>A path of the settings as an absolute one.</summary>
    public static string Existing(string path)
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
