using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Words that a search or an address brings to the desk.</summary>
public sealed partial class DeskPressesBrowserTests
{
    [Theory, InlineData("more-3", false), InlineData("more-4", true)]
    public async Task Offered_FromASearch_IsQuotedByWhatSavesTheCell(string cell, bool isGrown)
    {
        var (page, held) = await Open(cell, "?quote=4.8.22");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("quotes it too");
        await page.WaitForFunctionAsync("() => getSelection().toString().length > 0");
        var offered = await page.EvaluateAsync<string>("getSelection().toString()");
        held.Hold();
        if (isGrown)
            await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("Control+Enter");
        held.Pass();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/claims/(?!{cell})"));
        var quoted = Assert.Single(Of(cell)!.Quotations).Exact;
        Assert.StartsWith(offered, quoted);
        Assert.Equal(isGrown, quoted.Length > offered.Length);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Offered_BesideFieldsThatAreFilledIn_StaysOfferedAndIsQuoted()
    {
        var page = await Desk("more-45", "?quote=4.8.22");
        await page.WaitForFunctionAsync("() => getSelection().toString().length > 0");
        await page.Locator(".picker:not([data-comes])").WaitForAsync();
        foreach (var press in new[] { "a", "g" })
            await page.Keyboard.PressAsync(press);
        await Assertions.Expect(page.Locator("[name=gloss]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("As they say.");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("quotes it too");
        await page.Keyboard.PressAsync("Control+s");
        await IsSaved(page, "more-45");
    }

    /// <summary>Somebody goes to a field in the moment in which the page is told what is chosen.</summary>
    [Fact]
    public async Task Offered_ToSomebodyWhoIsInAFieldAtOnce_IsQuotedByItsKey()
    {
        var page = await Desk("more-46");
        await page.AddInitScriptAsync(
            """
            const wait = window.setTimeout;
            window.setTimeout = (then, ms, ...all) => wait((...given) => {
              if (!getSelection().isCollapsed) document.querySelector('[name=gloss]').focus(); // of which the page hears afterwards
              then(...given);
            }, ms, ...all);
            """
        );
        await page.OpenForm(page.Url + "?quote=4.8.22");
        await Assertions.Expect(page.Locator("[name=gloss]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("As they say.");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("quotes it too");
        foreach (var press in new[] { "Escape", "q", "a" })
            await page.Keyboard.PressAsync(press);
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync("officials told");
        await page.Keyboard.PressAsync("Control+s");
        await IsSaved(page, "more-46");
    }

    /// <summary>The page is alive while somebody is in the middle of a word.</summary>
    [Fact]
    public async Task Offered_ToSomebodyWhoTypesAlready_LeavesHimThere()
    {
        var page = await Desk("more-37");
        var go = await page.HeldCircuit();
        await page.GotoAsync(page.Url + "?quote=4.8.22", new() { WaitUntil = WaitUntilState.Commit });
        await page.FocusAsync("[name=gloss]");
        await page.Keyboard.TypeAsync("As they");
        go.SetResult();
        await page.Locator(".picker:not([data-comes])").WaitForAsync();
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("quotes it too");
        await Assertions.Expect(page.Locator("[name=gloss]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(" say.");
        foreach (var press in new[] { "Escape", "q", "a", "Control+s" })
            await page.Keyboard.PressAsync(press);
        await IsSaved(page, "more-37");
    }

    private async Task IsSaved(IPage page, string cell)
    {
        await Assertions.Expect(page.Locator(".form-said a")).ToBeVisibleAsync();
        var framing = Of(cell)!;
        Assert.Equal(("officials told", "As they say."), (Assert.Single(framing.Quotations).Exact, framing.Gloss));
        await page.Context.CloseAsync();
    }

    /// <summary>The mark of what a draft quotes is drawn into the paragraph once it is found, and leaves what is chosen there.</summary>
    [Fact]
    public async Task Offered_BesideWhatADraftQuotes_StaysChosenWhenThatIsBack()
    {
        const string quoted = "the first by any envoy";
        var page = await Desk("more-10");
        await page.FillAsync("[name='quotations.0.exact']", quoted);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("ol.text mark.cited")).ToHaveTextAsync(quoted);
        await page.OpenLive($"{Site.App.Address}/sources/second/quote?at=4.8.22");
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/drafts*.js", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await page.Locator("[name=claim]").FocusAsync();
        await page.Keyboard.TypeAsync("How rare was it, asked once more (10)?");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("2 words selected");
        await page.WaitForFunctionAsync("() => getSelection().toString() === 'officials told'");
        await Assertions.Expect(page.Locator("ol.text mark.cited")).ToHaveCountAsync(0);
        go.SetResult();
        await Assertions.Expect(page.Locator("ol.text mark.cited")).ToHaveTextAsync(quoted);
        Assert.Equal("officials told", await page.EvaluateAsync<string>("getSelection().toString()"));
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.1.exact']")).ToHaveValueAsync("officials told");
        await Assertions.Expect(page.Locator("ol.text mark.cited")).ToHaveCountAsync(2);
        Assert.Equal("", await page.EvaluateAsync<string>("getSelection().toString()")); // what was quoted is chosen no more

        // Offered once more, as after Back, and chosen by hand: they are quoted already, and the keys are about that quotation.
        await page.FocusAsync("[name='quotations.0.exact']");
        await Assertions.Expect(page.Locator(".quote").Nth(0)).ToHaveAttributeAsync("data-current", "true");
        await page.ReloadAsync();
        foreach (var isByHand in new[] { false, true })
        {
            await page.Locator("[data-ready]").WaitForAsync();
            if (isByHand)
                await page.Locator("ol.text mark.cited").First.EvaluateAsync("mark => getSelection().selectAllChildren(mark)");
            await page.WaitForFunctionAsync("() => getSelection().toString() === 'officials told'");
            await page.Locator("ol.text").FocusAsync();
            await page.Keyboard.PressAsync("q");
            await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("quoted already, as quotation 2");
            await Assertions.Expect(page.Locator(".quote").Nth(1)).ToHaveAttributeAsync("data-current", "true");
            await Assertions.Expect(page.Locator(".quote")).ToHaveCountAsync(2);
        }
        await page.Context.CloseAsync();
    }

    /// <summary>What is said of a proposal is true: it is quoted where these words are, and what else has some of them is shown.</summary>
    [Fact]
    public async Task Proposal_OfWhichOtherWordsAreQuoted_SaysWhichTheyAre()
    {
        var page = await Desk("more-41");
        var first = page.Locator(".proposals li").First;
        var proposed = await first.Locator("mark").InnerTextAsync();
        var exact = page.Locator("[name='quotations.0.exact']");
        var cut = proposed[(proposed.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        foreach (var other in new[] { cut, proposed })
        {
            await exact.FillAsync(other);
            await page.Keyboard.PressAsync("Tab");
            await page.Answered();
            await Assertions.Expect(page.Locator("ol.text mark.cited")).ToHaveTextAsync(other);
            var isSame = other == proposed;
            await Assertions.Expect(first.Locator("b")).ToHaveTextAsync(isSame ? "quoted" : "shares words with what is quoted:");
            await Assertions.Expect(first.Locator("q.other")).ToHaveTextAsync(isSame ? [] : [$"“{other}”"]);
            await Assertions.Expect(page.Locator(".proposals li.quoted")).ToHaveCountAsync(isSame ? 1 : 0);
        }
        // The key takes back what is quoted of these very words, though more has some of them.
        await page.Keyboard.PressAsync("Escape");
        await page.GetByText("Add a quotation").ClickAsync();
        await page.FillAsync("[name='quotations.1.exact']", cut);
        await page.Keyboard.PressAsync("Tab");
        await page.Answered();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(exact).ToHaveValueAsync(cut);
        await Assertions.Expect(page.Locator(".quote")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }
}
