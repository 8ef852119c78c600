using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database.Backups;

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
    public async Task Restore_AfterTheDatabaseWasLost_BringsBackTheCasebookItsHistoryAndItsPeople()
    {
        await Rename("Before the loss");
        var made = Backup.Make(desk.Server, At("copy.zip"));
        await Rename("Lost");
        foreach (var file in Directory.EnumerateFiles(At("data")))
            File.Delete(file);

        var done = Restorer().From(made.File);
        Assert.Equal((1, 2L, null), (done.Casebooks, done.Revision, done.Kept));
        var again = new Desk(desk.Options.CasebookFolder, At("data"));
        Assert.Equal(("Before the loss", 2), (again.Casebook.Head.Title, again.Casebook.Revision));
        await again.Write(new PutItem(again.Casebook.Head, again.Casebook.Head with { Title = "Life goes on" }));
    }

    [Fact]
    public async Task Restore_OverANewerDatabase_KeepsThatOneBesideIt()
    {
        var made = Backup.Make(desk.Server, At("copy.zip"));
        await Rename("Newer");
        var done = Restorer().From(made.File);
        Assert.Equal(1, done.Revision);
        Assert.StartsWith(At("data/before-restore-"), done.Kept, StringComparison.Ordinal);
        // It lies there as in a data folder, and can be backed up as one.
        Assert.Equal(2, Restorer().From(Backup.Make(new(done.Kept!), At("newer.zip")).File).Revision);
    }

    [Fact]
    public async Task Restore_OverADamagedDatabaseWithALog_LeavesNothingOfTheOldOne()
    {
        await Rename("In the copy");
        var made = Backup.Make(desk.Server, At("copy.zip"));
        File.WriteAllText(desk.Options.DatabaseFile, new string('x', 5000));
        File.WriteAllText(desk.Options.DatabaseFile + "-wal", "stale");
        var done = Restorer().From(made.File);
        Assert.Equal("stale", File.ReadAllText(Path.Combine(done.Kept!, "summit.db-wal")));
        Assert.Equal("In the copy", new Desk(desk.Options.CasebookFolder, At("data")).Casebook.Head.Title);
    }

    [Fact]
    public void Restore_WhileAServerHoldsTheFolder_IsRefused()
    {
        var made = Backup.Make(desk.Server, At("copy.zip"));
        using var server = new ServerLock(desk.Server);
        server.Take();
        Assert.Contains("Another copy of the program", Assert.Throws<StartupException>(() => Restorer().From(made.File)).Message);
    }

    [Fact]
    public void Restore_WhileSomethingElseHasTheDatabaseOpen_IsRefusedAndChangesNothing()
    {
        var made = Backup.Make(desk.Server, At("copy.zip"));
        using var other = new SqliteConnection($"Data Source={desk.Options.DatabaseFile};Pooling=false;Default Timeout=1");
        other.Open();
        using var transaction = other.BeginTransaction();
        Assert.Contains("in use", Assert.Throws<StartupException>(() => Restorer().From(made.File)).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(At("data"), "*restor*"));
    }

    [Theory]
    [InlineData("CREATE TABLE Cake (Id)", "none of this program")]
    [InlineData(
        """
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT); INSERT INTO "__EFMigrationsHistory" VALUES ('29990101_Future');
            CREATE TABLE Item (Id); CREATE TABLE Revision (Id)
            """,
        "newer version"
    )]
    [InlineData("", "damaged or is not a database")]
    public void Restore_AFileThatIsNoBackup_IsRefusedAndChangesNothing(string sql, string why)
    {
        var file = At("other.db");
        if (sql.Length == 0)
            File.WriteAllText(file, new string('x', 5000));
        else
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        var before = FolderFiles.Of(At("data"));
        Assert.Contains(why, Assert.Throws<StartupException>(() => Restorer().From(file)).Message);
        var after = FolderFiles.Of(At("data"));
        after.Remove("server.lock");
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("other")]
    [InlineData("elsewhere")]
    public void Restore_AZipThatIsNotAsItWasWritten_IsRefusedAndChangesNothing(string how)
    {
        var file = Backup.Make(desk.Server, At("copy.zip")).File;
        if (how == "cut")
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^100]);
        else
            using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
                if (how == "other")
                    zip.GetEntry("backup.json")!.Delete();
                else if (how == "changed")
                {
                    zip.GetEntry("summit.db")!.Delete();
                    zip.CreateEntryFromFile(desk.Options.DatabaseFile, "summit.db");
                }
                else
                {
                    zip.GetEntry("backup.json")!.Delete();
                    using var contents = new StreamWriter(zip.CreateEntry("backup.json").Open());
                    contents.Write("""{"Files":[{"Path":"casebooks/0123456789ab/files/../../../x","Bytes":1,"Sha256":""}],"Missing":[]}""");
                }
        var before = FolderFiles.Of(At("data"));
        Assert.Contains(
            how switch
            {
                "cut" => "damaged or cut off",
                "changed" => "summit.db is not as it was written",
                _ => "no backup of this program",
            },
            Assert.Throws<StartupException>(() => Restorer().From(file)).Message
        );
        var after = FolderFiles.Of(At("data"));
        after.Remove("server.lock");
        Assert.Equal(before, after);
    }

    /// <summary>As it stands when the program is killed after none, one or both of the moves that it had written down.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public async Task Restore_KilledWhileItReplaced_IsFinishedByWhoeverTakesTheFolderNext(int made, bool again)
    {
        var copy = Backup.Make(desk.Server, At("copy.zip")).File;
        await Rename("Newer");
        SqliteConnection.ClearAllPools();
        ZipFile.ExtractToDirectory(copy, At("data/restoring"));
        folder.Write(
            "data/restoring/moves.json",
            """[{"From":"summit.db","To":"kept/summit.db"},{"From":"restoring/summit.db","To":"summit.db"}]"""
        );
        folder.Sub("data/kept");
        if (made > 0)
            File.Move(At("data/summit.db"), At("data/kept/summit.db"));
        if (made > 1)
            File.Move(At("data/restoring/summit.db"), At("data/summit.db"));
        if (made != 1)
            Assert.Contains("broken off", Assert.Throws<StartupException>(() => Backup.Make(desk.Server, At("mixed.zip"))).Message);

        if (again)
            Assert.Equal(1, Restorer().From(copy).Revision);
        else
            using (var server = new ServerLock(desk.Server))
                server.Take();
        Assert.False(Directory.Exists(At("data/restoring")));
        Assert.Equal(1, new Desk(desk.Options.CasebookFolder, At("data")).Casebook.Revision);
        Assert.Equal(2, Restorer(At("other")).From(Backup.Make(new(At("data/kept")), At("kept.zip")).File).Revision);
    }

    /// <summary>It was killed before it had written down what to move.</summary>
    [Fact]
    public void Restore_KilledWhileItMadeReady_LeavesTheOldAndNothingElse()
    {
        var before = FolderFiles.Of(At("data"));
        folder.Write("data/restoring/summit.db", "half");
        using (var server = new ServerLock(desk.Server))
            server.Take();
        var after = FolderFiles.Of(At("data"));
        after.Remove("server.lock");
        Assert.Equal(before, after);
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

    [Fact]
    public void Nightly_AsTheNightsPass_MakesOneEachAndKeepsTheNewestAndWhatIsNotItsOwn()
    {
        var clock = new SetClock(new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(2)));
        var nightly = Nightly(clock, keep: 2);
        var mine = folder.Write("data/backups/by-hand.db", "mine");
        // As older versions of the program made them.
        using (var older = new SqliteConnection($"Data Source={At("data/backups/summit-nightly-20261120-010000Z.db")};Pooling=false"))
        {
            older.Open();
            using var command = older.CreateCommand();
            command.CommandText = "CREATE TABLE Item (Id)";
            command.ExecuteNonQuery();
        }
        folder.Write("data/backups/summit-nightly-20261101-010000Z.db.unfinished-journal", "of one that was killed");
        Assert.NotNull(nightly.MakeIfDue()); // there was none yet
        Assert.Null(nightly.MakeIfDue());
        clock.Now = new(2026, 11, 23, 2, 59, 0, TimeSpan.FromHours(2));
        Assert.Null(nightly.MakeIfDue());
        for (var day = 23; day < 27; day++)
        {
            clock.Now = new(2026, 11, day, 3, 0, 0, TimeSpan.FromHours(2));
            Assert.NotNull(nightly.MakeIfDue());
            Assert.Null(nightly.MakeIfDue());
        }
        Assert.Equal(
            ["by-hand.db", "summit-nightly-20261125-010000Z.zip", "summit-nightly-20261126-010000Z.zip"],
            Directory.EnumerateFiles(At("data/backups")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal("mine", File.ReadAllText(mine));
    }

    [Theory]
    [InlineData("zip", 0)]
    [InlineData("zip", 20)]
    [InlineData("zip", 5000)]
    [InlineData("db", 0)]
    [InlineData("db", 5000)]
    public void Nightly_OneThatWasCutOff_CountsForNothingAndNoGoodOneGivesWayToIt(string kind, int length)
    {
        var clock = new SetClock(new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(2)));
        var troubles = Spare.ServerTroubles();
        var nightly = new NightlyBackup(
            desk.Server,
            new() { Folder = At("data/backups"), Keep = 1 },
            clock,
            troubles,
            NullLogger<NightlyBackup>.Instance
        );
        var good = nightly.MakeIfDue()!.File;
        clock.Now += TimeSpan.FromDays(1);
        var broken = At($"data/backups/summit-nightly-20261123-030000Z.{kind}");
        File.WriteAllBytes(broken, File.ReadAllBytes(good)[..length]);
        Assert.NotNull(nightly.MakeIfDue());
        Assert.True(File.Exists(broken));
        Assert.Equal(2, Directory.GetFiles(At("data/backups")).Length);
        Assert.Contains(broken, Assert.Single(troubles.Now).What);
        File.Delete(broken);
        Assert.Null(nightly.MakeIfDue());
        Assert.Empty(troubles.Now);
    }

    [Fact]
    public void Nightly_AFailure_IsThrownForTheRoundsAndLeavesTheOldOnes()
    {
        var clock = new SetClock(new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(2)));
        var nightly = Nightly(clock, keep: 1);
        var first = nightly.MakeIfDue();
        clock.Now += TimeSpan.FromDays(1);
        File.WriteAllText(desk.Options.DatabaseFile, new string('x', 5000));
        Assert.Throws<StartupException>(() => nightly.MakeIfDue());
        Assert.Throws<StartupException>(() => nightly.MakeIfDue());
        Assert.True(File.Exists(first!.File));
    }

    [Fact]
    public void Nightly_WithoutAFolder_MakesNone()
    {
        var none = new BackupOptions { Folder = "" };
        Assert.Null(
            new NightlyBackup(
                desk.Server,
                none,
                TimeProvider.System,
                Spare.ServerTroubles(),
                NullLogger<NightlyBackup>.Instance
            ).MakeIfDue()
        );
        Assert.Equal(At("data/backups"), new BackupOptions().FolderOf(desk.Server));
    }

    private Task Rename(string title) => desk.Write(new PutItem(desk.Casebook.Head, desk.Casebook.Head with { Title = title }));

    private NightlyBackup Nightly(TimeProvider clock, int keep) =>
        new(
            desk.Server,
            new() { Folder = At("data/backups"), Keep = keep },
            clock,
            Spare.ServerTroubles(),
            NullLogger<NightlyBackup>.Instance
        );

    private Restore Restorer(string? data = null) => new(data is null ? desk.Server : new(data), TimeProvider.System);
}
