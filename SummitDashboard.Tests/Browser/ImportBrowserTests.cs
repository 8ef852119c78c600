using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Articles;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>From files that are dropped on the sources page to sources with their articles, in the browser.</summary>
public sealed partial class ImportBrowserTests(Browser browser)
{
    [Fact]
    public async Task Files_DroppedOnTheSources_AreLookedAtAndBecomeSources()
    {
        using var folder = new TempFolder();
        await using var app = TestApp.With(SmallCasebook.Write(folder), folder.Sub("texts"));
        var (page, console) = await browser.Editor(app);
        var printed = await Printed();
        await page.GotoAsync(app.Address + Urls.Sources);
        await page.FilesMayCome();
        await page.SetInputFilesAsync(
            "form[data-import] input[type=file]",
            new FilePayload[]
            {
                new()
                {
                    Name = "ferry.html",
                    MimeType = "text/html",
                    Buffer = MadeFiles.NewsPage(),
                },
                new()
                {
                    Name = "printed.pdf",
                    MimeType = "application/pdf",
                    Buffer = printed,
                },
                new()
                {
                    Name = "cut.docx",
                    MimeType = "application/zip",
                    Buffer = MadeFiles.Docx(MadeFiles.Prose)[..500],
                },
            }
        );
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Urls.Imports);
        await Assertions.Expect(page.Locator(".files a.btn.primary")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".files .failed")).ToContainTextAsync("cut off");
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));

        await page.ClickAsync(".files a.btn.primary >> nth=0");
        await page.Locator("form[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator("[name=title]")).ToHaveValueAsync(MadeFiles.Title);
        await Assertions.Expect(page.Locator("[name=published]")).ToHaveValueAsync("2031-05-06");
        // A day that is mistyped on the way, or emptied, loses nothing that followed from it.
        await page.Locator("form[data-ready] details > summary").Filter(new() { HasText = "when it was written" }).ClickAsync();
        foreach (
            var (typed, written) in new[] { ("6.5", "2031-05-06"), ("2031-05-04", "2031-05-04"), ("", ""), ("2031-05-06", "2031-05-06") }
        )
        {
            await page.FillAsync("[name=published]", typed);
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator("[name=written]")).ToHaveValueAsync(written);
        }
        // Whoever only looks elsewhere takes nothing in, also out of the middle of a paragraph: it waits as it was left.
        await page.FillAsync("[name=publisher]", "Another Courier");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit or split paragraph 1", Exact = true }).ClickAsync();
        await page.Locator("textarea:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" At last.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Articles from files" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(app.Address + Urls.Imports);
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("no source yet");
        await Assertions.Expect(page.Locator(".files a.btn.primary")).ToHaveCountAsync(2);
        Assert.Equal((1, 2), (app.Casebook.Revision, app.Casebook.Sources.Count));
        await page.ClickAsync(".files a.btn.primary >> nth=0");
        await page.Locator("form[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator("[name=publisher]")).ToHaveValueAsync("Another Courier");
        await Assertions.Expect(page.Locator(".text li p").First).ToHaveTextAsync(MadeFiles.Title + " At last.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard…" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Throw it away", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[name=publisher]")).ToHaveValueAsync("The Bay Courier");
        // What is typed in the middle of a paragraph is there when the page is loaded anew.
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit or split paragraph 1", Exact = true }).ClickAsync();
        await page.Locator("textarea:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" Kept.");
        await Assertions.Expect(page.Locator(".text .notice")).ToContainTextAsync("differs from the file’s");
        await Assertions.Expect(page.Locator("textarea:focus")).ToHaveValueAsync(MadeFiles.Title + " Kept.");
        await Assertions.Expect(page.Locator(".form-said")).ToContainTextAsync("Draft kept");
        await page.ReloadAsync();
        await page.Locator("form[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator(".text li p").First).ToHaveTextAsync(MadeFiles.Title + " Kept.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Return to what was read" }).ClickAsync();
        await Assertions.Expect(page.Locator(".text li p").First).ToHaveTextAsync(MadeFiles.Title);
        // A paragraph is removed, brought back, parted by keys and put together again.
        var first = page.Locator(".text li").Nth(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove paragraph 1", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".text .notice")).ToContainTextAsync("differs from the file’s");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring back paragraph 1", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".text .notice")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit or split paragraph 1", Exact = true }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".text textarea")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("Breaking");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Done", Exact = true }).PressAsync("Enter");
        await Assertions.Expect(first.Locator("p")).ToHaveTextAsync("Breaking");
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge with next, paragraph 1", Exact = true }).ClickAsync();
        await Assertions.Expect(first.Locator("p")).ToHaveTextAsync("Breaking " + MadeFiles.Title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Return to what was read" }).ClickAsync();
        await Assertions.Expect(first.Locator("p")).ToHaveTextAsync(MadeFiles.Title);
        await page.FillAsync("[name=siglum]", "Co");
        // What is saved in the middle of a paragraph holds what was typed there.
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit or split paragraph 2", Exact = true }).ClickAsync();
        await page.Locator("textarea:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" Indeed.\nSo it was.");
        await page.Keyboard.PressAsync("Control+s");

        // On to the next, which says the same in other places.
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("printed.pdf");
        Assert.Equal(3, app.Casebook.Sources.Count);
        await Assertions.Expect(page.Locator(".shared")).ToContainTextAsync("nearly the same");
        await page.ClickAsync(".shared summary");
        await Assertions.Expect(page.Locator(".shared mark").First).ToBeVisibleAsync();
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.Locator("form[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator("[name=siglum]")).ToHaveValueAsync("Ye");
        // Somebody else has it open too: he hears who was first and keeps his words, also those of the field that he is in.
        await app.Person("Bob", AccountRole.Editor);
        var (bob, bobs) = await browser.Page();
        await bob.SignIn(app, "Bob");
        await bob.OpenForm(page.Url);
        await bob.FillAsync("[name=publisher]", "The Night Courier");
        await bob.Keyboard.PressAsync("Tab");
        await Assertions.Expect(bob.Locator(".form-said")).ToContainTextAsync("Draft kept");
        await bob.FocusAsync("[name=siglum]");
        await bob.Keyboard.TypeAsync("Nc");
        await page.Locator("[name=siglum]").PressAsync("Enter");
        await Assertions.Expect(bob.Locator("main")).ToContainTextAsync("Ada took it in as Ferry to Sandholm sails again");
        await Assertions
            .Expect(bob.Locator("main .lede a"))
            .ToHaveAttributeAsync("href", Urls.Source(app.Casebook.Sources.Single(s => s.Siglum == "Ye")));
        await Assertions.Expect(bob.Locator("main dl")).ToContainTextAsync("The Night Courier");
        await Assertions.Expect(bob.Locator("main dl")).ToContainTextAsync("Nc");
        await Assertions.Expect(bob.Locator("main dt")).ToHaveCountAsync(2);
        await bob.OnWideAndNarrow(async screen => Assert.Empty((await bob.Barriers()).Select(b => $"{screen}: {b}")));
        Assert.Empty(bobs);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sources/"));
        Assert.Equal(4, app.Casebook.Sources.Count);
        var source = app.Casebook.Sources.Single(s => s.Siglum == "Co");
        Assert.Equal("The Bay Courier", source.Publisher!.Value);
        var kept = app.Services.GetRequiredService<TextLibrary>().Of(source)!.Paragraphs;
        Assert.EndsWith(" Indeed.", kept[1], StringComparison.Ordinal);
        Assert.Equal("So it was.", kept[2]);

        // Brought again, and by two names, it says what it is the same as, and goes out from its preview and from the list.
        await page.GotoAsync(app.Address + Urls.Imports);
        await page.FilesMayCome();
        await page.SetInputFilesAsync("form[data-import] input[type=file]", Again("again-a.html", "again-b.html"));
        await Assertions.Expect(page.Locator(".files a.btn.primary")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".files .same a", new() { HasText = source.Name })).ToHaveCountAsync(2);
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.ClickAsync(".files a.btn.primary >> nth=1");
        await page.Locator("form[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("again-b.html");
        await page.OnWideAndNarrow(async screen => Assert.Empty((await page.Barriers()).Select(b => $"{screen}: {b}")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Take out", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("again-a.html");
        await page.GetByRole(AriaRole.Link, new() { Name = "Articles from files", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take out what is there twice" }).ClickAsync();
        await Assertions.Expect(page.Locator(".files li:not(.kept *)")).ToHaveCountAsync(1);
        Assert.Empty(console);
    }

    /// <summary>Each thing that is corrected beside a file keeps one where one was.</summary>
    [Fact]
    public async Task File_Corrected_KeepsItsListOpenItsLinesUnderOneAnotherAndRefusesWhatIsNoDate()
    {
        using var folder = new TempFolder();
        await using var app = TestApp.With(SmallCasebook.Write(folder), folder.Sub("texts"));
        var (page, console) = await browser.Editor(app);
        await page.GotoAsync(app.Address + Urls.Imports);
        await page.FilesMayCome();
        var arabic = string.Join('\n', ["العبارة تبحر من جديد", "٢٠ يونيو ٢٠٢٤", .. File.ReadLines(Made("ar.txt")).Skip(3).Take(3)]);
        await page.SetInputFilesAsync(
            "form[data-import] input[type=file]",
            new FilePayload[]
            {
                new()
                {
                    Name = "narrow.pdf",
                    MimeType = "application/pdf",
                    Buffer = await File.ReadAllBytesAsync(
                        Path.Combine(MadeArticle.Folder, "ko.narrow.pdf"),
                        TestContext.Current.CancellationToken
                    ),
                },
                new()
                {
                    Name = "arabic.txt",
                    MimeType = "text/plain",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(arabic),
                },
            }
        );
        var narrow = page.Locator(".files li", new() { HasText = "narrow.pdf" }).Locator("a.btn.primary");
        await narrow.ClickAsync();
        await page.Locator("form[data-ready]").WaitForAsync();
        var seams = page.Locator("details.seams");
        await seams.GetByRole(AriaRole.Button, new() { NameRegex = new("^Close the") }).ClickAsync();
        await Assertions.Expect(seams.GetByRole(AriaRole.Button, new() { NameRegex = new("^Close the") })).ToHaveCountAsync(0);
        await Assertions.Expect(seams).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(seams.Locator("summary")).ToBeFocusedAsync();

        await page.FillAsync("[name=published]", "03.04.2025");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this source" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name=published]")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions
            .Expect(page.Locator(".date", new() { Has = page.Locator("[name=published]") }))
            .ToContainTextAsync("2025-04-03 or 2025-03-04");
        await page.FillAsync("[name=published]", "Thursday, 3 April 2025");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[name=published]")).ToHaveValueAsync("2025-04-03");

        await page.GotoAsync(app.Address + Urls.Imports);
        await page.Locator(".files li", new() { HasText = "arabic.txt" }).Locator("a.btn.primary").ClickAsync();
        await page.Locator("form[data-ready]").WaitForAsync();
        var edges = await page.Locator("section.text li p")
            .EvaluateAllAsync<double[]>("all => all.map(p => p.getBoundingClientRect().right)");
        Assert.True(edges.Length >= 4);
        Assert.Single(edges.Distinct());
        Assert.Empty(console);
    }

    private static string Made(string text) => Path.Combine(MadeArticle.Folder, "texts", text);

    private static FilePayload[] Again(params string[] names) =>
        [
            .. names.Select(n => new FilePayload
            {
                Name = n,
                MimeType = "text/html",
                Buffer = MadeFiles.NewsPage(),
            }),
        ];

    // The same article, as Chromium prints it.
    private async Task<byte[]> Printed()
    {
        var (page, _) = await browser.Page();
        var paragraphs = string.Concat(MadeFiles.Prose.Select(p => $"<p>{p}</p>"));
        await page.SetContentAsync(
            $"<html lang=en><title>{MadeFiles.Title}</title><body><h1>{MadeFiles.Title}</h1>{paragraphs}</body></html>"
        );
        return await page.PdfAsync(new() { Format = "A4" });
    }
}
