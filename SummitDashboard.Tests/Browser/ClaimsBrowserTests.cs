using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Claims;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>The side-by-side in a real browser: keys, Back, and without a script.</summary>
public sealed class ClaimsBrowserTests(Browser browser, ShellBrowserTests.Site site) : IClassFixture<ShellBrowserTests.Site>
{
    private ClaimList List => ClaimList.Of(site.App.Casebook, ClaimsQuery.Read(site.App.Casebook, Asked.For()));

    [Fact]
    public async Task Keys_JAndK_MoveThroughTheListAndBackReturns()
    {
        var claims = List.Claims;
        var (page, console) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.Claim(claims[0]));
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(claims[1].Question);
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(claims[2].Question);
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(claims[1].Question);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(claims[2].Question);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Theory, InlineData("jjj", 3), InlineData("jjkj", 2), InlineData("jkk", 0)]
    public async Task Keys_PressedFasterThanPagesAreDrawn_AllCount(string keys, int place)
    {
        var (page, console) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.Claim(List.Claims[0]));
        await page.EvaluateAsync(
            "keys => { for (const key of keys) "
                + "document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); }",
            keys
        );
        await Assertions.Expect(page).ToHaveURLAsync(site.App.Address + Urls.Claim(List.Claims[place]));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(List.Claims[place].Question);
        await page.TwoFrames();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(List.Claims[place].Question); // and none is left over
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Matrix_Arrows_GoFromCellToCellAndOverTheThemes()
    {
        var (page, console) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.With(Urls.Claims, ("view", "matrix")));
        var (first, rows) = (page.Locator(".mx tbody td a").First, page.Locator(".mx tbody tr:not(.theme)"));
        await first.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(rows.First.Locator("td a").Nth(1)).ToBeFocusedAsync();
        for (var n = 1; n < await rows.CountAsync(); n++)
            await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(rows.Last.Locator("td a").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(rows.Last.Locator("th a")).ToBeFocusedAsync();
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    /// <summary>Cells without a link too, and the one of an empty telling, which spans its column.</summary>
    [Fact]
    public async Task SideBySide_Arrows_ReachEveryCell()
    {
        var (page, console) = await browser.Page();
        await page.OpenLive(
            site.App.Address + Urls.Claim(site.App.Casebook.Claims.First(c => c.Framings.Any(f => f.Stance == Stance.Silent)))
        );
        var missed = await page.EvaluateAsync<int>(
            """
            () => {
              const press = key =>
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
              const here = () => document.activeElement.closest('td, th');
              const until = key => {
                let was;
                do {
                  was = here();
                  was.dataset.seen = '';
                  press(key);
                } while (here() !== was);
              };
              document.querySelector('.tell thead .name').focus();
              for (let was; was !== here(); ) {
                until('ArrowDown');
                until('ArrowUp');
                was = here();
                press('ArrowRight');
              }
              press('ArrowDown');
              until('ArrowLeft');
              until('ArrowDown');
              return document.querySelectorAll('.tell tbody :is(td, th[scope=row]):not([data-seen])').length;
            }
            """
        );
        Assert.Equal(0, missed);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ColumnsPanel_OnceShown_Closes()
    {
        var (page, _) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.With(Urls.Claim(site.App.Casebook.Claims[0]), ("order", "name")));
        var panel = page.Locator(".columns-menu");
        await panel.Locator("summary").ClickAsync();
        await panel.Locator("select[name=order]").SelectOptionAsync("stance");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("order=stance"));
        await Assertions.Expect(panel).Not.ToHaveAttributeAsync("open", new Regex(""));
        await Assertions.Expect(panel.Locator("summary")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ListOfClaims_OnAPhone_IsOnePressAway()
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        await page.OpenLive(site.App.Address + Urls.Claim(List.Claims[0]));
        await page.GetByRole(AriaRole.Link, new() { Name = "all claims" }).ClickAsync();
        await Assertions.Expect(page.Locator("aside#claims h2")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Theory, InlineData(390), InlineData(768), InlineData(1440)]
    public async Task PartsOfTheScore_PointedAt_CoverNoControl(int width)
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        await page.OpenLive(site.App.Address + Urls.Claim(List.Claims[0]));
        await page.HoverAsync("a.contest");
        await Assertions.Expect(page.Locator("#contest-parts")).ToBeVisibleAsync();
        var covered = await page.EvaluateAsync<string[]>(
            """
            () => {
              const tip = document.getElementById('contest-parts').getBoundingClientRect();
              return [...document.querySelectorAll('a, summary, button, input')].filter(e => !e.matches('a.contest')).filter(e => {
                const b = e.getBoundingClientRect();
                return b.width > 0 && b.left < tip.right && tip.left < b.right && b.top < tip.bottom && tip.top < b.bottom;
              }).map(e => e.textContent.trim());
            }
            """
        );
        Assert.Empty(covered);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Controls_WithoutScript_DoTheSame()
    {
        var casebook = site.App.Casebook;
        var claim = List.Claims[0];
        var (first, last) = (casebook.Sources[0], casebook.Sources[^1]);
        var (page, _) = await browser.Page(new() { JavaScriptEnabled = false });
        await page.GotoAsync(site.App.Address + Urls.Claim(claim));
        await page.GetByRole(AriaRole.Link, new() { Name = "loaded words" }).ClickAsync();
        Assert.Equal(1, await page.Locator(".no-loaded").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Head to head" }).ClickAsync();
        await page.Locator("select[name=sources]").Nth(0).SelectOptionAsync(first.Siglum);
        await page.Locator("select[name=sources]").Nth(1).SelectOptionAsync(last.Siglum);
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare these two" }).ClickAsync();
        await Assertions.Expect(page.Locator("th[scope=col]")).ToHaveCountAsync(2); // once the page has come
        Assert.Equal([first.Slug, last.Slug], await page.Locator("th[scope=col]").EvaluateAllAsync<string[]>("all => all.map(t => t.id)"));
        Assert.Contains("loaded=off", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Cell_OfTheMatrix_LeadsToItsTellingInView()
    {
        var source = site.App.Casebook.Sources[^1];
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 500 },
            }
        );
        await page.OpenLive(site.App.Address + Urls.With(Urls.Claims, ("view", "matrix")));
        await page.Locator($"td a[href$='#{source.Slug}']").First.ClickAsync();
        await Assertions.Expect(page.Locator($"th#{source.Slug}.target")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Export_FromTheMenu_DownloadsWhatThePageShows()
    {
        var claim = List.Claims[0];
        var (page, _) = await browser.Page();
        await page.OpenLive(site.App.Address + Urls.Claim(claim));
        await page.GetByText("Export", new() { Exact = true }).ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Markdown" }).ClickAsync());
        Assert.StartsWith(claim.Slug, file.SuggestedFilename);
        Assert.Contains(
            ClaimMarkdown.Escape(claim.Question),
            await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken)
        );
        await page.Context.CloseAsync();
    }
}
