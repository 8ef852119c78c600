using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>A source’s place in the order of writing is seen among its neighbours, and never typed.</summary>
public sealed partial class WritingOrderBrowserTests(Browser browser)
{
    [Fact]
    public async Task NewSource_StandsWhereItsDateBelongsAndIsMovedByKeys()
    {
        using var app = TestApp.With();
        var page = (await browser.Editor(app)).Page;
        await page.OpenForm(app.Address + Urls.New(ItemKind.Source));
        await page.FillAsync("[name=name]", "A new one");
        await page.FillAsync("[name=siglum]", "Zz");
        await page.FillAsync("[name='written.value']", "2024-06-18");
        await page.Keyboard.PressAsync("Tab");
        await page.SelectOptionAsync("[name='written.basis']", "inferred");
        var rows = page.Locator(".place .ordered-row");
        await Assertions.Expect(rows.Nth(1)).ToHaveClassAsync(At()); // Br and Tu were written by then

        await rows.Nth(1).Locator("button").Last.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(rows.Nth(2)).ToHaveClassAsync(At());
        await Assertions.Expect(rows.Nth(2).Locator("button:focus")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("A new one");

        Assert.Equal(["Br", "Tu", "Ye", "Zz", "Al", "Wy"], app.Casebook.Sources.Select(s => s.Siglum));
        Assert.Equal([1, 1, 2, 3, 4, 4], app.Casebook.Sources.Select(s => s.Order));
        Assert.Equal(6, app.Casebook.Sources[3].Colour);

        // Whom it moved on is said to have moved, behind what was done.
        await page.GotoAsync(app.Address + Urls.History);
        await Assertions
            .Expect(page.Locator(".revisions li").First.Locator(".item"))
            .ToHaveTextAsync([new Regex("^A new one$"), new Regex(@" \(moved\)$"), new Regex(@" \(moved\)$")]);
        await page.GotoAsync(app.Address + Urls.Revision(app.Casebook.Revision));
        await Assertions.Expect(page.Locator(".change .chip")).ToHaveTextAsync(["added", "moved", "moved"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Place_DraggedByItsHandle_IsWhereItWasDropped()
    {
        using var app = TestApp.With();
        var page = (await browser.Editor(app)).Page;
        var source = app.Casebook.Sources[2]; // Ye, after Br and Tu and before Al and Wy
        await page.OpenForm(app.Address + Urls.Edit(source));
        var rows = page.Locator(".place .ordered-row");
        await Assertions.Expect(rows.Nth(1)).ToHaveClassAsync(At());
        await rows.Nth(1).Locator(".handle").DragToAsync(rows.Nth(2));
        await Assertions.Expect(rows.Nth(2)).ToHaveClassAsync(At());
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(source.Name);

        Assert.Equal(["Br", "Tu", "Al", "Wy", "Ye"], app.Casebook.Sources.Select(s => s.Siglum));
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"\bat\b")]
    private static partial Regex At();
}
