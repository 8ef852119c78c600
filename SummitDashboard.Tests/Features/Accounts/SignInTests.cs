using System.Net;
using System.Text.RegularExpressions;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Domain;
using SummitDashboard.Features.Accounts;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Accounts;

/// <summary>Signing in, over HTTP and without any script.</summary>
public sealed partial class SignInTests : AccountsOverHttp
{
    [Theory]
    [InlineData("claims/ü?theme=é", "claims/%C3%BC?theme=%C3%A9")]
    [InlineData("/summit/claims#c", "claims#c")]
    [InlineData("https://here.example/summit/claims", "claims")]
    [InlineData("./help", "help")]
    [InlineData("/claims", "")]
    [InlineData("../other/claims", "")]
    [InlineData("/summit/.//evil.example", "")]
    [InlineData(".//evil.example", "")]
    [InlineData("//evil.example", "")]
    [InlineData("/\\evil.example", "")]
    [InlineData("/\t/evil.example", "")]
    [InlineData("https://evil.example", "")]
    [InlineData("https://here.example.evil.example/summit/", "")]
    [InlineData("https://here.example@evil.example/summit/", "")]
    [InlineData("javascript:alert(1)", "")]
    [InlineData("account/sign-out", "")]
    [InlineData(null, "")]
    public void ReturnUrl_AnyText_LeadsToAPageOfOursInAscii(string? url, string expected) =>
        Assert.Equal(
            "https://here.example/summit/" + expected,
            SignInPage.Safe(url, "https://here.example/summit/", "https://here.example/summit/")
        );

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksForAWhileAndNeverTellsWhoExists()
    {
        await App.Person("Ada", AccountRole.Editor);
        var unknown = await SignIn(Client(), "nobody", "wrong password here");
        for (var n = 0; n < 5; n++)
            Assert.Equal(Message(unknown), Message(await SignIn(Client(), "ada", "wrong password here")));
        Assert.Equal(Message(unknown), Message(await SignIn(Client(), "ada", TestPeople.Password)));

        static string Message(string html) => AlertPattern().Match(html).Value;
    }

    [Fact]
    public async Task SignIn_OfADisabledPerson_IsRefused()
    {
        var ada = await App.Person("Ada", AccountRole.Editor);
        var client = await SignedIn("ada");
        Assert.Null((await Do(p => p.SetDisabled(People.Shell, ada, true))).Problem());
        Assert.DoesNotContain("Ada, editor", await client.GetStringAsync("", Stop));
        Assert.Contains("do not go together", await SignIn(Client(), "ada", TestPeople.Password));
    }

    [Fact]
    public async Task Pages_OfWhoIsSignedIn_AreCutOffFromWhoeverOpenedThem()
    {
        await App.Person("Ada", AccountRole.Editor);
        using var read = await Client().GetAsync("claims", Stop);
        using var edited = await (await SignedIn("ada")).GetAsync("claims", Stop);
        Assert.False(read.Headers.Contains("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Assert.Single(edited.Headers.GetValues("Cross-Origin-Opener-Policy")));
        foreach (var page in new[] { read, edited })
            Assert.Contains(
                "script-src 'self';",
                Assert.Single(page.Headers.GetValues("Content-Security-Policy")),
                StringComparison.Ordinal
            );
    }

    [Theory]
    [
        InlineData("https://elsewhere.example/"),
        InlineData("//elsewhere.example"),
        InlineData("/\\elsewhere.example"),
        InlineData("javascript:alert(1)"),
        InlineData("/\t/elsewhere.example"),
        InlineData("")
    ]
    public async Task SignIn_WithAForeignReturnAddress_LeadsToTheOverview(string back)
    {
        await App.Person("Ada", AccountRole.Editor);
        var client = Client(redirects: false);
        var response = await PostRaw(
            client,
            Urls.SignInFor(back),
            "sign-in",
            ("Input.UserName", "ada"),
            ("Input.Password", TestPeople.Password)
        );
        Assert.Equal(new Uri(App.Address), new Uri(new Uri(App.Address), response.Headers.Location!));
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        await App.Person("Ada", AccountRole.Owner);
        var client = await SignedIn("ada");
        foreach (
            var (url, form) in new[] { (Urls.SignIn, "sign-in"), (Urls.People, "people"), (Urls.Password, "password"), (Urls.SignOut, "") }
        )
        {
            var response = await client.PostAsync(
                url,
                new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = form }),
                Stop
            );
            Assert.Equal((url, HttpStatusCode.BadRequest), (url, response.StatusCode));
        }
        Assert.Contains("Ada, owner", await client.GetStringAsync("", Stop));
    }

    [Fact]
    public async Task Reading_ForSignedInPeopleOnly_LeadsToTheSignIn()
    {
        using var closed = new TestApp(new Dictionary<string, string> { ["Access:Reading"] = "signed-in" }).Started();
        using var client = InCasebook.Client(closed.Address, redirects: false);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        foreach (var path in PageList.Of(closed.Casebook).Where(p => p != PageList.Missing))
        {
            var response = await client.GetAsync(path, Stop);
            Assert.Equal(
                (HttpStatusCode.Redirect, "/" + Urls.SignIn),
                (response.StatusCode, new Uri(new Uri(closed.Address), response.Headers.Location!).AbsolutePath)
            );
        }
        using var plain = InCasebook.Client(closed.Address);
        foreach (var path in new[] { Urls.TellingsExport, Urls.MatrixExport("csv"), "/_blazor/negotiate" })
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                (await plain.SendAsync(new(path.StartsWith("/_") ? HttpMethod.Post : HttpMethod.Get, path), Stop)).StatusCode
            );
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync("theme.js", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync(Urls.SignIn, Stop)).StatusCode);
    }

    [Fact]
    public async Task Tries_TooMany_AreSlowedDown()
    {
        var client = Client();
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 70; n++)
            answers.Add((await client.PostAsync(Urls.SignIn, new FormUrlEncodedContent([]), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("", Stop)).StatusCode);
    }

    private Task<string> SignIn(HttpClient client, string name, string password) =>
        Post(client, Urls.SignIn, "sign-in", ("Input.UserName", name), ("Input.Password", password));

    [GeneratedRegex("""<p class="notice" role="alert">.*?</p>""")]
    private static partial Regex AlertPattern();
}
