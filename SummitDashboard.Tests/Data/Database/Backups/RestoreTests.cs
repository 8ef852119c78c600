using System.IO.Compression;
using Microsoft.Data.Sqlite;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database.Backups;

/// <summary>Restoring a backup: what comes back, what is kept beside it, and what changes nothing.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Desk desk;

    public RestoreTests() => desk = new(SmallCasebook.Write(folder), folder.Sub("data"));

    public void Dispose() => folder.Dispose();

    private string At(string name) => Path.Combine(folder.Path, name);

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

    private Task Rename(string title) => desk.Write(new PutItem(desk.Casebook.Head, desk.Casebook.Head with { Title = title }));

    private Restore Restorer(string? data = null) => new(data is null ? desk.Server : new(data), TimeProvider.System);
}
