using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Tables;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>A number of a table shows what was counted further down, to the keyboard too.</summary>
public sealed class TablesBrowserTests(Browser browser)
{
    [Theory]
    [InlineData("citations", "#cell-head")]
    [InlineData("silence", "#claims-head")]
    public async Task Number_FollowedByKey_LeadsToItsPassagesAndBackToIt(string table, string head)
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Page();
        await page.OpenLive($"{app.Address}/tables/{table}");
        var numbers = page.Locator($"main td a[href$='#{TablesQuery.Opened}']");
        var (first, next) = (numbers.Nth(0), numbers.Nth(1));
        await Follow(first);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(1, await page.Locator($"#{TablesQuery.Opened} a:focus").CountAsync());
        // Of one that is open already too.
        await Follow(first);
        await Follow(next);
        await page.GoBackAsync();
        await Assertions.Expect(next).ToBeFocusedAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/tables/{table}$"));
        await Assertions.Expect(first).ToBeFocusedAsync();
        Assert.Empty(console);
        await page.Context.CloseAsync();

        async Task Follow(ILocator number)
        {
            var href = (await number.GetAttributeAsync("href"))!;
            await number.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(href) + "$"));
            await Assertions.Expect(page.Locator(head)).ToBeFocusedAsync();
        }
    }
}
