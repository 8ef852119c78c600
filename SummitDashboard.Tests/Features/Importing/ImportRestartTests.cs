using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Importing;

/// <summary>
/// What waits is rows: it goes on after a restart, stops when it is taken out, and does not end the server again and again.
/// </summary>
public sealed class ImportRestartTests : IDisposable
{
    private readonly TestStore test = new(SmallCasebook.Write);
    private readonly string ada;

    public ImportRestartTests() => ada = test.Person("Ada", AccountRole.Editor);

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Files_OfAnEndedServer_AreBegunAgainTwiceAndThenGivenUp()
    {
        var files = Files();
        Assert.IsType<FilesCame>(await files.Add([new("a.txt", "a"u8.ToArray()), new("b.txt", "b"u8.ToArray())], ada));
        Assert.Equal("a.txt", (await files.Next())!.Name);
        Assert.Equal("a.txt", (await Files().Next())!.Name); // the server ended in the midst of it
        Assert.Equal("b.txt", (await Files().Next())!.Name); // and once more
        var given = (await files.List())[0];
        Assert.Equal(ImportState.Failed, given.State);
        Assert.Contains("ended twice", given.Says);
    }

    [Fact]
    public async Task File_TakenOutWhileItIsRead_StaysOut()
    {
        var files = Files();
        var told = new List<string>();
        files.TakenOut += told.Add;
        await files.Add([new("a.txt", "a"u8.ToArray()), new("b.txt", "b"u8.ToArray())], ada);
        var row = (await files.Next())!;
        Assert.IsType<Outcome.Done>(await files.TakeOut(null, ada));
        Assert.Contains(row.Id, told);
        await files.Read(row.Id, "{}", "read");
        Assert.Empty(await files.List());
        Assert.Null(await files.Next());
    }

    [Fact]
    public async Task Files_BeyondTheLimit_AreCountedAndNotTaken()
    {
        var files = Files(2);
        await files.Add([.. Enumerable.Range(1, 5).Select(n => new Arrived($"{n}.txt", "words"u8.ToArray()))], ada);
        var entries = await files.List();
        Assert.Equal(3, entries.Count);
        Assert.Contains("This file and 2 more were not taken", entries[^1].Says);
    }

    [Fact]
    public async Task Files_OfWhoMayNotEdit_AreNotTaken()
    {
        var pia = test.Person("Pia", AccountRole.Presenter);
        var files = Files();
        Assert.Equal(new Outcome.Forbidden(Right.Edit), await files.Add([new("a.txt", "a"u8.ToArray())], pia));
        Assert.Equal(new Outcome.Forbidden(Right.Edit), await files.TakeOut(null, null));
        Assert.Empty(await files.List());
    }

    // As a server begins with it.
    private Imports Files(int most = 100) => new(test, Spare.Door(test), TimeProvider.System, new() { Files = most });
}
