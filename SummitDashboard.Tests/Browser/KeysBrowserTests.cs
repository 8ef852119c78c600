using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Single keys on keyboards of other scripts, and while a word is being composed.</summary>
public sealed class KeysBrowserTests(Browser browser, ShellBrowserTests.Site site) : IClassFixture<ShellBrowserTests.Site>
{
    private const string Press =
        "([key, code, more]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, "
        + "cancelable: true, ...more }))";

    [Fact]
    public async Task Stage_OnAnyLayout_TakesTheLetterOrElseItsPlace()
    {
        var (page, _) = await browser.Page();
        await page.GotoAsync(site.App.Address + Urls.Stage(site.App.Casebook.Talks[0].Slug));
        await page.Locator("body[data-ready]").WaitForAsync();
        var black = page.Locator("main.stage.blank");
        // Russian, Greek, Korean, Arabic (one key, two letters), Hebrew; AZERTY and Dvorak have Latin letters at other places, and those
        // count.
        foreach (
            var (key, code) in new[]
            {
                ("и", "KeyB"),
                ("β", "KeyB"),
                ("ㅠ", "KeyB"),
                ("لا", "KeyB"),
                ("נ", "KeyB"),
                ("И", "KeyB"),
                ("b", "KeyN"),
                ("B", "KeyN"),
                ("ю", "Period"),
            }
        )
        {
            await page.EvaluateAsync(Press, new object[] { key, code, new { } });
            Assert.True(await black.CountAsync() == 1, $"{key} at {code}");
            await page.Keyboard.PressAsync("b");
            await Assertions.Expect(black).ToHaveCountAsync(0);
        }
        foreach (
            var (key, code, more) in new (string, string, object)[]
            {
                ("и", "KeyB", new { isComposing = true }),
                ("ㅠ", "KeyB", new { keyCode = 229 }),
                ("Process", "KeyB", new { }),
                ("Dead", "KeyB", new { }),
                ("”", "KeyB", new { modifierAltGraph = true }),
                ("β", "KeyB", new { modifierAltGraph = true }),
                ("и", "KeyB", new { ctrlKey = true }),
                ("и", "KeyB", new { altKey = true }),
                ("x", "KeyB", new { }),
                ("ß", "KeyB", new { }),
                ("é", "Digit2", new { }),
                ("'", "KeyQ", new { }),
                ("№", "Digit3", new { shiftKey = true }),
            }
        )
        {
            await page.EvaluateAsync(Press, new object[] { key, code, more });
            Assert.True(await black.CountAsync() == 0, $"{key} at {code}");
        }
        await Assertions.Expect(page.Locator(".count")).ToHaveTextAsync("1 / 16"); // and none of them began a number
        await page.EvaluateAsync(Press, new object[] { "٧", "Digit7", new { } });
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".count")).ToHaveTextAsync("7 / 16");
        await page.EvaluateAsync("localStorage.setItem('keys', 'off')");
        await page.EvaluateAsync(Press, new object[] { "и", "KeyB", new { } });
        await page.Keyboard.PressAsync("b");
        Assert.Equal(0, await black.CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_OnAnotherLayout_GoesOnByItsPlaceAndOpensTheKeysByTheSign()
    {
        var (page, _) = await browser.Page();
        var claims = site.App.Casebook.Claims;
        await page.OpenLive(site.App.Address + Urls.Claim(claims[0]));
        await page.EvaluateAsync(Press, new object[] { "j", "KeyC", new { isComposing = true } });
        await page.EvaluateAsync(Press, new object[] { "о", "KeyJ", new { } });
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(claims[0].Question);
        await page.EvaluateAsync(Press, new object[] { "?", "Digit7", new { shiftKey = true } }); // where Russian keyboards have it
        await Assertions.Expect(page.Locator("dialog.keys")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
