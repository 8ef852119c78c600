using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

/// <summary>
/// From the presenter's key to every screen: the server a process of its own, this process the audience, on raw sockets; each size beside a
/// bare Kestrel endpoint (<c>BareStream/</c>) that streams the same bytes, in turn, in the same run.
/// </summary>
public sealed class LiveTalkBenchmarks
{
    private const int Warm = 10;
    private const int Moves = 60;
    private const string Talk = "two-days-in-june";

    [Fact(Explicit = true)]
    public async Task Move_WithManyListeners_BesideABareEndpoint()
    {
        using var folder = new TempFolder();
        var bare = await Publish(Path.Combine(Repo.Root, "SummitDashboard.Tests", "Benchmarks", "BareStream"), folder.Sub("bare"));
        var ours = await Publish(Path.Combine(Repo.Root, "SummitDashboard"), folder.Sub("ours"));
        var table = new Table(
            $"A move to every screen, {Moves} moves after {Warm}",
            "listeners",
            "server",
            "any screen: median, ms",
            "any screen: p99, ms",
            "last screen: median, ms",
            "last screen: p99, ms",
            "memory a listener, KB"
        );
        foreach (var count in new[] { 1000, 2000, 5000 })
        {
            var (payload, here) = await Ours(ours, folder, count);
            var there = await Bare(bare, payload, count);
            here.Into(table, count, "live session");
            there.Into(table, count, "bare endpoint");
            table.Row(
                count,
                "ratio (goal 1.5); over it",
                Table.Median(here.Any) / Table.Median(there.Any),
                Table.Percentile(here.Any, .99) / Table.Percentile(there.Any, .99),
                Table.Median(here.Last) / Table.Median(there.Last),
                Table.Percentile(here.Last, .99) / Table.Percentile(there.Last, .99),
                here.Kilobytes - there.Kilobytes
            );
        }
        table.Print();
    }

    private sealed record Figures(List<double> Any, List<double> Last, double Kilobytes)
    {
        public void Into(Table table, int count, string name) =>
            table.Row(
                count,
                name,
                Table.Median(Any),
                Table.Percentile(Any, .99),
                Table.Median(Last),
                Table.Percentile(Last, .99),
                Kilobytes
            );
    }

    private static async Task<(byte[] Payload, Figures Figures)> Ours(string dll, TempFolder folder, int count)
    {
        Dictionary<string, string> settings = new()
        {
            ["Data__Folder"] = folder.Sub($"data{count}"),
            ["Casebook__Folder"] = Repo.Seeds,
            ["Live__Streams"] = "400000", // a fortieth of them for who has no token
            ["Live__StreamsPerAddress"] = "400000", // all listeners are on this machine
        };
        var added = await Output(dll, ["people", "add", "pia", "--role", "presenter"], settings);
        using var server = Serve(dll, settings, out var address);
        try
        {
            using var pia = new LiveTalk(address);
            await Ready(pia.Client, "/");
            await pia.UseLink(Regex.Match(added, "/account/welcome/[0-9a-f]+").Value);
            await pia.SignedIn("pia");
            var code = await pia.GoLive(Talk);
            var seq = 0L;
            var figures = await Measure(server, address, $"/live/{code}/stream", count, async () =>
            {
                seq++;
                Assert.Equal(HttpStatusCode.OK, (await pia.Move(code, seq, (int)(seq % 16))).StatusCode);
                return $"\"seq\":{seq},";
            });
            using var reader = await pia.Listen($"/live/{code}/stream");
            return (Encoding.UTF8.GetBytes($"event: state\nid: 1\ndata: {(await reader.Next())!.Value.GetRawText()}\n\n"), figures);
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task<Figures> Bare(string dll, byte[] payload, int count)
    {
        using var server = Serve(dll, [], out var address);
        try
        {
            using var client = new HttpClient { BaseAddress = new(address) };
            await Ready(client, "/none");
            var text = Encoding.UTF8.GetString(payload);
            var seq = 0;
            return await Measure(server, address, "/stream", count, async () =>
            {
                var mark = $"\"seq\":{++seq},";
                Assert.True(
                    (await client.PostAsync("send", new StringContent(Regex.Replace(text, "\"seq\":\\d+,", mark)))).IsSuccessStatusCode
                );
                return mark;
            });
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task<Figures> Measure(Process server, string address, string path, int count, Func<Task<string>> move)
    {
        using (var first = await Listener.Open(address, path))
            await move(); // what is made once is made before memory is looked at
        var before = Resident(server);
        var listeners = new List<Listener>();
        for (var n = 0; n < count; n++)
            listeners.Add(await Listener.Open(address, path));
        await move();
        var memory = (Resident(server) - before) / count;
        List<double> any = [],
            last = [];
        for (var n = -Warm; n < Moves; n++)
        {
            foreach (var listener in listeners)
                listener.Forget();
            var start = Stopwatch.GetTimestamp();
            var mark = await move();
            var seen = (await Task.WhenAll(listeners.Select(l => l.Seen(mark))))
                .Select(at => Stopwatch.GetElapsedTime(start, at).TotalMilliseconds)
                .ToList();
            if (n < 0)
                continue;
            any.AddRange(seen);
            last.Add(seen.Max());
        }
        foreach (var listener in listeners)
            listener.Dispose();
        return new(any, last, memory);
    }

    // One visitor: a socket, and when it last got the bytes that were looked for.
    private sealed class Listener(Socket socket) : IDisposable
    {
        private readonly byte[] buffer = new byte[8192];
        private readonly Lock gate = new();
        private readonly List<(string Mark, long At)> got = [];
        private TaskCompletionSource<long>? waiting;
        private string? looked;

        public static async Task<Listener> Open(string address, string path)
        {
            var uri = new Uri(address);
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(uri.Host, uri.Port);
            await socket.SendAsync(
                Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {uri.Authority}\r\nAccept: text/event-stream\r\n\r\n")
            );
            var listener = new Listener(socket);
            var head = await socket.ReceiveAsync(listener.buffer);
            Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(listener.buffer, 0, head));
            _ = listener.Read();
            return listener;
        }

        public void Forget()
        {
            lock (gate)
                got.Clear();
        }

        public Task<long> Seen(string mark)
        {
            lock (gate)
            {
                foreach (var (seen, at) in got)
                    if (seen == mark)
                        return Task.FromResult(at);
                looked = mark;
                waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
                return waiting.Task;
            }
        }

        public void Dispose() => socket.Dispose();

        private async Task Read()
        {
            try
            {
                while (await socket.ReceiveAsync(buffer) is var length and > 0)
                {
                    var at = Stopwatch.GetTimestamp();
                    var bytes = buffer.AsSpan(0, length);
                    var start = bytes.LastIndexOf("\"seq\":"u8); // several steps may come at once: the newest counts
                    if (start < 0)
                        continue;
                    var mark = Encoding.ASCII.GetString(bytes[start..(start + bytes[start..].IndexOf((byte)',') + 1)]);
                    lock (gate)
                    {
                        got.Add((mark, at));
                        if (mark == looked)
                            waiting?.TrySetResult(at);
                    }
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Closed, from here or there.
            }
        }
    }

    // KB of memory that the process holds, as the kernel counts it.
    private static double Resident(Process server) =>
        double.Parse(
            Regex.Match(File.ReadAllText($"/proc/{server.Id}/status"), @"VmRSS:\s+(\d+)").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static Process Serve(string dll, Dictionary<string, string> settings, out string address)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        var process = Process.Start(Info(dll, ["--urls", address], settings))!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<string> Output(string dll, string[] arguments, Dictionary<string, string> settings)
    {
        using var process = Process.Start(Info(dll, arguments, settings))!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    private static ProcessStartInfo Info(string dll, string[] arguments, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dll),
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return start;
    }

    private static async Task Ready(HttpClient client, string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(path);
                return;
            }
            catch (HttpRequestException) when (tries < 300)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task<string> Publish(string project, string to)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", to, "-v", "q", "--nologo"])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return Path.Combine(to, Path.GetFileName(project) + ".dll");
    }
}
