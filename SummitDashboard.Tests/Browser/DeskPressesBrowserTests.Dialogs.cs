using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What opens over the desk takes the keys from the press on that opens it, and leaves none to the cell behind.</summary>
public sealed partial class DeskPressesBrowserTests
{
    [Fact]
    public async Task Dialogs_TypedIntoSoonerThanTheirScriptIsThere_GetEveryKeyAndTheCellNone()
    {
        var (page, held) = await Open("more-11");
        // A cell in which nothing was typed is passed over, and that is said.
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/(?!more-11)"));
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Nothing was typed, and nothing is saved");

        var (search, keys) = (new TaskCompletionSource(), new TaskCompletionSource());
        foreach (var (file, go) in new[] { ("**/quick*.js", search), ("**/help*", keys) })
            await page.RouteAsync(file, async route =>
            {
                await go.Task;
                await route.ContinueAsync();
            });
        await page.GotoAsync($"{Site.App.Address}/claims/more-11/code/second", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.Locator("[data-ready]").WaitForAsync();
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        var (box, field) = (page.Locator("#quick"), page.Locator("#quick input"));
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("hadr1");
        await Assertions.Expect(field).ToHaveValueAsync("hadr1");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(box).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("h");
        await CellIs("hedges");

        // Where the focus is on nothing in it, keys are no more the page’s.
        await page.Keyboard.PressAsync("Control+k");
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(box).ToBeHiddenAsync();
        await CellIs("hedges");

        // On a slow line each key goes where it was meant to: what comes before Ctrl K to the cell.
        held.Hold();
        foreach (var key in new[] { "a", "g" })
            await page.Keyboard.PressAsync(key);
        await page.Keyboard.TypeAsync("So.");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("dp");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("timel");
        held.Pass();
        await Assertions.Expect(field).ToHaveValueAsync("timel");
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("So.");
        await CellIs("asserts");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape"); // leaves the field

        // The list of keys too is there at once, and is not opened again when it comes late.
        foreach (var isClosed in new[] { false, true })
        {
            await page.Keyboard.PressAsync("?");
            await Assertions.Expect(page.Locator("dialog.keys")).ToBeVisibleAsync();
            foreach (var key in new[] { "d", "1" })
                await page.Keyboard.PressAsync(key);
            if (isClosed)
                keys.SetResult();
            else
                await page.Keyboard.PressAsync("Escape");
        }
        await Assertions.Expect(page.Locator("dialog.keys [data-keys-switch]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dialog.keys h2")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.keys")).ToHaveCountAsync(0);
        await CellIs("asserts");

        // What chooses waits for what there is to choose from.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("timeline");
        await page.Keyboard.PressAsync("Enter");
        search.SetResult();
        await Assertions.Expect(page).ToHaveURLAsync(Site.App.Address + "/timeline");
        await page.Context.CloseAsync();

        async Task CellIs(string stance)
        {
            await Assertions.Expect(page.Locator($"[name=stance][value={stance}]")).ToBeCheckedAsync();
            await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync("");
        }
    }
}
