using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>Markup in the files of a casebook: shown as words, and never run.</summary>
public sealed class HostileMarkupTests(Browser browser)
{
    [Fact]
    public async Task EveryPage_CasebookFullOfMarkup_RunsNoneOfIt()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        const string Payload = "<img src=x onerror=pwned()><script>pwned()</script>";
        foreach (var file in Directory.EnumerateFiles(seeds, "*.md", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (
                var plain in new[]
                {
                    "A small case",
                    "Two sources, one paper",
                    "What two sources say of one paper.",
                    "The Envoy",
                    "The paper is signed",
                    "Was it signed?",
                    "A paper was signed.",
                    "Expects it.",
                    "Leaves it to aides.",
                    "a short paper }",
                    "What, when",
                    "The a.txt",
                    "The b.txt",
                    "Says something.",
                    "The days,",
                    "The paper }",
                }
            )
                text = text.Replace(
                    plain,
                    plain.EndsWith('}') ? $"\"{Payload} x\" }}"
                        : plain.EndsWith(',') ? $"\"{Payload}\","
                        : plain.Contains(", when", StringComparison.Ordinal) ? plain
                        : $"\"{plain.Trim('.')} {Payload}\"",
                    StringComparison.Ordinal
                );
            File.WriteAllText(
                file,
                text
                    + $"\n{Payload} [link](javascript:pwned()) ![p](javascript:pwned()) <a href=\"javascript:pwned()\">x</a> <svg "
                    + "onload=pwned()>\n"
            );
        }
        using var app = TestApp.With(seeds, Path.Combine(folder.Path, "texts"));
        var (page, console) = await browser.Page();
        await page.AddInitScriptAsync("window.pwned = () => { window.wasPwned = true; }");
        foreach (var path in PageList.Of(app.Casebook).Append(Urls.Reader(app.Casebook.Sources[0])).Where(p => p != PageList.Missing))
        {
            await page.OpenLive(app.Address + path);
            Assert.False(await page.EvaluateAsync<bool>("!!window.wasPwned"), path);
            Assert.Equal(0, await page.Locator("main img, main svg[onload], a[href^='javascript']").CountAsync());
            Assert.Contains("<img src=x", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        }
        Assert.Empty(console);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Note_NestedTooDeep_IsShownAsItWasWritten()
    {
        using var folder = new TempFolder();
        var seeds = SmallCasebook.Write(folder);
        folder.Write("seeds/claims/signed.md", SmallCasebook.Claim + "\n\n" + new string('>', 300) + " <b>deep</b>\n");
        using var app = TestApp.With(seeds);
        using var http = InCasebook.Client(app.Address);
        var html = await http.GetStringAsync(Urls.Claim(app.Casebook.Claims[0]), TestContext.Current.CancellationToken);
        Assert.Contains("&lt;b&gt;deep", html);
        Assert.DoesNotContain("could not be shown", html);
    }
}
