using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Talks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>The stage in a real browser: keys, clicks, sizes.</summary>
public sealed class StageBrowserTests(Browser browser)
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;

    [Fact]
    public async Task Stage_ByKeys_RevealsStepsJumpsBlanksAndLeaves()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Page();
        await page.GotoAsync(app.Address + Urls.Stage(Talk));
        var say = page.Locator(".say");
        await Assertions.Expect(say).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(say).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(say).ToHaveCountAsync(1);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/1\?shown=1$"));
        foreach (var key in new[] { "1", "0", "Enter", "Space" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".count")).ToHaveTextAsync("10 / 16");
        await Assertions.Expect(say).ToHaveCountAsync(1);
        await page.ReloadAsync(); // a copied address leads to the same step
        await Assertions.Expect(page.Locator(".count")).ToHaveTextAsync("10 / 16");
        await Assertions.Expect(say).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.Locator("main.stage")).ToHaveClassAsync(new Regex("blank"));
        await Assertions.Expect(page.Locator(".view")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync(".");
        await Assertions.Expect(page.Locator(".view")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog#keys")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/present/{Talk}$"));
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Stage_AfterAClickOnItsButtons_StillStepsBySpaceAndShowsATypedNumber()
    {
        using var app = TestApp.With();
        var (page, _) = await browser.Page();
        await page.GotoAsync(app.Address + Urls.Stage(Talk));
        await page.ClickAsync("[data-do=theme]");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(page.Locator(".count")).ToContainTextAsync("12");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".count")).ToHaveTextAsync("12 / 16");

        await page.GotoAsync(app.Address + Urls.Desk(Talk));
        await page.ClickAsync("[data-do=run]");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("[data-part=now] .say")).ToHaveCountAsync(1);
        foreach (var key in new[] { "1", "4", "Enter" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("[data-part=now] .count")).ToHaveTextAsync("14 / 16");
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.Locator("[data-part=now] .count")).ToHaveTextAsync("1 / 16");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Stage_OfMoreSourcesThanHaveRoom_ShowsThemInRunsAndSaysWhich()
    {
        using var app = new SyntheticCasebook(30, 3, 60, 20).Serve();
        var claim = app.Casebook.Claims[0];
        var all = Improvised.StopOf(app.Casebook, claim, ShownSources.Default(app.Casebook)).Sources.Count;
        Assert.InRange(all, 11, 18);
        var (page, console) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        await page.GotoAsync(app.Address + Improvised.Url([claim], ShownSources.Default(app.Casebook)));
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator(".run")).ToHaveTextAsync($"sources 10 to {all} of {all}");
        await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(all - 9);
        for (var back = all; back > 9; back--)
            await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator(".run")).ToHaveTextAsync($"sources 1 to 9 of {all}");
        await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(9);
        Assert.True(
            await page.EvaluateAsync<bool>(
                "() => document.querySelector('.view').matches('.over') || "
                    + "[...document.querySelectorAll('.say')].every(s => s.getBoundingClientRect().bottom <= "
                    + "document.querySelector('.view').getBoundingClientRect().bottom + 1)"
            )
        );
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".run")).ToHaveTextAsync($"source 10 of {all}");
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Stage_OnAPhone_KeepsTheNewestSourceInSight()
    {
        using var app = TestApp.With();
        foreach (var (width, height) in new[] { (390, 844), (844, 390) })
        {
            var (page, _) = await browser.Page(
                new()
                {
                    ViewportSize = new() { Width = width, Height = height },
                    HasTouch = true,
                    IsMobile = true,
                }
            );
            await page.GotoAsync(app.Address + Urls.Stage(Talk, 4));
            for (var n = 1; n <= 5; n++)
            {
                await page.Keyboard.PressAsync("ArrowRight");
                await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(n);
                await Assertions.Expect(page.Locator(".say").Last.Locator(".who")).ToBeInViewportAsync(new() { Ratio = 1 });
                await Assertions.Expect(page.Locator(".stage h1")).ToBeInViewportAsync(new() { Ratio = 1 });
                var (say, foot) = (
                    await page.Locator(".say").Last.BoundingBoxAsync(),
                    await page.Locator(".stage footer").BoundingBoxAsync()
                );
                Assert.True(
                    say!.Y + say.Height <= foot!.Y + 1,
                    $"{width} × {height}: source {n} ends at {say.Y + say.Height}, the foot begins at {foot.Y}"
                );
            }
            Assert.True(
                await page.EvaluateAsync<double>(
                    "Math.min(...[...document.querySelectorAll('.say *')].map(e => parseFloat(getComputedStyle(e).fontSize)))"
                ) >= 13,
                $"{width} × {height}"
            );
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Stage_Swiped_TurnsTheStop_AndPannedWhileZoomedDoesNot()
    {
        using var app = TestApp.With();
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                HasTouch = true,
                IsMobile = true,
            }
        );
        await page.GotoAsync(app.Address + Urls.Stage(Talk, 4));
        await page.Locator("body[data-ready]").WaitForAsync();
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await Swipe();
        await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(1);
        await devtools.SendAsync("Emulation.setPageScaleFactor", new() { ["pageScaleFactor"] = 2 });
        await page.WaitForFunctionAsync("visualViewport.scale > 1.5");
        await Swipe();
        await page.TwoFrames();
        await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(1);
        await devtools.SendAsync("Emulation.setPageScaleFactor", new() { ["pageScaleFactor"] = 1 });
        await page.WaitForFunctionAsync("visualViewport.scale < 1.01");
        await Swipe();
        await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();

        async Task Swipe()
        {
            foreach (var (type, x) in new[] { ("touchStart", 300), ("touchMove", 200), ("touchMove", 120) })
                await Touch(type, new { x, y = 500 });
            await Touch("touchEnd");
        }
        Task Touch(string type, params object[] points) =>
            devtools.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = points });
    }

    [Fact]
    public async Task Stage_AnySizeAndStop_IsLegibleAndFits()
    {
        using var app = TestApp.With();
        foreach (var (width, height) in new[] { (1280, 720), (1024, 768), (1920, 1080), (390, 844) })
        {
            var (page, console) = await browser.Page(
                new()
                {
                    ViewportSize = new() { Width = width, Height = height },
                }
            );
            await page.GotoAsync(app.Address + Urls.Stage(Talk));
            for (var stop = 1; stop <= app.Casebook.Talks[0].Stops.Count; stop++)
            {
                foreach (var key in $"{stop}")
                    await page.Keyboard.PressAsync(key.ToString());
                await page.Keyboard.PressAsync("Enter");
                // Before the first telling the headline has the room; and names of phases stand whole or not at all.
                var (opening, cut) = (
                    await page.EvaluateAsync<int[]>(
                        "[document.querySelector('.opening h1')?.offsetWidth ?? -1, document.querySelector('.view').scrollHeight - "
                            + "document.querySelector('.view').clientHeight]"
                    ),
                    await page.EvaluateAsync<int>(
                        "[...document.querySelectorAll('.zone')].filter(z => z.innerText && getComputedStyle(z).overflow === "
                            + "'hidden' && z.scrollWidth > z.clientWidth + 1).length"
                    )
                );
                if (app.Casebook.Talks[0].Stops[stop - 1].Guess is null)
                    Assert.True(opening[0] > width * .7 && opening[1] <= 1, $"{width}×{height}, stop {stop}: {string.Join(", ", opening)}");
                Assert.Equal(0, cut);
                await page.Keyboard.PressAsync("a");
                var seen = await page.EvaluateAsync<double[]>(
                    """
                    () => {
                      const view = document.querySelector('.view');
                      const texts = [...document.querySelectorAll('.stage *')].filter(e => e.checkVisibility()
                        && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
                      return [Math.min(...texts.map(e => parseFloat(getComputedStyle(e).fontSize))),
                        view.scrollHeight - view.clientHeight, document.documentElement.scrollWidth - innerWidth];
                    }
                    """
                );
                Assert.True(seen[0] >= (width > height ? height * 0.022 : 16), $"{width}×{height}, stop {stop}: type of {seen[0]} px");
                if (width > height)
                    Assert.True(seen[1] <= 1, $"{width}×{height}, stop {stop}: {seen[1]} px do not fit"); // a phone scrolls
                Assert.Equal(0, seen[2]);
            }
            Assert.Empty(console);
            await page.Context.CloseAsync();
        }
    }
}
