using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Forms;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data;

/// <summary>
/// Whatever works in the background, and whatever writes without a right being asked: in whose name, and that no casebook is changed by
/// it. What is found in the code and not in a table fails here.
/// </summary>
public sealed partial class JobMatrixTests
{
    /// <summary>What works in the background, by type: in whose name it writes.</summary>
    private static readonly Dictionary<string, string> Jobs = new()
    {
        ["NightlyBackup"] = "nobody’s: a file beside the databases",
        ["CasebookLibrary"] = "nobody’s: what casebooks say of themselves, and the end of what an owner deleted 30 days ago",
        ["OpenCasebooks"] = "nobody’s: writes nothing",
        ["Sessions"] = "nobody’s: sign-ins that have ended",
        ["HeadWatch"] = "nobody’s: reads what another process wrote",
        ["TextLibrary"] = "nobody’s: reads the articles’ folder",
        ["WatchedFolder"] = "of the owner of the server who named it: files that wait for an editor",
        ["SearchIndexing"] = "nobody’s: what can be found, in a file of its own",
        ["FileReading"] = "of the editor who brought the file: what was read waits for an editor",
        ["LiveSessions"] = "of the presenter of the talk: its steps",
    };

    /// <summary>Files that write without asking a right of somebody, and what.</summary>
    private static readonly Dictionary<string, string> Unasked = new()
    {
        ["Data/Door.cs"] = "the door itself, which asks",
        ["Data/Live/LiveStore.cs"] = "steps and guesses of a live talk, whose endpoints ask",
        ["Data/Library/CasebookLibrary.cs"] = "whether an audience follows",
        ["Data/Accounts/Sessions.cs"] = "sign-ins, each its owner’s",
        ["Data/Search/SavedSearches.cs"] = "searches that are kept, each its owner’s",
        ["Data/Casebooks/DraftStore.cs"] = "drafts, each its owner’s",
        ["Data/Casebooks/CasebookStore.cs"] = "nothing: it reads while nobody writes",
        ["Data/Articles/Imports.cs"] = "how far the reading of a file has come",
    };

    [Fact]
    public void Jobs_OfTheProgram_AreInTheTable() =>
        Assert.Equal(
            Jobs.Keys.Order(),
            typeof(PeriodicTask)
                .Assembly.GetTypes()
                .Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false } && t != typeof(PeriodicTask))
                .Where(t => t.IsAssignableTo(typeof(IHostedService)) || Fields(t).Any(f => f.FieldType == typeof(PeriodicTask)))
                .Select(t => t.Name)
                .Order()
        );

    [Fact]
    public void Writes_ThatAskNoRight_AreInTheTable() =>
        Assert.Equal(
            Unasked.Keys.Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(Path.Combine(Repo.Root, "SummitDashboard"), "*.*", SearchOption.AllDirectories)
                .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
                .Select(path => (Name: Path.GetRelativePath(Path.Combine(Repo.Root, "SummitDashboard"), path).Replace('\\', '/'), path))
                .Where(f => !f.Name.StartsWith("obj/", StringComparison.Ordinal) && !f.Name.StartsWith("bin/", StringComparison.Ordinal))
                .Where(f => Taking().IsMatch(File.ReadAllText(f.path)))
                .Select(f => f.Name)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task File_ReadForAnEditorWhoIsNoneAnyMore_WaitsForAnother()
    {
        using var folder = new TempFolder();
        await using var app = TestApp.With(SmallCasebook.Write(folder), folder.Sub("texts"));
        var (ada, bea) = (await app.Person("Ada", AccountRole.Editor), await app.Person("Bea", AccountRole.Editor));
        var imports = app.Services.GetRequiredService<Imports>();
        await imports.Add([new("ferry.html", MadeFiles.NewsPage())], ada);
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<People>().SetRole(People.Shell, ada, CasebookRow.First, AccountRole.Reader);
        var entry = await Read(imports);

        var revision = app.Casebook.Revision;
        Assert.IsType<Outcome.Forbidden>(await Add(app, entry, ada));
        Assert.IsType<Outcome.Forbidden>(await imports.TakeOut([entry.Id], ada));
        Assert.IsType<Outcome.Forbidden>(await imports.Again(entry.Id, whole: true, ada));
        Assert.IsType<Outcome.Forbidden>(await imports.Add([new("more.html", MadeFiles.NewsPage())], ada));
        Assert.Equal((revision, 1), (app.Casebook.Revision, (await imports.List()).Count));
        Assert.IsType<Outcome.Committed>(await Add(app, entry, bea));
    }

    [Theory, InlineData(null), InlineData(AccountRole.Reader), InlineData(AccountRole.Presenter), InlineData(AccountRole.Editor)]
    public async Task Folder_WatchedForAnOwnerWhoIsNoneAnyMore_BringsNoMoreAndCanBeLeftByOwnersAlone(AccountRole? role)
    {
        using var folder = new TempFolder();
        await using var app = new TestApp(
            new()
            {
                ["Casebook:Folder"] = SmallCasebook.Write(folder),
                ["Casebook:Texts"] = folder.Sub("texts"),
                ["Import:FoldersUnder"] = folder.Sub("watched"),
            }
        ).Started();
        var olga = await app.Person("Olga", AccountRole.Owner);
        await app.Person("Petra", AccountRole.Owner);
        var watched = app.Services.GetRequiredService<WatchedFolder>();
        Assert.IsType<Outcome.Done>(await watched.Watch("", olga));
        folder.Write("watched/ferry.txt", string.Join('\n', MadeFiles.Prose));
        await watched.Look();
        await watched.Look();
        var imports = app.Services.GetRequiredService<Imports>();
        var entry = await Read(imports);
        using (var scope = app.Services.CreateScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<People>();
            await people.SetOwner(People.Shell, olga, false);
            await people.SetRole(People.Shell, olga, CasebookRow.First, role);
        }
        var revision = app.Casebook.Revision;
        folder.Write("watched/more.txt", string.Join('\n', MadeFiles.Prose.Append("More of it.")));
        await watched.Look();
        await watched.Look();
        Assert.Equal((revision, 1), (app.Casebook.Revision, (await imports.List()).Count));
        Assert.IsType<Outcome.Forbidden>(await watched.Leave(olga));
        Assert.IsType<Outcome.Forbidden>(await watched.Watch("", olga));
        Assert.Equal(role < AccountRole.Editor || role is null, await Add(app, entry, olga) is Outcome.Forbidden);
    }

    private static async Task<ImportEntry> Read(Imports imports)
    {
        while (true)
            if (await imports.List() is [{ State: ImportState.Read } entry])
                return entry;
            else
                await Task.Yield();
    }

    private static async Task<Outcome> Add(TestApp app, ImportEntry entry, string by)
    {
        var row = (await app.Services.GetRequiredService<Imports>().Find(entry.Id))!;
        var form = new ImportForm(row, FileReading.Of(row)!, app.Services.GetRequiredService<TextLibrary>());
        var next = form.Read((object)form.Fill(null, app.Casebook), new FieldReader(app.Casebook));
        return await app.Services.GetRequiredService<CasebookStore>().Write(form.Edit(null, next), by);
    }

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

    [GeneratedRegex(@"\b[wW]riter\s*\.Take\(")]
    private static partial Regex Taking();
}
