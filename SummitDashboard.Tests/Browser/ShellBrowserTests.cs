using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Every page, as a visitor's browser sees it.</summary>
public sealed class ShellBrowserTests(Browser browser, ShellBrowserTests.Site site) : IClassFixture<ShellBrowserTests.Site>
{
    public sealed class Site : IDisposable
    {
        public TestApp App { get; } = TestApp.With();

        public void Dispose() => App.Dispose();
    }

    [Fact]
    public async Task EveryPage_InChromium_HasNoConsoleErrorAndNoAxeFinding()
    {
        var (page, console) = await browser.Page();
        foreach (var path in PageList.Of(site.App.Casebook))
        {
            if (path == PageList.Missing)
                await page.GotoAsync(site.App.Address + path); // it has no circuit
            else
                await page.OpenLive(site.App.Address + path);
            await Assertions.Expect(page).ToHaveTitleAsync(new Regex(".+")); // the circuit takes the title over for a moment
            await page.OnWideAndNarrow(async screen =>
            {
                Assert.Empty((await page.Barriers()).Select(b => $"{path} {screen}: {b}"));
                Assert.True(await Overflow() == 0, $"{path} {screen}");
            });
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            await page.SetViewportSizeAsync(320, 900); // as far as a page must give way (WCAG 1.4.10)
            await page.TwoFrames();
            Assert.True(await Overflow() == 0, path);
            if (path == PageList.Missing)
                console.RemoveAll(line => line.Contains("404", StringComparison.Ordinal)); // Chromium says so itself
            Assert.Empty(console);
        }
        await page.Context.CloseAsync();

        Task<int> Overflow() => page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
    }

    [Fact]
    public async Task CrossTable_OfMoreColumnsThanASheetHolds_LosesNoneOnPaper()
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 718, Height = 1000 }, // A4 between the usual margins
            }
        );
        await page.GotoAsync(site.App.Address + Urls.CitationTable);
        Assert.True(await page.Locator("[data-cells] >> nth=0").Locator("thead th").CountAsync() > 12);
        // On a phone what sorts it is folded, and stands not before the table as a wall.
        await page.SetViewportSizeAsync(390, 844);
        var (sorts, heads) = (page.Locator("details.sort").First, page.Locator("[data-cells] thead").First);
        await Assertions.Expect(sorts.Locator("summary")).ToHaveTextAsync("Sort by: the order of writing");
        await Assertions.Expect(heads).ToBeHiddenAsync();
        await Assertions.Expect(sorts.Locator("a").First).ToBeHiddenAsync();
        await sorts.Locator("summary").ClickAsync();
        await sorts.Locator("a").Nth(1).ClickAsync();
        await Assertions.Expect(sorts.Locator("summary")).Not.ToHaveTextAsync("Sort by: the order of writing");
        await Assertions.Expect(sorts.Locator("a").First).ToBeHiddenAsync();
        await page.SetViewportSizeAsync(718, 1000);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var cut = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("[data-cells] :is(td, th)")]
              .filter(e => e.offsetParent && e.getBoundingClientRect().right > innerWidth).map(e => e.textContent)
            """
        );
        Assert.Empty(cut);
        await page.Context.CloseAsync();
    }

    [Theory, InlineData(390), InlineData(768), InlineData(1024)]
    public async Task Header_OnNarrowScreens_ShowsTheWholeTitle(int width)
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        await page.GotoAsync(site.App.Address + "/");
        Assert.Equal(0, await page.Locator("header .brand").EvaluateAsync<int>("e => e.scrollWidth - e.clientWidth"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(250, 249, 245)")]
    [InlineData(ColorScheme.Dark, "rgb(21, 22, 26)")]
    public async Task Theme_WithoutScripts_FollowsTheSystem(ColorScheme scheme, string paper)
    {
        var (page, _) = await browser.Page(new() { ColorScheme = scheme, JavaScriptEnabled = false });
        await page.GotoAsync(site.App.Address + "/");
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", paper);
        await page.Context.CloseAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Switch_OfTheTheme_StandsWhereScriptsRun(bool scripts)
    {
        var (page, _) = await browser.Page(new() { JavaScriptEnabled = scripts });
        await page.GotoAsync(site.App.Address + "/");
        await Assertions.Expect(page.Locator("[data-theme-switch]")).ToBeVisibleAsync(new() { Visible = scripts });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_TranslatedByTheBrowser_LeadsOnToWholePages()
    {
        var (page, console) = await browser.Page();
        var (first, next) = (site.App.Casebook.Claims.First(c => c.Slug == "agreement"), page.Locator("main a[data-key=j]"));
        await page.OpenLive(site.App.Address + Urls.Claim(first));
        var to = await next.GetAttributeAsync("href");
        // As Chromium does: its own elements in place of every text that may be translated.
        await page.EvaluateAsync(
            """
            () => {
              document.documentElement.classList.add('translated-ltr');
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), all = [];
              while (texts.nextNode())
                if (texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest('script, style, [translate=no]'))
                  all.push(texts.currentNode);
              for (const text of all) {
                const font = document.createElement('font');
                font.textContent = text.data.toUpperCase(); text.replaceWith(font); }
            }
            """
        );
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(first.Question.ToUpperInvariant());
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(to!) + "$"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(site.App.Casebook.Claims.Single(c => Urls.Claim(c) == to).Question);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Theme_Switched_IsRememberedAndReachesOtherTabs()
    {
        var (page, _) = await browser.Page(new() { ColorScheme = ColorScheme.Light });
        await page.GotoAsync(site.App.Address + "/");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(site.App.Address + "/help");
        await page.ClickAsync("[data-theme-switch]");
        await Assertions.Expect(other.Locator("html[data-theme=dark]")).ToBeAttachedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html[data-theme=dark]")).ToBeAttachedAsync();
        await page.ClickAsync("[data-theme-switch]");
        await Assertions.Expect(page.Locator("html:not([data-theme])")).ToBeAttachedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html:not([data-theme])")).ToBeAttachedAsync(); // what the system says needs no memory
        await page.Context.CloseAsync();
    }
}
