using System.Diagnostics;
using Microsoft.Playwright;
using SummitDashboard.Tests.Support;

[assembly: AssemblyFixture(typeof(Browser))]

namespace SummitDashboard.Tests.Support;

/// <summary>
/// One real Chromium for all browser tests: an installed Chromium, Chrome or Edge; failing that Playwright's own download, or, as root on
/// Debian, the distribution's package. Where none can be had the tests are skipped with the reason, and with <c>CI=true</c> they fail.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Installed =
    [
        "/usr/bin/chromium-headless-shell", // the same engine without a desktop's windows: a third less work for the whole run
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/usr/bin/microsoft-edge",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    // Between a circuit's first drawing and its taking links over a link is the browser's own, and loads its page anew: a test that means
    // the circuit waits for that (Interactive).
    private const string NotesRouting = """
        addEventListener('DOMContentLoaded', () => {
          const own = window.Blazor?._internal?.navigationManager;
          if (!own) return;
          const real = own.enableNavigationInterception;
          own.enableNavigationInterception = (...all) => {
            real(...all);
            window.takesLinks = true;
          };
        });
        """;

    private readonly SemaphoreSlim gate = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? reason;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh context: its own cookies and storage, nothing blocked, no address but the app's.</summary>
    public async Task<IBrowserContext> Context(BrowserNewContextOptions? options = null)
    {
        var chromium = await Launched();
        var context = await chromium.NewContextAsync(options ?? new());
        context.SetDefaultTimeout(20_000);
        await context.AddInitScriptAsync(NotesRouting);
        return context;
    }

    /// <summary>A page in a context of its own that collects what the console says.</summary>
    public async Task<(IPage Page, List<string> Console)> Page(BrowserNewContextOptions? options = null)
    {
        var page = await (await Context(options)).NewPageAsync();
        var console = new List<string>();
        page.Console += (_, m) =>
        {
            if (m.Type is "error" or "warning")
                console.Add($"{m.Type}: {m.Text} ({m.Location})");
        };
        page.PageError += (_, e) => console.Add(e);
        return (page, console);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        gate.Dispose();
    }

    private async Task<IBrowser> Launched()
    {
        await gate.WaitAsync();
        try
        {
            if (browser is null && reason is null)
                await Launch();
        }
        finally
        {
            gate.Release();
        }
        if (browser is not null)
            return browser;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason!);
        throw new UnreachableException();
    }

    private async Task Launch()
    {
        try
        {
            playwright = await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(20_000); // a busy machine is slow, not wrong
            var path = Find();
            if (path is null && Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
            {
                Debian.Install("chromium-headless-shell");
                path = Find()
                    ?? throw new InvalidOperationException("No Chromium, Chrome or Edge is installed, and none could be downloaded.");
            }
            browser = await playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = path,
                    Args =
                    [
                        .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        // Passing over every fault of a certificate is another road through the browser than the one that people take.
                        "--ignore-certificate-errors-spki-list=" + Nginx.KeyHash,
                    ],
                }
            );
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            reason = $"no browser: {e.Message}";
        }
    }

    private static string? Find() =>
        new[] { Environment.GetEnvironmentVariable("CHROME_PATH") ?? "" }.Concat(Installed).FirstOrDefault(File.Exists);
}
