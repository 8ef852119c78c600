using Microsoft.Playwright;

namespace SummitDashboard.Tests.Features.Sources;

internal static class Pages
{
    /// <summary>Waits until the circuit has taken the page over: it takes away the marks by which it found its components, and falls quiet.</summary>
    public static async Task Interactive(this IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.WaitForFunctionAsync("""
            () => {
              const comments = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
              while (comments.nextNode()) if (comments.currentNode.data.startsWith('Blazor:')) return false;
              return !!window.Blazor;
            }
            """);
    }
}
