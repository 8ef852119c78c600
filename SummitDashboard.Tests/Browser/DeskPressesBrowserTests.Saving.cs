using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

public sealed partial class DeskPressesBrowserTests
{
    [Fact]
    public async Task Fields_TypedInWhileASaveDrawsTheFormAnew_KeepTheirLetters()
    {
        var store = Site.App.Services.GetRequiredService<CasebookStore>();
        var (page, held) = await Open("more-13");
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        foreach (var key in new[] { "r", "1" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).Not.ToHaveValueAsync("");
        // Each save makes a term of what fills a slot, so that what stands in the fields is another than what was sent.
        var fields = new[] { ("quotations.0.cites", "measure"), ("aspect.whose.text", "earlier"), ("gloss", "reading") };
        foreach (var (name, slot) in fields)
        {
            var field = page.Locator($"[name='{name}']");
            await page.FillAsync($"[name='aspect.{slot}.text']", $"the {slot} of it");
            await field.FocusAsync();
            await page.Keyboard.TypeAsync("one");
            await page.Keyboard.PressAsync("Tab");
            await field.FocusAsync();
            await page.Keyboard.PressAsync("End");
            await page.Answered(); // else the key that saves would wait
            var saved = new TaskCompletionSource<bool>();
            using var told = store.Changes.Subscribe(_ => saved.TrySetResult(Of("more-13")?.In(slot) is not null));
            held.Hold();
            await page.Keyboard.PressAsync("Control+s");
            await page.Keyboard.TypeAsync(" two");
            Assert.True(await saved.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
            held.Pass();
            await Assertions.Expect(page.Locator($"[name='aspect.{slot}.value']")).Not.ToHaveValueAsync("");
            await page.TwoFrames();
            await Assertions.Expect(field).ToHaveValueAsync("one two");
            await Assertions.Expect(field).ToBeFocusedAsync();
            // What was typed since is no longer the saved draft’s, and kept for itself.
            await page.WaitForFunctionAsync("() => Object.values(localStorage).some(kept => kept.includes('one two'))");
            await page.Keyboard.TypeAsync(" three");
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(field).ToHaveValueAsync("one two three");
        }
        var before = Site.App.Casebook.Revision;
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync($"Saved as revision {before + 1}");
        var framing = Of("more-13")!;
        Assert.Equal(
            ("one two three", "one two three", "one two three"),
            (framing.Quotations.Single().Cites?.Other, framing.In("whose")?.Text, framing.Gloss)
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Field_LeftBeforeItsFirstWordsWereAnswered_ShowsItsLast()
    {
        var (page, held) = await Open("more-14");
        var gloss = page.Locator("[name=gloss]");
        await gloss.FocusAsync();
        held.Hold();
        await page.Keyboard.TypeAsync("one ");
        await page.Keyboard.PressAsync("Tab"); // told, and answered without the blank
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("two");
        await page.Keyboard.PressAsync("Tab");
        held.Pass();
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Draft kept");
        await page.TwoFrames();
        await Assertions.Expect(gloss).ToHaveValueAsync("one two");
        await gloss.FillAsync("three "); // nobody is in it any more: the form has the last word
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(gloss).ToHaveValueAsync("three");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task New_SavedAndTypedOnInOneBreath_TakesTheWordsForTheNext()
    {
        var (page, held) = await Open("more-8");
        await page.OpenForm(Site.App.Address + "/new/claim");
        await page.FillAsync("[name=question]", "Was it late?");
        await page.FillAsync("[name=statement]", "It was so.");
        await page.SelectOptionAsync("[name=theme]", "paper");
        foreach (var (n, label) in new[] { "How", "When" }.Index())
        {
            if (await page.Locator($"[name='aspects.{n}.label']").CountAsync() == 0)
                await page.GetByRole(AriaRole.Button, new() { Name = "Add a row" }).ClickAsync();
            await page.FillAsync($"[name='aspects.{n}.label']", label);
        }
        held.Hold();
        await page.Locator("[name=question]").FocusAsync(); // which the form that comes has too
        await page.Keyboard.PressAsync("Control+Enter");
        await page.EvaluateAsync("() => { document.querySelector('main').append(document.createElement('i')); }"); // as a drawing does
        await page.TwoFrames();
        await page.Keyboard.TypeAsync("And ear");
        held.Pass();
        await page.Keyboard.TypeAsync("ly?");
        await Assertions.Expect(page.Locator("main .notice.good")).ToContainTextAsync("Saved: Was it late?");
        await Assertions.Expect(page.Locator("[name=question]")).ToHaveValueAsync("And early?");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Form_SentBeforeItsScriptsAreThere_PutsNothingIntoTheAddress()
    {
        var page = await Desk("more-48");
        await page.RouteAsync(new Regex(@"\.js\b"), route => route.AbortAsync());
        foreach (var path in new[] { "/claims/more-48/code/second", "/edit/claim/more-48" })
        {
            await page.GotoAsync(Site.App.Address + path);
            await page.FillAsync("[name=note]", "Of nobody’s log");
            await page.ClickAsync("[data-save]");
            await page.FocusAsync("[name=reason]");
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal("Of nobody’s log", await page.InputValueAsync("[name=note]"));
            Assert.EndsWith(path, page.Url);
        }
        await page.Context.CloseAsync();
    }
}
