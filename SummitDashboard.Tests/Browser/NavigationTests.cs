using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Moving about: with scripting off, by keyboard, back and forward.</summary>
public sealed class NavigationTests(Browser browser, ShellBrowserTests.Site site) : IClassFixture<ShellBrowserTests.Site>
{
    [Fact]
    public async Task Pages_ScriptingOff_AreReachedAndReadThroughLinks()
    {
        var (page, _) = await browser.Page(new() { JavaScriptEnabled = false });
        await page.GotoAsync(site.App.Address + "/");
        foreach (var name in new[] { "Timeline", "Claims", "Actors", "Sources", "Help", "Overview" })
        {
            await page.Locator("header nav").GetByText(name, new() { Exact = true }).ClickAsync();
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.NotEqual("", await page.TitleAsync());
        }
        await page.Locator("td a").First.ClickAsync(); // a cell of the matrix
        Assert.Equal(
            site.App.Casebook.Claims.OrderBy(c => site.App.Casebook.Head.Themes.ToList().FindIndex(t => t.Key == c.Theme)).First().Question,
            await page.Locator("h1").InnerTextAsync()
        );
        await page.Context.CloseAsync();
    }

    [Theory, InlineData("click"), InlineData("form")]
    public async Task Page_LeftWhileItsCircuitStarts_IsLeft(string by)
    {
        var (page, console) = await browser.Page();
        // A slow line: what the server says is held back until the page has been left.
        var (held, begun, isHeld) = (new ConcurrentQueue<Action>(), new TaskCompletionSource(), true);
        await page.RouteWebSocketAsync(new Regex("/_blazor"), socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                void Pass()
                {
                    if (frame.Binary is { } bytes)
                        socket.Send(bytes);
                    else
                        socket.Send(frame.Text!);
                }
                // The answer to the greeting is let through: then the page asks for its circuit.
                if (!isHeld || begun.Task.IsCompleted is false && held.IsEmpty && frame.Binary is { Length: < 10 })
                    Pass();
                else
                    held.Enqueue(Pass);
                if (!held.IsEmpty)
                    begun.TrySetResult();
            });
        });
        await page.GotoAsync(site.App.Address + "/" + Urls.Claims);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        if (by == "click")
            await page.Locator("header nav").GetByText("Timeline", new() { Exact = true }).ClickAsync();
        else
            await page.SelectOptionAsync("select[name=theme]", new SelectOptionValue { Index = 1 });
        await Microsoft.Playwright.Assertions.Expect(page).ToHaveURLAsync(new Regex(by == "click" ? "/timeline$" : "theme="));
        isHeld = false;
        while (held.TryDequeue(out var pass))
            pass();
        await page.Interactive();
        if (by == "click")
            await Microsoft.Playwright.Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync("Claims");
        else
            await Microsoft.Playwright.Assertions.Expect(page.Locator("select[name=theme]")).Not.ToHaveValueAsync("");
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Claims_KeysJAndK_MoveOnAndBackAndHistoryFollows()
    {
        var (page, console) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.Claim(site.App.Casebook.Claims[3]));
        var first = await page.Locator("h1").InnerTextAsync();
        await page.Keyboard.PressAsync("j");
        await Microsoft.Playwright.Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(first);
        await Microsoft.Playwright.Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        var second = await page.Locator("h1").InnerTextAsync();
        await page.Keyboard.PressAsync("k");
        await Microsoft.Playwright.Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(first);
        await page.GoBackAsync();
        await Microsoft.Playwright.Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(second);
        await page.GoForwardAsync();
        await Microsoft.Playwright.Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(first);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_SwitchedOff_DoNothing()
    {
        var (page, _) = await browser.Page();
        await page.AddInitScriptAsync("localStorage.setItem('keys', 'off')");
        await page.OpenLive(site.App.Address + Urls.Claim(site.App.Casebook.Claims[3]));
        var before = page.Url;
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("?");
        await page.TwoFrames();
        Assert.Equal(before, page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Navigation_SourcesChosen_GoAlongToThePagesThatShowThem()
    {
        var (page, console) = await browser.Page();
        await page.OpenLive(site.App.Address + "/?sources=Tu,Wy");
        foreach (var name in new[] { "Timeline", "Claims", "Actors", "Sources", "Reliability", "Overview" })
        {
            var link = page.Locator("header nav").GetByText(name, new() { Exact = true });
            await link.ClickAsync();
            await Microsoft.Playwright.Assertions.Expect(link).ToHaveAttributeAsync("aria-current", "page");
            Assert.EndsWith("?sources=Tu,Wy", page.Url);
        }
        Assert.Equal(Urls.Talks, await page.Locator("header nav").GetByText("Present", new() { Exact = true }).GetAttributeAsync("href"));
        await page.ClickAsync("header .brand");
        await Microsoft.Playwright.Assertions.Expect(page.Locator("header nav a").First).ToHaveAttributeAsync("href", Urls.Overview);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/claims/{claim}", "Claims")]
    [InlineData("/sources/{source}/text", "Sources")]
    [InlineData("/?sources={siglum}", "Overview")]
    public async Task Navigation_PageBelow_MarksItsRoomAlone(string path, string name)
    {
        var (page, _) = await browser.Page(new() { JavaScriptEnabled = false });
        var (claim, source) = (site.App.Casebook.Claims[0], site.App.Casebook.Sources[0]);
        await page.GotoAsync(
            site.App.Address + path.Replace("{claim}", claim.Slug).Replace("{source}", source.Slug).Replace("{siglum}", source.Siglum)
        );
        Assert.Equal([name], await page.Locator("header nav [aria-current=page]").AllInnerTextsAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_QuestionMark_ListsThemOverThePageAndGivesTheFocusBack()
    {
        var (page, console) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.Claim(site.App.Casebook.Claims[3]));
        var before = page.Url;
        var button = page.Locator("details.menu > summary").First;
        await button.FocusAsync();
        await page.Keyboard.PressAsync("?");
        var dialog = page.GetByRole(Microsoft.Playwright.AriaRole.Dialog, new() { Name = "Keys" });
        await Microsoft.Playwright.Assertions.Expect(dialog).ToBeVisibleAsync();
        await Microsoft.Playwright.Assertions.Expect(dialog.Locator("[data-keys-switch]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Escape");
        await Microsoft.Playwright.Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Microsoft.Playwright.Assertions.Expect(button).ToBeFocusedAsync();
        Assert.Equal(before, page.Url);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_ButtonWithScriptingOff_LeadsToThemOnTheHelpPage()
    {
        var (page, _) = await browser.Page(new() { JavaScriptEnabled = false });
        await page.GotoAsync(site.App.Address + "/claims");
        await page.ClickAsync("header a[data-key='?']");
        Assert.EndsWith("/help#keys", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Menu_Open_ClosesOnEscapeOnAClickElsewhereAndWhenTheFocusLeaves()
    {
        var (page, _) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.Claim(site.App.Casebook.Claims[3]));
        var menu = page.Locator("details.menu").First;
        var button = menu.Locator("summary");
        foreach (var leave in new[] { "Escape", "click", "Tab" })
        {
            await button.ClickAsync();
            await Microsoft.Playwright.Assertions.Expect(menu).ToHaveAttributeAsync("open", "");
            if (leave == "click")
                await page.Locator("h1").ClickAsync();
            else if (leave == "Escape")
                await page.Keyboard.PressAsync("Escape");
            else
                for (var stop = await menu.Locator("a, button, input").CountAsync(); stop >= 0; stop--)
                    await page.Keyboard.PressAsync("Tab");
            await Microsoft.Playwright.Assertions.Expect(menu).Not.ToHaveAttributeAsync("open", "");
            if (leave == "Escape")
                await Microsoft.Playwright.Assertions.Expect(button).ToBeFocusedAsync();
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Menu_OpenedBeforeTheCircuitStarts_StaysOpenWhenItDoes()
    {
        var (page, _) = await browser.Page();
        var gate = new TaskCompletionSource();
        await page.RouteAsync("**/_framework/blazor.web*.js", async route =>
        {
            await gate.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(site.App.Address + "/claims", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        var menu = page.Locator("details.menu").First;
        await menu.Locator("summary").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(menu).ToHaveAttributeAsync("open", "");
        gate.SetResult();
        await page.Interactive();
        await Microsoft.Playwright.Assertions.Expect(menu).ToHaveAttributeAsync("open", "");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Timeline_ArrowKeys_StepThroughEventsOnlyInsideIt()
    {
        var (page, _) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.Event(site.App.Casebook.Events[5]));
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Contains(site.App.Casebook.Events[5].Slug, page.Url);
        await page.Locator("[data-arrows] a").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(site.App.Casebook.Events[6].Slug));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Focus_MovedByTab_IsSeenOnEveryStop()
    {
        var (page, _) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.Claim(site.App.Casebook.Claims[0]));
        for (var stop = 0; stop < 40; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var ring = await page.EvaluateAsync<string>(
                "(e => e === document.body ? 'solid' : getComputedStyle(e).outlineStyle + ' ' + e.outerHTML.slice(0, "
                    + "80))(document.activeElement)"
            );
            Assert.StartsWith("solid", ring);
        }
        await page.Context.CloseAsync();
    }
}
