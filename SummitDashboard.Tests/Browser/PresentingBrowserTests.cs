using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
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
    public async Task Live_OnTwoDevicesWithThreeAudiences_KeepsEverybodyTogether()
    {
        using var app = TestApp.With();
        await app.Person("Pia", AccountRole.Presenter);
        var (desk, deskConsole) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        await desk.SignInByForm(app.Address, "Pia", Urls.Talks);
        await desk.ClickAsync("text=Presenter’s desk");
        await desk.ClickAsync("text=Go live");
        await Assertions.Expect(desk).ToHaveURLAsync(new Regex("live=.{6}$"));
        var code = desk.Url[^6..];
        var (stage, stageConsole) = await browser.Page();
        await stage.SignIn(app, "Pia");
        await stage.GotoAsync(app.Address + Urls.Stage(Talk) + "?live=" + code);
        await Assertions.Expect(stage.Locator(".follow b")).ToContainTextAsync("/live/" + code);

        var audiences = new List<IPage>();
        for (var i = 0; i < 2; i++)
            audiences.Add(await Follow(app, code.ToLowerInvariant()));
        await Assertions.Expect(desk.Locator("[data-part=here]")).ToHaveTextAsync("2");
        await stage.Keyboard.PressAsync("ArrowRight");
        await All(audiences, a => Assertions.Expect(a.Locator(".say")).ToHaveCountAsync(1));
        await Assertions.Expect(desk.Locator("[data-part=now] .say")).ToHaveCountAsync(1);

        // A late joiner lands on the step; a guess is counted on the stage, then revealed to all.
        await desk.ClickAsync("[data-jump='1']");
        audiences.Add(await Follow(app, code));
        await All(audiences, a => Assertions.Expect(a.Locator("#place")).ToHaveTextAsync("2 of 16"));
        await audiences[0].ClickAsync("#w0 button[value=Wy]");
        await audiences[1].ClickAsync("#w0 button[value=Br]");
        await audiences[2].ClickAsync("#w0 button[value=Wy]");
        await Assertions.Expect(stage.Locator(".guessed")).ToHaveTextAsync("3 of 3 have guessed");
        await Assertions.Expect(stage.Locator(".counts").First).ToContainTextAsync("Why Putin visit2");
        await desk.ClickAsync("[data-do=next]");
        await Assertions.Expect(stage.Locator(".counts")).ToHaveCountAsync(0);
        await Assertions.Expect(stage.Locator(".tally")).ToHaveTextAsync("2 of 3 guessed it");
        await Assertions.Expect(stage.Locator(".guessed")).ToBeEmptyAsync();
        await Assertions.Expect(audiences[0].Locator(".tally")).ToHaveTextAsync("2 of 3 guessed it · you too");
        await Assertions.Expect(audiences[1].Locator(".tally")).ToHaveTextAsync("2 of 3 guessed it · you guessed otherwise");

        // Cables pulled: the stage goes on, a phone says so; put in again, both catch up.
        await stage.Context.SetOfflineAsync(true);
        await audiences[1].Context.SetOfflineAsync(true);
        await stage.Keyboard.PressAsync("ArrowRight");
        await stage.Keyboard.PressAsync("ArrowRight");
        await stage.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(stage.Locator(".count")).ToHaveTextAsync("3 / 16");
        await Assertions.Expect(desk.Locator("[data-part=now] .count")).ToHaveTextAsync("2 / 16");
        await stage.Context.SetOfflineAsync(false);
        await Assertions.Expect(desk.Locator("[data-part=now] .count")).ToHaveTextAsync("3 / 16");
        await audiences[1].Context.SetOfflineAsync(false);
        await All(audiences, a => Assertions.Expect(a.Locator("#place")).ToHaveTextAsync("3 of 16"));
        await Assertions.Expect(stage.Locator(".guessed")).ToBeEmptyAsync(); // nothing is guessed at this stop

        // Looking around, and one press back.
        await audiences[0].ClickAsync("[data-look-around]");
        await Assertions.Expect(audiences[0].Locator("h1")).ToHaveTextAsync(app.Casebook.Head.Headline);
        await audiences[0].ClickAsync(".rejoin a");
        await Assertions.Expect(audiences[0].Locator("#place")).ToHaveTextAsync("3 of 16");

        desk.Dialog += (_, dialog) => dialog.AcceptAsync();
        await desk.ClickAsync("[data-do=end]");
        await All(audiences, a => Assertions.Expect(a.Locator("h1")).ToHaveTextAsync("This talk has ended"));
        await Assertions.Expect(stage.Locator(".follow")).ToHaveTextAsync("The live session has ended");
        await Assertions.Expect(desk.Locator("[data-part=wheel]")).ToContainTextAsync("has ended");
        await Assertions.Expect(desk.Locator("[data-part=end]")).ToBeHiddenAsync();
        Assert.Empty(deskConsole);
        await desk.OpenLive(app.Address + Urls.Talks);
        await Assertions.Expect(desk.Locator($"a[href='{Urls.LiveResults(code)}']")).ToBeVisibleAsync();
        foreach (var page in audiences.Append(stage).Append(desk))
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Stage_OpenedBeforeTheTalkGoesLive_JoinsIt()
    {
        using var app = TestApp.With();
        await app.Person("Pia", AccountRole.Presenter);
        var (desk, _) = await browser.Page();
        await desk.SignIn(app, "Pia");
        await desk.GotoAsync(app.Address + Urls.Desk(Talk));
        var stage = await desk.Context.RunAndWaitForPageAsync(() => desk.ClickAsync("[data-stage-link]"));
        await stage.Locator("body[data-ready]").WaitForAsync();
        await desk.ClickAsync("text=Go live");
        await Assertions.Expect(desk).ToHaveURLAsync(new Regex("live=.{6}$"));
        await Assertions.Expect(stage).ToHaveURLAsync(new Regex("live=" + desk.Url[^6..]));
        await Assertions.Expect(stage.Locator(".follow b")).ToContainTextAsync(desk.Url[^6..]);
        await stage.Locator("body[data-ready]").WaitForAsync();
        await desk.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(stage.Locator(".say")).ToHaveCountAsync(1);
        await desk.Context.CloseAsync();
    }

    [Fact]
    public async Task Live_ServerRestartedInMidTalk_GoesOnAtTheSameStep()
    {
        using var folder = new TempFolder();
        var app = TestApp.At(folder.Sub("data"));
        await app.Person("Pia", AccountRole.Presenter);
        var (stage, _) = await browser.Page();
        await stage.SignIn(app, "Pia");
        await stage.GotoAsync(app.Address + Urls.Desk(Talk));
        await stage.ClickAsync("text=Go live");
        await Assertions.Expect(stage).ToHaveURLAsync(new Regex("live=.{6}$"));
        var code = stage.Url[^6..];
        await stage.GotoAsync(app.Address + Urls.Stage(Talk) + "?live=" + code);
        var audience = await Follow(app, code);
        foreach (var key in new[] { "5", "Enter", "ArrowRight" })
            await stage.Keyboard.PressAsync(key);
        await Assertions.Expect(audience.Locator(".say")).ToHaveCountAsync(1);

        var port = new Uri(app.Address).Port;
        await app.DisposeAsync();
        await Assertions.Expect(audience.Locator(".lost")).ToBeVisibleAsync();
        await Assertions.Expect(audience.Locator(".step")).ToBeHiddenAsync(); // what is lost is not in step
        await Assertions.Expect(audience.Locator(".say")).ToHaveCountAsync(1); // what was there stays
        await stage.Keyboard.PressAsync("ArrowRight"); // the stage needs nobody
        await Assertions.Expect(stage.Locator(".count")).ToHaveTextAsync("6 / 16");
        using var again = TestApp.At(folder.Sub("data"), port);
        await Assertions.Expect(audience.Locator("#place")).ToHaveTextAsync("6 of 16");
        await Assertions.Expect(audience.Locator(".lost")).ToBeHiddenAsync();
        await Assertions.Expect(audience.Locator(".step")).ToBeVisibleAsync();
        await stage.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(audience.Locator(".say")).ToHaveCountAsync(1);
        await stage.Context.CloseAsync();
        await audience.Context.CloseAsync();
    }

    [Fact]
    public async Task Desk_OfASessionThatIsNoLongerKept_SaysSo()
    {
        using var folder = new TempFolder();
        var app = TestApp.At(folder.Sub("data"));
        await app.Person("Pia", AccountRole.Presenter);
        var (desk, _) = await browser.Page();
        await desk.SignIn(app, "Pia");
        await desk.GotoAsync(app.Address + Urls.Desk(Talk));
        await desk.ClickAsync("text=Go live");
        await Assertions.Expect(desk).ToHaveURLAsync(new Regex("live=.{6}$"));
        await Assertions.Expect(desk.Locator("[data-part=wheel]")).ToHaveTextAsync("You drive.");

        var port = new Uri(app.Address).Port;
        await using (
            var db = await app
                .Services.GetRequiredService<IDbContextFactory<SummitDb>>()
                .CreateDbContextAsync(TestContext.Current.CancellationToken)
        )
            await db.LiveSessions.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await app.DisposeAsync();
        await Assertions.Expect(desk.Locator(".connection")).ToContainTextAsync("Not connected.");
        using var again = TestApp.At(folder.Sub("data"), port);
        await Assertions.Expect(desk.Locator("[data-part=wheel]")).ToContainTextAsync("no longer kept");
        await Assertions.Expect(desk.Locator(".connection")).ToBeEmptyAsync();
        await desk.Context.CloseAsync();
    }

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

    private async Task<IPage> Follow(TestApp app, string code)
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        await page.GotoAsync(app.Address + Urls.Live(code));
        return page;
    }

    private static Task All(IEnumerable<IPage> pages, Func<IPage, Task> expect) => Task.WhenAll(pages.Select(expect));
}
