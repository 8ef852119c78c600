using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database.Backups;

/// <summary>A server with two casebooks and two people, backed up and restored.</summary>
public sealed class ServerBackupTests(ServerBackupTests.Served served) : IClassFixture<ServerBackupTests.Served>, IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    private string At(string name) => Path.Combine(folder.Path, name);

    private string Other => $"casebooks/{served.OtherId}";

    [Fact]
    public async Task Verbs_TwoCasebooksAndPeople_StandAgainOnASecondDataFolder()
    {
        Assert.Contains("2 casebooks are backed up, the first at revision 1", served.Said.Out);
        Assert.Equal("", served.Said.Error);
        var done = await Run.ToEnd(["restore", served.Backup], new() { ["Data__Folder"] = At("second") });
        Assert.Equal("", done.Error);
        Assert.Contains("2 casebooks are restored, the first at revision 1.", done.Out);
        Assert.Equal(served.Article, File.ReadAllText(At($"second/{Other}/files/texts/north.txt")));

        using var app = new TestApp(new() { ["Data:Folder"] = At("second"), ["Casebook:Folder"] = served.Seeds }).Started();
        var library = app.OfServer.GetRequiredService<CasebookLibrary>();
        Assert.Equal(2, library.All.Count);
        using var ada = await app.SignedIn("Ada");
        Assert.Contains("Summit", await ada.GetStringAsync("", Stop), StringComparison.OrdinalIgnoreCase);
        using var http = new HttpClient();
        Assert.Contains("The harbour fire", await http.GetStringAsync($"{app.Site}/c/{library.Get(served.OtherId)!.Slug}/", Stop));
        using var scope = app.Services.CreateScope();
        var members = await scope.ServiceProvider.GetRequiredService<People>().Members(served.OtherId);
        Assert.Contains(members, m => (m.Account.Name, m.Role) == ("Ada", AccountRole.Presenter));
    }

    [Fact]
    public void Backup_OneCasebookDamaged_HoldsTheOthersAndSaysWhatIsMissing()
    {
        var data = Data();
        var good = new BackupOptions { Folder = At("backups"), Keep = 1 };
        var clock = new SetClock(new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        var troubles = Spare.ServerTroubles();
        using var nightly = new NightlyBackup(data, good, clock, troubles, NullLogger<NightlyBackup>.Instance);
        Assert.Empty(nightly.MakeIfDue()!.Missing);
        File.WriteAllText(At($"data/{Other}/casebook.db"), new string('x', 5000));
        clock.Now += TimeSpan.FromDays(1);

        var made = nightly.MakeIfDue()!;
        Assert.Equal(1, made.Casebooks);
        Assert.Equal(($"{Other}/casebook.db", "The harbour fire"), (Assert.Single(made.Missing).Path, made.Missing[0].Casebook));
        Assert.Contains("The harbour fire", Assert.Single(troubles.Now).What);
        Assert.Equal(2, Directory.GetFiles(At("backups")).Length); // the older one, which may be the last that holds it, stays

        var done = new Restore(data, clock).From(made.File);
        Assert.Contains("left as it is", Assert.Single(done.Notes));
        Assert.Equal(new string('x', 5000), File.ReadAllText(At($"data/{Other}/casebook.db")));
        new Restore(data, clock).From(Directory.GetFiles(At("backups")).Order(StringComparer.Ordinal).First());
        clock.Now += TimeSpan.FromDays(1);
        Assert.Empty(nightly.MakeIfDue()!.Missing);
        Assert.Empty(troubles.Now);
        Assert.Single(Directory.GetFiles(At("backups")));
    }

    [Fact]
    public void Backup_LinksAmongTheFilesAndOneNotYetOpened_AreSaidOrTaken()
    {
        var data = Data();
        File.CreateSymbolicLink(At($"data/{Other}/files/texts/link.txt"), served.Backup);
        File.WriteAllText(At($"data/{Other}/files/texts/empty.txt"), "");
        foreach (var file in Directory.EnumerateFiles(At($"data/{Other}"), "casebook.db*"))
            File.Delete(file);
        Execute(data.DatabaseFile, $"""UPDATE "Casebook" SET "Changed" = NULL WHERE "Id" = '{served.OtherId}'""");
        var made = Backup.Make(data, At("copy.zip"));
        Assert.EndsWith("link.txt", Assert.Single(made.Missing).Path);
        new Restore(new(At("second")), TimeProvider.System).From(made.File);
        Assert.Equal("", File.ReadAllText(At($"second/{Other}/files/texts/empty.txt")));
        Assert.Equal(served.Article, File.ReadAllText(At($"second/{Other}/files/texts/north.txt")));
    }

    [Fact]
    public void Restore_OverAServerWithOtherCasebooks_KeepsAllOfItAsideAsADataFolder()
    {
        var data = Data();
        var stray = Directory.CreateDirectory(At("data/casebooks/aaaaaaaaaaaa")).FullName;
        File.WriteAllText(Path.Combine(stray, "kept.txt"), "of a casebook begun since");
        var done = new Restore(data, TimeProvider.System).From(served.Backup);
        Assert.Equal([served.OtherId], Directory.GetDirectories(data.Casebooks).Select(Path.GetFileName));
        Assert.True(File.Exists(Path.Combine(done.Kept!, "casebooks/aaaaaaaaaaaa/kept.txt")));
        Assert.Equal(2, Backup.Make(new(done.Kept!), At("old.zip")).Casebooks);
    }

    [Fact]
    public void Restore_WhileAnotherCasebookIsInUse_IsRefusedAndChangesNothing()
    {
        var data = Data();
        using var other = new SqliteConnection($"Data Source={At($"data/{Other}/casebook.db")};Pooling=false;Default Timeout=1");
        other.Open();
        using var transaction = other.BeginTransaction();
        Assert.Contains(
            "in use",
            Assert.Throws<StartupException>(() => new Restore(data, TimeProvider.System).From(served.Backup)).Message
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(At("data"), "*restor*"));
        Assert.Equal("wal", Execute(data.FirstCasebook, "PRAGMA journal_mode"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Restore_ADatabaseOfAnOlderVersion_IsTheFirstCasebookWithItsPeopleUnlessOthersHangOnThoseThere(bool isAlone)
    {
        var data = Data();
        if (isAlone)
            Execute(data.DatabaseFile, """DELETE FROM "Member"; DELETE FROM "OneTimeLink"; DELETE FROM "Casebook" WHERE "Id" <> 'first'""");
        var older = Older();
        var done = new Restore(data, TimeProvider.System).From(older);
        Assert.Equal(isAlone, File.Exists(Path.Combine(done.Kept!, "server.db")));
        Assert.Equal(isAlone ? 0 : 1, done.Notes.Count);

        using var app = new TestApp(new() { ["Data:Folder"] = At("data"), ["Casebook:Folder"] = served.Seeds }).Started();
        using var scope = app.Services.CreateScope();
        var people = await scope.ServiceProvider.GetRequiredService<People>().List();
        Assert.Equal(isAlone ? ["Otto"] : ["Ada", "Olga"], people.Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(isAlone ? 1 : 2, app.OfServer.GetRequiredService<CasebookLibrary>().All.Count);
    }

    private ServerFolder Data()
    {
        // The lock is of no use to a copy, and may be held a moment longer by a process just begun (ServerLockTests).
        var files = Directory.EnumerateFiles(served.Data, "*", SearchOption.AllDirectories);
        foreach (var file in files.Where(f => Path.GetFileName(f) != "server.lock"))
        {
            var to = Path.Combine(At("data"), Path.GetRelativePath(served.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return new(At("data"));
    }

    // A nightly backup of the time when people were in the database of the only casebook.
    private string Older()
    {
        var file = At("summit-nightly-20261128-030000Z.db");
        using (var db = new SummitDb(new DbContextOptionsBuilder<SummitDb>().UseSqlite($"Data Source={file};Pooling=false").Options))
            db.GetService<IMigrator>().Migrate("20261129010251_Imports");
        Execute(
            file,
            """
            INSERT INTO "Account" ("Id", "Name", "Role", "Disabled", "Since", "UserName", "NormalizedUserName", "EmailConfirmed",
                "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
            VALUES ('otto', 'Otto', 'Owner', 0, '2026-11-01 00:00:00', 'otto', 'OTTO', 0, 0, 0, 0, 0)
            """
        );
        return file;
    }

    private static object? Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>What such a server leaves when it is stopped, and a backup that was made beside it while it ran.</summary>
    public sealed class Served : IAsyncLifetime, IDisposable
    {
        private readonly TempFolder folder = new();

        public string Data => Path.Combine(folder.Path, "data");
        public string Seeds { get; private set; } = "";
        public string Backup => Path.Combine(folder.Path, "copy.zip");
        public string OtherId { get; private set; } = "";
        public string Article => "Smoke stood over the harbour.";
        internal Run.Result Said { get; private set; } = new(0, "", "");

        public async ValueTask InitializeAsync()
        {
            Seeds = SmallCasebook.Write(folder);
            using (var app = new TestApp(new() { ["Data:Folder"] = Data, ["Casebook:Folder"] = Seeds }).Started())
            {
                var ada = await app.Person("Ada", AccountRole.Editor);
                await app.Person("Olga", AccountRole.Owner);
                var begun = Assert.IsType<CasebookBegun>(
                    await app.OfServer.GetRequiredService<NewCasebooks>().Begin(People.Shell, "The harbour fire", null, Readers.Open)
                );
                OtherId = begun.Casebook.Id;
                folder.Write($"data/casebooks/{OtherId}/files/texts/north.txt", Article);
                using (var http = new HttpClient())
                    await http.GetStringAsync($"{app.Site}/c/{begun.Casebook.Slug}/", Stop);
                using (var scope = app.Services.CreateScope())
                    Assert.IsType<PeopleDone>(
                        await scope.ServiceProvider.GetRequiredService<People>().SetRole(People.Shell, ada, OtherId, AccountRole.Presenter)
                    );
                Said = await Run.ToEnd(["backup", Backup], new() { ["Data__Folder"] = Data });
            }
            SqliteConnection.ClearAllPools();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        public void Dispose() => folder.Dispose();
    }
}
