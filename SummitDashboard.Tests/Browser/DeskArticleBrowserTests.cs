using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>A new article beside the shipped ones, coded whole for all their claims by keyboard, every key counted.</summary>
public sealed class DeskArticleBrowserTests(Browser browser)
{
    // What a cell took at the desk of before, keys and Tabs together, counted there by the same counter: a told one (without the letters
    // of the sentence that it asked for), and a silent one, each from where the page begins.
    private const int ToldBefore = 19 + 59;
    private const int SilentBefore = 3 + 33;

    // What it tells, paragraph by paragraph, and the key of the stance; our own words.
    private static readonly (string Claim, string Stance, string Text)[] Told =
    [
        ("visit-dates", "p", "The guest is expected in Pyongyang on Tuesday the eighteenth of June and will stay for two days."),
        ("first-visit", "a", "No Russian president has been there for 24 years; the last visit was in the summer of 2000."),
        ("ceremony-gifts", "a", "Kim met him at the airport with a guard of honour, and there was a limousine among the gifts."),
        ("agreement", "a", "The two leaders signed a treaty on a comprehensive strategic partnership in the afternoon."),
        ("mutual-defence", "a", "If one of them is attacked, says the agreement, the other is to give military aid at once."),
        ("containers", "r", "Seoul’s defence minister counted ten thousand containers that went from North Korea to Russia."),
        ("tech-transfer", "h", "In return Moscow could send technology for satellites and submarines, some think."),
        ("sanctions-evasion", "a", "Both want to trade past the sanctions of the United Nations, in roubles and by rail."),
        ("who-is-alarmed", "a", "In Washington, Seoul and at NATO the worry is great, and it was said aloud all week."),
        ("wider-tour", "a", "From Pyongyang he flies on to Hanoi; in May he had been in China."),
    ];

    [Fact]
    public async Task NewArticle_CodedWholeForEveryClaim_TakesHalfTheKeysOfBefore()
    {
        using var folder = new TempFolder();
        var text = "A guest in Pyongyang\n" + string.Join('\n', Told.Select(t => t.Text)) + "\n" + Filler;
        folder.Write("texts/guest.txt", text);
        var seeds = folder.CopyOfSeeds();
        File.WriteAllText(
            Path.Combine(seeds, "sources", "guest.md"),
            SmallCasebook.Source("Gu", 9, "guest.txt", text, "{ value: \"2024-06-19\", basis: inferred }")
        );
        using var app = TestApp.With(seeds, Path.Combine(folder.Path, "texts"));
        var (source, claims) = (app.Casebook.Sources.Single(s => s.Siglum == "Gu"), app.Casebook.Claims);
        Assert.Equal(24, claims.Count);
        var page = await browser.Form(app, "/" + Urls.Code(claims[0], source));
        var keys = new CountedKeys(page);

        foreach (var claim in claims)
        {
            await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/claims/{claim.Slug}/code/guest$"));
            var at = Told.Index().FirstOrDefault(t => t.Item.Claim == claim.Slug);
            if (at.Item.Claim is null)
            {
                if (claim != claims[^1])
                    await keys.Press("j");
                continue;
            }
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(claim.Question);
            await page.Locator("[data-ready]").WaitForAsync();
            await Quote(page, keys, at.Index + 2);
            await keys.Press(at.Item.Stance);
            await keys.Press("u"); // the first slot as another source has it
            await keys.Press("e");
            await keys.Press("Control+Enter");
        }
        await keys.Press("z");
        await Assertions.Expect(page.Locator("[name^='sign.']")).ToHaveCountAsync(claims.Count - Told.Length);
        await keys.Press("w");
        await Assertions.Expect(page.Locator("[name=readWhole]")).ToBeCheckedAsync();
        await keys.Press("Enter");
        await Assertions.Expect(page.Locator(".notice.good")).ToContainTextAsync("14 cells signed as silent");
        // No message’s key takes back what was saved before these.
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Take all 14 back");

        var cells = app.Casebook.Claims.Select(c => (c.Slug, Framing: c.Of(source.Id)!)).ToList();
        Assert.Equal(
            Told.Select(t => t.Claim).Order(StringComparer.Ordinal),
            cells.Where(c => c.Framing.Stance != Stance.Silent).Select(c => c.Slug).Order(StringComparer.Ordinal)
        );
        foreach (var (index, told) in Told.Index())
            Assert.Equal((told.Claim, index + 2), (told.Claim, cells.Single(c => c.Slug == told.Claim).Framing.Quotations[0].Paragraph));
        var before = Told.Length * ToldBefore + (claims.Count - Told.Length) * SilentBefore;
        TestContext.Current.SendDiagnosticMessage($"24 cells: {keys.Pressed} keys and {keys.Tabs} Tabs, before {before}.");
        Assert.True(2 * (keys.Pressed + keys.Tabs) <= before, $"{keys.Pressed} keys and {keys.Tabs} Tabs; before {before}");
        await page.Context.CloseAsync();
    }

    // By its digit where the paragraph is proposed, else by arrows.
    private static async Task Quote(IPage page, CountedKeys keys, int paragraph)
    {
        await page.Locator(".proposals:not([aria-busy])").WaitForAsync();
        var proposed = page.Locator(
            ".proposals li",
            new() { Has = page.GetByRole(AriaRole.Link, new() { Name = $"¶ {paragraph}", Exact = true }) }
        );
        if (await proposed.CountAsync() > 0)
        {
            await keys.Press((await proposed.First.Locator("[data-key]").GetAttributeAsync("data-key"))!);
        }
        else
        {
            for (var n = 0; n < paragraph; n++)
                await keys.Press("ArrowDown");
            await keys.Press("Control+ArrowRight");
            await keys.Press("Enter");
        }
        await Assertions.Expect(page.Locator("[name='quotations.0.exact']")).ToHaveValueAsync(new Regex("."));
    }

    // Long enough that what is quoted stays under a quarter.
    private static readonly string Filler = string.Join(
        '\n',
        Enumerable
            .Range(0, 8)
            .Select(n =>
                $"On street number {n} the pavement was swept early, and the shops along it opened late that morning, as they do on "
                + "holidays in the warm part of the year; whoever had come to look went home by tram, ate what there was, and forgot most "
                + "of it before it rained a little and the flags hung down wet."
            )
    );
}
