using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Articles;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>An article on its way says how far it is, and can be stopped.</summary>
public sealed class UploadBrowserTests(Browser browser)
{
    [Fact]
    public async Task Article_OnASlowLine_ShowsItsWayAndCanBeStoppedAndSentAgain()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(SmallCasebook.Write(folder));
        var (page, console) = await browser.Editor(app);
        await page.GotoAsync(app.Address + Urls.Article(app.Casebook.Sources[0]));
        await page.EvaluateAsync("document.documentElement.dataset.same = ''");
        var line = await page.Context.NewCDPSessionAsync(page);
        await Throttle(100_000);
        await page.SetInputFilesAsync("input[type=file]", File("long.txt", string.Concat(Enumerable.Repeat("words and words\n", 100_000))));
        await page.ClickAsync("form.card > button.btn:has-text('the article')");
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".way progress[value]")).ToBeVisibleAsync();
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToHaveTextAsync("Stopped; nothing was changed.");
        Assert.Null(app.Services.GetRequiredService<TextLibrary>().Of(app.Casebook.Sources[0]));

        await Throttle(-1);
        await page.SetInputFilesAsync("input[type=file]", File("a.txt", SmallCasebook.TextA));
        await page.ClickAsync("form.card > button.btn:has-text('the article')");
        var told = page.Locator(".notice.good");
        await Assertions.Expect(told).ToContainTextAsync("This is the article that was coded.");
        await Assertions.Expect(told).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("html[data-same]")).ToHaveCountAsync(1);
        Assert.Empty(console);
        await page.Context.CloseAsync();

        Task Throttle(int bytes) =>
            line.SendAsync(
                "Network.emulateNetworkConditions",
                new()
                {
                    ["offline"] = false,
                    ["latency"] = 0,
                    ["downloadThroughput"] = -1,
                    ["uploadThroughput"] = bytes,
                }
            );
    }

    [Fact]
    public async Task Files_ChosenOrDroppedBeforeTheCircuit_AreSent()
    {
        using var app = TestApp.With();
        var (page, console) = await browser.Editor(app);
        var go = await page.HeldCircuit();
        await page.GotoAsync(app.Address + Urls.Imports, new() { WaitUntil = WaitUntilState.Commit });
        await page.SetInputFilesAsync("form[data-import] input[type=file]", File("chosen.txt", "The mayor opened the bridge on Monday."));
        await page.ClickAsync(".paste summary");
        await page.FillAsync(".paste textarea", "Pasted early."); // on a page that is drawn late
        go.SetResult();
        await Assertions.Expect(page.Locator("main[data-live] .paste textarea")).ToHaveValueAsync("Pasted early.");
        await Assertions.Expect(page.Locator(".paste textarea")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".files")).ToContainTextAsync("chosen.txt");

        await page.UnrouteAllAsync();
        go = await page.HeldCircuit();
        await page.GotoAsync(app.Address + Urls.Imports, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync(
            """
            () => {
              const dropped = new DataTransfer();
              dropped.items.add(new File(['The ferry left the harbour on Tuesday.'], 'dropped.txt'));
              const drop = new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true });
              return document.querySelector('form[data-import]')?.dispatchEvent(drop) === false; // somebody takes it
            }
            """
        );
        go.SetResult();
        await Assertions.Expect(page.Locator(".files")).ToContainTextAsync("dropped.txt");
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    private static FilePayload File(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "text/plain",
            Buffer = System.Text.Encoding.UTF8.GetBytes(text),
        };
}
