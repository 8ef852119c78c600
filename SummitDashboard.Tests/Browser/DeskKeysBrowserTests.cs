using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>
/// What a told cell costs at the desk, key by key. Of the same cell, from the same field, the desk of before took 19 keys, 59 Tabs and 15
/// letters of words that had to be typed (the answer of an aspect, and a sentence without which nothing was saved).
/// </summary>
public sealed partial class DeskKeysBrowserTests(Browser browser)
{
    [Fact]
    public async Task ToldCell_ByKeysAlone_TakesAtMostTwelve()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(DeskCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        var keys = new CountedKeys(page);
        await page.Locator(".picker:not([data-comes])", new() { HasText = "arrows choose words" }).WaitForAsync();
        await page.Locator("[name=note]").FocusAsync(); // a field that is typed in, far down

        await keys.Press("Escape");
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Control+ArrowRight", "Control+ArrowRight" })
            await keys.Press(key);
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("8 words selected");
        foreach (var key in new[] { "Enter", "a", "u", "e", "Control+Enter" })
            await keys.Press(key);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rest/code/second$"));
        var framing = Of(app, "rare")!;
        Assert.Equal("the first by any envoy in 24 years", Assert.Single(framing.Quotations).Exact);
        Assert.Equal((Stance.Asserts, "years-24"), (framing.Stance, framing.TermOf("measure")));
        Assert.Equal(["earlier", "whose", "reading"], framing.Empty);
        TestContext.Current.SendDiagnosticMessage($"A told cell takes {keys.Pressed} keys and {keys.Tabs} Tabs.");
        Assert.True(keys is { Pressed: <= 12, Tabs: <= 2, Typed: 0 }, $"{keys.Pressed} keys, {keys.Tabs} Tabs, {keys.Typed} letters");

        await MoreThanAQuarterIsRefused(app, page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ToldCell_FromAProposedPassage_TakesHalfOfThat()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(DeskCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        var keys = new CountedKeys(page);
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        await page.Locator("[name=gloss]").FocusAsync();
        foreach (var key in new[] { "Escape", "1", "a", "u", "e", "Control+Enter" })
            await keys.Press(key);
        await page.Keyboard.PressAsync("h"); // at once: it is meant for the cell that comes
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rest/code/second$"));
        await Assertions.Expect(page.Locator("[name=stance][value=hedges]")).ToBeCheckedAsync();
        var framing = Of(app, "rare")!;
        Assert.Equal((Stance.Asserts, 1, 3), (framing.Stance, framing.Quotations.Count, framing.Empty.Count));
        Assert.True(keys is { Pressed: <= 6, Tabs: 0, Typed: 0 }, $"{keys.Pressed} keys, {keys.Tabs} Tabs, {keys.Typed} letters");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_OfTheDesk_ActOutsideOfFieldsAndOnlyWhileTheyAreOn()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(DeskCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        // In the narrow column of a small tablet the buttons stand in one row upon the pages, though the form begins below them.
        await page.SetViewportSizeAsync(768, 600);
        await Assertions.Expect(page.Locator(".desk-keys")).ToHaveAttributeAsync("open", "");
        await page.WaitForFunctionAsync(
            """
            () => {
              const foot = document.querySelector('header.bar nav').getBoundingClientRect().top,
                all = [...document.querySelectorAll('.tools.stays .btn')].map(b => b.getBoundingClientRect()),
                begins = document.querySelector('.stances').getBoundingClientRect().top;
              return all.length > 1 && new Set(all.map(b => b.top)).size === 1 && all.every(b => b.bottom <= foot) && begins > foot;
            }
            """
        );
        await page.SetViewportSizeAsync(1440, 460); // what takes the focus is below the window
        var legend = page.Locator(".desk-keys");
        await Assertions.Expect(legend).ToBeVisibleAsync();
        // Every key that a control carries is shown, at the control or among the keys.
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('main .code [data-key]:not([hidden])')]
                  .filter(e => !(e.closest('label') ?? e).querySelector('kbd'))
                  .map(e => e.outerHTML)
                """
            )
        );
        foreach (var (key, name) in new[] { ("g", "gloss"), ("x", "quotations.0.exact"), ("v", "aspect.measure.text"), ("n", "note") })
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(page.Locator($"[name='{name}']")).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("[data-key='+'] kbd")).ToBeHiddenAsync(); // it is a sign here
            await Assertions.Expect(page.Locator("[data-save] kbd")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".slot.next .in-field")).ToBeVisibleAsync(new() { Visible = key == "v" });
            await page.WaitForFunctionAsync( // above the buttons at the foot, and the answers of a slot with it
                """
                () => (document.activeElement.closest('.slot') ?? document.activeElement).getBoundingClientRect().bottom
                  <= document.querySelector('.tools.stays').getBoundingClientRect().top
                """
            );
            await page.Keyboard.TypeAsync("ahs0");
            await Assertions.Expect(page.Locator($"[name='{name}']")).ToHaveValueAsync("ahs0");
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator("ol.text")).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("[data-key='+'] kbd")).ToBeVisibleAsync();
        }
        Assert.Equal(0, await page.Locator("[name=stance]:checked").CountAsync());
        await page.Keyboard.PressAsync("h");
        await Assertions.Expect(page.Locator("[name=stance][value=hedges]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("0");
        await Assertions.Expect(page.Locator("[name='aspect.earlier.empty']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".slot.next")).ToHaveAttributeAsync("aria-label", "Counted for whom");
        await page.WaitForFunctionAsync( // what a key comes to stands above the buttons, though no field has the focus
            """
            () => document.querySelector('.slot.next').getBoundingClientRect().bottom
              <= document.querySelector('.tools.stays').getBoundingClientRect().top
            """
        );
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator("[name='aspect.whose.value']")).ToHaveValueAsync("envoys");
        await Assertions.Expect(page.Locator("[name='aspect.whose.text']")).ToHaveValueAsync("any envoy"); // not where the other has it

        await legend.Locator("[data-keys-switch]").UncheckAsync();
        await page.Keyboard.PressAsync("a");
        await page.TwoFrames();
        await Assertions.Expect(page.Locator("[name=stance][value=hedges]")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Source_FromItsPageToItsLastCell_IsCodedByKeysAlone()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(DeskCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        await page.OpenLive(app.Address + "/sources/second");
        await Assertions.Expect(page.Locator("main [data-key=d] kbd")).ToHaveTextAsync("D");
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rare/code/second$"));
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).Not.ToHaveValueAsync("");
        var quoted = await page.Locator("[name='quotations.0.exact']").InputValueAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync(quoted);

        // Keys are about the quotation that was quoted or entered last, and it is seen which one that is.
        foreach (var key in new[] { "Home", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "Control+ArrowRight", "Enter", "," })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("[name='quotations.1.cites']")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".quote[aria-current]")).ToContainTextAsync("Quotation 2");
        await page.Locator("[name='quotations.0.exact']").FocusAsync();
        foreach (var key in new[] { "Escape", "r", "," })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("[name='quotations.0.cites']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("aides, mostly");
        await Assertions.Expect(page.Locator("[name='quotations.0.cites']")).ToHaveValueAsync("aides, mostly");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rest/code/second$"));
        Assert.Equal(Stance.Attributes, Of(app, "rare")!.Stance);

        // The message’s key takes it back, and is a field’s own where somebody types.
        var message = page.Locator(".mud-snackbar");
        var undo = message.Locator(".mud-snackbar-action-button .mud-button-label");
        await Assertions.Expect(undo).ToHaveTextAsync("Undo");
        await ItsKeyIs("⌫");
        await CoversNothing(page);
        await Assertions.Expect(page.Locator("[name=stance]:checked")).ToHaveCountAsync(0); // the cell before is no longer drawn
        await page.Locator("[data-ready]").WaitForAsync();
        await page.Locator("[name=note]").FocusAsync();
        await page.Keyboard.TypeAsync("ab");
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("a");
        await ItsKeyIs("none"); // while something else is begun
        Assert.NotNull(Of(app, "rare"));
        await page.FillAsync("[name=note]", "");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(message).ToContainTextAsync("Taken back");
        Assert.Null(Of(app, "rare"));

        // Behind the last cell it is said that it was the last, and where to go on.
        foreach (var next in new[] { "/claims/rare/code/second$", "/claims/rare$" })
        {
            await Assertions.Expect(page.Locator("[name=stance]:checked")).ToHaveCountAsync(0); // the cell before is no longer drawn
            await page.Keyboard.PressAsync("s");
            await Assertions.Expect(page.Locator("[name=readWhole]")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("w");
            await Assertions.Expect(page.Locator("[name=readWhole]")).ToBeCheckedAsync();
            await Assertions.Expect(page.Locator(".all-coded")).ToHaveCountAsync(0);
            await page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(page).ToHaveURLAsync(new Regex(next));
            if (next.Contains("code", StringComparison.Ordinal))
                await page.Locator("[data-ready]").WaitForAsync();
        }
        await Assertions.Expect(page.Locator(".mud-snackbar .all-coded")).ToContainTextAsync("Every claim is coded in");
        await Assertions.Expect(page.Locator(".mud-snackbar .all-coded a")).ToHaveAttributeAsync("href", "claims?view=matrix");
        await page.Context.CloseAsync();

        Task ItsKeyIs(string key) =>
            page.WaitForFunctionAsync(
                "key => getComputedStyle(document.querySelector('.mud-snackbar .mud-button-label'), '::after').content.includes(key)",
                key
            );
    }

    private static Framing? Of(TestApp app, string claim) =>
        app.Casebook.Claims.Single(c => c.Slug == claim).Of(app.Casebook.Sources.Single(s => s.Slug == "second").Id);
}
