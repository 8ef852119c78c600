using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Casebooks.CaseFolder;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Features.Accounts;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Accounts;

/// <summary>Signing in and managing people, over HTTP and without any script.</summary>
public sealed partial class AccountsTests : IDisposable
{
    private readonly Lazy<TestApp> started = new(() => TestApp.With());

    public void Dispose()
    {
        if (started.IsValueCreated)
            started.Value.Dispose();
    }

    private TestApp App => started.Value;

    private CancellationToken Stop => TestContext.Current.CancellationToken;

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
    public async Task OwnerLink_UsedOnce_IsRefusedFromThenOn()
    {
        var options = App.Services.GetRequiredService<ServerFolder>();
        var old = OneTimeLinks.FirstOwner(options, TimeProvider.System)!;
        var secret = OneTimeLinks.FirstOwner(options, TimeProvider.System)!;
        Assert.Contains("no longer good", await Client().GetStringAsync(Urls.Welcome(old), Stop));
        var results = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(n => Do(p => p.Accept(secret, "ada" + n, "Ada", TestPeople.Password)))
        );
        Assert.Single(results, r => r.Problem() is null);
        Assert.Null(OneTimeLinks.FirstOwner(options, TimeProvider.System));
        Assert.Contains("no longer good", await Client().GetStringAsync(Urls.Welcome(secret), Stop));
        using var db = Database();
        Assert.Single(db.Users.ToList());
        Assert.DoesNotContain(db.OneTimeLinks.ToList(), l => l.Hash == secret);
    }

    [Fact]
    public async Task Person_InvitedByTheForm_SignsInChangesThePasswordAndSignsOut()
    {
        var owner = await App.Person("Olga", AccountRole.Owner);
        var client = await SignedIn("olga");
        var answer = await PostRaw(
            client,
            Urls.People,
            "people",
            ("Input.What", "invite"),
            ("Input.Name", "Bob <b>"),
            ("Input.Role", "editor")
        );
        var html = await answer.Content.ReadAsStringAsync(Stop);
        var link = LinkPattern().Match(html).Value;
        Assert.NotEmpty(link);
        Assert.Contains("Send this link to Bob", html);
        Assert.DoesNotContain("Bob <b>", html);
        // Loading the page again shows the same link and makes no other; to another owner its address says nothing.
        var there = answer.RequestMessage!.RequestUri!.AbsoluteUri;
        Assert.Equal(link, LinkPattern().Match(await client.GetStringAsync(there, Stop)).Value);
        using (var db = Database())
            Assert.Single(db.OneTimeLinks.Where(l => l.Purpose == OneTimeLinks.Invite).ToList());
        await App.Person("Otto", AccountRole.Owner);
        Assert.DoesNotContain("one-time-link", await (await SignedIn("otto")).GetStringAsync(there, Stop));

        var bob = Client();
        var made = await Post(
            bob,
            link,
            "welcome",
            ("Input.Name", "Bob"),
            ("Input.UserName", "bob"),
            ("Input.Password", TestPeople.Password)
        );
        Assert.Contains("Bob, editor", made);
        Assert.DoesNotContain("one-time-link", await client.GetStringAsync(there, Stop));
        var changed = await Post(
            bob,
            Urls.Password,
            "password",
            ("Input.Old", TestPeople.Password),
            ("Input.New", "another long secret here")
        );
        Assert.Contains("Your password is changed", changed);
        Assert.Contains("Sign in", await Post(bob, Urls.SignOut, null, from: Urls.Password));
        Assert.Contains("do not go together", await SignIn(Client(), "bob", TestPeople.Password));
        Assert.Contains("Bob, editor", await SignIn(Client(), "BOB", "another long secret here"));
        Assert.NotNull(owner);
    }

    [Fact]
    public async Task LastOwner_DemotedOrDisabled_StaysOwner()
    {
        var (ada, bob) = (await App.Person("Ada", AccountRole.Owner), await App.Person("Bob", AccountRole.Owner));
        var results = await Task.WhenAll(Do(p => p.SetOwner(ada, bob, false)), Do(p => p.SetOwner(bob, ada, false)));
        Assert.Single(results, r => r.Problem() is null);
        var last = Owner();
        Assert.Contains("last owner", (await Do(p => p.SetDisabled(last, last, true))).Problem());
        Assert.Contains("last owner", (await Do(p => p.SetOwner(People.Shell, last, false))).Problem());
        Assert.Equal(last, Owner());

        string Owner()
        {
            using var db = Database();
            return Assert.Single(db.Users.AsNoTracking().Where(a => a.IsOwner).ToList()).Id;
        }
    }

    public static TheoryData<string> Managing() => ["invite", "role", "owner", "disable", "enable", "password", "revoke"];

    [Theory, MemberData(nameof(Managing))]
    public async Task People_ManagedByAnybodyButAnOwner_IsRefused(string what)
    {
        var victim = await App.Person("Victim", AccountRole.Editor);
        foreach (
            var by in new[]
            {
                null,
                "no such id",
                await App.Person("Ed", AccountRole.Editor),
                await App.Person("Pia", AccountRole.Presenter),
            }
        )
            Assert.Equal(
                new Outcome.Forbidden(Right.ManagePeople),
                await Do(p =>
                    what switch
                    {
                        "invite" => p.Invite(by, "X", AccountRole.Owner, null),
                        "role" => p.SetRole(by, victim, CasebookRow.First, AccountRole.Owner),
                        "owner" => p.SetOwner(by, victim, true),
                        "disable" => p.SetDisabled(by, victim, true),
                        "enable" => p.SetDisabled(by, victim, false),
                        "password" => p.PasswordLink(by, victim),
                        _ => p.Revoke(by, "x", CasebookRow.First),
                    }
                )
            );
        var editor = await SignedIn("ed");
        Assert.DoesNotContain("<form method=\"post\" class=\"card in-line\"", await editor.GetStringAsync(Urls.People, Stop));
    }

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
    public async Task PasswordLink_OfSomebodyDisabled_IsNoGoodAndACookieIsNotEither()
    {
        var ada = await App.Person("Ada", AccountRole.Editor);
        var client = await SignedIn("ada");
        var link = (await Do(p => p.PasswordLink(People.Shell, ada))).Secret();
        Assert.Null((await Do(p => p.SetDisabled(People.Shell, ada, true))).Problem());
        Assert.NotNull((await Do(p => p.Accept(link, "", "", TestPeople.Password))).Problem());
        var later = (await Do(p => p.PasswordLink(People.Shell, ada))).Secret();
        Assert.NotNull((await Do(p => p.Accept(later, "", "", TestPeople.Password))).Problem());

        // Disabled behind the program's back, with the stamp as it was.
        Assert.Null((await Do(p => p.SetDisabled(People.Shell, ada, false))).Problem());
        client = await SignedIn("ada");
        using (var db = Database())
            await db.Users.Where(u => u.Id == ada).ExecuteUpdateAsync(u => u.SetProperty(a => a.Disabled, true), Stop);
        Assert.DoesNotContain("Ada, editor", await client.GetStringAsync("", Stop));
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

    [Theory]
    [
        InlineData("short", "12 characters"),
        InlineData("password12345", "too easy"),
        InlineData("aaaaaaaaaaaaaaaa", "too easy"),
        InlineData("my name is weakling ok", "too easy")
    ]
    public async Task Password_TooWeak_IsRefusedWithAReason(string password, string words)
    {
        var invited = await Do(p => p.Invite(People.Shell, "W", AccountRole.Editor, CasebookRow.First));
        Assert.Contains(words, (await Do(p => p.Accept(invited.Secret(), "weakling", "W", password))).Problem());
        Assert.Null((await Do(p => p.Accept(invited.Secret(), "weakling", "W", TestPeople.Password))).Problem());
    }

    [Fact]
    public async Task Link_ExpiredOrTakenBack_IsNoLongerGood()
    {
        var first = await Do(p => p.Invite(People.Shell, "A", AccountRole.Editor, CasebookRow.First));
        var second = await Do(p => p.Invite(People.Shell, "B", AccountRole.Editor, CasebookRow.First));
        using (var db = Database())
        {
            var hash = OneTimeLinks.Hash(first.Secret());
            db.OneTimeLinks.Where(l => l.Hash == hash).ExecuteUpdate(l => l.SetProperty(r => r.Expires, DateTime.UtcNow.AddMinutes(-1)));
        }
        Assert.Null((await Do(p => p.Revoke(People.Shell, OneTimeLinks.Hash(second.Secret()), null))).Problem());
        foreach (var secret in new[] { first.Secret(), second.Secret(), "", new string('a', 64), "../../x" })
            Assert.Contains("was used or has expired", (await Do(p => p.Accept(secret, "x-user", "X", TestPeople.Password))).Problem());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Links_OfAnOwnerWhoIsNoneAnyMore_AreNoLongerGood(bool isDisabled)
    {
        await App.Person("Keeper", AccountRole.Owner); // an owner stays
        var victim = await App.Person("Victor", AccountRole.Editor);
        var owner = await App.Person(isDisabled ? "Olga" : "Otto", AccountRole.Owner);
        var invited = await Do(p => p.Invite(owner, "Back again", AccountRole.Owner, null));
        var password = await Do(p => p.PasswordLink(owner, victim));
        Assert.Null(
            (await Do(p => isDisabled ? p.SetDisabled(People.Shell, owner, true) : p.SetOwner(People.Shell, owner, false))).Problem()
        );
        foreach (var link in new[] { invited, password })
            Assert.Contains("Ask an owner", (await Do(p => p.Accept(link.Secret(), "again", "Again", TestPeople.Password))).Problem());
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

    [Fact]
    public async Task Shell_PeopleVerbs_MakeListAndDisable()
    {
        using var folder = new TempFolder();
        var settings = new Dictionary<string, string> { ["Data__Folder"] = folder.Sub("data") };
        var nowhere = await Run.ToEnd(["people", "list"], settings);
        Assert.Equal((1, ""), (nowhere.ExitCode, nowhere.Out));
        Assert.Contains("There is no database", nowhere.Error);
        var made = await Run.ToEnd(["people", "add", "eve", "--name", "Eve", "--role", "owner"], settings);
        Assert.Equal(0, made.ExitCode);
        Assert.Contains("A new database is made", made.Out);
        Assert.Contains("eve\towner\tEve", (await Run.ToEnd(["people", "list"], settings)).Out);
        var refused = await Run.ToEnd(["people", "disable", "eve"], settings);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("last owner", refused.Error);
        Assert.Equal(1, (await Run.ToEnd(["people", "role", "nobody"], settings)).ExitCode);
        Assert.Equal(2, (await Run.ToEnd(["people", "add", "x", "--role", "king"], settings)).ExitCode);
    }

    private HttpClient Client(bool redirects = true) => InCasebook.Client(App.Address, redirects);

    private Task<HttpClient> SignedIn(string name) => App.SignedIn(name);

    private Task<string> SignIn(HttpClient client, string name, string password) =>
        Post(client, Urls.SignIn, "sign-in", ("Input.UserName", name), ("Input.Password", password));

    private async Task<string> Post(HttpClient client, string url, string? form, params (string, string)[] fields) =>
        await (await PostRaw(client, url, form, fields)).Content.ReadAsStringAsync(Stop);

    private async Task<string> Post(HttpClient client, string url, string? form, string from)
    {
        var token = TokenPattern().Match(await client.GetStringAsync(from, Stop)).Groups[1].Value;
        return await (
            await client.PostAsync(
                url,
                new FormUrlEncodedContent(
                    new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["_handler"] = form ?? "" }
                ),
                Stop
            )
        ).Content.ReadAsStringAsync(Stop);
    }

    // As a browser without scripts: the page first, then its form with the token that stood in it.
    private async Task<HttpResponseMessage> PostRaw(
        HttpClient client,
        string url,
        string? form,
        params (string Name, string Value)[] fields
    )
    {
        var token = TokenPattern().Match(await client.GetStringAsync(url, Stop)).Groups[1].Value;
        var values = fields.ToDictionary(f => f.Name, f => f.Value);
        values["__RequestVerificationToken"] = token;
        if (form is not null)
            values["_handler"] = form;
        return await client.PostAsync(url, new FormUrlEncodedContent(values), Stop);
    }

    private async Task<Outcome> Do(Func<People, Task<Outcome>> act)
    {
        using var scope = App.Services.CreateScope();
        return await act(scope.ServiceProvider.GetRequiredService<People>());
    }

    private ServerDb Database() => App.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContext();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex TokenPattern();

    [GeneratedRegex("/account/welcome/[0-9a-f]{64}")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("""<p class="notice" role="alert">.*?</p>""")]
    private static partial Regex AlertPattern();
}
