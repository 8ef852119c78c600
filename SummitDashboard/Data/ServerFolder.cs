namespace SummitDashboard.Data;

/// <summary>The data folder (<c>Data:Folder</c>), as an absolute path: all that the server keeps.</summary>
public sealed record ServerFolder(string Path)
{
    /// <summary>People, and which casebooks there are.</summary>
    public string DatabaseFile => In("server.db");

    /// <summary>The database of the casebook that the settings name.</summary>
    public string FirstCasebook => In("summit.db");

    /// <summary>Where the keys of cookies lie.</summary>
    public string Keys => In("keys");

    /// <summary>Where the other casebooks lie, each in a folder named by its id.</summary>
    public string Casebooks => In("casebooks");

    /// <summary>A relative path counts from the program’s own folder, so that it is the same one from any working directory.</summary>
    public static ServerFolder From(IConfiguration configuration)
    {
        var data = configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data";
        return new(System.IO.Path.IsPathRooted(data) ? data : System.IO.Path.Combine(DataOptions.Home, data));
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
