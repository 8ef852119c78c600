using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SummitDashboard.Tests.Support;

/// <summary>Waiting for what a person waits for, never for time.</summary>
public static class PageExtensions
{
    /// <summary>Opens an address and waits until its circuit has drawn the page.</summary>
    public static async Task OpenLive(this IPage page, string url)
    {
        await page.GotoAsync(url);
        await page.Interactive();
    }

    /// <summary>Waits until the circuit has taken the page over.</summary>
    public static Task Interactive(this IPage page) =>
        page.Locator("main[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Opens the address of a form and waits until a draft was looked for.</summary>
    public static async Task OpenForm(this IPage page, string url)
    {
        await page.OpenLive(url);
        await page.Locator("[data-ready]").WaitForAsync();
    }

    /// <summary>What axe finds wrong, a line each. Asked for nothing else, it need not name every element that passed, which takes it most of its time.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(this IPage page) =>
        [
            .. (await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] })).Violations.Select(v =>
                $"{v.Id} {v.Nodes[0].Html}"
            ),
        ];

    /// <summary>Gives the page two frames, in which anything that a key set off has begun.</summary>
    public static Task TwoFrames(this IPage page) =>
        page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
}
