using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What is typed is kept through a slow start, a lost connection, a save under way and other tabs of the same person.</summary>
public sealed class DraftLinesBrowserTests(Browser browser)
{
    private const string Cell = "/claims/first-visit/code/why-putin-visit";

    [Fact]
    public async Task Fields_LeftWhileTheConnectionWasLost_AreSavedOnceItIsBack()
    {
        using var app = TestApp.With();
        var (page, cut, mend) = await OnABadLine(app, Cell);
        await cut();
        await page.FillAsync("[name=gloss]", "Written in the dark.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Shift+Tab"); // and left once more, unchanged
        await page.Locator("[name='frame.morality']").CheckAsync();
        mend();
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Draft kept");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
        var framing = Framing(app);
        Assert.Equal("Written in the dark.", framing.Gloss);
        Assert.Contains(NewsFrame.Morality, framing.Frames);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Typing_OnWhileItIsSaved_IsNotOverwrittenByTheAnswer()
    {
        using var app = TestApp.With();
        var page = (await browser.Editor(app)).Page;
        var held = await HeldFrames.Of(page);
        await page.OpenForm(app.Address + Cell);
        await page.FocusAsync("[name=note]");
        await page.Keyboard.TypeAsync("one");
        held.Hold();
        await page.Keyboard.PressAsync("Control+s");
        await page.Keyboard.TypeAsync(" two");
        held.Pass();
        await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("one two");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_SavedInAnotherTab_IsGoneFromBoth()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        await page.FillAsync("[name=note]", "A note.");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Draft kept");
        var other = await page.Context.NewPageAsync();
        await other.OpenForm(app.Address + Cell);
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("A note.");
        await other.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.GetByText("Saved as revision").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".form-said")).Not.ToContainTextAsync("Draft kept");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).filter(key => key.startsWith('draft:')).length === 0");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_TypedInAnotherTabToo_StandsInBoth()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        var other = await page.Context.NewPageAsync();
        await other.OpenForm(app.Address + Cell);
        await page.FillAsync("[name=note]", "Of the first.");
        await page.Locator("[name=note]").BlurAsync();
        await Assertions.Expect(page.Locator(".form-said .kept")).ToBeVisibleAsync();
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("Of the first.");
        await other.FillAsync("[name=note]", "Of the first, and of the second.");
        await other.Locator("[name=note]").BlurAsync();
        await Assertions.Expect(other.Locator(".form-said .kept")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("Of the first, and of the second.");
        await Assertions.Expect(page.Locator(".form-said .kept")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Row_MovedByKeysOnASlowLine_LeavesTheFocusToWhoWentOn()
    {
        using var app = TestApp.With();
        var claim = app.Casebook.Claims.First(c => c.Aspects.Count > 2);
        var page = (await browser.Editor(app)).Page;
        var held = await HeldFrames.Of(page);
        await page.OpenForm(app.Address + "/" + Urls.Edit(claim));
        await page.FocusAsync("[name='aspects.2.label']");
        held.Hold();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await page.FocusAsync("[name='aspects.0.label']");
        held.Pass();
        await Assertions.Expect(page.Locator("[name='aspects.1.label']")).ToHaveValueAsync(claim.Aspects[2].Label);
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" too ");
        await page.FocusAsync("[name=question]");
        await Assertions.Expect(page.Locator("[name='aspects.0.label']")).ToHaveValueAsync(claim.Aspects[0].Label + " too ");
        await Assertions.Expect(page.Locator("[name='aspects.1.label']")).ToHaveValueAsync(claim.Aspects[2].Label);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Row_MovedByKeysWhileTypingInIt_TakesItsWordsAlong()
    {
        using var app = TestApp.With();
        var claim = app.Casebook.Claims.First(c => c.Aspects.Count > 2);
        var page = await browser.Form(app, Urls.Edit(claim));
        var (first, second, third) = (claim.Aspects[0], claim.Aspects[1], claim.Aspects[2]);
        await page.FocusAsync("[name='aspects.2.label']");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" anew");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("[name='aspects.1.label']")).ToHaveValueAsync(third.Label + " anew");
        await Assertions.Expect(page.Locator("[name='aspects.2.label']")).ToHaveValueAsync(second.Label);
        await page.FocusAsync("[name='aspects.0.label']");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" too");
        await page.Keyboard.PressAsync("Enter"); // told, and not saved
        await Assertions.Expect(page.Locator(".form-said")).Not.ToContainTextAsync("Saved");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
        Assert.Equal(
            [(first.Key, first.Label + " too"), (third.Key, third.Label + " anew"), (second.Key, second.Label)],
            app.Casebook.Claims[claim.Id].Aspects.Take(3).Select(a => (a.Key, a.Label))
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Field_WithHalfACharacter_IsNamedAndNothingIsSavedWithoutIt()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        await page.EvaluateAsync(
            "() => { const f = document.querySelector('[name=note]'); f.focus(); f.value = 'half \\ud83d of it'; "
                + "for (const e of ['input', 'change']) f.dispatchEvent(new Event(e, { bubbles: true })); }"
        );
        await page.ClickAsync("[data-save]");
        Assert.Contains(
            "broken",
            await page.EvalOnSelectorAsync<string>("[name=note]", "f => f.validationMessage"),
            StringComparison.Ordinal
        );
        await Assertions.Expect(page.Locator(".form-said")).Not.ToContainTextAsync("Nothing had changed");
        await page.ReloadAsync();
        await page.Interactive();
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("half \ufffd of it"); // the rest is not lost with it
        await page.FillAsync("[name=note]", "Whole again.");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_OfOneTab_OutlivesTheSaveOfAnother()
    {
        using var app = TestApp.With();
        var page = await browser.Form(app, Cell);
        var other = await page.Context.NewPageAsync();
        await other.OpenForm(app.Address + Cell);
        await page.FocusAsync("[name=gloss]");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" Half a sen"); // and the field is not left
        await other.FillAsync("[name=note]", "A note.");
        await other.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.Locator(".form-said a")).ToBeVisibleAsync(); // to the revision
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(text => text.includes('Half a sen'))");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync(new Regex(" Half a sen$"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Typing_BeforeThePageIsReady_OutlivesAReload()
    {
        using var app = TestApp.With();
        var page = (await browser.Editor(app)).Page;
        await page.RouteAsync("**/blazor.web*.js", route => route.AbortAsync());
        await page.GotoAsync(app.Address + Cell);
        await page.EvaluateAsync("() => import(new URL('drafts.js', document.baseURI))"); // the same module that the page has asked for
        await page.FillAsync("[name=gloss]", "Typed early.");
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(text => text.includes('Typed early.'))");
        await page.UnrouteAsync("**/blazor.web*.js");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync("Typed early.");
        await Assertions.Expect(page.GetByText("What you had typed and not saved is back.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory, InlineData("asserts"), InlineData("silent")] // above and below the one that was chosen
    public async Task Stance_ChosenBeforeThePageIsReady_Stays(string stance)
    {
        using var app = TestApp.With();
        var page = (await browser.Editor(app)).Page;
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/blazor.web*.js", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(app.Address + "/claims/isolation/code/putin-flies-in", new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Locator("[name=stance]:checked")).ToHaveValueAsync("hedges");
        var choice = page.Locator($"[name=stance][value={stance}]");
        await choice.CheckAsync();
        go.SetResult();
        await page.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Draft kept");
        await Assertions.Expect(choice).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>What is chosen in a field is kept; what asks the server is said not to be taken, and is not done later either.</summary>
    [Fact]
    public async Task Keys_WhileTheConnectionIsLost_AreSaidNotToBeTaken()
    {
        using var app = TestApp.With();
        var (revision, was) = (app.Services.GetRequiredService<CasebookStore>().Current.Revision, Framing(app));
        var (page, cut, mend) = await OnABadLine(app, Cell);
        await cut();
        var other = was.Stance == Stance.Hedges ? "asserts" : "hedges";
        var said = page.Locator("#announcer");
        await page.Keyboard.PressAsync(other[..1]);
        await Assertions.Expect(page.Locator($"[name=stance][value={other}]")).ToBeCheckedAsync();
        foreach (var key in new[] { "+", "Control+s", "Control+Enter" })
        {
            await page.EvaluateAsync("() => (document.querySelector('#announcer').textContent = '')");
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(said).ToContainTextAsync("was not taken");
        }
        mend();
        await Assertions.Expect(page.GetByText("The connection to the server was lost.")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Draft kept");
        await page.Answered();
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Cell);
        await Assertions.Expect(page.Locator(".quote")).ToHaveCountAsync(Math.Max(was.Quotations.Count, 1));
        Assert.Equal(revision, app.Services.GetRequiredService<CasebookStore>().Current.Revision);
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
        Assert.Equal(other, Framing(app).Stance.ToString(), ignoreCase: true);
        await page.Context.CloseAsync();
    }

    private static Framing Framing(TestApp app)
    {
        Assert.True(
            app.Casebook.Claims.TryGetBySlug("first-visit", out var claim) && app.Casebook.Sources.TryGetBySlug("why-putin-visit", out _)
        );
        Assert.True(app.Casebook.Sources.TryGetBySlug("why-putin-visit", out var source));
        return claim.Of(source.Id)!;
    }

    // An editor whose connection can be cut, the server staying as it is, and mended.
    private async Task<(IPage Page, Func<Task> Cut, Action Mend)> OnABadLine(TestApp app, string path)
    {
        var page = (await browser.Editor(app)).Page;
        var isCut = false;
        List<IWebSocketRoute> sockets = [];
        await page.RouteWebSocketAsync(new Regex("/_blazor"), socket =>
        {
            if (isCut)
                _ = socket.CloseAsync();
            else
            {
                socket.ConnectToServer();
                sockets.Add(socket);
            }
        });
        // Nor by polling, which is what comes where sockets do not.
        await page.RouteAsync("**/_blazor/negotiate**", route => isCut ? route.AbortAsync() : route.ContinueAsync());
        await page.OpenForm(app.Address + path);
        return (
            page,
            async () =>
            {
                isCut = true;
                foreach (var socket in sockets)
                    await socket.CloseAsync();
                await Assertions.Expect(page.GetByText("The connection to the server was lost.")).ToBeVisibleAsync();
            },
            () => isCut = false
        );
    }
}
