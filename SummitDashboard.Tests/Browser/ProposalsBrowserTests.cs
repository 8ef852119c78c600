using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What is proposed to whoever codes: by one key it is taken, and nothing is kept of it before.</summary>
public sealed partial class ProposalsBrowserTests(Browser browser)
{
    [Fact]
    public async Task Passages_ByOneKey_AreQuotedAndSwitchedOff()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(WorldCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var (page, console) = await browser.Editor(app);
        var source = WorldCasebook.In("en");
        await Uncode(app);
        var revision = app.Casebook.Revision;
        // Proposals take the place that was kept for them: as far below them stands the text before its script came, and after.
        // So does what the picker says of its keys.
        async Task<(double, double)> Below()
        {
            var top = (await page.Locator(".pane").BoundingBoxAsync())!.Y;
            return (
                (await page.Locator(".proposals").BoundingBoxAsync())!.Y - top,
                (await page.Locator(".pane ol.text").BoundingBoxAsync())!.Y - top
            );
        }
        await page.RouteAsync("**/_framework/blazor.web*.js", route => route.AbortAsync());
        await page.GotoAsync($"{app.Address}/claims/sailed/code/{source.Slug}");
        var before = await Below();
        await page.UnrouteAllAsync();
        console.Clear(); // of the script that was held back
        await page.OpenForm($"{app.Address}/claims/sailed/code/{source.Slug}");
        var list = page.Locator(".proposals");
        await list.Locator("li").First.WaitForAsync();
        Assert.Equal(before, await Below());
        await Assertions.Expect(list.Locator("li").First).ToContainTextAsync("sailed again on Monday");
        await Assertions.Expect(list).ToContainTextAsync("nothing counts until you quote it");
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));

        // Longer than its box, it is cut at no line.
        await page.SetViewportSizeAsync(390, 500);
        await page.WaitForFunctionAsync(
            """
            () => {
              const box = document.querySelector('.proposals'), foot = box.getBoundingClientRect().bottom - 8,
                words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), lines = [], range = document.createRange();
              while (words.nextNode()) {
                range.selectNodeContents(words.currentNode);
                lines.push(...range.getClientRects());
              }
              return box.scrollHeight > box.clientHeight && !lines.some(line => line.top < foot - 1 && line.bottom > foot + 1);
            }
            """
        );

        // How many stand below is said on its edge, which leads to them; nothing else moves, and keys quote as before.
        var more = page.Locator(".proposed > .more");
        var all = await list.Locator("li").CountAsync();
        for (var left = all; left > 0; left--)
        {
            var stood = await Below();
            var (said, top) = (await more.InnerTextAsync(), await list.EvaluateAsync<double>("box => box.scrollTop"));
            Assert.Matches("^[1-9] more below", said);
            await more.ClickAsync();
            await page.WaitForFunctionAsync("top => document.querySelector('.proposals').scrollTop > top", top);
            Assert.Equal(stood, await Below());
            if (!await more.IsVisibleAsync())
                break;
        }
        await list.EvaluateAsync("box => box.scrollTop = box.scrollHeight");
        await Assertions.Expect(more).ToBeHiddenAsync();

        // The buttons at the foot of a phone take one row, from edge to edge, down to the pages; nothing is seen between.
        await page.SetViewportSizeAsync(390, 844);
        Assert.Equal(
            "",
            await page.EvaluateAsync<string>(
                """
                () => {
                  const bar = document.querySelector('.tools.stays'), box = bar.getBoundingClientRect(),
                    pages = document.querySelector('header.bar nav').getBoundingClientRect(),
                    rows = new Set([...bar.querySelectorAll('.btn')].map(b => Math.round(b.getBoundingClientRect().top)));
                  return [box.left !== 0 && 'left', box.right !== innerWidth && 'right', box.height > 90 && `high: ${box.height}`,
                    Math.abs(box.bottom - pages.top) > 0.6 && `between: ${box.bottom} ${pages.top}`, rows.size > 1 && 'rows',
                    Math.abs(pages.bottom - innerHeight) > 0.6 && 'below'].filter(Boolean).join();
                }
                """
            )
        );
        // What a phone brings into view stands above them.
        Assert.True(
            await page.EvaluateAsync<bool>(
                """
                () => {
                  const note = document.querySelector('[name=note]');
                  scrollTo(0, 0);
                  note.focus();
                  return note.getBoundingClientRect().bottom <= document.querySelector('.tools.stays').getBoundingClientRect().top;
                }
                """
            )
        );
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.SetViewportSizeAsync(1440, 900);

        // A silent cell quotes nothing, and says so.
        await page.Locator("[name=stance][value=silent]").CheckAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(list.GetByRole(AriaRole.Alert)).ToContainTextAsync("A silent cell has no quotations.");
        await page.Locator("[name=stance][value=asserts]").CheckAsync();
        await page.Keyboard.PressAsync("1");
        var exact = page.Locator("[name='quotations.0.exact']");
        await Assertions.Expect(exact).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("sailed again on Monday"));
        await Assertions.Expect(list.Locator("li").First).ToContainTextAsync("quoted");

        // Whose word it is: one key takes it, and it can be saved or taken away as if it had been chosen. What weakens: another leaves it.
        var marks = page.Locator(".mark-proposals");
        await Assertions.Expect(marks).ToContainTextAsync("beside “said”");
        await page.Keyboard.PressAsync(".");
        await Assertions.Expect(marks).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".quote .person")).ToContainTextAsync(app.Casebook.Actors[0].Name);
        await page.GetByText("Add a quotation").ClickAsync();
        await page.Locator("[name='quotations.1.exact']").FillAsync("perhaps the finest day");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(marks).ToContainTextAsync("hedge perhaps");
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await page.Keyboard.PressAsync("-");
        await Assertions.Expect(marks).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[name='quotations.1.hedges.0']")).ToHaveValueAsync("");

        // Of those who speak together one is chosen.
        await page.Locator("[name='quotations.1.exact']").FillAsync("Selkirk and Velmar said so");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(marks).ToContainTextAsync("together beside “said”");
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await Assertions.Expect(marks.GetByRole(AriaRole.Button)).ToHaveTextAsync(["Selkirk", "Velmar", ". choose", "- leave it"]);
        await marks.GetByRole(AriaRole.Button, new() { Name = "choose" }).ClickAsync(); // by its key too
        await Assertions.Expect(marks.GetByRole(AriaRole.Button, new() { Name = "Selkirk" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name='quotations.1.cites']")).ToHaveValueAsync("Velmar");
        await Assertions.Expect(marks).ToHaveCountAsync(0);
        Assert.Equal(revision, app.Casebook.Revision);

        // Whose word it is stays proposed as long as it is open, though what was left open was saved: that is said, and what is lacking.
        await page.GetByRole(AriaRole.Button, new() { Name = "Take quotation 2 away" }).ClickAsync();
        await page.Locator(".quote .person button").ClickAsync();
        await Assertions.Expect(marks).ToContainTextAsync("beside “said”");
        await page.Locator("[name=stance][value=attributes]").CheckAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync($"Saved as revision {revision + 1}, not yet complete.");
        await Assertions.Expect(page.Locator(".still-open")).ToContainTextAsync("Still open: whose word it is");
        await Assertions.Expect(marks).ToContainTextAsync("beside “said”");
        await page.Keyboard.PressAsync(".");
        await Assertions.Expect(marks).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".still-open")).Not.ToContainTextAsync("whose word");

        await list.GetByText("Propose none").ClickAsync();
        await Assertions.Expect(list).ToContainTextAsync("Nothing is proposed on this device");
        await page.OpenForm($"{app.Address}/claims/sailed/code/{source.Slug}");
        await Assertions.Expect(list).ToContainTextAsync("Nothing is proposed on this device");
        await list.GetByText("Propose again").ClickAsync();
        await Assertions.Expect(list.Locator("li").First).ToContainTextAsync("sailed again");

        // In the line of sources, longer than the window, each is seen whole beside its neighbours, whichever is coded.
        await page.SetViewportSizeAsync(390, 900);
        await page.OpenForm($"{app.Address}/claims/sailed/code/{app.Casebook.Sources[^2].Slug}");
        foreach (var key in new[] { "]", "[", "[" })
        {
            await page.WaitForFunctionAsync(
                """
                () => {
                  const all = [...document.querySelectorAll('.cells a')].map(a => a.getBoundingClientRect()),
                    at = document.querySelector('.cells [aria-current]').getBoundingClientRect(),
                    line = document.querySelector('.cells');
                  // A shadow at each edge that hides more of it, and at no other.
                  const shade = part => +getComputedStyle(line.parentElement, part).opacity > 0,
                    room = line.scrollWidth - line.clientWidth;
                  if (shade('::before') !== line.scrollLeft < room - 1 || shade('::after') !== line.scrollLeft > 0) return false;
                  return line.scrollWidth > line.clientWidth && at.left >= line.getBoundingClientRect().left && at.right <= innerWidth
                    && all.every((box, n) => n === 0 || box.left >= all[n - 1].right);
                }
                """
            );
            var here = page.Url;
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(page).Not.ToHaveURLAsync(here);
            await page.Locator("[data-ready]").WaitForAsync();
        }
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_OfAModel_IsStoppedDroppedAndPutIntoTheFormWithoutSaving()
    {
        var answer = "slow";
        await using var server = await ChatServer.Serve(
            async context =>
            {
                if (answer == "slow")
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                else
                    await ChatServer.Answer(context, answer);
            },
            // The last paragraph means what the claim does; so says this model.
            async context =>
            {
                var texts = await ChatServer.Texts(context);
                await ChatServer.Answer(context, texts.Select((_, n) => n == texts.Count - 1 ? new[] { 1f, 0 } : [0, 1f]));
            }
        );
        using var folder = new TempFolder();
        using var app = new TestApp(
            new Dictionary<string, string>
            {
                ["Casebook:Folder"] = WorldCasebook.Write(folder),
                ["Casebook:Texts"] = Path.Combine(folder.Path, "texts"),
                ["Suggestions:Endpoint"] = server.Endpoint,
                ["Suggestions:Model"] = "small",
                ["Suggestions:Embeddings"] = "meaning",
            }
        ).Started();
        var (page, _) = await browser.Editor(app);
        await Uncode(app);
        var revision = app.Casebook.Revision;
        await page.OpenForm($"{app.Address}/claims/sailed/code/{WorldCasebook.In("en").Slug}");
        var offer = page.Locator(".draft-offer");
        await Assertions.Expect(page.Locator(".proposals li .why", new() { HasText = "near in meaning" })).ToHaveCountAsync(1);
        // Whoever asks by the keyboard goes on where the answer is.
        var ask = offer.GetByText("Have small draft the cell");
        await ask.PressAsync("Enter");
        await Assertions.Expect(offer.GetByRole(AriaRole.Button, new() { Name = "stop" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ask).ToBeFocusedAsync();
        answer = "no";
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(offer).ToContainTextAsync("small proposes nothing: its answer is no draft.");
        answer = """
            {"stance": "attributes", "quotations": [{"paragraph": 2, "exact": "sailed again on Monday"}, {"paragraph": 2, "exact": "sank"}],
             "aspects": {"day": "Monday"}, "gloss": "Leaves it to the master."}
            """;
        await ask.PressAsync("Enter");
        await Assertions.Expect(offer.GetByRole(AriaRole.Button, new() { Name = "Put it into the form" })).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".draft-offer :focus")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(offer).ToContainTextAsync("1 of 2 quotations was not in the text and was dropped.");
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("Leaves it to the master.");
        await Assertions.Expect(offer).ToContainTextAsync("Put into the form: the stance, 1 quotation");
        await Assertions.Expect(offer).ToContainTextAsync("Nothing is saved yet.");
        await Assertions.Expect(ask).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync("sailed again on Monday");
        await Assertions.Expect(page.Locator("[name='aspect.day.text']")).ToHaveValueAsync("Monday");
        await Assertions.Expect(page.Locator("[name=stance][value=attributes]")).ToBeCheckedAsync();

        // Into a silent cell nothing of it fits: it is said, and the draft stays.
        await page.CheckAsync("[name=stance][value=silent]");
        await Ask();
        await offer.GetByRole(AriaRole.Button, new() { Name = "Put it into the form" }).ClickAsync();
        await Assertions.Expect(offer.GetByRole(AriaRole.Alert)).ToContainTextAsync("The cell is marked silent");
        await Assertions.Expect(offer).ToContainTextAsync("sailed again on Monday");
        await Assertions.Expect(page.Locator("[name=stance][value=silent]")).ToBeCheckedAsync();
        Assert.Equal(revision, app.Casebook.Revision);
        await page.Context.CloseAsync();

        Task Ask() => offer.GetByText("Have small draft the cell").ClickAsync();
    }

    // Takes the telling away of the source whose words these tests know.
    private static async Task Uncode(TestApp app)
    {
        var (claim, source) = (app.Casebook.Claims[0], app.Casebook.Sources.First(s => s.Slug == WorldCasebook.In("en").Slug));
        var uncoded = new PutFraming(claim.Id, source.Id, claim.Of(source.Id), null);
        var store = app.Services.GetRequiredService<CasebookStore>();
        Assert.IsType<Outcome.Committed>(await store.Write(uncoded, await app.Person("Eve", AccountRole.Editor)));
    }
}
