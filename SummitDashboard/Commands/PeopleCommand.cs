using System.CommandLine;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Domain;

namespace SummitDashboard.Commands;

/// <summary><c>people add|list|role|disable|enable|link</c>: accounts from a shell, for whoever has the machine.</summary>
internal static class PeopleCommand
{
    public static Command Create()
    {
        var command = new Command("people", "Manage accounts from the shell, while the server runs or not.");
        var user = new Argument<string>("sign-in-name") { Description = "What the person types to sign in." };
        var role = new Option<string>("--role") { Description = "presenter, editor or owner.", DefaultValueFactory = _ => "editor" };
        role.AcceptOnlyFromAmong([.. Vocabulary.All<AccountRole>()]);
        var name = new Option<string?>("--name") { Description = "The name shown beside what the person does." };

        // A new dashboard's first owner may be made before it ever started; everything else is of one that is there.
        Verb("list", "Everybody who has an account.", [], (people, _) => List(people));
        Verb("add", "Make an account; prints a one-time link to set its password.", [user, name, role], async (people, parsed) =>
            Tell(
                await people.Add(
                    People.Shell,
                    parsed.GetValue(user)!,
                    parsed.GetValue(name) ?? parsed.GetValue(user)!,
                    RoleOf(parsed.GetValue(role)!)
                )
            )
        );
        Verb("role", "Give a person another role.", [user, role], (people, parsed) =>
            On(people, parsed.GetValue(user)!, id => people.SetRole(People.Shell, id, RoleOf(parsed.GetValue(role)!)))
        );
        Verb("disable", "Keep a person out.", [user], (people, parsed) =>
            On(people, parsed.GetValue(user)!, id => people.SetDisabled(People.Shell, id, true))
        );
        Verb("enable", "Let a person in again.", [user], (people, parsed) =>
            On(people, parsed.GetValue(user)!, id => people.SetDisabled(People.Shell, id, false))
        );
        Verb("link", "Print a one-time link with which a person sets a new password.", [user], (people, parsed) =>
            On(people, parsed.GetValue(user)!, id => people.PasswordLink(People.Shell, id))
        );
        return command;

        void Verb(string word, string what, Symbol[] symbols, Func<People, ParseResult, Task<int>> run)
        {
            var verb = new Command(word, what);
            foreach (var symbol in symbols)
                if (symbol is Argument argument)
                    verb.Arguments.Add(argument);
                else
                    verb.Options.Add((Option)symbol);
            verb.SetAction(parsed =>
                CommandServices.Guarded(() => With(mayBeNew: word == "add", people => run(people, parsed)).GetAwaiter().GetResult())
            );
            command.Subcommands.Add(verb);
        }
    }

    private static AccountRole RoleOf(string word) => Vocabulary.TryRead<AccountRole>(word, out var role) ? role : AccountRole.Presenter;

    private static async Task<int> With(bool mayBeNew, Func<People, Task<int>> run)
    {
        await using var provider = CommandServices.Create();
        var file = provider.GetRequiredService<DataOptions>().DatabaseFile;
        if (!File.Exists(file))
        {
            if (!mayBeNew)
                throw new StartupException($"There is no database {file}. Set Data:Folder (Data__Folder) to its folder.");
            Console.WriteLine($"A new database is made: {file}. To use another, set Data:Folder (Data__Folder) to its folder.");
        }
        provider.GetRequiredService<CasebookStore>().PrepareDatabase();
        await using var scope = provider.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<People>());
    }

    private static async Task<int> List(People people)
    {
        foreach (var account in await people.List())
            Console.WriteLine($"{account.UserName}\t{Vocabulary.Of(account.Role)}\t{account.Name}{(account.Disabled ? "\tdisabled" : "")}");
        return 0;
    }

    private static async Task<int> On(People people, string userName, Func<string, Task<Outcome>> act)
    {
        var account = (await people.List()).SingleOrDefault(a => string.Equals(a.UserName, userName, StringComparison.OrdinalIgnoreCase));
        if (account is not null)
            return Tell(await act(account.Id));
        Console.Error.WriteLine($"Nobody signs in as “{userName}”; “people list” shows who does.");
        return 1;
    }

    private static int Tell(Outcome outcome)
    {
        if (outcome.Problem() is { } problem)
        {
            Console.Error.WriteLine(problem);
            return 1;
        }
        Console.WriteLine(
            outcome is PeopleDone { Secret: { } secret }
                ? $"Done. To set the password, once and within seven days: <address of the dashboard>/account/welcome/{secret}"
                : "Done."
        );
        return 0;
    }
}
