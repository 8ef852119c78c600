using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SummitDashboard.Tests.Support;

/// <summary>Waiting for what a person waits for, never for time.</summary>
public static class PageExtensions
{
    /// <summary>
    /// Waits until files that are chosen are sent: the button that sends them without scripts is put away then, and not gone.
    /// </summary>
    public static Task FilesMayCome(this IPage page) =>
        page.Locator("form[data-import] > button[hidden]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Has pages that are opened from now on wait for their circuit until this is set.</summary>
    public static async Task<TaskCompletionSource> HeldCircuit(this IPage page)
    {
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/blazor.web*.js", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        return go;
    }

    /// <summary>Opens an address and waits until its circuit has drawn the page.</summary>
    public static async Task OpenLive(this IPage page, string url)
    {
        await page.GotoAsync(url);
        await page.Interactive();
    }

    /// <summary>Waits until the circuit has taken the page over.</summary>
    public static async Task Interactive(this IPage page)
    {
        await page.Locator("main[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("() => window.takesLinks === true");
    }

    /// <summary>Opens the address of a form and waits until a draft was looked for.</summary>
    public static async Task OpenForm(this IPage page, string url)
    {
        await page.OpenLive(url);
        await page.Locator("[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator(".proposals[aria-busy]")).ToHaveCountAsync(0); // they move what stands under them
    }

    /// <summary>Chooses in a picker by keys: words are typed, and the first item that is offered for them is taken.</summary>
    public static async Task Pick(this IPage page, string field, string words, string offered)
    {
        var box = page.Locator($"[id='pick-{field}']");
        await box.ClickAsync();
        await box.FillAsync(words);
        await page.Locator(".pick-list .mud-selected-item", new() { HasText = offered }).WaitForAsync();
        await box.PressAsync("Enter");
        await page.Locator(".pick-list .mud-list").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>
    /// What axe finds wrong, a line each. axe runs in the page itself and tells the findings alone: our pages hold no frames, and the
    /// results of all that passed, carried out of the page and into another to be joined, took several times as long as the checks.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Barriers(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.AddInitScriptAsync(Axe); // where the next page that this one opens has it already
            await page.EvaluateAsync(Axe);
        }
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              if (document.querySelector('iframe, frame')) throw new Error('axe is not asked about frames');
              const look = async () => {
                const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
                if (passes.length === 0) throw new Error('axe has looked at nothing');
                return violations.map(v => `${v.id} ${v.nodes[0].html}`);
              };
              const found = await look();
              if (!found.some(f => f.startsWith('document-title'))) return found;
              // A circuit that starts takes the title over, and for a moment there is none.
              const until = performance.now() + 5000;
              while (!document.title && performance.now() < until) await new Promise(requestAnimationFrame);
              return look();
            }
            """
        );
    }

    /// <summary>
    /// Checks an open page on a narrow dark screen and on a wide light one, as which it stays: our pages give way by their styles, so that
    /// nothing need be loaded again. Without motion, since a colour that is still changing is neither of the two.
    /// </summary>
    public static async Task OnWideAndNarrow(this IPage page, Func<string, Task> check)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Dark, 390), (ColorScheme.Light, 1440) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.SetViewportSizeAsync(width, 900);
            await page.TwoFrames();
            await check($"{scheme} at {width}");
        }
    }

    /// <summary>Waits until the server has done what was pressed and typed so far: a circuit’s messages keep their order.</summary>
    public static Task Answered(this IPage page) =>
        page.EvaluateAsync("() => DotNet.invokeMethodAsync('SummitDashboard', 'Answer')").WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Gives the page two frames, in which anything that a key set off has begun.</summary>
    public static Task TwoFrames(this IPage page) =>
        page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

    /// <summary>Selects words of a paragraph of the text, from 1, by UTF-16 units, and waits for what is offered for them.</summary>
    public static async Task Select(this IPage page, int paragraph, int start, int end)
    {
        await page.EvaluateAsync(
            """
            ([p, start, end]) => {
              const text = document.querySelector(`[data-words="${p}"]`).firstChild, range = document.createRange();
              range.setStart(text, start); range.setEnd(text, end);
              const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);
            }
            """,
            new[] { paragraph, start, end }
        );
        await page.Locator(".picker [data-key=q]").WaitForAsync();
    }
}
