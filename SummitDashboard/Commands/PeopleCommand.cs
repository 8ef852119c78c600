using System.CommandLine;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;

namespace SummitDashboard.Commands;

/// <summary><c>people add|list|role|disable|enable|link</c>: accounts from a shell, for whoever has the machine.</summary>
internal static class PeopleCommand
{
    public static Command Create()
    {
        var command = new Command("people", "Manage accounts from the shell, while the server runs or not.");
        var user = new Argument<string>("sign-in-name") { Description = "What the person types to sign in." };
        var role = new Option<string>("--role")
        {
            Description = "reader, presenter, editor or owner.",
            DefaultValueFactory = _ => "editor",
        };
        role.AcceptOnlyFromAmong([.. Vocabulary.All<AccountRole>()]);
        var casebook = new Option<string?>("--casebook")
        {
            Description =
                "The casebook, by its address (“list” shows them); without it an owner is one of the server, and another role is in "
                + "the casebook that the settings name.",
        };
        var name = new Option<string?>("--name") { Description = "The name shown beside what the person does." };

        // A new dashboard's first owner may be made before it ever started; everything else is of one that is there.
        Verb("list", "Everybody who has an account.", [casebook], (people, parsed) => List(people, parsed.GetValue(casebook)));
        Verb("add", "Make an account; prints a one-time link to set its password.", [user, name, role, casebook], async (people, parsed) =>
            Tell(
                await people.Add(
                    People.Shell,
                    parsed.GetValue(user)!,
                    parsed.GetValue(name) ?? parsed.GetValue(user)!,
                    RoleOf(parsed.GetValue(role)!),
                    IdOf(parsed.GetValue(casebook))
                )
            )
        );
        Verb("role", "Give a person another role.", [user, role, casebook], (people, parsed) =>
            On(people, parsed.GetValue(user)!, id => Give(people, id, RoleOf(parsed.GetValue(role)!), IdOf(parsed.GetValue(casebook))))
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

    // As with “add”: without a casebook an owner is one of the server.
    private static async Task<Outcome> Give(People people, string accountId, AccountRole role, string? casebookId)
    {
        if (casebookId is not null)
            return await people.SetRole(People.Shell, accountId, casebookId, role);
        var outcome = await people.SetOwner(People.Shell, accountId, role == AccountRole.Owner);
        return outcome is Outcome.Done && role != AccountRole.Owner
            ? await people.SetRole(People.Shell, accountId, CasebookRow.First, role)
            : outcome;
    }

    private static string? IdOf(string? slug) => slug is null ? null : CommandServices.Casebook(slug).Id;

    private static async Task<int> With(bool mayBeNew, Func<People, Task<int>> run)
    {
        await using var provider = CommandServices.Create();
        var folder = provider.GetRequiredService<ServerFolder>();
        var file = folder.DatabaseFile;
        if (!File.Exists(file) && !File.Exists(folder.FirstCasebook))
        {
            if (!mayBeNew)
                throw new StartupException($"There is no database {file}. Set Data:Folder (Data__Folder) to its folder.");
            Console.WriteLine($"A new database is made: {file}. To use another, set Data:Folder (Data__Folder) to its folder.");
        }
        provider.GetRequiredService<ServerDatabase>().Prepare();
        await using var scope = provider.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<People>());
    }

    private static async Task<int> List(People people, string? slug)
    {
        var members = (await people.Members(IdOf(slug) ?? CasebookRow.First)).ToDictionary(m => m.Account.Id, m => m.Role);
        foreach (var account in await people.List())
            if (slug is null || members.ContainsKey(account.Id))
                Console.WriteLine(
                    $"{account.UserName}\t{(members.TryGetValue(account.Id, out var role) ? Vocabulary.Of(role) : "-")}\t{account.Name}"
                        + (account.Disabled ? "\tdisabled" : "")
                );
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
