using System.Net;
using SummitDashboard.Reading;
using SummitDashboard.Tests.BrowserTests;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Shell;

/// <summary>What people and files may put in, and what must not come of it.</summary>
public sealed class HostileInputTests(ShellBrowserTests.Site site) : IClassFixture<ShellBrowserTests.Site>
{
    private readonly TestApp app = site.App;

    private static readonly string[] Values =
    [
        "",
        " ",
        "%00",
        "%F0%9F%92%A9",
        "../../etc/passwd",
        "<script>pwned()</script>",
        "\"><img src=x onerror=pwned()>",
        "-1",
        "999999999999999999999",
        "NaN",
        "2024-13-45",
        "[..",
        "[2024-01-01,",
        "Y999999999999999999",
        "Br,Br,Br,,,",
        "null",
        "on",
        "off",
        "' OR 1=1 --",
        "\r\nSet-Cookie: a=b",
    ];

    /// <summary>A circuit knows nothing of the answer’s status, and would draw another page in its place.</summary>
    [Fact]
    public async Task StatusPages_Refusals_HaveNoCircuitThatTakesThemAway()
    {
        using var http = InCasebook.Client(app.Address);
        using var missing = await http.GetAsync("nothing-of-the-kind", TestContext.Current.CancellationToken);
        using var formless = await http.PostAsync(Urls.SignIn, new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (missing.StatusCode, formless.StatusCode));
        foreach (var answer in new[] { missing, formless })
            Assert.DoesNotContain(
                "\"type\":\"server\"",
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
    }

    private static readonly string[] Names =
    [
        "sources",
        "actor",
        "theme",
        "phase",
        "from",
        "to",
        "event",
        "view",
        "sort",
        "page",
        "asOf",
        "diff",
        "loaded",
        "hedges",
        "stance",
        "claim",
        "rev",
        "show",
        "a",
        "b",
        "in",
        "of",
        "kind",
        "part",
        "cols",
        "order",
    ];

    [Fact]
    public async Task EveryPage_HostileQueryValues_AnswersWithoutAnError()
    {
        using var http = InCasebook.Client(app.Address);
        var failures = new List<string>();
        foreach (var path in PageList.Of(app.Casebook).Select(p => p.Split('?')[0]).Distinct())
        foreach (var value in Values.Append(new string('x', 6000)).Append(string.Join(',', Enumerable.Range(0, 900))))
        {
            var url =
                path
                + "?"
                + string.Join(
                    '&',
                    Names
                        .Select(n => $"{n}={Uri.EscapeDataString(value)}")
                        .Concat(Names.Take(4).Select(n => $"{n}=again"))
                        .Take(value.Length > 1000 ? 1 : 99)
                );
            var response = await http.GetAsync(url, TestContext.Current.CancellationToken);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (
                response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound)
                || html.Contains("<script>pwned", StringComparison.Ordinal)
                || html.Contains("<img src=x", StringComparison.Ordinal)
            )
                failures.Add($"{(int)response.StatusCode} {url[..Math.Min(url.Length, 120)]}");
        }
        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("/timeline?phase=tomorrow")]
    [InlineData("/timeline?event=nothing-of-the-kind")]
    [InlineData("/timeline?from=yesterday")]
    [InlineData("/claims?sort=price")]
    [InlineData("/claims?theme=weather")]
    [InlineData("/tables/citations?in=Zz")]
    [InlineData("/tables/citations?of=nobody-i-know")]
    [InlineData("/tables/citations?sort=nobody-i-know")]
    [InlineData("/tables/words?of=no-such-word")]
    [InlineData("/tables/words?kind=adverbs")]
    [InlineData("/tables/silence?of=loud")]
    [InlineData("/tables/similarity?in=Br&of=Br")]
    [InlineData("/tables/similarity?in=Br&of=Tu&sources=Br,Ye")]
    [InlineData("/?sources=Zz")]
    [InlineData("/?rev=999")]
    public async Task Page_ValueThatIsNotUnderstood_ShowsTheDefaultWithANotice(string url)
    {
        using var http = InCasebook.Client(app.Address);
        var response = await http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("class=\"notice\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/claims/nothing-of-the-kind")]
    [InlineData("/actors/nobody-i-know")]
    [InlineData("/sources/nowhere")]
    [InlineData("/sources/nowhere/text")]
    [InlineData("/nothing/at/all")]
    public async Task UnknownAddress_Asked_AnswersNotFoundWithAWayBack(string url)
    {
        using var http = InCasebook.Client(app.Address);
        var response = await http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<h1", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/claims?asOf=2024-06-18&asOf=2024-06-19")]
    [InlineData("/timeline?event={first}&event={second}")]
    [InlineData("/sources?page=1&PAGE=2")]
    public async Task Page_ValueThatStandsTwice_SaysWhichIsShown(string url)
    {
        using var http = InCasebook.Client(app.Address);
        Assert.Contains("more than once", await http.GetStringAsync(Filled(url), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/claims?asOf=2024-06-18&asOf=2024-06-18")] // the same
    [InlineData("/claims?sources=Br&sources=Tu")] // a list
    [InlineData("/timeline?from=2024&from={first}")] // a day in a field and an event beside it
    [InlineData("/claims?a=1&a=2")] // nothing that the page reads
    public async Task Page_ValueThatMayStandTwice_HasNoNotice(string url)
    {
        using var http = InCasebook.Client(app.Address);
        Assert.DoesNotContain("more than once", await http.GetStringAsync(Filled(url), TestContext.Current.CancellationToken));
    }

    private string Filled(string url) =>
        url.Replace("{first}", app.Casebook.Events[0].Slug).Replace("{second}", app.Casebook.Events[1].Slug);

    [Theory]
    [InlineData("/claims?theme=&stance=", "/claims")]
    [InlineData("/claims?sources=Tu%2CWy&asOf=", "/claims?sources=Tu,Wy")]
    [InlineData("/timeline?actor=&from=2024&to=&view", "/timeline?from=2024")]
    [InlineData("/claims/export.csv?theme=", "/claims/export.csv")]
    public async Task Form_SentWithoutAScript_LeadsToTheAddressWithoutItsEmptyFields(string url, string clean)
    {
        using var http = InCasebook.Client(app.Address, redirects: false);
        var response = await http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(new Uri(app.Address + clean).PathAndQuery, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("//evil.example/?a=")]
    [InlineData("/claims?theme=paper")]
    public async Task Address_ThatNeedsNoCleaning_LeadsNowhereElse(string url)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var response = await http.GetAsync(app.Address + url, TestContext.Current.CancellationToken);
        Assert.Null(response.Headers.Location);
    }

    [Theory]
    [InlineData("PATCH", "/claims", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/claims", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/timeline", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/claims", HttpStatusCode.BadRequest)]
    public async Task Page_SentWhatItDoesNotTake_SaysSoInTheLookOfThePages(string method, string url, HttpStatusCode expected)
    {
        using var app = new TestApp(new() { ["environment"] = "Production" }).Started(); // as people run it
        using var http = InCasebook.Client(app.Address);
        using var request = new HttpRequestMessage(new(method), url) { Content = new FormUrlEncodedContent([new("a", "b")]) };
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("nothing was changed", html);
        Assert.Contains("<nav", html);
    }

    [Theory]
    [InlineData("localhost:99999")]
    [InlineData("x..y")]
    [InlineData("a'b")]
    public async Task Host_ThatIsNoAddress_IsRefused(string host)
    {
        using var http = InCasebook.Client(app.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Host", host);
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Circuit_AskedForByAForeignPage_IsRefused(string? origin, HttpStatusCode expected)
    {
        using var http = InCasebook.Client(app.Address);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.TryAddWithoutValidation("Origin", origin ?? app.Address);
        Assert.Equal(expected, (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Head_OfPagesAndExports_AnswersAsGetWithoutABody()
    {
        using var http = InCasebook.Client(app.Address);
        foreach (var path in new[] { "/", "/claims", Urls.MatrixExport("csv"), "/app.css" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/nothing"), TestContext.Current.CancellationToken)).StatusCode
        );
    }

    [Fact]
    public async Task Files_OfTheServer_AreNotServed()
    {
        using var http = InCasebook.Client(app.Address);
        foreach (
            var path in new[]
            {
                "/appsettings.json",
                "/seeds/casebook.md",
                "/data/summit.db",
                "/..%2fappsettings.json",
                "/SummitDashboard.dll",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }
}
