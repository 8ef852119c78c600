using System.CommandLine;

namespace SummitDashboard.Commands;

/// <summary>The verbs of the command line. Without a verb the program serves the dashboard.</summary>
public static class CommandLine
{
    /// <summary>Exit code for a command that was not understood.</summary>
    public const int BadUsage = 2;

    /// <summary>
    /// True where the arguments ask for a verb or for help, false where they are settings for the server (<c>--Urls …</c>).
    /// </summary>
    public static bool Handles(string[] args) =>
        args.Length > 0 && (!args[0].StartsWith('-') || args.Any(IsUnknown) || args[0] is "--help" or "-h" or "-?" or "--version");

    // Settings for the server look like --Urls … or --key=value; a bare word with dashes that is none of them is a slip.
    private static bool IsUnknown(string argument) =>
        argument.StartsWith('-')
        && !argument.Contains('=')
        && !Settings.Any(s => argument.TrimStart('-').StartsWith(s, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Settings =
    [
        "Urls",
        "PathBase",
        "Proxies:",
        "Casebook:",
        "Data:",
        "Backup:",
        "Access:",
        "Library:",
        "Limits:",
        "Import:",
        "Live:",
        "Suggestions:",
        "Logging:",
        "Kestrel:",
        "AllowedHosts",
        "environment",
        "contentRoot",
        "applicationName",
        "webroot",
        "http_ports",
        "https_port",
    ];

    /// <summary>Runs a verb: 0, 1 where it found something wrong, 2 where the arguments were not understood.</summary>
    public static int Run(string[] args)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count == 0)
            return parsed.Invoke();

        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("“--help” shows the commands.");
        return BadUsage;
    }

    /// <summary>All of them.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand(
            "SummitDashboard lays several sources’ accounts of one event side by side. Without a command it serves the dashboard; "
                + "settings may follow, such as --Urls http://localhost:5090."
        );
        root.Subcommands.Add(LibraryCommands.CreateList());
        root.Subcommands.Add(LibraryCommands.CreateNew());
        root.Subcommands.Add(LibraryCommands.CreateOpen());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(ExportCommand.Create());
        root.Subcommands.Add(BackupCommands.CreateBackup());
        root.Subcommands.Add(BackupCommands.CreateRestore());
        root.Subcommands.Add(PeopleCommand.Create());
        return root;
    }
}
