using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>What a circuit may read follows from who opened its connection, whoever was given the page.</summary>
public sealed class CircuitRightsTests
{
    private const string Words = "Nobody else was there";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Circuit_OfAPageThatSomebodySignedInWasGiven_ReadsAsItsOwnConnectionMay()
    {
        using var folder = new TempFolder();
        using var app = Serve(folder, "signed-in");
        await app.Person("Pia", AccountRole.Presenter);
        using var pia = await new LiveTalk(app).SignedIn("Pia");
        var url = app.Address + "/" + Urls.Reader(app.Casebook.Sources.Single(s => s.Slug == "first"));
        var page = await RawCircuit.Read(pia.Client, url, Stop);
        var cookies = pia.Cookies.GetCookieHeader(new(app.Address));

        Assert.Contains(Words, await Drawn(page, cookies), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await Drawn(page, null), StringComparison.Ordinal);
        await pia.SignOut();
        Assert.DoesNotContain(Words, await Drawn(page, cookies), StringComparison.Ordinal);
    }

    [Theory, InlineData("local", true), InlineData("signed-in", false)]
    public async Task Circuit_OfTheMachineItself_ReadsWhereThatIsEnough(string access, bool isEnough)
    {
        using var folder = new TempFolder();
        using var app = Serve(folder, access);
        using var http = new HttpClient();
        var page = await RawCircuit.Read(http, app.Address + "/" + Urls.Reader(app.Casebook.Sources.Single(s => s.Slug == "first")), Stop);
        Assert.Equal(isEnough, (await Drawn(page, null)).Contains(Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Circuit_ThatNeverSaysThatItHasDrawn_EndsWithItsSignIn()
    {
        using var folder = new TempFolder();
        using var app = Serve(folder, "signed-in");
        await app.Person("Pia", AccountRole.Presenter);
        using var pia = await new LiveTalk(app).SignedIn("Pia");
        var page = await RawCircuit.Read(pia.Client, app.Address + "/" + Urls.Sources, Stop);
        using var connections = new HttpMessageInvoker(Loopback.From("127.0.0.1"));
        await using var circuit = await RawCircuit.Open(page, connections, pia.Cookies.GetCookieHeader(new(app.Address)), Stop);
        circuit.Acknowledges = false;
        await circuit.Live.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        await pia.SignOut();
        await circuit.Stopped.WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Circuit_TakenUpUnderAnotherSignInThanItWasBegun_Ends(bool wasSignedIn)
    {
        using var folder = new TempFolder();
        using var app = Serve(folder, "signed-in");
        await app.Person("Pia", AccountRole.Presenter);
        using var pia = await new LiveTalk(app).SignedIn("Pia");
        using var http = new HttpClient();
        var own = pia.Cookies.GetCookieHeader(new(app.Address));
        var page = await RawCircuit.Read(wasSignedIn ? pia.Client : http, app.Address + "/help", Stop);
        using var connections = new HttpMessageInvoker(Loopback.From("127.0.0.1"));
        string secret;
        await using (var begun = await RawCircuit.Open(page, connections, wasSignedIn ? own : null, Stop))
        {
            await begun.Live.WaitAsync(TimeSpan.FromSeconds(30), Stop);
            secret = await begun.Secret.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        }
        using var others = new HttpMessageInvoker(Loopback.From("127.0.0.1")); // without the cookies of the first
        await using var circuit = await RawCircuit.TakeUp(page, secret, others, wasSignedIn ? null : own, Stop);
        await circuit.Go(app.Address + "/" + Urls.Reader(app.Casebook.Sources.Single(s => s.Slug == "first")));
        await circuit.Stopped.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        Assert.DoesNotContain(Words, circuit.Received, StringComparison.Ordinal);
    }

    private static TestApp Serve(TempFolder folder, string access)
    {
        var seeds = SmallCasebook.Write(folder);
        return new TestApp(
            new Dictionary<string, string>
            {
                ["Casebook:Folder"] = seeds,
                ["Casebook:Texts"] = Path.Combine(folder.Path, "texts"),
                ["Access:Texts"] = access,
            }
        ).Started();
    }

    private static async Task<string> Drawn(RawCircuit.Page page, string? cookies)
    {
        using var connections = new HttpMessageInvoker(Loopback.From("127.0.0.1"));
        await using var circuit = await RawCircuit.Open(page, connections, cookies, Stop);
        await circuit.Live.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        return circuit.Received;
    }
}
