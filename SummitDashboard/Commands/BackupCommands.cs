using System.CommandLine;
using SummitDashboard.Data;
using SummitDashboard.Data.Database.Backups;

namespace SummitDashboard.Commands;

/// <summary><c>backup file [--force]</c>, while the server runs or not, and <c>restore file</c>, while it does not.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup()
    {
        var file = new Argument<string>("file") { Description = "The file to make." };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is already there." };
        var command = new Command(
            "backup",
            "Copy the whole server into one zip: people, and every casebook with its history and its articles; and check the copy."
        )
        {
            file,
            force,
        };
        command.SetAction(parsed =>
            CommandServices.Guarded(() =>
            {
                var made = Backup.Make(ServerFolder.From(CommandServices.Configuration()), parsed.GetValue(file)!, parsed.GetValue(force));
                Console.WriteLine(
                    $"{Casebooks(made.Casebooks)} backed up, the first at revision {made.Revision}, in {made.File} ({made.Bytes:N0} bytes; "
                        + "the copy was checked)."
                );
                foreach (var gap in made.Missing)
                    Console.Error.WriteLine($"Missing in it: {gap}");
                return made.Missing.Count == 0 ? 0 : 1;
            })
        );
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("file") { Description = "A backup." };
        var command = new Command(
            "restore",
            "Put a backup in the place of what the server has, which is kept beside it. Stop the server first."
        )
        {
            file,
        };
        command.SetAction(parsed =>
            CommandServices.Guarded(() =>
            {
                using var provider = CommandServices.Create();
                var done = provider.GetRequiredService<Restore>().From(parsed.GetValue(file)!);
                Console.WriteLine(
                    $"{Casebooks(done.Casebooks)} restored, the first at revision {done.Revision}."
                        + $"{(done.Kept is null ? "" : $" What is replaced is kept in {done.Kept}.")}"
                );
                foreach (var note in done.Notes)
                    Console.WriteLine(note);
                return 0;
            })
        );
        return command;
    }

    private static string Casebooks(int count) => count == 1 ? "1 casebook is" : $"{count} casebooks are";
}
