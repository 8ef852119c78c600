using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace SummitDashboard.Tests.Support;

/// <summary>
/// A page and its circuit without a browser, so that a thousand of them fit on one machine: it reads the page over HTTP, starts the circuit
/// by Blazor’s own protocol (SignalR hub messages in MessagePack) and acknowledges what is drawn. Calls of scripts are left unanswered.
/// </summary>
public sealed partial class RawCircuit : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource over = new();
    private readonly TaskCompletionSource live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> secret = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder received = new();
    private Task reading = Task.CompletedTask;
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int batches;

    private RawCircuit() { }

    /// <summary>How often the page was drawn, in whole or in part.</summary>
    public int Batches => batches;

    /// <summary>Completes once the page was drawn so many times.</summary>
    public async Task Drawn(int times, CancellationToken cancel)
    {
        while (true)
        {
            var coming = Volatile.Read(ref next);
            if (batches >= times)
                return;
            await coming.Task.WaitAsync(cancel);
        }
    }

    /// <summary>All that came, as text: what was drawn, and scripts called.</summary>
    public string Received
    {
        get
        {
            lock (received)
                return received.ToString();
        }
    }

    /// <summary>Completes once the server has said that the circuit stopped.</summary>
    public Task Stopped => stopped.Task;

    /// <summary>Completes once the server, or this side, has ended the connection.</summary>
    public Task Ended => reading;

    /// <summary>Whether it acknowledges what is drawn. A browser that hangs does not.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Completes once the page was drawn over the circuit; fails where the server ended it before.</summary>
    public Task Live => live.Task;

    /// <summary>What a circuit needs of a page: read once, it serves for many circuits within five minutes.</summary>
    public sealed record Page(string Base, string Url, IReadOnlyList<string> Markers, string State);

    /// <summary>Reads a page, with the cookies and the address of this client.</summary>
    public static async Task<Page> Read(HttpClient http, string url, CancellationToken cancel)
    {
        var html = await http.GetStringAsync(url, cancel);
        var root = new Uri(new Uri(url), Root().Match(html).Groups[1].Value).AbsoluteUri;
        return new(
            root,
            url,
            [.. Markers().Matches(html).Select(m => m.Groups[1].Value).Where(m => m.Contains("\"descriptor\"", StringComparison.Ordinal))],
            States().Match(html).Groups[1].Value
        );
    }

    /// <summary>Opens a circuit for it, over connections of this handler. Throws where the server refuses the socket.</summary>
    public static async Task<RawCircuit> Open(Page page, HttpMessageInvoker http, string? cookies, CancellationToken cancel)
    {
        var circuit = await Connect(page, http, cookies, cancel);
        await circuit.Send("StartCircuit", "0", [page.Base, page.Url, "[]", page.State], cancel);
        var adds = page.Markers.Select((marker, n) => $$"""{"type":"add","ssrComponentId":{{n + 1}},"marker":{{marker}}}""");
        var added = $$"""{"batchId":1,"operations":[{{string.Join(',', adds)}}]}""";
        await circuit.Send("UpdateRootComponents", null, [added, page.State], cancel);
        circuit.reading = Task.Run(circuit.ReadAll, CancellationToken.None);
        return circuit;
    }

    private static async Task<RawCircuit> Connect(Page page, HttpMessageInvoker http, string? cookies, CancellationToken cancel)
    {
        var circuit = new RawCircuit();
        if (cookies is not null)
            circuit.socket.Options.SetRequestHeader("Cookie", cookies);
        await circuit.socket.ConnectAsync(new(page.Base.Replace("http", "ws", StringComparison.Ordinal) + "_blazor"), http, cancel);
        await circuit.socket.SendAsync(
            "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray(),
            WebSocketMessageType.Text,
            true,
            cancel
        );
        return circuit;
    }

    /// <summary>Takes up a circuit whose connection was lost, by its secret, over another connection with these cookies.</summary>
    public static async Task<RawCircuit> TakeUp(
        Page page,
        string secret,
        HttpMessageInvoker http,
        string? cookies,
        CancellationToken cancel
    )
    {
        var circuit = await Connect(page, http, cookies, cancel);
        await circuit.Send("ConnectCircuit", "0", [secret], cancel);
        circuit.reading = Task.Run(circuit.ReadAll, CancellationToken.None);
        return circuit;
    }

    /// <summary>With which the circuit can be taken up again.</summary>
    public Task<string> Secret => secret.Task;

    /// <summary>Goes to these pages, one after the other, all said in one message.</summary>
    public Task Go(params IEnumerable<string> urls) =>
        socket.SendAsync(
            urls.SelectMany(url => Message("OnLocationChanged", null, [url, null, false])).ToArray(),
            WebSocketMessageType.Binary,
            true,
            over.Token
        );

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await reading;
        socket.Dispose();
        over.Dispose();
    }

    private async Task ReadAll()
    {
        var buffer = new byte[64 * 1024];
        var message = new MemoryStream();
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(), over.Token);
                if (got.MessageType == WebSocketMessageType.Close)
                    break;
                message.Write(buffer, 0, got.Count);
                if (!got.EndOfMessage)
                    continue;
                await Answer(message.ToArray());
                message.SetLength(0);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Either side has hung up.
        }
        live.TrySetException(new InvalidOperationException("The circuit ended before it was drawn."));
        live.Task.Exception?.Handle(_ => true);
    }

    // Several messages may come in one, each after its length in sevens of bits.
    private async Task Answer(byte[] all)
    {
        var said = all[0] == '{' ? Array.IndexOf(all, (byte)0x1E) + 1 : 0; // the answer to the protocol may come with the first of them
        for (var at = said; at < all.Length; )
        {
            int length = 0,
                shift = 0;
            do length |= (all[at] & 0x7F) << shift;
            while ((all[at++] & 0x80) != 0 && (shift += 7) < 35);
            if (length == 0 || at + length > all.Length)
                return;
            lock (received)
                received.Append(Encoding.UTF8.GetString(all, at, length));
            if (all.AsSpan(at, Math.Min(length, 40)).IndexOf("JS.Error"u8) >= 0)
                stopped.TrySetResult();
            if (ResultOf(all.AsSpan(at, length)) is { } result)
                secret.TrySetResult(result);
            if (BatchOf(all.AsSpan(at, length)) is { } batch)
            {
                batches++;
                Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
                if (Acknowledges)
                    await Send("OnRenderCompleted", null, [batch, null], over.Token);
                if (batch > 2)
                    live.TrySetResult(); // the first is the frame of the page
            }
            at += length;
        }
    }

    // [3, headers, "0", 3, result]: what StartCircuit gave, a text of more than 31 bytes
    private static string? ResultOf(ReadOnlySpan<byte> message) =>
        message is not [0x95, 0x03, 0x80, 0xA1, (byte)'0', 0x03, .. var result] ? null
        : result is [0xD9, var length, ..] ? Encoding.UTF8.GetString(result.Slice(2, length))
        : result is [0xDA, var high, var low, ..] ? Encoding.UTF8.GetString(result.Slice(3, high << 8 | low))
        : null;

    // [1, headers, null, "JS.RenderBatch", [number, bytes]]
    private static long? BatchOf(ReadOnlySpan<byte> message)
    {
        var name = "JS.RenderBatch"u8;
        var at = message[..Math.Min(message.Length, 40)].IndexOf(name);
        if (at < 0)
            return null;
        var number = message[(at + name.Length + 1)..];
        return number[0] switch
        {
            < 0x80 => number[0],
            0xCC => number[1],
            0xCD => BinaryPrimitives.ReadUInt16BigEndian(number[1..]),
            0xCE => BinaryPrimitives.ReadUInt32BigEndian(number[1..]),
            _ => null,
        };
    }

    private async Task Send(string target, string? invocation, object?[] arguments, CancellationToken cancel) =>
        await socket.SendAsync(Message(target, invocation, arguments), WebSocketMessageType.Binary, true, cancel);

    private static byte[] Message(string target, string? invocation, object?[] arguments)
    {
        var body = new MemoryStream();
        body.Write([0x95, 0x01, 0x80]);
        Write(body, invocation);
        Write(body, target);
        body.WriteByte((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
            Write(body, argument);
        var message = new MemoryStream();
        for (var length = (int)body.Length; ; length >>= 7)
        {
            message.WriteByte((byte)(length < 0x80 ? length : length & 0x7F | 0x80));
            if (length < 0x80)
                break;
        }
        body.WriteTo(message);
        return message.ToArray();
    }

    private static void Write(MemoryStream to, object? value)
    {
        Span<byte> number = stackalloc byte[8];
        if (value is null)
            to.WriteByte(0xC0);
        else if (value is bool yes)
            to.WriteByte((byte)(yes ? 0xC3 : 0xC2));
        else if (value is string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteUInt32BigEndian(number, (uint)bytes.Length);
            to.WriteByte(0xDB);
            to.Write(number[..4]);
            to.Write(bytes);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(number, (long)value);
            to.WriteByte(0xD3);
            to.Write(number);
        }
    }

    [GeneratedRegex("<base href=\"([^\"]+)\"")]
    private static partial Regex Root();

    [GeneratedRegex("""<!--Blazor:(\{"type":"server".*?\})-->""", RegexOptions.Singleline)]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex States();
}
