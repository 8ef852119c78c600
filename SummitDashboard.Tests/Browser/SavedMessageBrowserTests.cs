using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What was saved by leaving a form is said where the editor has gone, with a way to take it back.</summary>
public sealed class SavedMessageBrowserTests(Browser browser)
{
    private const string Cell = "/claims/first-visit/code/why-putin-visit";

    [Fact]
    public async Task Cell_SavedByGoingOn_IsSaidThereAndTakenBack()
    {
        using var app = TestApp.With();
        await app.Person("Ada", AccountRole.Editor);
        var (page, console) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + Cell);
        var before = Gloss(app);
        await page.FillAsync("[name=gloss]", "Another reading.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/first-visit$"));
        var message = page.Locator(".mud-snackbar");
        await Assertions.Expect(message).ToContainTextAsync("Saved as revision 2.");
        Assert.Equal("Another reading.", Gloss(app));
        await message.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-snackbar", new() { HasText = "Taken back, as revision 3." })).ToBeVisibleAsync();
        Assert.Equal(before, Gloss(app));
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Undo_OfWhatOthersHaveChangedSince_SaysSoAndChangesNothing()
    {
        using var app = TestApp.With();
        await app.Person("Ada", AccountRole.Editor);
        var bob = await app.Person("Bob", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + Cell);
        await page.FillAsync("[name=gloss]", "Another reading.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved as revision 2.");

        Assert.True(
            app.Casebook.Claims.TryGetBySlug("first-visit", out var claim)
                & app.Casebook.Sources.TryGetBySlug("why-putin-visit", out var source)
        );
        var framing = claim!.Of(source!.Id)!;
        Assert.IsType<Outcome.Committed>(
            await app
                .Services.GetRequiredService<CasebookStore>()
                .Write(new PutFraming(claim.Id, source.Id, framing, framing with { Gloss = "Bob’s reading." }), bob, null)
        );
        await page.Locator(".mud-snackbar").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-snackbar", new() { HasText = "Revision 2 stays" })).ToContainTextAsync("changed since");
        Assert.Equal("Bob’s reading.", Gloss(app));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reader_WhoCannotChangeAnything_CarriesNothingOfIt()
    {
        using var app = TestApp.With();
        var (page, _) = await browser.Page();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.OpenLive(app.Address + "/claims/first-visit");
        Assert.Contains(asked, url => url.Contains("app.", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, url => url.Contains("MudBlazor", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    /// <summary>What a save makes of a part, as it is kept, is no change of another.</summary>
    [Fact]
    public async Task Part_SavedByGoingOn_IsSaid()
    {
        using var app = TestApp.With();
        await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + "/edit/event/arrival-in-pyongyang/mention/0");
        await page.FillAsync("[name=date]", "2024-06-19");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved as revision 2.");
        await page.Context.CloseAsync();
    }

    private static string? Gloss(TestApp app)
    {
        Assert.True(
            app.Casebook.Claims.TryGetBySlug("first-visit", out var claim)
                & app.Casebook.Sources.TryGetBySlug("why-putin-visit", out var source)
        );
        return claim!.Of(source!.Id)!.Gloss;
    }
}
