using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Lists of rows, filled by keyboard alone.</summary>
public sealed class RowsBrowserTests(Browser browser)
{
    [Fact]
    public async Task Rows_AddedAndTakenOutByKeyboard_KeepTheFocusAndEveryLetter()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        await app.Person("Ada", AccountRole.Editor);
        var (page, console) = await browser.Page();
        await page.SignIn(app, "Ada");

        // A new claim begins in its first field, whose words can be typed at once.
        await page.OpenLive(app.Address + "/claims");
        await page.Locator("main a[href='new/claim']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name=question]")).ToBeFocusedAsync();
        await page.OpenLive(app.Address + "/timeline");
        await page.Locator("main a[href='new/event']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name=label]")).ToBeFocusedAsync();
        await page.OpenForm(app.Address + "/new/claim"); // and by its address
        await Assertions.Expect(page.Locator("[name=question]")).ToBeFocusedAsync();

        var add = page.GetByRole(AriaRole.Button, new() { Name = "Add a row" });
        foreach (var left in new[] { 1, 0 }) // the two with which a claim begins
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Aspects: take row 1 out" }).ClickAsync();
            await Assertions.Expect(page.Locator("[name^='aspects.'][name$='.label']")).ToHaveCountAsync(left);
        }
        foreach (var (n, label) in new[] { "How rare", "For whom", "Since when" }.Index())
        {
            await add.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.TypeAsync(label); // without waiting for the row
            await Assertions.Expect(page.Locator($"[name='aspects.{n}.label']")).ToHaveValueAsync(label);
            await Assertions.Expect(page.Locator($"[name='aspects.{n}.label']")).ToBeFocusedAsync();
        }
        foreach (var (place, left) in new[] { (2, "aspects.1.label"), (0, "aspects.0.label") })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = $"Aspects: take row {place + 1} out" }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator($"[name='{left}']")).ToBeFocusedAsync();
        }
        await Assertions.Expect(page.Locator("[name='aspects.0.label']")).ToHaveValueAsync("For whom");
        await page.GetByRole(AriaRole.Button, new() { Name = "Aspects: take row 1 out" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(add).ToBeFocusedAsync();

        // Whoever has several saves one and is in the first field of another.
        foreach (var question in new[] { "Was it late?", "Was it early?" })
        {
            await page.FillAsync("[name=question]", question);
            await page.FillAsync("[name=statement]", "It was so.");
            await page.SelectOptionAsync("[name=theme]", app.Casebook.Head.Themes[0].Key);
            foreach (var (n, label) in new[] { "How", "When" }.Index())
            {
                if (await page.Locator($"[name='aspects.{n}.label']").CountAsync() == 0)
                    await add.ClickAsync();
                await page.FillAsync($"[name='aspects.{n}.label']", label);
            }
            await page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(page.Locator("main .notice.good")).ToContainTextAsync($"Saved: {question}");
            await Assertions.Expect(page.Locator("[name=question]")).ToHaveValueAsync("");
            await Assertions.Expect(page.Locator("[name=question]")).ToBeFocusedAsync();
        }
        Assert.Equal(["Was it late?", "Was it early?"], app.Casebook.Claims.TakeLast(2).Select(c => c.Question));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/new/claim\\?after=was-it-early$"));
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }
}
