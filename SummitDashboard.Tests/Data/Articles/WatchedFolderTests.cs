using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Articles;

/// <summary>What appears in a watched folder is read once, when it is whole, and nothing outside of it ever.</summary>
public sealed class WatchedFolderTests : IDisposable
{
    private readonly TestStore test = new(SmallCasebook.Write);
    private readonly TempFolder folder = new();
    private readonly string owner;
    private readonly Imports imports;
    private readonly WatchedFolder watched;

    public WatchedFolderTests()
    {
        owner = test.Person("Olga", AccountRole.Owner);
        (imports, watched) = Made(folder.Sub("inbox"));
        Directory.CreateDirectory(folder.Sub("inbox/news"));
    }

    public void Dispose()
    {
        test.Dispose();
        folder.Dispose();
    }

    private (Imports, WatchedFolder) Made(string under, int most = 100)
    {
        var options = new ImportOptions
        {
            FoldersUnder = under,
            Files = most,
            FileMiB = 1,
        };
        var files = new Imports(test, Spare.Door(test), TimeProvider.System, options);
        return (
            files,
            new(
                test,
                files,
                options,
                new ServerFolder(Path.GetDirectoryName(test.File)!),
                Spare.Door(test),
                TimeProvider.System,
                Spare.Troubles(),
                NullLogger<WatchedFolder>.Instance
            )
        );
    }

    private async Task<List<string>> Looked(int times = 2)
    {
        for (var n = 0; n < times; n++)
            await watched.Look();
        return [.. (await imports.List()).Select(e => e.Name)];
    }

    private async Task Watch() => Assert.IsType<Outcome.Done>(await watched.Watch("news", owner));

    [Fact]
    public async Task File_ThatIsStillWritten_IsWaitedFor()
    {
        await Watch();
        folder.Write("inbox/news/a.txt", "half of");
        Assert.Empty(await Looked(1));
        Assert.Equal(1, watched.State!.Unfinished);
        folder.Write("inbox/news/a.txt", "half of it, and the rest");
        Assert.Empty(await Looked(1));
        Assert.Equal(["a.txt"], await Looked(1));
        Assert.Equal(0, watched.State!.Unfinished);
        Assert.Equal("half of it, and the rest"u8.ToArray(), (await imports.Next())!.Bytes);
        Assert.True(File.Exists(Path.Combine(folder.Path, "inbox/news/a.txt")));
    }

    [Fact]
    public async Task File_TakenUp_IsNotReadTwiceWhateverItIsCalled()
    {
        await Watch();
        folder.Write("inbox/news/sub/a.txt", "words");
        Assert.Equal(["sub/a.txt"], await Looked());
        await imports.TakeOut([(await imports.List())[0].Id], owner);
        folder.Write("inbox/news/copy.txt", "words");
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "inbox/news/sub/a.txt"), DateTime.UtcNow.AddDays(1));
        Assert.Empty(await Looked());
        var (again, other) = Made(Path.Combine(folder.Path, "inbox")); // after a restart
        await other.Look();
        await other.Look();
        Assert.Empty(await again.List());
        folder.Write("inbox/news/copy.txt", "other words");
        Assert.Equal(["copy.txt"], await Looked());
    }

    [Fact]
    public async Task Folder_ThatVanishes_IsSaidAndLookedForAgain()
    {
        await Watch();
        var told = 0;
        watched.Changed += () => told++;
        var (at, away) = (Path.Combine(folder.Path, "inbox/news"), Path.Combine(folder.Path, "away"));
        Directory.Move(at, away);
        await watched.Look();
        Assert.Contains("is not there. It is looked for again", watched.State!.Problem);
        Directory.Move(away, at);
        folder.Write("inbox/news/b.txt", "words");
        Assert.Equal(["b.txt"], await Looked());
        Assert.Null(watched.State!.Problem);
        Assert.True(told >= 2);
    }

    [Theory]
    [InlineData("..", "leads out")]
    [InlineData("news/../../away", "leads out")]
    [InlineData("/etc", "leads out")]
    [InlineData("link", "is a link")]
    [InlineData("link/deeper", "is a link")]
    [InlineData("nowhere", "is not there")]
    public async Task Folder_ThatMayNotBeWatched_IsRefused(string name, string why)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "away/deeper"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "inbox/link"), Path.Combine(folder.Path, "away"));
        Assert.Contains(why, Assert.IsType<Outcome.Failed>(await watched.Watch(name, owner)).Why);
        Assert.Null(watched.State);
    }

    [Fact]
    public async Task Folder_OfTheProgramsOwnData_IsRefused()
    {
        var (_, own) = Made(Path.GetDirectoryName(Path.GetDirectoryName(test.File))!);
        Assert.Contains("own data", Assert.IsType<Outcome.Failed>(await own.Watch("data", owner)).Why);
        Assert.Contains("own data", Assert.IsType<Outcome.Failed>(await own.Watch("", owner)).Why);
    }

    [Fact]
    public async Task Links_InTheFolder_AreLeftAndNamed()
    {
        await Watch();
        folder.Write("secret.txt", "a secret");
        folder.Write("away/c.txt", "another");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "inbox/news/s.txt"), Path.Combine(folder.Path, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "inbox/news/away"), Path.Combine(folder.Path, "away"));
        folder.Write("inbox/news/.hidden.txt", "x");
        folder.Write("inbox/news/film.part", "x");
        folder.Write("inbox/news/ok.txt", "words");
        Assert.Equal(["ok.txt"], await Looked());
        Assert.Equal(["away", "s.txt"], watched.State!.Refused.Select(r => r.Split(' ')[0]));

        // And where a link takes the folder’s own place.
        Directory.Move(Path.Combine(folder.Path, "inbox/news"), Path.Combine(folder.Path, "old"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "inbox/news"), Path.Combine(folder.Path, "away"));
        Assert.Equal(["ok.txt"], await Looked());
        Assert.Contains("is a link", watched.State!.Problem);
    }

    [Fact]
    public async Task Files_ForWhichThereIsNoRoom_WaitWhereTheyLie()
    {
        var (few, small) = Made(Path.Combine(folder.Path, "inbox"), most: 1);
        await small.Watch("news", owner);
        folder.Write("inbox/news/a.txt", "one");
        folder.Write("inbox/news/b.txt", "two");
        folder.Write("inbox/news/large.txt", new string('x', 2 * 1024 * 1024));
        await small.Look();
        await small.Look();
        Assert.Equal(2, small.State!.WithoutRoom);
        var first = Assert.Single(await few.List());
        await few.TakeOut([first.Id], owner);
        await small.Look();
        Assert.NotEqual(first.Name, Assert.Single(await few.List()).Name);
    }

    [Fact]
    public async Task Folder_WhoseNamerIsNoOwnerAnyMore_IsLeftAloneUntilAnotherNamesIt()
    {
        await Watch();
        test.SetRole(owner, AccountRole.Editor);
        folder.Write("inbox/news/a.txt", "words");
        Assert.Empty(await Looked());
        Assert.Contains("Olga, who named it, is not an owner of the server any more", watched.State!.Problem);
        var other = test.Person("Otto", AccountRole.Owner);
        Assert.IsType<Outcome.Done>(await watched.Watch("news", other));
        Assert.Equal(["a.txt"], await Looked());
        Assert.Null(watched.State!.Problem);
    }

    [Fact]
    public async Task Folder_IsNamedByOwnersAlone()
    {
        var ada = test.Person("Ada", AccountRole.Editor);
        Assert.Equal(new Outcome.Forbidden(Right.NameServerFolder), await watched.Watch("news", ada));
        await Watch();
        Assert.Equal("news", watched.State!.Path);
        Assert.True(WatchedFolder.IsNamedIn(test.File));
        Assert.Equal(new Outcome.Forbidden(Right.NameServerFolder), await watched.Leave(ada));
        Assert.IsType<Outcome.Done>(await watched.Leave(owner));
        Assert.Null(watched.State);
        Assert.False(WatchedFolder.IsNamedIn(test.File));
        Assert.False(WatchedFolder.IsNamedIn(Path.Combine(folder.Path, "none.db")));
    }
}
