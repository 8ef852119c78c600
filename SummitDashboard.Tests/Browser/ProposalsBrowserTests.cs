using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Data.Casebooks.Edits;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>What is proposed to whoever codes: by one key it is taken, and nothing is kept of it before.</summary>
public sealed class ProposalsBrowserTests(Browser browser)
{
    [Fact]
    public async Task Passages_ByOneKey_AreQuotedAndSwitchedOff()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(WorldCasebook.Write(folder), Path.Combine(folder.Path, "texts"));
        var (page, console) = await browser.Editor(app);
        var (claim, source) = (app.Casebook.Claims[0], app.Casebook.Sources.First(s => s.Slug == WorldCasebook.In("en").Slug));
        var uncoded = new PutFraming(claim.Id, source.Id, claim.Of(source.Id), null);
        Assert.IsType<Outcome.Committed>(
            await app.Services.GetRequiredService<CasebookStore>().Write(uncoded, (await app.Person("Eve", AccountRole.Editor)))
        );
        var revision = app.Casebook.Revision;
        await page.OpenForm($"{app.Address}/claims/sailed/code/{source.Slug}");
        var list = page.Locator(".proposals");
        await Assertions.Expect(list.Locator("li").First).ToContainTextAsync("sailed again on Monday");
        await Assertions.Expect(list).ToContainTextAsync("nothing counts until you quote it");
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));

        // A silent cell quotes nothing, and says so.
        await page.Locator("[name=stance][value=silent]").CheckAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(list.GetByRole(AriaRole.Alert)).ToContainTextAsync("A silent cell has no quotations.");
        await page.Locator("[name=stance][value=asserts]").CheckAsync();
        await page.Keyboard.PressAsync("1");
        var exact = page.Locator("[name='quotations.0.exact']");
        await Assertions.Expect(exact).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("sailed again on Monday"));
        await Assertions.Expect(list.Locator("li").First).ToContainTextAsync("quoted");

        // Whose word it is: one key takes it, and it can be saved or taken away as if it had been chosen. What weakens: another leaves it.
        var marks = page.Locator(".mark-proposals");
        await Assertions.Expect(marks).ToContainTextAsync("beside “said”");
        await page.Keyboard.PressAsync(".");
        await Assertions.Expect(marks).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".quote .person")).ToContainTextAsync(app.Casebook.Actors[0].Name);
        await page.GetByText("Add a quotation").ClickAsync();
        await page.Locator("[name='quotations.1.exact']").FillAsync("perhaps the finest day");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(marks).ToContainTextAsync("hedge perhaps");
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await page.Keyboard.PressAsync("-");
        await Assertions.Expect(marks).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[name='quotations.1.hedges.0']")).ToHaveValueAsync("");
        Assert.Equal(revision, app.Casebook.Revision);

        await list.GetByText("Propose none").ClickAsync();
        await Assertions.Expect(list).ToContainTextAsync("Nothing is proposed on this device");
        await page.OpenForm($"{app.Address}/claims/sailed/code/{source.Slug}");
        await Assertions.Expect(list).ToContainTextAsync("Nothing is proposed on this device");
        await list.GetByText("Propose again").ClickAsync();
        await Assertions.Expect(list.Locator("li").First).ToContainTextAsync("sailed again");
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }
}
