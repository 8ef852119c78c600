using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace SummitDashboard.Features.Presenting;

/// <summary>The stage's styles and scripts as text, for a talk in one file.</summary>
/// <param name="Theme">The switch between dark and light, and what it remembers.</param>
/// <param name="Styles">Tokens and stage.</param>
/// <param name="Script">One module: keys, deck and stage.</param>
public sealed partial record StageAssets(string Theme, string Styles, string Script)
{
    /// <summary>Reads them from the site's static files.</summary>
    public static StageAssets Read(IFileProvider files) =>
        new(
            Text(files, "theme.js"),
            Text(files, "app.css") + Text(files, "present/stage.css"),
            ImportsAndExports().Replace(string.Concat(Modules.Select(path => Text(files, path))), "")
        );

    private static readonly string[] Modules = ["keys.js", "present/awake.js", "present/deck.js", "present/stage.js"];

    private static string Text(IFileProvider files, string path)
    {
        using var reader = new StreamReader(files.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }

    // As one module the parts need not import one another.
    [GeneratedRegex(@"^import .*$|^export (?=class|function|const)", RegexOptions.Multiline)]
    private static partial Regex ImportsAndExports();
}
