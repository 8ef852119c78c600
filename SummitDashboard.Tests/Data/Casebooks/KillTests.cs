using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Casebooks;

/// <summary>
/// A server under writing editors, killed (SIGKILL) at random moments: whatever it had acknowledged is there afterwards, and the database
/// is sound. How often is a setting: a few times in the normal run, 200 in the explicit one.
/// </summary>
public sealed class KillTests
{
    private const string DataFolder = "SUMMIT_KILL_DATA";

    [Fact]
    public Task Server_KilledWhileEditorsWrite_LosesNothingAcknowledged() => KillRepeatedly(3);

    [Fact(Explicit = true)]
    public Task Server_KilledTwoHundredTimes_LosesNothingAcknowledged() => KillRepeatedly(200);

    /// <summary>The victim: run by the tests above in a process of its own.</summary>
    [Fact(Explicit = true)]
    public async Task Victim_UntilKilled_WritesAndAcknowledges()
    {
        if (Environment.GetEnvironmentVariable(DataFolder) is not { } data)
            return;
        using var app = new TestApp(new Dictionary<string, string> { ["Data:Folder"] = data }).Started();
        var store = app.Services.GetRequiredService<CasebookStore>();
        var ada = app.Casebook.Claims.Count > 0 ? await app.Person($"Ada{Guid.NewGuid():n}"[..12], AccountRole.Editor) : "";
        await using var acknowledged = new FileStream(
            Path.Combine(data, "acknowledged"),
            FileMode.Append,
            FileAccess.Write,
            FileShare.Read,
            1
        );
        var gate = new Lock();
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(editor =>
                    Task.Run(async () =>
                    {
                        for (var n = 0; ; n++)
                        {
                            var claim = store.Current.Claims[editor];
                            var note = $"{editor} {n} {Guid.NewGuid()}";
                            if (await store.Write(new PutItem(claim, claim with { Note = note }), ada) is not Outcome.Committed done)
                                continue;
                            lock (gate)
                                acknowledged.Write(System.Text.Encoding.ASCII.GetBytes($"{done.Revision} {claim.Id} {note}\n"));
                        }
                    })
                )
        );
    }

    private static async Task KillRepeatedly(int times)
    {
        using var folder = new TempFolder();
        var data = folder.Sub("data");
        ShippedDatabase.CopyTo(data);
        var file = Path.Combine(data, "acknowledged");
        var random = new Random(times);
        using var written = new FileSystemWatcher(data);
        for (var n = 0; n < times; n++)
        {
            var before = Lines(file).Count;
            using var server = Start(data);
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            var enough = before + random.Next(1, 40);
            while (Lines(file).Count < enough && !server.HasExited)
                written.WaitForChanged(WatcherChangeTypes.All, 100);
            for (var spin = random.Next(200_000); spin > 0; spin--)
                Thread.SpinWait(1);
            server.Kill(); // SIGKILL
            await server.WaitForExitAsync(limit.Token);
            Assert.True(Lines(file).Count > before, "the server wrote nothing: " + await server.StandardOutput.ReadToEndAsync(limit.Token));
            Sound(Path.Combine(data, "summit.db"), Lines(file));
        }
        Opens(data, Lines(file));
        TestContext.Current.TestOutputHelper?.WriteLine($"{times} kills, {Lines(file).Count} acknowledged changes, none lost.");
    }

    // The program starts on what is left, at the newest revision, and can tell how all was at the first.
    private static void Opens(string data, List<string> acknowledged)
    {
        using var app = new TestApp(new Dictionary<string, string> { ["Data:Folder"] = data }).Started();
        var history = app.Services.GetRequiredService<History>();
        Assert.True(app.Casebook.Revision >= acknowledged.Max(l => long.Parse(l.Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.Equal(Repo.Casebook.Claims.Select(Documents.Write), history.AsOf(1)!.Claims.Select(Documents.Write));
        Assert.Equal(app.Casebook.Revision, history.List(1)[0].Number);
    }

    private static void Sound(string database, List<string> acknowledged)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        Assert.Equal("ok", Scalar("PRAGMA integrity_check"));
        Assert.Equal(Scalar("SELECT MAX(Number) FROM Revision"), Scalar("SELECT COUNT(*) FROM Revision"));
        Assert.Equal(0L, Scalar("SELECT COUNT(*) FROM Revision r WHERE NOT EXISTS (SELECT 1 FROM Change c WHERE c.Revision = r.Number)"));
        foreach (var line in acknowledged.TakeLast(200))
        {
            var parts = line.Split(' ', 3);
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT After ->> 'note' FROM Change WHERE Revision = $r AND ItemId = $i";
            command.Parameters.AddWithValue("$r", long.Parse(parts[0], CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("$i", parts[1]);
            Assert.Equal(parts[2], command.ExecuteScalar());
        }
        // What stands is what the last change of each item said.
        Assert.Equal(
            0L,
            Scalar(
                "SELECT COUNT(*) FROM Item i WHERE i.Json <> (SELECT After FROM Change c WHERE c.ItemId = i.Id ORDER BY Revision "
                    + "DESC LIMIT 1)"
            )
        );

        object? Scalar(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar();
        }
    }

    private static Process Start(string data)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(KillTests).Assembly.Location,
                "-noColor",
                "-explicit",
                "only",
                "-method",
                "*." + nameof(Victim_UntilKilled_WritesAndAcknowledges),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repo.Root,
        };
        start.Environment[DataFolder] = data;
        return Process.Start(start)!;
    }

    // Only whole lines: the last may be half written.
    private static List<string> Lines(string file)
    {
        if (!File.Exists(file))
            return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var text = new StreamReader(stream).ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
