using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Picking words and characters in languages with and without spaces, from left and right, by keys and by mouse.</summary>
public sealed class WorldBrowserTests(Browser browser) : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = TestApp.With(WorldCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        await app.Person("Ada", AccountRole.Editor);
    }

    public ValueTask DisposeAsync()
    {
        app.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Text_InFourScripts_GivesWordsAndCharactersByKeysAndByMouse()
    {
        var (page, console) = await browser.Page();
        await page.SignIn(app, "Ada");
        // Of paragraph 2 the first word and two; the first character; and the word under a mouse.
        await Picks(page, "ar", "عادت", "عادت العبّارة", "ع", "المدينتين", "ArrowLeft");
        await Picks(page, "ko", "두", "두 도시를", "두", "월요일에", "ArrowRight");
        await Picks(page, "zh", "连接", "连接两", "连", "渡轮", "ArrowRight");
        await Picks(page, "th", "เรือ", "เรือข้าม", "เ", "จันทร์", "ArrowRight");
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    private async Task Picks(IPage page, string tag, string first, string two, string character, string clicked, string onward)
    {
        await page.OpenForm($"{app.Address}/claims/sailed/code/{WorldCasebook.In(tag).Slug}");
        await page.Locator(".picker", new() { HasText = "arrows choose words" }).WaitForAsync();
        var text = page.Locator("ol.text");
        await text.FocusAsync();
        foreach (var key in new[] { "ArrowDown", "ArrowDown", onward, "Shift+" + onward, "ArrowUp", "ArrowDown" })
            await page.Keyboard.PressAsync(key);
        await Quoted(page, first, 2);

        await text.FocusAsync();
        await page.Keyboard.PressAsync("Shift+" + onward);
        await Quoted(page, two, 3);

        // By characters, and by words again.
        await text.FocusAsync();
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator(".by")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowDown");
        await Quoted(page, character, 4);
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator(".by")).ToHaveAttributeAsync("aria-pressed", "false");

        var at = await page.EvaluateAsync<float[]>(
            """
            words => {
              const p = document.querySelector('[data-words="2"]'), walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
              for (let node; (node = walker.nextNode()); ) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                p.scrollIntoView({ block: 'center' });
                const { left, right, top, bottom } = range.getBoundingClientRect();
                return [(left + right) / 2, (top + bottom) / 2];
              }
            }
            """,
            clicked
        );
        await page.Mouse.DblClickAsync(at[0], at[1]);
        await Quoted(page, clicked, 5);
    }

    // The desk has two quotations of the source to begin with.
    private static async Task Quoted(IPage page, string words, int row)
    {
        await page.Locator(".picker [data-key=q]:visible").WaitForAsync();
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator($"[name='quotations.{row}.exact']")).ToHaveValueAsync(words);
        await Assertions.Expect(page.Locator($"[name='quotations.{row}.paragraph']")).ToHaveValueAsync("2");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("Select words");
    }
}
