using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

public sealed partial class ProposalsBrowserTests
{
    private static string Ferries(TempFolder folder, int claims = 0)
    {
        const string denied =
            "Hardly any of the ninety captains and mates of the old ferries on that wide water believed it was a rare evening.";
        var seeds = DeskCasebook.Write(folder, $"\n{denied}", claims);
        var second = Path.Combine(seeds, "sources", "second.md");
        File.WriteAllText(second, File.ReadAllText(second).Replace("language: unknown", "language: { value: en, basis: given }"));
        return seeds;
    }

    /// <summary>
    /// On a desk that is opened by its address too; and what was chosen for one cell is not chosen in the next, where it would be quoted.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Passage_WithoutWords_IsGoneToOnADeskOpenedByItsAddress(bool isAlive)
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(Ferries(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rest/code/second");
        var choose = page.Locator(".proposals a[data-key]", new() { HasText = "Choose" });
        var number = (await choose.First.GetAttributeAsync("data-key"))!;
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        if (isAlive)
            await page.Locator(".pick-keys:not(.waiting)").WaitForAsync();
        else
            await page.EvaluateAsync("() => import(new URL('presses.js', document.baseURI))"); // which waits for no other
        await page.Keyboard.PressAsync(number);
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Assertions.Expect(page.Locator(".picker")).ToContainTextAsync("3 words selected");
        Assert.Equal("Hardly any of", await page.EvaluateAsync<string>("getSelection().toString()"));
        await Assertions.Expect(page.Locator("ol:has([data-words])")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rare/code/second$"));
        await Assertions.Expect(page.Locator(".picker")).Not.ToContainTextAsync("selected");
        Assert.Equal("", await page.EvaluateAsync<string>("getSelection().toString()"));
        await page.Keyboard.PressAsync("q");
        await page.Answered();
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    /// <summary>Where many cells of a short article are to come, what takes their words says so, and waits for a second press.</summary>
    [Fact]
    public async Task Passage_ThatTakesFromTheCellsToCome_SaysSoAndIsQuotedByASecondPress()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(Ferries(folder, claims: 12), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        var passage = page.Locator(".proposals li[data-at]", new() { HasTextRegex = LongOne() }).First;
        var number = (await passage.Locator("button[data-key]").GetAttributeAsync("data-key"))!;
        var exact = page.Locator("[name='quotations.0.exact']");
        await page.OnWideAndNarrow(async at => Assert.Equal((at, ""), (at, string.Join(Environment.NewLine, await page.Barriers()))));
        await page.Keyboard.PressAsync(number);
        await Assertions.Expect(passage.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not quoted yet");
        await Assertions.Expect(exact).ToHaveValueAsync("");
        await page.Keyboard.PressAsync(number);
        await Assertions.Expect(exact).Not.ToHaveValueAsync("");
        await Assertions.Expect(page.Locator(".proposals [role=alert]")).ToHaveCountAsync(0);
        // Taken back, it is as it was.
        await page.Keyboard.PressAsync(number);
        await Assertions.Expect(exact).ToHaveValueAsync("");
        await page.Keyboard.PressAsync(number);
        await Assertions.Expect(passage.GetByRole(AriaRole.Alert)).ToContainTextAsync("Press again");
        await page.Context.CloseAsync();
    }

    /// <summary>The least that is proposed is no figure of what is left: beside a proposal stands what the line on the share has.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(12)]
    public async Task Passage_ThatIsTooLong_SaysWhatTheLineOnTheShareSays(int claims)
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(Ferries(folder, claims), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        var share = page.Locator("p.share");
        await Same(await share.InnerTextAsync());
        // What stands in the form is no longer left.
        var line = await share.InnerTextAsync();
        var place = 1 + Array.FindIndex(DeskCasebook.Second.Split('\n'), p => p.StartsWith("A crowd", StringComparison.Ordinal));
        await page.FillAsync("[name='quotations.0.paragraph']", place.ToString(CultureInfo.InvariantCulture));
        await page.FillAsync("[name='quotations.0.exact']", "nobody in it spoke");
        await Assertions.Expect(share).Not.ToHaveTextAsync(line);
        await Same(await share.InnerTextAsync());
        await page.Context.CloseAsync();

        async Task Same(string line)
        {
            var said = Left().Match(line);
            Assert.True(said.Success, line);
            var (left, cells, each) = (said.Groups[1].Value, said.Groups[2].Value, said.Groups[3]);
            var says = await page.Locator(".proposals .why", new() { HasTextRegex = TooLong() }).AllInnerTextsAsync();
            Assert.NotEmpty(says);
            Assert.All(says, s =>
                Assert.Matches(
                    $"and ({left} (is|are) left to quote|{(each.Success
                    ? $"about {each.Value} are left for each cell"
                    : $"{left} are left for about {cells} cells")})",
                    s
                )
            );
        }
    }

    [GeneratedRegex("([0-9]+) words are left for .* of which about ([0-9]+) will be told: (?:too few|about ([0-9]+) words for each)")]
    private static partial Regex Left();

    [GeneratedRegex("[0-9]+ (new )?words?, and .* left")]
    private static partial Regex TooLong();

    [GeneratedRegex("[0-9]+ (new )?words, and (about )?[0-9]+ are left for")]
    private static partial Regex LongOne();

    /// <summary>A key that waited for the next page waits there for what it is for as well.</summary>
    [Fact]
    public async Task Passage_OfThePageThatComes_IsQuotedOnceItIsProposed()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(Ferries(folder), Path.Combine(folder.Path, "texts"));
        var page = (await browser.Editor(app)).Page;
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/proposals.js", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(app.Address + "/claims/rest/code/second");
        await page.Locator("[data-ready]").WaitForAsync();
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("h");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rare/code/second$"));
        await Assertions.Expect(page.Locator("[name=stance][value=hedges]")).ToBeCheckedAsync();
        await page.Answered();
        go.SetResult();
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).Not.ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    /// <summary>Of a sentence of which no few words would do one chooses them, from its first; and what is pressed next is done.</summary>
    [Fact]
    public async Task Passage_WithoutWords_IsGoneToByItsKeyAndTheNextKeysAct()
    {
        using var folder = new TempFolder();
        using var app = TestApp.With(Ferries(folder), Path.Combine(folder.Path, "texts"));
        var page = await browser.Form(app, "/claims/rare/code/second");
        await page.Locator(".proposals [data-key='1']").WaitForAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/claims/rest/code/second$"));
        var choose = page.Locator(".proposals a[data-key]", new() { HasText = "Choose" });
        var number = (await choose.First.GetAttributeAsync("data-key"))!;
        await page.Keyboard.PressAsync(number);
        await page.Keyboard.PressAsync("h");
        await Assertions.Expect(page.Locator("[name=stance][value=hedges]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("ol:has([data-words])")).ToBeFocusedAsync();
        Assert.Equal("Hardly", await page.EvaluateAsync<string>("getSelection().toString()"));
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync("Hardly any of");

        // What a key has pressed is said to who does not see it.
        var said = page.Locator("#announcer");
        foreach (
            var (key, says) in new[]
            {
                ("2", "^Quote: .+"),
                ("2", "^Take back: .+"),
                ("a", "^Stance: asserts$"),
                ("0", "^Measure: empty$"),
                ("e", "^Aspects: The rest is empty$"),
            }
        )
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(said).ToHaveTextAsync(new Regex(says));
        }
        await page.Context.CloseAsync();
    }
}
