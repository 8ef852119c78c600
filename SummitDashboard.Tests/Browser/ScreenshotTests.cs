using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>
/// Makes the pictures in <c>docs/screenshots</c>. Explicit, since it writes into the checkout: <c>dotnet run --project
/// SummitDashboard.Tests -- -explicit only -class "*.ScreenshotTests"</c>. Without articles, so that no picture shows one.
/// </summary>
public sealed class ScreenshotTests(Browser browser)
{
    [Fact(Explicit = true)]
    public async Task Screenshots_OfTheShippedCasebook_AreWritten()
    {
        using var app = TestApp.With();
        var c = app.Casebook;
        var folder = Path.Combine(Repo.Root, "docs", "screenshots");
        Directory.CreateDirectory(folder);
        foreach (
            var (name, url, width, height, scheme) in new[]
            {
                ("overview", Urls.Overview, 1440, 1050, ColorScheme.Light),
                ("timeline", Urls.Event(c.Events.First(e => e.Claims.Count > 2)), 1440, 1050, ColorScheme.Light),
                ("claim", Urls.Claim(c.Claims[0]), 1440, 1050, ColorScheme.Light),
                ("claim-dark", Urls.Claim(c.Claims[0]), 1440, 1050, ColorScheme.Dark),
                ("actor", Urls.Actor(c.Actors[^2]), 1440, 1050, ColorScheme.Light),
                ("reader", Urls.Reader(c.Sources[0]), 1440, 1050, ColorScheme.Light),
                ("claim-phone", Urls.Claim(c.Claims[0]), 390, 844, ColorScheme.Light),
                ("timeline-phone", Urls.Timeline, 390, 844, ColorScheme.Dark),
                ("stage", Urls.Stage(c.Talks[0].Slug, 10) + "?shown=3", 1440, 810, ColorScheme.Dark),
                ("desk", Urls.Desk(c.Talks[0].Slug), 1440, 900, ColorScheme.Light),
            }
        )
        {
            var (page, console) = await browser.Page(
                new()
                {
                    ColorScheme = scheme,
                    ViewportSize = new() { Width = width, Height = height },
                    ReducedMotion = ReducedMotion.Reduce,
                }
            );
            await page.GotoAsync(app.Address + url);
            if (await page.Locator("main.stage, main.desk").CountAsync() == 0)
                await page.Interactive(); // these two have no circuit
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
            Assert.Empty(console);
            await page.Context.CloseAsync();
        }
    }
}
