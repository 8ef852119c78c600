using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What becomes of what is typed when somebody signs out.</summary>
public sealed partial class DraftBrowserTests
{
    [Fact]
    public async Task SignOut_InOneTab_EndsTheOthers()
    {
        using var app = TestApp.With();
        var ada = await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + Cell);
        var form = await page.Context.NewPageAsync();
        await form.OpenForm(app.Address + "/new/source");
        foreach (var (tab, name) in new[] { (page, "note"), (form, "slug") })
        {
            await tab.SetViewportSizeAsync(1000, 500);
            await tab.FocusAsync($"[name={name}]");
            await tab.Keyboard.TypeAsync("Half a");
        }
        var other = await page.Context.NewPageAsync();
        await other.OpenLive(app.Address);
        await other.ClickAsync("details.person > summary");
        await other.ClickAsync("text=Sign out");
        foreach (var tab in new[] { page, form })
        {
            await Assertions.Expect(tab.Locator("header")).ToContainTextAsync("Sign in");
            Assert.Equal(0, await tab.Locator("[data-save]").CountAsync());
            // Whoever was typing far down sees why the fields are gone.
            await Assertions.Expect(tab.Locator(".notice:focus")).ToContainTextAsync("What you had typed here is kept on this device");
            await Assertions.Expect(tab.Locator(".notice:focus")).ToBeInViewportAsync();
        }

        // Where the role is taken away in the middle of a sentence, what is typed on does nothing to the page, which is a reader's now, and
        // the reason stands in sight wherever he looks.
        await page.SignIn(app, "Ada");
        await page.Context.AddInitScriptAsync("Object.defineProperty(Event.prototype, 'timeStamp', { get: () => 1 })"); // without a pause
        await page.OpenForm(app.Address + Cell);
        await page.FocusAsync("[name=note]");
        await page.Keyboard.TypeAsync("Half a");
        await using (var scope = app.OfServer.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<People>().SetRole(People.Shell, ada, CasebookRow.First, AccountRole.Reader);
        var notice = page.Locator(".notice:focus");
        await Assertions.Expect(notice).ToContainTextAsync("once you may change this, load this page again");
        await page.Interactive();
        await page.Keyboard.TypeAsync(" sentence, j] ");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("#told")).ToContainTextAsync("what you typed on was not taken");
        await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await page.WaitForFunctionAsync("() => scrollY > 0");
        await Assertions.Expect(page.Locator("[data-no-more]")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Cell);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SignOut_OfACasebookForItsMembers_LeadsToTheLibrary()
    {
        using var app = TestApp.With();
        var library = app.OfServer.GetRequiredService<CasebookLibrary>();
        var page = await browser.Form(app, Cell);
        await library.Change(ServerDoor.Shell, CasebookRow.First, c => c.Readers = Readers.Members);
        await page.ClickAsync("details.person > summary");
        await page.ClickAsync("text=Sign out");
        await Assertions.Expect(page).ToHaveURLAsync($"{app.Site}/{Urls.Library}");
        await page.Context.CloseAsync();
    }
}
