using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Commands;

/// <summary>Export, backup and restore as a person runs them, beside a running server and without one.</summary>
public sealed class ExchangeCommandsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string At(string name) => Path.Combine(folder.Path, name);

    [Fact]
    public async Task Verbs_BesideARunningServer_ExportAndBackUpButDoNotRestore()
    {
        var settings = new Dictionary<string, string> { ["Data__Folder"] = At("data"), ["Casebook__Folder"] = SmallCasebook.Write(folder) };
        using (new TestApp(new() { ["Data:Folder"] = At("data"), ["Casebook:Folder"] = settings["Casebook__Folder"] }).Started())
        {
            Assert.Contains("Revision 1 is in", (await Run.ToEnd(["export", At("out")], settings)).Out);
            Assert.True(File.Exists(At("out/claims/signed.md")));
            Assert.Contains(
                "1 casebook is backed up, the first at revision 1",
                (await Run.ToEnd(["backup", At("copy.zip")], settings)).Out
            );
            var (restore, second) = (
                await Run.ToEnd(["restore", At("copy.zip")], settings),
                await Run.ToEnd([], new(settings) { ["Urls"] = "http://127.0.0.1:0" })
            );
            Assert.Equal((1, 1), (restore.ExitCode, second.ExitCode));
            Assert.All([restore.Error, second.Error], error =>
                Assert.StartsWith("Another copy of the program uses the data folder", error)
            );
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // the server's, which was in this process
        var done = await Run.ToEnd(["restore", At("copy.zip")], settings);
        Assert.Contains("1 casebook is restored, the first at revision 1. What is replaced is kept in", done.Out);
    }

    [Theory]
    [InlineData("export", "out", "There is no database")]
    [InlineData("backup", "copy.zip", "There is no database")]
    [InlineData("restore", "copy.zip", "There is no file")]
    public async Task Verbs_NothingThere_SayWhatIsMissingInASentence(string verb, string target, string why)
    {
        var result = await Run.ToEnd([verb, At(target)], new() { ["Data__Folder"] = At("data") });
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(why, result.Error);
        Assert.DoesNotContain("   at ", result.Error);
        Assert.False(Path.Exists(At(target)));
    }

    [Fact]
    public async Task Check_HistoryThatCannotBeUsed_NamesItsLine()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/history.jsonl", "{}\n");
        Assert.Contains("history.jsonl:1:", (await Run.ToEnd(["check", seeds])).Out);
    }
}
