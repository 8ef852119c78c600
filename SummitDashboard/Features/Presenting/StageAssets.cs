using System.Text;
using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace SummitDashboard.Features.Presenting;

/// <summary>The stage's styles and scripts as text, for a talk in one file.</summary>
/// <param name="Theme">The switch between dark and light, and what it remembers.</param>
/// <param name="Styles">Tokens and stage.</param>
/// <param name="ImportMap">The modules that the script imports, themselves in the place of their addresses.</param>
/// <param name="Script">The stage's own module.</param>
public sealed record StageAssets(string Theme, string Styles, string ImportMap, string Script)
{
    // As the stage names them. They import nothing: a module in a file has no folder to look in.
    private static readonly string[] Modules = ["../../keys.js", "../../present/awake.js", "../../present/deck.js"];

    /// <summary>Reads them from the site's static files.</summary>
    public static StageAssets Read(IFileProvider files) =>
        new(
            Text(files, "theme.js"),
            Text(files, "app.css") + Text(files, "present/stage.css"),
            JsonSerializer.Serialize(new { imports = Modules.ToDictionary(module => module, module => Inside(files, module)) }),
            Text(files, "Features/Presenting/Stage.razor.js")
        );

    private static string Inside(IFileProvider files, string module) =>
        "data:text/javascript;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(files, module.Replace("../", ""))));

    private static string Text(IFileProvider files, string path)
    {
        using var reader = new StreamReader(files.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }
}
