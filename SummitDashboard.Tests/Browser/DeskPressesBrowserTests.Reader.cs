using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Who may not code reads the desk.</summary>
public sealed partial class DeskPressesBrowserTests
{
    [Fact]
    public async Task Reader_AtTheDesk_FindsNoFieldThatTakesAnythingAndNoWordCut()
    {
        await Site.App.Person("rea-desk", AccountRole.Reader);
        var (page, _) = await Browser.Page();
        await page.SignIn(Site.App, "rea-desk");
        foreach (var cell in new[] { "rare/code/first", "rare/code/second" })
        {
            await page.OpenLive($"{Site.App.Address}/claims/{cell}");
            await Assertions.Expect(page.Locator("[data-draft] [name=note]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("[data-draft] :is(input, select, textarea, button):enabled")).ToHaveCountAsync(0);
        }

        // The text is read, whatever stands in it.
        await Assertions.Expect(page.Locator("[data-words]").Last).ToHaveTextAsync(DeskSite.LongWord);
        await page.OnWideAndNarrow(async _ =>
            Assert.True(
                await page.Locator("[data-words]")
                    .Last.EvaluateAsync<bool>("e => e.getBoundingClientRect().right <= e.closest('.text').getBoundingClientRect().right")
            )
        );
        await page.Context.CloseAsync();
    }
}
