using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Whoever presses keys faster than the page answers, as on a slow line, loses none of them, and all in their order.</summary>
public sealed partial class DeskPressesBrowserTests(Browser browser, DeskSite site) : DeskTests(browser, site), IClassFixture<DeskSite>
{
    [Fact]
    public async Task Silent_SignedInOneBreath_IsSaved()
    {
        var (page, held) = await Open("more-0");
        held.Hold();
        foreach (var key in new[] { "s", "w", "Control+Enter", "h" }) // the last is meant for the cell that comes
            await page.Keyboard.PressAsync(key);
        Assert.Null(Of("more-0"));
        held.Pass();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/(?!more-0)"));
        Assert.Equal(Stance.Silent, Of("more-0")!.Stance);
        await Assertions.Expect(page.Locator("[name=stance][value=hedges]")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Told_ProposedAnsweredAndSavedInOneBreath_HasAllOfIt()
    {
        var (page, held) = await Open("more-1");
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        held.Hold();
        foreach (var key in new[] { "1", "a", "u", "0", "u", "e", "g" })
            await page.Keyboard.PressAsync(key);
        await page.Keyboard.TypeAsync("As a tale, said so.");
        foreach (var key in new[] { "Escape", "f", "Space", "Escape", "Control+Enter" })
            await page.Keyboard.PressAsync(key);
        held.Pass();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/(?!more-1)"));
        var framing = Of("more-1")!;
        Assert.Equal((Stance.Asserts, 1, "As a tale, said so."), (framing.Stance, framing.Quotations.Count, framing.Gloss));
        Assert.Equal(("years-24", "envoys"), (framing.TermOf("measure"), framing.TermOf("whose")));
        Assert.Equal(["earlier", "reading"], framing.Empty);
        Assert.Single(framing.Frames);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Aspects_FilledInOneBreath_GetEachWhatWasMeantForIt()
    {
        var (page, held) = await Open("more-9");
        foreach (
            var (cell, keys, slots) in new[]
            {
                ("more-9", "v|alpha one|Escape|v|beta two|Escape|v|gamma three|Escape|e", "alpha one|beta two|gamma three|empty"),
                ("more-8", "a|1|u|u|0|e", "24 years|empty|empty|empty"), // nobody answers the second as the other U would
                ("more-7", "a|1|0|0|u", "empty|empty|any envoy|"),
                ("more-6", "a|1|l|0|u|0|u", "empty|empty|any envoy|"),
            }
        )
        {
            await page.OpenForm($"{Site.App.Address}/claims/{cell}/code/second");
            held.Hold();
            foreach (var key in keys.Split('|'))
                await (key.Contains(' ', StringComparison.Ordinal) ? page.Keyboard.TypeAsync(key) : page.Keyboard.PressAsync(key));
            held.Pass();
            foreach (var (n, slot) in slots.Split('|').Index())
            {
                var at = page.Locator(".slot").Nth(n);
                await Assertions.Expect(at.Locator("[name$='.text']")).ToHaveValueAsync(slot == "empty" ? "" : slot);
                await Assertions.Expect(at.Locator("[type=checkbox]")).ToBeCheckedAsync(new() { Checked = slot == "empty" });
            }
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Quoted_ChosenAndSavedInOneBreath_IsQuotedOnceEach()
    {
        var (page, held) = await Open("more-2");
        var proposed = await page.Locator(".proposals mark").First.InnerTextAsync();
        held.Hold();
        foreach (var key in new[] { "t", "Enter", "t", "Control+ArrowRight", "q", "r" }) // at what is proposed, then behind what is quoted
            await page.Keyboard.PressAsync(key);
        await page.Keyboard.PressAsync("Control+Enter");
        held.Pass();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/(?!more-2)"));
        var framing = Of("more-2")!;
        Assert.Equal(Stance.Attributes, framing.Stance);
        Assert.Equal(2, framing.Quotations.Count);
        Assert.Equal(proposed, framing.Quotations[0].Exact);
        Assert.Equal(framing.Quotations[0].Paragraph, framing.Quotations[1].Paragraph);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Left_ByItsKey_ThePressThatFollowsIsMeantForTheNext()
    {
        var (page, held) = await Open("more-6");
        held.Hold();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("d");
        held.Pass();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/more-7/code/second$"));
        await Assertions.Expect(page.Locator("[name=stance][value=disputes]")).ToBeCheckedAsync();
        Assert.Null(Of("more-6"));
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/more-6/code/second$"));
        await page.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator("[name=stance]:checked")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Typed_AndSavedInOneBreath_IsSavedAndWhatFollowsARefusalIsNot()
    {
        const string tooLong = "the first by any envoy in 24 years, and a long time in coming; the rest";
        var (page, held) = await Open("more-5");
        held.Hold();
        foreach (var key in new[] { "a", "+" })
            await page.Keyboard.PressAsync(key);
        await page.Keyboard.TypeAsync(tooLong); // one more than may be quoted
        foreach (var key in new[] { "Escape", "y", "d", "Escape", "Control+Enter", "h" })
            await page.Keyboard.PressAsync(key);
        held.Pass();
        await Assertions.Expect(page.Locator("[name='quotations.1.exact']")).ToHaveValueAsync(tooLong);
        await Assertions.Expect(page.Locator("[name=also]")).ToHaveValueAsync("disputes");
        await Assertions.Expect(page.Locator("#announcer")).ToContainTextAsync("is not taken");
        await Assertions.Expect(page.Locator("[name=stance][value=asserts]")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pressed_BeforeTheCircuitIsThere_WaitsForIt()
    {
        await Site.App.Person("ada-early", AccountRole.Editor);
        var (page, _) = await Browser.Page();
        await page.SignIn(Site.App, "ada-early");
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/blazor.web*.js", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(Site.App.Address + "/claims/more-9/code/second", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("[data-draft]").WaitForAsync();
        await page.EvaluateAsync("() => import(new URL('presses.js', document.baseURI))");
        await page.Locator("[data-keys-switch][data-told]").WaitForAsync();
        foreach (var key in new[] { "1", "p", "u", "e" })
            await page.Keyboard.PressAsync(key);
        go.SetResult();
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).Not.ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("[name=stance][value=anticipates]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name='aspect.measure.value']")).ToHaveValueAsync("years-24");
        await Assertions.Expect(page.Locator("[name='aspect.reading.empty']")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Quoted_AndSavedByKeys_ShowsThePassageAndThenTheNextCellAtItsTop()
    {
        var page = await Desk("rare");
        await page.SetViewportSizeAsync(1440, 900);
        await page.Locator(".picker:not([data-comes])").WaitForAsync();
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        await page.EvaluateAsync("() => { const t = document.querySelector('ol.text'); t.scrollTop = t.scrollHeight; }");
        await Assertions.Expect(page.Locator("ol.text #p1")).Not.ToBeInViewportAsync();
        await page.Locator("[name=stance]").First.FocusAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("ol.text mark.cited")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(page.Locator("[name=stance]").First).ToBeFocusedAsync();

        // What the keys of this cell change is scrolled into sight, and nothing of the cell that comes.
        foreach (var key in new[] { "a", "u", "e" })
            await page.Keyboard.PressAsync(key);
        await page.WaitForFunctionAsync("() => scrollY > 0");
        var asked = await page.Locator("h1").InnerTextAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(asked);
        await page.Locator("[data-ready]").WaitForAsync();
        var top = await page.EvaluateAsync<int>(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))))"
        );
        Assert.Equal(0, top);
        await page.SetViewportSizeAsync(1440, 460);
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Taken back");
        Assert.Equal(0, await page.EvaluateAsync<int>("scrollY")); // what a message does is of no place of the cell
        await page.Context.CloseAsync();
    }
}
