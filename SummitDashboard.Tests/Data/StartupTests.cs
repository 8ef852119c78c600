using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Data.Database;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data;

/// <summary>The program started as a person starts it, in the ways in which that goes wrong.</summary>
public sealed class StartupTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Dictionary<string, string> Settings(string? seeds = null) =>
        new()
        {
            ["Data__Folder"] = Path.Combine(folder.Path, "data"),
            ["Casebook__Folder"] = seeds ?? Repo.Seeds,
            ["Urls"] = "http://127.0.0.1:0",
        };

    [Fact]
    public async Task Start_FromAnotherWorkingDirectory_PrintsOneAddressThatAnswers()
    {
        using var process = Run.Start([], Settings(), folder.Path);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var address = line!.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal));
            using var http = new HttpClient();
            Assert.Contains(
                Repo.Casebook.Head.Headline,
                WebUtility.HtmlDecode(await http.GetStringAsync(address, TestContext.Current.CancellationToken))
            );
            var css = await http.GetAsync(address + "/app.css", TestContext.Current.CancellationToken);
            Assert.True(css.Content.Headers.ContentLength is null or > 1000);
            Assert.Equal(HttpStatusCode.OK, css.StatusCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task Start_MalformedCasebook_ListsProblemsAndLoadsNothing()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/signed.md", SmallCasebook.Claim.Replace("stance: anticipates", "stance: maybe"));
        var result = await Run.ToEnd([], Settings(seeds));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("claims/signed.md:", result.Error);
        Assert.Equal(0, Items(Path.Combine(folder.Path, "data", "summit.db")));
    }

    [Fact]
    public async Task Start_CasebookFolderMissing_SaysWhichSetting()
    {
        var result = await Run.ToEnd([], Settings(Path.Combine(folder.Path, "nowhere")));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Casebook:Folder", result.Error);
    }

    [Fact]
    public async Task Start_DatabaseIsNotOne_SaysSoAndLeavesItAsItIs()
    {
        var file = folder.Write("data/summit.db", new string('x', 5000));
        var result = await Run.ToEnd([], Settings());
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("damaged or is not a database", result.Error);
        Assert.Equal(new string('x', 5000), File.ReadAllText(file));
    }

    /// <summary>
    /// A page of an index that is cut off, and one whose bytes were changed: reading the items alone would notice neither.
    /// </summary>
    [Theory]
    [InlineData("cut")]
    [InlineData("changed")]
    public async Task StartAndCheck_DatabaseThatSqliteFindsDamaged_SaySoBeforeServingAndHowToRestore(string how)
    {
        string file;
        using (var store = new TestStore(pooling: false))
        {
            file = Path.Combine(folder.Sub("data"), "summit.db");
            using (var db = store.CreateDbContext())
                Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRaw(
                    db.Database,
                    "PRAGMA wal_checkpoint(TRUNCATE)"
                );
            File.Copy(store.File, file);
        }
        long page,
            size;
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            connection.Open();
            (page, size) = (
                Ask(connection, "SELECT rootpage FROM sqlite_master WHERE name = 'IX_Change_ItemId'"),
                Ask(connection, "PRAGMA page_size")
            );
            Ask(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        using (var stream = File.OpenWrite(file))
        {
            if (how == "cut")
                stream.SetLength(stream.Length - size);
            else
            {
                stream.Position = (page - 1) * size + size / 2;
                stream.Write(new byte[(int)size / 2]);
            }
        }
        folder.Write("data/backups/summit-nightly-20260101-030000Z.db", "a backup");
        var before = File.ReadAllBytes(file);

        var start = await Run.ToEnd([], Settings());
        Assert.Equal(1, start.ExitCode);
        Assert.Contains("damaged", start.Error);
        Assert.Contains("summit-nightly-20260101-030000Z.db", start.Error);
        Assert.DoesNotContain("SummitDashboard is at", start.Out);
        if (how == "cut")
        {
            var check = await Run.ToEnd(["check"], Settings());
            Assert.Equal(1, check.ExitCode);
            Assert.Contains("damaged", check.Out);
        }
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    /// <summary>Made before there were accounts, and never started since.</summary>
    [Fact]
    public async Task Verbs_OnADatabaseOfTheFirstVersion_SayThatItIsOlderOrBringItUpToDate()
    {
        var file = MigrationTests.FirstVersion(folder);
        var export = await Run.ToEnd(["export", Path.Combine(folder.Path, "out")], Settings());
        Assert.Equal((1, true), (export.ExitCode, export.Error.Contains("older version of the program", StringComparison.Ordinal)));
        using var process = Run.Start([], Settings());
        try
        {
            var address = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!
                .Split(' ')
                .Single(word => word.StartsWith("http://", StringComparison.Ordinal));
            Assert.Contains("Make the owner’s account", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            using var http = new HttpClient();
            Assert.Contains(
                Repo.Casebook.Head.Headline,
                WebUtility.HtmlDecode(await http.GetStringAsync(address, TestContext.Current.CancellationToken))
            );
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
        Assert.True(Items(file) > 0);
    }

    [Fact]
    public async Task Start_DatabaseOfANewerVersion_SaysSo()
    {
        var file = Path.Combine(folder.Sub("data"), "summit.db");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Future', '99.0');
                """;
            command.ExecuteNonQuery();
        }
        var result = await Run.ToEnd([], Settings());
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("newer version", result.Error);
    }

    [Fact]
    public async Task Start_DataFolderCannotBeMade_SaysWhichSetting()
    {
        var settings = Settings();
        settings["Data__Folder"] = Path.Combine(folder.Write("file", "not a folder"), "data");
        var result = await Run.ToEnd([], settings);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Data:Folder", result.Error);
    }

    [Fact]
    public async Task Start_PortInUse_SaysSoAndHowToChooseAnother()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        ShippedDatabase.CopyTo(folder.Sub("data"));
        var settings = Settings();
        settings["Urls"] = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var result = await Run.ToEnd([], settings);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--Urls", result.Error);
        Assert.DoesNotContain("   at ", result.Error);
    }

    [Fact]
    public async Task Check_ShippedCasebook_ExitsWithZero()
    {
        var result = await Run.ToEnd(["check", Repo.Seeds], Settings());
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("No problems.", result.Out);
    }

    [Fact]
    public async Task Check_ArticleThatWasChanged_IsAProblemWithBothHashes()
    {
        var seeds = SmallCasebook.Write(folder);
        var texts = Path.Combine(folder.Path, "texts");
        var article = Directory.GetFiles(texts, "*.txt").Order(StringComparer.Ordinal).First();
        File.AppendAllText(article, " more");
        var result = await Run.ToEnd(["check", seeds, "--texts", texts], Settings());
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            $"and {Path.GetFileName(article)} among the articles has {ArticleText.From(File.ReadAllText(article)).Sha256}",
            result.Out
        );
        File.Delete(article);
        result = await Run.ToEnd(["check", seeds, "--texts", texts], Settings());
        Assert.DoesNotContain("among the articles has", result.Out);
        Assert.Contains("Articles found: 1 of 2; the quotations of first were not compared", result.Out);
    }

    [Fact]
    public async Task Check_ProblemsOrBadUsage_ExitWithOneOrTwo()
    {
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/signed.md", SmallCasebook.Claim.Replace("order: 1", "order: x"));
        var wrong = await Run.ToEnd(["check", seeds], Settings());
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("claims/signed.md:5: order should be a whole number", wrong.Out);
        Assert.Equal(2, (await Run.ToEnd(["check", "--nonsense"], Settings())).ExitCode);
        Assert.Equal(2, (await Run.ToEnd(["verify"], Settings())).ExitCode);
        Assert.Equal(2, (await Run.ToEnd(["check", "--texts", Path.Combine(folder.Path, "nowhere")], Settings())).ExitCode);
    }

    [Theory]
    [InlineData("--bogus", 2)]
    [InlineData("--check", 2)]
    [InlineData("--Urls=garbage", 1)]
    [InlineData("--Urls=http://localhost:99999", 1)]
    [InlineData("--Access:Texts=everyone", 1)]
    [InlineData("--Logging:LogLevel:Default=Loud", 1)]
    public async Task Start_ArgumentNotUnderstood_SaysSoInASentence(string argument, int code)
    {
        ShippedDatabase.CopyTo(folder.Sub("data"));
        var settings = Settings();
        if (argument.StartsWith("--Urls", StringComparison.Ordinal))
            settings.Remove("Urls");
        var result = await Run.ToEnd([argument], settings);
        Assert.Equal(code, result.ExitCode);
        Assert.NotEqual("", result.Error);
        Assert.DoesNotContain("   at ", result.Error + result.Out);
    }

    private static long Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static long Items(string file)
    {
        if (!File.Exists(file))
            return 0;
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Item";
        return (long)command.ExecuteScalar()!;
    }
}
