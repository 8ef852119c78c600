using System.CommandLine;
using SummitDashboard.Data.Casebooks.Exchange;

namespace SummitDashboard.Commands;

/// <summary><c>export folder [--no-history]</c>: the casebook as the files of a casebook folder, while the server runs or not.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder")
        {
            Description = "A new or empty folder, or a casebook folder, whose files are replaced; other files in it are left alone.",
        };
        var bare = new Option<bool>("--no-history") { Description = "Leave the history out." };
        var casebook = CommandServices.CasebookOption();
        var command = new Command("export", "Write the casebook, its grades and its history back as the files of a casebook folder.")
        {
            folder,
            bare,
            casebook,
        };
        command.SetAction(parsed =>
            CommandServices.Guarded(() => Run(parsed.GetValue(folder)!, !parsed.GetValue(bare), parsed.GetValue(casebook)))
        );
        return command;
    }

    private static int Run(string folder, bool history, string? slug)
    {
        using var provider = CommandServices.Create(slug);
        return provider
            .GetRequiredService<CasebookExport>()
            .Read(history, (casebook, files) =>
            {
                var done = ExportFolder.Write(folder, files);
                Console.WriteLine(
                    $"Revision {casebook.Revision} is in {Path.GetFullPath(folder)}: {done.Written} file(s) written, {done.Unchanged} "
                        + $"unchanged, {done.Removed} removed. Articles and accounts are not among them."
                );
                foreach (var name in done.TooLarge)
                    Console.Error.WriteLine(
                        $"{name} is larger than a casebook’s files may be, and could not be loaded again as it is; divide the item, "
                            + "or shorten it."
                    );
                return done.TooLarge.Count == 0 ? 0 : 1;
            });
    }
}
