using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>
/// Picking words and characters in languages with and without spaces, from left and right, by keys and by mouse; and how pages lay words
/// out.
/// </summary>
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
    public async Task Text_InElevenLanguages_GivesWordsAndCharactersByKeysAndByMouse()
    {
        var (page, console) = await browser.Page();
        await page.SignIn(app, "Ada");
        // Of paragraph 2 the first word and two; the first character; and the word under a mouse, of a digit and what is written to it.
        await Picks(page, "ar", "عادت", "عادت العبّارة", "ع", "المدينتين", "ArrowLeft");
        await Picks(page, "ko", "두", "두 도시를", "두", "300명이", "ArrowRight");
        await Picks(page, "zh", "连接", "连接两", "连", "渡轮", "ArrowRight");
        await Picks(page, "th", "เรือ", "เรือข้าม", "เ", "จันทร์", "ArrowRight");
        await Picks(page, "ja", "二つ", "二つの", "二", "フェリー", "ArrowRight", isWhole: false);
        await Picks(page, "hi", "दो", "दो शहरों", "दो", "सोमवार", "ArrowRight", isWhole: false);
        await Picks(page, "he", "המעבורת", "המעבורת AB-7", "ה", "הנמל", "ArrowLeft", isWhole: false);
        await Picks(page, "vi", Apart("Phà"), Apart("Phà nối"), "P", Apart("Hải"), "ArrowRight", isWhole: false);
        await Picks(page, "ru", "Паром", "Паром между", "П", "Петров", "ArrowRight", isWhole: false);
        await Picks(page, "de", "Die", "Die Fähre", "D", "Groß", "ArrowRight", isWhole: false);
        await Picks(page, "en", "The", "The ferry", "T", "Monday", "ArrowRight", isWhole: false);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Columns_BeyondTheWindow_AreCountedAndLedTo()
    {
        var (page, console) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1000, Height = 800 },
            }
        );
        await page.OpenLive($"{app.Address}/claims/sailed");
        var line = page.Locator("[data-in-view]");
        await Assertions.Expect(line).ToContainTextAsync("Columns 1 to ");
        await Assertions.Expect(line).ToContainTextAsync($" of {app.Casebook.Sources.Count} in view");
        await Assertions.Expect(line.Locator("[data-by='-1']")).ToBeDisabledAsync();
        while (await line.Locator("[data-by='1']").IsEnabledAsync())
        {
            var before = await line.TextContentAsync();
            await line.Locator("[data-by='1']").ClickAsync();
            await Assertions.Expect(line).Not.ToHaveTextAsync(before!);
        }
        await Assertions.Expect(line).ToContainTextAsync($" to {app.Casebook.Sources.Count} of ");

        // Where all of them are there, nothing is said.
        await page.SetViewportSizeAsync(390, 800);
        await Assertions.Expect(line).ToBeHiddenAsync();
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Words_OnNarrowPages_AreNeverBrokenInTheirMiddle()
    {
        var (page, console) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        foreach (var path in new[] { "", "timeline", "claims/sailed", "claims?view=matrix", "actors", "sources", "reliability" })
        {
            await page.GotoAsync($"{app.Address}/{path}");
            var broken = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), broken = [];
                  for (let node; (node = walker.nextNode()); ) {
                    const around = node.parentElement;
                    if (!around.checkVisibility() || around.closest('.visually-hidden, code, select')) continue;
                    if (around.closest('thead')?.offsetWidth === 1) continue; // read out, not seen
                    const words = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Hang}]{2,}/gu;
                    for (const { 0: word, index } of node.data.matchAll(words)) {
                      const range = document.createRange();
                      range.setStart(node, index);
                      range.setEnd(node, index + word.length);
                      const tops = [...range.getClientRects()].filter(r => r.width > 0).map(r => r.top);
                      if (Math.max(...tops) - Math.min(...tops) > 8) broken.push(word);
                    }
                  }
                  return broken;
                }
                """
            );
            Assert.True(broken.Length == 0, $"/{path} breaks {string.Join(", ", broken)}");
        }
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Name_WithoutASpace_PushesNoPageSideways()
    {
        var first = app.Casebook.Sources[0];
        var named = first with { Name = new('W', 300), Tags = [new('T', 280)], Publisher = new(new('P', 300), Basis.Inferred) };
        var store = app.Services.GetRequiredService<CasebookStore>();
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(first, named), Door.Shell));
        // Nor does a theme that is called by a sentence: a field takes the width of its longest choice.
        var themed = app.Casebook.Head with
        {
            Themes = [.. app.Casebook.Head.Themes, new("long", string.Concat(Enumerable.Repeat("Long ", 50)).Trim())],
        };
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(app.Casebook.Head, themed), Door.Shell));
        var (page, console) = await browser.Page();
        var paths = new[]
        {
            "timeline",
            "claims/sailed",
            "claims/sailed?view=head",
            "actors",
            "sources",
            Urls.Source(named),
            "history",
            Urls.CitationTable,
        };
        foreach (var path in paths)
        {
            await page.GotoAsync($"{app.Address}/{path}");
            await page.OnWideAndNarrow(async screen =>
                Assert.Equal(
                    (screen + path, 0),
                    (screen + path, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"))
                )
            );
        }
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Region_WithMoreThanItShows_SaysAtWhichEdge()
    {
        var (page, console) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 700, Height = 420 },
            }
        );
        await page.OpenLive($"{app.Address}/claims?view=matrix");
        var region = page.Locator(".in-region");
        await region.EvaluateAsync("e => e.style.maxHeight = '60px'");
        async Task<string> Shades() =>
            await region.EvaluateAsync<string>(
                "e => ['::before', '::after'].map(at => Number(getComputedStyle(e.parentElement, at).opacity) > .5).join()"
            );
        await page.TwoFrames();
        Assert.Equal("true,true", await Shades());
        await region.EvaluateAsync("e => e.scrollTo(9999, 0)");
        await page.TwoFrames();
        Assert.Equal("false,true", await Shades());
        await region.EvaluateAsync("e => e.scrollTo(9999, 9999)");
        await page.TwoFrames();
        Assert.Equal("false,false", await Shades());
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    // The Vietnamese article is written with its marks apart (NFD), and quoted so.
    private static string Apart(string words) => ICU4N.Text.Normalizer2.NFDInstance.Normalize(words);

    private async Task Picks(
        IPage page,
        string tag,
        string first,
        string two,
        string character,
        string clicked,
        string onward,
        bool isWhole = true
    )
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

        var row = 4;
        if (isWhole)
        {
            // By characters, from the next key on; and by words again.
            await page.Locator("h1").First.FocusAsync();
            await page.Keyboard.PressAsync("t");
            await Assertions.Expect(text).ToBeFocusedAsync();
            await page.EvaluateAsync(
                """
                () => {
                  const press = (key, to) => to.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
                  const text = document.querySelector('ol.text');
                  for (const key of ['c', 'ArrowUp', 'ArrowDown']) press(key, text);
                }
                """
            );
            await Assertions.Expect(page.Locator(".pick-keys [data-key=c]")).ToHaveAttributeAsync("aria-pressed", "true");
            if (character != first) // which is quoted already
                await Quoted(page, character, row++);
            else
                Assert.Equal(first, await page.EvaluateAsync<string>("getSelection().toString()"));
            await page.Keyboard.PressAsync("c");
            await Assertions.Expect(page.Locator(".pick-keys [data-key=c]")).ToHaveAttributeAsync("aria-pressed", "false");

            await text.FocusAsync();
            await page.Keyboard.PressAsync("End");
            var end = await page.EvaluateAsync<string>("getSelection().toString()");
            Assert.NotEmpty(end);
            Assert.EndsWith(end, (await page.Locator("[data-words='2']").TextContentAsync())!.TrimEnd('.', '。', '।'));
            await page.Keyboard.PressAsync("Home"); // words that are quoted already
            Assert.Equal(first, await page.EvaluateAsync<string>("getSelection().toString()"));
        }

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
        await Quoted(page, clicked, row);
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
