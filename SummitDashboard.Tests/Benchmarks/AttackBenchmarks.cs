using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// One anonymous client against the server, beside fifty honest readers at other addresses of the loopback: 150 sockets with a long message
/// each, a thousand sockets, sixty exports at a time, and codes tried one after another. Loopback only, bounded in count and time, and it
/// stops by itself.
/// </summary>
public sealed partial class AttackBenchmarks
{
    private const int Readers = 50;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(10);

    [Fact(Explicit = true)]
    public async Task OneClient_BesideFiftyReaders()
    {
        using var folder = new TempFolder();
        var seeds = new SyntheticCasebook(20, Claims, 2 * Claims, 200).Store(folder);
        var port = FreePort();
        var address = $"http://127.0.0.1:{port}";
        using (var once = Serve())
        {
            try
            {
                await Ready(address);
            }
            finally
            {
                once.Kill(entireProcessTree: true);
            }
            await once.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        AddRevisions(folder.Sub("data"));
        using var server = Serve();
        try
        {
            await Ready(address);
            var table = new Table(
                $"One anonymous client beside {Readers} readers, {Span.TotalSeconds:0} s each",
                "attack",
                "readers’ median, ms",
                "readers’ p95, ms",
                "their requests",
                "refused or failed of them",
                "server’s most, MiB",
                "of the attacker’s, let in"
            );
            await Round(table, "none, to warm up", address, server, _ => Task.FromResult(""));
            await Round(table, "none", address, server, _ => Task.FromResult(""));
            await Round(table, "150 long messages", address, server, LongMessages);
            await Round(table, "1,000 circuits", address, server, Circuits);
            await Round(table, "200 circuits, 20 pages a second each", address, server, Navigations);
            await Round(table, "200 circuits, 2,000 pages at once each", address, server, a => Navigations(a, 2000));
            await Round(table, "none, after these", address, server, _ => Task.FromResult(""));
            await Round(table, "60 exports at a time", address, server, a =>
                HeavyReads(a, "export/casebook.zip", "claims/tellings.csv", "claims/export.csv")
            );
            await Round(table, "60 looks at the past at a time", address, server, a =>
                HeavyReads(a, [.. Enumerable.Range(1, Revisions).Select(n => $"claims?rev={n}")])
            );
            await Round(table, "brute force of codes", address, server, Codes);
            await Round(table, "none, after", address, server, _ => Task.FromResult(""));
            table.Print();
            Assert.False(server.HasExited);
        }
        finally
        {
            if (!server.HasExited)
                server.Kill(entireProcessTree: true);
        }

        Process Serve()
        {
            var start = new ProcessStartInfo(
                "dotnet",
                [
                    typeof(Program).Assembly.Location,
                    "--Urls",
                    address,
                    "--Data:Folder",
                    folder.Sub("data"),
                    "--Casebook:Folder",
                    seeds,
                    "--Casebook:Texts",
                    "no-texts",
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
            var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }

        async Task Round(Table table, string name, string at, Process process, Func<Attack, Task<string>> attack)
        {
            using var over = new CancellationTokenSource(Span);
            var times = new ConcurrentBag<double>();
            var failed = 0;
            long most = 0;
            var watching = Task.Run(async () =>
            {
                while (!over.IsCancellationRequested)
                {
                    most = Math.Max(most, Resident(process.Id));
                    await Task.Delay(50);
                }
            });
            var readers = Enumerable
                .Range(0, Readers)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        using var http = new HttpClient(Loopback.From($"127.0.3.{n + 1}"))
                        {
                            BaseAddress = new(at),
                            Timeout = TimeSpan.FromSeconds(60),
                        };
                        string[] paths = ["/", "/claims", "/timeline", "/sources", "/help"];
                        for (var i = n; !over.IsCancellationRequested; i++)
                        {
                            var clock = Stopwatch.GetTimestamp();
                            try
                            {
                                using var answer = await http.GetAsync(paths[i % paths.Length]);
                                await answer.Content.CopyToAsync(Stream.Null);
                                if (!answer.IsSuccessStatusCode)
                                    Interlocked.Increment(ref failed);
                            }
                            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
                            {
                                Interlocked.Increment(ref failed);
                            }
                            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
                            await Task.Delay(200);
                        }
                    })
                )
                .ToList();
            var let = await attack(new(at, over.Token));
            await Task.WhenAll(readers.Append(watching));
            table.Row(name, Table.Median(times), Table.Percentile(times, .95), times.Count, failed, most / 1024.0, let);
        }
    }

    private const int Claims = 20_000;
    private const int Revisions = 60;
    private const string Attacker = "127.0.4.1";

    // Each changes one claim, so that each has a past of its own.
    private static void AddRevisions(string data)
    {
        using var db = new SummitDb(
            new DbContextOptionsBuilder<SummitDb>().UseSqlite($"Data Source={Path.Combine(data, "summit.db")};Pooling=false").Options
        );
        foreach (
            var (item, n) in db
                .Items.Where(i => i.Kind == ItemKind.Claim)
                .OrderBy(i => i.Id)
                .Take(Revisions)
                .AsEnumerable()
                .Select((i, n) => (i, n + 2))
        )
        {
            db.Revisions.Add(
                new()
                {
                    Number = n,
                    At = DateTime.UtcNow,
                    By = "Ada",
                    Command = "edit",
                }
            );
            db.Changes.Add(
                new()
                {
                    Revision = n,
                    ItemId = item.Id,
                    Kind = item.Kind,
                    Before = item.Json,
                    After = item.Json,
                    Schema = Documents.Schema,
                }
            );
        }
        db.SaveChanges();
    }

    private static async Task Ready(string address)
    {
        using var http = new HttpClient();
        for (var n = 0; n < 600; n++)
        {
            try
            {
                (await http.GetAsync(address)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }
        Assert.Fail("The server did not answer within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static long Resident(int process) =>
        long.Parse(
            File.ReadLines($"/proc/{process}/status")
                .First(l => l.StartsWith("VmRSS", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        );
}
