using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Stage, desk and audience in the tabs of one browser, which opens six connections to a server.</summary>
public sealed class OneBrowserTests(Browser browser)
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;

    [Fact]
    public async Task Tabs_OfOneBrowser_ShareTheirStreamsAndJoinFromTheStage()
    {
        using var app = TestApp.With();
        await app.Person("Pia", AccountRole.Presenter);
        var (desk, console) = await browser.Page();
        await desk.SignIn(app, "Pia");
        await desk.GotoAsync(app.Address + Urls.Desk(Talk));
        await desk.ClickAsync("text=Go live");
        await Assertions.Expect(desk).ToHaveURLAsync(new Regex("live=.{6}$"));
        var code = desk.Url.Split("live=")[1];
        var stage = await Tab(app, desk, Urls.Stage(Talk) + "?live=" + code);
        var tabs = new List<IPage>();
        for (var n = 0; n < 4; n++)
            tabs.Add(await Tab(app, desk, Urls.Live(code)));
        await desk.Keyboard.PressAsync("ArrowRight");
        foreach (var page in tabs.Append(stage))
            await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(1);
        await Assertions.Expect(tabs[3].Locator(".step")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Locator("[data-part=here]")).ToHaveTextAsync("1"); // one browser, one listener
        var reader = await Tab(app, desk, Urls.Claims); // there is a connection left
        await Assertions.Expect(reader.Locator("h1")).ToBeVisibleAsync();

        // The way to join fills the stage by a key of it, or from the desk; the audience sees nothing of it, and the next step ends it.
        var (join, seen) = (stage.Locator("#join"), await tabs[1].Locator("body").InnerTextAsync());
        await stage.Keyboard.PressAsync("q");
        await Assertions.Expect(join).ToContainTextAsync("1 has joined");
        await Assertions.Expect(join.Locator(".address")).ToContainTextAsync($"/live/{code}");
        var (box, size) = ((await join.Locator("svg").BoundingBoxAsync())!, stage.ViewportSize!);
        Assert.True(box.Height > size.Height * .8, $"{box.Height} of {size.Height}");
        await Assertions.Expect(desk.Locator("[data-part=join]")).ToHaveAttributeAsync("aria-pressed", "true");
        await stage.Keyboard.PressAsync("Escape");
        await Assertions.Expect(join).ToBeHiddenAsync();
        await Assertions.Expect(desk.Locator("[data-part=join]")).ToHaveAttributeAsync("aria-pressed", "false");
        await desk.ClickAsync("[data-part=join]");
        await Assertions.Expect(join).ToBeVisibleAsync();
        Assert.Equal(seen, await tabs[1].Locator("body").InnerTextAsync());
        await stage.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(join).ToBeHiddenAsync();

        // The tab that came first goes, and the others stay in step.
        await tabs[0].CloseAsync();
        foreach (var page in tabs.Skip(1))
            await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(2);
        await desk.Keyboard.PressAsync("ArrowRight");
        foreach (var page in tabs.Skip(1).Append(stage))
            await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(3);
        var late = await Tab(app, desk, Urls.Live(code));
        await Assertions.Expect(late.Locator(".say")).ToHaveCountAsync(3);
        await Assertions.Expect(late.Locator(".step")).ToBeVisibleAsync();
        Assert.Empty(console);
        await desk.Context.CloseAsync();
    }

    [Fact]
    public async Task Tab_WithoutSharedWorkers_FollowsByItself()
    {
        using var app = TestApp.With();
        using var pia = new LiveTalk(app);
        await app.Person("Pia", AccountRole.Presenter);
        var code = await (await pia.SignedIn("Pia")).GoLive(Talk);
        var (page, _) = await browser.Page();
        await page.AddInitScriptAsync("delete globalThis.SharedWorker");
        await page.GotoAsync(app.Address + Urls.Live(code));
        await Assertions.Expect(page.Locator(".step")).ToBeVisibleAsync();
        await pia.Move(code, 1, 3, 2);
        await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();
    }

    private static async Task<IPage> Tab(TestApp app, IPage first, string path)
    {
        var page = await first.Context.NewPageAsync();
        await page.GotoAsync(app.Address + path);
        return page;
    }
}
