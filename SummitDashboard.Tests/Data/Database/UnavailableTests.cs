using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Data;
using SummitDashboard.Data.Accounts;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Library;
using SummitDashboard.Data.Search;
using SummitDashboard.Domain;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data.Database;

/// <summary>
/// Every write of the program on a database that is locked, full or read-only: it says so in a sentence, nothing has changed, and the same
/// asked again when the database is well is done.
/// </summary>
public sealed partial class UnavailableTests : IAsyncLifetime
{
    private static readonly string Talk = Repo.Casebook.Talks[0].Slug;
    private const int GuessStop = 1;

    private readonly FaultyApp app = new();
    private readonly List<IDisposable> open = [];
    private string editor = "";
    private LiveTalk olga = null!,
        pia = null!,
        cleo = null!,
        lea = null!,
        visitor = null!;
    private string code = "",
        cleosCode = "",
        invited = "",
        secret = "",
        bob = "",
        kept = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app.Started();
        editor = await app.Person("Ada", AccountRole.Editor);
        bob = await app.Person("Bob", AccountRole.Presenter);
        (olga, pia, cleo) = (
            await Signed("Olga", AccountRole.Owner),
            await Signed("Pia", AccountRole.Presenter),
            await Signed("Cleo", AccountRole.Presenter)
        );
        lea = await Signed("Lea", AccountRole.Presenter);
        (code, cleosCode) = (await pia.GoLive(Talk), await cleo.GoLive(Talk));
        await pia.Move(code, 1, GuessStop);
        open.Add(visitor = new LiveTalk(app));
        await visitor.Client.GetStringAsync(Urls.Live(code), Stop); // its cookie
        open.Add(await pia.Listen($"/live/{cleosCode}/wheel")); // so that Cleo can hand over
        var searches = app.Services.GetRequiredService<SavedSearches>();
        kept = (await searches.Save(PiasId(), "Kept", "putin", null)).Search!.Id;
        using var scope = app.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<People>();
        secret = (await people.Invite(People.Shell, "Guest", AccountRole.Editor, CasebookRow.First)).Secret();
        await people.Invite(People.Shell, "Nobody", AccountRole.Editor, CasebookRow.First);
        invited = (await people.OpenLinks()).Single(l => l.Name == "Nobody").Hash;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var it in open)
            it.Dispose();
        await app.DisposeAsync();
    }

    [Theory, InlineData(Fault.Locked), InlineData(Fault.Full), InlineData(Fault.ReadOnly)]
    public async Task EveryWrite_OnADatabaseThatCannotBeWritten_SaysSoAndIsDoneWhenAskedAgain(Fault fault)
    {
        var before = await Rows();
        var writes = Writes().ToList();
        using (app.Break(fault))
        {
            var said = await Task.WhenAll(writes.Select(async write => (write.Name, Said: await write.Try())));
            Assert.All(said, it => Assert.True(it.Said is not null, $"“{it.Name}” was done, or said nothing."));
            Assert.Equal(200, (int)(await olga.Client.GetAsync(Urls.People, Stop)).StatusCode); // and reading goes on
        }
        Assert.Equal(before, await Rows());
        Assert.Equal((GuessStop, 0), ((await pia.Session(code)).State.Stop, (await pia.Session(code)).Guesses.Devices(GuessStop)));
        foreach (var (name, again) in writes)
            Assert.True(await again() is var said && said is null, $"“{name}”, asked again: {said}");
        Assert.Empty(app.Services.GetRequiredService<Troubles>().Now);
    }

    // A form that is posted and an endpoint that takes posts stand in the list above, or have no database behind them.
    [Fact]
    public void EveryEndpointThatTakesPosts_IsTried()
    {
        var tried = new[]
        {
            "/present/{talk}/live",
            "/live/{code}/wheel",
            "/live/{code}/hand",
            "/live/{code}/take",
            "/live/{code}/end",
            "/live/{code}/guess",
            "/account/sign-out",
            "/import/files",
            "/searches/save",
            "/searches/{id}",
        };
        var posts = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["POST"])
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .ToList();
        Assert.All(tried, path => Assert.Contains(path, posts));
        Assert.All(posts.Except(tried), path =>
            Assert.True(path is "/live/{code}/show" || path.StartsWith("/_blazor", StringComparison.Ordinal), path)
        );
    }

    private async Task<LiveTalk> Signed(string name, AccountRole role)
    {
        await app.Person(name, role);
        var person = await new LiveTalk(app).SignedIn(name);
        open.Add(person);
        return person;
    }

    private async Task<string> Rows()
    {
        await using var db = await app
            .Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<SummitDb>>()
            .CreateDbContextAsync(Stop);
        await using var server = await app
            .Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<ServerDb>>()
            .CreateDbContextAsync(Stop);
        return JsonSerializer.Serialize(
            new
            {
                People = server
                    .Users.OrderBy(u => u.Id)
                    .Select(u => new
                    {
                        u.Id,
                        u.IsOwner,
                        u.Disabled,
                        u.SecurityStamp,
                        u.AccessFailedCount,
                        u.PasswordHash,
                    })
                    .ToList(),
                Members = server.Members.OrderBy(m => m.AccountId).ToList(),
                Links = server.OneTimeLinks.OrderBy(l => l.Hash).ToList(),
                Sessions = db
                    .LiveSessions.OrderBy(s => s.Id)
                    .Select(s => new
                    {
                        s.Id,
                        s.Seq,
                        s.DriverId,
                        s.Ended,
                    })
                    .ToList(),
                Searches = db.SavedSearches.OrderBy(s => s.Id).Select(s => new { s.Name, s.Words }).ToList(),
                Counts = new[] { db.Drafts.Count(), db.Texts.Count(), db.Guesses.Count(), db.Revisions.Count() },
            }
        );
    }
}
