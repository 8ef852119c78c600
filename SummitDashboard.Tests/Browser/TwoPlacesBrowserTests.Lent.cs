using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What has to be seen takes the focus from whoever types: letters that follow are his sentence all the same.</summary>
public sealed partial class TwoPlacesBrowserTests
{
    [Fact]
    public async Task Conflict_MetWhileTheNextFieldIsTypedIn_TakesNoLetter()
    {
        var bob = await Site.App.Person("bob-lent", AccountRole.Editor);
        var page = await Desk("more-42");
        foreach (var key in new[] { "s", "w", "Control+s" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await page.FillAsync("[name=note]", "Mine");
        await page.Keyboard.PressAsync("Tab");
        await page.Answered();
        await Save("more-42", bob, f => f with { Note = "Bob’s" });
        await page.Keyboard.PressAsync("Control+s");
        await page.FocusAsync("[name=reason]");
        await page.Keyboard.TypeAsync("b z h ");
        var conflict = page.Locator(".conflict");
        await Assertions.Expect(conflict).ToBeFocusedAsync(); // once nobody is in the middle of a word
        await page.Keyboard.TypeAsync("j and so on");
        await Assertions.Expect(page.Locator("[name=reason]")).ToHaveValueAsync("b z h j and so on");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/more-42/code/second$"));
        await Assertions.Expect(page.Locator("[name=stance][value=silent]")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Refusal_MetWhileTheNextFieldIsTypedIn_TakesNoLetterAndAnyOtherKeyIsOfIt()
    {
        var (page, held) = await Open("more-43");
        await page.OpenForm(Site.App.Address + "/edit/claim/more-43");
        await page.FillAsync("[name=question]", "");
        held.Hold();
        await page.ClickAsync("[data-save]");
        await page.FocusAsync("[name=note]");
        await page.Keyboard.TypeAsync("e and ");
        held.Pass();
        var refusal = page.Locator(".notice.bad");
        await Assertions.Expect(refusal).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("j");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("e and j");
        await page.ClickAsync("[data-save]");
        await Assertions.Expect(refusal).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("q");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("e and j");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Field_ToldWhileTheOtherPlaceDecidesAConflict_IsNotLost()
    {
        var bob = await Site.App.Person("bob-decides", AccountRole.Editor);
        var page = await Desk("more-44");
        var other = await Desk("more-44", of: "more-44");
        foreach (var at in new[] { page, other })
            await at.OpenForm(Site.App.Address + "/edit/claim/more-44");
        await page.FillAsync("[name=question]", "Mine?");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(other.Locator("[name=question]")).ToHaveValueAsync("Mine?");
        var was = Site.App.Casebook.Claims.Single(c => c.Slug == "more-44");
        await Write(new PutItem(was, was with { Question = "Bob’s?" }), bob);
        await page.Keyboard.PressAsync("Control+s");
        await page.Locator(".conflict").WaitForAsync();
        await other.FillAsync("[name=note]", "Told meanwhile");
        await other.Keyboard.PressAsync("Tab");
        await Written(other);
        await page.ClickAsync("text=Save the merged version");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/more-44$"));
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("Told meanwhile");
        await other.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.Locator(".form-said a")).ToBeVisibleAsync();
        var claim = Site.App.Casebook.Claims.Single(c => c.Slug == "more-44");
        Assert.Equal(("Mine?", "Told meanwhile"), (claim.Question, claim.Note));
        foreach (var at in new[] { page, other })
            await at.Context.CloseAsync();
    }

    [Fact]
    public async Task Field_SavedAtOnePlaceWhileTheOtherTypesInIt_KeepsBothUntilSomebodyDecides()
    {
        var page = await Desk("more-49");
        var (late, held) = await Open("more-49", of: "more-49");
        foreach (var at in new[] { page, late })
            await at.OpenForm(Site.App.Address + "/edit/claim/more-49");
        await page.FillAsync("[name=reason]", "A reason of its own");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Nothing had changed.");
        await Assertions.Expect(page.Locator("[name=reason]")).ToHaveValueAsync("A reason of its own");
        held.Hold();
        await NoPause(late);
        await page.FillAsync("[name=note]", "Of the one");
        await late.FocusAsync("[name=note]");
        await late.Keyboard.TypeAsync("Of the other"); // and is not told
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said a")).ToBeVisibleAsync();
        held.Pass();
        await Pause(late);
        foreach (var at in new[] { page, late })
            await Assertions.Expect(at.Locator(".aside")).ToHaveTextAsync(new Regex("Of the o(ne|ther)"));
        await late.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(late.Locator(".form-said a")).ToBeVisibleAsync();
        Assert.Equal("Of the other", Site.App.Casebook.Claims.Single(c => c.Slug == "more-49").Note);
        foreach (var at in new[] { page, late })
            await Assertions.Expect(at.Locator(".aside")).ToHaveTextAsync("Of the one");
        foreach (var at in new[] { page, late })
            await at.Context.CloseAsync();
    }

    private Task Save(string cell, string account, Func<Framing, Framing> change)
    {
        var was = Of(cell)!;
        var claim = Site.App.Casebook.Claims.Single(c => c.Slug == cell);
        return Write(new PutFraming(claim.Id, was.Source, was, change(was)), account);
    }

    private async Task Write(Edit edit, string account) =>
        Assert.IsType<Outcome.Committed>(await Site.App.Services.GetRequiredService<CasebookStore>().Write(edit, account));
}
