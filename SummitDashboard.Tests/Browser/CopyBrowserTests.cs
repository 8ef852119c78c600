using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Copying where a browser keeps the clipboard from pages, as over plain HTTP.</summary>
public sealed class CopyBrowserTests(Browser browser, ShellBrowserTests.Site site) : IClassFixture<ShellBrowserTests.Site>
{
    private const string PlainHttp = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });";

    [Theory]
    [InlineData(PlainHttp)]
    [InlineData("Clipboard.prototype.writeText = () => Promise.reject(new Error('not allowed'));")]
    public async Task Copy_WithoutTheClipboard_CopiesTheOldWay(string browserWay)
    {
        var page = await Open(browserWay);
        await page.ClickAsync("[data-copy=permalink]");
        await Assertions.Expect(page.Locator("#announcer")).ToHaveTextAsync("Copied.");
        await page.EvaluateAsync("document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' }))");
        await page.FocusAsync("#pasted");
        await page.Keyboard.PressAsync("Control+V");
        await Assertions.Expect(page.Locator("#pasted")).ToHaveValueAsync((await page.Locator("#permalink").TextContentAsync())!);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Copy_ThatIsNotLet_LaysTheWordsOutSelected()
    {
        var page = await Open(PlainHttp + "document.execCommand = () => false;");
        await page.ClickAsync("[data-copy=citation]");
        var field = page.Locator("dialog.copy textarea");
        await Assertions.Expect(field).ToBeFocusedAsync();
        var citation = (await page.Locator("#citation").TextContentAsync())!.Trim();
        Assert.Equal(citation, await field.EvaluateAsync<string>("f => f.value.slice(f.selectionStart, f.selectionEnd)"));
        await Assertions.Expect(page.Locator("dialog.copy")).ToContainTextAsync("press Ctrl C");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.copy")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Open(string browserWay)
    {
        var (page, _) = await browser.Page();
        await page.AddInitScriptAsync(browserWay);
        await page.OpenLive(site.App.Address + Urls.Claim(site.App.Casebook.Claims[0]));
        await page.ClickAsync("details.menu summary:has-text('Cite')");
        return page;
    }
}
