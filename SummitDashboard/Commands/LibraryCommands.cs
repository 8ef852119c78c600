using System.CommandLine;
using System.Globalization;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;

namespace SummitDashboard.Commands;

/// <summary><c>list</c>, <c>new title</c> and <c>open folder|zip</c>: the casebooks of a server, while it runs or not.</summary>
internal static class LibraryCommands
{
    public static Command CreateList()
    {
        var command = new Command("list", "The casebooks of the server, by their addresses.");
        command.SetAction(_ =>
            With(library =>
            {
                foreach (var casebook in library.All)
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{casebook.Slug}\t{casebook.Title}\t{casebook.Sources} sources, {casebook.Claims} claims\trevision "
                                + $"{casebook.Revision}{(casebook.Archived is null ? "" : "\tput away")}"
                                + $"{(casebook.Deleted is null ? "" : "\tdeleted")}"
                        )
                    );
                return Task.FromResult(0);
            })
        );
        return command;
    }

    public static Command CreateNew()
    {
        var title = new Argument<string>("title") { Description = "What the event is called." };
        var day = new Option<string?>("--day") { Description = "Its day, or two with a slash between: 2031-05-14/2031-05-16." };
        var readers = ReadersOption();
        var command = new Command("new", "Begin a casebook.") { title, day, readers };
        command.SetAction(parsed =>
            Begin(casebooks =>
                casebooks.Begin(ServerDoor.Shell, parsed.GetValue(title)!, parsed.GetValue(day), Of(parsed.GetValue(readers)!))
            )
        );
        return command;
    }

    public static Command CreateOpen()
    {
        var path = new Argument<string>("path") { Description = "A casebook folder, which is read where it lies, or a zip of one." };
        var readers = ReadersOption();
        var command = new Command("open", "Open a casebook that a folder or a zip holds, beside the others.") { path, readers };
        command.SetAction(parsed =>
            Begin(async casebooks =>
            {
                var (from, who) = (parsed.GetValue(path)!, Of(parsed.GetValue(readers)!));
                if (!File.Exists(from))
                    return await casebooks.OpenFolder(ServerDoor.Shell, from, who);
                await using var zip = File.OpenRead(from);
                return await casebooks.OpenZip(ServerDoor.Shell, zip, who);
            })
        );
        return command;
    }

    private static Option<string> ReadersOption()
    {
        var readers = new Option<string>("--readers")
        {
            Description = "Who may read it: members, signed-in or open.",
            DefaultValueFactory = _ => "members",
        };
        readers.AcceptOnlyFromAmong("members", "signed-in", "open");
        return readers;
    }

    private static Readers Of(string word) =>
        word switch
        {
            "open" => Readers.Open,
            "signed-in" => Readers.SignedIn,
            _ => Readers.Members,
        };

    private static int Begin(Func<NewCasebooks, Task<Outcome>> begin) =>
        With(
            async (_, services) =>
            {
                var outcome = await begin(services.GetRequiredService<NewCasebooks>());
                if (outcome.Problem() is { } problem)
                {
                    Console.Error.WriteLine(problem);
                    return 1;
                }
                Console.WriteLine($"It is at <address of the server>/{Reading.Urls.Casebook(((CasebookBegun)outcome).Casebook.Slug)}");
                return 0;
            }
        );

    private static int With(Func<CasebookLibrary, Task<int>> run) => With((library, _) => run(library));

    private static int With(Func<CasebookLibrary, IServiceProvider, Task<int>> run) =>
        CommandServices.Guarded(() =>
        {
            using var provider = CommandServices.Create();
            provider.GetRequiredService<ServerDatabase>().Prepare();
            var library = provider.GetRequiredService<CasebookLibrary>();
            library.Open();
            return run(library, provider).GetAwaiter().GetResult();
        });
}
