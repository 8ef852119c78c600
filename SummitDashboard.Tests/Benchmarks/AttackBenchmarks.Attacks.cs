using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Benchmarks;

public sealed partial class AttackBenchmarks
{
    private sealed record Attack(string Address, CancellationToken Over);

    private static async Task<string> LongMessages(Attack attack)
    {
        var sent = 0L;
        var open = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 150)
                .Select(async _ =>
                {
                    try
                    {
                        using var socket = await Open(attack);
                        Interlocked.Increment(ref open);
                        // Just under 12 MB.
                        await socket.SendAsync(new byte[] { 0xFF, 0xFF, 0xFF, 0x05 }, WebSocketMessageType.Binary, false, attack.Over);
                        var part = new byte[64 * 1024];
                        for (var n = 0; n < 180; n++)
                        {
                            await socket.SendAsync(part, WebSocketMessageType.Binary, false, attack.Over);
                            Interlocked.Add(ref sent, part.Length);
                        }
                        await Task.Delay(Span, attack.Over);
                    }
                    catch (Exception e) when (e is WebSocketException or OperationCanceledException or HttpRequestException) { }
                })
        );
        return string.Create(CultureInfo.InvariantCulture, $"{open} sockets, {sent / 1048576} MiB taken");
    }

    // Each is a page of its own, drawn and kept up to date by the server.
    private static async Task<string> Circuits(Attack attack)
    {
        int open = 0,
            drawn = 0;
        using var http = new HttpClient(Loopback.From(Attacker));
        var page = await RawCircuit.Read(http, attack.Address + "/claims", attack.Over);
        await Task.WhenAll(
            Enumerable
                .Range(0, 1000)
                .Select(async _ =>
                {
                    try
                    {
                        using var connections = new HttpMessageInvoker(Loopback.From(Attacker));
                        await using var circuit = await RawCircuit.Open(page, connections, null, attack.Over);
                        Interlocked.Increment(ref open);
                        await circuit.Live.WaitAsync(attack.Over);
                        Interlocked.Increment(ref drawn);
                        await Task.Delay(Span, attack.Over);
                    }
                    catch (Exception e)
                        when (e is WebSocketException or OperationCanceledException or HttpRequestException or InvalidOperationException)
                    { }
                })
        );
        return $"{open} circuits, {drawn} drawn";
    }

    private static Task<string> Navigations(Attack attack) => Navigations(attack, 1);

    // Each goes from page to page, and does not wait to see one.
    private static async Task<string> Navigations(Attack attack, int atOnce)
    {
        int open = 0,
            drawn = 0,
            sent = 0;
        string[] pages = ["/claims", "/timeline", "/sources", "/", "/actors", "/help", "/history"];
        using var http = new HttpClient(Loopback.From(Attacker));
        var page = await RawCircuit.Read(http, attack.Address + "/claims", attack.Over);
        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async n =>
                {
                    RawCircuit? circuit = null;
                    try
                    {
                        using var connections = new HttpMessageInvoker(Loopback.From(Attacker));
                        await using var opened = circuit = await RawCircuit.Open(page, connections, null, attack.Over);
                        Interlocked.Increment(ref open);
                        while (true)
                        {
                            await circuit.Go(Enumerable.Range(n, atOnce).Select(k => attack.Address + pages[k % pages.Length]));
                            Interlocked.Add(ref sent, atOnce);
                            n += atOnce;
                            await Task.Delay(50 * atOnce, attack.Over);
                        }
                    }
                    catch (Exception e)
                        when (e is WebSocketException or OperationCanceledException or HttpRequestException or InvalidOperationException)
                    { }
                    Interlocked.Add(ref drawn, circuit?.Batches ?? 0);
                })
        );
        return $"{open} circuits, {drawn} drawings of {sent} asked for";
    }

    private static async Task<string> HeavyReads(Attack attack, params string[] paths)
    {
        var done = 0;
        using var http = new HttpClient(Loopback.From(Attacker)) { BaseAddress = new(attack.Address), Timeout = TimeSpan.FromSeconds(120) };
        await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(async n =>
                {
                    for (; !attack.Over.IsCancellationRequested; n++)
                    {
                        try
                        {
                            using var answer = await http.GetAsync(
                                paths[n % paths.Length],
                                HttpCompletionOption.ResponseHeadersRead,
                                attack.Over
                            );
                            await answer.Content.CopyToAsync(Stream.Null, attack.Over);
                            if (answer.IsSuccessStatusCode)
                                Interlocked.Increment(ref done);
                        }
                        catch (Exception e) when (e is HttpRequestException or OperationCanceledException) { }
                    }
                })
        );
        return $"{done} answers";
    }

    private static async Task<string> Codes(Attack attack)
    {
        var tried = 0;
        using var http = new HttpClient(Loopback.From(Attacker)) { BaseAddress = new(attack.Address) };
        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(async n =>
                {
                    for (var i = n; !attack.Over.IsCancellationRequested && i < 100_000; i += 16)
                    {
                        try
                        {
                            using var answer = await http.GetAsync(
                                "live/"
                                    + (i % 2 == 0 ? "ZZ" : "")
                                    + i.ToString("0000", CultureInfo.InvariantCulture).Replace('0', 'B').Replace('1', 'C'),
                                attack.Over
                            );
                            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
                                Interlocked.Increment(ref tried);
                        }
                        catch (Exception e) when (e is HttpRequestException or OperationCanceledException) { }
                    }
                })
        );
        return $"{tried} codes told wrong";
    }

    private static async Task<ClientWebSocket> Open(Attack attack)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(
            new(attack.Address.Replace("http", "ws", StringComparison.Ordinal) + "_blazor"),
            new HttpMessageInvoker(Loopback.From(Attacker)),
            attack.Over
        );
        await socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"),
            WebSocketMessageType.Text,
            true,
            attack.Over
        );
        return socket;
    }
}
