using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Who grades works through a table that sorts by any column; who reads has a plain one.</summary>
public sealed class GradesBrowserTests(Browser browser)
{
    [Fact]
    public async Task Grades_ForEditors_AreSortedFoundAndShownByChosenColumns()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        await page.OpenLive(app.Address + Urls.Reliability);
        var names = page.Locator(".grid tbody tr td:first-child a");
        await Assertions.Expect(names).ToHaveTextAsync(app.Casebook.Sources.Select(s => s.Name));
        var source = page.GetByRole(AriaRole.Columnheader, new() { Name = "Source" });
        await source.GetByText("Source").ClickAsync();
        await Assertions.Expect(source).ToHaveAttributeAsync("aria-sort", "ascending");
        await Assertions.Expect(names).ToHaveTextAsync(app.Casebook.Sources.Select(s => s.Name).Order(StringComparer.OrdinalIgnoreCase));
        await source.GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(source).ToHaveAttributeAsync("aria-sort", "descending");

        await page.ClickAsync("summary:has-text('Columns')");
        await page.UncheckAsync("label:has-text('Checklist') input");
        await page.CheckAsync("label:has-text('Look again by') input");
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Checklist" })).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Look again by" })).ToBeVisibleAsync();
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await page.Keyboard.PressAsync("Escape");
        await page.FillAsync("input[type=search]", app.Casebook.Sources[0].Name[..6]);
        await Assertions.Expect(page.Locator(".grades [role=status]")).ToHaveTextAsync("1 source");
        await Assertions.Expect(names).ToHaveTextAsync([app.Casebook.Sources[0].Name]);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Grades_ForReaders_AreAPlainTableWithoutMudBlazor()
    {
        using var app = TestApp.With();
        var (page, _) = await browser.Page();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.OpenLive(app.Address + Urls.Reliability);
        await Assertions.Expect(page.Locator("main tbody th")).ToContainTextAsync(app.Casebook.Sources.Select(s => s.Name));
        await Assertions.Expect(page.Locator("[class*=mud-]")).ToHaveCountAsync(0);
        Assert.DoesNotContain(asked, url =>
            url.Contains("MudBlazor", StringComparison.Ordinal) || url.Contains("mud.", StringComparison.Ordinal)
        );
        await page.Context.CloseAsync();
    }
}
