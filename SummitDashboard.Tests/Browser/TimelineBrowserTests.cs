using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>The timeline in a real browser: stepping by keys, scripting off, Back, and labels that never overlap.</summary>
public sealed class TimelineBrowserTests(Browser browser, TimelineBrowserTests.Site site) : IClassFixture<TimelineBrowserTests.Site>
{
    public sealed class Site : IDisposable
    {
        public TestApp App { get; } = TestApp.With();

        public void Dispose() => App.Dispose();
    }

    private string Address => site.App.Address + "/timeline";
    private Casebook Casebook => site.App.Casebook;

    [Fact]
    public async Task Arrows_WithTheTimelineFocused_StepThroughTheEventsAndBackReturns()
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        await page.OpenLive($"{Address}?event={Casebook.Events[4].Slug}");
        await page.Locator("section.tl").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".detail h2").First).ToHaveTextAsync(Casebook.Events[5].Label);
        await page.Keyboard.PressAsync("ArrowRight");
        // The address changes before the page does.
        await Assertions.Expect(page.Locator(".detail h2").First).ToHaveTextAsync(Casebook.Events[6].Label);
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator(".detail h2").First).ToHaveTextAsync(Casebook.Events[5].Label);
        Assert.Equal($"{Address}?event={Casebook.Events[5].Slug}", page.Url);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".detail h2").First).ToHaveTextAsync(Casebook.Events[6].Label);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Event_OpenedOrWalkedTo_KeepsTheFocusAndItsWordsInReach()
    {
        var (page, console) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1366, Height = 768 },
            }
        );
        await page.OpenLive(Address);
        ILocator Focused(int place) => page.Locator("ol.events a:focus", new() { HasText = Casebook.Events[place].Label });
        ILocator Heading(int place) => page.Locator(".detail h2", new() { HasText = Casebook.Events[place].Label });
        await page.Locator("ol.events a").Nth(20).ClickAsync();
        await Heading(20).WaitForAsync();
        await Focused(20).WaitForAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight"); // at once: both count
        await Heading(22).WaitForAsync();
        await Focused(22).WaitForAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Heading(21).WaitForAsync();
        await Focused(21).WaitForAsync();
        await Assertions.Expect(page.Locator(".steps .below")).ToBeInViewportAsync();
        await page.Locator(".steps .below").ClickAsync();
        await Assertions.Expect(Heading(21)).ToBeInViewportAsync();
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Arrow_OnAFocusedEvent_GoesOnFromIt()
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        await page.OpenLive(Address);
        await page.Locator("ol.events a").Nth(27).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".detail h2").First).ToHaveTextAsync(Casebook.Events[28].Label);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Filters_ClearedOrGoneBackFrom_ShowWhatTheAddressSays()
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        await page.OpenLive(Address);
        var (actor, phase) = (page.Locator("select[name=actor]"), page.Locator("select[name=phase]"));
        await actor.SelectOptionAsync(Casebook.Actors[0].Slug);
        await page.GetByRole(AriaRole.Link, new() { Name = "Clear filters" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Address);
        await Assertions.Expect(actor).ToHaveValueAsync("");
        await phase.SelectOptionAsync("visit");
        await Assertions.Expect(page).ToHaveURLAsync(Address + "?phase=visit"); // the cleared one does not come back
        await phase.SelectOptionAsync("aftermath");
        await Assertions.Expect(page).ToHaveURLAsync(Address + "?phase=aftermath");
        await page.GoBackAsync();
        await Assertions.Expect(phase).ToHaveValueAsync("visit");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Arrows_OutsideTheTimeline_DoNothing()
    {
        var (page, _) = await browser.Page();
        var url = $"{Address}?event={Casebook.Events[4].Slug}";
        await page.OpenLive(url);
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.TwoFrames();
        Assert.Equal(url, page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Controls_WithScriptingOff_FilterZoomAndChoose()
    {
        var (page, _) = await browser.Page(
            new()
            {
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        await page.GotoAsync(Address);
        await page.SelectOptionAsync("select[name=phase]", "visit");
        await page.ClickAsync("form button");
        Assert.Contains("phase=visit", page.Url, StringComparison.Ordinal);
        var inVisit = Casebook.Events.Count(e => e.Phase == Phase.Visit);
        await Assertions.Expect(page.Locator(".count")).ToContainTextAsync($"{inVisit} of {Casebook.Events.Count}");
        await page.ClickAsync("[data-key='+']");
        Assert.Contains("from=", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("text=Clear filters");
        await page.Locator(".events a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".detail h2").First).ToHaveTextAsync(Casebook.Events[0].Label);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1240), InlineData(1440), InlineData(1920), InlineData(2560)]
    public async Task Labels_AtAnyWidthOfTheAxis_AreWholeAndNeverOverlap(int width)
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        await page.GotoAsync(Address);
        await Assertions.Expect(page.Locator("section.tl")).ToBeVisibleAsync();
        var overlaps = await page.EvaluateAsync<string[]>(
            """
            () => {
              const lane = document.querySelector('.events').getBoundingClientRect();
              const boxes = [...document.querySelectorAll('.events a')].map(a => ({ text: a.innerText, r: a.getBoundingClientRect() }));
              const bad = boxes.filter(b => b.r.right > lane.right + 1 || b.r.bottom > lane.bottom + 1).map(b => 'cut: ' + b.text);
              for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
                const [a, b] = [boxes[i].r, boxes[j].r];
                if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
                  bad.push(boxes[i].text + ' / ' + boxes[j].text);
              }
              return bad;
            }
            """
        );
        Assert.Empty(overlaps);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Phone_ShowsTheVerticalTimeline_AndAnEventLeadsToItsDetail()
    {
        var (page, _) = await browser.Page(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        await page.OpenLive(Address);
        await Assertions.Expect(page.Locator("section.tl")).ToBeHiddenAsync();
        await page.Locator(".vt div a").Nth(3).ClickAsync();
        await Assertions.Expect(page.Locator(".detail h2").First).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }
}
