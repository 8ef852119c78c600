using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Accounts;

/// <summary>Links that let somebody in once: to the first owner, to who is invited, to who has no password any more.</summary>
public sealed partial class OneTimeLinksTests : AccountsOverHttp
{
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

    private Task<string> SignIn(HttpClient client, string name, string password) =>
        Post(client, Urls.SignIn, "sign-in", ("Input.UserName", name), ("Input.Password", password));

    [GeneratedRegex("/account/welcome/[0-9a-f]{64}")]
    private static partial Regex LinkPattern();
}
