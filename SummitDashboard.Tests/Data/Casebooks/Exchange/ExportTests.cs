using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Casebooks.Exchange;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks.Exchange;

/// <summary>Exporting a casebook: the same again when it is loaded, and nothing half done where it breaks off.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Export_AfterEditsGradesRenamesRemovalsAndUndo_LoadedAndExportedAgain_IsTheSameByteForByte()
    {
        var desk = await EditedCasebook.In(folder);
        var first = desk.Export();
        var again = new Desk(first, folder.Sub("again"));
        Assert.Equal(FolderFiles.Of(first), FolderFiles.Of(again.Export()));
        Assert.Equal(desk.Casebook.Revision, again.Casebook.Revision);
        using var db = again.CreateDbContext();
        Assert.Contains("Ada Ümlaut", db.Revisions.Select(r => r.By).ToList());
        Assert.Contains(db.SlugAliases.ToList(), a => a.Slug == "signed");
        Assert.All(db.Revisions.ToList(), r => Assert.Null(r.AccountId));
    }

    [Fact]
    public async Task Export_AfterEdits_HoldsNoAccountAndNoArticle()
    {
        var desk = await EditedCasebook.In(folder);
        var texts = string.Concat(Directory.EnumerateFiles(desk.Export(), "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.DoesNotContain(Desk.EditorId, texts);
        Assert.DoesNotContain("Nobody else was there", texts);
    }

    [Fact]
    public async Task Export_LoadedOverTheDatabaseItCameFrom_ChangesNothing()
    {
        var desk = await EditedCasebook.In(folder);
        var revision = desk.Casebook.Revision;
        var store = new CasebookStore(
            desk,
            desk.Options with
            {
                CasebookFolder = desk.Export(),
            },
            Spare.Door(desk),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<CasebookStore>.Instance
        );
        store.Open();
        Assert.Equal(revision, store.Current.Revision);
        using var db = desk.CreateDbContext();
        Assert.All(db.Seeds.ToList(), s => Assert.Null(s.Offered));
    }

    [Fact]
    public async Task Export_WithoutHistory_LoadsAsRevisionOne()
    {
        var desk = await EditedCasebook.In(folder);
        desk.Export();
        var bare = desk.Export(history: false); // over the one with a history
        Assert.False(File.Exists(Path.Combine(bare, "history.jsonl")));
        var again = new Desk(bare, folder.Sub("again"));
        Assert.Equal(1, again.Casebook.Revision);
        Assert.Equal(desk.Casebook.Grades.Count, again.Casebook.Grades.Count);
    }

    [Fact]
    public async Task Export_IntoACasebookFolder_ReplacesItsFilesAndLeavesOthers()
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        var to = desk.Export();
        File.WriteAllText(Path.Combine(to, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(to, "events", "README.md"), "mine too");
        await desk.Write(new PutItem(desk.Casebook.Events[0], null));
        desk.Export();
        Assert.Equal("mine", File.ReadAllText(Path.Combine(to, "notes.txt")));
        Assert.Equal(["README.md"], Directory.EnumerateFiles(Path.Combine(to, "events")).Select(Path.GetFileName));
        Assert.Empty(CaseFolderReader.Read(to).Problems);
        Assert.False(Directory.Exists(Path.Combine(to, ".export")));
    }

    [Theory]
    [InlineData("diary.txt")]
    [InlineData("casebook.md")]
    public void Export_IntoAFolderOfSomethingElse_IsRefusedAndTouchesNothing(string file)
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        folder.Write($"data/out/{file}", "---\nname: none of ours\n---\n");
        var before = FolderFiles.Of(Path.Combine(folder.Path, "data", "out"));
        Assert.Contains("holds no casebook", Assert.Throws<StartupException>(() => desk.Export()).Message);
        Assert.Equal(before, FolderFiles.Of(Path.Combine(folder.Path, "data", "out")));
    }

    [Fact]
    public async Task Export_BrokenOffWhileWriting_LeavesTheOldFilesWholeAndRunsAgain()
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        var to = desk.Export();
        var old = FolderFiles.Of(to);
        await desk.Write(new PutItem(desk.Casebook.Events[0], null));
        Assert.Throws<IOException>(() =>
            new CasebookExport(desk, desk.Options).Read(true, (_, files) => ExportFolder.Write(to, BreakOff(files)))
        );
        Assert.Equal(
            old,
            new SortedDictionary<string, string>(
                FolderFiles.Of(to).Where(f => !f.Key.StartsWith(".export/", StringComparison.Ordinal)).ToDictionary()
            )
        );
        desk.Export();
        Assert.DoesNotContain("events/signing.md", FolderFiles.Of(to).Keys);

        static IEnumerable<CaseFile> BreakOff(IEnumerable<CaseFile> files)
        {
            foreach (var file in files.Take(3))
                yield return file;
            throw new IOException("No space left on device");
        }
    }

    [Fact]
    public void Export_BrokenOffWhileMoving_IsNoCasebookUntilItIsRunAgain()
    {
        var desk = new Desk(SmallCasebook.Write(folder), folder.Sub("data"));
        var to = desk.Export();
        var whole = FolderFiles.Of(to);
        Directory.CreateDirectory(Path.Combine(to, ".export"));
        File.Move(Path.Combine(to, "casebook.md"), Path.Combine(to, ".export", "casebook.md"));
        Assert.NotEmpty(CaseFolderReader.Read(to).Problems);
        desk.Export();
        Assert.Equal(whole, FolderFiles.Of(to));
    }
}
