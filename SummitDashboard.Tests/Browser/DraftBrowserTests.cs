using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>
/// What is typed is never lost and never goes to the wrong place, whatever others, the network or an address do meanwhile.
/// </summary>
public sealed partial class DraftBrowserTests(Browser browser)
{
    private const string Cell = "/claims/first-visit/code/why-putin-visit";

    [Fact]
    public async Task Typing_WhileSomebodyElseSavesTheSame_IsKept()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        var bob = await app.Person("Bob", AccountRole.Editor);
        await page.FocusAsync("[name=gloss]");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" Half a sen"); // and the field is not left
        Assert.True(
            app.Casebook.Claims.TryGetBySlug("first-visit", out var claim) && app.Casebook.Sources.TryGetBySlug("why-putin-visit", out _)
        );
        Assert.True(app.Casebook.Sources.TryGetBySlug("why-putin-visit", out var source));
        var was = claim.Of(source.Id)!;
        Assert.IsType<Outcome.Committed>(
            await app
                .Services.GetRequiredService<CasebookStore>()
                .Write(new PutFraming(claim.Id, source.Id, was, was with { Frames = [NewsFrame.Conflict] }), bob)
        );
        await Assertions.Expect(page.GetByText("Somebody has just changed this too")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync(new Regex("Half a sen$"));
        await page.Keyboard.TypeAsync("tence.");
        await page.Keyboard.PressAsync("Control+s");
        await page.ClickAsync("text=Save the merged version");
        await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
        Assert.EndsWith("Half a sentence.", app.Casebook.Claims[claim.Id].Of(source.Id)!.Gloss);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Typing_InACellThatNobodyHasCoded_ComesBackAfterAReload()
    {
        using var app = TestApp.With();
        Assert.True(app.Casebook.Claims.TryGetBySlug("first-visit", out var claim));
        Assert.True(app.Casebook.Sources.TryGetBySlug("why-putin-visit", out var source));
        Assert.IsType<Outcome.Committed>(
            await app
                .Services.GetRequiredService<CasebookStore>()
                .Write(new PutFraming(claim.Id, source.Id, claim.Of(source.Id), null), await app.Person("Bob", AccountRole.Editor))
        );
        var page = await browser.Form(app, Cell);
        await Assertions.Expect(page.GetByText("Draft kept")).ToHaveCountAsync(0);
        await page.FillAsync("[name=gloss]", "Half a reading.");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Draft kept")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("Half a reading.");
        await Assertions.Expect(page.GetByText("What you had typed and not saved is back")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Note_OfAHundredThousandCharacters_IsRefusedInWordsAndKept()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Urls.Edit(app.Casebook.Claims[0]));
        var note = new string('ä', 100_000);
        await page.FillAsync("[name=note]", note);
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".notice.bad")).ToContainTextAsync("100,000 characters");
        await page.ReloadAsync();
        await page.Interactive();
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync(note);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task StoredDraft_ThatMakesNoSense_LeavesThePageUsable()
    {
        string[] senseless = ["not json", "{\"values\":{\"gloss\":null,\"stance\":null}}", "{\"values\":null}", "[]", "huge"];
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        await page.OpenForm(app.Address + Cell);
        var key = await page.Locator("[data-draft]").GetAttributeAsync("data-draft");
        foreach (var stored in senseless)
        {
            await page.EvaluateAsync(
                "([key, text]) => "
                    + "localStorage.setItem(key, text === 'huge' ? '{\"values\":{\"gloss\":\"' + 'x'.repeat(4000000) + '\"}}' : text)",
                new[] { key, stored }
            );
            await page.ReloadAsync();
            await page.Locator("[data-ready]").WaitForAsync();
            await SaveStillHere(page, app);
        }
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task StoredDraft_OfAnOlderVersion_ComesBackWithWhatIsTypedOnTop()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        var form = page.Locator("[data-draft]");
        await page.EvaluateAsync(
            """
            ([key, basis]) => localStorage.setItem(key, JSON.stringify({ at: '2026-01-01T00:00:00Z', basis, values:
              { stance: 'asserts', gloss: 'An old reading.', 'quotations.0.exact': 'rare', 'quotations.0.paragraph': '2',
                'quotations.0.hedges': 'a\\;b; c' } }))
            """,
            new[] { await form.GetAttributeAsync("data-draft"), await form.GetAttributeAsync("data-basis") }
        );
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("An old reading.");
        await Assertions.Expect(page.Locator("[name='quotations.0.hedges.0']")).ToHaveValueAsync("a;b");
        await Assertions.Expect(page.Locator("[name='quotations.0.hedges.1']")).ToHaveValueAsync("c");
        await page.Locator("[name=note]").PressSequentiallyAsync("And more"); // and the field is not left
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("An old reading.");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("And more");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task QuoteInTheAddress_ThatIsNoPlace_LeavesThePageUsable()
    {
        string[] places = ["1.0.0", "1.9.2", "1.-5.3", "0.1.2", "99999.1.2", "1.999998.999999", "a.b.c", "1.2147483647.2147483648"];
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var (page, _) = await browser.Editor(app);
        foreach (var place in places)
        {
            await page.OpenForm(app.Address + "/claims/signed/code/first?quote=" + place);
            await SaveStillHere(page, app);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task QuoteInTheAddress_ThatIsAPlace_IsOfferedAndQuotedOnlyWhenAskedFor()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/signed/code/second?quote=2.0.8");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("¶ 2: 3 words selected.");
        var rows = await page.Locator(".quote").CountAsync();
        await Assertions.Expect(page.Locator(".form-said")).Not.ToContainTextAsync("Draft kept");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator(".quote [name$=exact]").Last).ToHaveValueAsync("It was a");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Draft kept");
        Assert.InRange(await page.Locator(".quote").CountAsync(), rows, rows + 1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Cell_LeftWhileItIsSaved_NeverFillsTheNext()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        Assert.True(app.Casebook.Claims.TryGetBySlug("first-visit", out var claim));
        var before = app.Casebook.Claims[claim.Id];
        await page.FillAsync("[name=gloss]", "Mine alone.");
        // Saved and left in one breath, several times: the second press comes while the first is under way.
        await page.EvaluateAsync(
            "() => { document.activeElement.blur(); document.querySelector('[data-save]').click(); document.querySelector('nav.cells "
                + "a').click(); }"
        );
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/code/untitled-briefing$"));
        await Assertions.Expect(page.Locator("[name=gloss]")).Not.ToHaveValueAsync("Mine alone.");
        await page.Locator("[data-ready]").WaitForAsync();
        var after = app.Casebook.Claims[claim.Id];
        foreach (var framing in after.Framings)
            Assert.Equal(
                app.Casebook.Sources[framing.Source].Slug == "why-putin-visit" ? "Mine alone." : before.Of(framing.Source)!.Gloss,
                framing.Gloss
            );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Field_TouchedAndPutBack_IsNoDraft()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        await page.FocusAsync("[name=gloss]");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("x");
        Assert.Equal(1, await Kept(page));
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).filter(key => key.startsWith('draft:')).length === 0");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reason_TypedBesideAField_IsKeptWithIt()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        await page.FillAsync("[name=reason]", "A better reading.");
        await page.FillAsync("[name=gloss]", "Read again.");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("Read again.");
        await Assertions.Expect(page.Locator("[name=reason]")).ToHaveValueAsync("A better reading.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Coding_HiddenByChoosingSilent_OutlivesAReload()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        var quoted = await page.InputValueAsync("[name='quotations.0.exact']");
        await page.Locator("[name=stance][value=silent]").CheckAsync();
        await page.Locator("[name=readWhole]").WaitForAsync();
        await page.FillAsync("[name=note]", "On second thoughts");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("On second thoughts");
        await page.Locator("[name=stance][value=asserts]").CheckAsync();
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync(quoted);
        await page.Context.CloseAsync();
    }

    // Something new each time, which makes the next revision.
    private static async Task SaveStillHere(IPage page, TestApp app)
    {
        var next = app.Casebook.Revision + 1;
        await page.FillAsync("[name=gloss]", $"Still here at {next}.");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText($"Saved as revision {next}").First).ToBeVisibleAsync();
    }

    private static Task<int> Kept(IPage page) =>
        page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('draft:')).length");
}
