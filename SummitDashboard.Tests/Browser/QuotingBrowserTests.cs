using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Picking words in a text by hand and by keyboard, and typing them where there is no text.</summary>
public sealed class QuotingBrowserTests(Browser browser)
{
    [Fact]
    public async Task Reader_DraggedAcrossAnnotatedWords_OffersThemInSight()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 420 },
            }
        );
        await page.SignIn(app, "Ada");
        await page.OpenLive(app.Address + "/sources/first/text");
        var marked = page.Locator("#p2 a mark, [data-words='2'] a mark").First;
        await marked.ScrollIntoViewIfNeededAsync();
        var box = (await marked.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 9, box.Y + box.Height / 2); // within the first word: it counts as a whole
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width - 4, box.Y + box.Height / 2, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        var offer = page.Locator(".picker [data-key=q]");
        await Assertions.Expect(offer).ToBeInViewportAsync();
        Assert.EndsWith("/sources/first/text", new Uri(page.Url).AbsolutePath); // nothing was followed
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Text_ByArrowKeys_GivesWordsToQuote()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await Desk(app);
        var picker = page.Locator(".picker");
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight" })
            await page.Keyboard.PressAsync(key);
        await page.Locator(".picker [data-key=q]:visible").WaitForAsync();
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.1.exact']")).ToHaveValueAsync("rare sight");
        await Assertions.Expect(page.Locator("[name='quotations.1.paragraph']")).ToHaveValueAsync("2");

        // What was quoted is chosen no more. Shift reaches into the next paragraph, and back.
        await Assertions.Expect(picker).ToContainTextAsync("Select words");
        foreach (var key in new[] { "ArrowUp", "Shift+ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(picker).ToContainTextAsync("¶ 1: 7 words selected.");
        await Assertions.Expect(picker).ToContainTextAsync("¶ 2: 1 word selected.");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.2.exact']")).ToHaveValueAsync(SmallCasebook.TextB.Split('\n')[0]);
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.3.exact']")).ToHaveValueAsync("It");
        await Assertions.Expect(picker).ToContainTextAsync("Select words");
        await page.Context.CloseAsync();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Quote_SoonerThanTheChoiceWasTold_TakesWhatIsChosenNow(bool isFirst)
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await Desk(app);
        if (!isFirst)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Locator(".picker [data-key=q]:visible").WaitForAsync();
        }
        await page.EvaluateAsync(
            """
            const keys = [['ArrowUp'], ['ArrowDown'], ['ArrowRight'], ['ArrowRight'], ['ArrowRight'], ['ArrowRight', true], ['q']];
            for (const [key, shiftKey] of keys)
              document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
            """
        );
        await Assertions.Expect(page.Locator("[name='quotations.1.exact']")).ToHaveValueAsync("rare sight");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Selection_OfAnyKind_GivesQuotationsOrSaysWhyNot()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await Desk(app);
        var picker = page.Locator(".picker");
        var paragraphs = page.Locator("[data-words]");

        // A triple click ends where the next paragraph begins.
        await paragraphs.First.ClickAsync(new() { ClickCount = 3 });
        await Assertions.Expect(picker).ToContainTextAsync("¶ 1: 7 words selected.");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.1.exact']")).ToHaveValueAsync(SmallCasebook.TextB.Split('\n')[0]);

        // Across two paragraphs each makes a quotation of its own, and Q takes one after the other.
        const string across = """
            ([from, to]) => {
              const [first, last] = [...document.querySelectorAll('[data-words]')]
                .map(p => {
                  const texts = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
                  while (!texts.nextNode().length);
                  return texts.currentNode;
                });
              getSelection().setBaseAndExtent(last, to, first, from);
            }
            """; // from the end to the beginning, as a hand may
        await page.EvaluateAsync(across, new[] { 4, 8 });
        await Assertions.Expect(picker).ToContainTextAsync("Each paragraph makes a quotation of its own.");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.2.paragraph']")).ToHaveValueAsync("1");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.3.exact']")).ToHaveValueAsync("It was a");
        await Assertions.Expect(page.Locator("[name='quotations.3.paragraph']")).ToHaveValueAsync("2");

        // One of them is quoted already: the other is still there to be quoted.
        await page.EvaluateAsync(
            "() => { const [a, b] = document.querySelectorAll('[data-words]'); "
                + "getSelection().setBaseAndExtent(a, 0, b, b.childNodes.length); }"
        );
        await Assertions.Expect(picker).ToContainTextAsync("Each paragraph makes a quotation of its own.");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(picker).ToContainTextAsync("quoted already, as quotation 2");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.4.paragraph']")).ToHaveValueAsync("2");
        await Assertions.Expect(picker).Not.ToContainTextAsync("quoted already");

        // What the page no longer has as the article has it is refused, and so is what a browser has translated.
        await page.EvaluateAsync("document.querySelectorAll('[data-words]')[1].firstChild.data = 'Es war ein seltener Anblick.'");
        await paragraphs.Nth(1).ClickAsync(new() { ClickCount = 3 });
        await Assertions.Expect(picker).ToContainTextAsync("not what the article says");
        // So are words that were put in the place of those chosen, which ends the browser's own choice.
        await paragraphs.First.ClickAsync(new() { ClickCount = 3 });
        await Assertions.Expect(picker).ToContainTextAsync("¶ 1: 7 words selected.");
        await page.EvaluateAsync("document.querySelector('[data-words]').innerHTML = '<font>Der Gesandte sprach am Montag davon.</font>'");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(picker).ToContainTextAsync("not what the article says");
        await page.EvaluateAsync("document.documentElement.classList.add('translated-ltr')");
        await paragraphs.First.ClickAsync(new() { ClickCount = 3 });
        await Assertions.Expect(picker).ToContainTextAsync("translated by your browser");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.5.exact']")).ToHaveCountAsync(0);

        // In the reader, where our notes stand beside the words; chosen sooner than the page's script is there.
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/QuotePicker.razor*.js", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(app.Address + "/sources/first/text");
        await page.Interactive();
        await page.Locator("[data-words='2']")
            .ClickAsync(
                new()
                {
                    ClickCount = 3,
                    Position = new() { X = 3, Y = 8 },
                }
            );
        go.SetResult();
        await Assertions.Expect(picker).ToContainTextAsync("¶ 2: 11 words selected.");
        await page.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('.para .notes, .para .gist'))");
        await Assertions.Expect(picker).ToContainTextAsync("ours, not the source’s");
        await page.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('main'))");
        await Assertions.Expect(picker).ToContainTextAsync("Each paragraph makes");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Selection_InRightToLeftText_GivesItsWordsInTheirOrder()
    {
        const string arabic = "أعلن المبعوث الاتفاق أمس.\nكان مشهدا نادرا.";
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        folder.Write("texts/b.txt", arabic);
        var source = Path.Combine(seeds, "sources", "second.md");
        File.WriteAllText(
            source,
            File.ReadAllText(source)
                .Replace(ArticleText.From(SmallCasebook.TextB).Sha256, ArticleText.From(arabic).Sha256)
                .Replace("language: unknown", "language: { value: ar, basis: given }")
        );
        using var app = TestApp.With(seeds, Path.Combine(folder.Path, "texts"));
        var page = await Desk(app);
        await page.EvaluateAsync("document.querySelector('ol.text').dir = 'rtl'");
        var words = await page.EvaluateAsync<float[]>(
            """
            (() => {
              const range = document.createRange(), node = document.querySelector('[data-words="1"]').firstChild;
              range.setStart(node, 0);
              range.setEnd(node, 12);
              const { left, right, top, bottom } = range.getBoundingClientRect();
              return [left, right, (top + bottom) / 2];
            })()
            """
        );
        await page.Mouse.MoveAsync(words[1] - 2, words[2]); // from the right, as it is read
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(words[0] + 3, words[2], new() { Steps = 6 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("¶ 1: 2 words selected.");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.1.exact']")).ToHaveValueAsync("أعلن المبعوث");
        await page.Context.CloseAsync();
    }

    // A coding form of a person at the keyboard, in its text.
    [Fact]
    public async Task Quote_InASilentCell_SaysWhyNotAndKeepsNothing()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await Desk(app);
        await page.CheckAsync("[name=stance][value=silent]");
        await page.Locator("[data-words]").First.ClickAsync(new() { ClickCount = 3 });
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("words selected");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("A silent cell has no quotations.");
        await page.CheckAsync("[name=stance][value=asserts]");
        await Assertions.Expect(page.Locator("[name='quotations.1.exact']")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task PartOfAnItem_SourceChosenInTheForm_BringsItsArticle()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + "/edit/actor/envoy/statement/new");
        await page.Pick("source", app.Casebook.Sources[1].Siglum, app.Casebook.Sources[1].Name);
        await Assertions.Expect(page.Locator("ol.text")).ToContainTextAsync("It was a rare sight.");
        await page.FillAsync("[name='quotation.exact']", "stand nowhere");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("cannot be read here");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Desk(TestApp app)
    {
        await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + "/claims/signed/code/second");
        await page.Locator(".picker", new() { HasText = "arrows choose words" }).WaitForAsync();
        await page.Locator("ol.text").FocusAsync();
        return page;
    }

    [Fact]
    public async Task Quotation_TypedWithoutTheArticle_IsMarkedUntilTheArticleIsHere()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        var text = File.ReadAllText(Path.Combine(folder.Path, "texts", "b.txt"));
        File.Delete(Path.Combine(folder.Path, "texts", "b.txt"));
        using var app = TestApp.With(seeds, Path.Combine(folder.Path, "texts"));
        await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenForm(app.Address + "/claims/signed/code/second");
        await page.ClickAsync("text=Add a quotation");
        await page.FillAsync("[name='quotations.1.exact']", "a rare sight");
        await page.FillAsync("[name='quotations.1.paragraph']", "2");
        await page.Keyboard.PressAsync("Control+Enter");
        var (reader, _) = await browser.Page();
        await reader.GotoAsync(app.Address + "/claims/signed");
        await Assertions
            .Expect(reader.Locator(".quotation", new() { HasText = "a rare sight" }).Locator(".unverified"))
            .ToHaveTextAsync("unverified");
        await Assertions.Expect(reader.Locator(".unverified")).ToHaveCountAsync(1);

        folder.Write("texts/b.txt", text);
        await Assertions.Expect(reader.Locator(".unverified")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await page.Context.CloseAsync();
        await reader.Context.CloseAsync();
    }
}
