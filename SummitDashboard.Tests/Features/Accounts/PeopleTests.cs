using Microsoft.EntityFrameworkCore;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Library;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Features.Accounts;

/// <summary>Managing people: who may, and that an owner stays.</summary>
public sealed class PeopleTests : AccountsOverHttp
{
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
}
