using Microsoft.Playwright;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>A key that is held, as by an elbow or in thought, is one press.</summary>
public sealed partial class DeskPressesBrowserTests
{
    [Fact]
    public async Task Key_ThatIsHeld_SavesOneCellAndTakesBackOneRevision()
    {
        var (page, _) = await Open("more-18");
        var before = site.App.Casebook.Revision;
        foreach (var key in new[] { "s", "w" })
            await page.Keyboard.PressAsync(key);
        await page.Keyboard.DownAsync("Control");
        await page.Keyboard.DownAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).Not.ToContainTextAsync("(18)");
        await page.Locator("[data-ready]").WaitForAsync();
        var next = page.Url;
        await Again("Enter");
        await page.Keyboard.UpAsync("Control");
        Assert.Equal((next, before + 1), (page.Url, site.App.Casebook.Revision));

        await page.Keyboard.DownAsync("Backspace");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Taken back");
        await Again("Backspace");
        Assert.Equal((next, before + 2), (page.Url, site.App.Casebook.Revision));
        Assert.Null(Of("more-18"));

        // So it is by the button that goes on, which keeps the focus on the page that comes.
        await page.Locator("[data-save-on]").FocusAsync();
        await page.Keyboard.DownAsync("Enter");
        await Assertions.Expect(page).Not.ToHaveURLAsync(next);
        await page.Locator("[data-ready]").WaitForAsync();
        next = page.Url;
        await page.Locator("[data-save-on]").FocusAsync();
        await Again("Enter");
        Assert.Equal((next, before + 2), (page.Url, site.App.Casebook.Revision));
        await page.Context.CloseAsync();

        // A keyboard repeats a key that is down until it is up.
        async Task Again(string key)
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
}
