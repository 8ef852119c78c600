using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Stage, desk and audience in real browsers: what a presenter presses, and what everyone sees.</summary>
public sealed class PresentingBrowserTests(Browser browser)
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;

    [Fact]
    public async Task StageAndDesk_InOneBrowserWithoutASession_StayTogether()
    {
        using var app = new TestApp(new() { ["Access:Notes"] = "all" }).Started();
        var (stage, _) = await browser.Page();
        await stage.GotoAsync(app.Address + Urls.Stage(Talk));
        var desk = await stage.Context.NewPageAsync();
        await desk.GotoAsync(app.Address + Urls.Desk(Talk));
        await desk.ClickAsync("[data-do=next]");
        await Assertions.Expect(stage.Locator(".say")).ToHaveCountAsync(1);
        await stage.Keyboard.PressAsync("End");
        await Assertions.Expect(desk.Locator("[data-part=now] .count")).ToHaveTextAsync("16 / 16");
        await Assertions.Expect(desk.Locator("[data-part=notes]")).ToContainTextAsync("End here");
        await stage.Context.CloseAsync();
    }

    [Fact]
    public async Task File_OpenedWithoutANetwork_WalksTheTalk()
    {
        using var app = TestApp.With();
        using var folder = new TempFolder();
        var html = await new HttpClient().GetByteArrayAsync(
            app.Address + Urls.TalkExport(Talk, "html"),
            TestContext.Current.CancellationToken
        );
        var path = Path.Combine(folder.Path, "talk.html");
        await File.WriteAllBytesAsync(path, html, TestContext.Current.CancellationToken);
        var (page, console) = await browser.Page(new() { Offline = true });
        var requests = new List<string>();
        page.Request += (_, r) => requests.Add(r.Url);
        await page.GotoAsync("file://" + path);
        foreach (var key in new[] { "ArrowRight", "1", "3", "Enter", "a" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".say")).ToHaveCountAsync(app.Casebook.Talks[0].Stops[12].Sources.Count);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(app.Casebook.Talks[0].Stops[12].Headline);
        Assert.Single(requests);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Talk_MadeInTheBrowser_TakesStopsFromPagesAndIsPutInOrder()
    {
        using var app = TestApp.With();
        await app.Person("Pia", AccountRole.Presenter);
        var (page, console) = await browser.Page();
        await page.SignIn(app, "Pia");
        await page.OpenForm(app.Address + Urls.New(ItemKind.Talk));
        await page.FillAsync("[name=title]", "My own walk");
        await page.ClickAsync("text=Add a stop");
        await page.Pick("stops.0.at", "arrives north", "Putin arrives in North Korea");
        await Assertions.Expect(page.Locator("[name='stops.0.headline']")).ToHaveValueAsync("Putin arrives in North Korea");
        await Assertions.Expect(page.Locator(".seen .h1")).ToHaveTextAsync("Putin arrives in North Korea");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/present/my-own-walk$"));

        await page.OpenLive(app.Address + "/claims/agreement");
        await page.ClickAsync("text=Add to a talk");
        await page.ClickAsync("button.item:has-text('My own walk')");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "as stop 2" })).ToBeVisibleAsync();
        await page.OpenLive(app.Address + "/edit/talk/my-own-walk");
        await page.Locator("[data-ready]").WaitForAsync();
        await page.Locator(".pick").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator(".pick").First).ToContainTextAsync("What was signed?");
        await Assertions.Expect(page.Locator(".pick").First).ToBeFocusedAsync();
        await page.Locator(".handle").First.DragToAsync(page.Locator(".ordered-row").Nth(1));
        await Assertions.Expect(page.Locator(".pick").Nth(1)).ToContainTextAsync("What was signed?");
        await page.ClickAsync("[data-save]");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/present/my-own-walk$"));
        var talk = app.Casebook.Talks.Single(t => t.Slug == "my-own-walk");
        Assert.Equal(["Putin arrives in North Korea", "What was signed?"], talk.Stops.Select(s => s.Headline));
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task PresentFromHere_OnATimelineWithFilters_WalksWhatItShows()
    {
        using var app = TestApp.With();
        var (page, _) = await browser.Page();
        await page.OpenLive(app.Address + "/timeline?phase=visit&sources=Al,Wy&event=agreement-signed");
        await page.ClickAsync("text=Present from here");
        await Assertions.Expect(page.Locator("body[data-ready] .stage h1")).ToHaveTextAsync("The partnership agreement is signed");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator(".who b")).ToHaveTextAsync(["Visit Strengthens Alliance", "Why Putin visit"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_OfPresenting_HaveNoBarriers()
    {
        using var app = TestApp.With();
        await app.Person("Pia", AccountRole.Presenter);
        var (page, console) = await browser.Page(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.SignIn(app, "Pia");
        await page.GotoAsync(app.Address + Urls.Desk(Talk));
        await page.ClickAsync("text=Go live");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("live="));
        var code = page.Url[^6..];
        foreach (
            var path in new[]
            {
                Urls.Talks,
                Urls.Talk(app.Casebook.Talks[0]),
                Urls.Edit(app.Casebook.Talks[0]),
                Urls.Stage(Talk, 2) + "?shown=2",
                Urls.Stage(Talk) + $"?live={code}",
                Urls.Desk(Talk) + $"?live={code}",
                Urls.TalkExport(Talk, null) + "?notes=1",
                Urls.Live(code),
                Urls.Follow,
            }
        )
        {
            await page.GotoAsync(app.Address + path);
            await page.TwoFrames();
            await Assertions.Expect(page).ToHaveTitleAsync(new Regex(".+")); // the circuit draws it anew
            await page.OnWideAndNarrow(async screen =>
            {
                Assert.Empty((await page.Barriers()).Select(b => $"{path} {screen}: {b}"));
                Assert.Equal(
                    0,
                    await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                );
            });
        }
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }
}
