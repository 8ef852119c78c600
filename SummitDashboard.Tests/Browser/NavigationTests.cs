using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

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
        Assert.Equal(site.App.Casebook.Claims.OrderBy(c => site.App.Casebook.Head.Themes.ToList().FindIndex(t => t.Key == c.Theme)).First().Question, await page.Locator("h1").InnerTextAsync());
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
    public async Task Timeline_ArrowKeys_StepThroughEventsOnlyInsideIt()
    {
        var (page, _) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.Event(site.App.Casebook.Events[5]));
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Contains(site.App.Casebook.Events[5].Slug, page.Url);
        await page.Locator("[data-arrows] a").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync(url => url.Contains(site.App.Casebook.Events[6].Slug, StringComparison.Ordinal));
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
            var ring = await page.EvaluateAsync<string>("(e => e === document.body ? 'solid' : getComputedStyle(e).outlineStyle + ' ' + e.outerHTML.slice(0, 80))(document.activeElement)");
            Assert.StartsWith("solid", ring);
        }
        await page.Context.CloseAsync();
    }
}
