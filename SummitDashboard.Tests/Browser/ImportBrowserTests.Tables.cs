using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

public sealed partial class ImportBrowserTests
{
    [Fact]
    public async Task Table_Dropped_IsMatchedTickedTakenInAndTakenBack()
    {
        using var folder = new TempFolder();
        await using var app = TestApp.With(SmallCasebook.Write(folder), folder.Sub("texts"));
        var (page, console) = await browser.Editor(app);
        await page.GotoAsync(app.Address + Urls.Imports);
        await page.FilesMayCome();
        const string csv = "Headline,When,Siglum\nOne ferry,2031-05-06,Oe\nTwo ferries,soonish,Tw\nThree ferries,2031-05-08,Th\n";
        await page.SetInputFilesAsync(
            "form[data-import] input[type=file]",
            new FilePayload
            {
                Name = "rows.csv",
                MimeType = "text/csv",
                Buffer = System.Text.Encoding.UTF8.GetBytes(csv),
            }
        );
        await page.ClickAsync(".files a.btn.primary");
        var add = page.Locator(".tools .btn.primary");
        await page.Locator(".tools .btn.primary:enabled", new() { HasText = "Add 3 sources" }).WaitForAsync();

        // What the heads do not say is matched by hand, and stands in the address.
        await page.GetByLabel("What “When” holds").SelectOptionAsync("published");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("columns=title,published,siglum$"));
        await Assertions.Expect(add).ToHaveTextAsync("Add 2 sources");
        await Assertions.Expect(page.Locator("tr.says")).ToContainTextAsync("Row 3, When: “soonish” is no date");
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.Locator("tbody input").Last.UncheckAsync();
        await Assertions.Expect(add).ToHaveTextAsync("Add 1 source");
        await page.ReloadAsync(); // what is ticked stays so
        await page.Interactive();
        await Assertions.Expect(add).ToHaveTextAsync("Add 1 source");
        await Assertions.Expect(page.Locator("tbody input").Last).Not.ToBeCheckedAsync();
        await add.ClickAsync();
        await page.Locator(".notice.good").WaitForAsync();
        await Assertions.Expect(page.Locator(".notice.good")).ToContainTextAsync("1 source added, as revision 2.");
        Assert.Equal("2031-05-06", app.Casebook.Sources.Single(s => s.Siglum == "Oe").Published!.Value);
        await Assertions.Expect(page.Locator(".there").First).ToContainTextAsync("The same title and date as Oe, One ferry");

        await page.ClickAsync(".notice.good a");
        await page.ClickAsync("button:has-text('Undo')");
        await page.GetByText("Taken back, as revision 3.").WaitForAsync();
        Assert.Equal(2, app.Casebook.Sources.Count);
        Assert.Empty(console);
        await IsSaidOfReferences(app, page);
        await IsSaidOfClaims(app, page);
        await IsSentAgain(app, page);
    }

    // A file all of whose works were taken in says which they are.
    private static async Task IsSaidOfReferences(TestApp app, IPage page)
    {
        await page.GotoAsync(app.Address + Urls.Imports);
        await page.FilesMayCome();
        const string works = "TY  - NEWS\nTI  - Harbour dues\nER  - \nTY  - NEWS\nTI  - Quay repaired\nER  - \n";
        await page.SetInputFilesAsync(
            "form[data-import] input[type=file]",
            new FilePayload
            {
                Name = "works.ris",
                MimeType = "text/plain",
                Buffer = System.Text.Encoding.UTF8.GetBytes(works),
            }
        );
        await page.Locator(".files li", new() { HasText = "works.ris" }).Locator("a.btn.primary").ClickAsync();
        await page.Locator(".tools .btn.primary:enabled", new() { HasText = "Add 2 sources" }).WaitForAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2 sources added from this file");
        await Assertions.Expect(page.Locator("main ul a")).ToHaveTextAsync(["Harbour dues", "Quay repaired"]);
    }

    // Claims are taken in bit by bit; with the last of them the file goes, and its address says what came of it.
    private static async Task IsSaidOfClaims(TestApp app, IPage page)
    {
        await page.GotoAsync(app.Address + Urls.Imports);
        await page.FilesMayCome();
        const string csv = "Question,Statement,Aspects\nWho rowed?,Somebody rowed.,who;when\nWho sailed?,Somebody sailed.,who;when\n";
        await page.SetInputFilesAsync(
            "form[data-import] input[type=file]",
            new FilePayload
            {
                Name = "claims.csv",
                MimeType = "text/csv",
                Buffer = System.Text.Encoding.UTF8.GetBytes(csv),
            }
        );
        await page.Locator(".files li", new() { HasText = "claims.csv" }).Locator("a.btn.primary").ClickAsync();
        await page.Locator(".tools .btn.primary:enabled", new() { HasText = "Add 2 claims" }).WaitForAsync();
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.Locator("tbody input").Last.UncheckAsync();
        await Assertions.Expect(page.Locator(".tools .btn.primary")).ToContainTextAsync("Add 1 claim");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".notice.good")).ToContainTextAsync("1 claim added, as revision");
        await Assertions.Expect(page.Locator(".there")).ToHaveTextAsync("There already, as who-rowed.");
        await page.Locator("tbody input").Last.CheckAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("1 claim added from this file");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main ul a")).ToHaveTextAsync(["Who sailed?"]);
        Assert.Equal(["Who rowed?", "Who sailed?"], app.Casebook.Claims.TakeLast(2).Select(c => c.Question));
    }

    // What did not arrive is named, also after a reload; chosen again, what is there already is left out.
    private static async Task IsSentAgain(TestApp app, IPage page)
    {
        await page.GotoAsync(app.Address + Urls.Imports);
        await page.FilesMayCome();
        var before = await page.Locator(".files li").CountAsync();
        FilePayload[] three =
        [
            .. new[] { "way-a.txt", "way-b.txt", "way-c.txt" }.Select(n => new FilePayload
            {
                Name = n,
                MimeType = "text/plain",
                Buffer = System.Text.Encoding.UTF8.GetBytes(n),
            }),
        ];
        var sent = 0;
        await page.RouteAsync($"**/{Urls.ImportFiles}", route => sent++ == 0 ? route.ContinueAsync() : route.AbortAsync());
        await page.SetInputFilesAsync("form[data-import] input[type=file]", three);
        const string left = "1 of 3 files arrived. Choose the rest again: way-b.txt, way-c.txt.";
        await Assertions.Expect(page.Locator(".way [role=status]")).ToContainTextAsync(left);
        await page.UnrouteAllAsync();
        await page.ReloadAsync();
        await page.FilesMayCome();
        await Assertions.Expect(page.Locator(".way [role=status]")).ToContainTextAsync(left);
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.SetInputFilesAsync("form[data-import] input[type=file]", three);
        await Assertions
            .Expect(page.Locator(".way [role=status]"))
            .ToHaveTextAsync("2 of 3 files arrived. 1 was there already, and left out.");
        await Assertions.Expect(page.Locator(".files li")).ToHaveCountAsync(before + 3);
        await page.ReloadAsync();
        await page.FilesMayCome();
        await Assertions.Expect(page.Locator(".way")).ToBeHiddenAsync();
    }
}
