using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Actors;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>The overview, the people and the help page, as they are used.</summary>
public sealed class ReadingBrowserTests(Browser browser, ReadingBrowserTests.Site site) : IClassFixture<ReadingBrowserTests.Site>
{
    public sealed class Site : IDisposable
    {
        public TestApp App { get; } = TestApp.With();

        public void Dispose() => App.Dispose();
    }

    [Fact]
    public async Task People_KeysPressed_MoveOnAndBackReturns()
    {
        var people = site.App.Casebook.Actors;
        var page = await Open(Urls.Actor(people[0]));
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(people[1].Name);
        await Assertions.Expect(page.Locator("#announcer")).ToContainTextAsync(people[1].Name);
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(people[0].Name);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(people[1].Name);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task People_ArrowInTheList_MovesOnAndElsewhereDoesNot()
    {
        var people = site.App.Casebook.Actors;
        var page = await Open(Urls.Actor(people[0]));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.FocusAsync(".people [aria-current]");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(people[1].Name);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_SwitchedOff_StaysOffAndNoKeyActs()
    {
        var people = site.App.Casebook.Actors;
        var page = await Open(Urls.Help + "#keys");
        await page.UncheckAsync("[data-keys-switch]");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-keys-switch]")).Not.ToBeCheckedAsync();
        await page.OpenLive(site.App.Address + Urls.Actor(people[0]));
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(people[0].Name);
        await page.GotoAsync(site.App.Address + Urls.Help);
        await page.CheckAsync("[data-keys-switch]");
        await page.OpenLive(site.App.Address + Urls.Actor(people[0]));
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(people[1].Name);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task People_ScriptingOff_ASourceCanBeTakenAwayAndPutBack()
    {
        var casebook = site.App.Casebook;
        var voice = Voices.Of(casebook).All.First(v => v.Only is not null);
        var page = await Open(Urls.Actor(voice.Actor), scripting: false);
        await page.Locator($".away a[title=\"{voice.Only!.Name}\"]").ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync(voice.Actor.Name);
        Assert.Equal(0, await page.Locator(".statement").CountAsync());
        await page.Locator(".notice a").ClickAsync();
        Assert.True(await page.Locator(".statement").CountAsync() > 0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Overview_ScriptingOff_ASourceCanBeHiddenAndACellLeadsToItsWords()
    {
        var casebook = site.App.Casebook;
        var hidden = casebook.Sources[0];
        var page = await Open(Urls.Overview, scripting: false);
        await page.GetByLabel($"hide {hidden.Siglum}").ClickAsync();
        await Assertions.Expect(page.Locator("thead th.c")).ToHaveCountAsync(casebook.Sources.Count - 1);
        await page.Locator("tbody a.st").First.ClickAsync();
        Assert.Matches($"/claims/{casebook.Claims[0].Slug}.*#{casebook.Sources[1].Slug}$", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Margin_CardFoldedOut_LeavesEachCardInItsColumn()
    {
        var page = await Open("/sources/untitled-briefing/text");
        await page.SetViewportSizeAsync(1440, 900);
        // By itself the browser divides some lists anew: these are those in which a card moves.
        const string moved = """
            isPressed => {
              let moved = 0;
              for (const card of document.querySelectorAll('.notes details.others')) {
                const list = card.closest('.notes'),
                  at = () => [...list.children].map(c => Math.round(c.getBoundingClientRect().left)).join(),
                  was = at();
                isPressed ? card.querySelector('summary').click() : (card.open = true);
                moved += card.open && at() !== was ? 1 : 0;
                isPressed || (card.open = false);
              }
              return moved;
            }
            """;
        Assert.True(await page.EvaluateAsync<int>(moved, false) > 0);
        Assert.Equal(0, await page.EvaluateAsync<int>(moved, true));
        await Assertions.Expect(page.Locator(".notes details.others[open]").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Open(string path, bool scripting = true)
    {
        var (page, _) = await browser.Page(new() { JavaScriptEnabled = scripting });
        await page.GotoAsync(site.App.Address + path, new() { WaitUntil = scripting ? WaitUntilState.NetworkIdle : WaitUntilState.Load });
        return page;
    }
}
