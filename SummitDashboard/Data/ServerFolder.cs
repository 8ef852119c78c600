namespace SummitDashboard.Data;

/// <summary>The data folder (<c>Data:Folder</c>), as an absolute path: all that the server keeps.</summary>
public sealed record ServerFolder(string Path)
{
    /// <summary>What lies in it by name: the databases, and the folders of the casebooks other than the first.</summary>
    public const string DatabaseName = "server.db";
    public const string FirstName = "summit.db";
    public const string CasebooksName = "casebooks";

    /// <summary>What lies in the folder of each of those.</summary>
    public const string CasebookName = "casebook.db";
    public const string FilesName = "files";

    /// <summary>People, and which casebooks there are.</summary>
    public string DatabaseFile => In(DatabaseName);

    /// <summary>The database of the casebook that the settings name.</summary>
    public string FirstCasebook => In(FirstName);

    /// <summary>Where the keys of cookies lie.</summary>
    public string Keys => In("keys");

    /// <summary>Where the other casebooks lie, each in a folder named by its id.</summary>
    public string Casebooks => In(CasebooksName);

    /// <summary>A relative path counts from the program’s own folder, so that it is the same one from any working directory.</summary>
    public static ServerFolder From(IConfiguration configuration)
    {
        var data = configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data";
        return new(System.IO.Path.IsPathRooted(data) ? data : System.IO.Path.Combine(DataOptions.Home, data));
    }

    /// <summary>Whether a file, by its absolute path, is one of the databases or lies with the casebooks.</summary>
    public bool Holds(string file) =>
        new[] { DatabaseFile, FirstCasebook }.Any(f => System.IO.Path.GetFullPath(f).Equals(file, StringComparison.OrdinalIgnoreCase))
        || file.StartsWith(
            System.IO.Path.GetFullPath(Casebooks) + System.IO.Path.DirectorySeparatorChar,
            StringComparison.OrdinalIgnoreCase
        );

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
