using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Finding by keys alone, in every script.</summary>
public sealed class SearchBrowserTests(Browser browser)
{
    [Fact]
    public async Task Word_FoundFromAnywhere_IsQuotedForAClaimByKeysAlone()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        await app.Services.GetRequiredService<SearchIndexing>().WhenWhole(TestContext.Current.CancellationToken);
        var (page, console) = await browser.Editor(app);
        await page.OpenLive(app.Address + Urls.Actors);
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#quick input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("rare");
        await Assertions.Expect(page.Locator("#quick-list mark")).ToHaveTextAsync("rare");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Urls.SearchFor("rare"));
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));

        // To the first hit, and what it is quoted for.
        await Assertions.Expect(page.Locator("[data-item]")).ToHaveCountAsync(1);
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-item]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("blockquote")).ToHaveTextAsync("rare");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/quote\\?at=2\\."));
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task QuickSearch_OpenedAgain_ShowsWhereOneWasAndGoesThere()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder));
        var (page, console) = await browser.Page();
        await page.OpenLive(app.Address + Urls.Claim(app.Casebook.Claims[0]));
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('places:'))");
        await page.GotoAsync(app.Address + Urls.Sources);
        await page.Interactive();
        await page.ClickAsync("[data-quick]");
        await Assertions.Expect(page.Locator("#quick-list [role=option]").First).ToHaveTextAsync(new Regex("^Was it signed"));
        await page.Keyboard.TypeAsync("timel");
        await Assertions.Expect(page.Locator("#quick-list [aria-selected=true]")).ToHaveTextAsync(new Regex("^Timeline"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Urls.Timeline);
        await Assertions.Expect(page.Locator("#quick")).ToBeHiddenAsync();
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }
}
