using Microsoft.Playwright;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>How a page comes to its circuit (<c>circuit.js</c>).</summary>
public sealed class CircuitBrowserTests(Browser browser, CircuitBrowserTests.Site site) : IClassFixture<CircuitBrowserTests.Site>
{
    public sealed class Site : IDisposable
    {
        public TestApp App { get; } = TestApp.With();
        public void Dispose() => App.Dispose();
    }

    [Fact]
    public async Task Circuit_OfAPage_ComesByOneSocketOpenedWithoutAskingFirst()
    {
        var (page, console) = await browser.Page();
        List<string> asked = [], sent = [];
        var sockets = 0;
        page.Request += (_, request) => { if (request.Url.Contains("/_blazor", StringComparison.Ordinal)) asked.Add(request.Url); };
        page.WebSocket += (_, socket) =>
        {
            sockets++;
            socket.FrameSent += (_, frame) => { if (frame.Text is { } text) sent.Add(text); };
        };
        await page.OpenLive(site.App.Address + "/");
        Assert.Equal(1, sockets);
        Assert.Single(sent, text => text.Contains("blazorpack", StringComparison.Ordinal)); // said early, and not again
        Assert.Empty(asked); // sockets are not among Playwright's requests
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_WithoutACircuit_OpensNoSocket()
    {
        var (page, console) = await browser.Page();
        var sockets = 0;
        page.WebSocket += (_, _) => sockets++;
        await page.GotoAsync(site.App.Address + Urls.SignIn, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(0, sockets);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Circuit_WhereSocketsAreBlocked_IsReachedByPolling()
    {
        var (page, _) = await browser.Page();
        await page.AddInitScriptAsync("const real = WebSocket; window.WebSocket = function (url, protocols) { return new real(new URL('/nowhere', location), protocols); };");
        var polled = page.WaitForRequestAsync(request => request.Url.Contains("/_blazor?id=", StringComparison.Ordinal) && request.Method == "POST");
        await page.OpenLive(site.App.Address + "/claims/first-visit");
        await polled;
        var next = await page.Locator("[data-key=j]").EvaluateAsync<string>("a => a.href");
        await page.Keyboard.PressAsync("j"); // the circuit goes on to another page
        await Assertions.Expect(page).ToHaveURLAsync(next);
        await Assertions.Expect(page.Locator("h1")).Not.ToContainTextAsync("How rare");
        await Assertions.Expect(page.Locator("main[data-live]")).ToBeAttachedAsync();
        await page.Context.CloseAsync();
    }
}
