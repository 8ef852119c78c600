using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Every page that editors have, wide and narrow, light and dark.</summary>
public sealed class EditorsPagesBrowserTests(Browser browser)
{
    [Fact]
    public async Task EditorsPages_InChromium_HaveNoConsoleErrorAndNoAxeFinding()
    {
        using var app = TestApp.With();
        await app.Person("Ada", AccountRole.Owner);
        var book = app.Casebook;
        var (claim, source) = (book.Claims[0], book.Sources[0]);
        var (page, console) = await browser.Page();
        await page.SignIn(app, "Ada");
        foreach (
            var url in new[]
            {
                Urls.Overview,
                Urls.Claim(claim),
                Urls.Code(claim, source),
                Urls.New(ItemKind.Claim),
                Urls.New(ItemKind.Source),
                Urls.Edit(book.Events[0]),
                Urls.Edit(source),
                Urls.Edit(book.Head),
                Urls.EditPart(book.Actors[0], "statement"),
                Urls.EditPart(book.Events[^1], "mention", 0),
                Urls.Reliability,
                Urls.Grade(source),
                Urls.Grade(source, book.FramingsBySource[source.Id].First(t => t.Framing.Stance != Stance.Silent).Claim),
                Urls.History,
                Urls.Revision(1),
                Urls.FromFolder,
                Urls.Source(source),
            }
        )
        {
            await page.OpenLive(app.Address + url);
            await Check(url);
        }
        foreach (var url in new[] { Urls.People, Urls.Password, Urls.SignIn, Urls.Welcome("none") })
        {
            await page.GotoAsync(app.Address + url);
            await Check(url);
        }
        Assert.Empty(console);
        await page.Context.CloseAsync();

        async Task Check(string url)
        {
            await Assertions.Expect(page).ToHaveTitleAsync(new Regex(".+"));
            await page.OnWideAndNarrow(async screen =>
            {
                Assert.Empty((await page.Barriers()).Select(b => $"{url} {screen}: {b}"));
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{url} {screen}");
            });
            Assert.Equal(1, await page.Locator("h1").CountAsync());
        }
    }
}
