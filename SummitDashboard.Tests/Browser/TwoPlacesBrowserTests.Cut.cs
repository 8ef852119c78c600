using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What comes between two places, or between a page and the server, in the middle of a sentence.</summary>
public sealed partial class TwoPlacesBrowserTests
{
    [Fact]
    public async Task Draft_ThrownAwayWhileTheOtherPlaceTypesOn_LeavesWhatIsTypedThere()
    {
        var page = await Desk("more-26");
        var other = await Desk("more-26", of: "more-26");
        await page.FillAsync("[name=gloss]", "To be thrown away");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(other.Locator("[name=gloss]")).ToHaveValueAsync("To be thrown away");
        await other.FocusAsync("[name=note]");
        await other.Keyboard.TypeAsync("A no");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Throw it away" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("");
        await other.Keyboard.TypeAsync("te");
        await other.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("A note");
        foreach (var at in new[] { page, other })
        {
            await Assertions.Expect(at.Locator("[name=gloss]")).ToHaveValueAsync("");
            await Assertions.Expect(at.Locator(".aside")).ToHaveCountAsync(0);
        }
        await Written(other);
        var go = await other.HeldCircuit();
        await other.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(other.GetByText("What you had typed comes back in a moment.")).ToBeVisibleAsync();
        go.SetResult();
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("A note");
        await Assertions.Expect(other.Locator("[name=gloss]")).ToHaveValueAsync("");
        await Assertions.Expect(other.Locator(".comes-back")).ToHaveCountAsync(0);
        foreach (var at in new[] { page, other })
            await at.Context.CloseAsync();
    }

    [Fact]
    public async Task Fields_SavedAtTwoPlacesInOneMoment_AreSavedAsTheyWereTypedAndNothingIsAsked()
    {
        var page = await Desk("more-29");
        var (late, held) = await Open("more-29", of: "more-29");
        foreach (var at in new[] { page, late })
            await at.OpenForm(Site.App.Address + "/edit/claim/more-29");
        await page.FillAsync("[name=note]", "Half a sent");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(late.Locator("[name=note]")).ToHaveValueAsync("Half a sent");
        held.Hold(); // it sees nothing of what is saved there
        await page.FillAsync("[name=note]", "Half a sentence, saved");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/more-29$"));
        await late.FillAsync("[name=question]", "Was it");
        await late.Keyboard.PressAsync("Control+s");
        await late.Keyboard.TypeAsync(" rare?");
        held.Pass();
        await Assertions.Expect(late.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await Assertions.Expect(late.Locator("[name=note]")).ToHaveValueAsync("Half a sentence, saved");
        await Assertions.Expect(late.Locator("[name=question]")).ToHaveValueAsync("Was it rare?");
        await Assertions.Expect(late.Locator("[name=question]")).ToBeFocusedAsync();
        await Assertions.Expect(late.Locator(".conflict, .aside")).ToHaveCountAsync(0);
        await late.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(late).ToHaveURLAsync(new Regex("/claims/more-29$"));
        var claim = Site.App.Casebook.Claims.Single(c => c.Slug == "more-29");
        Assert.Equal(("Was it rare?", "Half a sentence, saved"), (claim.Question, claim.Note));
        foreach (var at in new[] { page, late })
            await at.Context.CloseAsync();
    }

    [Theory, InlineData(30, true), InlineData(31, false)]
    public async Task Words_OfATabThatIsGone_OutliveWhatAnotherSavesOrThrowsAway(int n, bool isSaved)
    {
        var form = $"{Site.App.Address}/edit/claim/more-{n}";
        var page = await Desk($"more-{n}");
        await page.OpenForm(form);
        var gone = await page.Context.NewPageAsync();
        await gone.OpenForm(form);
        await gone.FocusAsync("[name=question]");
        await gone.Keyboard.PressAsync("End");
        await gone.Keyboard.TypeAsync(" Half a sen"); // and is closed before it tells
        await gone.CloseAsync();
        await page.FillAsync("[name=note]", "A note");
        await page.Keyboard.PressAsync("Tab");
        await page.Answered();
        await EndWith(page, isSaved);

        await page.OpenForm(form);
        await Assertions.Expect(page.Locator("[name=question]")).ToHaveValueAsync(new Regex(" Half a sen$"));
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync(isSaved ? "A note" : "");
        await EndWith(page, isSaved);
        await page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('draft:'))");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_ThrownAwayInOneTab_LeavesNothingOfItToAnother()
    {
        var form = $"{Site.App.Address}/edit/claim/more-32";
        var page = await Desk("more-32");
        await page.OpenForm(form);
        var other = await page.Context.NewPageAsync();
        await other.OpenForm(form);
        await page.FocusAsync("[name=question]");
        await page.Keyboard.TypeAsync("Thrown away");
        await other.FillAsync("[name=note]", "A note"); // on top of what the other has not told
        await other.WaitForFunctionAsync("() => Object.values(localStorage).some(t => /Thrown away/.test(t) && /A note/.test(t))");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("A note");
        await EndWith(page, isSaved: false);
        await Written(page);
        await page.CloseAsync();
        await other.Keyboard.PressAsync("Tab");
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("");
        await other.FocusAsync("[name=note]");
        await other.Keyboard.TypeAsync("Another");
        await EndWith(other, isSaved: true);
        await other.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('draft:'))");
        var claim = Site.App.Casebook.Claims.Single(c => c.Slug == "more-32");
        Assert.Equal("Another", claim.Note);
        Assert.DoesNotContain("Thrown", claim.Question, StringComparison.Ordinal);
        await other.Context.CloseAsync();
    }

    private static async Task EndWith(IPage page, bool isSaved)
    {
        if (isSaved)
        {
            await page.Keyboard.PressAsync("Control+s");
            await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
            return;
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Throw it away", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("form[data-dirty]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Cell_SavedAndGoneOnFromInOneBreath_IsSavedAndLeft()
    {
        var (page, held) = await Open("more-28");
        foreach (var key in new[] { "s", "w" })
            await page.Keyboard.PressAsync(key);
        await page.FillAsync("[name=note]", "Saved and gone on from");
        held.Hold();
        foreach (var key in new[] { "Control+s", "Control+Enter", "h" })
            await page.Keyboard.PressAsync(key);
        held.Pass();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/(?!more-28/)"));
        await Assertions.Expect(page.Locator("[name=stance][value=hedges]")).ToBeCheckedAsync();
        Assert.Equal("Saved and gone on from", Of("more-28")!.Note);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Connection_CutWhileADraftIsToldOrSaved_HoldsNothingUpOnceItIsBack()
    {
        var (page, held) = await Open("more-27");
        foreach (var key in new[] { "s", "w" })
            await page.Keyboard.PressAsync(key);
        await page.Answered();
        var other = await Desk("more-27", of: "more-27");
        held.Hold();
        await page.FillAsync("[name=note]", "Half a sent");
        await page.Keyboard.PressAsync("Tab");
        await held.Waits;
        await CutUntilItIsBack(page, held);
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("Half a sent");
        await Written(other); // what is asked over a cut connection is answered by nobody

        await page.Answered(); // what waited is told; a key behind that would wait too, and go with the connection
        held.Hold();
        await page.FillAsync("[name=note]", "Half a sentence");
        await page.Keyboard.PressAsync("Control+s");
        await held.Waits;
        await CutUntilItIsBack(page, held);
        await Assertions.Expect(page.Locator(".announced")).ToContainTextAsync("lost while you saved");
        await page.FillAsync("[name=note]", "Half a sentence, and its end");
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("Half a sentence, and its end");
        var saved = await page.Locator(".form-said a").GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator($".form-said a:not([href='{saved}'])")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("form[data-dirty]")).ToHaveCountAsync(0);
        Assert.Equal("Half a sentence, and its end", Of("more-27")!.Note);
        await Assertions.Expect(other.Locator("form[data-dirty]")).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('draft:'))");
        foreach (var at in new[] { page, other })
            await at.Context.CloseAsync();
    }

    // The page says that it is; it may not have noticed the cut yet as that is done.
    private static async Task CutUntilItIsBack(IPage page, HeldFrames held)
    {
        await page.EvaluateAsync("() => { window.isBack = false; addEventListener('back', () => (window.isBack = true)); }");
        await held.Cut();
        await page.WaitForFunctionAsync("() => window.isBack");
    }
}
