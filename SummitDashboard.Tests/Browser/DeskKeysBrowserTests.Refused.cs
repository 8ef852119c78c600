using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What is said where no more of an article may be quoted.</summary>
public sealed partial class DeskKeysBrowserTests
{
    private const string TooFew = "of this article may be quoted. Choose so few, or shorten another quotation first.";

    // The message of what was saved: neither the article nor what stands above the form, nor the buttons.
    private static Task CoversNothing(IPage page) =>
        page.OnWideAndNarrow(_ =>
            page.WaitForFunctionAsync(
                """
                () => {
                  const said = document.querySelector('.mud-snackbar').getBoundingClientRect(),
                    under = document.querySelectorAll('.top > :not(details), .desk-keys li, .pane > *, .tools.stays > *');
                  return said.height > 0 && said.top >= 0 && ![...under].map(e => e.getBoundingClientRect())
                    .some(e => e.height > 0 && e.right > said.left && e.left < said.right && e.bottom > said.top && e.top < said.bottom);
                }
                """
            )
        );

    private static async Task MoreThanAQuarterIsRefused(TestApp app, IPage page)
    {
        // More than a quarter is refused, with the way to what can be shortened.
        await page.Locator("[data-ready]").WaitForAsync();
        await page.Select(6, 0, 73);
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("15 words selected");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("left to quote");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("It was not quoted: with it");
        await Assertions.Expect(page.Locator(".pane .longest a").First).ToHaveAttributeAsync("href", new Regex("claims/rare/code/second$"));
        await Assertions.Expect(page.Locator(".pane .longest kbd")).ToHaveTextAsync("9");
        await page.Keyboard.PressAsync("9");
        await Assertions.Expect(page.Locator(".pane .longest a").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".pane .longest a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".pane .longest a").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".share")).ToContainTextAsync("left for 1 cell that nobody has coded");

        // So is it said already where such words are offered: by a search, and where it is asked what they are quoted for.
        await app.Services.GetRequiredService<SearchIndexing>().WhenWhole(TestContext.Current.CancellationToken);
        using var ada = await app.SignedIn("Ada");
        foreach (var (url, says) in new[] { ("/sources/second/quote?at=6.0.73", true), ("/sources/second/quote?at=6.0.14", false) })
            Assert.Equal((url, says), (url, (await ada.GetStringAsync(app.Address + url)).Contains(TooFew, StringComparison.Ordinal)));
        const string whole = "the flags were put away and the shops along it sold again what they";
        foreach (var (words, says) in new[] { (whole, true), ("flags were put", false) })
        {
            var found = await ada.GetStringAsync(app.Address + Urls.SearchFor($"\"{words}\""));
            Assert.Contains("Quote it for", found, StringComparison.Ordinal);
            Assert.Equal((words, says), (words, found.Contains(TooFew, StringComparison.Ordinal)));
        }

        // Where a key quotes nothing, it is said why where the eye is, though what is proposed is out of sight.
        await page.FillAsync("[name='quotations.0.exact']", "whoever had stood in the square went home, ate, and forgot most of it");
        await page.Locator("[name=note]").FocusAsync();
        await Assertions.Expect(page.Locator(".quote")).ToContainTextAsync("stands in the text");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("1");
        var why = page.Locator(".not-quoted");
        await Assertions.Expect(why).ToContainTextAsync(new Regex("words? (is|are) left.*[Ss]horten"));
        await Assertions.Expect(why).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator(".proposals li").First.GetByRole(AriaRole.Alert)).ToContainTextAsync("It was not quoted");
        await Assertions.Expect(page.Locator(".quote")).ToHaveCountAsync(1);

        // Nor does it go where another changes what the page shows.
        var rest = app.Casebook.Claims.Single(c => c.Slug == "rest");
        var store = app.Services.GetRequiredService<CasebookStore>();
        var bob = await app.Person("Bob", AccountRole.Editor);
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(rest, rest with { Question = "And the evening?" }), bob, null));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("And the evening?");
        await Assertions.Expect(why).ToBeVisibleAsync();
        await page.FillAsync("[name='quotations.0.exact']", "");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(why).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).Not.ToHaveValueAsync("");

        // Whoever types as soon as the next page is there goes on typing, however late a browser draws it.
        await page.EvaluateAsync("() => { window.late = []; window.requestAnimationFrame = draw => window.late.push(draw); }");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("At once.");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("At once.");
        await page.EvaluateAsync("() => window.late.splice(0).forEach(draw => draw())");
        await Assertions.Expect(page.Locator("[name=note]")).ToBeFocusedAsync();

        // What is left out where it is silent is said; and who makes it uncoded begins where a cell begins, in no field that takes letters.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator(".left-out")).ToContainTextAsync("1 quotation that stands here is left out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make uncoded" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".cells [aria-current]")).ToContainTextAsync("uncoded");
        await Assertions.Expect(page.Locator("ol.text")).ToBeFocusedAsync();

        // A cell that cannot be saved may be left as one that lacks a part: that it waits is said, and one key leads back to it.
        const string more = "the flags were put away, and the shops along it sold again what they";
        foreach (var (key, words) in new[] { ("x", "whoever had stood in the square went home, ate, and forgot most of it"), ("+", more) })
        {
            await page.Keyboard.PressAsync(key);
            await page.Keyboard.TypeAsync(words);
            await page.Keyboard.PressAsync("Escape");
        }
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("main .notice.bad:focus")).ToContainTextAsync("Not saved yet");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/(?!rare)"));
        await Assertions
            .Expect(page.Locator(".mud-snackbar"))
            .ToContainTextAsync(new Regex("How rare was it\\? Se: begun, and kept\\. It is not coded yet: .*may be quoted"));
        await page.Locator("[data-ready]").WaitForAsync();
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.Locator("[name='quotations.1.exact']")).ToHaveValueAsync(more);
    }
}
