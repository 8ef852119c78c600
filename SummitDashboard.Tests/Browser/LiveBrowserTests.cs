using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Database;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>A live talk on several devices: stage, desk and audience stay together.</summary>
public sealed class LiveBrowserTests(Browser browser)
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
