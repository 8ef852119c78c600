using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SummitDashboard.Data.Casebooks;
using SummitDashboard.Domain;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>One casebook for all tests of a class: each codes a cell of its own.</summary>
public sealed class DeskSite : IDisposable
{
    // As an address in an article may be.
    public static readonly string LongWord = new('w', 3000);

    private readonly TempFolder folder = new();

    public DeskSite() =>
        App = TestApp.With(
            DeskCasebook.Write(
                folder,
                string.Concat(Enumerable.Repeat("\nNothing of it was said on the next day either.", 40).Append($"\n{LongWord}")),
                50
            ),
            Path.Combine(folder.Path, "texts")
        );

    public TestApp App { get; }

    public void Dispose()
    {
        App.Dispose();
        folder.Dispose();
    }
}

/// <summary>Tests of the desk, each in a cell of its own.</summary>
public abstract class DeskTests(Browser browser, DeskSite site)
{
    protected Browser Browser => browser;
    protected DeskSite Site => site;

    protected async Task<IPage> Desk(string claim, string query = "", string? of = null)
    {
        var page = await SignedIn(claim, of);
        await page.OpenForm(Address(claim, query));
        return page;
    }

    /// <summary>The same where what the server says can be held back, for which each message takes a way of its own.</summary>
    protected async Task<(IPage Page, HeldFrames Held)> Open(string claim, string query = "", string? of = null)
    {
        var page = await SignedIn(claim, of);
        var held = await HeldFrames.Of(page);
        await page.OpenForm(Address(claim, query));
        return (page, held);
    }

    protected async Task<IPage> SignedIn(string claim, string? of = null)
    {
        if (of is null)
            await Site.App.Person($"ada-{claim}", AccountRole.Editor); // whose drafts are nobody else’s
        var (page, _) = await Browser.Page();
        await page.SignIn(Site.App, $"ada-{of ?? claim}");
        return page;
    }

    private string Address(string claim, string query) => $"{Site.App.Address}/claims/{claim}/code/second{query}";

    /// <summary>However slow the machine, what is typed on this page from here on is not told in a pause, until that is over.</summary>
    protected static Task NoPause(IPage page) =>
        page.EvaluateAsync(
            """
            () => {
              const wait = window.setTimeout;
              let last = () => {};
              window.setTimeout = (then, ms, ...all) => (ms === 1000 ? ((last = then), 0) : wait(then, ms, ...all));
              window.pause = () => {
                window.setTimeout = wait;
                last();
              };
            }
            """
        );

    protected static Task Pause(IPage page) => page.EvaluateAsync("() => pause()");

    protected Framing? Of(string claim) =>
        Site.App.Casebook.Claims.Single(c => c.Slug == claim).Of(Site.App.Casebook.Sources.Single(s => s.Slug == "second").Id);

    protected async Task Written(IPage page)
    {
        await page.Answered();
        await Site.App.Services.GetRequiredService<DraftStore>().Drop("nobody", "nothing");
    }
}
