using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Shell.Casebooks;
using SummitDashboard.Tests.Support;

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
    public async Task Circuit_OfAPage_ComesByOneSocket()
    {
        var (page, console) = await browser.Page();
        var sockets = 0;
        page.WebSocket += (_, _) => sockets++;
        await page.OpenLive(site.App.Address + "/");
        Assert.Equal(1, sockets);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_ForWhichThereIsNoPlace_SaysSoAndIsRead()
    {
        using var app = new TestApp(new Dictionary<string, string> { ["Limits:Circuits"] = "1" }).Started();
        var (first, _) = await browser.Page();
        await first.OpenLive(app.Address + "/");
        var (second, _) = await browser.Page();
        await second.GotoAsync(app.Address + "/");
        await Assertions.Expect(second.GetByText("So many pages are open here")).ToBeVisibleAsync();
        await Assertions.Expect(second.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await Assertions.Expect(second.Locator("h1")).ToBeVisibleAsync();
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
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
        await page.AddInitScriptAsync(
            "const real = WebSocket; window.WebSocket = function (url, protocols) { return new real(new URL('/nowhere', location), "
                + "protocols); };"
        );
        var polled = page.WaitForRequestAsync(request =>
            request.Url.Contains("/_blazor?id=", StringComparison.Ordinal) && request.Method == "POST"
        );
        var claim = site.App.Casebook.Claims[3];
        await page.OpenLive(site.App.Address + Urls.Claim(claim));
        await polled;
        var next = await page.Locator("[data-key=j]").EvaluateAsync<string>("a => a.href");
        await page.Keyboard.PressAsync("j"); // the circuit goes on to another page
        await Assertions.Expect(page).ToHaveURLAsync(next);
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(claim.Question);
        await Assertions.Expect(page.Locator("main[data-live]")).ToBeAttachedAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [
        InlineData("delete window.WebSocket"),
        InlineData("window.WebSocket = function () { throw new DOMException('blocked', 'SecurityError'); }")
    ]
    public async Task Circuit_WhereThereAreNoSockets_IsReachedByPolling(string script)
    {
        var (page, _) = await browser.Page();
        await page.AddInitScriptAsync(script);
        await page.OpenLive(site.App.Address + Urls.Claim(site.App.Casebook.Claims[0]));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Filter_TypedBeforeTheCircuit_IsKeptWithItsFocus()
    {
        var (page, _) = await browser.Page();
        var go = await page.HeldCircuit();
        await page.GotoAsync(site.App.Address + "/timeline", new() { WaitUntil = WaitUntilState.Commit });
        await page.ClickAsync("main [name=from]");
        await page.Keyboard.TypeAsync("202");
        go.SetResult();
        await page.Interactive();
        await page.Keyboard.TypeAsync("4-06");
        await Assertions.Expect(page.Locator("main [name=from]:focus")).ToHaveValueAsync("2024-06");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_TypedBeforeTheCircuit_IsKept()
    {
        using var app = TestApp.With();
        var (page, _) = await browser.Editor(app);
        var go = await page.HeldCircuit();
        await page.GotoAsync(app.Address + Urls.Edit(app.Casebook.Claims[0]), new() { WaitUntil = WaitUntilState.Commit });
        var field = page.Locator("[data-draft] [name=statement]");
        await field.FillAsync("Typed early.");
        go.SetResult();
        await page.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(field).ToHaveValueAsync("Typed early.");
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(text => text.includes('Typed early.'))"); // as a draft
        await page.ReloadAsync();
        await Assertions.Expect(field).ToHaveValueAsync("Typed early.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Form_OpenedAndNotTypedIn_KeepsNoDraft()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        var (claim, source, actor, happening) = (
            app.Casebook.Claims[0],
            app.Casebook.Sources[0],
            app.Casebook.Actors[0],
            app.Casebook.Events[^1]
        );
        foreach (
            var url in new[]
            {
                Urls.Code(claim, source),
                Urls.New(ItemKind.Claim),
                Urls.New(ItemKind.Source),
                Urls.Edit(claim),
                Urls.Edit(source),
                Urls.Edit(actor),
                Urls.Edit(happening),
                Urls.Edit(app.Casebook.Head),
                Urls.EditPart(happening, "mention", 0),
                Urls.EditPart(actor, "statement"),
                Urls.Grade(source),
                Urls.Grade(source, claim),
            }
        )
        {
            await page.OpenForm(app.Address + url);
            await page.TwoFrames(); // what was typed early is told when the form is ready
            Assert.Equal(
                (url, ""),
                (url, await page.EvaluateAsync<string>("Object.keys(localStorage).filter(key => key.startsWith('draft:')).join()"))
            );
        }
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Choice_MadeBeforeTheCircuit_IsKept()
    {
        using var app = TestApp.With();
        var (page, _) = await browser.Editor(app);
        var go = await page.HeldCircuit();
        await page.GotoAsync(app.Address + Urls.Edit(app.Casebook.Claims[0]), new() { WaitUntil = WaitUntilState.Commit });
        var field = page.Locator("[data-draft] select[name=theme]");
        var other = await field.EvaluateAsync<string>("s => [...s.options].find(o => !o.selected && o.value).value");
        await field.SelectOptionAsync(other);
        go.SetResult();
        await page.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(field).ToHaveValueAsync(other);
        await page.WaitForFunctionAsync(
            """
            other => Object.entries(localStorage)
              .filter(([key]) => key.startsWith('draft:'))
              .map(([, text]) => JSON.parse(text))
              .some(draft => (draft.typed?.theme ?? draft.fields?.theme) === other)
            """,
            other
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Circuit_ThatEndsInAnError_IsSaidWithAWayOn()
    {
        using var app = new FailingApp();
        app.Started();
        var (page, _) = await browser.Page();
        await page.GotoAsync(app.Address + "/timeline");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("this page stopped");
        app.Fails = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "Open it again" }).ClickAsync();
        await page.Interactive();
        Assert.EndsWith("/timeline", page.Url);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_WhoseServerWasRestarted_IsOpenedAgainWhereItWas()
    {
        using var folder = new TempFolder();
        var app = TestApp.At(folder.Sub("data"));
        var (address, port) = (app.Address, new Uri(app.Address).Port);
        var (page, _) = await browser.Page();
        await page.OpenLive(address + "/timeline?event=un-veto-march");
        app.Dispose();
        await Assertions.Expect(page.GetByText("The connection to the server was lost.")).ToBeVisibleAsync();
        using var again = TestApp.At(folder.Sub("data"), port);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open this page again" }).ClickAsync();
        await page.Interactive();
        Assert.Equal(address + "/timeline?event=un-veto-march", page.Url);
        await page.Context.CloseAsync();
    }

    // An app whose circuits end as they begin.
    private sealed class FailingApp : TestApp
    {
        public bool Fails { get; set; } = true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services =>
                services.AddSingleton<ConfigureCasebook>(casebook => casebook.AddSingleton<CircuitHandler>(new Failing(this)))
            );
        }

        private sealed class Failing(FailingApp app) : CircuitHandler
        {
            public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) =>
                app.Fails ? throw new InvalidOperationException("A circuit that fails.") : Task.CompletedTask;
        }
    }
}
