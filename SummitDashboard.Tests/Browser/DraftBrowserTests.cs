using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data;
using SummitDashboard.Data.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What is typed is never lost and never goes to the wrong place, whatever others, the network or an address do meanwhile.</summary>
public sealed class DraftBrowserTests(Browser browser)
{
    private const string Cell = "/claims/first-visit/code/why-putin-visit";

    [Fact]
    public async Task Typing_WhileSomebodyElseSavesTheSame_IsKept()
    {
        using var app = TestApp.With();
        var page = await Editor(app, Cell);
        var bob = await app.Person("Bob", AccountRole.Editor);
        await page.FocusAsync("[name=gloss]");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" Half a sen"); // and the field is not left
        Assert.True(app.Casebook.Claims.TryGetBySlug("first-visit", out var claim) && app.Casebook.Sources.TryGetBySlug("why-putin-visit", out _));
        Assert.True(app.Casebook.Sources.TryGetBySlug("why-putin-visit", out var source));
        var was = claim.Of(source.Id)!;
        Assert.IsType<Outcome.Committed>(await app.Services.GetRequiredService<CasebookStore>().Write(new PutFraming(claim.Id, source.Id, was, was with { Frames = [NewsFrame.Conflict] }), bob));
        await Assertions.Expect(page.GetByText("Somebody has just changed this too")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync(new Regex("Half a sen$"));
        await page.Keyboard.TypeAsync("tence.");
        await page.Keyboard.PressAsync("Control+s");
        await page.ClickAsync("text=Save the merged version");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        Assert.EndsWith("Half a sentence.", app.Casebook.Claims[claim.Id].Of(source.Id)!.Gloss);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Note_OfAHundredThousandCharacters_IsRefusedInWordsAndKept()
    {
        using var app = TestApp.With();
        var page = await Editor(app, Urls.Edit(app.Casebook.Claims[0]));
        var note = new string('ä', 100_000);
        await page.FillAsync("[name=note]", note);
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".notice.bad")).ToContainTextAsync("100,000 characters");
        await page.ReloadAsync();
        await page.Interactive();
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync(note);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("not json"), InlineData("{\"values\":{\"gloss\":null,\"stance\":null}}"), InlineData("{\"values\":null}"), InlineData("[]"), InlineData("huge")]
    public async Task StoredDraft_ThatMakesNoSense_LeavesThePageUsable(string stored)
    {
        using var app = TestApp.With();
        await app.Person("Ada", AccountRole.Editor);
        var (page, console) = await browser.Page();
        await page.SignIn(app, "Ada");
        await page.OpenLive(app.Address + Cell);
        var key = await page.Locator("[data-draft]").GetAttributeAsync("data-draft");
        await page.EvaluateAsync("([key, text]) => localStorage.setItem(key, text === 'huge' ? '{\"values\":{\"gloss\":\"' + 'x'.repeat(4000000) + '\"}}' : text)", new[] { key, stored });
        await page.ReloadAsync();
        await page.Locator("[data-ready]").WaitForAsync();
        await page.FillAsync("[name=gloss]", "Still here.");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision 2");
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("1.0.0"), InlineData("1.9.2"), InlineData("1.-5.3"), InlineData("0.1.2"), InlineData("99999.1.2"), InlineData("1.999998.999999"), InlineData("a.b.c"), InlineData("1.2147483647.2147483648")]
    public async Task QuoteInTheAddress_ThatIsNoPlace_LeavesThePageUsable(string place)
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var page = await Editor(app, "/claims/signed/code/first?quote=" + place);
        await page.FillAsync("[name=gloss]", "Still here.");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Cell_LeftWhileItIsSaved_NeverFillsTheNext()
    {
        using var app = TestApp.With();
        var page = await Editor(app, Cell);
        Assert.True(app.Casebook.Claims.TryGetBySlug("first-visit", out var claim));
        var before = app.Casebook.Claims[claim.Id];
        await page.FillAsync("[name=gloss]", "Mine alone.");
        // Saved and left in one breath, several times: the second press comes while the first is under way.
        await page.EvaluateAsync("() => { document.activeElement.blur(); document.querySelector('[data-save]').click(); document.querySelector('nav.cells a').click(); }");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/code/untitled-briefing$"));
        await Assertions.Expect(page.Locator("[name=gloss]")).Not.ToHaveValueAsync("Mine alone.");
        await page.Locator("[data-ready]").WaitForAsync();
        var after = app.Casebook.Claims[claim.Id];
        foreach (var framing in after.Framings)
            Assert.Equal(app.Casebook.Sources[framing.Source].Slug == "why-putin-visit" ? "Mine alone." : before.Of(framing.Source)!.Gloss, framing.Gloss);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SignOut_InOneTab_EndsTheOthers()
    {
        using var app = TestApp.With();
        var page = await Editor(app, Cell);
        var other = await page.Context.NewPageAsync();
        await other.OpenLive(app.Address);
        await other.ClickAsync("details.person > summary");
        await other.ClickAsync("text=Sign out");
        await Assertions.Expect(page.Locator("header")).ToContainTextAsync("Sign in");
        Assert.Equal(0, await page.Locator("[data-save]").CountAsync());
        await page.Context.CloseAsync();
    }

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
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        var framing = Framing(app);
        Assert.Equal("Written in the dark.", framing.Gloss);
        Assert.Contains(NewsFrame.Morality, framing.Frames);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Typing_OnWhileItIsSaved_IsNotOverwrittenByTheAnswer()
    {
        using var app = TestApp.With();
        var page = await SignedIn(app);
        List<Action>? held = null;
        await page.RouteWebSocketAsync(new Regex("/_blazor"), socket => socket.ConnectToServer().OnMessage(frame =>
        {
            Action pass = () => { if (frame.Binary is { } bytes) socket.Send(bytes); else socket.Send(frame.Text!); };
            if (held is null) pass();
            else held.Add(pass);
        }));
        await page.OpenForm(app.Address + Cell);
        await page.FocusAsync("[name=note]");
        await page.Keyboard.TypeAsync("one");
        held = [];
        await page.Keyboard.PressAsync("Control+s");
        await page.Keyboard.TypeAsync(" two");
        var answers = held;
        held = null;
        foreach (var pass in answers) pass();
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await Assertions.Expect(page.Locator("[name=note]")).ToHaveValueAsync("one two");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_SavedInAnotherTab_IsGoneFromBoth()
    {
        using var app = TestApp.With();
        var page = await Editor(app, Cell);
        await page.FillAsync("[name=note]", "A note.");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Draft kept");
        var other = await page.Context.NewPageAsync();
        await other.OpenForm(app.Address + Cell);
        await Assertions.Expect(other.Locator("[name=note]")).ToHaveValueAsync("A note.");
        await other.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await Assertions.Expect(page.Locator(".form-said")).Not.ToContainTextAsync("Draft kept");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).filter(key => key.startsWith('draft:')).length === 0");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Field_TouchedAndPutBack_IsNoDraft()
    {
        using var app = TestApp.With();
        var page = await Editor(app, Cell);
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
    public async Task Draft_OfOneTab_OutlivesTheSaveOfAnother()
    {
        using var app = TestApp.With();
        var page = await Editor(app, Cell);
        var other = await page.Context.NewPageAsync();
        await other.OpenForm(app.Address + Cell);
        await page.FocusAsync("[name=gloss]");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" Half a sen"); // and the field is not left
        await other.FillAsync("[name=note]", "A note.");
        await other.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(other.Locator(".form-said")).ToContainTextAsync("Saved as revision");
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some(text => text.includes('Half a sen'))");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name=gloss]")).ToHaveValueAsync(new Regex(" Half a sen$"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Typing_BeforeThePageIsReady_OutlivesAReload()
    {
        using var app = TestApp.With();
        var page = await SignedIn(app);
        await page.RouteAsync("**/blazor.web*.js", route => route.AbortAsync());
        await page.GotoAsync(app.Address + Cell);
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
        var page = await SignedIn(app);
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/blazor.web*.js", async route => { await go.Task; await route.ContinueAsync(); });
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

    [Fact]
    public async Task Reason_TypedBesideAField_IsKeptWithIt()
    {
        using var app = TestApp.With();
        var page = await Editor(app, Cell);
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
        var page = await Editor(app, Cell);
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

    private static Task<int> Kept(IPage page) => page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('draft:')).length");

    private static Framing Framing(TestApp app)
    {
        Assert.True(app.Casebook.Claims.TryGetBySlug("first-visit", out var claim) && app.Casebook.Sources.TryGetBySlug("why-putin-visit", out _));
        Assert.True(app.Casebook.Sources.TryGetBySlug("why-putin-visit", out var source));
        return claim.Of(source.Id)!;
    }

    // An editor whose connection can be cut, the server staying as it is, and mended.
    private async Task<(IPage Page, Func<Task> Cut, Action Mend)> OnABadLine(TestApp app, string path)
    {
        var page = await SignedIn(app);
        var isCut = false;
        List<IWebSocketRoute> sockets = [];
        await page.RouteWebSocketAsync(new Regex("/_blazor"), socket =>
        {
            if (isCut) _ = socket.CloseAsync();
            else
            {
                socket.ConnectToServer();
                sockets.Add(socket);
            }
        });
        await page.OpenForm(app.Address + path);
        return (page, async () =>
        {
            isCut = true;
            foreach (var socket in sockets) await socket.CloseAsync();
            await Assertions.Expect(page.GetByText("The connection to the server was lost.")).ToBeVisibleAsync();
        }, () => isCut = false);
    }

    private async Task<IPage> SignedIn(TestApp app)
    {
        await app.Person("Ada", AccountRole.Editor);
        var (page, _) = await browser.Page();
        await page.SignIn(app, "Ada");
        return page;
    }

    private async Task<IPage> Editor(TestApp app, string path)
    {
        var page = await SignedIn(app);
        await page.OpenForm(app.Address + path);
        return page;
    }
}
