using System.CommandLine;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
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
            "Copy the whole database, with accounts and supplied articles, into one file, and check the copy."
        )
        {
            file,
            force,
        };
        command.SetAction(parsed =>
            CommandServices.Guarded(() =>
            {
                var made = Backup.Make(ServerFolder.From(CommandServices.Configuration()), parsed.GetValue(file)!, parsed.GetValue(force));
                Console.WriteLine($"Revision {made.Revision} is backed up in {made.File} ({made.Bytes:N0} bytes; the copy was checked).");
                return 0;
            })
        );
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("file") { Description = "A backup." };
        var command = new Command(
            "restore",
            "Put a backup in the place of the database; the one replaced is kept beside it. Stop the server first."
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
                    $"The database is now at revision {done.Revision}."
                        + $"{(done.Kept is null ? "" : $" The one it replaces is kept as {done.Kept}.")}"
                );
                return 0;
            })
        );
        return command;
    }
}
