using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>A proposed translation: asked for, left, stopped, refused, and taken; nothing is kept of it before.</summary>
public sealed class SuggestionsBrowserTests(Browser browser)
{
    [Fact]
    public async Task Translation_Proposed_IsKeptOnlyWhenTaken()
    {
        var answer = "";
        await using var server = await ChatServer.Serve(async context =>
        {
            switch (answer)
            {
                case "slow":
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    break;
                case "broken":
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    break;
                case "nonsense":
                    await context.Response.WriteAsync("<html>", context.RequestAborted);
                    break;
                default:
                    await ChatServer.Answer(context, answer);
                    break;
            }
        });
        using var folder = new TempFolder();
        using var app = new TestApp(
            new Dictionary<string, string>
            {
                ["Casebook:Folder"] = WorldCasebook.Write(folder),
                ["Casebook:Texts"] = Path.Combine(folder.Path, "texts"),
                ["Suggestions:Endpoint"] = server.Endpoint,
                ["Suggestions:Model"] = "small",
            }
        ).Started();
        var source = WorldCasebook.In("ko");
        var (page, console) = await browser.Editor(app);
        await page.OpenForm($"{app.Address}/claims/sailed/code/{source.Slug}");
        var row = page.Locator(".translation").First;
        var text = page.Locator("[name='quotations.0.translation.text']");
        await row.Locator("summary").First.ClickAsync();

        answer = "slow";
        await Ask();
        await row.GetByRole(AriaRole.Button, new() { Name = "stop" }).ClickAsync();
        await Assertions.Expect(row.GetByText("Asking for a translation")).ToHaveCountAsync(0);

        answer = "broken";
        await Ask();
        await Assertions.Expect(row).ToContainTextAsync("small proposes nothing: it answered with the status 503.");
        answer = "nonsense";
        await Ask();
        await Assertions.Expect(row).ToContainTextAsync("its answer cannot be read");

        answer = "left again on\n Monday";
        await Ask();
        await Assertions.Expect(row).ToContainTextAsync("“left again on Monday” is a proposal of small. Nothing is kept of it");
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await row.GetByRole(AriaRole.Button, new() { Name = "Leave it" }).ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("");
        await Ask();
        await row.GetByRole(AriaRole.Button, new() { Name = "Take it" }).ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("left again on Monday");

        // Words are marked where they are selected.
        await text.EvaluateAsync("field => { field.focus(); field.setSelectionRange(6, 9); }"); // “gai”
        await row.GetByRole(AriaRole.Button, new() { Name = "hedge", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[name='quotations.0.translation.hedges.0']")).ToHaveValueAsync("again");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("Saved as revision").First).ToBeVisibleAsync();
        var kept = app.Casebook.Claims[0].Of(app.Casebook.Sources.First(s => s.Slug == source.Slug).Id)!.Quotations[0].Translation!;
        Assert.Equal(("left again on Monday", TranslationMethod.Machine, "small"), (kept.Text, kept.Method, kept.By));
        Assert.Equal(["again"], kept.Hedges);
        Assert.Empty(console);
        await page.Context.CloseAsync();

        Task Ask() => row.GetByRole(AriaRole.Button, new() { Name = "Propose a translation" }).ClickAsync();
    }
}
