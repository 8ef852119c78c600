using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Keys about one of several quotations, and about a cell that is coded already.</summary>
public sealed partial class DeskPressesBrowserTests
{
    /// <summary>Whoever types the beginning of a name and presses Enter means a person, and has not done with the cell.</summary>
    [Fact]
    public async Task WhoseWord_EnterBehindTheBeginningOfAName_TakesThePersonAndSavesNothing()
    {
        var page = await Desk("more-36");
        await page.FillAsync("[name='quotations.0.exact']", "any envoy in 24 years");
        foreach (var (typed, chosen) in new[] { ("nobody at", "nobody at"), (Person[..4].ToLowerInvariant(), "") })
        {
            await page.FillAsync("[name='quotations.0.cites']", typed);
            await page.Keyboard.PressAsync("Enter");
            await page.Answered();
            await Assertions.Expect(page.Locator("[name='quotations.0.cites']")).ToHaveValueAsync(chosen);
        }
        await Assertions.Expect(page.Locator(".quote")).ToContainTextAsync(Person);
        await Assertions.Expect(page.Locator(".form-said")).Not.ToContainTextAsync("Saved");
        Assert.Null(Of("more-36"));
        await page.Context.CloseAsync();
    }

    private string Person => Site.App.Casebook.Actors[0].Name;

    [Fact]
    public async Task Quotations_TakenAwayAndChangedByKeys_LeaveEveryKeyACommandAndNothingGone()
    {
        const string first = "The envoy signed the paper";
        var (page, held) = await Open("rest");
        await page.Locator(".picker:not([data-comes])").WaitForAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.TypeAsync(first);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.TypeAsync("the first by any envoy in 24 years");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("ol.text mark.cited")).ToHaveCountAsync(2);
        await page.EvaluateAsync("() => getSelection().selectAllChildren(document.querySelector('ol.text mark.cited'))");
        await page.Locator(".picker [data-key=q]:visible").WaitForAsync();
        await page.Keyboard.PressAsync("q");
        var quotes = page.Locator(".quote");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("quoted already, as quotation 1");
        await Assertions.Expect(quotes).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.TypeAsync(first); // by hand it can be typed twice
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(quotes.Nth(2)).ToContainTextAsync("quoted already, as quotation 1");

        // The button that has the focus vanishes with its quotation: what is pressed then, and after, are commands.
        await quotes.Nth(2).Locator("[name$='.exact']").FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take quotation 2 away" })).ToBeFocusedAsync();
        held.Hold();
        foreach (var key in new[] { "Enter", "Escape", "h" })
            await page.Keyboard.PressAsync(key);
        held.Pass();
        await Assertions.Expect(quotes).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("[name=stance][value=hedges]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[data-key='+']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("[name=stance][value=asserts]")).ToBeCheckedAsync();
        await Assertions.Expect(quotes.Nth(1).Locator("[name$='.exact']")).ToHaveValueAsync(first);

        // By its key the marked one goes, and comes back by another.
        await Assertions.Expect(page.Locator("[data-key=Delete] kbd")).ToHaveTextAsync("Del");
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(quotes).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".away")).ToContainTextAsync($"Quotation 2 is taken away: {first}");
        held.Hold();
        foreach (var key in new[] { "Backspace", "Delete", "Delete", "Backspace" })
            await page.Keyboard.PressAsync(key);
        held.Pass();
        await Assertions.Expect(quotes).ToHaveCountAsync(1);
        await Assertions.Expect(quotes.Nth(0).Locator("[name$='.exact']")).ToHaveValueAsync(first);

        // What is proposed for one is taken, and then for the next; where the keys act is shown.
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.TypeAsync("the first by any envoy in 24 years");
        await page.Keyboard.PressAsync("Escape");
        var marks = page.Locator(".mark-proposals");
        await Assertions.Expect(marks).ToHaveCountAsync(2);
        await Assertions.Expect(quotes.Nth(0).Locator(".mark-proposals kbd")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync(".");
        await Assertions.Expect(quotes.Nth(0).Locator(".mark-proposals [data-key='.'] kbd")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync(".");
        await Assertions.Expect(marks).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[name='quotations.0.cites']")).ToHaveValueAsync("aides");
        await Assertions.Expect(quotes.Nth(0)).ToHaveAttributeAsync("data-current", "true");

        // A change of what is coded is said before it is left, and taken back and brought again by one key.
        var revision = Site.App.Casebook.Revision;
        await page.OpenForm($"{Site.App.Address}/claims/rest/code/first");
        await Assertions.Expect(page.Locator(".where")).ToContainTextAsync("next source");
        await page.Keyboard.PressAsync("d");
        var changed = page.Locator(".tools .changed");
        foreach (var isChanged in new[] { true, false, true, false })
        {
            var says = isChanged ? "Stance (asserts, now disputes). Leaving saves it." : "It is as it was.";
            await Assertions.Expect(changed).ToContainTextAsync(says);
            await Assertions.Expect(page.Locator($"[name=stance][value={(isChanged ? "disputes" : "asserts")}]")).ToBeCheckedAsync();
            await page.Keyboard.PressAsync("Backspace");
        }
        await Assertions.Expect(changed).ToContainTextAsync("Leaving saves it");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("]");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rest/code/second$"));
        Assert.Equal(revision, Site.App.Casebook.Revision);
        await page.Context.CloseAsync();
    }

    /// <summary>Whatever is taken away by whichever key comes back alone: no row without words is left beside it.</summary>
    [Theory]
    [InlineData("more-33", "1 Delete Backspace", 1)]
    [InlineData("more-35", "1 1 Backspace 1 Backspace", 1)]
    [InlineData("more-38", "1 Delete + Escape Backspace", 2)] // this row was asked for
    public async Task Proposal_TakenAwayAndBroughtBack_LeavesNoRowBeside(string cell, string keys, int rows)
    {
        var page = await Desk(cell);
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        foreach (var key in keys.Split(' '))
        {
            await page.Keyboard.PressAsync(key);
            await page.Answered();
        }
        await Assertions.Expect(page.Locator(".away")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".quote")).ToHaveCountAsync(rows);
        await page.Context.CloseAsync();
    }

    /// <summary>What is wrong is said at its own field and at no other.</summary>
    [Fact]
    public async Task Problem_OfAWordInAQuotation_StandsAtItsFieldAlone()
    {
        var page = await Desk("more-39");
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        foreach (var key in new[] { "1", "a" })
            await page.Keyboard.PressAsync(key);
        await page.Answered();
        await page.Locator(".quote summary").First.ClickAsync();
        foreach (var (field, words) in new[] { ("loaded.0", "desperately"), ("hedges.0", "apparently") })
        {
            await page.FillAsync($"[name='quotations.0.{field}']", words);
            await page.Keyboard.PressAsync("Tab");
            await page.Answered();
        }
        await page.Keyboard.PressAsync("Control+s");
        var problems = page.Locator(".quote .field-problem");
        await Assertions
            .Expect(problems)
            .ToHaveTextAsync([new Regex("Hedges in it:.*apparently"), new Regex("Loaded words in it:.*desperately")]);
        Assert.Equal("Hedges in it", await At(problems.First));
        Assert.Equal("Loaded words in it", await At(problems.Last));
        await page.Context.CloseAsync();

        static Task<string> At(ILocator problem) =>
            problem.EvaluateAsync<string>(
                """
                problem => problem.closest('[role=group]').getAttribute('aria-label')
                """
            );
    }
}
