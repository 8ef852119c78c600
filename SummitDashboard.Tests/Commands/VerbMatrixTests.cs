using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Commands;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Shell.Casebooks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Commands;

/// <summary>
/// Every verb the program has, as it says itself: which are about one casebook, and that these stay in the one that is named. Whoever has
/// the shell has every right. A verb that is not in the table fails here.
/// </summary>
public sealed class VerbMatrixTests(VerbMatrixTests.Server server) : IClassFixture<VerbMatrixTests.Server>
{
    /// <summary>About the server, or a file that they are given.</summary>
    private static readonly string[] OfTheServer =
    [
        "list",
        "new",
        "open",
        "backup",
        "restore",
        "people disable",
        "people enable",
        "people link",
    ];

    /// <summary>About one casebook: what is asked of each, and what it says of the casebook “Other” and of no other.</summary>
    private static readonly Dictionary<string, (string Arguments, string Says)> OfACasebook = new()
    {
        ["check"] = ("", "0 sources"),
        ["export"] = ("@out", "Revision 1 is in"),
        ["people list"] = ("", "mia\treader\tMia"),
        ["people add"] = ("nia --role editor", "account/welcome/"),
        ["people role"] = ("pia --role presenter", "Done."),
    };

    public static TheoryData<string> Verbs() => [.. Leaves(CommandLine.Create(), "").Select(l => l.Verb)];

    [Theory, MemberData(nameof(Verbs))]
    public async Task Verb_AskedForOneCasebook_StaysInIt(string verb)
    {
        var takes = Leaves(CommandLine.Create(), "").Single(l => l.Verb == verb).Command.Options.Any(o => o.Name == "--casebook");
        Assert.Equal(takes, OfACasebook.ContainsKey(verb));
        Assert.Equal(!takes, OfTheServer.Contains(verb));
        if (!takes)
            return;
        var (arguments, says) = OfACasebook[verb];
        string[] asked =
        [
            .. $"{verb} {arguments}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Replace("@out", server.At("out"))),
        ];
        var (first, members) = (server.App.Casebook.Revision, await server.Members(CasebookRow.First));

        var none = await Run.ToEnd([.. asked, "--casebook", "nowhere"], server.Settings);
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("There is no casebook “nowhere”; there is", none.Error);
        var done = await Run.ToEnd([.. asked, "--casebook", "other"], server.Settings);
        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        Assert.Contains(says, done.Out);

        Assert.Equal((first, members), (server.App.Casebook.Revision, await server.Members(CasebookRow.First)));
        if (verb == "export")
            Assert.Contains(
                "title: Other",
                await File.ReadAllTextAsync(server.At("out/casebook.md"), TestContext.Current.CancellationToken)
            );
        if (verb is "people add" or "people role")
            Assert.Contains(verb == "people add" ? "nia Editor" : "pia Presenter", await server.Members(server.Other));
    }

    private static IEnumerable<(string Verb, Command Command)> Leaves(Command command, string before) =>
        command.Subcommands.SelectMany(sub =>
            sub.Subcommands.Count > 0 ? Leaves(sub, $"{before}{sub.Name} ") : [($"{before}{sub.Name}", sub)]
        );

    /// <summary>A server that runs, with two casebooks and two readers of the second.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private readonly TempFolder folder = new();

        public TestApp App { get; private set; } = null!;
        public string Other { get; private set; } = "";
        public Dictionary<string, string> Settings { get; } = [];

        public string At(string name) => Path.Combine(folder.Path, name);

        public async Task<string> Members(string casebook)
        {
            using var scope = App.Services.CreateScope();
            var members = await scope.ServiceProvider.GetRequiredService<People>().Members(casebook);
            return string.Join(", ", members.Select(m => $"{m.Account.UserName} {m.Role}").Order());
        }

        public async ValueTask InitializeAsync()
        {
            var seeds = SmallCasebook.Write(folder);
            (Settings["Data__Folder"], Settings["Casebook__Folder"]) = (folder.Sub("data"), seeds);
            App = new TestApp(new() { ["Data:Folder"] = folder.Sub("data"), ["Casebook:Folder"] = seeds }).Started();
            var begun = await App.OfServer.GetRequiredService<NewCasebooks>().Begin(People.Shell, "Other", "2031-05-14", Readers.Members);
            Other = Assert.IsType<CasebookBegun>(begun).Casebook.Id;
            using var held = await App.OfServer.GetRequiredService<OpenCasebooks>().Take(Other);
            using var scope = App.Services.CreateScope();
            foreach (var name in new[] { "Mia", "Pia" })
                await scope
                    .ServiceProvider.GetRequiredService<People>()
                    .Add(People.Shell, name.ToLowerInvariant(), name, AccountRole.Reader, Other);
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            folder.Dispose();
        }
    }
}
