using SummitDashboard.Data;
using SummitDashboard.Data.Database;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database;

public sealed class ServerLockTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>As at a restart: the next begins while the last is ending, or while what it began has its files open still.</summary>
    [Fact]
    public async Task Take_OfAFolderLetGoInThatMoment_TakesIt()
    {
        for (var round = 0; round < 50; round++)
        {
            var ending = new ServerLock(new(folder.Path));
            using var next = new ServerLock(new(folder.Path));
            ending.Take();
            var taking = Task.Run(next.Take, TestContext.Current.CancellationToken);
            await Task.Yield();
            ending.Dispose();
            await taking;
        }
    }

    [Fact]
    public void Take_OfAFolderThatStaysHeld_SaysSo()
    {
        using var first = new ServerLock(new(folder.Path));
        using var second = new ServerLock(new(folder.Path));
        first.Take();
        var said = Assert.Throws<StartupException>(second.Take);
        Assert.StartsWith($"Another copy of the program uses the data folder {folder.Path}.", said.Message);
    }
}
