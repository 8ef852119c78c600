using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Sources;

public sealed class ReaderBrowserTests(Browser browser, SourcesSite site) : IClassFixture<SourcesSite>
{
    [Fact]
    public async Task Reader_Highlight_MovesToItsNoteAndMarksIt()
    {
        var (page, console) = await browser.Page();
        await page.GotoAsync(site.App.Address + site.Reader);
        await page.Interactive();
        await page.Locator(".words a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".notes li.here")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".notes li.here")).ToBeInViewportAsync();
        Assert.NotEqual(0, await page.Locator(".words mark.here").CountAsync());
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".notes li.here")).ToHaveCountAsync(0);
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reader_ParagraphInTheAddress_IsInViewAndMarked()
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1000, Height = 500 },
            }
        );
        var last = site.Source.Article.Paragraphs;
        await page.GotoAsync(site.App.Address + Urls.Reader(site.Source, last));
        await page.Interactive();
        await Assertions.Expect(page.Locator($"#p{last}:is(:target, .here)")).ToBeInViewportAsync();
        await page.Locator(".para .no").First.ClickAsync();
        await Assertions.Expect(page.Locator("#p1:target")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SourcePage_LinkToAParagraph_BringsItIntoView()
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1000, Height = 500 },
            }
        );
        await page.GotoAsync(site.App.Address + Urls.Source(site.Source));
        await page.Interactive();
        await page.Locator("a[href*='/text#p']").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".para.here")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reader_KeysJAndK_MoveFromSourceToSource()
    {
        var (page, _) = await browser.Page();
        await page.GotoAsync(site.App.Address + site.Reader);
        await page.Interactive();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page).ToHaveURLAsync(site.App.Address + Urls.Reader(site.App.Casebook.Sources[1]));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(site.App.Casebook.Sources[1].Name);
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page).ToHaveURLAsync(site.App.Address + site.Reader);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reader_WithoutScripts_ChoosesAClaimAndHidesKinds()
    {
        var (page, _) = await browser.Page(new() { JavaScriptEnabled = false });
        await page.GotoAsync(site.App.Address + Urls.Reader(site.App.Casebook.Sources[1]));
        await page.Locator("#claim").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        Assert.Contains("claim=", page.Url);
        await Assertions.Expect(page.Locator(".notes .event")).ToHaveCountAsync(0);
        Assert.NotEqual(0, await page.Locator(".notes .claim").CountAsync());
        await page.Locator(".toggle").Nth(1).ClickAsync();
        Assert.DoesNotContain("claim=", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reader_PassedOnByAProxy_HoldsNothingOfTheArticleInItsCircuit()
    {
        var (page, _) = await browser.Page(
            new() { ExtraHTTPHeaders = new Dictionary<string, string> { ["X-Forwarded-For"] = "203.0.113.9" } }
        );
        await page.GotoAsync(site.App.Address + site.Reader);
        await page.Interactive();
        Assert.DoesNotContain(SourcesSite.Secret, await page.ContentAsync());
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page).ToHaveURLAsync(site.App.Address + Urls.Reader(site.App.Casebook.Sources[1]));
        await Assertions.Expect(page.Locator("[data-key=k]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(site.Source.Name);
        Assert.DoesNotContain(SourcesSite.Secret, await page.ContentAsync());
        await page.Context.CloseAsync();
    }
}

/// <summary>Apart from the others, since it takes the article away.</summary>
public sealed class SuppliedArticleBrowserTests(Browser browser, SourcesSite site) : IClassFixture<SourcesSite>
{
    [Fact]
    public async Task OpenReader_WhenTheArticleGoesAndComes_IsDrawnAnew()
    {
        var (page, _) = await browser.Page();
        await page.GotoAsync(site.App.Address + site.Reader);
        await page.Interactive();
        site.Withdraw();
        await Assertions.Expect(page.Locator(".paras.gists")).ToHaveCountAsync(1);
        site.Supply();
        await Assertions.Expect(page.Locator(".paras:not(.gists)")).ToContainTextAsync(SourcesSite.Secret);
        await page.Context.CloseAsync();
    }
}
