using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database.Backups;

/// <summary>Making a backup: whole, of one moment, and in no good one’s place unless it is asked for.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Desk desk;

    public BackupTests() => desk = new(SmallCasebook.Write(folder), folder.Sub("data"));

    public void Dispose() => folder.Dispose();

    private string At(string name) => Path.Combine(folder.Path, name);

    [Fact]
    public async Task Backup_WhileSomebodyWrites_IsAWholeMomentOfTheDatabase()
    {
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(
            async () =>
            {
                for (var n = 0; !stop.IsCancellationRequested; n++)
                    await Rename($"Title {n}");
            },
            TestContext.Current.CancellationToken
        );
        var made = Enumerable.Range(0, 5).Select(n => Backup.Make(desk.Server, At($"copy-{n}.zip"))).ToList();
        await stop.CancelAsync();
        await writer;
        foreach (var copy in made)
        {
            Restorer(At($"restored-{copy.Revision}-{Path.GetFileName(copy.File)}")).From(copy.File);
            Assert.Equal([copy.File], Directory.EnumerateFiles(folder.Path, Path.GetFileName(copy.File) + "*"));
        }
    }

    [Fact]
    public void Backup_FileIsThere_IsRefusedUnlessForced()
    {
        var file = folder.Write("copy.zip", "precious");
        Assert.Contains("--force", Assert.Throws<StartupException>(() => Backup.Make(desk.Server, file)).Message);
        Assert.Equal("precious", File.ReadAllText(file));
        Assert.Equal(1, Backup.Make(desk.Server, file, overwrite: true).Revision);
    }

    [Fact]
    public void Backup_OfADamagedDatabase_LeavesTheOldBackupWholeAndNothingUnfinished()
    {
        var old = Backup.Make(desk.Server, At("copy.zip"));
        var bytes = File.ReadAllBytes(old.File);
        using (var file = File.OpenWrite(desk.Options.DatabaseFile))
        {
            file.Position = 4096;
            file.Write(new byte[64 * 1024]);
        }
        Assert.Contains("damaged", Assert.Throws<StartupException>(() => Backup.Make(desk.Server, old.File, overwrite: true)).Message);
        Assert.Equal(bytes, File.ReadAllBytes(old.File));
        Assert.Equal([old.File], Directory.EnumerateFiles(folder.Path, "copy*"));
    }

    [Fact]
    public void Backup_AfterOneThatWasKilled_ReplacesWhatThatLeft()
    {
        folder.Write("copy.zip.unfinished", "half");
        folder.Write("copy.zip.unfinished.db-journal", "half");
        folder.Write("copy.zip.lock", "");
        Backup.Make(desk.Server, At("copy.zip"));
        Assert.Equal([At("copy.zip")], Directory.EnumerateFiles(folder.Path, "copy*"));
    }

    [Fact]
    public void Backup_OnUnix_IsForItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has other rights.");
        else
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Backup.Make(desk.Server, At("copy.zip")).File)
            );
    }

    private Task Rename(string title) => desk.Write(new PutItem(desk.Casebook.Head, desk.Casebook.Head with { Title = title }));

    private Restore Restorer(string? data = null) => new(data is null ? desk.Server : new(data), TimeProvider.System);
}
