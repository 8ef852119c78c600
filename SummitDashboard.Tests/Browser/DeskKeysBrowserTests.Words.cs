using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Words of the text chosen by keys, and words that are typed: whose they are, and what takes them back.</summary>
public sealed partial class DeskKeysBrowserTests
{
    [Fact]
    public async Task Phrases_ByControlAndArrows_GoForthAndBackAndGrow()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(DeskCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        await page.Locator(".picker:not([data-comes])", new() { HasText = "arrows choose words" }).WaitForAsync();
        await page.Locator("ol.text").FocusAsync();
        foreach (
            var (key, chosen) in new[]
            {
                ("Control+ArrowRight", "The envoy signed the paper"),
                ("Control+ArrowRight", "aides said"),
                ("Control+ArrowRight", "was a rare sight"), // a word short of the whole sentence, which may not be quoted
                ("Shift+ArrowLeft", "was a rare"),
                ("Control+ArrowRight", "A crowd had waited since the morning"), // not the rest of what was begun
                ("Control+Shift+ArrowRight", "A crowd had waited since the morning, and nobody in it spoke of the weather"),
                ("Control+ArrowLeft", "was a rare sight"),
                ("Control+ArrowLeft", "aides said"),
                ("Control+ArrowLeft", "The envoy signed the paper"),
                ("Control+ArrowLeft", "The envoy signed the paper"),
            }
        )
        {
            await page.Keyboard.PressAsync(key);
            Assert.Equal((key, chosen), (key, await page.EvaluateAsync<string>("getSelection().toString()")));
        }
        await page.Keyboard.PressAsync("Control+ArrowRight");
        await page.Keyboard.PressAsync("Control+ArrowRight");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("may not be quoted: its first word is left out");
        foreach (
            var (sentences, phrases) in new[]
            {
                ("Few in Velmar think that the friendship will last its captains.", "Few in Velmar think that the friendship will last"),
                ("South Velmar condemned the treaty.", "South Velmar condemned"),
                ("South Velmar condemned the treaty in June.", "South Velmar condemned the treaty"),
                ("Selkirk and Velmar have both rejected the accusations.", "Selkirk and Velmar have both rejected"),
                ("The State Port announced no new measures.", "State Port announced no new measures"),
                (
                    "Mr. Falk saw the U.N. Port Council at 3 a.m. on Monday, said Gen. Jo. He slept.",
                    "Mr. Falk saw the U.N. Port Council at 3 a.m. on Monday|said Gen. Jo|He slept"
                ),
                ("Gestern fuhr er alte Fähren hin.", "Gestern fuhr er alte Fähren"),
            }
        )
            Assert.Equal(
                phrases,
                await page.EvaluateAsync<string>(
                    """
                    async text => {
                      const { phraseBeside } = await import('/words.js'),
                        p = document.createElement('p'),
                        found = [];
                      p.lang = text.startsWith('Gestern') ? 'de' : 'en';
                      p.textContent = text;
                      for (let was = null, next; (next = phraseBeside([p], was, 1)); was = { from: next.first, to: next.last })
                        found.push(text.slice(next.first.start, next.last.end));
                      return found.join('|');
                    }
                    """,
                    sentences
                )
            );
        await page.FillAsync("[name='quotations.0.exact']", "It was a rare sight");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".quote").First).ToContainTextAsync("a whole sentence: quote a part of it");

        // Whose claim is removed meanwhile reads what was typed, and none of our inner values.
        var (claim, store) = (app.Casebook.Claims.Single(c => c.Slug == "rare"), app.Services.GetRequiredService<CasebookStore>());
        var bob = await app.Person("Bob", AccountRole.Editor);
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(claim, null), bob, null));
        var kept = page.Locator("section[role=status]", new() { HasText = "removed while you were coding" }).Locator("dl");
        await Assertions.Expect(kept).ToHaveTextAsync(new Regex(@"^\s*Its words\s*It was a rare sight\s*$"));
        await page.Context.CloseAsync();
    }

    /// <summary>The keys lead where one can type, and what was typed in one cell is brought back into no other.</summary>
    [Fact]
    public async Task Word_OfAPersonAndWhatTheBrowserTakesBack_StayWithTheirCell()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(DeskCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        var cites = page.Locator("[name='quotations.0.cites']");
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        foreach (var (typed, person) in new[] { ("The Envoy (envoy)", true), ("The Envoy", true), ("aides, mostly", false) })
        {
            if (typed.EndsWith(')'))
                await page.Keyboard.PressAsync("1");
            await page.Keyboard.PressAsync(",");
            await Assertions.Expect(cites).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(typed);
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator(".person b")).ToHaveCountAsync(person ? 1 : 0);
            await Assertions.Expect(cites).ToHaveValueAsync(person ? "" : typed);
        }
        await Assertions.Expect(page.Locator("[name=stance]:checked")).ToHaveCountAsync(0); // no letter was a key
        await page.Keyboard.PressAsync("r");
        // Who saves goes on where he is, also where something was filled in by it, as the term of an aspect is.
        foreach (var (aspect, revision) in new[] { ("", 2), ("an envoy", 3) })
        {
            await page.Keyboard.PressAsync("v");
            await page.Keyboard.TypeAsync(aspect);
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync(",");
            await page.Keyboard.PressAsync("Control+s");
            await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync($"Saved as revision {revision}");
            await Assertions.Expect(cites).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Escape");
        }
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.TypeAsync("Said of aides.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rest/code/second$"));
        Assert.Equal("aides, mostly", Of(app, "rare")!.Quotations.Single().Cites!.Other);
        await page.Locator("[data-ready]").WaitForAsync();
        foreach (var key in new[] { "Control+z", "Control+z", "Control+Shift+z", "Control+y" })
            await page.Keyboard.PressAsync(key);
        await page.TwoFrames();
        Assert.Equal("", await page.Locator("[name=gloss]").InputValueAsync());
        Assert.Equal(0, await page.Locator("form[data-dirty]").CountAsync());
        await page.Context.CloseAsync();
    }
}
