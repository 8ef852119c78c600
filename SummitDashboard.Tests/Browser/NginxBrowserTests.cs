using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

/// <summary>
/// As an operator sets it up by the README: two copies on one host, behind nginx with HTTPS, each under its path. Whoever works there
/// notices nothing.
/// </summary>
public sealed class NginxBrowserTests(Browser browser)
{
    private static readonly BrowserNewContextOptions Desk = new()
    {
        ViewportSize = new() { Width = 1440, Height = 900 },
    };

    [Fact]
    public async Task TwoCopies_BehindNginxWithHttps_WorkAsAnywhere()
    {
        using var first = new TestApp(new Dictionary<string, string> { ["PathBase"] = "/summit" }).Started();
        using var second = new TestApp(new Dictionary<string, string> { ["PathBase"] = "/other" }).Started();
        using var nginx = await Nginx.Before(first.Site.Root, second.Site.Root);
        foreach (var app in new[] { first, second })
            await app.Person("Ada", AccountRole.Owner);
        SiteAddress summit = new(nginx.Address + "/summit" + first.Path),
            other = new(nginx.Address + "/other" + second.Path);
        var talk = first.Casebook.Talks[0].Slug;

        // Signed in at both, by forms.
        var (page, console) = await browser.Page(Desk);
        await page.SignInByForm(summit, "Ada", Urls.Claims);
        await Assertions.Expect(page).ToHaveURLAsync(summit + Urls.Claims);
        await page.SignInByForm(other, "Ada");
        foreach (var cookie in await page.Context.CookiesAsync())
            Assert.True(cookie.Secure && (cookie.Path + "/").Split('/')[1] is "summit" or "other", $"{cookie.Name} {cookie.Path}");

        // An invitation and a citation name the address by which the browser came.
        await page.GotoAsync(summit + Urls.People);
        await page.FillAsync("[name='Input.Name']", "Bob");
        await page.SelectOptionAsync(".in-line select", "editor");
        await page.ClickAsync("text=Make a link");
        await Assertions.Expect(page.Locator("#one-time-link")).ToContainTextAsync(summit + "account/welcome/");
        await page.OpenLive(summit + Urls.Claim(first.Casebook.Claims[0]));
        await Assertions.Expect(page.Locator("#permalink")).ToHaveTextAsync(summit + Urls.Claim(first.Casebook.Claims[0]) + "?rev=1");

        // An edit, over a socket.
        await page.OpenForm(summit + Urls.Edit(first.Casebook.Claims[0]));
        await page.FillAsync("[name=question]", "Asked behind a proxy?");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Saved as revision 2");
        Assert.Equal("Asked behind a proxy?", first.Casebook.Claims.First(c => c.Id == first.Casebook.Claims[0].Id).Question);

        // A talk that somebody follows, by events.
        await page.GotoAsync(summit + Urls.Desk(talk));
        await page.ClickAsync("text=Go live");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(summit + Urls.Desk(talk))}\\?live=\\w+$"));
        var code = page.Url.Split("live=")[1];
        await Assertions.Expect(page.Locator($"svg[aria-label='QR code of {summit + Urls.Live(code)}']")).ToBeAttachedAsync();
        var (phone, phoneConsole) = await browser.Page(Desk);
        await phone.GotoAsync(summit + Urls.Follow);
        await phone.FillAsync("[name=code]", code.ToLowerInvariant());
        await phone.Keyboard.PressAsync("Enter");
        await Assertions.Expect(phone.Locator("#now")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-part=here]")).ToHaveTextAsync("1");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(phone.Locator(".say")).ToHaveCountAsync(1);
        Assert.All(await phone.Context.CookiesAsync(), c =>
            Assert.True(c.Secure && c.Path == new Uri(summit + Urls.Follow).AbsolutePath, $"{c.Name} {c.Path}")
        );

        // Out of one, still in at the other.
        await page.OpenLive(other + Urls.Overview);
        await page.ClickAsync("details.person summary");
        await page.ClickAsync("text=Sign out");
        await Assertions.Expect(page).ToHaveURLAsync(other + "/");
        await Assertions.Expect(page.Locator("details.person")).ToHaveCountAsync(0);
        await page.OpenLive(summit + Urls.Timeline);
        await Assertions.Expect(page.Locator("details.person")).ToBeAttachedAsync();
        Assert.Empty(console.Concat(phoneConsole));
        await page.Context.CloseAsync();
        await phone.Context.CloseAsync();
    }

    /// <summary>Largest articles pass, and what a visitor says of himself does not.</summary>
    [Fact]
    public async Task Requests_ThroughNginx_AreWhatNginxSaysOfThem()
    {
        using var app = new TestApp(new Dictionary<string, string> { ["PathBase"] = "/summit" }).Started();
        using var nginx = await Nginx.Before(app.Site.Root, "http://127.0.0.1:9"); // where nobody answers
        using var http = new HttpClient(
            new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
                AllowAutoRedirect = false,
            }
        );
        foreach (
            var (name, value) in new[]
            {
                ("X-Forwarded-Host", "evil.example"),
                ("X-Forwarded-Proto", "http"),
                ("X-Forwarded-Prefix", "/evil"),
                ("X-Forwarded-For", "127.0.0.1"),
            }
        )
            http.DefaultRequestHeaders.Add(name, value);
        SiteAddress casebook = new(nginx.Address + "/summit" + app.Path);
        var page = await http.GetStringAsync(casebook + Urls.Claims, TestContext.Current.CancellationToken);
        Assert.Contains(casebook + "claims?rev=1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page, StringComparison.Ordinal);
        using var large = await http.PostAsync(
            casebook + Urls.SignIn,
            new ByteArrayContent(new byte[12_000_000]),
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotContain(
            "nginx",
            await large.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        ); // what is too large is for the app to say
        using var larger = await http.PostAsync(
            casebook + Urls.SignIn,
            new ByteArrayContent(new byte[17_000_000]),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("at most 16 MB", await larger.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var away = await http.GetAsync(nginx.Address + "/other/", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (away.StatusCode, away.Content.Headers.ContentType!.MediaType));
        Assert.Contains("does not answer", await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var bare = await http.GetAsync(nginx.Address + "/summit", TestContext.Current.CancellationToken);
        Assert.Equal(
            "/summit/",
            bare.Headers.Location!.IsAbsoluteUri ? bare.Headers.Location.AbsolutePath : bare.Headers.Location.OriginalString
        );
    }
}
