using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Articles;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Features.Importing;
using SummitDashboard.Forms;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>Finding by keys alone, in every script.</summary>
public sealed class SearchBrowserTests(Browser browser)
{
    [Fact]
    public async Task Word_FoundFromAnywhere_IsQuotedForAClaimByKeysAlone()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        await app.Services.GetRequiredService<SearchIndexing>().WhenWhole(TestContext.Current.CancellationToken);
        var (page, console) = await browser.Editor(app);
        await page.OpenLive(app.Address + Urls.Actors);
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#quick input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("rare");
        await Assertions.Expect(page.Locator("#quick-list mark")).ToHaveTextAsync("rare");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Urls.SearchFor("rare"));
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));

        // To the first hit, and what it is quoted for.
        await Assertions.Expect(page.Locator("[data-item]")).ToHaveCountAsync(1);
        await page.Locator("main [name=q]").FocusAsync();
        await page.Keyboard.PressAsync("Escape"); // a field takes letters as letters
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-item]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("blockquote")).ToHaveTextAsync("was a rare sight"); // a word alone is no quotation
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/quote\\?at=2\\."));

        // A phrase is quoted whole; what was chosen so stands selected at the desk, and grows by keys.
        await page.OpenLive(app.Address + Urls.SearchFor("\"signed the paper\""));
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-item]").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-item]")).ToHaveCountAsync(0);
        await page.GoBackAsync(); // to the hit, not to the top
        await Assertions.Expect(page.Locator("[data-item]").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("[data-item]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("blockquote")).ToHaveTextAsync("signed the paper");
        await Assertions.Expect(page.Locator("main a:focus, main button:focus")).ToContainTextAsync("Was it signed?");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("¶ 1: 3 words selected.");
        await page.WaitForFunctionAsync("() => getSelection().toString() === 'signed the paper'");
        await Assertions.Expect(page.Locator("ol.text")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("¶ 1: 4 words selected.");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.1.exact']")).ToHaveValueAsync("signed the paper, aides");
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task QuickSearch_OpenedAgain_ShowsWhereOneWasAndGoesThere()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder));
        var (page, console) = await browser.Page();
        await page.OpenLive(app.Address + Urls.Claim(app.Casebook.Claims[0]));
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('places:'))");
        await page.GotoAsync(app.Address + Urls.Sources);
        await page.Interactive();
        await page.ClickAsync("[data-quick]");
        await Assertions.Expect(page.Locator("#quick-list [role=option]").First).ToHaveTextAsync(new Regex("^Was it signed"));
        await page.Keyboard.TypeAsync("timel");
        await Assertions.Expect(page.Locator("#quick-list [aria-selected=true]")).ToHaveTextAsync(new Regex("^Timeline"));
        await Assertions.Expect(page.Locator("#quick [role=status]")).ToHaveTextAsync(new Regex("^\\d+ shown$"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Urls.Timeline);
        await Assertions.Expect(page.Locator("#quick")).ToBeHiddenAsync();

        // Opened and typed before the circuit comes and draws the page anew.
        var come = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await come.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(app.Address + Urls.Sources);
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#quick input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("time");
        come.SetResult();
        await page.Interactive();
        await page.Keyboard.TypeAsync("line");
        await Assertions.Expect(page.Locator("#quick input")).ToHaveValueAsync("timeline");
        // An Enter that ends a composed word, as Safari tells it, chooses nothing.
        await Assertions.Expect(page.Locator("#quick-list [aria-selected=true]")).ToHaveTextAsync(new Regex("^Timeline"));
        var isTaken = await page.EvaluateAsync<bool>(
            "() => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, "
                + "cancelable: true }))"
        );
        Assert.False(isTaken);
        await Assertions.Expect(page.Locator("#quick")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Urls.Timeline);

        // Where nothing can be looked for, it is not said that there is nothing.
        var indexing = app.Services.GetRequiredService<SearchIndexing>();
        await indexing.StoppingAsync(TestContext.Current.CancellationToken);
        indexing.Index.Discard();
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#quick input")).ToBeFocusedAsync();
        await page.Locator("#quick input").FillAsync("zzzz");
        await Assertions.Expect(page.Locator("#quick [role=status]")).ToHaveTextAsync(new Regex("^The index "));
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Search_SavedWithATick_TellsOfAFileThatAnotherBringsUntilItIsOpened()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        await app.Person("Rea", AccountRole.Reader);
        var ada = await app.Person("Ada", AccountRole.Editor);
        var (page, console) = await browser.Page();
        await page.SignIn(app, "Rea");
        await page.OpenLive(app.Address + Urls.SearchFor("ferry"));
        await page.ClickAsync(".saved summary");
        await page.FocusAsync(".saved [name=name]");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".saved [name=name]")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter"); // the focus is where it was opened
        await page.FillAsync(".saved [name=name]", "The ferry");
        await page.CheckAsync(".saved [name=tell]");
        await page.ClickAsync(".saved button.primary");
        await Assertions.Expect(page.Locator(".saved p")).ToHaveTextAsync("Saved as “The ferry”.");
        await page.Interactive();
        await Assertions.Expect(page.Locator(".saved p")).ToBeFocusedAsync();
        // What was done is read out, and can be undone by the next key.
        await page.OpenLive(app.Address + Urls.Searches);
        await page.ClickAsync("text=Delete");
        await page.Interactive();
        await Assertions.Expect(page.Locator(".notice p")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice p")).ToHaveTextAsync("“The ferry” is back.");
        await page.Interactive();
        await Assertions.Expect(page.Locator(".notice p")).ToBeFocusedAsync();

        // While another page is open, somebody else makes a source of a file.
        await page.OpenLive(app.Address + Urls.With(Urls.Timeline, ("sources", "found:ferry")));
        await Assertions.Expect(page.Locator(".found-note")).ToContainTextAsync("(0 of 2)");
        var sign = page.Locator("header a.news");
        await Assertions.Expect(sign).ToHaveCountAsync(0);
        await Bring(app, "ferry.html", MadeFiles.NewsPage(), ada);
        await Assertions.Expect(sign).ToContainTextAsync("1 new source in your saved searches");
        // What is chosen by the search has become another as well.
        await Assertions.Expect(page.Locator(".found-note")).ToContainTextAsync("(1 of 3)");
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));

        // Opened, what is new is marked and counted no longer; opened again, it is as the others.
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#quick-list [role=option]", new() { HasText = "The ferry · 1 new" })).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await sign.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Urls.SearchFor("ferry"));
        await Assertions.Expect(page.Locator(".saved p strong")).ToContainTextAsync("1 new source: ");
        await Assertions.Expect(page.Locator("[data-list] .new").First).ToBeVisibleAsync();
        await Assertions.Expect(sign).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-list] .new").First).ToBeVisibleAsync();
        // Its sign leads to what was found in it, and it stays marked there.
        await Assertions.Expect(page.Locator("#choose .new")).ToHaveCountAsync(1);
        await page.ClickAsync(".saved p strong a");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("&source="));
        await Assertions.Expect(page.Locator("[data-list] [data-item]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#choose .new")).ToHaveCountAsync(1);
        await page.OpenLive(app.Address + Urls.Searches);
        await Assertions.Expect(page.Locator(".searches .name")).ToHaveTextAsync("The ferry");
        await Assertions.Expect(page.Locator(".new")).ToHaveCountAsync(0);
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    // As an editor does who takes what was read as it was proposed.
    private static async Task Bring(TestApp app, string name, byte[] bytes, string by)
    {
        var imports = app.Services.GetRequiredService<Imports>();
        await imports.Add([new(name, bytes)], by);
        ImportEntry? read;
        while ((read = (await imports.List()).FirstOrDefault(e => e.State == ImportState.Read)) is null)
            await Task.Yield();
        var row = (await imports.Find(read.Id))!;
        var form = new ImportForm(row, FileReading.Of(row)!, app.Services.GetRequiredService<TextLibrary>());
        var source = form.Read((object)form.Fill(null, app.Casebook), new FieldReader(app.Casebook));
        Assert.IsType<Outcome.Committed>(await app.Services.GetRequiredService<CasebookStore>().Write(form.Edit(null, source), by));
    }
}
