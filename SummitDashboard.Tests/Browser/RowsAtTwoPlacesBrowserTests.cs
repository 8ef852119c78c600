using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>
/// Rows of lists, which have a place and no name, where the form stands open twice; and two people who begin in the same moment.
/// </summary>
public sealed class RowsAtTwoPlacesBrowserTests(Browser browser, DeskSite site) : DeskTests(browser, site), IClassFixture<DeskSite>
{
    [Fact]
    public async Task Row_TypedInWhileTheOtherPlaceSaves_KeepsWhatIsTyped()
    {
        var (page, other) = await Twice("more-0");
        await page.FillAsync("[name=note]", "Of the one");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("Of the one");
        await TypeBehind(other, 1, " and more");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.Locator(".form-said")).ToContainTextAsync("Saved in another window.");
        await Assertions.Expect(Label(other, 1)).ToHaveValueAsync("Earlier visit and more");
        await Assertions.Expect(Label(other, 1)).ToBeFocusedAsync();
        await other.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        Assert.Equal(
            ["Measure", "Earlier visit and more", "Counted for whom", "What it means"],
            Claim("more-0").Aspects.Select(a => a.Label)
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Row_MovedAtOnePlaceWhileTheOtherTypesInIt_StaysTheSameRow()
    {
        var (page, other) = await Twice("more-1");
        await TypeBehind(page, 3, " to");
        await other
            .GetByRole(AriaRole.Button, new() { Name = "move row 4 up" })
            .Or(other.Locator("[aria-label$='4 up']"))
            .First.ClickAsync();
        await Assertions.Expect(Label(page, 2)).ToHaveValueAsync("What it means to");
        await Assertions.Expect(Label(page, 2)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(" them");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        Assert.Equal(
            [("measure", "Measure"), ("earlier", "Earlier visit"), ("reading", "What it means to them"), ("whose", "Counted for whom")],
            Claim("more-1").Aspects.Select(a => (a.Key, a.Label))
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Row_TakenOutAtOnePlaceWhileTheOtherTypesInIt_LeavesTheWordsBeside()
    {
        var (page, other) = await Twice("more-2");
        await NoPause(page);
        await TypeBehind(page, 2, " exactly");
        await other.Locator("[aria-label$='3 out']").First.ClickAsync();
        await Assertions.Expect(Label(page, 2)).ToHaveValueAsync("What it means");
        await Pause(page);
        await Assertions.Expect(page.Locator(".aside")).ToHaveTextAsync("Counted for whom exactly");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Row_TypedInByATabThatIsGone_StaysTheSameRowWhereverItWasMoved()
    {
        var (page, other) = await Twice("more-5");
        await TypeBehind(page, 0, " of it");
        await Assertions.Expect(Label(other, 0)).ToHaveValueAsync("Measure of it");
        await NoPause(other);
        await TypeBehind(other, 1, " still");
        var address = other.Url;
        await other.CloseAsync();
        await page.Locator("[aria-label$='2 up']").First.ClickAsync();
        await Assertions.Expect(Label(page, 1)).ToHaveValueAsync("Measure of it");
        await page.Answered();
        await Written(page);
        other = await page.Context.NewPageAsync();
        await other.OpenForm(address);
        await Assertions.Expect(Label(other, 0)).ToHaveValueAsync("Earlier visit still");
        await Assertions.Expect(Label(other, 1)).ToHaveValueAsync("Measure of it");
        await page.Context.CloseAsync();
    }

    /// <summary>Thrown away at one place, what was typed at the other since stands where it stood.</summary>
    [Fact]
    public async Task Row_TypedInWhileTheOtherPlaceDiscards_KeepsItsPlace()
    {
        var (page, other) = await Twice("more-6");
        await TypeBehind(page, 3, " to them");
        await Assertions.Expect(Label(other, 3)).ToHaveValueAsync("What it means to them");
        await TypeBehind(other, 1, " still");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard…" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Throw it away", Exact = true }).ClickAsync();
        await Assertions.Expect(Label(other, 3)).ToHaveValueAsync("What it means");
        await other.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        Assert.Equal(
            [("measure", "Measure"), ("earlier", "Earlier visit still"), ("whose", "Counted for whom"), ("reading", "What it means")],
            Claim("more-6").Aspects.Select(a => (a.Key, a.Label))
        );
        await page.Context.CloseAsync();
    }

    /// <summary>What another saves comes while the first letter is typed: the page asked, and nobody typed yet.</summary>
    [Fact]
    public async Task Field_BegunInTheMomentInWhichAnotherSavesIt_ShowsBothVersions()
    {
        var page = await Desk("more-3");
        foreach (var key in new[] { "s", "w", "Control+s" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        var (late, held) = await Open("more-4");
        await late.OpenForm(page.Url);
        await late.FocusAsync("[name=note]");
        held.Hold();
        await page.FillAsync("[name=note]", "Of the one");
        await page.Keyboard.PressAsync("Control+s");
        await held.PassUpTo("typing");
        await held.WaitsWith("Of the one");
        await late.Keyboard.TypeAsync("Of the other");
        held.Pass();
        await Assertions.Expect(late.Locator(".form-said")).ToContainTextAsync("saving shows both versions");
        await late.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(late.GetByText("saved another version").First).ToBeVisibleAsync();
        await Assertions.Expect(late.Locator(".aside")).ToHaveCountAsync(0);
        Assert.Equal("Of the one", Of("more-3")!.Note);
        foreach (var at in new[] { page, late })
            await at.Context.CloseAsync();
    }

    private async Task<(IPage One, IPage Other)> Twice(string claim)
    {
        var page = await SignedIn(claim);
        var address = $"{Site.App.Address}/edit/claim/{claim}";
        await page.OpenForm(address);
        var other = await page.Context.NewPageAsync();
        await other.OpenForm(address);
        return (page, other);
    }

    private static ILocator Label(IPage page, int row) => page.Locator($"[name='aspects.{row}.label']");

    private static async Task TypeBehind(IPage page, int row, string words)
    {
        await Label(page, row).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(words);
    }

    private Claim Claim(string slug) => Site.App.Casebook.Claims.Single(c => c.Slug == slug);
}
