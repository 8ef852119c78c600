using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>The fields that refer to something: items are picked by their words, days in a calendar, languages by their names.</summary>
public sealed class PickerBrowserTests(Browser browser)
{
    [Fact]
    public async Task Picker_ByKeys_ChoosesAndEmptiesWithoutSaving()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        var (claim, happening) = (app.Casebook.Claims[0], app.Casebook.Events[^1]);
        await page.OpenForm(app.Address + Urls.Edit(claim));
        await page.Pick("event", happening.Slug.Replace('-', ' '), happening.Label);
        await Assertions.Expect(page.Locator("input[name=event]")).ToHaveValueAsync(happening.RawId);
        await Assertions.Expect(page.Locator("[id='pick-event']")).ToHaveValueAsync(happening.Label);
        await Assertions.Expect(page.Locator("[id='pick-event']")).ToBeFocusedAsync();
        Assert.Equal(1, app.Casebook.Revision);
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved as revision 2.");
        Assert.Equal(happening.Id, app.Casebook.Claims[claim.Id].Event);

        await page.OpenForm(app.Address + Urls.Edit(claim));
        await page.FillAsync("[id='pick-event']", "");
        await Assertions.Expect(page.Locator("input[name=event]")).ToHaveValueAsync("");
        await page.FillAsync("[id='pick-event']", "words of nothing");
        await Assertions.Expect(page.Locator(".pick-list.mud-popover-open")).ToContainTextAsync("Nothing here has these words.");
        await page.Keyboard.PressAsync("Escape");

        // Enter is of what was typed, and not of what the list still shows.
        var first = app.Casebook.Events[0];
        await page.FillAsync("[id='pick-event']", first.Label);
        await Assertions.Expect(page.Locator(".pick-list.mud-popover-open")).ToContainTextAsync(first.Label);
        await page.FillAsync("[id='pick-event']", happening.Label);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("input[name=event]")).ToHaveValueAsync(happening.RawId);
        await page.FillAsync("[id='pick-event']", "");
        await Assertions.Expect(page.Locator("input[name=event]")).ToHaveValueAsync("");
        await page.ClickAsync("[data-save]");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved as revision 3.");
        Assert.Null(app.Casebook.Claims[claim.Id].Event);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    /// <summary>Whoever types a name and goes on by Tab or saves means it; where it may be several, or none, that is said.</summary>
    [Fact]
    public async Task Picker_LeftWithoutEnter_TakesTheOneThatIsMeantOrSaysThatNoneIs()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        var claim = app.Casebook.Claims[0];
        var (one, other) = (app.Casebook.Events[^1], app.Casebook.Events[0]);
        await page.OpenForm(app.Address + Urls.Edit(claim));
        var (box, chosen) = (page.Locator("[id='pick-event']"), page.Locator("input[name=event]"));
        foreach (
            var (typed, key, has, said) in new[]
            {
                (one.Label, "Tab", one.RawId, ""),
                ("a", "Tab", one.RawId, "“a” is not chosen; more than one is meant"),
                ("words of nothing", "Tab", one.RawId, "“words of nothing” is not chosen; nothing here has these words."),
                (other.Label, "Control+s", other.RawId, ""),
            }
        )
        {
            await box.FocusAsync();
            await page.Keyboard.TypeAsync(typed);
            await page.Keyboard.PressAsync(key);
            if (said.Length > 0)
                await Assertions.Expect(page.Locator("#told")).ToContainTextAsync(said);
            await Assertions.Expect(chosen).ToHaveValueAsync(has);
            await Assertions.Expect(box).ToHaveValueAsync(app.Casebook.Events.Single(e => e.RawId == has).Label);
        }
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Saved as revision 2");
        Assert.Equal(other.Id, app.Casebook.Claims[claim.Id].Event);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Picker_AmongManyItems_ShowsAFewAndSaysOfHowMany()
    {
        using var app = new SyntheticCasebook(200, 2_000, 0, 5).Serve();
        var (page, console) = await browser.Editor(app);
        var happening = app.Casebook.Events[0];
        await page.OpenForm(app.Address + Urls.Edit(happening));
        Assert.Equal(happening.Claims.Count, await page.Locator("input[name^='claims.']").CountAsync());
        await page.ClickAsync("[id='pick-claims']");
        await Assertions.Expect(page.Locator(".pick-list .mud-list-item")).ToHaveCountAsync(12);
        await Assertions.Expect(page.Locator(".pick-list.mud-popover-open")).ToContainTextAsync("12 of 2,000 shown, type on");
        await page.OnWideAndNarrow(async at =>
        {
            await Assertions.Expect(page.Locator(".pick-list.mud-popover-open .mud-list")).ToBeVisibleAsync();
            Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers())));
        });
        var claim = app.Casebook.Claims[1_234];
        await page.Pick("claims", claim.Slug, claim.Question);
        await Assertions.Expect(page.Locator($"[name='claims.{claim.Id}']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[id='pick-claims']")).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved as revision");
        Assert.Contains(claim.Id, app.Casebook.Events[happening.Id].Claims);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Picker_ItemRemovedMeanwhile_SaysSoAndCanBeEmptied()
    {
        using var app = TestApp.With();
        var editor = await app.Person("Bob", AccountRole.Editor);
        var store = app.Services.GetRequiredService<CasebookStore>();
        var lonely = app.Casebook.Events[0] with
        {
            Id = new("lonely"),
            Slug = "lonely",
            Label = "A lonely event",
            Mentions = [],
            Claims = [],
        };
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(null, lonely), editor, null));
        var (page, _) = await browser.Editor(app);
        await page.OpenForm(app.Address + Urls.Edit(app.Casebook.Claims[0]));
        await page.Pick("event", "lonely", "A lonely event");
        Assert.IsType<Outcome.Committed>(await store.Write(new PutItem(lonely, null), editor, null));
        await Assertions.Expect(page.Locator(".field-problem")).ToContainTextAsync("What was chosen is no longer there");
        await page.ClickAsync("text=choose none");
        await Assertions.Expect(page.Locator("input[name=event]")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Picker_TypedInBeforeTheServerHasHeardOfTheFocus_KeepsItsFirstLetter()
    {
        using var app = TestApp.With();
        var page = (await browser.Editor(app)).Page;
        var held = await HeldFrames.Of(page);
        await page.OpenForm(app.Address + Urls.Edit(app.Casebook.Claims[0]));
        var happening = app.Casebook.Events.First(e => app.Casebook.Claims[0].Event != e.Id);
        var (field, words) = (page.Locator("[id='pick-event']"), happening.Slug.Replace('-', ' '));
        held.Hold();
        await field.FocusAsync();
        await page.Keyboard.TypeAsync(words[..1]);
        held.Pass();
        await page.Answered();
        await page.Keyboard.TypeAsync(words[1..]);
        await Assertions.Expect(field).ToHaveValueAsync(words); // in the place of what stood there
        await page.Context.CloseAsync();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Picker_ChosenAndLeftInOneBreath_HasWhatWasChosenAndTheNextFieldWhatIsTypedOn(bool isHeld)
    {
        using var app = TestApp.With();
        var page = (await browser.Editor(app)).Page;
        var held = await HeldFrames.Of(page);
        await page.OpenForm(app.Address + Urls.Edit(app.Casebook.Claims[0]));
        foreach (var happening in app.Casebook.Events.Where(e => app.Casebook.Claims[0].Event != e.Id).Take(2))
        {
            await page.Locator("[id='pick-event']").FocusAsync();
            if (isHeld)
                held.Hold();
            await page.Keyboard.TypeAsync(happening.Slug.Replace('-', ' '));
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync($"Typed on {happening.Slug}");
            if (isHeld)
                held.Pass();
            await Assertions.Expect(page.Locator("input[name=event]")).ToHaveValueAsync(happening.RawId);
            await Assertions.Expect(page.Locator("[id='pick-event']")).ToHaveValueAsync(happening.Label);
            await Assertions.Expect(page.Locator("[name='aspects.0.label']")).ToHaveValueAsync($"Typed on {happening.Slug}");
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Date_DayChosenInTheCalendar_StandsInTheFieldLikeOneThatWasTyped()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        var happening = app.Casebook.Events[0];
        await page.OpenForm(app.Address + Urls.Edit(happening));
        await page.FillAsync("[name=date]", "2024-06-18");
        await page.ClickAsync("summary[aria-label^='Date:']");
        var day = page.Locator(".mud-picker-calendar-day:not(.mud-hidden)", new() { HasText = "21" });
        await day.WaitForAsync();
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await day.ClickAsync();
        await Assertions.Expect(page.Locator("[name=date]")).ToHaveValueAsync("2024-06-21");
        await Assertions.Expect(page.Locator("[name=date]")).ToBeFocusedAsync();
        await page.FillAsync("[name=date]", "[2024-06-18,2024-06-19]");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved as revision 2.");
        Assert.Equal("[2024-06-18,2024-06-19]", app.Casebook.Events[happening.Id].Date!.Text);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Language_ByItsNameOrATagOfOnesOwn_IsTaken()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        await page.OpenForm(app.Address + Urls.Edit(app.Casebook.Head));
        var field = page.Locator("[name=language]");
        await field.FillAsync("korean, n");
        await page.Locator(".pick-list .mud-selected-item", new() { HasText = "Korean, North Korea" }).WaitForAsync();
        await field.PressAsync("Enter");
        await Assertions.Expect(field).ToHaveValueAsync("ko-KP");
        await Assertions.Expect(page.Locator(".language")).ToContainTextAsync("Korean, North Korea");
        await field.FillAsync("gsw-CH");
        await field.PressAsync("Tab");
        await page.ClickAsync("[data-save]");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved as revision 2.");
        Assert.Equal("gsw-CH", app.Casebook.Head.Language);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Removal_IsAskedFirst_AndEscapeLeavesItWithTheFocusWhereItWas()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        var actor = app.Casebook.Actors[^1];
        await page.OpenForm(app.Address + Urls.Edit(actor));
        await page.ClickAsync("text=Remove…");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Remove it?" });
        await Assertions.Expect(dialog).ToContainTextAsync("brings all of it back");
        var effect = Removal.Effects(app.Casebook, actor)[0];
        await Assertions.Expect(dialog).ToContainTextAsync($"“{KindPages.NameOf((effect.Before ?? effect.After)!, app.Casebook)}”");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Keep it" })).ToBeFocusedAsync();
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove…" })).ToBeFocusedAsync();
        await page.ClickAsync("text=Remove…");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remove it" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved as revision 2.");
        Assert.False(app.Casebook.Actors.TryGet(actor.Id, out _));
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rows_MovedByKeysAndDragged_KeepTheirOrderAndTheFocus()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        string[] was = [.. app.Casebook.Head.Themes.Select(t => t.Label)];
        await page.OpenForm(app.Address + Urls.Edit(app.Casebook.Head));
        var first = page.Locator("[name='themes.0.label']");
        await first.ClickAsync(
            new()
            {
                Position = new() { X = 10, Y = 3 },
            }
        ); // nothing lies over its upper edge
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(first).ToHaveValueAsync(was[1]);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Themes: move row 2 down" })).ToBeFocusedAsync();
        await page.Locator(".ordered").First.EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
        await page.Locator(".ordered-row .handle").Nth(2).HoverAsync();
        await page.Mouse.DownAsync();
        var top = (await page.Locator(".ordered-row").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(top.X + 200, top.Y + top.Height + 20, new() { Steps = 4 });
        await page.Locator(".is-dragged").WaitForAsync();
        await page.Mouse.MoveAsync(top.X + 200, top.Y + 12, new() { Steps = 4 });
        await page.Locator(".ordered .mud-dropitem-placeholder:not(.d-none)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Mouse.UpAsync();
        await Assertions.Expect(first).ToHaveValueAsync(was[2]);
        await page.ClickAsync("text=Add a row");
        await page.Locator($"[name='themes.{was.Length}.label']").FillAsync("Another theme");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved as revision 2.");
        Assert.Equal([was[2], was[1], was[0], .. was[3..], "Another theme"], app.Casebook.Head.Themes.Select(t => t.Label));
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }
}
