using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Playwright;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// The published app beside an empty MudBlazor app (<c>EmptyApp/</c>), both published in Release and run as processes of their own, in the
/// same run: start-up to the first page (plain, and compiled ahead of time for this platform), bytes and requests of a cold first visit,
/// time to interactive in Chromium, memory of an idle circuit.
/// </summary>
public sealed class ProcessBenchmarks(Browser browser)
{
    private const int Runs = 7;
    private const int Circuits = 40;
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    [Fact(Explicit = true)]
    public async Task App_BesideAnEmptyMudBlazorApp()
    {
        using var folder = new TempFolder();
        var (project, emptyProject) = (
            Path.Combine(Repo.Root, "SummitDashboard"),
            Path.Combine(Repo.Root, "SummitDashboard.Tests", "Benchmarks", "EmptyApp")
        );
        var ours = await Publish(project, folder.Sub("ours"));
        var empty = await Publish(emptyProject, folder.Sub("empty"));
        string[] ahead = ["-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishReadyToRun=true", "--self-contained", "false"];
        var oursAhead = await Publish(project, folder.Sub("ours-ahead"), ahead);
        var emptyAhead = await Publish(emptyProject, folder.Sub("empty-ahead"), ahead);
        string[] ourSettings = ["--Data:Folder=" + folder.Sub("data"), "--Casebook:Folder=" + Repo.Seeds];
        // Another build reads the folder anew.
        string[] aheadSettings = ["--Data:Folder=" + folder.Sub("data-ahead"), "--Casebook:Folder=" + Repo.Seeds];

        var table = new Table("The app beside an empty MudBlazor app", "measure", "app", "empty app", "ratio (goal 1.3)");
        var first = await StartToPage(ours, ourSettings);
        await StartToPage(oursAhead, aheadSettings);
        var (plain, emptyPlain, compiled, emptyCompiled) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            plain.Add(await StartToPage(ours, ourSettings));
            emptyPlain.Add(await StartToPage(empty, []));
            compiled.Add(await StartToPage(oursAhead, aheadSettings));
            emptyCompiled.Add(await StartToPage(emptyAhead, []));
        }
        Row(table, "start to first page, ms", Table.Median(plain), Table.Median(emptyPlain));
        Row(table, "start to first page, compiled ahead, ms", Table.Median(compiled), Table.Median(emptyCompiled));
        table.Row("first start ever (makes the database), ms", first, "–", "–");

        var (a, b) = await Visits((ours, ourSettings), (empty, []));
        Row(table, "cold first visit, KB over the wire", a.Kilobytes, b.Kilobytes);
        Row(table, "cold first visit, requests", a.Requests, b.Requests);
        Row(table, "time to interactive, ms", a.Interactive, b.Interactive);
        Row(table, "memory of an idle circuit, MiB", a.CircuitMiB, b.CircuitMiB);
        table.Print();
        Assert.True(a.Kilobytes > 0 && b.Kilobytes > 0);
    }

    private static void Row(Table table, string name, double ours, double empty) => table.Row(name, ours, empty, ours / empty);

    private static async Task<string> Publish(string project, string to, params string[] options)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", to, "-v", "q", "--nologo", .. options])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return Path.Combine(to, Path.GetFileName(project) + ".dll");
    }

    private static (Process Process, string Address) Start(string dll, string[] settings)
    {
        var port = FreePort();
        var address = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo("dotnet", [dll, "--urls", address, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dll),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, address);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<double> StartToPage(string dll, string[] settings)
    {
        var clock = Stopwatch.StartNew();
        var (process, address) = Start(dll, settings);
        try
        {
            await Answered(process, address);
            return clock.Elapsed.TotalMilliseconds;
        }
        finally
        {
            End(process);
        }
    }

    private static async Task Answered(Process process, string address)
    {
        using var http = new HttpClient();
        while (!process.HasExited)
        {
            try
            {
                (await http.GetAsync(address)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(2);
            }
        }
        Assert.Fail($"The process ended with code {process.ExitCode}.");
    }

    // The two take turns, so that what else the machine does falls on both.
    private async Task<(Visited A, Visited B)> Visits((string Dll, string[] Settings) a, (string Dll, string[] Settings) b)
    {
        var servers = new[] { Start(a.Dll, a.Settings), Start(b.Dll, b.Settings) };
        try
        {
            var visits = new[]
            {
                new List<(double Kilobytes, double Requests, double Interactive)>(),
                new List<(double, double, double)>(),
            };
            foreach (var (process, address) in servers)
                await Answered(process, address);
            for (var run = 0; run < 6 * Runs + 2; run++)
                foreach (var n in run % 2 == 0 ? [0, 1] : new[] { 1, 0 })
                    visits[n].Add(await ColdVisit(servers[n].Address));
            foreach (var list in visits)
                list.RemoveRange(0, 2); // the servers' own warm-up
            return (
                Visited.Of(visits[0], await Circuit(servers[0].Process, servers[0].Address)),
                Visited.Of(visits[1], await Circuit(servers[1].Process, servers[1].Address))
            );
        }
        finally
        {
            foreach (var (process, _) in servers)
                End(process);
        }
    }

    private sealed record Visited(double Kilobytes, double Requests, double Interactive, double CircuitMiB)
    {
        public static Visited Of(List<(double Kilobytes, double Requests, double Interactive)> visits, double circuit) =>
            new(
                Table.Median(visits.Select(v => v.Kilobytes)),
                Table.Median(visits.Select(v => v.Requests)),
                Table.Median(visits.Select(v => v.Interactive)),
                circuit
            );
    }

    // Interactive: the first render batch has come over the circuit's socket. By Chromium's own clock: what it tells the test arrives
    // later, and the later the larger it is.
    private async Task<(double, double, double)> ColdVisit(string address)
    {
        await using var context = await browser.Context();
        var page = await context.NewPageAsync();
        await Task.Delay(Settled); // a visit is measured, not how Chromium makes a window
        var cdp = await context.NewCDPSessionAsync(page);
        await cdp.SendAsync("Network.enable");
        double bytes = 0;
        var requests = 0;
        cdp.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        page.Request += (_, _) => requests++;
        var interactive = new TaskCompletionSource<double>();
        double asked = 0;
        cdp.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
        {
            if (asked == 0)
                asked = e!.Value.GetProperty("timestamp").GetDouble();
        };
        cdp.Event("Network.webSocketFrameReceived").OnEvent += (_, e) =>
        {
            var frame = e!.Value.GetProperty("response");
            if (frame.GetProperty("opcode").GetDouble() != 2)
                return; // text: the handshake
            var payload = frame.GetProperty("payloadData").GetString()!;
            if (
                Encoding
                    .Latin1.GetString(Convert.FromBase64String(payload[..Math.Min(payload.Length / 4 * 4, 400)]))
                    .Contains("JS.RenderBatch", StringComparison.Ordinal)
            )
                interactive.TrySetResult((e.Value.GetProperty("timestamp").GetDouble() - asked) * 1000);
        };
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        var time = await interactive.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return (bytes / 1024, requests, time);
    }

    private async Task<double> Circuit(Process process, string address)
    {
        await using var context = await browser.Context();
        await Open(context, address, 5); // first-use costs are not a circuit's
        await Task.Delay(3000);
        var before = Memory(process);
        await Open(context, address, Circuits);
        await Task.Delay(5000);
        return (Memory(process) - before) / Circuits;
    }

    private static async Task Open(IBrowserContext context, string address, int count)
    {
        for (var i = 0; i < count; i++)
            await (await context.NewPageAsync()).GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
    }

    private static double Memory(Process process)
    {
        process.Refresh();
        return process.PrivateMemorySize64 > 0 && OperatingSystem.IsLinux() ? ResidentMiB(process.Id) : process.WorkingSet64 / 1048576.0;
    }

    private static double ResidentMiB(int pid) =>
        double.Parse(
            File.ReadLines($"/proc/{pid}/status")
                .First(l => l.StartsWith("VmRSS", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) / 1024;

    private static void End(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
