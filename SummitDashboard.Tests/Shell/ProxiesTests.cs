using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Reading.Access;
using SummitDashboard.Shell;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>What a proxy says of a visitor, whom it is believed, and what comes of it.</summary>
public sealed class ProxiesTests(ProxiesTests.Site site) : IClassFixture<ProxiesTests.Site>
{
    public sealed class Site : IDisposable
    {
        public TestApp App { get; } = new TestApp(new Dictionary<string, string> { ["PathBase"] = "summit/" }).Started();

        public void Dispose() => App.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", "", "203.0.113.7", "203.0.113.7")] // the machine's own
    [InlineData("::ffff:127.0.0.1", "", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.5", "10.0.0.5", "203.0.113.7", "203.0.113.7")]
    [InlineData("172.18.3.4", "10.0.0.5, 172.16.0.0/12", "203.0.113.7", "203.0.113.7")] // a container's network
    [InlineData("10.0.0.5", "10.0.0.5;10.0.0.6", "203.0.113.7, 10.0.0.6", "203.0.113.7")] // one behind another
    [InlineData("10.0.0.5", "10.0.0.5", "127.0.0.1, 203.0.113.7", "203.0.113.7")] // what a visitor made up stands to the left
    [InlineData("10.0.0.5", "", "203.0.113.7", "10.0.0.5")] // nobody named it
    [InlineData("203.0.113.9", "10.0.0.0/8", "127.0.0.1", "203.0.113.9")]
    [InlineData("fd00::9", "fd00::/8", "2001:db8::7", "2001:db8::7")]
    public async Task Visitor_BehindProxies_IsWhomTheKnownOnesName(string from, string known, string said, string visitor)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Headers["X-Forwarded-For"] = said;
        context.Request.Headers["X-Forwarded-Proto"] = string.Join(", ", said.Split(',').Select(_ => "https"));
        context.Request.Scheme = "http";
        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Forwarded(known)).Invoke(context);
        Assert.Equal(
            (IPAddress.Parse(visitor), from == visitor ? "http" : "https"),
            (context.Connection.RemoteIpAddress, context.Request.Scheme)
        );
    }

    [Theory]
    [InlineData("proxy"), InlineData("10.0.0.5/33"), InlineData("10.0.0.5, nginx"), InlineData("http://10.0.0.5")]
    public void Known_NoAddress_IsRefusedBySentence(string known) =>
        Assert.Contains("Proxies:Known", Assert.Throws<OptionsValidationException>(() => Forwarded(known).Value).Message);

    [Theory]
    [
        InlineData(null, ""),
        InlineData("", ""),
        InlineData("/", ""),
        InlineData("summit", "/summit"),
        InlineData(" /summit/ ", "/summit"),
        InlineData("/a/b-2_c.d~", "/a/b-2_c.d~")
    ]
    public void PathBase_AsItIsWritten_IsOnePath(string? written, string path) =>
        Assert.Equal(path, SettingsOf.Read<ProxyOptions>("", ("PathBase", written)).PathBase);

    [Theory]
    [
        InlineData("/a b"),
        InlineData("https://example.org/summit"),
        InlineData("/a//b"),
        InlineData("/a?b"),
        InlineData("/ü"),
        InlineData("/\\evil")
    ]
    public void PathBase_NoPath_IsRefusedBySentence(string written) =>
        Assert.Contains(
            "PathBase",
            Assert.Throws<OptionsValidationException>(() => SettingsOf.Read<ProxyOptions>("", ("PathBase", written))).Message
        );

    /// <summary>The proxy passes the whole path on, or leaves the base out.</summary>
    [Theory]
    [InlineData("/summit/"), InlineData("/")]
    public async Task Base_PassedOnOrLeftOut_IsTheSamePage(string path)
    {
        var html = await Get(path + Casebook + "claims");
        Assert.Contains($"<base href=\"/summit/{Casebook}\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"claims\" class=\"active\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Base_WithoutItsSlash_LeadsToIt()
    {
        using var http = Client();
        Assert.Equal("/summit/?sources=Tu", (await http.GetAsync("summit?sources=Tu", Stop)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("summitry", Stop)).StatusCode);
    }

    [Fact]
    public async Task Links_ThatLeaveThePage_HaveTheOuterSchemeHostAndPath()
    {
        var claim = site.App.Casebook.Claims[0];
        foreach (
            var text in new[]
            {
                await Get("/summit/" + Casebook + Urls.Claim(claim), https: true),
                await Get("/summit/" + Casebook + Urls.ClaimExport(claim, "md"), https: true),
            }
        )
            Assert.Contains($"https://dash.example.org/summit/{Casebook}{Urls.Claim(claim)}?rev=1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_BehindHttps_SetsSecureCookiesOfThisServerUnderItsPathAndRedirectsToAPath()
    {
        await site.App.Person("Ada", AccountRole.Owner);
        using var http = Client();
        using var page = await http.SendAsync(Asked("/summit/" + Urls.SignInFor("claims?theme=x"), https: true), Stop);
        var cookie = page.Headers.GetValues("Set-Cookie").Single();
        var html = await page.Content.ReadAsStringAsync(Stop);
        using var post = Asked("/summit/" + Urls.SignInFor("claims?theme=x"), https: true, HttpMethod.Post);
        post.Headers.Add("Cookie", cookie.Split(';')[0]);
        post.Content = new FormUrlEncodedContent([
            new("_handler", "sign-in"),
            new("__RequestVerificationToken", html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0]),
            new("Input.UserName", "ada"),
            new("Input.Password", TestPeople.Password),
        ]);
        using var answer = await http.SendAsync(post, Stop);
        Assert.Equal("/summit/claims?theme=x", answer.Headers.Location!.OriginalString);
        foreach (var set in answer.Headers.GetValues("Set-Cookie").Append(cookie))
        {
            Assert.Matches("^summit(-form|-device)?-[0-9a-f]{8}=", set);
            Assert.Contains("; secure", set, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("; path=/summit(;|/|$)", set);
        }
    }

    /// <summary>Left out of the query, or made up in the header, an address is not the visitor's.</summary>
    [Fact]
    public async Task SignInTries_ManyOfOneVisitor_LeaveTheOthersAlone()
    {
        using var http = Client();
        async Task<HttpStatusCode> Try(string visitor)
        {
            using var post = Asked("/" + Urls.SignIn, method: HttpMethod.Post);
            post.Headers.Add("X-Forwarded-For", visitor);
            post.Content = new FormUrlEncodedContent([]);
            return (await http.SendAsync(post, Stop)).StatusCode;
        }
        var last = HttpStatusCode.OK;
        for (var n = 0; n < 61; n++)
            last = await Try($"198.51.100.{n}, 203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.BadRequest, await Try("203.0.113.8")); // let through to the form, which has no token
    }

    [Theory]
    [InlineData("//evil.example"), InlineData("/\\evil.example")]
    public async Task Prefix_ThatIsAnotherSitesAddress_IsRefused(string prefix)
    {
        using var app = TestApp.With();
        using var http = new HttpClient { BaseAddress = new(app.Address) };
        http.DefaultRequestHeaders.Add("X-Forwarded-Prefix", prefix);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync("claims", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync("/c/nothing", Stop)).StatusCode);
    }

    private static HttpRequestMessage Asked(string path, bool https = false, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (https)
            foreach (
                var (name, value) in new[]
                {
                    ("X-Forwarded-Proto", "https"),
                    ("X-Forwarded-Host", "dash.example.org"),
                    ("X-Forwarded-For", "203.0.113.1"),
                }
            )
                request.Headers.Add(name, value);
        return request;
    }

    private async Task<string> Get(string path, bool https = false)
    {
        using var http = Client();
        using var answer = await http.SendAsync(Asked(path, https), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    private string Casebook => new Uri(site.App.Address).AbsolutePath[1..];

    private HttpClient Client() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(site.App.Site) };

    private static IOptions<ForwardedHeadersOptions> Forwarded(string known)
    {
        var services = new ServiceCollection().AddSingleton(SettingsOf.Configuration(("Proxies:Known", known)));
        services.AddHostFiltering(o => o.AllowedHosts = ["*"]);
        services.AddProxies();
        return services.BuildServiceProvider().GetRequiredService<IOptions<ForwardedHeadersOptions>>();
    }
}
