using Microsoft.Playwright;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>A key that is held, as by an elbow or in thought, is one press.</summary>
public sealed partial class DeskPressesBrowserTests
{
    [Fact]
    public async Task Key_ThatIsHeld_SavesOneCellAndTakesBackOneRevision()
    {
        var page = await Desk("more-18");
        var before = Site.App.Casebook.Revision;
        foreach (var key in new[] { "s", "w" })
            await page.Keyboard.PressAsync(key);
        await page.Keyboard.DownAsync("Control");
        await page.Keyboard.DownAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).Not.ToContainTextAsync("(18)");
        await page.Locator("[data-ready]").WaitForAsync();
        var next = page.Url;
        await Again("Enter");
        await page.Keyboard.UpAsync("Control");
        Assert.Equal((next, before + 1), (page.Url, Site.App.Casebook.Revision));

        await page.Keyboard.DownAsync("Backspace");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Taken back");
        await Again("Backspace");
        Assert.Equal((next, before + 2), (page.Url, Site.App.Casebook.Revision));
        Assert.Null(Of("more-18"));

        // So it is by the button that goes on, which keeps the focus on the page that comes.
        await page.Locator("[data-save-on]").FocusAsync();
        await page.Keyboard.DownAsync("Enter");
        await Assertions.Expect(page).Not.ToHaveURLAsync(next);
        await page.Locator("[data-ready]").WaitForAsync();
        next = page.Url;
        await page.Locator("[data-save-on]").FocusAsync();
        await Again("Enter");
        Assert.Equal((next, before + 2), (page.Url, Site.App.Casebook.Revision));
        await page.Context.CloseAsync();

        Task Again(string key) => GoOnHolding(page, key);
    }

    [Fact]
    public async Task Key_ThatIsHeldWhileThePageOrTheFieldComes_IsNoPressThere()
    {
        var page = await Desk("more-19");
        var field = page.Locator("[name='quotations.1.exact']");
        await page.Keyboard.DownAsync("+");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await GoOnHolding(page, "+");
        await page.Keyboard.DownAsync("a"); // what is begun in a field is typed
        for (var n = 0; n < 2; n++)
            await page.Keyboard.DownAsync("a");
        await page.Keyboard.UpAsync("a");
        await Assertions.Expect(field).ToHaveValueAsync("aaa");
        await Assertions.Expect(page.Locator("textarea[name$='.exact']")).ToHaveCountAsync(2);

        // A begun cell is gone on from at once; the letter of a save goes on when Ctrl is let go sooner.
        await page.Keyboard.DownAsync("Control");
        foreach (var (key, isLater) in new[] { ("Enter", false), ("s", true) })
        {
            if (isLater)
                await page.FocusAsync("[name=note]");
            var was = page.Url;
            await page.Keyboard.DownAsync(key);
            if (!isLater)
                await Assertions.Expect(page).Not.ToHaveURLAsync(was);
            await page.Locator("[data-ready]").WaitForAsync();
            was = page.Url;
            if (isLater)
            {
                await page.Keyboard.UpAsync("Control");
                await page.FocusAsync("[name=note]");
            }
            await GoOnHolding(page, key);
            Assert.Equal(was, page.Url);
        }
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Escape");

        foreach (var key in new[] { "[", "j" })
        {
            var was = page.Url;
            await page.Keyboard.DownAsync(key);
            await Assertions.Expect(page).Not.ToHaveURLAsync(was);
            await page.Locator("[data-ready]").WaitForAsync();
            was = page.Url;
            await GoOnHolding(page, key);
            Assert.Equal(was, page.Url);
        }

        // Along a list one moves as long as the key is held, and to the page that is chosen there it is a new press.
        await page.OpenLive($"{Site.App.Address}/search?q=rare");
        await page.Locator("[data-item]").Nth(3).WaitForAsync();
        for (var n = 0; n < 3; n++)
            await page.Keyboard.DownAsync("j");
        await Assertions.Expect(page.Locator("[data-item]").Nth(2)).ToBeFocusedAsync();
        await page.Keyboard.UpAsync("j");
        await page.Context.CloseAsync();
    }

    // A keyboard repeats a key that is down until it is up.
    private static async Task GoOnHolding(IPage page, string key)
    {
        for (var n = 0; n < 4; n++)
        {
            await page.Keyboard.DownAsync(key);
            await page.Answered();
            await page.TwoFrames();
        }
        await page.Keyboard.UpAsync(key);
    }
}
