using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What an editor does, in real browsers against a real database: each test has a casebook of its own.</summary>
public sealed class EditingBrowserTests(Browser browser)
{
    [Fact]
    public async Task FirstEditor_FromTheLinkToAnUndo_IsSeenInAnotherBrowser()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var secret = await app.FirstOwnersSecret();
        var (reader, _) = await browser.Page();
        await reader.OpenLive(app.Address + "/claims/signed");

        var (page, console) = await browser.Page();
        await page.GotoAsync(app.Address + Urls.Welcome(secret));
        await page.FillAsync("[name='Input.Name']", "Ada");
        await page.FillAsync("[name='Input.UserName']", "ada");
        await page.FillAsync("[name='Input.Password']", TestPeople.Password);
        await page.ClickAsync("main button.primary");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/library$"));

        // A graded source with its reason, seen by the reader without a reload.
        await page.OpenForm(app.Address + "/reliability/first");
        await page.CheckAsync("[name=mark][value=C]");
        await page.FillAsync("[name=rationale]", "Names nobody.");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
        await Assertions.Expect(reader.Locator("thead .grade").First).ToContainTextAsync("C");

        // A new claim, coded with a quotation picked in the text.
        await page.OpenForm(app.Address + "/new/claim");
        await page.FillAsync("[name=question]", "Was it rare?");
        await page.FillAsync("[name=statement]", "It was rare.");
        foreach (var (n, label) in new[] { "How rare", "For whom" }.Index())
        {
            await page.ClickAsync("text=Add a row");
            await page.FillAsync($"[name='aspects.{n}.label']", label);
        }
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/was-it-rare$"));
        await page.Locator("text=Code this cell").Last.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/was-it-rare/code/second$"));
        await page.Locator("[data-ready]").WaitForAsync();
        await page.CheckAsync("[name=stance][value=asserts]");
        await page.Locator("ol.text").FocusAsync();
        await page.Select(2, 9, 19); // “rare sight”, from within its words
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync("rare sight");
        await Assertions.Expect(page.Locator("[name='quotations.0.position']")).ToHaveValueAsync("49-59");
        await page.FillAsync("[name=gloss]", "Says so plainly.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/was-it-rare$"));
        await Assertions.Expect(page.Locator("td blockquote")).ToHaveTextAsync("rare sight");

        // Taken back; the reader of that claim sees the cell empty again.
        await reader.OpenLive(app.Address + "/claims/was-it-rare");
        await page.OpenLive(app.Address + Urls.Revision(app.Casebook.Revision));
        await page.ClickAsync("text=Undo this revision");
        await Assertions.Expect(page.Locator(".notice.good")).ToContainTextAsync("Taken back");
        await Assertions.Expect(reader.Locator("td blockquote")).ToHaveCountAsync(0);
        Assert.Empty(console);
        await page.Context.CloseAsync();
        await reader.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_ReloadedAndSignedInAgain_IsStillThere()
    {
        using var app = TestApp.With();
        await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + "/claims/first-visit/code/why-putin-visit");
        await page.Locator("[name=gloss]").PressSequentiallyAsync(" And more.");
        await page.ReloadAsync();
        await page.Interactive();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync(new Regex("And more\\.$"));

        await page.Context.ClearCookiesAsync();
        await page.ReloadAsync();
        await page.Interactive();
        Assert.Equal(0, await page.Locator("[data-save]").CountAsync());
        await page.SignInByForm(app.Address, "Ada", "/claims/first-visit/code/why-putin-visit");
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync(new Regex("And more\\.$"));
        await page.ClickAsync("text=Throw it away…");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Throw it away" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).Not.ToHaveValueAsync(new Regex("And more\\.$"));
        Assert.Equal(1, app.Casebook.Revision);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TwoEditors_OnTheSameCell_TheSecondSeesBothAndMerges()
    {
        using var app = TestApp.With();
        await app.Person("Ada", AccountRole.Editor);
        var bob = await app.Person("Bob", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + "/claims/first-visit/code/why-putin-visit");
        await page.FillAsync("[name=gloss]", "Ada’s reading.");
        await page.Locator("[name=gloss]").BlurAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("Ada’s reading.");

        Assert.True(
            app.Casebook.Claims.TryGetBySlug("first-visit", out var claim) && app.Casebook.Sources.TryGetBySlug("why-putin-visit", out _)
        );
        Assert.True(app.Casebook.Sources.TryGetBySlug("why-putin-visit", out var source));
        var was = claim.Of(source.Id)!;
        var store = app.Services.GetRequiredService<CasebookStore>();
        Assert.IsType<Outcome.Committed>(
            await store.Write(
                new PutFraming(claim.Id, source.Id, was, was with { Gloss = "Bob’s reading.", Frames = [NewsFrame.Conflict] }),
                bob
            )
        );

        await page.Locator("[name=note]").FocusAsync(); // far below: what was not saved comes into sight
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".conflict")).ToContainTextAsync("Bob’s reading.");
        await Assertions.Expect(page.Locator(".conflict ul")).ToHaveTextAsync("Frame: conflict marked"); // the frame that he alone changed
        await Assertions.Expect(page.Locator(".conflict h2")).ToBeInViewportAsync();
        await page.Locator(".conflict input").Last.CheckAsync();
        foreach (var key in new[] { "Control+s", "Control+Enter" }) // again, nothing is saved, and that is seen
        {
            await page.Locator("[name=note]").FocusAsync();
            await Assertions.Expect(page.Locator(".conflict h2")).Not.ToBeInViewportAsync();
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(page.Locator(".conflict")).ToContainTextAsync("Not saved");
            await Assertions.Expect(page.Locator(".conflict h2")).ToBeInViewportAsync();
            await Assertions.Expect(page.Locator(".conflict")).ToBeFocusedAsync();
        }
        await Assertions.Expect(page.Locator(".conflict input").Last).ToBeCheckedAsync(); // what was chosen stays so
        await page.Locator(".conflict input").First.CheckAsync();
        await page.ClickAsync("text=Save the merged version");
        await Assertions.Expect(page.GetByText("Saved as revision 3").First).ToBeVisibleAsync();
        var merged = app.Casebook.Claims[claim.Id].Of(source.Id)!;
        Assert.Equal(("Ada’s reading.", NewsFrame.Conflict), (merged.Gloss, Assert.Single(merged.Frames)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task QuotationRows_AddedAndTakenAwayByKeys_KeepTheKeyboardThere()
    {
        using var app = TestApp.With();
        await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + "/claims/first-visit/code/why-putin-visit");
        var rows = await page.Locator(".quote").CountAsync();
        await page.Locator("text=Add a quotation").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"[name='quotations.{rows}.exact']")).ToBeFocusedAsync();
        await page.Locator(".quote button").Last.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".quote")).ToHaveCountAsync(rows);
        await Assertions.Expect(page.Locator("text=Add a quotation")).ToBeFocusedAsync();
        await page.Locator("[data-save]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Nothing had changed");
        await Assertions.Expect(page.Locator("[data-save]")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Cell_LeftByALink_CommitsOneRevision()
    {
        using var app = TestApp.With();
        await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + "/claims/first-visit/code/why-putin-visit");
        await page.FillAsync("[name=gloss]", "Another reading.");
        await page.Locator("[name=gloss]").BlurAsync();
        await page.ClickAsync("nav.cells a >> nth=0");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/code/untitled-briefing$"));
        Assert.Equal(2, app.Casebook.Revision);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Person_DisabledWhileAPageIsOpen_IsPutOutAtOnceAndLosesNoDraft()
    {
        using var app = TestApp.With();
        var ada = await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + "/claims/first-visit/code/why-putin-visit");
        using (var scope = app.Services.CreateScope())
            Assert.Null((await scope.ServiceProvider.GetRequiredService<People>().SetDisabled(People.Shell, ada, true)).Problem());
        await Assertions.Expect(page.Locator("header")).ToContainTextAsync("Sign in");
        Assert.Equal(0, await page.Locator("[data-save]").CountAsync());
        await page.Context.CloseAsync();
    }
}
