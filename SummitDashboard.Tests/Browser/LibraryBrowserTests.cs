using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Library;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Shell.Casebooks;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>From a server that nobody owns yet to somebody’s own casebook with a coded cell, in browsers.</summary>
public sealed class LibraryBrowserTests(Browser browser)
{
    private const string Says =
        "The tower fell at noon, the mayor said. Nobody was hurt, and the square is closed until further notice while engineers look.";
    private const string Doubts =
        "Witnesses heard a crash after one o’clock. The mayor did not answer questions about the hour, "
        + "nor about those who had warned of it.";

    [Fact]
    public async Task Casebook_DeletedWhileSomebodyTypesInIt_SaysSo()
    {
        await using var app = TestApp.With();
        var casebooks = app.OfServer.GetRequiredService<NewCasebooks>();
        var begun = Assert.IsType<CasebookBegun>(await casebooks.Begin(People.Shell, "Deleted", null, Readers.Open)).Casebook;
        await app.Person("Olga", AccountRole.Owner);
        var (page, _) = await browser.Page();
        await page.SignInByForm(app.Site, "Olga");
        await page.OpenForm($"{app.Site}/c/{begun.Slug}/{Urls.New(ItemKind.Claim)}");
        await page.FillAsync("[name=question]", "Was it?");
        await app.OfServer.GetRequiredService<CasebookLibrary>().Change(People.Shell, begun.Id, row => row.Deleted = DateTime.UtcNow);
        await Assertions.Expect(page.Locator(".reconnect-gone")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=question]")).ToHaveValueAsync("Was it?");
    }

    [Fact]
    public async Task Owner_OfANewServer_BeginsACasebookAddsArticlesCodesAndInvites()
    {
        await using var app = TestApp.With();
        var shipped = app.Casebook;
        var secret = await app.FirstOwnersSecret();
        var (page, console) = await browser.Page();
        await page.GotoAsync($"{app.Site}/{Urls.Welcome(secret)}");
        await page.FillAsync("[name='Input.Name']", "Olga");
        await page.FillAsync("[name='Input.UserName']", "olga");
        await page.FillAsync("[name='Input.Password']", TestPeople.Password);
        await page.ClickAsync("main button.primary");
        await page.ClickAsync("text=New casebook");
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#quick input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("all case");
        await Assertions.Expect(page.Locator("#quick-list [aria-selected=true]")).ToHaveTextAsync(new Regex("^Search all casebooks"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{app.Site}/{Urls.LibrarySearch}");
        await page.GotoAsync($"{app.Site}/{Urls.NewCasebook}");
        await page.FillAsync("[name='Input.Title']", "The fall of the tower");
        await page.FillAsync("[name='Input.Day']", "2031-05-14");
        await page.ClickAsync("text=Begin");
        var root = $"{app.Site}/c/the-fall-of-the-tower/";
        await Assertions.Expect(page).ToHaveURLAsync(root);

        // Two articles, pasted and dropped; each step leads to the next.
        await page.ClickAsync("text=Add the first article");
        await Assertions.Expect(page).ToHaveURLAsync(root + Urls.Imports);
        await Assertions.Expect(page.Locator(".notice.start strong")).ToHaveTextAsync("Add the first article"); // and to no other
        foreach (var (name, text) in new[] { ("Bell", Says), ("Crow", Doubts) })
        {
            await page.GotoAsync(root + Urls.Imports);
            await page.FilesMayCome();
            await page.SetInputFilesAsync("form[data-import] input[type=file]", ArticleOf(name, text));
            await page.ClickAsync(".files a.btn.primary >> nth=0");
            await page.Locator("form[data-ready]").WaitForAsync();
            await page.FillAsync("[name=siglum]", name[..2]);
            await page.Keyboard.PressAsync("Control+s");
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sources/"));
        }

        // A claim, though there is no event: a step can be skipped. Its day would be that of the casebook.
        await page.GotoAsync(root + Urls.New(ItemKind.Event));
        await Assertions.Expect(page.Locator("[name=date]")).ToHaveValueAsync("2031-05-14");
        await page.GotoAsync(root + Urls.Sources);
        await Assertions.Expect(page.Locator(".notice.start")).ToContainTextAsync("Add the first event");
        await page.ClickAsync(".notice.start >> text=Later");
        await Assertions.Expect(page.Locator(".notice.start")).ToContainTextAsync("Write the first claim");
        await page.ReloadAsync(); // put off for longer than the page is open
        await page.Interactive();
        await Assertions.Expect(page.Locator(".notice.start")).ToContainTextAsync("Write the first claim");
        await page.ClickAsync("text=Write the first claim");
        await page.Locator("form[data-ready]").WaitForAsync();
        await page.FillAsync("[name=question]", "When did the tower fall?");
        await page.FillAsync("[name=statement]", "It fell at noon.");
        foreach (var (n, label) in new[] { "The hour", "The word" }.Index())
            await page.FillAsync($"[name='aspects.{n}.label']", label); // two rows are there
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/when-did-the-tower-fall$"));

        await page.GotoAsync(root);
        await page.ClickAsync("text=Code the first cell");
        await page.Locator("[data-ready]").WaitForAsync();
        await page.CheckAsync("[name=stance][value=asserts]");
        await page.Locator("ol.text").FocusAsync();
        await page.Select(3, 15, 22); // “at noon”
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync("at noon");
        await page.FillAsync("[name=gloss]", "At noon, on the mayor’s word.");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("Saved as revision 5").First).ToBeVisibleAsync();
        await page.GotoAsync(root);
        await Assertions.Expect(page.Locator(".steps a.btn.primary")).ToHaveTextAsync("Add the first event");

        // A colleague sees this casebook and no other that is not open.
        await page.GotoAsync(root + Urls.People);
        await page.FillAsync("[name='Input.Name']", "Bob");
        await page.SelectOptionAsync(".in-line select", "editor");
        await page.ClickAsync("text=Make a link");
        var link = await page.Locator("#one-time-link").TextContentAsync();
        var (other, _) = await browser.Page();
        await other.GotoAsync(root);
        await Assertions.Expect(other.Locator("h1")).ToHaveTextAsync("No such page");
        await other.GotoAsync(link!);
        await other.FillAsync("[name='Input.UserName']", "bob");
        await other.FillAsync("[name='Input.Password']", TestPeople.Password);
        await other.ClickAsync("main button.primary");
        await Assertions.Expect(other).ToHaveURLAsync(root);
        await Assertions.Expect(other.Locator("h1")).ToHaveTextAsync("The fall of the tower");

        var library = app.OfServer.GetRequiredService<CasebookLibrary>();
        using var held = await app.OfServer.GetRequiredService<OpenCasebooks>().Take(library.At("the-fall-of-the-tower")!.Id);
        var casebook = held.Casebook.Services.GetRequiredService<CasebookStore>().Current;
        Assert.Equal((2, 1, 1), (casebook.Sources.Count, casebook.Claims.Count, casebook.Claims[0].Framings.Count));
        Assert.Same(shipped, app.Casebook);

        // What she has found in all of them, by keys alone.
        await held.Casebook.Services.GetRequiredService<SearchIndexing>().WhenWhole(TestContext.Current.CancellationToken);
        await page.GotoAsync($"{app.Site}/{Urls.Library}");
        await page.Keyboard.PressAsync("Control+k");
        // Also where one was in one of them, and the hits with the casebook that each is of.
        await Assertions.Expect(page.Locator("#quick-list [role=option][href^='c/the-fall-of-the-tower/']").First).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("\"at noon\"");
        await Assertions.Expect(page.Locator("#quick-list [role=option]:has(mark)").First).ToContainTextAsync("· The fall of the tower");
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{root}."));
        await page.GotoAsync($"{app.Site}/{Urls.Library}");
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#quick input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("\"at noon\"");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/{Urls.LibrarySearch}\\?q=%22at%20noon%22$"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Search all casebooks");
        await Assertions.Expect(page.Locator("main h2")).ToHaveTextAsync(new Regex("^The fall of the tower"));
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-item]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{root}."));

        // Taken along without its articles, it says so where it is opened, and has one back from its file.
        var zip = await page.APIRequest.GetAsync(root + Urls.CasebookZip);
        await page.GotoAsync($"{app.Site}/{Urls.NewCasebook}");
        await page.SetInputFilesAsync("[name=Zip]", FileOf("casebook.zip", "application/zip", await zip.BodyAsync()));
        await page.ClickAsync("text=Open it");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/the-fall-of-the-tower-2/\?opened=zip$"));
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("Its articles’ texts did not come along");
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.ClickAsync(".notice[role=status] >> text=Articles from files");
        await page.FilesMayCome();
        await page.SetInputFilesAsync("form[data-import] input[type=file]", ArticleOf("Bell", Says));
        await page.ClickAsync(".files a.btn.primary");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it there" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/the-fall-of-the-tower-2/sources/"));
        await page.GotoAsync($"{app.Site}/c/the-fall-of-the-tower-2/?opened=zip");
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("The texts of 1 of its 2 articles did not come");
        Assert.Empty(console);
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    private static FilePayload ArticleOf(string name, string text) =>
        FileOf(name + ".txt", "text/plain", System.Text.Encoding.UTF8.GetBytes($"The {name} on the tower\n\n15 May 2031\n\n{text}\n"));

    private static FilePayload FileOf(string name, string type, byte[] bytes) =>
        new()
        {
            Name = name,
            MimeType = type,
            Buffer = bytes,
        };
}
