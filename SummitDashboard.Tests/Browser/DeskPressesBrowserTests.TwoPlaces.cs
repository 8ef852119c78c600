using Microsoft.Playwright;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>One person types into one cell at two places: nothing that was typed is lost, and what is said of it is true.</summary>
public sealed partial class DeskPressesBrowserTests
{
    [Theory, InlineData("more-20", true), InlineData("more-21", false)]
    public async Task Sentence_SavedInItsMiddleWhereTheCellIsOpenTwice_KeepsWhatFollows(string cell, bool isOneDevice)
    {
        var (page, _) = await Open(cell);
        foreach (var key in new[] { "s", "w", "Control+s" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        var other = isOneDevice ? await page.Context.NewPageAsync() : (await Open(cell, of: cell)).Page;
        if (isOneDevice)
            await other.OpenForm(page.Url);
        var whole = "";
        foreach (var (half, rest) in new[] { ("Half a sent", "ence goes on"), (", and an", "other one to its end"), (" on", "ce more") })
        {
            whole += half + rest;
            await page.FocusAsync("[name=note]");
            await page.Keyboard.PressAsync("End");
            await page.Keyboard.TypeAsync(half, new() { Delay = 25 });
            await page.Keyboard.PressAsync("Control+s");
            await page.Keyboard.TypeAsync(rest, new() { Delay = 25 });
            await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync(whole);
            await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync(whole);
        }
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await Assertions.Expect(other.Locator(".form-said")).ToContainTextAsync("Saved in another window.");
        foreach (var at in new[] { page, other })
        {
            await Assertions.Expect(at.Locator("form[data-dirty]")).ToHaveCountAsync(0);
            await Assertions.Expect(at.Locator(".changed")).ToHaveCountAsync(0);
            await Assertions.Expect(at.Locator("[name=note]")).ToHaveValueAsync(whole);
        }
        Assert.Equal(whole, Of(cell)!.Note);
        await other.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Field_TypedInAtTwoPlacesAtOnce_KeepsBothUntilSomebodyDecides()
    {
        var (page, _) = await Open("more-22");
        var (late, held) = await Open("more-22", of: "more-22");
        held.Hold(); // it sees nothing of what comes
        await page.FillAsync("[name=note]", "Of the one");
        await page.Keyboard.PressAsync("Tab");
        await page.Answered();
        await Written(page);
        await late.FillAsync("[name=note]", "Of the other");
        await late.Keyboard.PressAsync("Tab");
        held.Pass();
        foreach (var at in new[] { page, late })
        {
            await Assertions.Expect(at.Locator(".aside")).ToHaveTextAsync("Of the one");
            await Assertions.Expect(at.Locator("[name=note]")).ToHaveValueAsync("Of the other");
        }
        await late.ReloadAsync();
        await late.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(late.Locator(".aside")).ToHaveTextAsync("Of the one");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it there" }).ClickAsync();
        foreach (var at in new[] { page, late })
        {
            await Assertions.Expect(at.Locator("[name=note]")).ToHaveValueAsync("Of the one");
            await Assertions.Expect(at.Locator(".aside")).ToHaveTextAsync("Of the other");
        }
        await late.GetByRole(AriaRole.Button, new() { Name = "Let it go" }).ClickAsync();
        foreach (var at in new[] { page, late })
        {
            await Assertions.Expect(at.Locator(".aside")).ToHaveCountAsync(0);
            await Assertions.Expect(at.Locator("[name=note]")).ToHaveValueAsync("Of the one");
            await at.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Field_SavedElsewhereBeforeThatWasSeen_KeepsWhatWasSavedBesideWhatIsTyped()
    {
        var (page, _) = await Open("more-23");
        foreach (var key in new[] { "s", "w", "Control+s" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        var (late, held) = await Open("more-23", of: "more-23");
        held.Hold();
        await page.FillAsync("[name=note]", "Saved words");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await Assertions.Expect(page.Locator("form[data-dirty]")).ToHaveCountAsync(0);
        await page.Answered();
        await late.FillAsync("[name=note]", "Words of before");
        await late.Keyboard.PressAsync("Tab");
        held.Pass();
        await Assertions.Expect(late.Locator(".aside")).ToHaveTextAsync("Saved words");
        await Assertions.Expect(late.Locator("[name=note]")).ToHaveValueAsync("Words of before");
        Assert.Equal("Saved words", Of("more-23")!.Note);
        foreach (var at in new[] { page, late })
            await at.Context.CloseAsync();
    }
}
