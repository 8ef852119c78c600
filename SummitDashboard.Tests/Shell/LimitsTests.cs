using System.Net;
using System.Net.WebSockets;
using System.Text;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>What whoever comes unasked may hold of the server: the bytes of a message and of a form, and places for circuits.</summary>
public sealed class LimitsTests(LimitsTests.TightApp tight) : IClassFixture<LimitsTests.TightApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Socket_MessageLongerThanACircuitTakes_IsCutOff()
    {
        // Says that 16 MiB come, 2 GiB, 512 KiB.
        foreach (var length in new byte[][] { [0xFF, 0xFF, 0xFF, 0x07], [0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0x81, 0x80, 0x20] })
        {
            using var socket = await OpenOnceFree("127.0.0.9"); // the one before is gone once the server has noticed
            await socket.SendAsync(
                Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"),
                WebSocketMessageType.Text,
                true,
                Stop
            );
            var answers = Drain(socket);
            try
            {
                await socket.SendAsync(length, WebSocketMessageType.Binary, false, Stop);
                for (var sent = 0; sent < 64 && !answers.IsCompleted; sent++)
                    await socket.SendAsync(new byte[256 * 1024], WebSocketMessageType.Binary, false, Stop);
            }
            catch (Exception e)
                when (e is WebSocketException or ObjectDisposedException or OperationCanceledException && !Stop.IsCancellationRequested)
            {
                // The server has hung up.
            }
            await answers;
            Assert.NotEqual(WebSocketState.Open, socket.State);
        }
    }

    [Fact]
    public async Task Circuits_MoreThanOneAddressMayHave_AreRefusedInWordsToItAlone()
    {
        await tight.Person("Cora", AccountRole.Editor);
        using var cora = await new LiveTalk(tight).SignedIn("Cora");
        var first = await Admitted("127.0.0.2");
        using var second = await Admitted("127.0.0.2");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Refused(tight.Address, "127.0.0.2"));
        foreach (var spelled in new[] { "_blazor/", "_Blazor", "%5fblazor" }) // however its address is written
        {
            using var again = new ClientWebSocket();
            var at = new Uri(Circuit(tight.Address), spelled);
            await Assert.ThrowsAsync<WebSocketException>(() => again.ConnectAsync(at, new HttpMessageInvoker(Handler("127.0.0.2")), Stop));
        }
        using (var http = From("127.0.0.2"))
        {
            using var negotiated = await http.PostAsync(tight.Address + "/_blazor/negotiate?negotiateVersion=1", null, Stop);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, negotiated.StatusCode);
            Assert.Contains("pages are open", await negotiated.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(tight.Address + "/claims", Stop)).StatusCode); // it can be read
        }
        using var neighbour = await Admitted("127.0.0.3");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Refused(tight.Address, "127.0.0.4")); // three readers in all
        using var editor = await Open(tight.Address, "127.0.0.2", cora.Cookies);
        Assert.Equal(WebSocketState.Open, editor.State);

        first.Abort();
        first.Dispose();
        while (await Refused(tight.Address, "127.0.0.4") is not null)
            Stop.ThrowIfCancellationRequested(); // as soon as the server has noticed
    }

    // Opens a socket as soon as the server has noticed that those of other tests are gone.
    private async Task<ClientWebSocket> Admitted(string from)
    {
        while (await Refused(tight.Address, from) is not null)
            Stop.ThrowIfCancellationRequested();
        while (true)
        {
            try
            {
                return await Open(tight.Address, from);
            }
            catch (WebSocketException)
            {
                Stop.ThrowIfCancellationRequested(); // the one that asked is not gone yet itself
            }
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Form_LargerThanAnyIs_IsRefusedInWords(bool isChunked)
    {
        using var http = new HttpClient();
        using var content = isChunked ? new Endless() : (HttpContent)new ByteArrayContent(new byte[2 * 1024 * 1024]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await http.PostAsync(tight.Address + Urls.SignIn, content, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("nothing was changed", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [
        InlineData("xn--"),
        InlineData("xn--a-"),
        InlineData("xn--99999999999"),
        InlineData("XN--\u00e9"),
        InlineData("a..b"),
        InlineData("[::1"),
        InlineData("-"),
        InlineData(".")
    ]
    public async Task Host_ThatIsNoName_IsAnsweredWithoutAnError(string host)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, tight.Address + "/claims");
        request.Headers.TryAddWithoutValidation("Host", host);
        try
        {
            Assert.True((int)(await http.SendAsync(request, Stop)).StatusCode < 500);
        }
        catch (HttpRequestException e)
        {
            Assert.Contains("ASCII", e.Message); // the client itself will not say it
        }
    }

    private static async Task Drain(ClientWebSocket socket)
    {
        try
        {
            var buffer = new byte[1024];
            while ((await socket.ReceiveAsync(buffer, Stop)).MessageType != WebSocketMessageType.Close) { }
            socket.Abort();
        }
        catch (WebSocketException)
        {
            // The server has hung up.
        }
    }

    private static async Task<HttpStatusCode?> Refused(string address, string from)
    {
        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        try
        {
            using var handler = Handler(from);
            await socket.ConnectAsync(Circuit(address), new HttpMessageInvoker(handler, false), Stop);
            socket.Abort();
            return null;
        }
        catch (WebSocketException)
        {
            return socket.HttpStatusCode;
        }
    }

    private async Task<ClientWebSocket> OpenOnceFree(string from)
    {
        while (true)
        {
            try
            {
                return await Open(tight.Address, from);
            }
            catch (WebSocketException)
            {
                Stop.ThrowIfCancellationRequested();
            }
        }
    }

    private static async Task<ClientWebSocket> Open(string address, string from, CookieContainer? cookies = null)
    {
        var socket = new ClientWebSocket();
        var handler = Handler(from);
        if (cookies is not null)
            handler.CookieContainer = cookies;
        handler.UseCookies = cookies is not null;
        await socket.ConnectAsync(Circuit(address), new HttpMessageInvoker(handler), Stop);
        return socket;
    }

    private static Uri Circuit(string address) => new(address.Replace("http", "ws", StringComparison.Ordinal) + "_blazor");

    private static SocketsHttpHandler Handler(string from) => Loopback.From(from);

    private static HttpClient From(string from) => new(Handler(from));

    /// <summary>Few places, for all tests of the class.</summary>
    public sealed class TightApp : TestApp
    {
        public TightApp()
            : base(
                new Dictionary<string, string>
                {
                    ["Limits:Circuits"] = "3",
                    ["Limits:CircuitsPerAddress"] = "2",
                    ["environment"] = "Production",
                }
            ) => Started();
    }

    // Says no length, and goes on and on.
    private sealed class Endless : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            try
            {
                for (var n = 0; n < 64; n++)
                    await stream.WriteAsync(new byte[32 * 1024]);
            }
            catch (IOException)
            {
                // The server reads no further.
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
