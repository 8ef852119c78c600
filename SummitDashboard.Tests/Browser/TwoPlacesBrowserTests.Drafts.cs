using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

public sealed partial class TwoPlacesBrowserTests
{
    [Fact]
    public async Task Draft_OfAnotherDevice_StaysUnderWhatIsTypedOnThis()
    {
        var first = await Desk("more-15");
        await first.Keyboard.PressAsync("h");
        await first.FillAsync("[name='aspect.measure.text']", "in the dark");
        await first.Locator("[name='aspect.whose.empty']").CheckAsync();
        await first.FocusAsync("[name=gloss]");
        await first.Keyboard.TypeAsync("As a tale"); // and the field is not left
        await first.WaitForFunctionAsync(
            "() => Object.keys(localStorage).some(k => k.startsWith('draft:') && JSON.parse(localStorage[k]).fields?.gloss === 'As a tale')"
        );
        await Written(first);

        var second = await Desk("more-15", of: "more-15");
        await HasAll(second);
        await second.FocusAsync("[name=note]");
        await second.Keyboard.TypeAsync("Half a word");
        await second.ReloadAsync();
        await second.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(second.GetByText("What you had typed and not saved is back")).ToBeVisibleAsync();
        await HasAll(second);
        await Assertions.Expect(second.Locator("[name=note]")).ToHaveValueAsync("Half a word");
        await Written(second); // and is not on this device alone: what is typed on another comes on top of it
        var other = await Desk("more-15", of: "more-15");
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("Half a word");
        await other.Context.CloseAsync();

        // So it does where somebody types sooner than the page knows of it.
        var third = await Desk("more-14", of: "more-15");
        var go = await third.HeldCircuit();
        await third.GotoAsync(Site.App.Address + "/claims/more-15/code/second", new() { WaitUntil = WaitUntilState.Commit });
        await third.Locator("[data-draft]").WaitForAsync();
        await third.EvaluateAsync("() => import(new URL('drafts.js', document.baseURI))");
        await third.FillAsync("[name=note]", "Sooner");
        await third.WaitForFunctionAsync("() => Object.values(localStorage).some(d => d.includes('Sooner'))");
        go.SetResult();
        await third.Locator("[data-ready]").WaitForAsync();
        await HasAll(third);
        await Assertions.Expect(third.Locator("[name=note]")).ToHaveValueAsync("Sooner");
        foreach (var page in new[] { first, second, third })
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_OfAPageThatStoodOpen_IsJoinedWithWhatWasTypedOnAnotherDevice()
    {
        var first = await Desk("more-17");
        await first.FocusAsync("[name=note]");
        await first.Keyboard.TypeAsync("Of the first ");
        await Written(first);
        await Assertions.Expect(first.Locator(".form-said")).ToContainTextAsync("Draft kept");
        var second = await Desk("more-17", of: "more-17");
        await Assertions.Expect(second.Locator("[name=note]")).ToHaveValueAsync("Of the first");
        await second.FocusAsync("[name=note]");
        await second.Keyboard.PressAsync("End");
        await second.Keyboard.TypeAsync(", of the second");
        await second.Keyboard.PressAsync("Tab");
        await Assertions.Expect(first.Locator("[name=note]")).ToHaveValueAsync("Of the first, of the second");
        await Assertions.Expect(first.Locator(".form-said")).ToContainTextAsync("in another window");

        // What stands in other fields comes too, and what is typed here since stays.
        await second.FocusAsync("[name=gloss]");
        await second.Keyboard.TypeAsync("A reading");
        await first.Keyboard.PressAsync("End");
        await first.Keyboard.TypeAsync(", again");
        foreach (var page in new[] { first, second })
        {
            await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("Of the first, of the second, again");
            await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("A reading");
        }
        await Written(second);
        await second.ReloadAsync();
        await second.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(second.Locator("[name=note]")).ToHaveValueAsync("Of the first, of the second, again");
        await Assertions.Expect(second.Locator("[name=gloss]")).ToHaveValueAsync("A reading");

        // What is thrown away there is here too.
        await first.ClickAsync("text=Discard…");
        await first.GetByRole(AriaRole.Button, new() { Name = "Throw it away" }).ClickAsync();
        await Assertions.Expect(second.Locator("[name=note]")).ToHaveValueAsync("");
        await second.ReloadAsync();
        await second.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(second.Locator("[name=gloss]")).ToHaveValueAsync("");
        foreach (var page in new[] { first, second })
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Sentence_SavedInItsMiddle_GoesOnWhereItCannotBeSavedYet()
    {
        var page = await Desk("more-16");
        var note = page.Locator("[name=note]");
        await note.FocusAsync();
        foreach (var words in new[] { "Once ", "and again " })
        {
            await page.Keyboard.TypeAsync(words);
            await page.Keyboard.PressAsync("Control+s");
            var why = page.Locator("main .notice.bad[role=alert]:not([data-seen])"); // said anew each time
            await Assertions.Expect(why).ToContainTextAsync("Not saved yet");
            await page.TwoFrames();
            await why.EvaluateAsync("e => (e.dataset.seen = '')");
            await Assertions.Expect(note).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Not saved");
        }
        await page.Keyboard.TypeAsync("sends");
        await Assertions.Expect(note).ToHaveValueAsync("Once and again sends");
        await Assertions.Expect(page.Locator("[name=stance]:checked")).ToHaveCountAsync(0);
        await page.ClickAsync("[data-save]");
        await Assertions.Expect(page.Locator("main .notice.bad")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pressed_BeforeTheStylesAreThere_WaitsForTheCircuit()
    {
        await Site.App.Person("ada-sooner", AccountRole.Editor);
        var (page, _) = await Browser.Page();
        await page.SignIn(Site.App, "ada-sooner");
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/MudBlazor*.css", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(Site.App.Address + "/claims/more-15/code/first", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("[data-draft] [data-save]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(r => r.name.endsWith('/presses.js'))");
        await page.EvaluateAsync("() => import(new URL('presses.js', document.baseURI))");
        await page.Keyboard.PressAsync("p");
        go.SetResult();
        await Assertions.Expect(page.Locator("[name=stance][value=anticipates]")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    private static async Task HasAll(IPage page)
    {
        await Assertions.Expect(page.Locator("[name=stance][value=hedges]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name='aspect.measure.text']")).ToHaveValueAsync("in the dark");
        await Assertions.Expect(page.Locator("[name='aspect.whose.empty']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("As a tale");
    }

    // What the device was told by the server goes on to the database, which takes one after the other.
}
