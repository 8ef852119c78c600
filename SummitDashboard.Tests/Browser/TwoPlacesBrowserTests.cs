using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>One person types into one cell at two places: nothing that was typed is lost, and what is said of it is true.</summary>
public sealed partial class TwoPlacesBrowserTests(Browser browser, DeskSite site) : DeskTests(browser, site), IClassFixture<DeskSite>
{
    [Theory, InlineData("more-20", true), InlineData("more-21", false)]
    public async Task Sentence_SavedInItsMiddleWhereTheCellIsOpenTwice_KeepsWhatFollows(string cell, bool isOneDevice)
    {
        var page = await Desk(cell);
        foreach (var key in new[] { "s", "w", "Control+s" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        var other = isOneDevice ? await page.Context.NewPageAsync() : await Desk(cell, of: cell);
        if (isOneDevice)
            await other.OpenForm(page.Url);
        var whole = "";
        foreach (var (half, rest) in new[] { ("Half a sent", "ence goes on"), (", and an", "other one to its end") })
        {
            whole += half + rest;
            await page.FocusAsync("[name=note]");
            await page.Keyboard.PressAsync("End");
            await page.Keyboard.TypeAsync(half, new() { Delay = 25 });
            await page.Keyboard.PressAsync("Control+s");
            await page.Keyboard.TypeAsync(rest, new() { Delay = 25 });
            await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync(whole);
            await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync(whole);
        }
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await Assertions.Expect(other.Locator(".form-said")).ToContainTextAsync("Saved in another window.");
        foreach (var at in new[] { page, other })
        {
            await Assertions.Expect(at.Locator("form[data-dirty]")).ToHaveCountAsync(0);
            await Assertions.Expect(at.Locator(".changed")).ToHaveCountAsync(0);
            await Assertions.Expect(at.Locator("[name=note]")).ToHaveValueAsync(whole);
        }
        Assert.Equal(whole, Of(cell)!.Note);
        await other.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Field_TypedInAtTwoPlacesAtOnce_KeepsBothUntilSomebodyDecides()
    {
        var page = await Desk("more-22");
        var (late, held) = await Open("more-22", of: "more-22");
        held.Hold(); // it sees nothing of what comes
        foreach (var key in new[] { "s", "w" })
            await page.Keyboard.PressAsync(key);
        await page.FillAsync("[name=note]", "Of the one");
        await page.Keyboard.PressAsync("Tab");
        await page.Answered();
        await Written(page);
        await late.FillAsync("[name=note]", "Of the other");
        await late.Keyboard.PressAsync("Tab");
        held.Pass();
        foreach (var at in new[] { page, late })
        {
            await Assertions.Expect(at.Locator(".aside")).ToHaveTextAsync("Of the one");
            await Assertions.Expect(at.Locator("[name=note]")).ToHaveValueAsync("Of the other");
        }
        await page.Keyboard.PressAsync("Control+s"); // is no decision
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        Assert.Equal("Of the other", Of("more-22")!.Note);
        await Assertions.Expect(late.Locator("form[data-dirty]")).ToHaveCountAsync(0);
        foreach (var at in new[] { late, page })
        {
            await Assertions.Expect(at.Locator(".aside")).ToHaveTextAsync("Of the one");
            await at.ReloadAsync();
            await at.Locator("[data-ready]").WaitForAsync();
            await Assertions.Expect(at.Locator("[name=note]")).ToHaveValueAsync("Of the other");
            await Assertions.Expect(at.Locator(".aside")).ToHaveTextAsync("Of the one");
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it there" }).ClickAsync();
        foreach (var at in new[] { page, late })
        {
            await Assertions.Expect(at.Locator("[name=note]")).ToHaveValueAsync("Of the one");
            await Assertions.Expect(at.Locator(".aside")).ToHaveTextAsync("Of the other");
        }
        await late.GetByRole(AriaRole.Button, new() { Name = "Let it go" }).ClickAsync();
        foreach (var at in new[] { page, late })
        {
            await Assertions.Expect(at.Locator(".aside")).ToHaveCountAsync(0);
            await Assertions.Expect(at.Locator("[name=note]")).ToHaveValueAsync("Of the one");
            await at.Context.CloseAsync();
        }
    }

    /// <summary>What is set aside stands above the fields, which may be out of sight: the foot says so whatever comes after.</summary>
    [Fact]
    public async Task Foot_WhileSomethingIsSetAside_GoesOnSayingSo()
    {
        const string both = "Something was typed into the same field at two places. Both are kept: see above.";
        var page = await Desk("more-40");
        var (late, held) = await Open("more-40", of: "more-40");
        held.Hold();
        await page.FillAsync("[name=note]", "Of the one");
        await page.Keyboard.PressAsync("Tab");
        await page.Answered();
        await Written(page);
        await late.FillAsync("[name=note]", "Of the other");
        await late.Keyboard.PressAsync("Tab");
        held.Pass();
        foreach (var at in new[] { page, late })
            await Assertions.Expect(at.Locator(".form-said")).ToContainTextAsync(both);
        await late.FillAsync("[name=gloss]", "A reading");
        await late.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("A reading");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("What you typed in another window is here too.");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync(both);
        await page.FillAsync("[name=gloss]", "Another reading");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(late.Locator("[name=gloss]")).ToHaveValueAsync("Another reading");
        await page.ReloadAsync();
        await page.Locator("[data-ready]").WaitForAsync();
        foreach (var at in new[] { page, late })
            await Assertions.Expect(at.Locator(".form-said")).ToContainTextAsync(both);
        await late.GetByRole(AriaRole.Button, new() { Name = "Let it go" }).ClickAsync();
        foreach (var at in new[] { page, late })
        {
            await Assertions.Expect(at.Locator(".form-said")).Not.ToContainTextAsync(both);
            await at.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Field_SavedElsewhereBeforeThatWasSeen_KeepsWhatWasSavedBesideWhatIsTyped()
    {
        var page = await Desk("more-23");
        foreach (var key in new[] { "s", "w", "Control+s" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        var (late, held) = await Open("more-23", of: "more-23");
        held.Hold();
        await page.FillAsync("[name=note]", "Saved words");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await Assertions.Expect(page.Locator("form[data-dirty]")).ToHaveCountAsync(0);
        await page.Answered();
        await late.FillAsync("[name=note]", "Words of before");
        await late.Keyboard.PressAsync("Tab");
        held.Pass();
        await Assertions.Expect(late.Locator(".aside")).ToHaveTextAsync("Saved words");
        await Assertions.Expect(late.Locator("[name=note]")).ToHaveValueAsync("Words of before");
        Assert.Equal("Saved words", Of("more-23")!.Note);
        foreach (var at in new[] { page, late })
            await at.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_GoneOnWithAndSavedOnAnotherDevice_IsNoDraftHereAnyMore()
    {
        var page = await Desk("more-24");
        foreach (var key in new[] { "s", "w", "Control+s" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await page.FillAsync("[name=note]", "Half of it");
        await page.Keyboard.PressAsync("Tab");
        await Written(page);
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(d => d.includes('Half') && JSON.parse(d).kept)");
        var (url, context) = (page.Url, page.Context);
        await page.CloseAsync();
        var other = await Desk("more-24", of: "more-24");
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("Half of it");
        await other.FillAsync("[name=note]", "Half of it, and the rest");
        await other.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        page = await context.NewPageAsync();
        await page.OpenForm(url);
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("Half of it, and the rest");
        await Assertions.Expect(page.Locator("form[data-dirty]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("not saved is back")).ToHaveCountAsync(0);

        // What was typed on the device since stays.
        await page.FillAsync("[name=note]", "One end");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("One end");
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(d => d.includes('One end') && JSON.parse(d).kept)");
        await page.FillAsync("[name=reason]", "Of the device alone"); // and the field is not left
        await page.CloseAsync();
        await other.FillAsync("[name=note]", "Another end");
        await other.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        page = await context.NewPageAsync();
        await page.OpenForm(url);
        await Assertions.Expect(page.Locator("[name=reason]")).ToHaveValueAsync("Of the device alone");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("Another end");
        foreach (var at in new[] { page, other })
            await at.Context.CloseAsync();
    }

    [Fact]
    public async Task Version_SavedByTheSamePersonElsewhere_IsSaidToBeHisOwnAndShowsWhatItQuotes()
    {
        var me = await Site.App.Person("ada-own", AccountRole.Editor);
        var page = await Desk("more-12", of: "own");
        await page.OpenForm($"{Site.App.Address}/claims/more-12/code/first");
        await Save(f => f with { Gloss = "Of another place." });
        var said = page.Locator(".form-said");
        await Assertions.Expect(said).ToContainTextAsync("You have just changed this in another window or on another device");
        await page.FillAsync("[name='quotations.0.cites']", "an aide");
        await page.Keyboard.PressAsync("Tab");
        await page.Answered();
        await Written(page);
        await Save(f => f with { Quotations = [f.Quotations[0] with { Exact = "expected to sign", Position = null }] });
        await Assertions.Expect(said).ToContainTextAsync("You have just changed this too in another window");
        await page.Keyboard.PressAsync("Control+s");
        var conflict = page.Locator(".conflict");
        await Assertions.Expect(conflict.Locator("h2")).ToHaveTextAsync("You saved another version in another window or on another device");
        await Assertions.Expect(conflict.Locator("caption")).ToContainTextAsync("You changed these at another place too");
        await Assertions
            .Expect(conflict.Locator(".version"))
            .ToHaveTextAsync(["“a short paper” (¶ 2) · Whose word: an aide", "“expected to sign” (¶ 2)"]);
        await Assertions.Expect(conflict).Not.ToContainTextAsync("ada-own");
        await page.Context.CloseAsync();

        async Task Save(Func<Framing, Framing> change)
        {
            var claim = Site.App.Casebook.Claims.Single(c => c.Slug == "more-12");
            var was = claim.Framings[0];
            var edit = new PutFraming(claim.Id, was.Source, was, change(was));
            Assert.IsType<Outcome.Committed>(await Site.App.Services.GetRequiredService<CasebookStore>().Write(edit, me));
        }
    }

    [Fact]
    public async Task Sentence_GoneOnWithWhileItIsSaved_StaysInItsForm()
    {
        var (page, held) = await Open("more-25");
        await page.OpenForm(Site.App.Address + "/edit/claim/more-25");
        await page.FocusAsync("[name=note]");
        await page.Keyboard.TypeAsync("Once. ");
        held.Hold();
        await page.Keyboard.PressAsync("Control+s");
        await page.Keyboard.TypeAsync("And zz");
        held.Pass();
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await page.Keyboard.TypeAsync(" top");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("Once. And zz top");
        await Assertions.Expect(page.Locator("[name=note]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+s"); // whoever thinks for a while before he types on stays too, wherever that is
        await Assertions.Expect(page.Locator("form[data-dirty]")).ToHaveCountAsync(0);
        await page.FocusAsync("[name=question]");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" Or not");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/more-25$"));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Or not");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Sentence_GoneOnWithWhereWhatIsNewHasItsPage_IsNoCommandThereAndThatIsSaid()
    {
        var (page, held) = await Open("more-47");
        await page.OpenForm(Site.App.Address + "/new/actor");
        await page.FillAsync("[name=name]", "Somebody New");
        await page.FocusAsync("[name=note]");
        await page.EvaluateAsync("() => Object.defineProperty(Event.prototype, 'timeStamp', { get: () => 1 })"); // without a pause
        await page.Keyboard.TypeAsync("Once. ");
        held.Hold();
        await page.Keyboard.PressAsync("Control+s");
        await page.Keyboard.TypeAsync("And ");
        held.Pass();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/actors/somebody-new$"));
        await page.Locator("main [data-key=e]").WaitForAsync();
        await page.Keyboard.TypeAsync("e jokes [");
        await page.Keyboard.PressAsync("Backspace");
        var told = page.Locator("#told");
        await Assertions.Expect(told).ToHaveTextAsync(new Regex("saved and left while you typed"));
        await page.EvaluateAsync("() => { document.title = 'What else is said'; }");
        await Assertions.Expect(page.Locator("#announcer")).ToHaveTextAsync("What else is said");
        await Assertions.Expect(told).ToHaveTextAsync(new Regex("saved and left while you typed"));
        await Assertions.Expect(told).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/actors/somebody-new$"));
        await page.Keyboard.PressAsync("Escape"); // whoever stops typing goes on by keys
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync(new Regex("^Once\\.( And)?$")); // before it is saved it is in
        await page.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator("form[data-dirty]")).ToHaveCountAsync(0);
        await page.OpenForm(Site.App.Address + "/new/actor"); // nothing of it is of the next one
        await Assertions.Expect(page.Locator("[name=name]")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("form[data-dirty]")).ToHaveCountAsync(0);
        await page.FillAsync("[name=note]", "Without a name");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".notice.bad")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form[inert]")).ToHaveCountAsync(0);
        await page.Locator("[name=note]").FillAsync("Typed on");
        await page.Context.CloseAsync();
    }
}
