using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;
using SummitDashboard.Text;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>A quotation that is typed: found though its characters differ in what nobody sees, or answered with the nearest.</summary>
public sealed class TypedQuotationBrowserTests(Browser browser)
{
    [Fact]
    public async Task Quotation_TypedOtherwiseThanPrinted_TakesTheArticlesCharactersOrSaysWhatDiffers()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(WorldCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var source = WorldCasebook.In("vi"); // saved with letters and marks apart
        var page = await browser.Form(app, $"/claims/sailed/code/{source.Slug}");
        await page.ClickAsync("text=Add a quotation");
        var (words, place) = (page.Locator("[name='quotations.2.exact']"), page.Locator("[name='quotations.2.paragraph']"));
        await words.FillAsync("ba trăm người đã đến bến");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".unlike")).ToContainTextAsync("differs from the article in characters that are hard to see");
        var printed = await words.InputValueAsync();
        Assert.Contains(printed, source.Text, StringComparison.Ordinal);
        Assert.Equal(Folding.Of("ba trăm người đã đến bến"), Folding.Of(printed));
        await Assertions.Expect(place).ToHaveValueAsync("2");

        // A letter that looks like another, and the way out.
        await words.FillAsync("chiếc phà cũ đã bаn");
        await page.Keyboard.PressAsync("Tab");
        var near = page.Locator(".unlike");
        await Assertions.Expect(near).ToContainTextAsync("¶ 4");
        await Assertions.Expect(near).ToContainTextAsync("U+0430 CYRILLIC SMALL LETTER A");
        await near.Locator("button").ClickAsync();
        await Assertions.Expect(near).ToHaveCountAsync(0);
        await Assertions.Expect(place).ToHaveValueAsync("4");
        Assert.Contains(await words.InputValueAsync(), source.Text, StringComparison.Ordinal);

        // Words are marked where they are selected, by keys here, and taken whole.
        await words.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Locator(".quote").Nth(2).GetByRole(AriaRole.Button, new() { Name = "loaded word" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("[name='quotations.2.loaded.0']"))
            .ToHaveValueAsync((await words.InputValueAsync()).Split(' ')[0]);

        // What a finger has chosen so far is shown as it will be quoted.
        const string touched = """
            async () => {
              const p = document.querySelector('[data-words="2"]');
              getSelection().setBaseAndExtent(p.firstChild, 1, p.firstChild, 2);
              while (!CSS.highlights.has('picked')) await new Promise(requestAnimationFrame);
              return [...CSS.highlights.get('picked')].map(range => range.toString());
            }
            """;
        Assert.Equal([ArticleText.From(source.Text).Paragraphs[1].Split(' ')[0]], await page.EvaluateAsync<string[]>(touched));

        // Enter that ends a word in an input method leaves the field alone.
        const string left = """
            isComposing => {
              const field = document.querySelector('.texts input');
              let left = 0;
              field.focus();
              field.addEventListener('blur', () => left++);
              field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing, bubbles: true, cancelable: true }));
              return left;
            }
            """;
        await page.Locator(".quote details:not([open]) summary").First.ClickAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>(left, true));
        Assert.Equal(1, await page.EvaluateAsync<int>(left, false));
        await page.Context.CloseAsync();
    }
}
